"""Each map in `maps/` is a case: it says itself what is wrong with it, and its golden what exactly we say about that.

The first line is `# about: CODE what the case shows`. A faulty line ends with `# expect: CODE …`; where a comment
there would be part of the fault, the head of the file says `# expect-line: NUMBER CODE …`. At a map in `maps/lint`
look the rules that its first line names, so that a new rule leaves the cases of others alone; elsewhere those that
`validate` runs, so that a case may be short.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from conftest import Golden
from reported import as_lines, found_in
from validators import by_each_validator

from cjm.core.finding import RuleInfo
from cjm.lint.catalogue import NAMES
from cjm.lint.codes import REFERENCES, RULES
from cjm.mapfile import file_rules as files
from cjm.mapfile import reading_rules as reading
from cjm.mapfile import schema_rules as schema
from cjm.mapfile.document import read_document
from cjm.mapfile.schema_error import Validate

MAPS = Path(__file__).parent / "maps"
CASES = sorted(MAPS.rglob("*.cjm.yaml"))

# `test_bytes.py` and `test_limits.py` make files that have these.
NOT_IN_A_TEXT = {
    files.NOT_UTF8,
    files.CONTROL_CHARACTER,
    files.TOO_LARGE,
    reading.TOO_DEEP,
    reading.TOO_MANY_NODES,
    reading.EMPTY,
}

_ABOUT = re.compile(r"# about: (CJM\d{3}(?: CJM\d{3})*) .+")
_EXPECT = re.compile(r"# expect: (.+)")
_EXPECT_LINE = re.compile(r"# expect-line: (\d+) (.+)")

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(MAPS)))


@by_each_validator
@each_case
def test_case(case: Path, validate: Validate, golden: Golden) -> None:
    findings = found_in(read_document(case.name, case.read_bytes(), validate), codes=rules_for(case))
    text = case.read_text(encoding="utf-8")
    assert sorted((finding.span.line, finding.rule.code) for finding in findings) == sorted(expected(text))
    golden(case.with_name(case.name.replace(".cjm.yaml", ".txt")), as_lines(findings))


@each_case
def test_a_case_lists_its_findings(case: Path) -> None:
    first = case.read_text(encoding="utf-8").splitlines()[0]
    about = _ABOUT.fullmatch(first)
    assert about, f"the first line is no `# about: CJM101 …`: {first}"
    assert set(about[1].split()) <= NAMES.keys()


def test_no_golden_is_left_of_a_case_that_is_gone() -> None:
    goldens = {path.with_suffix("") for path in MAPS.rglob("*.txt")}
    assert goldens == {case.with_name(case.name.removesuffix(".cjm.yaml")) for case in CASES}


def test_every_kind_of_wrong_yaml_and_of_no_map_has_a_case() -> None:
    shown = {code for case in CASES for _, code in expected(case.read_text(encoding="utf-8"))}
    modules = (files, reading, schema)
    rules = {rule for module in modules for rule in vars(module).values() if isinstance(rule, RuleInfo)}
    assert {rule for rule in rules if rule.code not in shown} == NOT_IN_A_TEXT


def test_every_rule_is_content_with_the_sound_map() -> None:
    document = read_document("sound", (MAPS / "lint" / "sound.cjm.yaml").read_bytes())
    assert found_in(document) == []


def rules_for(case: Path) -> Collection[str]:
    if case.parent.name != "lint":
        return REFERENCES
    first = case.read_text(encoding="utf-8").splitlines()[0]
    return [code for code in RULES if code in first]


def expected(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if ahead := _EXPECT_LINE.fullmatch(line):
            yield from ((int(ahead[1]), code) for code in ahead[2].split())
        elif here := _EXPECT.search(line):
            yield from ((number, code) for code in here[1].split())
