"""Each map in `maps/` is a case: it says itself what is wrong with it, and its golden what exactly we say about that.

The first line is `# about: CODE what the case shows`. A faulty line ends with `# expect: CODE …`; where a comment
there would be part of the fault, the head of the file says `# expect-line: NUMBER CODE …`. The rules of `lint`
look at the maps in `maps/lint`; elsewhere only those that `validate` runs, so that a case may be short.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Golden
from told import TODAY, told

from cjm.catalogue import all_kinds
from cjm.document import read_document
from cjm.finding import Finding
from cjm.lint.run import all_rules, check, reference_rules

MAPS = Path(__file__).parent / "maps"
CASES = sorted(MAPS.rglob("*.cjm.yaml"))

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


def found_in(case: Path) -> list[Finding]:
    document = read_document(case.name, case.read_bytes())
    return check(document, all_rules() if case.parent.name == "lint" else reference_rules(), TODAY)


def expected(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if ahead := _EXPECT_LINE.fullmatch(line):
            yield from ((int(ahead[1]), code) for code in ahead[2].split())
        elif here := _EXPECT.search(line):
            yield from ((number, code) for code in here[1].split())
