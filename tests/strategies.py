"""Random maps, as data and as YAML text, for laws that hold for every map."""

from typing import Any

import yaml
from hypothesis import strategies as st

from cjm.mapfile.document import Document, read_document

Map = dict[str, Any]

_NAMES = st.sampled_from(["Site", "site", "Call", "Call us", "Shop ~/1", "Сайт", "Звонок в поддержку", "- #: 'x'"])
_IDS = st.sampled_from(["a", "b", "c"])


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Map]:
    """A mapping with a name and any of some fields."""
    return st.fixed_dictionaries({"name": _NAMES}, optional=fields)


def _lane(entries: st.SearchStrategy[Any], *, by_id: bool = True) -> st.SearchStrategy[list[Any]]:
    """A few entries, no two of one id."""
    lists = st.lists(entries, max_size=4)
    return lists.map(_without_repeated_ids) if by_id else lists


def _without_repeated_ids(entries: list[Any]) -> list[Any]:
    used: list[str] = []
    for entry in entries:
        if isinstance(entry, dict) and entry.get("id") in used:
            del entry["id"]
        elif isinstance(entry, dict) and "id" in entry:
            used.append(entry["id"])
    return entries


_OWNERS = st.sampled_from(["crm", "sales"])
_SETS = _NAMES | st.lists(_NAMES, min_size=1, max_size=3)
_SCORES = st.sampled_from([-2, -1.5, -1, 0, 0.5, 1, 2, "angry", "радость"])
_EMOTIONS = _SCORES | st.fixed_dictionaries({"score": _SCORES}, optional={"name": _NAMES})
_MOMENTS = st.booleans() | _NAMES
_DEGREES = st.sampled_from(["low", "high"])
_ITEMS = _NAMES | _some(id=_IDS, owner=_OWNERS, confidence=st.sampled_from(["assumed", "measured"]))
_TOUCHPOINTS = _NAMES | _some(
    id=_IDS, channel=_NAMES, emotion=_EMOTIONS, moment_of_truth=_MOMENTS, actors=_SETS, description=_NAMES, event=_SETS
)
_ACTIONS = _ITEMS | _some(
    id=_IDS, touchpoint=_NAMES, emotion=_EMOTIONS, thoughts=_lane(_NAMES, by_id=False), actors=_SETS, wait=_NAMES
)
_SOLUTIONS = _NAMES | _some(id=_IDS, owner=_OWNERS, status=st.sampled_from(["idea", "done"]), impact=_DEGREES)
_PROBLEMS = _NAMES | _some(
    id=_IDS,
    touchpoint=_SETS,
    severity=st.sampled_from(["high", "critical"]),
    frequency=st.sampled_from(["often", "23 %"]),
    solutions=_lane(_SOLUTIONS),
)
_KPIS = _NAMES | _some(
    id=_IDS,
    target=st.sampled_from([">= 300", "<= 5 %", "many"]),
    actual=st.integers(200, 400),
    period=st.just("month"),
    as_of=st.just("2026-10-31"),
)
_STAGES = _some(
    id=_IDS,
    goal=_NAMES,
    phase=st.sampled_from(["before", "Choosing"]),
    owner=_OWNERS,
    map=st.just("checkout.cjm.yaml"),
    actions=_lane(_ACTIONS),
    tools=_lane(_ITEMS),
    touchpoints=_lane(_TOUCHPOINTS),
    problems=_lane(_PROBLEMS),
    opportunities=_lane(_SOLUTIONS),
    kpis=_lane(_KPIS),
    emotion=_EMOTIONS,
    **{"x-risks": _lane(_NAMES, by_id=False)},
)
_ENDS = _NAMES | _IDS
_WAYS = st.fixed_dictionaries({"from": _ENDS}, optional={"to": _ENDS, "name": _NAMES, "share": st.just("30 %")})

maps: st.SearchStrategy[Map] = st.fixed_dictionaries(
    {
        "cjm": st.just(1),
        "title": _NAMES,
        "stages": st.lists(_STAGES, min_size=1, max_size=5).map(_without_repeated_ids),
    },
    optional={
        "owner": _OWNERS,
        "status": st.sampled_from(["draft", "archived"]),
        "description": _NAMES,
        "kpis": _lane(_KPIS),
        "reviewed": st.sampled_from(["2026-01-01", "2026-10-01"]),
        "persona": _some(goals=_lane(_NAMES, by_id=False), pains=_lane(_NAMES, by_id=False), quote=_NAMES),
        "sources": st.dictionaries(_IDS, _some(type=st.just("survey"), sample=st.integers(1, 9)), max_size=3),
        "transitions": _lane(_WAYS, by_id=False),
        "x-note": st.recursive(_NAMES, lambda inner: st.lists(inner) | st.dictionaries(_IDS, inner), max_leaves=4),
    },
)


def written(data: Map) -> str:
    """A map as YAML text; by libyaml, because it is written thousands of times."""
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, default_flow_style=None))


def document_of(data: Map, name: str = "map.cjm.yaml") -> Document:
    """A map as `cjm` reads it; that it conforms to the schema is part of every test that uses it."""
    document = read_document(name, written(data).encode("utf-8"))
    assert document.is_sound, (written(data), [finding.message.en for finding in document.findings])
    return document
