"""The goal of a stage is only a figure.

A goal says what is to happen for whom, a KPI how one sees that it did. Where the figure replaces the goal, people
chase the figure.

Bad:
    stages:
      - name: Search
        goal: CR > 3 %
Good:
    stages:
      - name: Search
        goal: Answer the question and get a contact
        kpis:
          - {name: Visit to contact, target: "> 3 %"}
"""

import re
from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.language.words import INTENTIONS, words
from cjm.lint.rule import Found, Rule, Subject, about_stage

_NUMBER = r"[-+−]?\d[\d \u00a0\u202f.,]*"
_COMPARED = re.compile(rf"[^<>=≥≤\d]*(?:>=|<=|[<>=≥≤])\s*{_NUMBER}\s*\S{{0,12}}")
_PER_CENT = re.compile(rf"[^\d]*{_NUMBER}\s*%")
_FORMS = ((_COMPARED, 4), (_PER_CENT, 2))
"""What a figure looks like, and how many words may be beside its number."""
_LONGEST = 60
_INFINITIVE = re.compile(r"\w+(?:ть|ти|чь|ться|тись|чься)")


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        if stage.goal and len(stage.goal) <= _LONGEST and _is_figure(stage.goal.strip()):
            goal = quoted(stage.goal)
            message = about_stage(stage) + Text(
                en=f"has the figure “{goal}” for a goal", ru=f"«{goal}» — это показатель, а не цель"
            )
            hint = Text(
                en="say in `goal:` what is to happen, and move the figure to `kpis:`",
                ru="напишите в `goal:`, что должно произойти, а цифру перенесите в `kpis:`",
            )
            yield Found((*stage.at, "goal"), message, hint)


def _is_figure(goal: str) -> bool:
    """Whether a goal is a figure with a name at most: “CR > 3 %”, “Конверсия 5 %”, but not “Вернуть 5 %”."""
    first = words(goal)[:1]
    if first and (first[0] in INTENTIONS or _INFINITIVE.fullmatch(first[0])):
        return False
    length = sum(not word.isdigit() for word in words(goal))
    return any(form.fullmatch(goal) and length <= longest for form, longest in _FORMS)


RULE = Rule(
    code="CJM606",
    severity=Severity.INFO,
    check=check,
    ru="""
    Цель этапа — только цифра.

    Цель говорит, что и для кого должно произойти, а KPI — по чему это видно. Если вместо цели стоит цифра,
    гонятся за цифрой.
    """,
)
