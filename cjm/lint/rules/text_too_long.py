"""A text is longer than a card holds.

A map is read from a wall or a screen at a glance. Long texts make high cards and small letters, and nobody reads
them to the end. The default of `longest-text` is 120 characters.

Bad:
    stages:
      - name: Search
        problems:
          - The customer opens the page with our prices, sees seven plans with names that say nothing, looks for the
            difference between them, does not find it and goes to a competitor whose page has two plans
Good:
    stages:
      - name: Search
        problems:
          - Seven plans, and nobody sees how they differ
"""

from collections.abc import Iterator

from cjm.core.finding import Severity
from cjm.core.path import Path
from cjm.core.safe_text import one_line, quoted
from cjm.core.text import Text, plural
from cjm.lint.rule import Found, Rule, Subject
from cjm.lint.texts import texts
from cjm.lint.walk import entities

_BESIDE_THE_TEXT = ("owner", "channel", "unit", "duration")
_CHARACTERS = Text(en="character|characters", ru="знак|знака|знаков")


def check(subject: Subject) -> Iterator[Found]:
    longest = subject.settings.longest_text
    for path, text in _on_cards(subject):
        if len(text) > longest and (length := len(one_line(text))) > longest:
            name = quoted(text)
            counted = Text(en=plural(length, "en", _CHARACTERS), ru=plural(length, "ru", _CHARACTERS))
            message = Text(
                en=f"“{name}” is {length} {counted.en} long, a card holds {longest}",
                ru=f"в тексте «{name}» {length} {counted.ru}, а на карточку помещается {longest}",
            )
            hint = Text(en="say it shorter, or make two items of it", ru="скажите короче или разделите на два пункта")
            yield Found(path, message, hint)


def _on_cards(subject: Subject) -> Iterator[tuple[Path, str]]:
    for stage in subject.journey.stages:
        yield from ((path, text) for path, text in texts(entities(stage)) if path[-1] not in _BESIDE_THE_TEXT)


RULE = Rule(
    code="CJM608",
    severity=Severity.INFO,
    check=check,
    ru="""
    Текст длиннее, чем помещается на карточку.

    Карту читают со стены или с экрана, одним взглядом. Из-за длинных текстов карточки растут, буквы мельчают, и
    до конца никто не дочитывает. Если `longest-text` не задан, это 120 знаков.
    """,
)
