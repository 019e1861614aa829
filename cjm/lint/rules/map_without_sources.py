"""The map lists no sources.

Then research cannot be told from opinion, and whoever doubts a card is right. Even a weak source is better
written down: five calls, a month of reviews, the figures of the shop.

Bad:
    stages: [{name: Search}]
Good:
    sources:
      calls: {type: interview, name: Calls with new customers, date: 2026-10-09, sample: 6}
    stages: [{name: Search}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    if not subject.journey.sources:
        yield Found(
            ("sources",),
            Text(en="the map has no sources", ru="у карты нет источников"),
            Text(
                en="list in `sources:` what it is based on: interviews, analytics, reviews",
                ru="перечислите в `sources:`, на чём она основана: интервью, аналитика, отзывы",
            ),
        )


RULE = Rule(
    code="CJM321",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У карты нет источников.

    Тогда исследование не отличить от мнения, и первый же, кто усомнится в карточке, окажется прав. Даже слабый
    источник лучше записать: пять звонков, отзывы за месяц, цифры магазина.
    """,
)
