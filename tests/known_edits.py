"""Edits of known kinds, made to a map in places of their own, with the change that each must be reported as."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import product
from random import Random
from typing import Any

from hypothesis import strategies as st
from strategies import Map

LANES = {
    "expectations": "expectation",
    "actions": "action",
    "thoughts": "thought",
    "touchpoints": "touchpoint",
    "problems": "problem",
    "kpis": "kpi",
    "tools": "tool",
}
_LANE_LENGTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEdit:
    """Something done to a map.

    `kind` is that of the change it makes. `touches` are the places it needs for itself; `alone_in` is a stage of which
    nothing else may change. `make` takes the new map, does it, and returns what says the address in the end.
    """

    kind: str
    touches: tuple[str, ...]
    within: tuple[int, ...] = ()
    alone_in: tuple[int, ...] = ()
    make: Callable[[Map], Callable[[], str]]

    def goes_with(self, other: "KnownEdit") -> bool:
        """Whether both can be made to one map, each reported as if it were the only one."""
        if set(self.touches) & set(other.touches):
            return False
        one, another = {*self.within, *self.alone_in}, {*other.within, *other.alone_in}
        return not (set(self.alone_in) & another or set(other.alone_in) & one)


@cache
def words() -> tuple[str, ...]:
    """Names that are not similar to one another."""
    random, found = Random(7), list[str]()  # noqa: S311 (the same names every time)
    while len(found) < 150:
        word = "".join(random.sample("abcdefghiklmnoprstuvz", 9))
        if all(SequenceMatcher(None, word, known, autojunk=False).ratio() < 0.5 for known in found):
            found.append(word)
    return tuple(found)


def base(stages: int, ids: int) -> Map:
    """A map in which each thing has its own name; the bits of `ids` say which stages and touchpoints have an id."""
    names = iter(words())
    made: list[Map] = []
    for number in range(stages):
        stage: Map = {"name": next(names), "goal": next(names), "emotion": number % 5 - 2}
        for lane in LANES:
            stage[lane] = [{"name": next(names)} for _ in range(_LANE_LENGTH if number == 0 else 2)]
        if ids >> number & 1:
            stage["id"] = f"stage-{number}"
            stage["touchpoints"][0]["id"] = f"touchpoint-{number}"
        stage["touchpoints"][0] |= {"emotion": -1, "channel": f"channel {number}", "owner": "shop"}
        stage["problems"][0] |= {"touchpoint": stage["touchpoints"][0]["name"]}
        stage["problems"][0] |= {"solutions": [{"name": next(names), "status": "planned"}]}
        stage["kpis"][0] |= {"target": ">= 50 %", "actual": 40 - number}
        made.append(stage)
    return {
        "cjm": 1, "title": next(names), "owner": "shop", "reviewed": "2026-01-01",
        "persona": {"name": next(names), "pains": [next(names)]},
        "sources": {"survey": {"type": "survey", "name": next(names), "sample": 10}},
        "stages": made,
        "transitions": [{"from": made[-1]["name"], "to": made[0]["name"], "name": next(names)}],
    }  # fmt: skip


def _step(thing: Map) -> str:
    return str(thing.get("id") or thing["name"])


def _fresh() -> Iterator[str]:
    return reversed(words())


def edits(data: Map) -> list[KnownEdit]:
    """Everything that can be done to a map of `base`."""
    fresh = _fresh()
    return [*_of_the_map(fresh), *_of_stages(data, fresh), *_of_items(data, fresh), *_of_fields(data)]


def _of_the_map(fresh: Iterator[str]) -> Iterator[KnownEdit]:
    yield _set("map-owner-changed", (), "owner", "growth")
    yield _set("map-reviewed-changed", (), "reviewed", "2026-11-01")
    yield _set("source-sample-changed", ("sources", "survey"), "sample", 99)
    pain = next(fresh)
    yield KnownEdit(
        kind="persona-pain-added",
        touches=("pains",),
        make=lambda new: _address(new["persona"]["pains"].append(pain), lambda: f"persona/pains/{pain}"),
    )


def _address(_done: object, address: Callable[[], str]) -> Callable[[], str]:
    return address


def _set(kind: str, path: tuple[str, ...], field: str, value: object) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        thing = new
        for step in path:
            thing = thing[step]
        thing[field] = value
        return lambda: "/".join(path)

    return KnownEdit(kind=kind, touches=("/".join((*path, field)),), make=make)


def _of_stages(data: Map, fresh: Iterator[str]) -> Iterator[KnownEdit]:
    count = len(data["stages"])
    for number in range(count):
        is_named = "id" in data["stages"][number]
        yield _stage_renamed(number, next(fresh), alone=() if is_named else (number,))
        if 0 < number < count - 1:
            yield _stage_removed(number, _step(data["stages"][number]))
    yield _stage_added(next(fresh), count // 2)
    if count > 3:
        yield _stage_moved()


def _stage_renamed(number: int, name: str, alone: tuple[int, ...]) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage = new["stages"][number]
        for way in new["transitions"]:
            way.update({end: name for end in ("from", "to") if way[end] == stage["name"]})
        stage["name"] = name
        return lambda: f"stages/{_step(stage)}"

    touches = (f"name {number}", "transitions")
    return KnownEdit(kind="stage-renamed", touches=touches, within=(number,), alone_in=alone, make=make)


def _stage_removed(number: int, address: str) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        new["stages"][number]["is gone"] = True
        return lambda: f"stages/{address}"

    return KnownEdit(kind="stage-removed", touches=("order",), alone_in=(number,), make=make)


def _stage_added(name: str, number: int) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        new["stages"].insert(number, {"name": name, "is new": True})
        return lambda: f"stages/{name}"

    return KnownEdit(kind="stage-added", touches=("new stage",), make=make)


def _stage_moved() -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage = new["stages"].pop(0)
        new["stages"].append(stage)
        return lambda: f"stages/{_step(stage)}"

    return KnownEdit(kind="stage-reordered", touches=("order", "new stage"), make=make)


def _of_items(data: Map, fresh: Iterator[str]) -> Iterator[KnownEdit]:
    for number, (lane, noun) in product(range(len(data["stages"])), LANES.items()):
        last = data["stages"][number][lane][-1]["name"]
        yield _item_added(number, lane, noun, next(fresh))
        yield _item_removed(data, number, lane, noun, -1)
        yield _item_removed(data, number, lane, noun, 0)
        yield _item_renamed(number, lane, noun, f"{last} 2")
        yield _item_moved(number, (number + 1) % len(data["stages"]), lane, noun)
    for lane, noun in LANES.items():
        yield _item_reordered(lane, noun)


def _item(new: Map, number: int, lane: str, place: int) -> Map:
    """An item of the old map, wherever it stands in the new one."""
    found: Map = new["olds"][number][lane][place]
    return found


def _home(new: Map, number: int) -> Map:
    found: Map = new["old stages"][number]
    return found


def _item_added(number: int, lane: str, noun: str, name: str) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage = _home(new, number)
        stage[lane].append({"name": name})
        return lambda: f"stages/{_step(stage)}/{lane}/{name}"

    return KnownEdit(kind=f"{noun}-added", touches=(f"{number} {lane} end",), within=(number,), make=make)


def _item_removed(data: Map, number: int, lane: str, noun: str, place: int) -> KnownEdit:
    stage = data["stages"][number]
    address = f"stages/{_step(stage)}/{lane}/{_step(stage[lane][place])}"

    def make(new: Map) -> Callable[[], str]:
        _home(new, number)[lane].remove(_item(new, number, lane, place))
        return lambda: address

    return KnownEdit(kind=f"{noun}-removed", touches=(f"{number} {lane} {place}",), within=(number,), make=make)


def _item_renamed(number: int, lane: str, noun: str, name: str) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage, item = _home(new, number), _item(new, number, lane, -1)
        item["name"] = name
        return lambda: f"stages/{_step(stage)}/{lane}/{_step(item)}"

    return KnownEdit(kind=f"{noun}-renamed", touches=(f"{number} {lane} -1",), within=(number,), make=make)


def _item_moved(number: int, target: int, lane: str, noun: str) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        item, stage = _item(new, number, lane, -1), _home(new, target)
        _home(new, number)[lane].remove(item)
        stage[lane].append(item)
        return lambda: f"stages/{_step(stage)}/{lane}/{_step(item)}"

    touches = (f"{number} {lane} -1", f"{target} {lane} end")
    return KnownEdit(kind=f"{noun}-moved", touches=touches, within=(number, target), make=make)


def _item_reordered(lane: str, noun: str) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage, item = _home(new, 0), _item(new, 0, lane, 1)
        stage[lane].remove(item)
        stage[lane].append(item)
        return lambda: f"stages/{_step(stage)}/{lane}/{_step(item)}"

    touches = (f"0 {lane} end", f"0 {lane} -1", f"0 {lane} order")
    return KnownEdit(kind=f"{noun}-reordered", touches=touches, within=(0,), make=make)


_FIELDS: tuple[tuple[str, str, str, str, Any], ...] = (
    ("touchpoint-channel-changed", "touchpoints", "", "channel", "chat"),
    ("touchpoint-owner-changed", "touchpoints", "", "owner", "growth"),
    ("touchpoint-moment-of-truth-changed", "touchpoints", "", "moment_of_truth", True),
    ("emotion-changed", "touchpoints", "/emotion", "emotion", 2),
    ("problem-severity-changed", "problems", "", "severity", "high"),
    ("problem-touchpoint-changed", "problems", "", "touchpoint", None),
    ("kpi-target-lowered", "kpis", "", "target", ">= 45 %"),
    ("kpi-met", "kpis", "", "actual", 77),
    ("kpi-unit-changed", "kpis", "", "unit", "a month"),
)


def _of_fields(data: Map) -> Iterator[KnownEdit]:
    for number in range(len(data["stages"])):
        yield _stage_field(number, "stage-goal-changed", "", "goal", "Answer")
        yield _stage_field(number, "emotion-changed", "/emotion", "emotion", (number + 1) % 5 - 2)
        yield _solved(number)
        for field in _FIELDS:
            yield _item_field(number, *field[:3], change={field[3]: field[4]})


def _stage_field(number: int, kind: str, below: str, field: str, value: object) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage = _home(new, number)
        stage[field] = value
        return lambda: f"stages/{_step(stage)}{below}"

    return KnownEdit(kind=kind, touches=(f"{number} {field}",), within=(number,), make=make)


def _item_field(number: int, kind: str, lane: str, below: str, *, change: Map) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage, item = _home(new, number), _item(new, number, lane, 0)
        item.update(change)
        for field in [field for field, value in change.items() if value is None]:
            del item[field]
        return lambda: f"stages/{_step(stage)}/{lane}/{_step(item)}{below}"

    return KnownEdit(kind=kind, touches=(f"{number} {lane} 0",), within=(number,), make=make)


def _solved(number: int) -> KnownEdit:
    def make(new: Map) -> Callable[[], str]:
        stage, problem = _home(new, number), _item(new, number, "problems", 0)
        (solution,) = problem["solutions"]
        solution["status"] = "done"
        return lambda: f"stages/{_step(stage)}/problems/{_step(problem)}/solutions/{_step(solution)}"

    return KnownEdit(kind="problem-solved", touches=(f"{number} problems 0",), within=(number,), make=make)


def edited(data: Map, chosen: list[KnownEdit]) -> tuple[Map, list[tuple[str, str]]]:
    """The map with some edits made, and the kind and the address of the change that each must be reported as."""
    new = deepcopy(data)
    new["old stages"] = list(new["stages"])
    new["olds"] = [{lane: list(stage[lane]) for lane in LANES} for stage in new["stages"]]
    in_order = sorted(chosen, key=lambda edit: edit.kind.startswith("stage-"))
    made = [(edit.kind, edit.make(new)) for edit in in_order]
    del new["olds"], new["old stages"]
    new["stages"] = [stage for stage in new["stages"] if not stage.pop("is gone", False)]
    for stage in new["stages"]:
        stage.pop("is new", None)
    return new, sorted((kind, address()) for kind, address in made)


@st.composite
def edited_maps(draw: st.DrawFn, most: int = 8) -> tuple[Map, Map, list[tuple[str, str]]]:
    """A map, the same with up to `most` edits, and what must be reported of them."""
    old = base(draw(st.integers(3, 5)), draw(st.integers(0, 31)))
    known = edits(old)
    chosen: list[KnownEdit] = []
    for edit in draw(st.lists(st.sampled_from(known), min_size=1, max_size=most)):
        if all(edit.goes_with(other) for other in chosen):
            chosen.append(edit)
    new, reported = edited(old, chosen)
    return old, new, reported
