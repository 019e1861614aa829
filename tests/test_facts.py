"""A map as lines of facts: nothing is left out, and formatting is no fact."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conftest import Golden
from hypothesis import assume, given
from hypothesis import strategies as st
from samples import data_of

from cjm.compare.facts import facts
from cjm.mapfile.document import Document, read_document

ROOT = Path(__file__).parent.parent
EVERYTHING = ROOT / "tests" / "posters" / "everything" / "map.cjm.yaml"
OWN_SHAPES = [
    None, [], "текст", 1, ["a", "b"], ["a, b"], [["a"], "b"], [["a", "b"]], {"a": "b"}, [{"a": "b"}], ["a: b"],
    [{"name": "a", "b": "c"}], [{"name": "a"}, {"b": "c"}], {"a": {"b": ["c"]}}, {"a": {"b": "d"}}, 'a" · b "c',
]  # fmt: skip


def read(data: Any) -> Document:
    return read_document("map.cjm.yaml", json.dumps(data, ensure_ascii=False).encode())


def facts_of(data: Any) -> list[str]:
    return facts(read(data).journey)


def test_the_facts_of_every_key(golden: Golden) -> None:
    golden(ROOT / "tests" / "facts" / "everything.txt", fact_lines(EVERYTHING.read_bytes()))


def fact_lines(data: bytes) -> str:
    return "".join(f"{fact}\n" for fact in facts(read_document("map.cjm.yaml", data).journey))


def shorter(data: Any) -> Iterator[Any]:
    """Every copy of the data that lacks one key or one entry of a list."""
    for path in paths(data):
        copied = copy.deepcopy(data)
        holder = copied
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
        yield copied


def paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield (*path, step)
        yield from paths(value, (*path, step))


def test_whatever_is_taken_out_of_a_map_changes_its_facts() -> None:
    data = data_of(EVERYTHING)
    whole = facts_of(data)
    documents = [document for document in map(read, shorter(data)) if document.is_sound]
    assert len(documents) > 100
    assert [document.source.text for document in documents if facts(document.journey) == whole] == []


def test_own_keys_of_any_shape_anywhere_have_different_facts() -> None:
    def with_own(value: Any) -> list[tuple[str, ...]]:
        own = {"x-own": value}
        item = {"name": "a", **own}
        return [
            tuple(facts_of({"cjm": 1, "title": "T", "stages": ["A"], **own})),
            tuple(facts_of({"cjm": 1, "title": "T", "stages": [item]})),
            tuple(facts_of({"cjm": 1, "title": "T", "stages": [{"name": "A", "tools": [item]}]})),
        ]

    own_facts = [lines for shape in OWN_SHAPES for lines in with_own(shape)]
    assert len({*own_facts}) == len(own_facts) - 3, "null and an empty list are one fact, everything else differs"


def test_formatting_is_no_fact() -> None:
    tidy = (
        "cjm: 1\ntitle: T\nstages:\n  - name: A\n    emotion: 1\n    goal: G\n    tools:\n      - X\n"
        "    x-b: [y]\n    x-a: z\n"
    )
    other = (
        "# a comment\nstages: [{'goal': G, tools: [{name: \"X\"}], name: A, x-a: [z], x-b: y, emotion: good}] # end\r\n"
        'title: "T"\r\ncjm: 1\r\n'
    )
    assert fact_lines(tidy.encode()) == fact_lines(other.encode())


def test_texts_stay_on_their_line_and_steer_nothing() -> None:
    name = 'a\x1b[31m\n"b" · c\\n\u202e\u2028' + "long " * 100 + "long"
    lines = facts_of({"cjm": 1, "title": "T", "stages": [name]})
    assert lines == ['title = "T"', f'stage "a⟨U+001B⟩[31m\\n\\"b\\" · c\\\\n⟨U+202E⟩⟨U+2028⟩{"long " * 100}long"']


TEXT = st.sampled_from(["a", "b", "a b", "A", '"', '"a"', "a\n", " · ", "\\n", "\n", "1", "x = y", 'a" · goal = "b'])
IDS = st.sampled_from(["a", "b"])


def entries(required: dict[str, Any], **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


def lists(items: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, min_size=1, max_size=3)


SOLUTION = entries({"name": TEXT}, id=IDS, status=st.sampled_from(["idea", "done"]), owner=TEXT)
PROBLEM = entries({"name": TEXT}, id=IDS, severity=st.sampled_from(["low", "high"]), solutions=lists(SOLUTION))
TOUCHPOINT = entries({"name": TEXT}, id=IDS, emotion=st.integers(-2, 2), moment_of_truth=st.booleans(), channel=TEXT)
OWN = st.recursive(
    TEXT, lambda inner: lists(inner) | st.dictionaries(TEXT, inner, min_size=1, max_size=2), max_leaves=4
)
STAGE = entries(
    {"name": TEXT}, id=IDS, goal=TEXT, touchpoints=lists(TEXT | TOUCHPOINT), problems=lists(TEXT | PROBLEM),
    emotion=st.integers(-2, 2) | entries({"score": st.integers(-2, 2)}, name=TEXT), thoughts=lists(TEXT),
    **{"x-a": OWN, "x-b": OWN},
)  # fmt: skip
TRANSITION = entries({"from": TEXT, "to": TEXT}, name=TEXT)
JOURNEYS = entries(
    {"cjm": st.just(1), "title": TEXT, "stages": lists(TEXT | STAGE)},
    persona=entries({"name": TEXT}, goals=lists(TEXT), needs=lists(TEXT)),
    sources=st.dictionaries(st.sampled_from(["a", "b"]), TEXT, min_size=1),
    transitions=lists(TRANSITION),
)


@given(JOURNEYS, JOURNEYS)
def test_different_journeys_have_different_facts(one: Any, other: Any) -> None:
    first, second = read(one).journey, read(other).journey
    assume(first != second)
    assert facts(first) != facts(second)


@given(JOURNEYS, st.data())
def test_any_journey_and_the_same_less_one_thing_have_different_facts(whole: Any, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(list(shorter(whole))))
    first, second = read(whole).journey, read(part).journey
    assume(first != second)
    assert facts(first) != facts(second)
    assert facts(first) == facts_of(whole)
