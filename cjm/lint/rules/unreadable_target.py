"""A target cannot be read as a number to reach.

Then nobody can say whether it is met, and the drawing cannot either. A target is a sign (at least, at most, more,
less, equal), a number and a unit, or a range such as 80–90 %.

Bad:
    stages:
      - name: Search
        kpis:
          - {name: Sign-ups, target: more than last year}
Good:
    stages:
      - name: Search
        kpis:
          - {name: Sign-ups, target: "> 300 a month", baseline: 300}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.measure import read_target
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import about
from cjm.lint.parts import kpis
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(
    en='write sign, number and unit, such as ">= 34 %" or "<= 3 days", or a range such as "80–90 %"',
    ru="напишите знак, число и единицу, например «>= 34 %» или «<= 3 дня», либо диапазон, например «80–90 %»",
)


def check(subject: Subject) -> Iterator[Found]:
    for kpi in kpis(subject.journey):
        if kpi.target is not None and read_target(kpi.target) is None:
            target = quoted(kpi.target)
            message = about(kpi) + Text(
                en=f"has a target that cannot be read as a number: “{target}”",
                ru=f"целевое значение «{target}» не удаётся прочитать как число",
            )
            yield Found((*kpi.at, "target"), message, _HINT)


RULE = Rule(
    code="CJM404",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Целевое значение нельзя прочитать как число.

    Тогда ни человек, ни рисунок не скажут, достигнуто ли оно. Целевое значение — это знак (не меньше, не больше,
    больше, меньше, равно), число и единица — или диапазон, например 80–90 %.
    """,
)
