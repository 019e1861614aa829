"""The fewest moves that bring a list into a new order."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

Place: TypeAlias = tuple[int, int, str]
"""Where a thing was, how much it holds and what it is called."""

_MOST = 1000
"""Things of one list for which the best answer is sought; the work grows with the square of their number."""


def staying(places: Sequence[Place]) -> tuple[int, ...]:
    """Which of some things stay where they are, so that as few as possible have to move.

    Where several answers are equally short the things that hold more stay, then those whose names come later in the
    alphabet: so the way back is the same way.

    Args:
        places: in the order of where the things are now.

    Returns:
        The positions in `places` of those that stay, in order.

    >>> staying([(2, 1, "pay"), (0, 1, "find"), (1, 1, "try")])
    (1, 2)
    """
    if all(one[0] < later[0] for one, later in pairwise(places)):
        return tuple(range(len(places)))
    if len(places) > _MOST:
        return _in_passing(places)
    chains: list[tuple[int, int, tuple[str, ...], tuple[int, ...]]] = []
    for number, (old, weight, name) in enumerate(places):
        before = (chain for chain, place in zip(chains, places, strict=False) if place[0] < old)
        length, heavy, names, numbers = max(before, default=(0, 0, (), ()))
        chains.append((length + 1, heavy + weight, (*names, name), (*numbers, number)))
    return max(chains)[3]


def _in_passing(places: Sequence[Place]) -> tuple[int, ...]:
    """An answer for very long lists, not always the shortest: whatever stands behind the last one that stays."""
    kept: list[int] = []
    for number, place in enumerate(places):
        if not kept or place[0] > places[kept[-1]][0]:
            kept.append(number)
    return tuple(kept)
