"""Targets and figures of KPIs as people write them.

A target is ``[>= <= > < =] number [unit]`` or a range, ``number–number [unit]``; ``≥`` and ``≤`` too, decimal point or
comma, spaces between thousands.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import Literal, TypeAlias, cast

from cjm.core.vocabulary import Period

Comparator: TypeAlias = Literal[">=", "<=", ">", "<", "="]

_MEETS = {">=": ge, "<=": le, ">": gt, "<": lt, "=": eq}
_SIGNS = {"≥": ">=", "≤": "<=", "": "="}
_DIGITS = r"[-+−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?"
_NUMBER = rf"(?P<number>{_DIGITS})"
_UNIT = r"(?P<unit>(?![eE/]\d)[^\d\s.,:;+−–—-].*|)"  # not the rest of another number, a range or a time of day
_TWO_READINGS = re.compile(r"(?<!\d)[1-9]\d{0,2}[.,]\d{3}(?!\d)")
"""Thousands to an Englishman, a fraction to a Russian, or the other way round."""
_SCALES = re.compile(r"(?:тыс|млн|млрд|thousand|mln|mio|million|bn|billion|[kmbкм])\b", re.IGNORECASE)
_FORMS = (
    "second seconds sec s", "minute minutes min", "hour hours h", "day days d", "week weeks", "month months",
    "year years", "point points", "person people", "order orders",
    "секунда секунды секунд сек", "минута минуты минут мин", "час часа часов ч", "день дня дней дн",
    "неделя недели недель нед", "месяц месяца месяцев мес", "год года лет", "балл балла баллов",
    "рубль рубля рублей руб ₽", "тенге ₸ тг", "процент процента процентов %", "раз раза", "человек человека чел",
)  # fmt: skip
_SPANS: dict[str, Period] = {
    "day": "day", "день": "day", "сутки": "day", "week": "week", "неделю": "week", "нед": "week",
    "month": "month", "месяц": "month", "мес": "month", "quarter": "quarter", "квартал": "quarter",
    "year": "year", "год": "year",
}  # fmt: skip
_SPAN = re.compile(rf"(?:(?:^|\s)(?:в|за|a|per)\s+|\s*/\s*)(?P<word>{'|'.join(_SPANS)}|hour|час)\.?$", re.IGNORECASE)
_SAME_UNIT = {form: forms.split()[0] for forms in _FORMS for form in forms.split()}
_TARGET = re.compile(rf"(?P<sign>>=|<=|≥|≤|>|<|=|)\s*{_NUMBER}\s*{_UNIT}")
_RANGE = re.compile(rf"{_NUMBER}\s*[–-]\s*(?P<upper>{_DIGITS})\s*{_UNIT}")
_FIGURE = re.compile(rf"{_NUMBER}\s*{_UNIT}")


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach and from which side; a range is at least its number and at most `upper`."""

    comparison: Comparator
    number: Decimal
    unit: str
    upper: Decimal | None = None

    def met_by(self, figure: Decimal) -> bool:
        """Whether a figure reaches the target."""
        is_reached = bool(_MEETS[self.comparison](figure, self.number))
        return is_reached and (self.upper is None or figure <= self.upper)


def read_target(text: str) -> Target | None:
    """The target that a text states, or None where it cannot be read.

    >>> read_target("≥ 1 200,5 ₸")
    Target(comparison='>=', number=Decimal('1200.5'), unit='₸', upper=None)
    >>> read_target("80–90 %")
    Target(comparison='>=', number=Decimal('80'), unit='%', upper=Decimal('90'))
    """
    match = _TARGET.fullmatch(text.strip())
    if match is None:
        return _read_range(text.strip())
    sign = _SIGNS.get(match["sign"], match["sign"])
    return Target(cast(Comparator, sign), _decimal(match["number"]), match["unit"].strip())


def _read_range(text: str) -> Target | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    lower, upper = _decimal(match["number"]), _decimal(match["upper"])
    return Target(">=", lower, match["unit"].strip(), upper) if lower < upper else None


def read_figure(text: str) -> Decimal | None:
    """The number at the beginning of a figure such as ``34,5 %``, or None.

    >>> read_figure("34,5 %")
    Decimal('34.5')
    """
    match = _FIGURE.fullmatch(text.strip())
    return _decimal(match["number"]) if match else None


def with_unit(text: str, unit: str) -> str:
    """A figure with its unit, unless it includes it or is not a figure.

    >>> with_unit("5–7", "%"), with_unit("7 %", "%"), with_unit("много", "%")
    ('5–7 %', '7 %', 'много')
    """
    names_it = re.search(rf"(?<![^\W\d]){re.escape(unit)}(?!\w)", text)
    return text if not unit or names_it or not re.search(r"\d", text) else f"{text} {unit}"


def has_met(target: str, actual: str, unit: str = "") -> bool | None:
    """Whether a KPI meets its target; None where the texts leave a doubt.

    There is an answer only if the target says from which side it counts, both are numbers with one reading, and both
    are in the same unit. A figure without a unit is in the target's.

    Args:
        target: what is to be reached, as written.
        actual: the figure today, as written.
        unit: the KPI's own, for figures that name none.

    >>> has_met("≥ 60 %", "52"), has_met("60 %", "52"), has_met("≤ 1 час", "30 мин")
    (False, None, None)
    >>> has_met("80 - 90 %", "90"), has_met("80–90 %", "90,5")
    (True, False)
    """
    goal, figure = read_target(target), read_target(actual)
    if goal is None or figure is None or read_figure(actual) is None or not states_a_side(target):
        return None
    if _TWO_READINGS.search(target) or _TWO_READINGS.search(actual):
        return None
    return goal.met_by(figure.number) if _in_one_unit(goal.unit or unit, figure.unit or unit) else None


def states_a_side(target: str) -> bool:
    """Whether a target begins with a sign or is a range, so that a figure can be said to meet or miss it.

    >>> states_a_side("≥ 60 %"), states_a_side("80–90 %"), states_a_side("60 %")
    (True, True, False)
    """
    text = target.strip()
    return text.startswith(("<", ">", "=", "≤", "≥")) or _read_range(text) is not None


def _in_one_unit(goal: str, figure: str) -> bool:
    if figure:
        return unit_form(goal) == unit_form(figure)
    return not _SCALES.match(goal) and not re.search(r"\d", goal)


def span_of(unit: str) -> Period | None:
    """The span of time that a unit ends with.

    >>> span_of("заявок в месяц"), span_of("/день"), span_of("days")
    ('month', 'day', None)
    """
    match = _SPAN.search(unit)
    return _SPANS.get(match["word"].casefold()) if match else None


def bare_unit(unit: str) -> str:
    """What is counted: a unit without thousands before it and the span of time after it.

    >>> bare_unit("млн ₽ в месяц"), bare_unit("в месяц"), bare_unit("days")
    ('₽', '', 'days')
    """
    return _SPAN.sub("", _SCALES.sub("", unit, count=1).lstrip(" .")).strip()


def unit_form(text: str) -> str:
    """A unit by one of its forms, so that 1 day and 3 days are in the same.

    >>> unit_form("days"), unit_form("дней подряд"), unit_form("kg")
    ('day', 'день подряд', 'kg')
    """
    if not text:
        return ""
    first, *more = text.split()
    plain = first.rstrip(".")
    return " ".join([_SAME_UNIT.get(plain.casefold(), plain), *more])


def _decimal(number: str) -> Decimal:
    spaces = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, ",": ".", "−": "-"})
    return Decimal(number.translate(spaces))
