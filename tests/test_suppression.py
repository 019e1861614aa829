"""Comments that suppress findings: what stays, what goes, what is wrong with the comments themselves."""

from datetime import date
from pathlib import Path

import pytest
from conftest import Golden

from cjm.lint.check import check
from cjm.lint.codes import RULES
from cjm.lint.config import LintConfig
from cjm.mapfile.document import Document, read_document

CASES = sorted((Path(__file__).parent / "suppressed").glob("*.cjm.yaml"))
TODAY = date(2026, 11, 22)


def read(text: str) -> Document:
    return read_document("map", text.encode())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.split(".")[0])
def test_what_stays(path: Path, golden: Golden) -> None:
    result = check([(read(path.read_text(encoding="utf-8")), LintConfig())], RULES, TODAY)
    lines = [f"{f.span.line}:{f.span.column} {f.rule.code} {f.message.en}" for f in result.findings]
    golden(path.with_suffix("").with_suffix(".txt"), "\n".join([*lines, f"suppressed: {len(result.suppressed)}", ""]))


def test_a_rule_that_does_not_run_leaves_its_suppression_alone() -> None:
    document = read("cjm: 1\ntitle: T\nstages:\n  - A  # cjm: ignore[CJM601] two are meant\n")
    unused = LintConfig(select=("CJM9",))
    ignored = LintConfig(select=("CJM9", "CJM6"))
    assert [finding.rule.code for finding in check([(document, unused)], RULES, TODAY).findings] == []
    assert [finding.rule.code for finding in check([(document, ignored)], RULES, TODAY).findings] == ["CJM901"]


def test_many_comments_are_no_trap() -> None:
    lines = "".join(f"  - S{number}  # cjm: ignore[CJM301] x\n" for number in range(20_000))
    result = check([(read(f"cjm: 1\ntitle: T\nstages:\n{lines}"), LintConfig(select=("CJM301",)))], RULES, TODAY)
    assert len(result.suppressed) == 20_000
