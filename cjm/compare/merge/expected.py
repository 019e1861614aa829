"""What a merge must mean, worked out on the things alone, without a look at the texts."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cjm.compare.merge.identity import BASE, OURS, SIDES, THEIRS, Identities, NodeList, free_names
from cjm.compare.merge.order import competing_inserts, merged_order
from cjm.compare.node import Node, as_json
from cjm.core.model import Json


class ConflictError(Exception):
    """Both sides have changed one and the same, each in another way."""


class _Three(NamedTuple):
    """A thing on the three sides."""

    base: Node | None
    ours: Node | None
    theirs: Node | None


def expected(identities: Identities, ours: Node) -> dict[str, Json]:
    """The merged map as JSON.

    Raises:
        ConflictError: a person must choose.
    """
    return as_json(_Expecting(identities).node(identities.of[OURS][ours]))


class _Expecting:
    def __init__(self, identities: Identities) -> None:
        self._identities = identities

    def node(self, identity: Node) -> Node:
        """What is there on either side, with what each has changed of it."""
        three = _Three(*(self._identities.here[side].get(identity) for side in SIDES))
        model = three.ours or three.theirs or identity
        made = Node(model.info, ())
        for name in _keys(*(node.fields for node in three if node)):
            value = _value([node.fields.get(name) if node else None for node in _sides(three)])
            if value is not None:
                made.fields[name] = value
        for key in _keys(*(node.parts for node in three if node)):
            parts = tuple(self.node(part) for part in self._lane(NodeList(identity, key), three))
            if parts:
                made.parts[key] = parts
        return made

    def _lane(self, lane: NodeList, three: _Three) -> list[Node]:
        """What stands in a list, in its order."""
        names = [self._names(lane, side, node) for side, node in zip(SIDES, three, strict=True)]
        gone = [name for name in names[BASE] if not any(name in self._identities.here[side] for side in (OURS, THEIRS))]
        here = [[name for name in side if lane in self._identities.homes(name)] for side in names]
        if any(len(self._identities.homes(name)) > 1 for side in here for name in side):
            raise ConflictError
        base, ours, theirs = here
        order = merged_order(base, ours, theirs)
        if not lane.is_ordered:
            order = order or list(dict.fromkeys([*ours, *theirs]))
        elif order is None or competing_inserts(names[BASE], ours, theirs, gone=gone):
            raise ConflictError
        return [name for name in order if self._stays(name)]

    def _names(self, lane: NodeList, side: int, holder: Node | None) -> list[Node]:
        parts = holder.parts.get(lane.key, ()) if holder else ()
        return [self._identities.of[side][part] for part in parts]

    def _stays(self, name: Node) -> bool:
        """Whether a thing is still there; what one side has removed the other must not have touched."""
        base, ours, theirs = (self._identities.here[side].get(name) for side in SIDES)
        if ours and theirs:
            if not base and name.info.is_list and name.parent and as_json(ours) != as_json(theirs):
                raise ConflictError
            return True
        kept = ours or theirs
        if base and kept and (as_json(kept) != as_json(base) or self._identities.has_moved(name)):
            raise ConflictError
        return base is None


def _sides(three: _Three) -> tuple[Node | None, Node | None, Node | None]:
    """The three, where a side without the thing agrees with the other."""
    base, ours, theirs = three
    return base, ours or theirs, theirs or ours


def _keys(*sides: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys(key for side in sides for key in side))


def _value(three: Sequence[Json]) -> Json:
    base, ours, theirs = three
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _mapping(base if isinstance(base, dict) else {}, ours, theirs)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _list(base if isinstance(base, list) else [], ours, theirs)
    raise ConflictError


def _mapping(base: dict[str, Json], ours: dict[str, Json], theirs: dict[str, Json]) -> Json:
    values = {key: _value([side.get(key) for side in (base, ours, theirs)]) for key in _keys(base, ours, theirs)}
    return {key: value for key, value in values.items() if value is not None}


def _list(base: list[Json], ours: list[Json], theirs: list[Json]) -> Json:
    """A list of an author's own, in which nothing is known but by what it says."""
    old, mine, others = names = [
        free_names([json.dumps(item, sort_keys=True) for item in side]) for side in (base, ours, theirs)
    ]
    gone = [name for name in old if name not in mine and name not in others]
    order = merged_order(old, mine, others)
    if order is None or competing_inserts(old, mine, others, gone=gone):
        raise ConflictError
    values = {name: json.loads(str(name[0])) for side in names for name in side}
    removed = {name for name in old if name not in mine or name not in others}
    return [values[name] for name in order if name not in removed]
