"""Compares the order of old and new lists: the fewest moves, and both as one list."""

from bisect import bisect
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

Rank: TypeAlias = tuple[int, str]
"""How much a thing holds and what it is called."""

_MOST = 300
"""Things of one list for which the best answer is sought; the work grows with the square of their number."""


def longest_increasing(places: Sequence[int], rank: Callable[[int], Rank] = lambda _: (0, "")) -> tuple[int, ...]:
    """Which of some things stay where they are, so that as few as possible have to move.

    Where several answers are equally short the things that hold more stay, then those whose names come later in the
    alphabet: so the reverse comparison gives the reverse moves.

    Args:
        places: where the things were, in the order of where they are now.
        rank: for a position in `places`, what decides between equal answers; called only if something moved.

    Returns:
        The positions in `places` of those that stay, in order.

    >>> longest_increasing([2, 0, 1])
    (1, 2)
    """
    if all(one < later for one, later in pairwise(places)):
        return tuple(range(len(places)))
    if len(places) > _MOST:
        return _any_longest(places)
    chains: list[tuple[int, int, tuple[str, ...], tuple[int, ...]]] = []
    for number, old in enumerate(places):
        before = (chain for chain, place in zip(chains, places, strict=False) if place < old)
        length, heavy, names, numbers = max(before, default=(0, 0, (), ()))
        weight, name = rank(number)
        chains.append((length + 1, heavy + weight, (*names, name), (*numbers, number)))
    return max(chains)[3]


def _any_longest(places: Sequence[int]) -> tuple[int, ...]:
    """An answer for very long lists, of several equally short ones any (patience sorting)."""
    ends: list[int] = []
    """For each length of a chain the position that ends it and was earliest."""
    before: list[int | None] = []
    for number, place in enumerate(places):
        length = bisect(ends, place, key=places.__getitem__)
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [number]
    chain, at = list[int](), ends[-1] if ends else None
    while at is not None:
        chain.append(at)
        at = before[at]
    return tuple(reversed(chain))


def interleaved(gone: Iterable[int], anchors: Iterable[int | None]) -> Iterator[tuple[int | None, int | None]]:
    """One list of what is there, in its new order, and of what is gone, each where it was.

    Args:
        gone: old positions, in order.
        anchors: for each new thing the old position by which the gone ones find their places, if it has one.

    Yields:
        An old position or a new one, never both.

    >>> list(interleaved([1, 3], [0, None, 2]))
    [(None, 0), (None, 1), (1, None), (None, 2), (3, None)]
    """
    waiting = deque(gone)
    for number, anchor in enumerate(anchors):
        while waiting and anchor is not None and waiting[0] < anchor:
            yield waiting.popleft(), None
        yield None, number
    yield from ((old, None) for old in waiting)
