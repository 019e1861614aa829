"""A moment of truth hurts, and no solution is on its way.

Here customers decide whether to stay, and here they are unhappy. A problem of this touchpoint, or one of the stage
that names no touchpoint, needs a solution that is planned, under way or done.

Bad:
    stages:
      - name: Delivery
        touchpoints:
          - {name: Courier at the door, moment_of_truth: true, emotion: -2}
        problems:
          - name: The parcel is late
            touchpoint: Courier at the door
            solutions: [{name: Tell the date to the day, status: idea}]
Good:
    stages:
      - name: Delivery
        touchpoints:
          - {name: Courier at the door, moment_of_truth: true, emotion: -2}
        problems:
          - name: The parcel is late
            touchpoint: Courier at the door
            solutions: [{name: Tell the date to the day, status: doing}]
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Action, Touchpoint
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.core.vocabulary import signed
from cjm.lint.gaps import is_planned
from cjm.lint.parts import places_of, steps_with_places
from cjm.lint.rule import Found, Rule, Subject

PAINFUL = -1
"""The highest score that hurts."""

_HINT = Text(
    en="set `status: planned` at a solution of its problem, or begin with the problem",
    ru="поставьте `status: planned` у решения её проблемы или начните с самой проблемы",
)


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        planned = [problem for problem in stage.problems if is_planned(problem)]
        solved = places_of(stage, planned)
        if all(problem.touchpoint for problem in planned):
            for step, place in steps_with_places(stage):
                if place not in solved:
                    yield from _painful(step)


def _painful(moment: Action | Touchpoint) -> Iterator[Found]:
    if moment.moment_of_truth and moment.emotion and moment.emotion.score <= PAINFUL:
        name, score = quoted(moment.name), signed(moment.emotion.score)
        message = Text(
            en=f"moment of truth “{name}” has the emotion {score}, and no solution is on its way",
            ru=f"момент истины «{name}»: эмоция {score}, а ни одно решение не запланировано",
        )
        yield Found((*moment.at, "emotion"), message, _HINT)


RULE = Rule(
    code="CJM324",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Момент истины причиняет боль, а ни одно решение не запланировано.

    Здесь клиент решает, остаться ли, и здесь он недоволен. У проблемы этой точки контакта (или у проблемы этапа,
    где точка не названа) должно быть решение, которое запланировано, в работе или сделано.
    """,
)
