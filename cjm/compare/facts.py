"""A map as lines, one fact per line, in an order that no formatting changes: what git compares and blames.

A thing is addressed by its id, else by its name, below the things that it belongs to. Keys are the format's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cjm.compare.node import Node, node_of
from cjm.core.fields import fields_of
from cjm.core.items import Emotion, Json
from cjm.core.model import Journey, Transition
from cjm.core.safe_text import escape_controls
from cjm.core.vocabulary import signed

Fact: TypeAlias = tuple[str, ...]

_BETWEEN_STEPS = " · "
_WORD = re.compile(r"[a-z0-9][a-z0-9._-]*")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def facts(journey: Journey) -> list[str]:
    """Every fact of a map.

    Args:
        journey: a map without errors; of any other, only what was understood is listed.

    Returns:
        A line for each thing and for each of its details, such as ``stage search · emotion = −1``. Texts are in
        quotes, line breaks and quotes in them after a backslash, so that different maps have different lines.
    """
    return [_BETWEEN_STEPS.join(fact) for fact in _details(node_of(journey, as_written=True), ())]


@dataclass(frozen=True, slots=True)
class _Introduction:
    """How a thing is introduced: its address, the line that states it, the keys that these two include."""

    address: str
    statement: str | None
    included: tuple[str, ...]


def _details(node: Node, address: Fact, included: tuple[str, ...] = ()) -> Iterator[Fact]:
    for info in fields_of(node.kind) if node.info.holds_entities else ():
        for part in node.parts.get(info.key, ()):
            yield from _thing(part, address)
        if info.key in node.fields and info.key not in included:
            value = node.fields[info.key]
            yield from (
                (*address, f"{info.key} = {_shown(one)}")
                for one in (value if info.is_set and isinstance(value, list) else [value])
            )
    for key in sorted(key for key in node.fields if node.info_of(key) is None and key not in included):
        yield from _own(node.fields[key], _word(key), address)


def _thing(node: Node, address: Fact) -> Iterator[Fact]:
    holder = node.parent.noun.word if node.parent else ""
    introduction = _introduction(node, node.noun.word.removeprefix(f"{holder}-"))
    if introduction.statement:
        yield (*address, introduction.statement)
    yield from _details(node, (*address, introduction.address), introduction.included)


def _introduction(node: Node, noun: str) -> _Introduction:
    if node.kind is Emotion:
        return _Introduction(noun, f"{noun} = {signed(float(str(node.fields['score'])))}", ("score",))
    if node.kind is Transition:
        ends = [_quoted(str(node.fields[end])) for end in ("from", "to") if end in node.fields]
        way = f"{noun} {' → '.join(ends)}"
        return _Introduction(way, way, ("from", "to"))
    if not node.info.is_list:
        return _Introduction(noun, None, ())
    if node.id:
        return _Introduction(f"{noun} {_word(node.id)}", None, ("id", "key"))
    named = f"{noun} {_quoted(node.name)}"
    return _Introduction(named, named, ("name",))


def _own(value: Json, noun: str, address: Fact) -> Iterator[Fact]:
    """A key of the author's own, whose value may have any shape."""
    if isinstance(value, dict) and value:
        for key in sorted(value):
            yield from _own(value[key], _word(key), (*address, noun))
    elif isinstance(value, list) and value:
        for number, item in enumerate(value, start=1):
            yield from _own_item(item, noun, f"{noun} {number}", address)
    else:
        yield (*address, f"{noun} {_quoted(value)}" if isinstance(value, str) else noun)


def _own_item(item: Json, noun: str, numbered: str, address: Fact) -> Iterator[Fact]:
    if not isinstance(item, (dict, list)):
        yield from _own(item, noun, address)
    elif isinstance(item, dict) and isinstance(item.get("name"), str):
        named = f"{noun} {_quoted(str(item['name']))}"
        yield (*address, named)
        for key in sorted(item.keys() - {"name"}):
            yield from _own(item[key], _word(key), (*address, named))
    else:
        yield from _own(item, numbered, address)


def _shown(value: Json) -> str:
    return "true" if value is True else _word(str(value))


def _word(text: str) -> str:
    return text if _WORD.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return f'"{escape_controls(text.translate(_ESCAPES))}"'
