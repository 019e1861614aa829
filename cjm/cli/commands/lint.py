"""`cjm lint`: validate, and what is missing or contradictory."""

import sys
from datetime import date

import click

from cjm.cli import options
from cjm.cli.checking import Reporting, check_maps, protecting
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.maps import Maps
from cjm.cli.outputs import outputs_of
from cjm.cli.process import Messages
from cjm.cli.terminal import ColourMode, wants_colour
from cjm.cli.usage_errors import AtLeast
from cjm.core.safe_text import one_line
from cjm.core.text import Text
from cjm.formats.registry import FINDING_FORMATS
from cjm.lint.codes import RULES
from cjm.workspace.settings import SettingsSource, words
from cjm.workspace.settings_file import ProjectSettings, as_toml


@command
@options.PATHS
@options.formats(FINDING_FORMATS, "full")
@click.option(
    "--select", metavar="RULES", multiple=True, help="Only these rules: codes, names or prefixes such as CJM3."
)
@click.option("--ignore", metavar="RULES", multiple=True, help="Not these rules, beside those of the settings.")
@options.FAIL_ON
@click.option("--max-warnings", metavar="N", type=AtLeast(0), help="Allow N warnings; one more, and all count.")
@click.option("--baseline", metavar="FILE", help="Report only what this file does not list.")
@click.option("--write-baseline", metavar="FILE", help="Write the findings into a baseline.")
@click.option("--fix", is_flag=True, help="Fix in the files what can be fixed automatically.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@options.CONFIG
@options.ISOLATED
@click.option("--show-settings", is_flag=True, help="Print the settings that apply here, and stop.")
@options.LIST_FILES
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@options.LANG
@options.COLOR
@options.STDIN_NAME
@options.ALLOW_EMPTY
@options.QUIET
@options.TODAY
@click.pass_obj
def run(
    messages: Messages,
    *,
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    max_warnings: int | None,
    baseline: str | None,
    write_baseline: str | None,
    fix: bool,
    diff: bool,
    config: str | None,
    isolated: bool,
    show_settings: bool,
    list_files: bool,
    statistics: bool,
    color: ColourMode,
    stdin_filename: str,
    allow_empty: bool,
    quiet: bool,
    today: date,
) -> ExitCode:
    """Validate, and report what is missing or contradictory.

    For example a stage without a KPI, or a map that has not been reviewed for half a year.

    \b
    Examples:
      cjm lint
      cjm lint shop.cjm.yaml --lang ru
      cjm lint maps --select CJM3,CJM4 --max-warnings 10
      cjm lint --diff
      cjm lint --format sarif=cjm.sarif --format full
    """
    reporting = Reporting(
        outputs=outputs_of(formats, output, FINDING_FORMATS, "full"),
        language=messages.language,
        colour=wants_colour(color),
        quiet=quiet,
        statistics=statistics,
        fail_on=fail_on,
        max_warnings=max_warnings,
        baseline=baseline,
        write_baseline=write_baseline,
    )
    settings = SettingsSource(config=config, isolated=isolated, select=words(select), ignore=words(ignore))
    maps = Maps(paths=paths, stdin_name=stdin_filename, allow_empty=allow_empty, settings=settings)
    if diff:
        from cjm.cli.fixing import show_fixes  # noqa: PLC0415 (only for this option)

        return show_fixes(maps, today, messages)
    if show_settings:
        return _show_settings(settings.for_map(paths[0] if paths else "."))
    if list_files:
        maps.list_files()
        return ExitCode.OK
    documents = maps.read()
    reporting = protecting(maps, documents, reporting)
    is_complete = True
    if fix:
        from cjm.cli.fixing import fix_maps  # noqa: PLC0415 (only for this option)

        fixed = fix_maps(maps, documents, today, messages)
        documents, is_complete = fixed.documents, fixed.is_complete
        if not quiet:
            messages.report(Text(en=f"fixed: {fixed.count}", ru=f"исправлено: {fixed.count}"))
    code = check_maps(documents, RULES, today, reporting, maps)
    return code if is_complete else ExitCode.ERROR


def _show_settings(settings: ProjectSettings) -> ExitCode:
    """Print settings in the form of a `cjm.toml`."""
    origin = one_line(settings.origin) or "no settings file: these are the defaults"
    sys.stdout.write(f"# {origin}\n{as_toml(settings)}")
    return ExitCode.OK
