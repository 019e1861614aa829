"""A KPI is worded like a goal.

“Increase sales” cannot be counted, sales a month can. The KPI names what is counted, its `target` where it should
arrive.

Bad:
    stages:
      - name: Search
        kpis: [Increase sales]
Good:
    stages:
      - name: Search
        kpis:
          - {name: Sales a month, target: ">= 300"}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.language.words import INTENTIONS, words
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        for kpi in stage.kpis:
            named = words(kpi.name)
            if len(named) > 1 and named[0] in INTENTIONS:
                name, verb = quoted(kpi.name), quoted(named[0])
                message = Text(
                    en=f"KPI “{name}” begins with “{verb}”, as a goal does",
                    ru=f"KPI «{name}» начинается со слова «{verb}», как цель",
                )
                hint = Text(
                    en="name what is counted, such as “Sales a month”; the aim belongs into `target:`",
                    ru="назовите то, что считаете, например «Продажи в месяц», а стремление запишите в `target:`",
                )
                yield Found((*kpi.at, "name"), message, hint)


RULE = Rule(
    code="CJM611",
    severity=Severity.INFO,
    check=check,
    ru="""
    KPI сформулирован как цель.

    «Увеличить продажи» посчитать нельзя, а продажи в месяц — можно. KPI называет то, что считают, а `target` —
    к какому значению идут.
    """,
)
