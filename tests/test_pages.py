"""The catalogue of rules, and the manual page of each: its Bad is found, its Good is not."""

import pkgutil
import re
from collections import Counter

import pytest
from reported import TODAY, name_of

from cjm.core.errors import UsageError
from cjm.core.finding import RuleInfo, Severity
from cjm.core.rule_doc import read_doc
from cjm.lint import rules as rules_package
from cjm.lint import suppression_rules as linter
from cjm.lint.catalogue import CONSTANTS, all_rules, load, rule_named
from cjm.lint.check import check
from cjm.lint.codes import REFERENCES, RULES
from cjm.lint.config import LintConfig
from cjm.mapfile import file_rules as files
from cjm.mapfile import reading_rules as reading
from cjm.mapfile import schema_rules as schema
from cjm.mapfile.document import read_document
from cjm.workspace.settings_file import read_settings

CATALOGUE = all_rules()
FAMILIES_OF_RULES = {"2": "references", "3": "gaps", "4": "measures", "5": "evidence and age", "6": "consistency"}
OTHER_FAMILIES = {files: "0", reading: "0", schema: "1", linter: "9"}

# Their Bad describes a file that nobody could print; `test_bytes.py` and `test_limits.py` make such files.
NOT_YAML = {files.NOT_UTF8, files.CONTROL_CHARACTER, files.TOO_LARGE, reading.TOO_DEEP}

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.name)
each_rule_in_yaml = pytest.mark.parametrize(
    "rule", [rule for rule in CATALOGUE if rule not in NOT_YAML], ids=lambda rule: rule.name
)


@each_rule_in_yaml
def test_bad_is_found(rule: RuleInfo) -> None:
    assert rule.code in codes_in(rule, rule.doc.bad)


@each_rule_in_yaml
def test_good_is_not_found(rule: RuleInfo) -> None:
    assert rule.code not in codes_in(rule, rule.doc.good)


@pytest.mark.parametrize("rule", CONSTANTS.values(), ids=lambda rule: rule.name)
def test_good_conforms(rule: RuleInfo) -> None:
    assert read_document("good.cjm.yaml", as_map(rule.doc.good).encode()).findings == ()


def as_map(fragment: str) -> str:
    """A fragment with the keys before it that a map must have and that it does not bring itself."""
    if all(line.startswith("#") for line in fragment.splitlines()):
        return fragment
    needed = {"cjm": "cjm: 1\n", "title": "title: T\n", "stages": "stages: [{name: S}]\n"}
    own = set(re.findall(r"^(\w+):", fragment, re.MULTILINE))
    return "".join(line for key, line in needed.items() if key not in own) + fragment


def codes_in(rule: RuleInfo, example: str) -> set[str]:
    """What is found in a page's example: in one map, or, where a rule compares maps, in several parted by `---`."""
    fragments = [example] if rule is reading.SEVERAL_DOCUMENTS else example.split("---\n")
    documents = [read_document(name_of(text), as_map(text).encode()) for text in fragments]
    names, config = {document.source.name for document in documents}, config_in(example)
    findings = check([(each, config) for each in documents], RULES, TODAY, lambda _, file: file in names).findings
    return {found.rule.code for found in findings}


def config_in(example: str) -> LintConfig:
    """The settings that a comment in an example asks for: `# cjm.toml: required-lanes = ["goal"]`."""
    setting = re.search(r"^# (?:cjm\.toml: )?([a-z-]+ = .*)$", example, re.MULTILINE)
    settings = read_settings("cjm.toml", setting[1].encode()) if setting else None
    return settings.lint if settings else LintConfig()


@each_rule
def test_a_page_speaks_both_languages(rule: RuleInfo) -> None:
    for text in (rule.doc.sentence, rule.doc.why):
        assert share_of_cyrillic(text.en) < 0.1
        assert share_of_cyrillic(text.ru) > 0.5
        assert text.en.endswith(".")
        assert text.ru.endswith(".")


def share_of_cyrillic(text: str) -> float:
    return len(re.findall("[а-яё]", text.lower())) / len(re.findall(r"[^\W\d_]", text))


@each_rule
def test_a_page_is_short_enough_to_be_read(rule: RuleInfo) -> None:
    assert len(rule.doc.sentence.en) <= 80
    assert len(rule.doc.sentence.ru) <= 90
    assert len(rule.doc.bad.splitlines()) <= 12


@each_rule
def test_codes_and_names_have_their_form(rule: RuleInfo) -> None:
    assert re.fullmatch(r"CJM\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


def test_no_code_and_no_name_is_given_twice() -> None:
    names = Counter(word for rule in CATALOGUE for word in (rule.code, rule.name))
    assert [word for word, times in names.items() if times > 1] == []


def test_rules_stand_in_their_family() -> None:
    for module, digit in OTHER_FAMILIES.items():
        assert {rule.code[3] for rule in vars(module).values() if isinstance(rule, RuleInfo)} == {digit}
    assert {code[3] for code in RULES} == set(FAMILIES_OF_RULES)


def test_what_validate_adds_are_errors_of_reference() -> None:
    references = {rule.code for rule in CATALOGUE if rule.code[3] == "2" and rule.severity is Severity.ERROR}
    assert set(REFERENCES) == references


def test_the_index_of_codes_names_every_rule_and_its_code() -> None:
    files_there = {module.name.replace("_", "-") for module in pkgutil.iter_modules(rules_package.__path__)}
    assert set(RULES.values()) == files_there
    assert {code: load(code).rule.code for code in RULES} == {code: code for code in RULES}


def test_the_catalogue_is_in_the_order_of_the_codes() -> None:
    assert [rule.code for rule in CATALOGUE] == sorted(rule.code for rule in CATALOGUE)


@pytest.mark.parametrize("name", ["CJM301", "cjm301", "stage-without-goal", "Stage-Without-Goal"])
def test_a_rule_is_found_by_code_or_name(name: str) -> None:
    assert rule_named(name).code == "CJM301"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("stage-without-gaol", "did you mean stage-without-goal?"), ("?", "`cjm rules` lists them all")],
)
def test_an_unknown_name_gets_a_hint(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match="no rule has the code or name") as caught:
        rule_named(name)
    assert caught.value.hint.en == hint


@pytest.mark.parametrize("docstring", ["", "Only a sentence.", "A sentence.\n\nBad:\n    a: 1\nGood:\n    a: 2"])
def test_a_page_without_all_its_parts_is_refused(docstring: str) -> None:
    with pytest.raises(ValueError, match="a page needs"):
        read_doc(docstring, ru="Предложение.\n\nПричина.")
