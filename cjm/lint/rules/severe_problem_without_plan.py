"""A severe or frequent problem has no solution planned or further.

High and critical severity mean that it costs customers; a problem that comes often or always, or hits 30 % of those who
reach the stage or more, costs them too. An idea alone, or a rejected one, is not on its way to anybody.

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
from cjm.core.items import Problem
from cjm.core.measure import read_figure
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.gaps import is_planned
from cjm.lint.parts import problems
from cjm.lint.rule import Found, Rule, Subject

_FREQUENT_FROM = 30
"""Per cent of those who reach the stage."""

_SEVERE = Text(en="severe", ru="серьёзной")
_FREQUENT = Text(en="frequent", ru="частой")
_HINT = Text(
    en="set `status: planned` (doing, done) where work is under way",
    ru="поставьте `status: planned` (doing, done) там, где работа идёт",
)


def check(subject: Subject) -> Iterator[Found]:
    for problem in problems(subject.journey):
        if not problem.solutions or is_planned(problem):
            continue
        if problem.severity in ("high", "critical"):
            yield _found(problem, "severity", _SEVERE)
        elif _is_frequent(problem.frequency or ""):
            yield _found(problem, "frequency", _FREQUENT)


def _is_frequent(frequency: str) -> bool:
    share = read_figure(frequency)
    return frequency in ("often", "always") if share is None else share >= _FREQUENT_FROM


def _found(problem: Problem, key: str, word: Text) -> Found:
    name = quoted(problem.name)
    message = Text(
        en=f"{word.en} problem “{name}” has no solution planned or further",
        ru=f"у {word.ru} проблемы «{name}» ни одно решение не запланировано",
    )
    return Found((*problem.at, key), message, _HINT)


RULE = Rule(
    code="CJM309",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У серьёзной или частой проблемы ни одно решение не запланировано.

    Высокая и критическая серьёзность значат, что из-за проблемы уходят клиенты. Проблема, которая бывает часто или
    всегда либо касается хотя бы 30 % дошедших до этапа, стоит не меньше. Идея сама по себе и отклонённое решение
    никому не помогут.
    """,
)
