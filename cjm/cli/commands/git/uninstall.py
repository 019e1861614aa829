"""`cjm git uninstall`: take back what `cjm git install` told git."""

import sys
from typing import Annotated

import typer

from cjm.core.printable import printable
from cjm.system.git.setup import place_of, remove_attributes, unconfigure


def run(
    everywhere: Annotated[bool, typer.Option("--global", help="In your own settings of git, for all clones.")] = False,
) -> int:
    """Undo `cjm git install`, and nothing else.

    Settings of your own stay, and so do lines of `.gitattributes` that somebody else committed.

    \b
    Examples:
      cjm git uninstall
      cjm git uninstall --global
    """
    place = place_of(".", everywhere=everywhere)
    told = [*unconfigure(place), *remove_attributes(place)]
    sys.stdout.writelines(f"{printable(line)}\n" for line in told or ["nothing to undo"])
    return 0
