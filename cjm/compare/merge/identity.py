"""Which thing of ours and which of theirs are one, and where in the merged map it stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cjm.compare.match import Matches, match
from cjm.compare.node import Node
from cjm.core.path import Path

SIDES = range(3)
"""Base, ours, theirs."""
BASE, OURS, THEIRS = SIDES


class NodeList(NamedTuple):
    """A list of a thing: the identity of the thing, and the key."""

    holder: Node
    key: str

    @property
    def is_ordered(self) -> bool:
        """Whether there are several places in it, and it means something which thing stands where."""
        info = self.holder.info_of(self.key)
        return info is not None and info.is_list and info.order != "none"


@dataclass(slots=True)
class Identities:
    """Each thing goes by one of the three that it is: that of the base, where it was there, else ours, else theirs."""

    of: tuple[dict[Node, Node], dict[Node, Node], dict[Node, Node]] = field(default_factory=lambda: ({}, {}, {}))
    here: tuple[dict[Node, Node], dict[Node, Node], dict[Node, Node]] = field(default_factory=lambda: ({}, {}, {}))
    """From an identity back to the thing of one side."""
    at: tuple[dict[Path, Node], dict[Path, Node], dict[Path, Node]] = field(default_factory=lambda: ({}, {}, {}))
    """From a path in one side to the identity of the thing there."""

    def add(self, side: int, node: Node, identity: Node) -> None:
        """Say what a thing goes by."""
        self.of[side][node] = identity
        self.here[side][identity] = node
        self.at[side][node.at] = identity

    def lane(self, side: int, identity: Node) -> NodeList | None:
        """Where a thing stands on one side; None where it is not there."""
        node = self.here[side].get(identity)
        if node is None or node.parent is None:
            return None
        return NodeList(self.of[side][node.parent], node.key)

    def homes(self, identity: Node) -> tuple[NodeList | None, ...]:
        """Where a thing stands in the merged map; two places where both sides have moved it, each elsewhere."""
        base, ours, theirs = (self.lane(side, identity) for side in SIDES)
        if ours is None or theirs is None or ours == theirs:
            return (ours or theirs,)
        if base in (ours, theirs):
            return (theirs if base == ours else ours,)
        return ours, theirs

    def has_moved(self, identity: Node) -> bool:
        """Whether it does not stand in one and the same list wherever it is."""
        lanes = {lane for side in SIDES if (lane := self.lane(side, identity))}
        return len(lanes) > 1

    def moved_paths(self, side: int) -> list[Path]:
        """Where on one side the things stand that have moved from list to list."""
        return [node.at for identity, node in self.here[side].items() if self.has_moved(identity)]


def identities_of(base: Node | None, ours: Node, theirs: Node) -> Identities:
    """Match three maps; `base` is None where both maps are new."""
    found = Identities()
    for node in base.walk() if base else ():
        found.add(BASE, node, node)
    _add_side(found, OURS, ours, match(base, ours) if base else None)
    _add_side(found, THEIRS, theirs, match(base, theirs) if base else None, added_by=_Added(found, ours))
    return found


def _add_side(
    found: Identities, side: int, top: Node, matches: Matches | None, added_by: "_Added | None" = None
) -> None:
    for node in top.walk():
        known = matches.old_of(node) if matches else None
        found.add(side, node, known or (added_by.same_as(node) if added_by else None) or node)


class _Added:
    """What ours has added: the same thing added by theirs is known by it."""

    def __init__(self, found: Identities, ours: Node) -> None:
        self._found = found
        self._top = ours
        self._taken: set[Node] = set()

    def same_as(self, node: Node) -> Node | None:
        """What ours has added in the same list under the same id or name."""
        new = next((other for other in self._candidates(node) if _is_same(node, other)), None)
        if new:
            self._taken.add(new)
        return new

    def _candidates(self, node: Node) -> Iterator[Node]:
        if node.parent is None:
            yield self._top
            return
        holder = self._found.here[OURS].get(self._found.of[THEIRS][node.parent])
        for other in holder.parts.get(node.key, ()) if holder else ():
            if self._found.of[OURS][other] is other and other not in self._taken:
                yield other


def _is_same(one: Node, other: Node) -> bool:
    if one.parent is None or not one.info.is_list:
        return True
    if one.key in ("sources", "transitions"):
        return all(one.fields.get(name) == other.fields.get(name) for name in ("key", "from", "to"))
    if one.id and other.id:
        return one.id == other.id
    return one.name == other.name


def free_names(meanings: Sequence[str]) -> list[tuple[str, int]]:
    """Names for the items of a list in which nothing has an identity: what they say, and the how manieth it is."""
    counted: Counter[str] = Counter()
    names: list[tuple[str, int]] = []
    for meaning in meanings:
        counted[meaning] += 1
        names.append((meaning, counted[meaning]))
    return names
