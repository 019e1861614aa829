"""A solution says the same as its problem.

A problem in the list of solutions solves nothing. Usually it was copied there and forgotten.

Bad:
    stages:
      - name: Search
        problems:
          - name: Too many ads
            solutions: [Too many ads!]
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
from cjm.lint.language.words import words
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        for problem in stage.problems:
            problem_words = sorted(words(problem.name))
            for solution in problem.solutions:
                if problem_words and problem_words == sorted(words(solution.name)):
                    name = quoted(solution.name)
                    message = Text(
                        en=f"solution “{name}” repeats its problem", ru=f"решение «{name}» повторяет свою проблему"
                    )
                    hint = Text(
                        en="write what is to be done about it", ru="напишите, что сделать, чтобы проблемы не стало"
                    )
                    yield Found((*solution.at, "name"), message, hint, (*problem.at, "name"))


RULE = Rule(
    code="CJM607",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Решение повторяет свою проблему.

    Проблема в списке решений ничего не решает. Обычно её туда скопировали и забыли переписать.
    """,
)
