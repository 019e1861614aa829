"""Rules that are not selected are neither run nor loaded."""

import subprocess
import sys

import pytest
from reported import TODAY

from cjm.lint.check import check
from cjm.lint.codes import REFERENCES, RULES
from cjm.lint.config import LintConfig
from cjm.mapfile.document import read_document

MAP = "cjm: 1\ntitle: {}\nstages:\n  - name: Search\n    touchpoints: [{{name: Results, channel: {}}}]\n"
LOADED = """
import sys
from cjm.__main__ import main
try:
    main()
finally:
    rules = sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("cjm.lint.rules."))
    print(*rules, sep=",")
"""


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["validate"], REFERENCES),
        (["lint", "--isolated"], RULES),
        (["lint", "--isolated", "--select", "CJM304,stage-without-goal"], ["CJM304", "CJM301"]),
        (["lint", "--isolated", "--ignore", "CJM3,CJM4,CJM5,CJM6"], [code for code in RULES if code < "CJM3"]),
    ],
    ids=["validate", "lint", "select", "ignore"],
)
def test_only_selected_rules_are_loaded(arguments: list[str], codes: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments, "--quiet", "--format", "json", "-"],
        input=MAP.format("T", "shop"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[-1] == ",".join(sorted(RULES[code].replace("-", "_") for code in codes))


def test_a_map_that_ignores_a_rule_about_several_maps_still_counts() -> None:
    documents = [
        read_document(f"{number}.cjm.yaml", MAP.format(f"Map {number}", channel).encode())
        for number, channel in enumerate(["Ozon", "Ozon", "OZON", "OZОN"])
    ]
    config = LintConfig(per_file_ignores={"2.*": ("spelled-several-ways",)})
    found = check([(document, config) for document in documents], ["CJM603"], TODAY).findings
    assert [finding.file for finding in found] == ["3.cjm.yaml"]


def test_a_comment_for_a_rule_that_one_file_ignores_is_not_called_unused() -> None:
    text = "cjm: 1\ntitle: T\nstages:\n  - Search  # cjm: ignore[CJM302] as agreed\n"
    documents = [read_document(name, text.encode()) for name in ("a.cjm.yaml", "b.cjm.yaml")]
    config = LintConfig(per_file_ignores={"a.*": ("CJM302",)})
    result = check([(document, config) for document in documents], ["CJM302"], TODAY)
    assert ([*result.findings], [finding.file for finding in result.suppressed]) == ([], ["b.cjm.yaml"])
