"""A KPI misses its target, and the stage shows no problem.

The figures say that something is wrong here and the map does not say what. Where target and actual name different
units the rule does not compare them.

Bad:
    stages:
      - name: Checkout
        kpis:
          - {name: Checkout completed, target: "≥ 60 %", actual: 52}
Good:
    stages:
      - name: Checkout
        kpis:
          - {name: Checkout completed, target: "≥ 60 %", actual: 52}
        problems: [No payment without an account]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.measure import has_met
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(en="write to `problems:` what keeps it down", ru="напишите в `problems:`, что этому мешает")


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        for kpi in stage.kpis if not stage.problems else ():
            if has_met(kpi.target or "", kpi.actual or "", kpi.unit or "") is False:
                actual, target = quoted(kpi.actual), quoted(kpi.target)
                message = about(kpi) + Text(
                    en=f"is at {actual} and misses its target {target}, and the stage shows no problem",
                    ru=f"сейчас {actual} при цели {target}, а проблем у этапа не названо",
                )
                yield Found((*kpi.at, "actual"), message, _HINT)


RULE = Rule(
    code="CJM405",
    severity=Severity.WARNING,
    check=check,
    ru="""
    KPI не достигает целевого значения, а проблем у этапа не названо.

    Цифры говорят, что здесь что-то не так, а карта не говорит что. Если у цели и факта разные единицы, правило их
    не сравнивает.
    """,
)
