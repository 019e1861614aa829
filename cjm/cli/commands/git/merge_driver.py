"""`cjm git merge-driver`: two versions of a map brought together when git merges."""

import click

from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.cli.git_drivers.merge_driver import merge_driver
from cjm.cli.process import Messages
from cjm.cli.usage_errors import AtLeast


@command
@click.argument("base", metavar="BASE", help="What both have grown from; git says %O.")
@click.argument("ours", metavar="OURS", help="Our version; git says %A. The result goes here.")
@click.argument("theirs", metavar="THEIRS", help="Their version; git says %B.")
@click.argument("size", metavar="[SIZE]", type=AtLeast(1), default=7, help="How long the markers are; git says %L.")
@click.argument("path", metavar="[PATH]", default="", help="What the map is called; git says %P.")
@click.pass_obj
def run(messages: Messages, *, base: str, ours: str, theirs: str, size: int, path: str) -> ExitCode:
    """Merge two versions of a map by meaning; git calls this.

    Changes of different stages, of different items of a list and of different fields of an item never get in each
    other's way. What only a person can settle stands in the file between git's markers, and the exit code is 1.
    Whatever is in doubt is left to git's own merge of the lines.

    \b
    Examples:
      cjm git merge-driver base.cjm.yaml ours.cjm.yaml theirs.cjm.yaml
    """
    return merge_driver(messages, base, ours, theirs, size=size, path=path)
