"""Random edits of maps; each finds its thing by name, so that it can be made in any version of a map."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st
from strategies import Map, maps

_LANES = ("touchpoints", "problems", "kpis", "actions", "tools", "solutions")
_FIELDS = {
    "stages": "goal",
    "touchpoints": "channel",
    "problems": "owner",
    "kpis": "unit",
    "actions": "owner",
    "tools": "owner",
    "solutions": "owner",
}
_ALL = "*"


@dataclass(frozen=True)
class RandomEdit:
    """Something to do to a map, and the names and fields that it touches; `*` is all of a thing."""

    label: str
    touches: frozenset[tuple[str, str]]
    make: Callable[[Map], None]

    def is_apart_from(self, other: "RandomEdit") -> bool:
        """Whether two people may make these edits without getting in one another's way."""
        return not any(
            mine == theirs and (what == which or _ALL in (what, which))
            for mine, what in self.touches
            for theirs, which in other.touches
        )


def word(number: int) -> str:
    """A name that is like no other."""
    return sha256(str(number).encode()).hexdigest()[:12]


def with_own_names(data: Map) -> Map:
    """A map in which every stage and item has a name of its own, and no id."""
    made = deepcopy(data)
    for number, (holder, place) in enumerate(list(_entries(made))):
        if isinstance(holder[place], dict):
            holder[place]["name"] = word(number)
            holder[place].pop("id", None)
        else:
            holder[place] = word(number)
    return made


def _entries(data: Map) -> Iterator[tuple[list[Any], int]]:
    """Where each stage and each item stands."""
    for key in ("stages", *_LANES):
        for place, entry in enumerate(data.get(key, ())):
            yield data[key], place
            if isinstance(entry, dict):
                yield from _entries(entry)


def _keyed(data: Map) -> Iterator[tuple[str, Any]]:
    for key in ("stages", *_LANES):
        for entry in data.get(key, ()):
            yield key, entry
            if isinstance(entry, dict):
                yield from _keyed(entry)


def _name(entry: Any) -> str:
    return str(entry["name"] if isinstance(entry, dict) else entry)


def _find(data: Map, name: str) -> tuple[list[Any], int]:
    return next((holder, place) for holder, place in _entries(data) if _name(holder[place]) == name)


def _mapping(data: Map, name: str) -> Map:
    """An entry as a mapping; a bare text grows into one."""
    holder, place = _find(data, name)
    if not isinstance(holder[place], dict):
        holder[place] = {"name": holder[place]}
    found: Map = holder[place]
    return found


def _set(name: str, field: str, value: Any) -> RandomEdit:
    return RandomEdit(
        f"{name}.{field} = {value}", frozenset({(name, field)}), lambda data: _put(data, name, field, value)
    )


def _put(data: Map, name: str, field: str, value: Any) -> None:
    _mapping(data, name)[field] = value


def _unset(name: str, field: str) -> RandomEdit:
    def make(data: Map) -> None:
        del _mapping(data, name)[field]

    return RandomEdit(f"del {name}.{field}", frozenset({(name, field)}), make)


def _append(name: str, lane: str, entry: Any) -> RandomEdit:
    def make(data: Map) -> None:
        holder = _mapping(data, name)
        holder[lane] = [*holder.get(lane, []), entry]

    return RandomEdit(f"{name}.{lane} + {entry}", frozenset({(name, f"{lane}+{_name(entry)}")}), make)


def _remove(name: str, inner: list[str]) -> RandomEdit:
    def make(data: Map) -> None:
        holder, place = _find(data, name)
        del holder[place]

    return RandomEdit(f"- {name}", frozenset((each, _ALL) for each in (name, *inner)), make)


def _move(name: str, lane: str, target: str) -> RandomEdit:
    def make(data: Map) -> None:
        holder, place = _find(data, name)
        entry = holder.pop(place)
        there = _mapping(data, target)
        there[lane] = [*there.get(lane, []), entry]

    return RandomEdit(f"{name} -> {target}.{lane}", frozenset({(name, "place"), (target, f"{lane}+{name}")}), make)


def edits_of(data: Map) -> list[RandomEdit]:
    """Every edit that this map may have."""
    found: list[RandomEdit] = []
    stages = [_name(stage) for stage in data["stages"]]
    for number, (key, entry) in enumerate(_keyed(data)):
        name, new = _name(entry), 1000 + 10 * number
        fields, inner = (entry, [_name(each) for _, each in _keyed(entry)]) if isinstance(entry, dict) else ({}, [])
        found += [_set(name, _FIELDS[key], word(new)), _set(name, "name", f"{name} {word(new)[:2]}")]
        found += [_unset(name, field) for field in ("owner", "emotion", "channel", "goal") if field in fields]
        if key == "stages":
            found += [_append(name, lane, word(new + n)) for n, lane in enumerate(("touchpoints", "kpis", "actions"))]
            found += [_append(name, "problems", {"name": word(new + 5), "severity": "high"})]
        if key != "stages" or name != stages[0]:
            found.append(_remove(name, inner))
        if key == "touchpoints":
            found += [_move(name, key, stage) for stage in stages if entry not in _lane(data, stage, key)]
    return found


def _lane(data: Map, stage: str, key: str) -> list[Any]:
    lane: list[Any] = _mapping(deepcopy(data), stage).get(key, [])
    return lane


def edited(data: Map, edits: list[RandomEdit]) -> Map:
    """A map with some edits made; a renamed thing keeps its name until all others are made."""
    made = deepcopy(data)
    for edit in sorted(edits, key=lambda edit: any(field == "name" for _, field in edit.touches)):
        edit.make(made)
    return made


def _apart(edits: list[RandomEdit]) -> list[RandomEdit]:
    """Those that do not meet an earlier one."""
    kept: list[RandomEdit] = []
    for edit in edits:
        if all(edit.is_apart_from(other) for other in kept):
            kept.append(edit)
    return kept


@st.composite
def edited_apart(draw: st.DrawFn) -> tuple[Map, list[RandomEdit], list[RandomEdit]]:
    """A map, and edits of two people that do not meet."""
    data = with_own_names(draw(maps))
    edits = _apart(draw(st.lists(st.sampled_from(edits_of(data)), min_size=1, max_size=6)))
    ours = draw(st.sets(st.sampled_from(range(len(edits)))))
    sides = [[edit for number, edit in enumerate(edits) if (number in ours) is is_ours] for is_ours in (True, False)]
    return data, sides[0], sides[1]


@st.composite
def edited_anyhow(draw: st.DrawFn) -> tuple[Map, list[RandomEdit], list[RandomEdit]]:
    """A map, and edits of two people that may well meet."""
    data = with_own_names(draw(maps))
    edits = st.lists(st.sampled_from(edits_of(data)), max_size=5).map(_apart)
    return data, draw(edits), draw(edits)
