"""A map as a tree of things, in a form in which maps that mean the same are equal.

A plain string is a mapping with a `name`, a word for an emotion is its score, a reference is the id of what it refers
to, else its name; empty values, comments, quotes and the order of keys are gone. What has no order of its own, such
as transitions, is sorted.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from cjm.core.model import Entity, Journey, OwnLane, Stage, Touchpoint
from cjm.core.path import Path
from cjm.mapfile.decode import model_keys
from cjm.mapfile.yaml_tree import Data, Tree

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

FORMAT = 1
"""The version of the map format that `as_json` writes."""

SINGLE = frozenset({"persona", "emotion"})
"""Keys that hold one thing rather than a list."""

UNORDERED = frozenset({"sources", "transitions", "goals", "needs", "pains", "motivations"})
"""Keys whose things may stand in any order."""

_REFERENCES = {
    "from": (Journey.__name__, "stages"),
    "to": (Journey.__name__, "stages"),
    "touchpoint": (Stage.__name__, "touchpoints"),
    "source": (Journey.__name__, "sources"),
}
"""Fields that refer to a thing: what holds it, and below which key."""

TEXT = "Text"
"""The kind of a thing that is a text and no more, such as a goal of the persona."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A part of a map that one may point at.

    `kind` is the name of its class in the model; `key` is the key below which it stands. `fields` holds what it
    says of itself, `parts` the things it holds. Two things are never equal, for each has its place.
    """

    kind: str
    key: str
    at: Path
    fields: dict[str, Json] = field(default_factory=dict)
    parts: dict[str, tuple["Node", ...]] = field(default_factory=dict)
    parent: "Node | None" = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.fields.get("name") or self.fields.get("title") or self.fields.get("key") or "")

    @property
    def id(self) -> str | None:
        """What references call it, where it says so."""
        found = self.fields.get("id")
        return found if isinstance(found, str) else None

    def walk(self) -> Iterator["Node"]:
        """The thing and all that it holds, in the order of the map."""
        yield self
        for parts in self.parts.values():
            for part in parts:
                yield from part.walk()

    def facts(self) -> Iterator[tuple[str, ...]]:
        """What it says besides its name and id, one fact after another, with what it holds."""
        for name, value in self.fields.items():
            if name not in ("id", "name"):
                yield name, json.dumps(value, sort_keys=True)
        for key, parts in self.parts.items():
            for part in parts:
                yield key, part.name
                yield from ((key, part.name, *fact) for fact in part.facts())

    def referred(self, field_name: str) -> "Node | None":
        """What a field refers to: a stage, a touchpoint of the same stage, a source."""
        meant = self.fields.get(field_name)
        if meant is None or field_name not in _REFERENCES:
            return None
        holder = self.within(_REFERENCES[field_name][0])
        candidates = holder.parts.get(_REFERENCES[field_name][1], ()) if holder else ()
        by_id = (node for node in candidates if meant in (node.id, node.fields.get("key")))
        by_name = (node for node in candidates if meant == node.name and "key" not in node.fields)
        return next(by_id, None) or next(by_name, None)

    def within(self, kind: str) -> "Node | None":
        """The thing itself or the nearest one around it that is of a kind."""
        if self.kind == kind:
            return self
        return self.parent.within(kind) if self.parent else None


def node_of(journey: Journey, tree: Tree) -> Node:
    """The tree of things of a map that conforms to the schema.

    Args:
        journey: what was understood of the map.
        tree: the data it was understood from; keys that begin with `x-` are taken from here.
    """
    return _Builder(tree, journey).node(journey, "", None)


def as_json(node: Node) -> dict[str, Json]:
    """A thing with all it holds as JSON; of a whole map, a map that conforms to the schema."""
    version: dict[str, Json] = {"cjm": FORMAT} if node.kind == Journey.__name__ else {}
    own = {name: value for name, value in node.fields.items() if name != "key"}
    return version | own | {key: _json_of_parts(key, parts) for key, parts in node.parts.items()}


def _json_of_parts(key: str, parts: tuple[Node, ...]) -> Json:
    if key in SINGLE:
        return as_json(parts[0])
    if key == "sources":
        return {str(part.fields["key"]): as_json(part) for part in parts}
    return [json_of_entry(part) for part in parts]


def json_of_entry(node: Node) -> Json:
    """What stands for a thing in a list: of a bare text the text, of anything else a mapping."""
    return node.fields["name"] if node.kind == TEXT else as_json(node)


class _Builder:
    def __init__(self, tree: Tree, journey: Journey) -> None:
        self._tree = tree
        stages = _names(journey.stages)
        self._referred: dict[str, Mapping[str, str]] = {"from": stages, "to": stages}

    def node(self, entity: Entity, key: str, parent: Node | None) -> Node:
        if isinstance(entity, Stage):
            self._referred["touchpoint"] = _names(entity.touchpoints)
        model: Any = type(entity)
        node = Node(model.__name__, key, entity.at, parent=parent)
        for attribute, name in model_keys(model).items():
            value = getattr(entity, attribute)
            parts = tuple(self._parts(value, name, node))
            if parts:
                node.parts[name] = _sorted(parts) if name in UNORDERED else parts
            elif not isinstance(value, tuple) and value not in (None, "") and value is not False:
                node.fields[name] = self._scalar(name, value)
        node.fields.update(self._extras(entity))
        return node

    def _parts(self, value: Any, key: str, parent: Node) -> Iterator[Node]:
        for number, part in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(part, Entity) and not isinstance(part, OwnLane):
                yield self.node(part, key, parent)
            elif isinstance(value, tuple) and isinstance(part, str):
                yield Node(TEXT, key, (*parent.at, key, number), {"name": part.strip()}, parent=parent)

    def _scalar(self, name: str, value: Any) -> Json:
        if not isinstance(value, str):
            return value.isoformat() if isinstance(value, dt.date) else value
        text = value.strip()
        return self._referred.get(name, {}).get(text, text)

    def _extras(self, entity: Entity) -> Iterator[tuple[str, Json]]:
        """The author's own keys, of whatever shape."""
        data = self._tree.value(entity.at)
        for key, value in data.items() if isinstance(data, dict) else ():
            if key.startswith("x-") and (free := self._free(value, (*entity.at, key))) not in (None, "", [], {}):
                yield key, free

    def _free(self, data: Data, path: Path) -> Json:
        if isinstance(data, dict):
            return {key: self._free(value, (*path, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self._free(value, (*path, number)) for number, value in enumerate(data)]
        return None if data is None else (self._tree.text(path) or str(data)).strip()


def _sorted(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(sorted(parts, key=lambda part: json.dumps([part.fields, as_json(part)], sort_keys=True)))


def _names(nodes: Sequence[Stage | Touchpoint]) -> Mapping[str, str]:
    """What each reference to one of some things should be called: the id of the first it fits, else the name."""
    by_name = {node.name: node.id or node.name for node in reversed(nodes)}
    return by_name | {node.id: node.id for node in nodes if node.id}
