"""A map as a tree of nodes, in a form in which maps that mean the same are equal.

A plain string is a mapping with a `name`, a word for an emotion is its score, a reference is the id of what it refers
to, else its name; empty values, comments, quotes and the order of keys are gone. What has no order of its own, such
as transitions, is sorted.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from cjm.core.address import step
from cjm.core.fields import FieldInfo, Noun, field_of, fields_of
from cjm.core.items import Entity, Json
from cjm.core.model import Journey
from cjm.core.path import Path
from cjm.core.references import REFERRED_TO, Referable, by_reference
from cjm.core.text import Text

FORMAT = 1
"""The version of the map format that `as_json` writes."""

_Names: TypeAlias = Mapping[str, Mapping[str, str]]
"""For each list that may be referred to, by its key, what references to its things should be called."""

_MAP = FieldInfo(
    Text(en="map", ru="карта"), noun=Noun("map", Text(en="map", ru="карта"), "f"), type=Journey, holds_entities=True
)
"""What a whole map would be a field of."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A part of a map that has an address.

    `info` is the field of the model that holds it. `fields` are its own values, `parts` the nodes it holds.
    Two nodes are never equal, because each has its own path.
    """

    info: FieldInfo
    at: Path
    fields: dict[str, Json] = field(default_factory=dict)
    parts: dict[str, tuple["Node", ...]] = field(default_factory=dict)
    parent: "Node | None" = field(default=None, repr=False)
    positions: dict[str, Mapping[str, Sequence[int]]] = field(default_factory=dict, repr=False)
    """For a list of its parts, once somebody refers to them, their positions by reference."""

    @property
    def kind(self) -> type[Any]:
        """Its class in the model; `str` if it is only a text, such as a goal of the persona."""
        kind: type[Any] = self.info.type
        return kind

    @property
    def key(self) -> str:
        """The key that holds it; empty for a whole map."""
        return self.info.key

    @property
    def noun(self) -> Noun:
        """What such a thing is called."""
        if self.info.noun is None:
            raise ValueError(self.key)  # every field that holds things has a noun
        return self.info.noun

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.fields.get("name") or self.fields.get("title") or self.id or "")

    @property
    def id(self) -> str | None:
        """The id by which references name it, if it has one."""
        found = self.fields.get("id") or self.fields.get("key")
        return found if isinstance(found, str) else None

    @property
    def address(self) -> str:
        """The path to it by ids and names: ``stages/search/kpis/Sign-ups``."""
        if self.parent is None:
            return ""
        steps = (self.parent.address, self.key, step(self.at[-1], self.fields) if self.info.is_list else "")
        return "/".join(filter(None, steps))

    @property
    def previous(self) -> "Node | None":
        """What comes before it in a list that has an order; None for the first."""
        position = self.at[-1] if self.parent else 0
        return (
            self.parent.parts[self.key][position - 1]
            if self.parent and isinstance(position, int) and position
            else None
        )

    def walk(self) -> Iterator["Node"]:
        """The thing and all that it holds, in the order of the map."""
        yield self
        for parts in self.parts.values():
            for part in parts:
                yield from part.walk()

    def facts(self) -> Iterator[tuple[str, ...]]:
        """Its values besides name and id, one fact after another, and those of its parts."""
        for name, value in self.fields.items():
            if name not in ("id", "name"):
                yield name, json.dumps(value, sort_keys=True)
        for key, parts in self.parts.items():
            for part in parts:
                yield key, part.name
                yield from ((key, part.name, *fact) for fact in part.facts())

    def info_of(self, key: str) -> FieldInfo | None:
        """The field of the model that a key of it is; None where the key is the author's own."""
        return field_of(self.kind, key) if self.info.holds_entities else None

    def references(self, key: str) -> list[tuple[str, "Node | None"]]:
        """The references in a field, each with what it refers to: a stage, a touchpoint of the same stage, a source."""
        info, value = self.info_of(key), self.fields.get(key)
        if info is None or not info.refers_to or value is None:
            return []
        return [(str(one), self._resolve(info, str(one))) for one in (value if isinstance(value, list) else [value])]

    def referred(self, key: str) -> "Node | None":
        """What the only reference in a field refers to."""
        references = self.references(key)
        return references[0][1] if len(references) == 1 else None

    def _resolve(self, info: FieldInfo, reference: str) -> "Node | None":
        holder = self.parent
        while holder and not (target := holder.info_of(info.refers_to)):
            holder = holder.parent
        if holder is None or target is None:
            return None
        things = holder.parts.get(target.key, ())
        if target.key not in holder.positions:
            holder.positions[target.key] = by_reference(things, by_name=not target.mapping_key)
        found = holder.positions[target.key].get(reference)
        return things[found[0]] if found else None

    def within(self, kind: type[Entity]) -> "Node | None":
        """The thing itself or the nearest one around it that is of a kind."""
        if self.kind is kind:
            return self
        return self.parent.within(kind) if self.parent else None


