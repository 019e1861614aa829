"""A transition leads from or to a stage that the map does not have.

The arrow cannot be drawn. Name the stage as in the map, or use its `id`.

Bad:
    stages: [{name: Search}, {name: Evaluation}]
    transitions:
      - {from: Evaluation, to: Serach}
Good:
    stages: [{name: Search}, {name: Evaluation}]
    transitions:
      - {from: Evaluation, to: Search}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.references import by_reference
from cjm.core.safe_text import listed, quoted
from cjm.core.suggest import did_you_mean
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject

_EXIT = Text(
    en="; where the customer leaves the journey, leave `to` out", ru="; если клиент уходит совсем, `to` не нужен"
)


def check(subject: Subject) -> Iterator[Found]:
    stages = subject.journey.stages
    known = by_reference(stages)
    names = listed(stage.name for stage in stages)
    hint = Text(en=f"stages of this map: {names}", ru=f"этапы этой карты: {names}")
    for transition in subject.journey.transitions:
        for key, name in (("from", transition.origin), ("to", transition.destination)):
            if name is not None and name not in known:
                message = Text(en=f"there is no stage `{quoted(name)}`", ru=f"этапа `{quoted(name)}` нет")
                closest = subject.suggester.closest(name, known)
                to_do = hint + _EXIT if key == "to" and closest is None else hint
                yield Found((*transition.at, key), message + did_you_mean(closest, name), to_do)


RULE = Rule(
    code="CJM203",
    severity=Severity.ERROR,
    check=check,
    ru="""
    Переход ведёт из этапа или в этап, которого в карте нет.

    Такую стрелку не нарисовать. Назовите этап так, как он записан в карте, или по его `id`.
    """,
)
