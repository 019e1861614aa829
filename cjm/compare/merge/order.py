"""Merges the order of a list that two people have changed."""

from bisect import bisect
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import cmp_to_key
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def merged_order(base: Sequence[Name], ours: Sequence[Name], theirs: Sequence[Name]) -> list[Name] | None:
    """All that is in ours or theirs, in an order that keeps what each side has changed in it.

    What was added keeps its predecessor; if both sides have added something there, ours comes first. None if
    the two orders contradict each other.

    >>> merged_order("abc", "cabx", "abdc")
    ['c', 'a', 'b', 'x', 'd']
    >>> merged_order("abcd", "bcda", "dabc")
    ['d', 'b', 'c', 'a']
    >>> merged_order("abc", "bac", "acb") is None
    True
    """
    common = frozenset(base) & frozenset(ours) & frozenset(theirs)
    order = _rearranged(*([name for name in side if name in common] for side in (base, ours, theirs)))
    if order is None:
        return None
    return _inserted(_inserted(order, ours, ()), theirs, frozenset(ours) - common)


def _rearranged(base: list[Name], ours: list[Name], theirs: list[Name]) -> list[Name] | None:
    """Of each pair the order that one of the two has changed, else the old one; None if that is not an order."""
    if base in (ours, theirs):
        return list(theirs if base == ours else ours)
    positions = [{name: number for number, name in enumerate(side)} for side in (base, ours, theirs)]

    def compared(one: Name, other: Name) -> int:
        was, mine, others = (position[one] - position[other] for position in positions)
        return mine if (mine < 0) != (was < 0) else others

    order = sorted(ours, key=cmp_to_key(compared))
    moved = _swaps(base, order)
    by_ours, by_theirs = _swaps(base, ours), _swaps(base, theirs)
    holds_both = by_ours + _swaps(ours, order) == moved == by_theirs + _swaps(theirs, order)
    holds_more = 2 * moved != by_ours + by_theirs + _swaps(
        ours, theirs
    )  # a pair that any side has swapped counts twice
    return order if holds_both and not holds_more else None


def _swaps(one: Sequence[Name], other: Sequence[Name]) -> int:
    """How many pairs are the other way round; all that one side has swapped are, where the sums over it agree."""
    position = {name: number for number, name in enumerate(other)}
    before: list[int] = []
    swaps = 0
    for name in one:
        at = bisect(before, position[name])
        swaps += len(before) - at
        before.insert(at, position[name])
    return swaps


def _inserted(order: Sequence[Name], side: Sequence[Name], skipped: Collection[Name]) -> list[Name]:
    """The order with what one side has besides, each after its neighbour and after what is to be skipped there."""
    following: dict[Name | None, Name | None] = dict(zip((None, *order), (*order, None), strict=True))
    there = set(order)
    before: Name | None = None
    for name in side:
        if name not in there:
            while following[before] in skipped:
                before = following[before]
            following[name], following[before] = following[before], name
        before = name
    return list(_chain(following))


def _chain(following: Mapping[Name | None, Name | None]) -> Iterator[Name]:
    name = following[None]
    while name is not None:
        yield name
        name = following[name]


def competing_inserts(
    base: Sequence[Name], ours: Sequence[Name], theirs: Sequence[Name], *, gone: Collection[Name]
) -> set[Name]:
    """What both have put in the place of one and the same item, each something else.

    Args:
        base: their common ancestor.
        ours: one version.
        theirs: the other.
        gone: what both have taken out altogether.

    >>> sorted(competing_inserts("abc", "axc", "ayc", gone="b"))
    ['x', 'y']
    >>> sorted(competing_inserts("abc", "axc", "acy", gone="b"))
    []
    """
    common = frozenset(base) & frozenset(ours) & frozenset(theirs)
    emptied = {before for name, before in _neighbours(base, common) if name in gone}
    mine, others = (
        {name: before for name, before in _neighbours(side, common) if before in emptied and name not in known}
        for side, known in ((ours, {*base, *theirs}), (theirs, {*base, *ours}))
    )
    shared = {*mine.values()} & {*others.values()}
    return {name for name, before in (mine | others).items() if before in shared}


def _neighbours(side: Sequence[Name], common: Collection[Name]) -> Iterator[tuple[Name, Name | None]]:
    """What is not common to all, each with the common item that it comes after."""
    before: Name | None = None
    for name in side:
        if name in common:
            before = name
        else:
            yield name, before
