"""No touchpoint is marked as a moment of truth.

Few contacts decide whether the customer stays. A map that treats all alike does not show where to begin.

Bad:
    stages:
      - name: Delivery
        touchpoints: [Courier]
Good:
    stages:
      - name: Delivery
        touchpoints:
          - {name: Courier, moment_of_truth: true}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.text import Text
from cjm.lint.parts import moments_of_truth
from cjm.lint.rule import Found, Rule, Subject


def check(subject: Subject) -> Iterator[Found]:
    touchpoints = [touchpoint for stage in subject.journey.stages for touchpoint in stage.touchpoints]
    if touchpoints and not any(moments_of_truth(subject.journey)):
        yield Found(
            ("stages",),
            Text(en="the map has no moment of truth", ru="в карте нет ни одного момента истины"),
            Text(
                en="set `moment_of_truth: true` at the touchpoints that decide",
                ru="поставьте `moment_of_truth: true` у точек контакта, которые решают",
            ),
        )


RULE = Rule(
    code="CJM312",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Ни одна точка контакта не отмечена как момент истины.

    Останется ли клиент, решают немногие контакты. Карта, где все они равны, не говорит, с чего начать.
    """,
)
