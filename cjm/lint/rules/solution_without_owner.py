"""A solution is planned, under way or done, and nobody owns it.

A plan without a name beside it is not carried out, and what is done without an owner falls apart unnoticed. Ideas
stay cheap: as long as a solution is an idea, is rejected or has no status, it needs no owner. The owner of the
problem answers for its solutions too.

Bad:
    stages:
      - name: Delivery
        problems:
          - name: The parcel is late
            solutions: [{name: Tell the date to the day, status: planned}]
Good:
    stages:
      - name: Delivery
        problems:
          - name: The parcel is late
            solutions: [{name: Tell the date to the day, status: planned, owner: logistics}, A locker at the station]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Solution
from cjm.core.model import Journey
from cjm.core.text import Text
from cjm.lint.gaps import ON_THE_WAY, everything_has
from cjm.lint.parts import problems
from cjm.lint.rule import Rule


def _on_the_way(journey: Journey) -> Iterator[Solution]:
    for problem in problems(journey):
        if not problem.owner:
            yield from (solution for solution in problem.solutions if solution.status in ON_THE_WAY)


RULE = Rule(
    code="CJM315",
    severity=Severity.WARNING,
    check=everything_has(
        "owner",
        _on_the_way,
        Text(en="is more than an idea and has no owner", ru="это уже не идея, а ответственного нет"),
        Text(
            en="name in `owner:` who does it, or set `status: idea`",
            ru="назовите в `owner:`, кто это делает, или поставьте `status: idea`",
        ),
    ),
    ru="""
    Решение запланировано, в работе или сделано, а ответственного у него нет.

    План, рядом с которым нет имени, не выполняют, а сделанное без хозяина незаметно приходит в негодность. Идея
    ни к чему не обязывает: пока решение — идея, отклонено или без статуса, ответственный не нужен. Ответственный
    за проблему отвечает и за её решения.
    """,
)
