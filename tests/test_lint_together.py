"""Each folder in `together/` is a case: maps that are linted together by the rules its first map is about.

The maps say what is wrong with them as those in `maps/` do (see `test_maps`).
"""

from pathlib import Path

import pytest
from conftest import Golden
from reported import as_lines, found_in, name_of
from test_maps import expected

from cjm.core.finding import RuleInfo
from cjm.lint.catalogue import all_rules
from cjm.lint.codes import RULES
from cjm.mapfile.document import Document, read_document

CASES = sorted(path for path in (Path(__file__).parent / "together").iterdir() if path.is_dir())
BETWEEN_MAPS = "---\n"
"""What parts the maps in the examples of a page."""

about_several_maps = pytest.mark.parametrize(
    "rule",
    [rule for rule in all_rules() if rule.code in RULES and BETWEEN_MAPS in rule.doc.bad],
    ids=lambda rule: rule.name,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, golden: Golden) -> None:
    maps = sorted(case.glob("*.cjm.yaml"))
    findings = found_in(*(read_document(path.name, path.read_bytes()) for path in maps), codes=rules_about(maps[0]))
    expected_findings = [(path.name, *line) for path in maps for line in expected(path.read_text(encoding="utf-8"))]
    assert [(finding.file, finding.span.line, finding.rule.code) for finding in findings] == sorted(expected_findings)
    golden(case.with_suffix(".txt"), as_lines(findings))


def test_no_golden_is_left_of_a_case_that_is_gone() -> None:
    assert {path.with_suffix("") for path in CASES[0].parent.glob("*.txt")} == set(CASES)


@about_several_maps
def test_a_rule_finds_its_bad_maps(rule: RuleInfo) -> None:
    assert {finding.rule.code for finding in found_in(*maps_of(rule.doc.bad), codes=[rule.code])} == {rule.code}


@about_several_maps
def test_a_rule_is_content_with_its_good_maps(rule: RuleInfo) -> None:
    assert found_in(*maps_of(rule.doc.good), codes=[rule.code]) == []


def rules_about(first_map: Path) -> list[str]:
    about = first_map.read_text(encoding="utf-8").splitlines()[0]
    return [code for code in RULES if code in about]


def maps_of(example: str) -> list[Document]:
    return [read_document(name_of(text), f"cjm: 1\n{text}".encode()) for text in example.split(BETWEEN_MAPS)]
