"""The YAML test suite: nothing is read with another value in silence, and where our verdict differs there is a reason.

`yaml-test-suite.jsonl` holds the cases of https://github.com/yaml/yaml-test-suite (MIT licence), one a line: the YAML,
whether it is invalid, and what it means in JSON where JSON can say it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from cjm.core.finding import Finding
from cjm.mapfile.source import read_source
from cjm.mapfile.yaml_tree import read_tree

SUITE = [json.loads(line) for line in (Path(__file__).parent / "yaml-test-suite.jsonl").read_text("utf-8").splitlines()]

BY_DESIGN = {
    "CJM010": "keys are words",
    "CJM011": "a file is one map",
    "CJM012": "a file is a map",
    "CJM013": "the data is plain",
}

# What we refuse or warn of although YAML allows it. Each is reported with its place, so nothing is lost in silence.
TOLD = {
    "a tab where it might pass for indentation": (
        "6BCT 6CA3 96NN/00 96NN/01 A2M4 DK95/00 DK95/03 DK95/04 Q5MG R4YG Y79Y/01 Y79Y/10"
    ),
    "a key that is empty, or an alias": (
        "2JQS 4ABK 6M2F CFD4 FRK4 M2N8/00 NHX8 NKF9 S3PD SM9W/01 UKK6/00"
    ),
    "a key in several lines, or with its colon in another one": "4MUZ/00 4MUZ/01 4MUZ/02 5MUD 9SA2 K3WX NJ66 VJP3/01",
    "a value that begins with a colon right behind a quoted key in brackets": "5T43",
    "the name of an anchor beyond a-z, 0-9, - and _": "2SXE 8XYN W5VH Y2GN",
    "a directive that is unknown, or of a version to come": "2LFX 6LVF BEC7 MUS6/05 MUS6/06",
    "a second document, or a line that ends one that is not there": "7Z25 HWV9 M7A3 QT73 UT92 W4TN",
    "a text of several lines that is the whole document and is not indented": "DK3J FP8R",
    "a list or a comment that is probably not meant as part of a text": "AB8U DC7X",
}  # fmt: skip

# What we read although YAML forbids it: with the value that anybody would expect, so that a fault would help nobody.
ACCEPTED = {
    "lines in quotes or brackets that are indented too little": "9C9N DK95/01 QB6E Y79Y/03",
    "a hyphen as a text in brackets": "G5U8 YJV2",
    "a comment right behind a comma or behind the sign of a text of several lines": "CVW2 X4QW",
    "empty lines that are longer than the text below": "S98Z",
}


def read(case: dict[str, Any]) -> tuple[object, list[Finding]]:
    source, findings = read_source("map.cjm.yaml", case["yaml"].encode())
    if findings:
        return None, findings
    tree, findings = read_tree(source)
    return tree.data, findings


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in SUITE])
def test_case(case: dict[str, Any]) -> None:
    data, findings = read(case)
    codes = {finding.rule.code for finding in findings}
    if case.get("fail"):
        assert bool(codes) != (case["id"] in listed(ACCEPTED))
    elif not codes:
        assert case["id"] not in listed(TOLD)
        assert data == case.get("data", data)
    else:
        assert (codes <= BY_DESIGN.keys()) != (case["id"] in listed(TOLD))


def test_spaces_at_the_end_of_a_file_are_a_line_of_the_text_above() -> None:
    """The suite's case JEF9/02 says so, but not in JSON."""
    assert read({"yaml": "- |+\n   "}) == (["\n"], [])
    assert read({"yaml": "- |\n  a\x85 \n   "}) == (["a\x85 \n \n"], [])


def listed(reasons: dict[str, str]) -> set[str]:
    return {case for cases in reasons.values() for case in cases.split()}
