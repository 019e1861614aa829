"""One persona is described differently in two maps.

Maps of one persona are read side by side. Where the descriptions contradict each other, nobody knows whom to
design for. Personas are the same where name and segment are; what one map leaves out contradicts nothing.

Bad:
    title: Choosing a chair
    persona: {name: Anna, segment: Home office, pains: [Every chair looks alike]}
    stages: [{name: Search}]
    ---
    title: Returning a chair
    persona: {name: Anna, segment: Home office, pains: [No time to wait for couriers]}
    stages: [{name: Return}]
Good:
    title: Choosing a chair
    persona: {name: Anna, segment: Home office, pains: [Every chair looks alike]}
    stages: [{name: Search}]
    ---
    title: Returning a chair
    persona: {name: Anna, segment: Home office}
    stages: [{name: Return}]
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from cjm.core.finding import Severity
from cjm.core.model import Journey, Persona
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.lint.language.words import words
from cjm.lint.rule import Found, Rule, Subject

_COMPARED = ("about", "goals", "needs", "pains", "motivations")

_Words: TypeAlias = tuple[str, ...]


def check_together(subjects: Sequence[Subject]) -> Iterator[tuple[int, Found]]:
    first: dict[tuple[_Words, _Words], dict[str, Journey]] = {}
    for number, subject in enumerate(subjects):
        persona = subject.journey.persona
        if persona is None:
            continue
        known = first.setdefault((words(persona.name), words(persona.segment or "")), {})
        yield from ((number, found) for found in _contradictions(persona, known))
        for key in _COMPARED:
            if getattr(persona, key):
                known.setdefault(key, subject.journey)


def _contradictions(persona: Persona, known: dict[str, Journey]) -> Iterator[Found]:
    """One finding for each map that says something else about the persona."""
    by_title: dict[str, list[str]] = {}
    for key, journey in known.items():
        if getattr(persona, key) and _meaning(persona, key) != _meaning(journey.persona, key):
            by_title.setdefault(journey.title, []).append(key)
    for title, keys in by_title.items():
        yield _found(persona, title, keys)


def _meaning(persona: Persona | None, key: str) -> list[_Words]:
    value = getattr(persona, key)
    return sorted(words(text) for text in ((value,) if isinstance(value, str) else value))


def _found(persona: Persona, title: str, keys: list[str]) -> Found:
    name, other, differing = quoted(persona.name), quoted(title), ", ".join(f"`{key}`" for key in keys)
    message = Text(
        en=f"persona “{name}” is described differently in the map “{other}”: {differing}",
        ru=f"персона «{name}» описана иначе, чем в карте «{other}»: {differing}",
    )
    hint = Text(
        en="agree on one description, or give the personas different names or segments",
        ru="договоритесь об одном описании или дайте персонам разные имена или сегменты",
    )
    return Found((*persona.at, keys[0]), message, hint)


RULE = Rule(
    code="CJM604",
    severity=Severity.WARNING,
    check_together=check_together,
    ru="""
    Одна персона описана в двух картах по-разному.

    Карты одной персоны читают рядом. Если описания расходятся, непонятно, для кого всё делается. Персоны
    считаются одной, если совпадают имя и сегмент; то, о чём одна из карт молчит, расхождением не считается.
    """,
)
