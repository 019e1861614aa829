"""A stage has no emotion, neither of its own nor at a touchpoint.

The curve has a hole there, and holes are usually where nobody asked the customers.

Bad:
    stages:
      - name: Search
        touchpoints: [Webinar]
Good:
    stages:
      - name: Search
        touchpoints:
          - {name: Webinar, emotion: +1}
"""

from cjm.core.finding import Severity
from cjm.core.model import Stage
from cjm.core.text import Text
from cjm.lint.rule import Rule, every_stage_has


def _has_emotion(stage: Stage) -> bool:
    return stage.emotion is not None or any(step.emotion for step in stage.steps)


RULE = Rule(
    code="CJM305",
    severity=Severity.WARNING,
    check=every_stage_has(
        "emotion",
        _has_emotion,
        Text(en="has no emotion", ru="не указаны эмоции"),
        Text(
            en="set `emotion:` from -2 to +2, at the stage or at its touchpoints",
            ru="укажите `emotion:` от -2 до +2 у этапа или у его точек контакта",
        ),
    ),
    ru="""
    У этапа нет эмоции: ни своей, ни у точек контакта.

    В кривой остаётся дыра, а дыры обычно там, где клиентов никто не спросил.
    """,
)
