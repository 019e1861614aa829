"""`cjm git uninstall`: take back what `cjm git install` told git."""

import sys
from typing import Annotated

import typer

from cjm.cli import options
from cjm.core.safe_text import one_line
from cjm.core.text import Text
from cjm.system.git.setup import remove_attributes, target_of, unconfigure

_NOTHING_TO_UNDO = Text(en="nothing to undo", ru="отменять нечего")


def run(
    everywhere: Annotated[bool, typer.Option("--global", help="In your own settings of git, for all clones.")] = False,
    lang: options.Lang = None,
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
    language = options.language_of(lang)
    sys.stdout.writelines(f"{one_line(line.localized(language))}\n" for line in told or [_NOTHING_TO_UNDO])
    return 0
