"""`cjm git merge-driver`: two versions of a map brought together when git merges."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cjm.cli.options import language_asked
from cjm.compare.merge.hunk import Labels
from cjm.compare.merge.merge import Merged, merged, merged_as_lines
from cjm.core.safe_text import one_line
from cjm.core.text import Text
from cjm.system.files import read_bytes, write_bytes
from cjm.system.git.line_merge import line_merge

_CLEAN, _CONFLICTS = 0, 1
_LARGEST_STREAM = 64 * 1024 * 1024


def run(
    base: Annotated[str, typer.Argument(metavar="BASE", help="What both have grown from; git says %O.")],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Our version; git says %A. The result goes here.")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their version; git says %B.")],
    size: Annotated[int, typer.Argument(metavar="SIZE", help="How long the markers are; git says %L.", min=1)] = 7,
    path: Annotated[str, typer.Argument(metavar="PATH", help="What the map is called; git says %P.")] = "",
) -> int:
    """Merge two versions of a map by meaning; git calls this.

    Changes of different stages, of different items of a list and of different fields of an item never get in each
    other's way. What only a person can settle stands in the file between git's markers, and the exit code is 1.
    Whatever is in doubt is left to git's own merge of the lines.

    \b
    Examples:
      cjm git merge-driver base.cjm.yaml ours.cjm.yaml theirs.cjm.yaml
    """
    three = [_read(file) for file in (base, ours, theirs)]
    result = _merged(three, Labels(size=size), path or ours)
    write_bytes(ours, result.data)
    return _CONFLICTS if result.conflicts else _CLEAN


def _read(name: str) -> bytes:
    """A file whole, however large: what is cut off would be lost."""
    return read_bytes(name, Path(name).stat().st_size if Path(name).is_file() else _LARGEST_STREAM)


def _merged(three: list[bytes], labels: Labels, name: str) -> Merged:
    base, ours, theirs = three
    try:
        return merged(base, ours, theirs, labels, line_merge)
    except Exception as error:
        if os.environ.get("CJM_TRACEBACK"):
            raise
        # a bug here must not keep anyone from merging
        why = f"{type(error).__name__}: {error}"
        told = Text(
            en=f"{one_line(name)} is merged by lines, for {why}", ru=f"{one_line(name)} слит построчно из-за {why}"
        )
        typer.echo(f"cjm: {told.localized(language_asked(sys.argv[1:]))}", err=True)
        return merged_as_lines(base, ours, theirs, labels, line_merge)
