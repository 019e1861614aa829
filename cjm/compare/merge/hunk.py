"""What a merged text is made of: text, and clashes in which both sides stand."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from cjm.compare.merge.indent import lines_of


class ClashError(Exception):
    """The two sides differ in a way that can only be shown further out, where each stands in lines of its own."""


class Clash(NamedTuple):
    """Whole lines of ours and of theirs, between which a person must choose; either may be empty."""

    ours: str
    theirs: str


Piece: TypeAlias = "str | Clash"


class Labels(NamedTuple):
    """What the markers of a conflict say, and how long they are."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7


def marked(pieces: Iterable[Piece], labels: Labels) -> str:
    r"""The text with git's markers around each clash.

    >>> marked(["a: 1\n", Clash("b: 2\n", "b: 3\n")], Labels(size=2))
    'a: 1\n<< ours\nb: 2\n==\nb: 3\n>> theirs\n'
    """
    return "".join(piece if isinstance(piece, str) else _marked(piece, labels) for piece in pieces)


def _marked(clash: Clash, labels: Labels) -> str:
    begin, middle, end = (sign * labels.size for sign in "<=>")
    return f"{begin} {labels.ours}\n{clash.ours}{middle}\n{clash.theirs}{end} {labels.theirs}\n"


def resolved(pieces: Iterable[Piece], *, as_ours: bool) -> str:
    """The text as it is where one side is taken in every clash."""
    return "".join(piece if isinstance(piece, str) else piece.ours if as_ours else piece.theirs for piece in pieces)


def trimmed(clash: Clash) -> list[Piece]:
    r"""A clash without the lines that both sides begin or end with, which stand around it once.

    >>> trimmed(Clash("- a\n  b: 1\n  c: 1\n", "- a\n  b: 2\n  c: 1\n"))
    ['- a\n', Clash(ours='  b: 1\n', theirs='  b: 2\n'), '  c: 1\n']
    """
    ours, theirs = lines_of(clash.ours), lines_of(clash.theirs)
    head = _common(ours, theirs)
    ours, theirs = ours[head:], theirs[head:]
    tail = _common(ours[::-1], theirs[::-1])
    inner = [Clash("".join(side[: len(side) - tail]), "".join(side[len(side) - tail :])) for side in (ours, theirs)]
    begin = "".join(lines_of(clash.ours)[:head])
    left: list[Piece] = [begin, Clash(inner[0][0], inner[1][0]), inner[0][1]]
    return [piece for piece in left if any(piece)]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
