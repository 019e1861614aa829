"""`cjm rules`: every kind of finding."""

import sys

import click

from cjm.cli import options
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.process import Messages
from cjm.cli.terminal import ColourMode, terminal_width, wants_colour
from cjm.formats.catalogue._listing import Listing
from cjm.formats.registry import CATALOGUE_FORMATS
from cjm.lint.catalogue import all_rules


@command
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    default="table",
    show_default=True,
    shell_complete=options.completing(CATALOGUE_FORMATS),
    help=f"How to list them: {', '.join(CATALOGUE_FORMATS.names())}.",
)
@options.LANG
@options.COLOR
@click.pass_obj
def run(messages: Messages, format_name: str, color: ColourMode) -> ExitCode:
    """List every kind of finding.

    \b
    Examples:
      cjm rules
      cjm rules --lang ru
      cjm rules --format markdown > rules.md
    """
    listing = Listing(
        rules=all_rules(),
        language=messages.language,
        colour=wants_colour(color),
        width=terminal_width(),
    )
    sys.stdout.write(CATALOGUE_FORMATS.load(format_name).render(listing))
    return ExitCode.OK
