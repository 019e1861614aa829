"""A map as lines, one fact a line, in an order that no formatting changes: what git compares and blames.

A thing is addressed by its id, else by its name, below the things that it belongs to. Keys are the format's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from cjm.core.model import Emotion, Entity, Persona, Source, Transition
from cjm.core.path import Path
from cjm.core.safe_text import escape_controls
from cjm.core.vocabulary import signed
from cjm.mapfile.decode import model_keys
from cjm.mapfile.document import Document
from cjm.mapfile.yaml_tree import Data, Tree

Fact: TypeAlias = tuple[str, ...]

_BETWEEN_STEPS = " · "
_WORD = re.compile(r"[a-z0-9][a-z0-9._-]*")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def facts(document: Document) -> list[str]:
    """Every fact of a map.

    Args:
        document: a map without faults; of another one only what was understood is told.

    Returns:
        A line for each thing and for each of its details, such as ``stage search · emotion = −1``. Texts stand in
        quotes, line breaks and quotes in them behind a backslash, so that different maps have different lines.
    """
    return [_BETWEEN_STEPS.join(fact) for fact in _Teller(document.tree).details(document.journey, ())]


@dataclass(frozen=True, slots=True)
class _Introduction:
    """How a thing is first spoken of: its address, the line that states it, the fields that these two tell."""

    address: str
    statement: str | None
    told: tuple[str, ...]


class _Teller:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def details(self, entity: Entity, address: Fact, told: tuple[str, ...] = ()) -> Iterator[Fact]:
        kind: Any = type(entity)
        for name, key in model_keys(kind).items():
            if name not in (*told, "own_lanes"):
                yield from self._field(getattr(entity, name), key, address)
        yield from self._own_keys(entity.at, address)

    def _field(self, value: Any, key: str, address: Fact) -> Iterator[Fact]:
        if isinstance(value, tuple):
            for item in value:
                yield from self._field_item(item, key.removesuffix("s"), address)
        elif isinstance(value, Entity):
            yield from self._node(value, key, address)
        elif value is not None and value is not False:
            yield (*address, f"{key} = {_shown(value)}")

    def _field_item(self, item: Entity | str, noun: str, address: Fact) -> Iterator[Fact]:
        if isinstance(item, str):
            yield (*address, f"{noun} {_quoted(item)}")
        else:
            yield from self._node(item, noun, address)

    def _node(self, entity: Entity, noun: str, address: Fact) -> Iterator[Fact]:
        introduction = _introduction(entity, noun)
        if introduction.statement:
            yield (*address, introduction.statement)
        yield from self.details(entity, (*address, introduction.address), introduction.told)

    def _own_keys(self, path: Path, address: Fact) -> Iterator[Fact]:
        """The keys of the author's own, whose values may have any shape."""
        data = self._at(path)
        for key in sorted(data) if isinstance(data, dict) else ():
            if key.startswith("x-"):
                yield from self._own(data[key], (*path, key), _word(key), address)

    def _at(self, path: Path) -> Any:
        data: Any = self._tree.data
        for step in path:
            data = data[step]
        return data

    def _own(self, value: Data, path: Path, noun: str, address: Fact) -> Iterator[Fact]:
        if isinstance(value, dict) and value:
            for key in sorted(value):
                yield from self._own(value[key], (*path, key), _word(key), (*address, noun))
        elif isinstance(value, list) and value:
            for number, item in enumerate(value):
                yield from self._own_item(item, (*path, number), noun, f"{noun} {number + 1}", address)
        else:
            yield (*address, f"{noun} {self._text(value, path)}".rstrip(" "))

    def _own_item(self, item: Data, path: Path, noun: str, numbered: str, address: Fact) -> Iterator[Fact]:
        if not isinstance(item, (dict, list)):
            yield from self._own(item, path, noun, address)
        elif isinstance(item, dict) and isinstance(item.get("name"), (str, int, float)):
            named = f"{noun} {self._text(item['name'], (*path, 'name'))}"
            yield (*address, named)
            for key in sorted(item.keys() - {"name"}):
                yield from self._own(item[key], (*path, key), _word(key), (*address, named))
        else:
            yield from self._own(item, path, numbered, address)

    def _text(self, value: Data, path: Path) -> str:
        if value is None or isinstance(value, (dict, list)):
            return ""
        return _quoted(value if isinstance(value, str) else self._tree.text(path) or str(value))


def _introduction(entity: Any, noun: str) -> _Introduction:
    match entity:
        case Persona():
            return _Introduction(noun, None, ())
        case Emotion(score=score):
            return _Introduction(noun, f"{noun} = {signed(score)}", ("score",))
        case Source(key=key):
            return _Introduction(f"{noun} {_word(key)}", None, ("key",))
        case Transition(origin=origin, destination=destination):
            way = f"{noun} {_quoted(origin)} → {_quoted(destination)}"
            return _Introduction(way, way, ("origin", "destination"))
    if entity.id:
        return _Introduction(f"{noun} {_word(entity.id)}", None, ("id",))
    named = f"{noun} {_quoted(entity.name)}"
    return _Introduction(named, named, ("name", "id"))


def _shown(value: object) -> str:
    return "true" if value is True else _word(str(value))


def _word(text: str) -> str:
    return text if _WORD.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return f'"{escape_controls(text.translate(_ESCAPES))}"'
