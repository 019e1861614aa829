"""`cjm lint`: validate, and what is missing or contradictory."""

import sys
from typing import Annotated

import typer

from cjm.cli import options
from cjm.cli.checking import Request, check_maps, list_maps, reports_in_order, show_fixes, show_settings
from cjm.lint.codes import RULES
from cjm.workspace.settings import SettingsSource, words


def run(
    paths: options.Paths = None,
    _formats: options.Formats = None,
    _outputs: options.Outputs = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULES", help="Only these rules: codes, names or prefixes such as CJM3."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULES", help="Not these rules, beside those of the settings."),
    ] = None,
    fail_on: options.FailOnOption = None,
    max_warnings: Annotated[
        int | None,
        typer.Option("--max-warnings", metavar="N", min=0, help="Let N warnings pass; one more, and all count."),
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Report only what this file does not know of.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option("--write-baseline", metavar="FILE", help="Write what is found into a baseline.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Fix in the files what needs no person.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print what --fix would change, and change nothing.")] = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    show_settings_: Annotated[
        bool, typer.Option("--show-settings", help="Print the settings that hold here, and stop.")
    ] = False,
    list_files: options.ListFiles = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    lang: options.Lang = None,
    color: options.ColourOption = options.Colour.AUTO,
    stdin_filename: options.StdinName = "<stdin>",
    allow_empty: options.AllowEmpty = False,
    quiet: options.Quiet = False,
    today: options.Today = None,
) -> int:
    """Validate, and tell what is missing or contradictory.

    For example a stage without a KPI, or a map that nobody has reviewed for half a year.

    \b
    Examples:
      cjm lint
      cjm lint shop.cjm.yaml --lang ru
      cjm lint maps --select CJM3,CJM4 --max-warnings 10
      cjm lint --diff
      cjm lint --format sarif --output cjm.sarif --format full
    """
    request = Request(
        paths=paths or [],
        reports=reports_in_order(sys.argv[1:]),
        fail_on=fail_on,
        lang=lang,
        color=color,
        stdin_name=stdin_filename,
        allow_empty=allow_empty,
        quiet=quiet,
        settings=SettingsSource(config=config, isolated=isolated, select=words(select), ignore=words(ignore)),
        max_warnings=max_warnings,
        statistics=statistics,
        baseline=baseline,
        write_baseline=write_baseline,
        fix=fix,
    )
    if diff:
        return show_fixes(request, RULES, options.day(today))
    if show_settings_:
        return show_settings(request)
    if list_files:
        return list_maps(request)
    return check_maps(request, RULES, options.day(today))
