"""Styled text for a terminal, or the same text plain."""

import re
from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text as Styled

_TRAILING_BLANKS = re.compile(r" +$", re.MULTILINE)


def printed_lines(lines: Iterable[Styled], *, colour: bool) -> str:
    """Lines that are never broken; without colours nothing is left for rich to do, which takes 1 ms a finding."""
    return printed(lines, colour=True) if colour else "".join(f"{line.plain.rstrip(' ')}\n" for line in lines)


def printed(parts: Iterable[RenderableType], *, colour: bool, width: int | None = None) -> str:
    """What rich would print.

    Args:
        parts: what to print, one below the other.
        colour: whether to send the codes of a terminal along.
        width: display cells a line may take; left out, lines are never broken.
    """
    console = Console(
        file=StringIO(),
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        width=width or 80,
        soft_wrap=width is None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    written = console.file
    assert isinstance(written, StringIO)
    text = written.getvalue()
    return text if colour else _TRAILING_BLANKS.sub("", text)
