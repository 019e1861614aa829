"""The map was not reviewed for longer than `review_every`, or never.

Prices, rivals and channels change, and a map that was true last year misleads this year. Left out,
`review_every` is 180d.

Bad:
    reviewed: 2020-01-15
    review_every: 90d
Good:
    reviewed: 2026-10-01
    review_every: 90d
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from cjm.finding import Severity
from cjm.lint.rule import Found, Rule, Subject
from cjm.page import page
from cjm.text import Text

DEFAULT = "180d"

_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}


def check(subject: Subject) -> Iterator[Found]:
    reviewed, every = subject.journey.reviewed, subject.journey.review_every or DEFAULT
    hint = Text(
        en="hold the map against reality, then set `reviewed:` to that day",
        ru="сверьте карту с жизнью и запишите этот день в `reviewed:`",
    )
    if reviewed is None:
        never = Text(en="the map was never reviewed", ru="карту ни разу не пересматривали")
        yield Found(("reviewed",), never, hint)
    elif due(reviewed, every) < subject.today:
        late = Text(
            en=f"the map was last reviewed on {reviewed}, longer ago than {every}",
            ru=f"карту последний раз пересматривали {reviewed}, раньше, чем {every} назад",
        )
        yield Found(("reviewed",), late, hint)


def due(reviewed: date, every: str) -> date:
    """The last day on which a review still counts.

    >>> due(date(2026, 1, 31), "1m")
    datetime.date(2026, 2, 28)
    """
    count, unit = int(every[:-1]), every[-1]
    if unit in _DAYS:
        return reviewed + timedelta(days=count * _DAYS[unit])
    months = reviewed.month - 1 + count * _MONTHS[unit]
    year, month = reviewed.year + months // 12, months % 12 + 1
    return date(year, month, min(reviewed.day, calendar.monthrange(year, month)[1]))


RULE = Rule(
    code="CJM501",
    name="review-overdue",
    severity=Severity.WARNING,
    check=check,
    page=page(
        __doc__,
        ru="""
        Карту не пересматривали дольше, чем `review_every`, или вообще никогда.

        Цены, конкуренты и каналы меняются, и верная в прошлом году карта в этом году обманывает. Если
        `review_every` не указан, срок — 180d.
        """,
    ),
)
