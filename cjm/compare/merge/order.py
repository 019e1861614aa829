"""Merges the order of a list that two people have changed."""

from collections.abc import Collection, Hashable, Iterator, Sequence
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
    _insert(order, ours, ())
    _insert(order, theirs, frozenset(ours) - common)
    return order


def _rearranged(base: list[Name], ours: list[Name], theirs: list[Name]) -> list[Name] | None:
    """Of each pair the order that one of the two has changed, else the old one; None if that is not an order."""
    if base in (ours, theirs):
        return list(theirs if base == ours else ours)
    positions = [{name: number for number, name in enumerate(side)} for side in (base, ours, theirs)]

    def is_before(one: Name, other: Name) -> bool:
        was, mine, others = (position[one] < position[other] for position in positions)
        return mine if mine != was else others

    ahead = {name: sum(is_before(other, name) for other in ours if other != name) for name in ours}
    order = sorted(ours, key=ahead.__getitem__)
    return order if [ahead[name] for name in order] == list(range(len(order))) else None


def _insert(order: list[Name], side: Sequence[Name], skipped: Collection[Name]) -> None:
    """Put in what one side has besides, each after its neighbour and after what is to be skipped there."""
    before: Name | None = None
    there = set(order)
    for name in side:
        if name not in there:
            position = 0 if before is None else order.index(before) + 1
            while position < len(order) and order[position] in skipped:
                position += 1
            order.insert(position, name)
        before = name


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
