"""`cjm git uninstall`: undo `cjm git install`."""

import sys

import click

from cjm.cli import options
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.process import Messages
from cjm.core.safe_text import one_line
from cjm.core.text import Text
from cjm.system.git.setup import remove_attributes, target_of, unconfigure

_NOTHING_TO_UNDO = Text(en="nothing to undo", ru="отменять нечего")


@command
@click.option("--global", "everywhere", is_flag=True, help="In your global git configuration, for all clones.")
@options.LANG
@click.pass_obj
def run(messages: Messages, *, everywhere: bool) -> ExitCode:
    """Undo `cjm git install`, and nothing else.

    Settings of your own stay, and so do lines of `.gitattributes` that somebody else committed.

    \b
    Examples:
      cjm git uninstall
      cjm git uninstall --global
    """
    target = target_of(".", everywhere=everywhere)
    undone = [*unconfigure(target), *remove_attributes(target)]
    lines = (line.localized(messages.language) for line in undone or [_NOTHING_TO_UNDO])
    sys.stdout.writelines(f"{one_line(line)}\n" for line in lines)
    return ExitCode.OK
