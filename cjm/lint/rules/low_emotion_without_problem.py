"""An emotion is negative, and no problem says why.

The customer is unhappy here and the map does not show why. Write the problem down; where it belongs to a
touchpoint, name that in the problem's `touchpoint:`.

Bad:
    stages:
      - name: Checkout
        touchpoints:
          - {name: Promo code, emotion: -2}
Good:
    stages:
      - name: Checkout
        touchpoints:
          - {name: Promo code, emotion: -2}
        problems:
          - {name: The code is refused without a reason, touchpoint: Promo code}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Action, Touchpoint
from cjm.core.model import Stage
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.core.vocabulary import Score, signed
from cjm.lint.rule import Found, Rule, Subject, about_stage

LOW = -1
"""The highest score that wants a reason."""

_HINT = Text(en="add the reason to `problems:`", ru="добавьте причину в `problems:`")


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        if not stage.problems and stage.emotion and stage.emotion.score <= LOW:
            yield Found((*stage.at, "emotion"), about_stage(stage) + _unexplained(stage.emotion.score), _HINT)
        else:
            yield from _touchpoints(stage)


def _touchpoints(stage: Stage) -> Iterator[Found]:
    """A problem without a touchpoint may be about any of them, so then all count as explained."""
    if not all(problem.touchpoint for problem in stage.problems):
        return
    named = {name for problem in stage.problems for name in problem.touchpoint}
    for action in stage.actions:
        if action.touchpoint not in named if action.touchpoint else not stage.problems:
            yield from _unhappy(action, Text(en="action", ru="действие"), action.touchpoint)
    for touchpoint in stage.touchpoints:
        if touchpoint.name not in named and (touchpoint.id is None or touchpoint.id not in named):
            name = touchpoint.id or quoted(touchpoint.name)
            yield from _unhappy(touchpoint, Text(en="touchpoint", ru="точка контакта"), name)


def _unhappy(step: Action | Touchpoint, word: Text, touchpoint: str | None) -> Iterator[Found]:
    """A step that hurts; the problem would be at a touchpoint."""
    if step.emotion is None or step.emotion.score > LOW:
        return
    name = quoted(step.name)
    message = Text(en=f"{word.en} “{name}” ", ru=f"{word.ru} «{name}»: ") + _unexplained(step.emotion.score)
    hint = Text(
        en=f"add a problem with `touchpoint: {touchpoint}`", ru=f"добавьте проблему с `touchpoint: {touchpoint}`"
    )
    yield Found((*step.at, "emotion"), message, hint if touchpoint else _HINT)


def _unexplained(score: Score) -> Text:
    shown = signed(score)
    return Text(en=f"has the emotion {shown}, and no problem says why", ru=f"эмоция {shown}, а проблема не названа")


RULE = Rule(
    code="CJM308",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Эмоция отрицательная, а проблема не названа.

    Клиент здесь недоволен, и карта не говорит чем. Запишите проблему; если она относится к точке контакта,
    назовите её в `touchpoint:` проблемы.
    """,
)
