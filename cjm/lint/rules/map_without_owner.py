"""The map has no owner.

A map that nobody owns goes stale. The owner is the person or team that compares it with reality.

Bad:
    stages: [{name: Search}]
Good:
    owner: marketing
    stages: [{name: Search}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    if subject.journey.owner is None:
        yield Found(
            ("owner",),
            Text(en="the map has no owner", ru="у карты нет ответственного"),
            Text(
                en="name in `owner:` who keeps it up to date", ru="назовите в `owner:`, кто следит за её актуальностью"
            ),
        )


RULE = Rule(
    code="CJM311",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У карты нет ответственного.

    Карта без хозяина устаревает. Ответственный — человек или команда, которые сверяют её с жизнью.
    """,
)
