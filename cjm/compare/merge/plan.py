"""Plans a merge: what becomes of each entry, decided once, without regard to the texts."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, TypeVar

from cjm.compare.merge.identity import Identities, NodeList
from cjm.compare.merge.order import competing_inserts, merged_order
from cjm.compare.merge.three import OURS, THEIRS, Resolution, Three, by_key
from cjm.compare.node import Node
from cjm.core.items import Json
from cjm.core.path import Path

_Name = TypeVar("_Name", bound=Hashable)


class Shape(Enum):
    """What an entry holds."""

    VALUE = auto()
    MAPPING = auto()
    LIST = auto()
    SET = auto()
    """A list whose order means nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class PlannedEntry:
    """An entry of the merged map: a node, a list, a field, or what is in an author's own field.

    `paths` is where each side has it, if it has it. `value` is its value in the merged map: a node, the nodes of
    a list, or JSON; it is valid where nothing in the entry is in conflict.
    """

    paths: Three[Path]
    resolution: Resolution
    value: Any = None
    shape: Shape = Shape.VALUE
    entries: tuple["PlannedEntry", ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether no person needs to choose."""
        is_clear = self.resolution not in (Resolution.CONFLICT, Resolution.COMPETING)
        return is_clear and all(entry.is_settled for entry in self.entries)

    @property
    def is_kept(self) -> bool:
        """Whether it is an item of the merged list."""
        return self.resolution is Resolution.MIXED or self.resolution.chosen(self.paths) is not None


def plan_merge(identities: Identities, base: Node | None, ours: Node, theirs: Node) -> PlannedEntry:
    """Decide what becomes of a map; the value is the merged node."""
    three = Three(base, ours, theirs)
    return _Planner(identities).node(three, three.map(lambda node: node.at))


class _Planner:
    def __init__(self, identities: Identities) -> None:
        self._identities = identities

    def node(self, three: Three[Node], paths: Three[Path]) -> PlannedEntry:
        """What becomes of a node."""
        resolution = Resolution.of(three.map_sides(self._comparable))
        if three.there and self._is_conflict(resolution, three):
            return PlannedEntry(paths, Resolution.CONFLICT)
        if three.base and len(three.there) < len((OURS, THEIRS)):
            return PlannedEntry(paths, resolution)
        fields = {name: self._field(name, three) for name in by_key(three.map(lambda node: node.fields))}
        parts = {
            key: self._part(key, three, sides) for key, sides in by_key(three.map(lambda node: node.parts)).items()
        }
        value = _node(three.there[0], fields, parts)
        return PlannedEntry(paths, resolution, value, Shape.MAPPING, (*fields.values(), *parts.values()))

    def _is_conflict(self, resolution: Resolution, three: Three[Node]) -> bool:
        """Whether one side has removed what the other has changed, or each has added something else of one name."""
        node = three.there[0]
        is_item = node.parent is not None and node.info.is_list
        if three.base and three.only:
            return resolution is Resolution.MIXED or (is_item and self._identities.has_moved(self._identity(three)))
        return resolution is Resolution.MIXED and three.base is None and is_item

    def _identity(self, three: Three[Node]) -> Node:
        return three.map_sides(lambda side, node: self._identities.of[side][node]).there[0]

    def _comparable(self, side: int, node: Node) -> dict[str, Any]:
        """The fields and parts of a node in a form that can be compared with the same node on another side."""
        fields = {name: self._resolved(side, node, name) for name in node.fields}
        return fields | {key: [self._comparable(side, part) for part in parts] for key, parts in node.parts.items()}

    def _resolved(self, side: int, node: Node, field: str) -> Any:
        """The value of a field; of references what they refer to, whatever that is called."""
        identities = self._identities.of[side]
        found = frozenset(identities[node] if node else word for word, node in node.references(field))
        return found or node.fields.get(field)

    def _field(self, name: str, three: Three[Node]) -> PlannedEntry:
        values = three.map(lambda node: node.fields.get(name))
        resolved = three.map_sides(lambda side, node: self._resolved(side, node, name))
        info = three.there[0].info_of(name)
        return _value(values, _below(three, name), Resolution.of(resolved), is_whole=info is not None)

    def _part(self, key: str, three: Three[Node], parts: Three[tuple[Node, ...]]) -> PlannedEntry:
        info = next(nodes for nodes in parts if nodes)[0].info
        if not info.is_list:
            return self.node(parts.map(lambda nodes: nodes[0]), _below(three, key))
        nodes = NodeList(self._identity(three), key)
        names = parts.map_sides(self._identities.of_all)
        here = names._replace(ours=self._at_home(names.ours, nodes), theirs=self._at_home(names.theirs, nodes))
        gone = {name for name in names.base or () if not self._identities.three(name).there}
        shape = Shape.SET if info.order == "none" else Shape.LIST
        return _list(_below(three, key), shape, here, gone, lambda name: self._item(name, nodes))

    def _at_home(self, names: list[Node] | None, nodes: NodeList) -> list[Node]:
        return [name for name in names or () if nodes in self._identities.homes(name)]

    def _item(self, name: Node, nodes: NodeList) -> PlannedEntry:
        three = self._identities.three(name)
        paths = three.map(lambda node: node.at)
        homes = self._identities.homes(name)
        if len(homes) == 1:
            return self.node(three, paths)
        return PlannedEntry(paths._replace(**{"theirs" if homes[0] == nodes else "ours": None}), Resolution.CONFLICT)


def _below(three: Three[Node], step: str) -> Three[Path]:
    return three.map(lambda node: (*node.at, step))


def _node(model: Node, fields: Mapping[str, PlannedEntry], parts: Mapping[str, PlannedEntry]) -> Node:
    """The merged node."""
    node = Node(model.info, ())
    node.fields.update({name: field.value for name, field in fields.items() if field.value is not None})
    for key, part in parts.items():
        if part.value:
            node.parts[key] = part.value if isinstance(part.value, tuple) else (part.value,)
    return node


def _list(
    paths: Three[Path],
    shape: Shape,
    names: Three[list[_Name]],
    gone: Collection[_Name],
    item: Callable[[_Name], PlannedEntry],
) -> PlannedEntry:
    """What becomes of a list: the three-way merge of lists, whatever is in them.

    Args:
        paths: where each side has it.
        shape: whether its order means something.
        names: what is in it; items of one name are one and the same.
        gone: what both sides have taken out altogether.
        item: decides what becomes of one item.
    """
    base, ours, theirs = (side or [] for side in names)
    order = merged_order(base, ours, theirs)
    if shape is Shape.SET:
        competing, order = set(), order or list(dict.fromkeys([*ours, *theirs]))
    elif order is None:
        return PlannedEntry(paths, Resolution.CONFLICT)
    else:
        competing = competing_inserts(base, ours, theirs, gone=gone)
    items = tuple(_competing(item(name)) if name in competing else item(name) for name in order)
    return PlannedEntry(paths, Resolution.MIXED, tuple(each.value for each in items if each.is_kept), shape, items)


def _competing(item: PlannedEntry) -> PlannedEntry:
    return replace(item, resolution=Resolution.COMPETING)


def _value(values: Three[Any], paths: Three[Path], resolution: Resolution, *, is_whole: bool = False) -> PlannedEntry:
    """What becomes of a field, which is taken as a whole, or of what is in an author's own one."""
    kinds = {type(value) for value in values.there}
    if not is_whole and len(values.there) > 1 and kinds in ({dict}, {list}):
        own = values.map(lambda value: value if type(value) in kinds else None)
        return _own_mapping(own, paths) if kinds == {dict} else _own_list(own, paths)
    return PlannedEntry(
        paths, Resolution.CONFLICT if resolution is Resolution.MIXED else resolution, resolution.chosen(values)
    )


def _own_mapping(values: Three[dict[str, Json]], paths: Three[Path]) -> PlannedEntry:
    sides = values.map(lambda mapping: {key: (key, value) for key, value in mapping.items()})
    entries = {key: _inside(paths, side) for key, side in by_key(sides).items()}
    value = {key: entry.value for key, entry in entries.items() if entry.is_kept}
    return PlannedEntry(paths, Resolution.of(values), value, Shape.MAPPING, tuple(entries.values()))


def _own_list(values: Three[list[Json]], paths: Three[Path]) -> PlannedEntry:
    """A list of an author's own: two items are the same if they are equal."""
    items = by_key(sides := values.map(_numbered))
    gone = {name for name, item in items.items() if not item.there}
    planned = _list(paths, Shape.LIST, sides.map(list), gone, lambda name: _inside(paths, items[name]))
    return replace(planned, value=list(planned.value or ()))


def _numbered(items: Sequence[Json]) -> dict[tuple[str, int], tuple[int, Json]]:
    """Each item with its number, by its JSON and by how many equal ones are before it."""
    counted: Counter[str] = Counter()
    numbered: dict[tuple[str, int], tuple[int, Json]] = {}
    for number, item in enumerate(items):
        text = json.dumps(item, sort_keys=True)
        numbered[text, counted[text]] = number, item
        counted[text] += 1
    return numbered


def _inside(paths: Three[Path], entries: Three[tuple[Any, Json]]) -> PlannedEntry:
    """What becomes of an entry of an author's own mapping or list, of which each side has the step and the value."""
    values = entries.map(lambda entry: entry[1])
    inner = entries.map_sides(lambda side, entry: (*(paths[side] or ()), entry[0]))
    return _value(values, inner, Resolution.of(values))
