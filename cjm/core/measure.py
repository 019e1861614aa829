"""Targets and figures of KPIs as people write them.

A target is ``[>= <= > < =] number [unit]``; ``≥`` and ``≤`` too, decimal point or comma, spaces between thousands.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import Literal, TypeAlias, cast

Comparator: TypeAlias = Literal[">=", "<=", ">", "<", "="]

_MEETS = {">=": ge, "<=": le, ">": gt, "<": lt, "=": eq}
_SIGNS = {"≥": ">=", "≤": "<=", "": "="}
_NUMBER = r"(?P<number>[-+−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?)"
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
_SAME_UNIT = {form: forms.split()[0] for forms in _FORMS for form in forms.split()}
_TARGET = re.compile(rf"(?P<sign>>=|<=|≥|≤|>|<|=|)\s*{_NUMBER}\s*{_UNIT}")
_FIGURE = re.compile(rf"{_NUMBER}\s*{_UNIT}")


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach and from which side."""

    comparison: Comparator
    number: Decimal
    unit: str

    def met_by(self, figure: Decimal) -> bool:
        """Whether a figure reaches the target."""
        return bool(_MEETS[self.comparison](figure, self.number))


def read_target(text: str) -> Target | None:
    """The target that a text states, or None where it cannot be read.

    >>> read_target("≥ 1 200,5 ₸")
    Target(comparison='>=', number=Decimal('1200.5'), unit='₸')
    """
    match = _TARGET.fullmatch(text.strip())
    if match is None:
        return None
    sign = _SIGNS.get(match["sign"], match["sign"])
    return Target(cast(Comparator, sign), _decimal(match["number"]), match["unit"].strip())


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
    """
    goal, figure = read_target(target), read_target(actual)
    if goal is None or figure is None or read_figure(actual) is None or not _states_a_side(target):
        return None
    if _TWO_READINGS.search(target) or _TWO_READINGS.search(actual):
        return None
    return goal.met_by(figure.number) if _in_one_unit(goal.unit or unit, figure.unit or unit) else None


def _states_a_side(target: str) -> bool:
    return target.strip().startswith(("<", ">", "=", "≤", "≥"))


def _in_one_unit(goal: str, figure: str) -> bool:
    if figure:
        return _unit(goal) == _unit(figure)
    return not _SCALES.match(goal) and not re.search(r"\d", goal)


def _unit(text: str) -> str:
    """A unit by one of its forms, so that 1 day and 3 days are in the same."""
    if not text:
        return ""
    first, *more = text.split()
    plain = first.rstrip(".")
    return " ".join([_SAME_UNIT.get(plain.casefold(), plain), *more])


def _decimal(number: str) -> Decimal:
    spaces = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, ",": ".", "−": "-"})
    return Decimal(number.translate(spaces))
