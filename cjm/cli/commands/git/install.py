"""`cjm git install`: tell git about maps."""

import sys
from typing import Annotated

import typer

from cjm.core.errors import GitError
from cjm.core.printable import printable
from cjm.system.git.setup import Place, add_attributes, configure, place_of, settings_of_others


def run(
    everywhere: Annotated[
        bool, typer.Option("--global", help="For all your clones, in your own settings of git.")
    ] = False,
) -> int:
    """Let git show maps as facts, and merge them by meaning.

    It says so in the configuration of this clone, which nobody else shares, and marks maps in `.gitattributes`,
    which is a file to commit. Whoever has not installed sees and merges the lines of YAML as before.

    \b
    Examples:
      cjm git install
      cjm git install --global
    """
    place = place_of(".", everywhere=everywhere)
    for key, value in settings_of_others(place):
        raise GitError(
            f"git already has a {key} of yours: {value}",
            hint=f"`git config {place.scope} --unset-all {key}` removes it; then install again",
        )
    changed = [*configure(place), *add_attributes(place)]
    sys.stdout.writelines(f"{printable(line)}\n" for line in changed or [_nothing_to_do(place)])
    return 0


def _nothing_to_do(place: Place) -> str:
    return f"nothing to do: {place.attributes} and git's configuration know of maps already"
