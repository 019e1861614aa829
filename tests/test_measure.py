"""Targets and figures as people write them."""

from decimal import Decimal

import pytest

from cjm.core.measure import Comparator, has_met, read_figure, read_target, with_unit

TARGETS: dict[str, tuple[Comparator, str, str]] = {
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
OTHER_NUMBERS = ["1 2", "10:30", "1,200.50", "1e3", "1/3", "5–3", "3-4-5", "2026-12-31"]
RANGES = ["3-5", "3–5"]


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


@pytest.mark.parametrize("text", [*NO_NUMBERS, *OTHER_NUMBERS, *RANGES, "≥ 3"])
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
        ("3–5", ["3", "5"], ["2.99", "5.01"]),
        ("0,3", ["0.3"], ["0.30000000000000001"]),
    ],
)
def test_a_target_is_met_or_missed(target: str, met_by: list[str], missed_by: list[str]) -> None:
    read = read_target(target)
    assert read
    assert [number for number in [*met_by, *missed_by] if read.met_by(Decimal(number))] == met_by


VERDICTS: dict[tuple[str, str], bool] = {
    ("≥ 60 %", "52"): False,
    ("≥ 60 %", "60%"): True,
    ("≥ 10%", "9.5%"): False,
    (">= 300", "310"): True,
    ("≤ 3 дней", "1 день"): True,
    ("≤ 1 day", "3 days"): False,
    ("<= 15 мин", "42 мин."): False,
    ("> 4,5", "4.5"): False,
    ("<= 5", "-3"): True,
    ("≥ -5", "−3"): True,
    ("= 0", "0"): True,
    ("≥ 4.5 of 5", "4.6 of 5"): True,
    ("≥ 1 200 000 ₸", "900 000 ₸"): False,
    ("≥ 2 млн ₽", "3 млн ₽"): True,
    ("≥ 0.125", "0.25"): True,
    ("5–7 %", "6 %"): True,
    ("5-7 %", "7"): True,
    ("5 – 7 %", "4,9 %"): False,
    ("1 200–1 500", "1 501"): False,
}
NO_VERDICTS = [
    ("≤ 1 час", "30 мин"),
    ("≥ 1 млн", "900 тыс."),
    ("≥ 2 млн", "1800000"),
    ("≥ 2M", "900k"),
    ("≥ 2M", "900m"),
    ("≤ 2 h", "45 min"),
    ("< 24 hours", "2 days"),
    ("5–7 %", "6 дней"),
    ("5–7 %", "5–6 %"),
    ("1.000–2.000", "1500"),
    ("≥ 5 и ≤ 7", "6"),
    ("≥ 1,200", "1100"),
    ("≥ 1,200 orders", "1,100 orders"),
    ("≥ 1.000", "999"),
    ("≥ 1200", "1,100"),
    ("60 %", "75 %"),
    ("300", "300"),
    ("3 дня", "2 дня"),
    ("+10 %", "+15 %"),
    ("-10 %", "-15 %"),
    ("больше 300", "200"),
    ("до 5 дней", "6 дней"),
    ("≥ 4", "5 из 10"),
    ("≥ 4 из 10", "5"),
    ("≥ 4", "≥ 5"),
    ("≥ $2,000", "$1,500"),
    ("by 2026-12-31", "2026-10-01"),
    ("Top 3", "5"),
    ("≥ 300 заявок", "310 в месяц"),
    ("≥ 300", "много"),
]


@pytest.mark.parametrize(("target", "actual"), VERDICTS)
def test_a_verdict_where_there_is_no_doubt(target: str, actual: str) -> None:
    assert has_met(target, actual) is VERDICTS[target, actual]


@pytest.mark.parametrize(("target", "actual"), NO_VERDICTS)
def test_no_verdict_where_a_reader_could_doubt_it(target: str, actual: str) -> None:
    assert has_met(target, actual) is None


@pytest.mark.parametrize(
    ("target", "actual", "unit", "verdict"),
    [
        ("≥ 300", "310", "в месяц", True),
        ("≥ 300", "310 в месяц", "в месяц", True),
        ("≥ 300", "310 в день", "в месяц", None),
        ("≥ 2 h", "45", "min", None),
        ("≤ 3 дней", "4", "дня", False),
    ],
)
def test_a_kpis_own_unit_is_that_of_figures_without_one(
    target: str, actual: str, unit: str, *, verdict: bool | None
) -> None:
    assert has_met(target, actual, unit) is verdict


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("9.5%", "%", "9.5%"),
        ("12", "%", "12 %"),
        ("5–7", "%", "5–7 %"),
        ("скоро узнаем", "%", "скоро узнаем"),
        ("3 дня", "дня", "3 дня"),
        ("2 с половиной", "с", "2 с половиной"),
        ("2 слона", "с", "2 слона с"),
        ("7", "", "7"),
    ],
)
def test_a_unit_is_shown_once(text: str, unit: str, shown: str) -> None:
    assert with_unit(text, unit) == shown
