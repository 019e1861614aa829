"""`cjm git textconv`: a map in the form that git compares."""

import click

from cjm.cli import options
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.git_drivers.textconv import textconv
from cjm.cli.process import Messages


@command
@click.argument("file", metavar="FILE", help="The map, as git passes it.")
@options.LANG
@click.pass_obj
def run(messages: Messages, file: str) -> ExitCode:
    """Print a map as lines, one fact per line; git calls this.

    A file that cannot be read as a map is printed as it is, below what is wrong with it, so that git never stops.

    \b
    Examples:
      cjm git textconv shop.cjm.yaml
    """
    return textconv(file, messages.language)
