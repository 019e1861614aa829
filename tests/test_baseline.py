"""A baseline that somebody edited, merged or named by mistake: a sentence that says where it is wrong."""

import pytest

from cjm.core.errors import UsageError
from cjm.lint.baseline import apply_baseline
from cjm.lint.check import CheckResult


def entry(count: str, file: str = "a", anchor: str = '"b"') -> str:
    return f'{{"file": "{file}", "code": "CJM301", "anchor": {anchor}, "count": {count}}}'


def baseline(*entries: str) -> str:
    return f'{{"version": 1, "findings": [{", ".join(entries)}]}}'


CASES = {
    "[": "known.json:1:2 is not JSON: Expecting value",
    "\udcff": "known.json:1:1: the byte 0xFF is not UTF-8",
    "[" * 100_000: "known.json is not JSON: it is nested too deeply",
    "[" * 60 + "]" * 60: "known.json: it is nested too deeply",
    "[]": "known.json is a list",
    '{"findings": []}': "known.json has no `version`",
    '{"version": 2, "findings": {}}': "known.json has version 2, but only 1 is supported",
    '{"version": true, "findings": []}': "known.json: `version` is true",
    '{"version": 1, "version": 1}': "known.json is not JSON: the key `version` is there twice",
    baseline("{}"): "known.json: `findings[0]` has no `file`",
    baseline(entry("1", anchor="null")): "known.json: `findings[0].anchor` is null",
    baseline(entry("-1")): "known.json: `findings[0].count` is -1",
    baseline(entry("Infinity")): "known.json: `findings[0].count` is not a number that is finite",
    baseline(entry("1e999")): "known.json: `findings[0].count` is not a number that is finite",
    baseline(entry("9" * 30)): "known.json: `findings[0].count` is too large a number",
    baseline(entry("9" * 5000)): "known.json is not JSON: a number in it has too many digits",
}


@pytest.mark.parametrize("text", CASES, ids=lambda text: text[:60].encode(errors="replace").decode())
def test_what_is_no_baseline_is_a_sentence(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        apply_baseline(CheckResult(findings=[]), text.encode(errors="surrogateescape"), "known.json")
    assert caught.value.message.en == CASES[text]
    assert caught.value.hint.en == "write a baseline with --write-baseline"


def test_an_entry_may_be_there_twice_and_its_count_be_large() -> None:
    judged = CheckResult(findings=[], judged={"a": ["CJM301"]})
    text = "\ufeff" + baseline(entry(str(2**62)), entry("1"), entry("1", file=r"\udcff"))
    assert apply_baseline(judged, text.encode(), "known.json").stale == [("a", "CJM301", "b")]


def test_a_baseline_holds_so_many_entries_that_checking_them_is_cheap() -> None:
    with pytest.raises(UsageError, match=r"known\.json has 30,001 entries, and a baseline has at most 30,000"):
        apply_baseline(CheckResult(findings=()), baseline(*["{}"] * 30_001).encode(), "known.json")
