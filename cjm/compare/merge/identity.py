"""Identities: which node of ours and which of theirs are the same, and where it is in the merged map."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cjm.compare.match import Matches, match
from cjm.compare.merge.three import BASE, OURS, SIDES, THEIRS, Resolution, Three
from cjm.compare.node import Node
from cjm.core.path import Path


class NodeList(NamedTuple):
    """A list of nodes: the identity of the node that holds it, and its key."""

    holder: Node
    key: str


@dataclass(slots=True)
class Identities:
    """Each node is known by one of the three that it is: the base's, where it was there, else ours, else theirs."""

    of: tuple[dict[Node, Node], ...] = field(default_factory=lambda: ({}, {}, {}))
    """From a node of each side to its identity."""
    _nodes: dict[Node, Three[Node]] = field(default_factory=dict)

    def add(self, side: int, node: Node, identity: Node) -> None:
        """Record which identity a node of one side has."""
        self.of[side][node] = identity
        known = list(self.three(identity))
        known[side] = node
        self._nodes[identity] = Three(*known)

    def of_all(self, side: int, nodes: Iterable[Node]) -> list[Node]:
        """The identities of some nodes of one side."""
        return [self.of[side][node] for node in nodes]

    def three(self, identity: Node) -> Three[Node]:
        """The nodes of the three sides that are one."""
        return self._nodes.get(identity, Three(None, None, None))

    def homes(self, identity: Node) -> list[NodeList]:
        """The list that it is in in the merged map; two where both sides have moved it, each somewhere else."""
        lists = self._lists(identity)
        resolution = Resolution.of(lists)
        return (
            list(dict.fromkeys(lists.there))
            if lists.only or resolution is Resolution.MIXED
            else [resolution.chosen(lists)]
        )

    def has_moved(self, identity: Node) -> bool:
        """Whether it is not in one and the same list on every side that has it."""
        return len(set(self._lists(identity)) - {None}) > 1

    def _lists(self, identity: Node) -> Three[NodeList]:
        return self.three(identity).map_sides(self._list)

    def _list(self, side: int, node: Node) -> NodeList | None:
        return NodeList(self.of[side][node.parent], node.key) if node.parent else None

    def moved_paths(self) -> Three[list[Path]]:
        """Where on each side the nodes are that have moved from list to list."""
        moved = [self.three(identity) for identity in self._nodes if self.has_moved(identity)]
        return Three(*([node.at for three in moved if (node := three[side])] for side in SIDES))


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
    """What ours has added: if theirs has added the same, it is known by the node of ours."""

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
        holder = self._found.three(self._found.of[THEIRS][node.parent]).ours
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
