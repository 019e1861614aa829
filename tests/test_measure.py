"""Targets and figures as people write them."""

from decimal import Decimal

import pytest

from cjm.measure import Comparison, read_figure, read_target

TARGETS: dict[str, tuple[Comparison, str, str]] = {
    ">= 300": (">=", "300", ""),
    ">=300": (">=", "300", ""),
    "  <= 3 days  ": ("<=", "3", "days"),
    "≥ 300": (">=", "300", ""),
    "≤ 2,5 %": ("<=", "2.5", "%"),
    "> 5%": (">", "5", "%"),
    "< 1.5 дня": ("<", "1.5", "дня"),
    "= 0": ("=", "0", ""),
    "300": ("=", "300", ""),
    "300 400": ("=", "300400", ""),
    "5 из 10 клиентов": ("=", "5", "из 10 клиентов"),
    "300/мес": ("=", "300", "/мес"),
    "34 % в месяц": ("=", "34", "% в месяц"),
    ">= 1 200 000 ₸": (">=", "1200000", "₸"),
    ">= 1\u00a0200,50 ₽": (">=", "1200.50", "₽"),
    ">= 1\u202f200": (">=", "1200", ""),
    ">= -2": (">=", "-2", ""),
    ">= −2": (">=", "-2", ""),
    ">= +10 п.п.": (">=", "10", "п.п."),
}

NO_NUMBERS = ["", ">=", "много", "≥ много", ">> 5", "=> 5", "№ 5"]
OTHER_NUMBERS = ["1 2", "3-5", "3–5", "10:30", "1,200.50", "1e3", "1/3"]


@pytest.mark.parametrize("text", TARGETS)
def test_a_target_is_read(text: str) -> None:
    target = read_target(text)
    assert target
    assert (target.comparison, str(target.number), target.unit) == TARGETS[text]


@pytest.mark.parametrize("text", [*NO_NUMBERS, *OTHER_NUMBERS])
def test_what_states_no_number_is_no_target(text: str) -> None:
    assert read_target(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("34,5 %", "34.5"), ("1 200", "1200"), ("-3", "-3"), ("−3,0", "-3.0"), ("2 из 10", "2"), ("12000", "12000")],
)
def test_a_figure_is_the_number_that_it_begins_with(text: str, number: str) -> None:
    assert read_figure(text) == Decimal(number)


@pytest.mark.parametrize("text", [*NO_NUMBERS, *OTHER_NUMBERS, "≥ 3"])
def test_what_begins_with_no_number_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("target", "met_by", "missed_by"),
    [
        (">= 3", ["3", "4"], ["2.99"]),
        ("<= 3", ["3", "2"], ["3.01"]),
        ("> 3", ["3.01"], ["3"]),
        ("< 3", ["2.99"], ["3"]),
        ("= 3", ["3", "3.0"], ["2", "4"]),
        ("0,3", ["0.3"], ["0.30000000000000001"]),
    ],
)
def test_a_target_is_met_or_missed(target: str, met_by: list[str], missed_by: list[str]) -> None:
    read = read_target(target)
    assert read
    assert [number for number in [*met_by, *missed_by] if read.met_by(Decimal(number))] == met_by
