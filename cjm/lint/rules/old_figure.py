"""The figure of a KPI is older than two of its periods.

A monthly figure that nobody has renewed for two months is not what the journey is like today. The rule looks at KPIs
with both `as_of` and `period`.

Bad:
    stages:
      - name: Checkout
        kpis: [{name: Paid carts, target: "≥ 60 %", actual: 52, as_of: 2026-03-31, period: month}]
Good:
    stages:
      - name: Checkout
        kpis: [{name: Paid carts, target: "≥ 60 %", actual: 52, as_of: 2026-10-31, period: month}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.core.vocabulary import Period
from cjm.lint.age import due, in_words
from cjm.lint.gaps import about
from cjm.lint.parts import kpis
from cjm.lint.rule import Found, Rule, Subject

_TWO_PERIODS: dict[Period, str] = {"day": "2d", "week": "2w", "month": "2m", "quarter": "6m", "year": "2y"}
_HINT = Text(
    en="look up the figure of the last period and renew `actual:` and `as_of:`",
    ru="узнайте значение за последний период и обновите `actual:` и `as_of:`",
)


def check(subject: Subject) -> Iterator[Found]:
    for kpi in kpis(subject.journey):
        if kpi.as_of is None or kpi.period is None:
            continue
        two_periods = _TWO_PERIODS[kpi.period]
        last_day = due(kpi.as_of, two_periods)
        if last_day and last_day < subject.today:
            age = in_words(two_periods)
            message = about(kpi) + Text(
                en=f"has a figure as of {kpi.as_of}, more than {age.en} ago",
                ru=f"значение на {kpi.as_of}, с тех пор прошло больше {age.ru}",
            )
            yield Found((*kpi.at, "as_of"), message, _HINT)


RULE = Rule(
    code="CJM508",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Значение KPI старше двух его периодов.

    Месячный показатель, который два месяца не обновляли, уже не говорит, как обстоят дела сегодня. Правило смотрит
    на KPI, у которых указаны и `as_of`, и `period`.
    """,
)
