"""Comparing and merging long lists: what the readable definition says, and an answer where it would take hours."""

import json
from itertools import combinations, pairwise

import jsonpatch
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.compare.compare import compare
from cjm.compare.merge.hunk import Labels
from cjm.compare.merge.merge import merged
from cjm.compare.merge.order import merged_order
from cjm.compare.node import as_json, node_of
from cjm.compare.order import longest_increasing
from cjm.compare.review import review
from cjm.formats.changes import json_patch, terminal
from cjm.formats.changes._report import ChangeReport
from cjm.mapfile.document import Document, read_document
from cjm.system.git.line_merge import line_merge

MANY = 1_500
_ORDERS = st.permutations(range(5))


def document(*lines: str) -> Document:
    found = read_document("m", "\n".join(("cjm: 1", "title: T", *lines, "")).encode())
    assert found.is_sound
    return found


@given(_ORDERS, _ORDERS, _ORDERS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_merged_order_has_each_pair_as_the_side_that_has_changed_it(
    base: list[int], ours: list[int], theirs: list[int]
) -> None:
    def is_before(one: int, other: int) -> bool:
        was, mine, others = (side.index(one) < side.index(other) for side in (base, ours, theirs))
        return mine if mine != was else others

    wins = {one: sum(is_before(one, other) for other in base if other != one) for one in base}
    expected = sorted(base, key=lambda one: -wins[one])
    is_order = all(is_before(one, other) for one, other in combinations(expected, 2))
    assert merged_order(base, ours, theirs) == (expected if is_order else None)


def test_long_lists_that_both_sides_have_rearranged_are_merged() -> None:
    base = list(range(10 * MANY))
    ours, theirs = [*base[1:], base[0], "ours"], [base[-1], *base[:-1], "theirs"]
    assert merged_order(base, ours, theirs) == [base[-1], *base[1:-1], "theirs", base[0], "ours"]


def test_the_things_of_a_long_list_that_stay_are_as_many_as_can_be() -> None:
    places = [MANY, *range(MANY)]
    assert longest_increasing(places) == tuple(range(1, MANY + 1))
    assert longest_increasing([*range(MANY), -1]) == tuple(range(MANY))


@pytest.mark.parametrize("lane", ["touchpoints", "x-lane"])
def test_what_both_sides_have_added_to_a_long_list_is_there_once(lane: str) -> None:
    def added(*names: str) -> bytes:
        items = "".join(f"      - {name}\n" for name in ("first", *names))
        return f"cjm: 1\ntitle: T\nstages:\n  - name: S\n    {lane}:\n{items}".encode()

    both, mine, others = ([f"{who} {number}" for number in range(MANY // 2)] for who in ("both", "mine", "others"))
    result = merged(added(), added(*both, *mine), added(*both, *others), Labels(), line_merge)
    assert result.data == added(*both, *mine, *others)
    assert result.conflicts == 0


def test_many_references_to_many_stages_are_compared() -> None:
    stages = [f"  - {{name: S {number}, id: s-{number}}}" for number in range(MANY)]
    ways = [f"  - {{from: s-{one}, to: s-{other}}}" for one, other in pairwise(range(MANY))]
    old = document("stages:", *stages, "transitions:", *ways)
    new = document(
        "stages:",
        *(line.replace("s-", "t-") for line in stages),
        "transitions:",
        *(line.replace("s-", "t-") for line in ways),
    )
    assert {change.kind for change in compare(old, new).changes} == {"stage-id-changed"}


def test_a_patch_replaces_a_long_list_as_a_whole() -> None:
    names = [f"      - A {number}" for number in range(MANY)]
    head = ("stages:", "  - name: S", "    actions:")
    old, new = document(*head, *names), document(*head, *names[::-1])
    patch = json.loads(json_patch.render(ChangeReport(maps=[review(old, new, lambda _: ())])))
    assert [(step["op"], step["path"]) for step in patch] == [("replace", "/stages/0/actions")]
    before, after = (as_json(node_of(each.journey)) for each in (old, new))
    assert jsonpatch.apply_patch(before, patch) == after


def test_each_of_many_errors_is_told_of_its_side() -> None:
    aliases = f"x-a: [{'*a, ' * MANY}]".encode()
    old, new = (read_document(name, b"cjm: 1\ntitle: T\nstages: [S]\n" + aliases) for name in ("m", "m"))
    printed = terminal.render(ChangeReport(maps=[review(old, new, lambda _: ())]))
    assert [printed.count(f"\n  {side} ") for side in ("before", "now")] == [MANY, MANY]
