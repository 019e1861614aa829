"""`cjm git merge-driver`: merges two versions of a map when git merges."""

import click

from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.git_drivers.merge_driver import merge_driver
from cjm.cli.process import Messages
from cjm.cli.usage_errors import AtLeast


@command
@click.argument("base", metavar="BASE", help="The common ancestor; %O in git.")
@click.argument("ours", metavar="OURS", help="Our version; %A in git. The result is written here.")
@click.argument("theirs", metavar="THEIRS", help="Their version; %B in git.")
@click.argument("size", metavar="[SIZE]", type=AtLeast(1), default=7, help="The length of the markers; %L in git.")
@click.argument("path", metavar="[PATH]", default="", help="The map's path; %P in git.")
@click.pass_obj
def run(messages: Messages, *, base: str, ours: str, theirs: str, size: int, path: str) -> ExitCode:
    """Merge two versions of a map by meaning; git calls this.

    Changes of different stages, of different items of a list and of different fields of an item never get in each
    other's way. What only a person can decide is left in the file between git's markers, and the exit code is 1.
    If the result is uncertain, git's own merge of the lines is used.

    \b
    Examples:
      cjm git merge-driver base.cjm.yaml ours.cjm.yaml theirs.cjm.yaml
    """
    return merge_driver(messages, base, ours, theirs, size=size, path=path)
