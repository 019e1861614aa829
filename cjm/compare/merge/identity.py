"""Identities: which node of ours and which of theirs are the same, and where it is in the merged map."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from cjm.compare.match import Matches, match
from cjm.compare.merge.three import BASE, OURS, SIDES, THEIRS, Resolution, Three
from cjm.compare.node import Node
from cjm.core.path import Path

_Likeness: TypeAlias = tuple[str, ...]
"""By what two things that were added are known to be the same: a kind of likeness, and an id or a name."""


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
        self._waiting: dict[tuple[Node, str], dict[_Likeness, deque[tuple[int, Node]]]] = {}
        self._taken: set[Node] = set()

    def same_as(self, node: Node) -> Node | None:
        """What ours has added in the same list under the same id or name."""
        if node.parent is None:
            return self._top
        holder = self._found.three(self._found.of[THEIRS][node.parent]).ours
        return self._first(self._added(holder, node.key), node) if holder else None

    def _first(self, added: dict[_Likeness, deque[tuple[int, Node]]], node: Node) -> Node | None:
        """The first that is like a node, which then is like no other."""
        queues = [added[likeness] for likeness in _likenesses_sought(node) if likeness in added]
        for queue in queues:
            while queue and queue[0][1] in self._taken:
                queue.popleft()
        _, new = min((queue[0] for queue in queues if queue), default=(0, None), key=lambda each: each[0])
        if new:
            self._taken.add(new)
        return new

    def _added(self, holder: Node, key: str) -> dict[_Likeness, deque[tuple[int, Node]]]:
        """What ours has added to a list, with positions, by what it may be known by."""
        if (holder, key) not in self._waiting:
            waiting = self._waiting[holder, key] = defaultdict(deque)
            for number, node in enumerate(holder.parts.get(key, ())):
                for likeness in _likenesses(node) if self._found.of[OURS][node] is node else ():
                    waiting[likeness].append((number, node))
        return self._waiting[holder, key]


def _likenesses(node: Node) -> Iterator[_Likeness]:
    """What something that was added may be known by."""
    if not node.info.is_list:
        yield ()
    elif node.key in ("sources", "transitions"):
        yield tuple(str(node.fields.get(name)) for name in ("key", "from", "to"))
    else:
        yield ("id", node.id) if node.id else ("without id", node.name)
        yield "name", node.name


def _likenesses_sought(node: Node) -> Iterable[_Likeness]:
    """By what the same thing on the other side would be known: by its id, where both have one, else by its name."""
    if node.id and node.info.is_list and node.key not in ("sources", "transitions"):
        return ("id", node.id), ("without id", node.name)
    return list(_likenesses(node))[-1:]
