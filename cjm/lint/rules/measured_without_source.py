"""Something is called measured, but no source says where.

`confidence: measured` promises a figure that others can look up. Without a source nobody can.

Bad:
    stages:
      - name: Search
        problems:
          - {name: Seven of ten leave at the form, confidence: measured}
Good:
    sources:
      metrics: {type: analytics, name: Web analytics}
    stages:
      - name: Search
        problems:
          - {name: Seven of ten leave at the form, confidence: measured, source: metrics}
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.items import Emotion, Item
from cjm.core.model import Stage
from cjm.core.safe_text import quoted
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import EMOTIONS, step
from cjm.lint.rule import Found, Rule, Subject, about_stage
from cjm.lint.walk import entities


def check(subject: Subject) -> Iterator[Found]:
    for stage in subject.journey.stages:
        for statement in _unproven(stage):
            name = _name(statement)
            message = about_stage(stage) + Text(
                en=f"calls “{name.en}” measured, but names no source",
                ru=f"«{name.ru}» — измерено, но источник не указан",
            )
            hint = Text(
                en="name in `source:` where the figure comes from, or set `confidence: observed`",
                ru="укажите в `source:`, откуда цифра, или поставьте `confidence: observed`",
            )
            yield Found((*statement.at, "source"), message, hint)


def _unproven(stage: Stage) -> Iterator[Item | Emotion]:
    """What is measured without a source; an emotion may rely on its step's or touchpoint's, all on the stage's."""
    proven = {id(step.emotion) for step in stage.steps if step.source}
    for part in entities(stage) if not stage.source else ():
        if isinstance(part, (Item, Emotion)) and id(part) not in proven and _is_unproven(part):
            yield part


def _is_unproven(statement: Item | Emotion) -> bool:
    return statement.confidence == "measured" and not statement.source


def _name(statement: Item | Emotion) -> Text:
    if isinstance(statement, Emotion) and not statement.name:
        return EMOTIONS[step(statement.score)]
    return untranslated(quoted(statement.name))


RULE = Rule(
    code="CJM505",
    severity=Severity.WARNING,
    check=check,
    ru="""
    Что-то названо измеренным, но источник не указан.

    `confidence: measured` обещает цифру, которую можно найти и проверить. Без источника её не найдёт никто.
    """,
)
