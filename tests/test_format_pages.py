"""The pages on the map format have every key, and all that they show can be copied into a map."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import jsonschema
import pytest
from conftest import Golden
from write_format import PAGES, SECTIONS, anchor, as_yaml, described, page, russian, schema, values

from cjm.core.fields import FieldInfo, field_of
from cjm.core.path import Path, dotted
from cjm.core.text import Language
from cjm.mapfile.document import read_document

LANGUAGES: tuple[Language, ...] = get_args(Language)
KEYS = [(section, key) for section in SECTIONS for key in section.rules(schema("en"))["properties"]]
TEXTS = ("title", "description")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_what_the_program_writes(golden: Golden, language: Language) -> None:
    golden(PAGES[language], page(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_in_its_section(language: Language) -> None:
    sections = {part.partition("\n")[0]: part for part in PAGES[language].read_text(encoding="utf-8").split("\n## ")}
    missing = [
        f"{section.definition}.{key}"
        for section, key in KEYS
        if f"`{key}`" not in sections[section.title.localized(language)]
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_somewhere(language: Language) -> None:
    text = PAGES[language].read_text(encoding="utf-8")
    anchors = {f"#{anchor(heading)}" for heading in re.findall(r"^## (.*)", text, re.MULTILINE)}
    links = set(re.findall(r"\]\(([^)]+)\)", text))
    lost = [link for link in links - anchors if not (PAGES[language].parent / link).is_file()]
    assert {f"#{anchor(section.title.localized(language))}" for section in SECTIONS} <= links
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_read_as_it_is_meant_and_conforms(language: Language) -> None:
    whole = schema(language)
    for section, key in KEYS:
        rule = section.rules(whole)["properties"][key]
        here = jsonschema.Draft7Validator({**rule, "definitions": whole["definitions"]})
        for example in described(rule, whole)["examples"]:
            line = f"{key}: {as_yaml(example)}"
            assert read_document("map.cjm.yaml", line.encode()).tree.data == {key: example}, line
            assert list(here.iter_errors(example)) == [], line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_for_a_value_can_be_written(language: Language) -> None:
    whole = schema(language)
    for section, key in KEYS:
        info = field_of(section.model, key)
        rule = section.rules(whole)["properties"][key]
        here = jsonschema.Draft7Validator({**rule, "definitions": whole["definitions"]})
        for word in re.findall("`([^`]+)`", values(info, rule, language)) if info and info.words else ():
            value = read_document("map.cjm.yaml", f"{key}: {word.replace('N', '5')}".encode()).tree.data
            assert isinstance(value, dict)
            assert here.is_valid(value[key]), f"{key}: {word}"


def written(rule: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The titles and descriptions of a schema, each with its place."""
    yield from (((*path, name), rule[name]) for name in TEXTS if name in rule)
    for group in ("properties", "definitions"):
        for key, inner in rule.get(group, {}).items():
            yield from written(inner, (*path, group, key))


def test_whatever_the_schema_says_has_its_russian() -> None:
    english, translated = ({dotted(path) for path, _ in written(rule)} for rule in (schema("en"), russian()))
    assert {"lacks its Russian": english - translated, "left over": translated - english} == {
        "lacks its Russian": set(),
        "left over": set(),
    }


def is_russian(text: str) -> bool:
    return re.search("[а-яё]", text, re.IGNORECASE) is not None


def test_the_russian_is_russian() -> None:
    kept = {"Id", "KPI"}
    assert [text for _, text in written(russian()) if text not in kept and not is_russian(text)] == []


def is_in_words(info: FieldInfo | None, example: object) -> bool:
    """Whether an example is the author's own words, or holds them."""
    is_own = info is not None and (info.is_text or info.holds_entities) and example not in list(info.words)
    return is_own and not isinstance(example, int | float)


def test_russian_examples_are_in_russian() -> None:
    whole = schema("ru")
    english = [
        f"{section.definition}.{key}: {as_yaml(example)}"
        for section, key in KEYS
        for example in described(section.rules(whole)["properties"][key], whole)["examples"]
        if is_in_words(field_of(section.model, key), example) and not is_russian(as_yaml(example))
    ]
    assert english == []