def node_of(journey: Journey, *, as_written: bool = False) -> Node:
    """The tree of things of a map that conforms to the schema.

    Args:
        journey: the map.
        as_written: texts and references are what the author wrote, and nothing is sorted.
    """
    return _Builder(as_written=as_written).node(_MAP, journey, None, {})


def as_json(node: Node) -> dict[str, Json]:
    """A thing with all it holds as JSON; of a whole map, a map that conforms to the schema."""
    version: dict[str, Json] = {} if node.key else {"cjm": FORMAT}
    own = {name: value for name, value in node.fields.items() if name != "key"}
    return version | own | {key: _json_of_parts(parts) for key, parts in node.parts.items()}


def _json_of_parts(parts: tuple[Node, ...]) -> Json:
    info = parts[0].info
    if not info.is_list:
        return as_json(parts[0])
    if info.mapping_key:
        return {str(part.fields["key"]): as_json(part) for part in parts}
    return [json_of_entry(part) for part in parts]


def json_of_entry(node: Node) -> Json:
    """A thing as an entry of a list: a text if it is only a text, else a mapping."""
    return node.fields["name"] if node.kind is str else as_json(node)


class _Builder:
    def __init__(self, *, as_written: bool) -> None:
        self._as_written = as_written

    def node(self, info: FieldInfo, entity: Entity, parent: Node | None, names: _Names) -> Node:
        node = Node(info, entity.at, parent=parent)
        values = _values(entity)
        if not self._as_written:
            names = {**names, **{inner.key: _called(value) for inner, value in values if _is_referred_to(inner)}}
        for inner, value in values:
            self._fill_in(node, inner, value, names)
        own = ((key, self._stripped(value)) for key, value in entity.extra.items())
        node.fields.update((key, value) for key, value in own if value not in ("", [], {}))
        return node

    def _fill_in(self, node: Node, info: FieldInfo, value: Any, names: _Names) -> None:
        """Give a thing the value of a field."""
        if info.is_key:
            node.fields[info.key] = value
        elif info.is_set:
            called = names.get(info.refers_to, {})
            texts = [text if self._as_written else text.strip() for text in value]
            node.fields[info.key] = self._set([called.get(text, text) for text in texts])
        elif parts := tuple(self._parts(info, value, node, names)):
            is_free = info.order == "none" and not self._as_written
            node.parts[info.key] = _sorted(parts) if is_free else parts
        else:
            plain = self._stripped(value.isoformat() if isinstance(value, dt.date) else value)
            node.fields[info.key] = names.get(info.refers_to, {}).get(str(plain), plain)

    def _set(self, texts: list[str]) -> Json:
        """A set of texts: one is a text, several are a list."""
        listed: list[Json] = [*(texts if self._as_written else sorted(set(texts)))]
        return listed[0] if len(listed) == 1 else listed

    def _parts(self, info: FieldInfo, value: Any, parent: Node, names: _Names) -> Iterator[Node]:
        for number, part in enumerate(value if info.is_list else (value,)):
            if isinstance(part, Entity):
                yield self.node(info, part, parent, names)
            elif info.is_list:
                yield Node(info, (*parent.at, info.key, number), {"name": self._stripped(part)}, parent=parent)

    def _stripped(self, value: Json) -> Json:
        """A value without the spaces and line breaks around its texts, which are a matter of quotes."""
        if self._as_written:
            return value
        if isinstance(value, dict):
            return {key: self._stripped(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._stripped(inner) for inner in value]
        return value.strip() if isinstance(value, str) else value


def _values(entity: Entity) -> list[tuple[FieldInfo, Any]]:
    """The fields of an entity that have a value."""
    values = ((info, getattr(entity, info.name)) for info in fields_of(type(entity)))
    return [(info, value) for info, value in values if value is not None and value is not False and value != ()]


def _sorted(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(sorted(parts, key=lambda part: json.dumps([part.fields, as_json(part)], sort_keys=True)))


def _is_referred_to(info: FieldInfo) -> bool:
    """Whether others refer to what a field holds, by id or by name."""
    return info.key in REFERRED_TO and not info.mapping_key


def _called(things: Sequence[Referable]) -> Mapping[str, str]:
    """What each reference to one of some things should be called: the id of the one it resolves to, else its name."""
    first = ((reference, things[positions[0]]) for reference, positions in by_reference(things).items())
    return {reference: thing.id or thing.name for reference, thing in first}
