"""A problem has no solution.

A list of complaints changes nothing. Even an idea is a beginning: write it down with `status: idea`.

Bad:
    stages:
      - name: Search
        problems: [Too many ads]
Good:
    stages:
      - name: Search
        problems:
          - name: Too many ads
            solutions: [Show each ad three times at most]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        for problem in stage.problems:
            if not problem.solutions:
                name = quoted(problem.name)
                message = Text(en=f"problem “{name}” has no solution", ru=f"у проблемы «{name}» нет решения")
                hint = Text(
                    en="add `solutions:` with at least an idea", ru="добавьте `solutions:` хотя бы с одной идеей"
                )
                yield Found((*problem.at, "solutions"), message, hint)


RULE = Rule(
    code="CJM307",
    severity=Severity.WARNING,
    check=check,
    ru="""
    У проблемы нет решения.

    Список жалоб ничего не меняет. Даже идея — уже начало: запишите её со `status: idea`.
    """,
)
