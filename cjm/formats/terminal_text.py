"""Styled text for a terminal, or the same text plain."""

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from rich.console import RenderableType

Line: TypeAlias = Sequence[tuple[str, str]]
"""Pieces of a line, each with its style in rich's words."""

_TRAILING_SPACES = re.compile(r" +$", re.MULTILINE)


def printed_lines(lines: Iterable[Line], *, colour: bool) -> str:
    """Lines that are never broken; without colours rich is not used, which takes 1 ms per line."""
    if not colour:
        return "".join("".join(text for text, _ in line).rstrip(" ") + "\n" for line in lines)
    from rich.text import Text as Styled  # noqa: PLC0415 (only for colours)

    return printed((Styled.assemble(*line) for line in lines), colour=True)


def printed(parts: Iterable["RenderableType"], *, colour: bool, width: int | None = None) -> str:
    """What rich would print.

    Args:
        parts: what to print, one below the other.
        colour: whether to send the codes of a terminal along.
        width: display cells a line may take; left out, lines are never broken.
    """
    from rich.console import Console  # noqa: PLC0415 (it takes longer to load than most commands to run)

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
    return text if colour else _TRAILING_SPACES.sub("", text)
