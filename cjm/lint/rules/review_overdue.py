"""The map has not been reviewed for longer than `review_every`, or never.

Prices, rivals and channels change, and a map that was true last year misleads this year. The
default of `review_every` is 180d.

Bad:
    reviewed: 2020-01-15
    review_every: 90d
Good:
    reviewed: 2026-10-01
    review_every: 90d
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.age import due
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    reviewed, every = subject.journey.reviewed, subject.journey.review_every or subject.settings.review_every
    last_day = due(reviewed, every) if reviewed else None
    hint = Text(
        en="compare the map with reality, then set `reviewed:` to that day",
        ru="сверьте карту с жизнью и запишите этот день в `reviewed:`",
    )
    if reviewed is None:
        never = Text(en="the map was never reviewed", ru="карту ни разу не пересматривали")
        yield Found(("reviewed",), never, hint)
    elif last_day and last_day < subject.today:
        late = Text(
            en=f"the map was last reviewed on {reviewed}, longer ago than {every}",
            ru=f"карту последний раз пересматривали {reviewed}, и срок {every} истёк",
        )
        yield Found(("reviewed",), late, hint)


RULE = Rule(
    code="CJM501",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Карту не пересматривали дольше, чем `review_every`, или вообще никогда.

    Цены, конкуренты и каналы меняются, и верная в прошлом году карта в этом году обманывает. Если
    `review_every` не указан, срок — 180d.
    """,
)
