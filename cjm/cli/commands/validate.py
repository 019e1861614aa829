"""`cjm validate`: does each map conform?"""

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
from cjm.formats.registry import FINDING_FORMATS
from cjm.lint.codes import REFERENCES


@command
@options.PATHS
@options.formats(FINDING_FORMATS, "full")
@options.FAIL_ON
@options.LANG
@options.COLOR
@options.STDIN_NAME
@options.LIST_FILES
@options.ALLOW_EMPTY
@options.QUIET
@click.pass_obj
def run(
    messages: Messages,
    *,
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    fail_on: str | None,
    color: ColourMode,
    stdin_filename: str,
    list_files: bool,
    allow_empty: bool,
    quiet: bool,
) -> ExitCode:
    """Check syntax, the JSON Schema and references.

    \b
    Examples:
      cjm validate
      cjm validate maps --format concise
      git show HEAD:shop.cjm.yaml | cjm validate - --stdin-filename shop.cjm.yaml
    """
    reporting = Reporting(
        outputs=outputs_of(formats, output, FINDING_FORMATS, "full"),
        language=messages.language,
        colour=wants_colour(color),
        quiet=quiet,
        fail_on=fail_on,
    )
    maps = Maps(paths=paths, stdin_name=stdin_filename, allow_empty=allow_empty)
    if list_files:
        maps.list_files()
        return ExitCode.OK
    documents = maps.read()
    reporting = protecting(maps, documents, reporting)
    return check_maps(documents, REFERENCES, date.max, reporting, maps)
