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
from cjm.core.items import Action, Emotion, Touchpoint
from cjm.core.model import Stage
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.core.vocabulary import Score, signed
from cjm.lint.parts import places_of, steps_with_places
from cjm.lint.rule import Found, Rule, Subject, about_stage

LOW = -1
"""The highest score that wants a reason."""

_ACTION = Text(en="action", ru="действие")
_TOUCHPOINT = Text(en="touchpoint", ru="точка контакта")
_HINT = Text(en="add the reason to `problems:`", ru="добавьте причину в `problems:`")


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        if not stage.problems and stage.emotion and stage.emotion.score <= LOW:
            yield Found((*stage.at, "emotion"), about_stage(stage) + _unexplained(stage.emotion.score), _HINT)
        else:
            yield from _steps(stage)


def _steps(stage: Stage) -> Iterator[Found]:
    """A problem without a touchpoint may be about any of them, so then all count as explained."""
    if not all(problem.touchpoint for problem in stage.problems):
        return
    named = places_of(stage, stage.problems)
    for step, place in steps_with_places(stage):
        is_explained = bool(stage.problems) if place is None else place in named
        if not is_explained and step.emotion and step.emotion.score <= LOW:
            yield _unhappy(step, step.emotion, None if place is None else stage.touchpoints[place])


def _unhappy(step: Action | Touchpoint, emotion: Emotion, touchpoint: Touchpoint | None) -> Found:
    """A step that hurts; the problem would be at a touchpoint."""
    name = quoted(step.name)
    word = _TOUCHPOINT if isinstance(step, Touchpoint) else _ACTION
    message = Text(en=f"{word.en} “{name}” ", ru=f"{word.ru} «{name}»: ") + _unexplained(emotion.score)
    return Found((*step.at, "emotion"), message, _hint(touchpoint) if touchpoint else _HINT)


def _hint(touchpoint: Touchpoint) -> Text:
    named = touchpoint.id or quoted(touchpoint.name)
    return Text(en=f"add a problem with `touchpoint: {named}`", ru=f"добавьте проблему с `touchpoint: {named}`")


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
