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
from cjm.core.model import Stage, Touchpoint
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.core.vocabulary import signed
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
    named = {problem.touchpoint for problem in stage.problems}
    for touchpoint in stage.touchpoints if None not in named else ():
        if touchpoint.name not in named and (touchpoint.id is None or touchpoint.id not in named):
            yield from _unhappy(touchpoint)


def _unhappy(touchpoint: Touchpoint) -> Iterator[Found]:
    if touchpoint.emotion is None or touchpoint.emotion.score > LOW:
        return
    name, score = quoted(touchpoint.name), touchpoint.emotion.score
    message = Text(en=f"touchpoint “{name}” ", ru=f"точка контакта «{name}»: ") + _unexplained(score)
    hint = Text(
        en=f"add a problem with `touchpoint: {touchpoint.id or name}`",
        ru=f"добавьте проблему с `touchpoint: {touchpoint.id or name}`",
    )
    yield Found((*touchpoint.at, "emotion"), message, hint)


def _unexplained(score: int) -> Text:
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
