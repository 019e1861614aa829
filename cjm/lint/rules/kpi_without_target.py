"""A KPI has no target.

A figure without a target is a fact, not a measure: nobody can say whether it is good.

Bad:
    stages:
      - name: Search
        kpis: [Sign-ups]
Good:
    stages:
      - name: Search
        kpis:
          - {name: Sign-ups, target: "≥ 300"}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        for kpi in stage.kpis:
            if kpi.target is None:
                name = quoted(kpi.name)
                message = Text(en=f"KPI “{name}” has no target", ru=f"у KPI «{name}» нет целевого значения")
                hint = Text(
                    en='add `target:` with a number, such as "≥ 300"',
                    ru="добавьте `target:` с числом, например «≥ 300»",
                )
                yield Found((*kpi.at, "target"), message, hint)


RULE = Rule(
    code="CJM401",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У KPI нет целевого значения.

    Число без цели — это факт, а не показатель: никто не скажет, хорошо ли оно.
    """,
)
