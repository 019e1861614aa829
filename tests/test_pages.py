"""The catalogue of findings, and the manual page of each: its Bad is found, its Good is not."""

import re
from collections import Counter

import pytest
from told import TODAY

from cjm.core.errors import UsageError
from cjm.core.finding import RuleInfo, Severity
from cjm.core.rule_doc import page
from cjm.lint import suppression_rules as linter
from cjm.lint.catalogue import all_kinds, kind_named
from cjm.lint.check import judged
from cjm.lint.config import Config, read_config
from cjm.lint.rule import Rule
from cjm.lint.run import all_rules, reference_rules
from cjm.mapfile import reading_rules as reading
from cjm.mapfile import schema_rules as schema
from cjm.mapfile.document import read_document

KINDS = all_kinds()
FAMILIES_OF_RULES = {"2": "references", "3": "gaps", "4": "measures", "5": "evidence and age", "6": "consistency"}
OTHER_FAMILIES = {"0": reading, "1": schema, "9": linter}

# Their Bad describes a file that nobody could print; `test_bytes.py` and `test_limits.py` make such files.
NOT_YAML = {reading.NOT_UTF8, reading.CONTROL_CHARACTER, reading.TOO_LARGE, reading.TOO_DEEP}

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
each_kind_in_yaml = pytest.mark.parametrize("kind", [k for k in KINDS if k not in NOT_YAML], ids=lambda kind: kind.name)


@each_kind_in_yaml
def test_bad_is_found(kind: RuleInfo) -> None:
    assert kind.code in codes_in(kind, kind.page.bad)


@each_kind_in_yaml
def test_good_is_not_found(kind: RuleInfo) -> None:
    assert kind.code not in codes_in(kind, kind.page.good)


@pytest.mark.parametrize("kind", [k for k in KINDS if not isinstance(k, Rule)], ids=lambda kind: kind.name)
def test_good_conforms(kind: RuleInfo) -> None:
    assert read_document("good.cjm.yaml", as_map(kind.page.good).encode()).findings == ()


def as_map(fragment: str) -> str:
    """A fragment with the keys before it that a map must have and that it does not bring itself."""
    if all(line.startswith("#") for line in fragment.splitlines()):
        return fragment
    needed = {"cjm": "cjm: 1\n", "title": "title: T\n", "stages": "stages: [{name: S}]\n"}
    own = set(re.findall(r"^(\w+):", fragment, re.MULTILINE))
    return "".join(line for key, line in needed.items() if key not in own) + fragment


def codes_in(kind: RuleInfo, example: str) -> set[str]:
    """What is found in a page's example: in one map, or, where a rule compares maps, in several parted by `---`."""
    fragments = [example] if kind is reading.SEVERAL_DOCUMENTS else example.split("---\n")
    documents = [read_document(f"{n}.cjm.yaml", as_map(text).encode()) for n, text in enumerate(fragments)]
    config = config_in(example)
    return {kept.kind.code for kept in judged([(each, config) for each in documents], all_rules(), TODAY).findings}


def config_in(example: str) -> Config:
    """The settings that a comment in an example asks for: `# cjm.toml: required-lanes = ["goal"]`."""
    setting = re.search(r"^# (?:cjm\.toml: )?([a-z-]+ = .*)$", example, re.MULTILINE)
    config = read_config("cjm.toml", setting[1]) if setting else Config()
    assert config
    return config


@each_kind
def test_a_page_speaks_both_languages(kind: RuleInfo) -> None:
    for text in (kind.page.sentence, kind.page.why):
        assert share_of_cyrillic(text.en) < 0.1
        assert share_of_cyrillic(text.ru) > 0.5
        assert text.en.endswith(".")
        assert text.ru.endswith(".")


def share_of_cyrillic(text: str) -> float:
    return len(re.findall("[а-яё]", text.lower())) / len(re.findall(r"[^\W\d_]", text))


@each_kind
def test_a_page_is_short_enough_to_be_read(kind: RuleInfo) -> None:
    assert len(kind.page.sentence.en) <= 80
    assert len(kind.page.sentence.ru) <= 90
    assert len(kind.page.bad.splitlines()) <= 12


@each_kind
def test_codes_and_names_have_their_form(kind: RuleInfo) -> None:
    assert re.fullmatch(r"CJM\d{3}", kind.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.name)


def test_no_code_and_no_name_is_given_twice() -> None:
    given = Counter(word for kind in KINDS for word in (kind.code, kind.name))
    assert [word for word, times in given.items() if times > 1] == []


def test_kinds_stand_in_their_family() -> None:
    for digit, module in OTHER_FAMILIES.items():
        assert {kind.code[3] for kind in vars(module).values() if isinstance(kind, RuleInfo)} == {digit}
    assert {rule.code[3] for rule in all_rules()} == set(FAMILIES_OF_RULES)


def test_what_validate_adds_are_errors_of_reference() -> None:
    assert {(rule.code[3], rule.severity) for rule in reference_rules()} == {("2", Severity.ERROR)}


def test_the_catalogue_is_in_the_order_of_the_codes() -> None:
    assert [kind.code for kind in KINDS] == sorted(kind.code for kind in KINDS)
    assert set(all_rules()) < set(KINDS)


@pytest.mark.parametrize("name", ["CJM301", "cjm301", "stage-without-goal", "Stage-Without-Goal"])
def test_a_kind_is_found_by_code_or_name(name: str) -> None:
    assert kind_named(name).code == "CJM301"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("stage-without-gaol", "did you mean stage-without-goal?"), ("?", "`cjm rules` lists them all")],
)
def test_an_unknown_name_gets_a_hint(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match="no rule has the code or name") as caught:
        kind_named(name)
    assert caught.value.hint.en == hint


@pytest.mark.parametrize("docstring", [None, "Only a sentence.", "A sentence.\n\nBad:\n    a: 1\nGood:\n    a: 2"])
def test_a_page_without_all_its_parts_is_refused(docstring: str | None) -> None:
    with pytest.raises(ValueError, match="a page needs"):
        page(docstring, ru="Предложение.\n\nПричина.")
