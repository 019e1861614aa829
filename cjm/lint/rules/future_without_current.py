"""A map of the future has no map of today beside it.

A future map shows what is to change, and that can be seen only against how it is now. The two belong together by
the name or the segment of their persona, or by `based_on:`. The rule runs only if several maps are checked together.

Bad:
    title: Choosing a chair, as it should be
    state: future
    persona: {name: Anna, segment: Home office}
    stages: [{name: Search}]
    ---
    title: Running a shop
    state: current
    persona: {name: Tom, segment: Shop owners}
    stages: [{name: Search}]
Good:
    title: Choosing a chair, as it should be
    state: future
    persona: {name: Anna, segment: Home office}
    stages: [{name: Search}]
    ---
    title: Choosing a chair, as it is
    state: current
    persona: {name: Anna, segment: Home office}
    stages: [{name: Search}]
"""

from collections.abc import Iterator, Sequence

from cjm.core.finding import Severity
from cjm.core.model import Persona
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.language.words import words
from cjm.lint.rule import Found, Rule, Subject


def check_together(subjects: Sequence[Subject]) -> Iterator[tuple[int, Found]]:
    if len(subjects) == 1:
        return
    journeys = [subject.journey for subject in subjects]
    today = {mark for journey in journeys if journey.state != "future" for mark in _marks(journey.persona)}
    for number, journey in enumerate(journeys):
        marks = _marks(journey.persona)
        is_alone = journey.state == "future" and not journey.based_on
        if journey.persona and is_alone and today.isdisjoint(marks):
            yield number, _alone(journey.persona)


def _marks(persona: Persona | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a persona is recognised by."""
    if persona is None:
        return ()
    return tuple((key, words(text)) for key, text in (("name", persona.name), ("segment", persona.segment)) if text)


def _alone(persona: Persona) -> Found:
    name = quoted(persona.name)
    message = Text(
        en=f"the map says how it should be for “{name}”, and no map beside it says how it is",
        ru=f"карта показывает, как должно быть у персоны «{name}», а карты «как есть» рядом нет",
    )
    hint = Text(
        en="add the map with `state: current` of the same persona, or name it in `based_on:`",
        ru="добавьте карту той же персоны со `state: current` или назовите её в `based_on:`",
    )
    return Found(("state",), message, hint)


RULE = Rule(
    code="CJM506",
    severity=Severity.INFO,
    check_together=check_together,
    ru="""
    У карты будущего нет рядом карты «как есть».

    Карта будущего показывает, что должно измениться, а это видно только рядом с тем, как всё устроено сейчас.
    Пара узнаётся по имени или сегменту персоны либо по `based_on:`. Правило работает, когда проверяют несколько карт
    сразу.
    """,
)
