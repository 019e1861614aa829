"""Each map in `maps/` is a case: it says itself what is wrong with it, and its golden what exactly we say about that.

The first line is `# about: CODE what the case shows`. A faulty line ends with `# expect: CODE …`; where a comment
there would be part of the fault, the head of the file says `# expect-line: NUMBER CODE …`. At a map in `maps/lint`
look the rules that its first line names, so that a new rule leaves the cases of others alone; elsewhere those that
`validate` runs, so that a case may be short.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from conftest import Golden
from told import TODAY, told

from cjm.core.finding import Finding, RuleInfo
from cjm.lint.catalogue import all_kinds
from cjm.lint.rule import Rule
from cjm.lint.run import all_rules, check, reference_rules
from cjm.mapfile import reading_rules as reading
from cjm.mapfile import schema_rules as schema
from cjm.mapfile.document import read_document

MAPS = Path(__file__).parent / "maps"
CASES = sorted(MAPS.rglob("*.cjm.yaml"))

# `test_bytes.py` and `test_limits.py` make files that have these.
NOT_IN_A_TEXT = {
    reading.NOT_UTF8,
    reading.CONTROL_CHARACTER,
    reading.TOO_LARGE,
    reading.TOO_DEEP,
    reading.TOO_MANY_NODES,
    reading.EMPTY,
}

_ABOUT = re.compile(r"# about: (CJM\d{3}(?: CJM\d{3})*) .+")
_EXPECT = re.compile(r"# expect: (.+)")
_EXPECT_LINE = re.compile(r"# expect-line: (\d+) (.+)")

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(MAPS)))


@each_case
def test_case(case: Path, golden: Golden) -> None:
    findings = found_in(case)
    text = case.read_text(encoding="utf-8")
    assert sorted((finding.span.line, finding.kind.code) for finding in findings) == sorted(expected(text))
    golden(case.with_name(case.name.replace(".cjm.yaml", ".txt")), told(findings))


@each_case
def test_a_case_says_what_it_is_about(case: Path) -> None:
    first = case.read_text(encoding="utf-8").splitlines()[0]
    about = _ABOUT.fullmatch(first)
    assert about, f"the first line is no `# about: CJM101 …`: {first}"
    assert set(about[1].split()) <= {kind.code for kind in all_kinds()}


def test_no_golden_is_left_of_a_case_that_is_gone() -> None:
    goldens = {path.with_suffix("") for path in MAPS.rglob("*.txt")}
    assert goldens == {case.with_name(case.name.removesuffix(".cjm.yaml")) for case in CASES}


def test_every_kind_of_wrong_yaml_and_of_no_map_has_a_case() -> None:
    shown = {code for case in CASES for _, code in expected(case.read_text(encoding="utf-8"))}
    kinds = {kind for module in (reading, schema) for kind in vars(module).values() if isinstance(kind, RuleInfo)}
    assert {kind for kind in kinds if kind.code not in shown} == NOT_IN_A_TEXT


def test_every_rule_is_content_with_the_sound_map() -> None:
    document = read_document("sound", (MAPS / "lint" / "sound.cjm.yaml").read_bytes())
    assert check(document, all_rules(), TODAY) == []


def found_in(case: Path) -> list[Finding]:
    document = read_document(case.name, case.read_bytes())
    return check(document, rules_for(case), TODAY)


def rules_for(case: Path) -> Sequence[Rule]:
    if case.parent.name != "lint":
        return reference_rules()
    first = case.read_text(encoding="utf-8").splitlines()[0]
    return [rule for rule in all_rules() if rule.code in first]


def expected(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if ahead := _EXPECT_LINE.fullmatch(line):
            yield from ((int(ahead[1]), code) for code in ahead[2].split())
        elif here := _EXPECT.search(line):
            yield from ((number, code) for code in here[1].split())
