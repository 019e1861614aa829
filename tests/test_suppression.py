"""Comments that suppress findings: what stays, what goes, what is wrong with the comments themselves."""

from datetime import date
from pathlib import Path

import pytest
from conftest import Golden

from cjm.lint.baseline import apply_baseline, as_baseline
from cjm.lint.check import CheckResult, check
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


NEEDED = """\
cjm: 1
title: T
stages:
  - name: A
    # cjm: ignore[CJM602] two are meant
    touchpoints:
      - Chat
      - Chat
  - A  # cjm: ignore[CJM601] two are meant
"""
UNJUDGED = {
    "an error of syntax": ("title: T", "title: [T"),
    "a byte that is not UTF-8": ("title: T", "title: \udcd2"),
    "a control character": ("title: T", "title: \x01"),
    "a map of another kind": ("cjm: 1", "cjm: 2"),
    "an unknown tag": ("title: T", "title: !new T"),
    "a misspelt key": ("touchpoints:", "touchpiont:"),
    "a value of another kind": ("      - Chat\n      - Chat\n", "      2026\n"),
    "an error inside of a list": ("      - Chat\n  - A", "      - {nmae: Chat}\n  - A"),
    "an error elsewhere": ("  - A  #", "  - [7]\n  - A  #"),
    "a key that is there twice": ("title: T", "title: T\ntitle: U"),
    "a day that no calendar has": ("title: T", "title: T\nreviewed: 2026-02-30"),
}


def lint(*documents: Document) -> CheckResult:
    config = LintConfig(select=("CJM6", "CJM9"))
    return check([(document, config) for document in documents], RULES, TODAY)


@pytest.mark.parametrize("wrong", UNJUDGED)
def test_in_a_map_that_could_not_be_judged_no_suppression_is_called_unused(wrong: str) -> None:
    assert len(lint(read(NEEDED)).suppressed) == 2
    text = NEEDED.replace(*UNJUDGED[wrong])
    assert text != NEEDED
    document = read_document("map", text.encode(errors="surrogateescape"))
    assert not document.is_sound
    result = lint(document)
    assert not [finding for finding in result.findings if finding.rule.code == "CJM901" or finding.edit]


def test_a_suppression_of_what_other_maps_show_is_not_called_unused_without_them() -> None:
    text = (
        "cjm: 1\ntitle: T\npersona: {name: Ann, goals: [Save]}  # cjm: ignore[CJM604] she is older here\nstages: [A]\n"
    )
    assert RULES["CJM604"] == "persona-differs"
    assert lint(read(text)).findings == []


def test_a_suppression_in_a_key_is_part_of_the_key() -> None:
    document = read('cjm: 1\ntitle: T\n"x-a # cjm: ignore[CJM601] no comment": b\nstages: [A]\n')
    assert document.is_sound
    assert lint(document).findings == []


def test_of_what_was_not_judged_no_entry_of_a_baseline_is_stale() -> None:
    bare = NEEDED.replace("#", "# no")
    baseline = as_baseline(check([(read(bare), LintConfig())], RULES, TODAY).findings).encode()
    better = lint(read(bare.replace("- Chat", "- Mail", 1)))
    assert [entry[1] for entry in apply_baseline(better, baseline, "known").stale] == ["CJM602"]
    broken = lint(read(bare.replace(": T", ": [T")))
    assert apply_baseline(broken, baseline, "known").stale == []
