"""The last day on which a review counts."""

from datetime import date

import pytest

from cjm.core.model import Journey
from cjm.lint.age import due
from cjm.lint.rule import Subject
from cjm.lint.rules.review_overdue import RULE

DUE = [
    (date(2026, 8, 24), "90d", date(2026, 11, 22)),
    (date(2026, 11, 8), "2w", date(2026, 11, 22)),
    (date(2026, 8, 22), "3m", date(2026, 11, 22)),
    (date(2025, 11, 22), "1y", date(2026, 11, 22)),
    (date(2026, 12, 15), "1m", date(2027, 1, 15)),
    (date(2026, 1, 31), "1m", date(2026, 2, 28)),
    (date(2028, 1, 31), "1m", date(2028, 2, 29)),
    (date(2024, 2, 29), "1y", date(2025, 2, 28)),
    (date(2024, 2, 29), "4y", date(2028, 2, 29)),
    (date(2026, 3, 31), "11m", date(2027, 2, 28)),
    (date(2026, 11, 22), "9999y", date.max),
    (date(2026, 11, 22), "9999m", date(2860, 2, 22)),
    (date(9999, 12, 31), "1d", date.max),
    (date(9999, 12, 1), "9999w", date.max),
]


@pytest.mark.parametrize(("reviewed", "every", "last"), DUE)
def test_a_review_counts_until(reviewed: date, every: str, last: date) -> None:
    assert due(reviewed, every) == last


@pytest.mark.parametrize("every", ["", "d", "90", "90 d", "soon", "-1d", "1.5y", "10000d", "90D", "٣d"])
def test_an_invalid_period_gives_no_finding(every: str) -> None:
    assert due(date(2026, 1, 1), every) is None


@pytest.mark.parametrize(("today", "found"), [(date(2026, 4, 30), 0), (date(2026, 5, 1), 1)])
def test_the_day_after_it_is_overdue(today: date, found: int) -> None:
    journey = Journey(title="T", reviewed=date(2026, 1, 31), review_every="3m")
    assert len(list(RULE.check(Subject(journey=journey, today=today)))) == found
