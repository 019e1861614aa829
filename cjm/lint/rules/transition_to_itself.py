"""A transition leads from a stage to the same stage.

Such an arrow says nothing: staying needs no way. What repeats within a stage belongs to its actions; if the customer
goes back, name the stage where the journey goes on.

Bad:
    stages: [{name: Search}, {name: Choice, id: choice}]
    transitions:
      - {from: Choice, to: choice, name: Compares again}
Good:
    stages: [{name: Search}, {name: Choice, id: choice}]
    transitions:
      - {from: choice, to: Search, name: Nothing fits}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.references import by_reference
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.rule import Found, Rule, Subject

_HINT = Text(
    en="name in `to:` another stage, or move it to the `actions:` of this one",
    ru="назовите в `to:` другой этап или перенесите это в `actions:`",
)


def check(subject: Subject) -> Iterator[Found]:
    stages = subject.journey.stages
    positions = by_reference(stages)
    for transition in subject.journey.transitions:
        origin, destination = positions.get(transition.origin), positions.get(transition.destination or "")
        if origin and destination and origin[0] == destination[0]:
            name = quoted(stages[origin[0]].name)
            message = Text(
                en=f"the transition leads from stage “{name}” to itself",
                ru=f"переход ведёт из этапа «{name}» в него же",
            )
            yield Found((*transition.at, "to"), message, _HINT)


RULE = Rule(
    code="CJM206",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Переход ведёт из этапа в тот же этап.

    Такая стрелка ничего не сообщает: чтобы остаться на месте, переход не нужен. Что повторяется внутри этапа,
    запишите в его действия; если клиент возвращается назад, назовите этап, с которого путь продолжается.
    """,
)
