"""`cjm git uninstall`: take back what `cjm git install` told git."""

import sys
from typing import Annotated

import typer

from cjm.core.safe_text import one_line
from cjm.system.git.setup import remove_attributes, target_of, unconfigure


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
    target = target_of(".", everywhere=everywhere)
    told = [*unconfigure(target), *remove_attributes(target)]
    sys.stdout.writelines(f"{one_line(line)}\n" for line in told or ["nothing to undo"])
    return 0
