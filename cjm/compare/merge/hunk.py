"""The parts of a merged text: text, and conflicts that hold both sides."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from cjm.compare.merge.indent import lines_of


class WiderConflictError(Exception):
    """The two sides differ in a way that can only be shown further out, where each has lines of its own."""


class Conflict(NamedTuple):
    """Whole lines of ours and of theirs, between which a person must choose; either may be empty."""

    ours: str
    theirs: str


Hunk: TypeAlias = "str | Conflict"


class Labels(NamedTuple):
    """The labels of the markers of a conflict, and how long the markers are."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7


def marked(hunks: Iterable[Hunk], labels: Labels) -> str:
    r"""The text with git's markers around each conflict.

    >>> marked(["a: 1\n", Conflict("b: 2\n", "b: 3\n")], Labels(size=2))
    'a: 1\n<< ours\nb: 2\n==\nb: 3\n>> theirs\n'
    """
    return "".join(hunk if isinstance(hunk, str) else _marked(hunk, labels) for hunk in hunks)


def _marked(conflict: Conflict, labels: Labels) -> str:
    begin, middle, end = (sign * labels.size for sign in "<=>")
    return f"{begin} {labels.ours}\n{conflict.ours}{middle}\n{conflict.theirs}{end} {labels.theirs}\n"


def resolved(hunks: Iterable[Hunk], *, as_ours: bool) -> str:
    """The text as it is where one side is taken in every conflict."""
    return "".join(hunk if isinstance(hunk, str) else hunk.ours if as_ours else hunk.theirs for hunk in hunks)


def trimmed(conflict: Conflict) -> list[Hunk]:
    r"""A conflict without the lines that both sides begin or end with, which are put around it once.

    >>> trimmed(Conflict("- a\n  b: 1\n  c: 1\n", "- a\n  b: 2\n  c: 1\n"))
    ['- a\n', Conflict(ours='  b: 1\n', theirs='  b: 2\n'), '  c: 1\n']
    """
    ours, theirs = lines_of(conflict.ours), lines_of(conflict.theirs)
    head = _common(ours, theirs)
    ours, theirs = ours[head:], theirs[head:]
    tail = _common(ours[::-1], theirs[::-1])
    inner = [Conflict("".join(side[: len(side) - tail]), "".join(side[len(side) - tail :])) for side in (ours, theirs)]
    begin = "".join(lines_of(conflict.ours)[:head])
    left: list[Hunk] = [begin, Conflict(inner[0][0], inner[1][0]), inner[0][1]]
    return [hunk for hunk in left if any(hunk)]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
