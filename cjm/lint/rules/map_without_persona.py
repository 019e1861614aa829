"""The map has no persona.

A journey that is everybody's is nobody's: each segment has its own path, its own doubts and its own curve.

Bad:
    stages: [{name: Search}]
Good:
    persona:
      name: Sergey
      segment: Owners of online shops
    stages: [{name: Search}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    if subject.journey.persona is None:
        yield Found(
            ("persona",),
            Text(en="the map has no persona", ru="в карте нет персоны"),
            Text(
                en="say in `persona:` whose journey it is: a name and a segment",
                ru="напишите в `persona:`, чей это путь: имя и сегмент",
            ),
        )


RULE = Rule(
    code="CJM310",
    severity=Severity.WARNING,
    check=check,
    ru="""
    В карте нет персоны.

    Путь «всех клиентов» — ничей путь: у каждого сегмента своя дорога, свои сомнения и своя кривая.
    """,
)
