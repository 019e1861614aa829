"""A problem of high severity has no solution planned or further.

High severity means that it costs customers. An idea alone, or a rejected one, is not on its way to anybody.

Bad:
    stages:
      - name: Delivery
        problems:
          - name: The parcel is late
            severity: high
            solutions: [{name: Tell the date to the day, status: idea}]
Good:
    stages:
      - name: Delivery
        problems:
          - name: The parcel is late
            severity: high
            solutions: [{name: Tell the date to the day, status: planned}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import is_planned
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        for problem in stage.problems:
            if problem.severity == "high" and problem.solutions and not is_planned(problem):
                name = quoted(problem.name)
                message = Text(
                    en=f"severe problem “{name}” has no solution planned or further",
                    ru=f"у серьёзной проблемы «{name}» ни одно решение не запланировано",
                )
                hint = Text(
                    en="set `status: planned` (doing, done) where work is under way",
                    ru="поставьте `status: planned` (doing, done) там, где работа идёт",
                )
                yield Found((*problem.at, "severity"), message, hint)


RULE = Rule(
    code="CJM309",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У серьёзной проблемы ни одно решение не запланировано.

    Высокая серьёзность значит, что из-за проблемы уходят клиенты. Идея сама по себе и отклонённое решение
    никому не помогут.
    """,
)
