"""A team says which lanes every stage should fill, and the rules heed it."""

import pytest
from reported import TODAY

from cjm.lint.check import check
from cjm.lint.config import LintConfig
from cjm.lint.settings import LANES, Settings
from cjm.mapfile.document import read_document

BARE = "cjm: 1\ntitle: T\nstages:\n  - name: Search\n"


def codes(text: str, lanes: tuple[str, ...]) -> list[str]:
    """What the rules about lanes find where a team asks for certain ones."""
    rules = [*(f"CJM30{number}" for number in range(1, 7)), "CJM326"]
    document = read_document("map.cjm.yaml", text.encode())
    config = LintConfig(settings=Settings(required_lanes=lanes))
    return [found.rule.code for found in check([(document, config)], rules, TODAY).findings]


@pytest.mark.parametrize("lane", LANES)
def test_a_required_lane_has_one_rule(lane: str) -> None:
    others = tuple(other for other in LANES if other != lane)
    assert len(codes(BARE, (lane,))) == 1
    assert sorted(codes(BARE, others) + codes(BARE, (lane,))) == sorted(codes(BARE, LANES))


@pytest.mark.parametrize("lane", ["actions", "thoughts", "problems", "customer_goal", "duration", "phase", "x-risks"])
def test_any_other_lane_may_be_required(lane: str) -> None:
    filled = BARE + (
        "    phase: before\n" if lane == "phase" else f"    {lane}: [Asks]\n".replace("[Asks]", value(lane))
    )
    assert codes(BARE, (lane,)) == ["CJM326"]
    assert codes(filled, (lane,)) == []
    assert codes(BARE, ()) == []


def value(lane: str) -> str:
    return "Asks" if lane in ("customer_goal", "duration") else "[Asks]"


def test_the_finding_about_a_missing_lane() -> None:
    document = read_document("map.cjm.yaml", BARE.encode())
    config = LintConfig(settings=Settings(required_lanes=("actions",)))
    (found,) = check([(document, config)], ["CJM326"], TODAY).findings
    assert (found.span.line, found.span.column) == (4, 11)
    assert found.message.en == "stage “Search” has no `actions`"
    assert found.message.ru == "этап «Search»: не заполнена дорожка `actions`"
