"""A target is a number without a sign, and nobody can say whether more is better.

Of “60 %” a reader cannot tell whether 75 % is a success or a failure, so no drawing says that it is met or missed.
Begin with a sign, or write a range, which is met inside.

Bad:
    stages:
      - name: Search
        kpis:
          - {name: Share of returns, target: 5 %}
Good:
    stages:
      - name: Search
        kpis:
          - {name: Share of returns, target: "<= 5 %"}
          - {name: Occupied places, target: 80–90 %}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.measure import read_target, states_a_side
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.parts import kpis
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    for kpi in kpis(subject.journey):
        if kpi.target and read_target(kpi.target) and not states_a_side(kpi.target):
            target = quoted(kpi.target.strip())
            message = about(kpi) + Text(
                en=f"has the target “{target}”: is more or less better?",
                ru=f"целевое значение «{target}» — лучше больше или меньше?",
            )
            hint = Text(
                en=f'write ">= {target}" if more is better, "<= {target}" if less is',
                ru=f"напишите «>= {target}», если лучше больше, и «<= {target}», если лучше меньше",
            )
            yield Found((*kpi.at, "target"), message, hint)


RULE = Rule(
    code="CJM409",
    severity=Severity.INFO,
    check=check,
    ru="""
    Целевое значение — число без знака: неясно, что лучше, больше или меньше.

    По «60 %» не понять, 75 % — это успех или провал, и рисунок тоже не скажет, достигнута ли цель. Начните со знака
    или запишите диапазон: тогда цель достигнута внутри него.
    """,
)
