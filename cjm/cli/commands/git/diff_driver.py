"""`cjm git diff-driver`: what changed in a map, instead of git's own lines."""

import click

from cjm.cli import options
from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.git_drivers.diff_driver import diff_driver
from cjm.cli.process import Messages


@command
@click.argument(
    "words",
    nargs=-1,
    required=True,
    metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH ABOUT]",
)
@options.LANG
@click.pass_obj
def run(messages: Messages, words: tuple[str, ...]) -> ExitCode:
    """Print what changed in a map; git calls this, with seven arguments, or nine if the file was renamed.

    It always exits with 0, because git would stop the whole `git diff` otherwise; errors are printed.

    \b
    Examples:
      git -c diff.cjm.command='cjm git diff-driver' diff
    """
    return diff_driver(list(words), messages.language)
