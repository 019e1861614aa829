"""Periods such as ``90d`` and ``1y``: how long something is valid."""

import calendar
import re
from datetime import date

from cjm.core.text import Text, plural

_PERIOD = re.compile(r"([0-9]{1,4})([dwmy])")
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}
_WORDS = {
    "d": Text(en="day|days", ru="дня|дней|дней"),
    "w": Text(en="week|weeks", ru="недели|недель|недель"),
    "m": Text(en="month|months", ru="месяца|месяцев|месяцев"),
    "y": Text(en="year|years", ru="года|лет|лет"),
}
"""The units; Russian in the genitive, as after «больше»."""


def due(day: date, period: str) -> date | None:
    """The last day on which something of a given day is still valid; None if `period` is not a period.

    >>> due(date(2026, 1, 31), "1m")
    datetime.date(2026, 2, 28)
    """
    match = _PERIOD.fullmatch(period)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    if unit in _DAYS:
        return date.fromordinal(min(day.toordinal() + count * _DAYS[unit], date.max.toordinal()))
    return _months_later(day, count * _MONTHS[unit])


def in_words(period: str) -> Text:
    """A period in words; Russian in the genitive, as after «больше».

    >>> in_words("1y").en, in_words("90d").ru
    ('1 year', '90 дней')
    """
    match = _PERIOD.fullmatch(period)
    if match is None:
        return Text(en=period, ru=period)
    count, forms = int(match[1]), _WORDS[match[2]]
    return Text(en=f"{count} {plural(count, 'en', forms)}", ru=f"{count} {plural(count, 'ru', forms)}")


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
