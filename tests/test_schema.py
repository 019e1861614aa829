"""The schema is valid, explains itself, agrees with its oracle, and has the names and words of the model."""

import copy
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import EXAMPLES, data_of, schema
from write_format import SECTIONS, described

from cjm.core import model
from cjm.core.fields import all_fields, fields_of
from cjm.core.path import Path, dotted
from cjm.core.vocabulary import EMOTION_WORDS

SCHEMA = schema()
DEFINITIONS = SCHEMA["definitions"]
ORACLE = jsonschema.Draft7Validator(SCHEMA)
OURS = jsonschema_rs.Draft7Validator(SCHEMA)


def test_the_schema_is_valid_under_the_meta_schema() -> None:
    assert list(jsonschema.Draft7Validator(jsonschema.Draft7Validator.META_SCHEMA).iter_errors(SCHEMA)) == []


def properties(rule: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every key of the format that a rule describes, with what it says of it."""
    for name, inner in rule.get("properties", {}).items():
        yield (*path, name), inner
        yield from properties(inner, (*path, name))
    for name, inner in rule.get("definitions", {}).items():
        yield from properties(inner, (name,))


PROPERTIES = dict(properties(SCHEMA))


@pytest.mark.parametrize("path", PROPERTIES, ids=dotted)
def test_an_editor_can_explain_every_key(path: Path) -> None:
    rule = described(PROPERTIES[path], SCHEMA)
    assert rule["title"]
    assert rule["description"].endswith(".")
    assert rule["examples"]


@pytest.mark.parametrize("path", PROPERTIES, ids=dotted)
def test_every_example_is_valid(path: Path) -> None:
    rule = PROPERTIES[path]
    here = jsonschema.Draft7Validator({**rule, "definitions": DEFINITIONS})
    for sample in described(rule, SCHEMA)["examples"]:
        assert list(here.iter_errors(sample)) == []


def test_every_definition_is_used() -> None:
    used = {reference.rpartition("/")[2] for reference in references(SCHEMA)}
    assert used == set(DEFINITIONS)


def references(rule: Any) -> Iterator[str]:
    if isinstance(rule, dict):
        yield from ([rule["$ref"]] if isinstance(rule.get("$ref"), str) else [])
        rule = list(rule.values())
    for inner in rule if isinstance(rule, list) else []:
        yield from references(inner)


ENTITIES: dict[str, Any] = {section.definition: section.model for section in SECTIONS}

# What the model holds beside the keys of its mapping, and the other way round.
ONLY_IN_MODEL: dict[Any, set[str]] = {model.Source: {"key"}}
ONLY_IN_SCHEMA: dict[Any, set[str]] = {model.Journey: {"cjm"}}


@pytest.mark.parametrize("definition", ENTITIES)
def test_schema_and_model_have_the_same_names(definition: str) -> None:
    entity = ENTITIES[definition]
    keys = set((DEFINITIONS[definition] if definition else SCHEMA)["properties"])
    fields = {info.key for info in fields_of(entity)}
    assert keys - ONLY_IN_SCHEMA.get(entity, set()) == fields - ONLY_IN_MODEL.get(entity, set())


def test_fields_that_hold_things_have_a_noun() -> None:
    without = [
        info.key
        for info in all_fields(model.Journey)
        if (info.holds_entities or info.is_list) and not info.noun and not info.is_set
    ]
    assert without == []


def test_a_reference_leads_to_a_list() -> None:
    keys = {info.key for info in all_fields(model.Journey) if info.is_list}
    assert keys > {info.refers_to for info in all_fields(model.Journey) if info.refers_to}


@pytest.mark.parametrize("definition", ENTITIES)
def test_unknown_keys_are_refused_and_own_keys_allowed(definition: str) -> None:
    rule = DEFINITIONS[definition] if definition else SCHEMA
    assert rule["additionalProperties"] is False
    assert rule["patternProperties"] == {"^x-": {}}


@pytest.mark.parametrize("definition", ENTITIES)
def test_a_set_of_words_is_the_same_in_both(definition: str) -> None:
    rules = (DEFINITIONS[definition] if definition else SCHEMA)["properties"]
    enums = {key: each["enum"] for key, rule in rules.items() if "enum" in (each := described(rule, SCHEMA))}
    assert enums == {key: list(words) for key, words in words_of(ENTITIES[definition])}


def words_of(entity: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys of an entity whose values are of a closed set, and the set."""
    for info in fields_of(entity):
        if get_origin(info.type) is Literal:
            yield info.key, get_args(info.type)


def test_the_words_for_emotions_are_those_that_have_a_score() -> None:
    assert DEFINITIONS["score"]["else"]["enum"] == list(EMOTION_WORDS)


REAL_MAPS = [data_of(path) for path in EXAMPLES]
KEYS = sorted({str(step) for path in PROPERTIES for step in path} | {"x-own", "nmae", "тест"})

texts = st.text("aб-/:2026.", max_size=12)  # no line breaks: Python's `$` matches before the last one, Rust's does not
leaves = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | texts | st.sampled_from(KEYS)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=4,
)


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield from places(value[step], (*path, step))


@st.composite
def mutated_maps(draw: st.DrawFn) -> Any:
    """An example map in which a few values were replaced, added or deleted, wherever they stood."""
    data = copy.deepcopy(draw(st.sampled_from(REAL_MAPS)))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([path for path in places(data) if path]))
        around = at(data, path[:-1])
        match draw(st.sampled_from(["replace", "delete", "add"])):
            case "replace":
                around[path[-1]] = draw(values)
            case "delete":
                del around[path[-1]]
            case _ if isinstance(around, list):
                around.append(draw(values))
            case _:
                around[draw(st.sampled_from(KEYS))] = draw(values)
    return data


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_valid_for_both(path: Any) -> None:
    data = data_of(path)
    assert OURS.is_valid(data)
    assert ORACLE.is_valid(data)


@pytest.mark.no_cover
@settings(max_examples=80)
@given(mutated_maps())
def test_jsonschema_agrees_wherever_something_is_wrong(data: Any) -> None:
    expected = {tuple(error.absolute_path) for error in ORACLE.iter_errors(data)}
    assert {tuple(error.instance_path) for error in OURS.iter_errors(data)} == expected
    assert OURS.is_valid(data) == (not expected)
