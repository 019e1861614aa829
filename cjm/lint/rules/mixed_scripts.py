"""A word mixes Cyrillic and Latin letters.

Some letters of the two alphabets look alike, and a slip of the keyboard stays unseen. For search, filters and every
comparison the word is another one. A hyphen or a digit between the alphabets makes it well: SMS-рассылка, 1С.

Bad:
    stages:
      - name: Search
        touchpoints:
          - {name: Search, channel: Оzon}
Good:
    stages:
      - name: Search
        touchpoints:
          - {name: Search, channel: Ozon}
"""

import re
from collections.abc import Iterator
from unicodedata import name as name_of

from cjm.core.finding import Severity
from cjm.core.path import Path
from cjm.core.safe_text import LOOK_ALIKE, listed, quoted
from cjm.core.text import Text
from cjm.lint.language.scripts import CYRILLIC, LATIN, SCRIPTS, Script
from cjm.lint.rule import Found, Rule, Subject
from cjm.lint.texts import texts

_MIXED = re.compile(f"[{LATIN}][{CYRILLIC}]|[{CYRILLIC}][{LATIN}]")
_WORD = re.compile(f"[{LATIN}{CYRILLIC}]+")
_WITH_ENDING = re.compile(r"[A-Z]{2,}[а-яё]+")
"""A Latin abbreviation with a Russian ending, as people say it: SEOшник."""
_CAMEL = re.compile(f"[{LATIN}]+[{CYRILLIC}]+|[{CYRILLIC}]+[{LATIN}]+")
_LONG_ENOUGH = 3
"""Letters in a row that nobody types in the wrong alphabet by a slip."""
_UNITS = ("дБi", "дБm", "дБd")
_TO_CYRILLIC = str.maketrans({latin: cyrillic for cyrillic, latin in LOOK_ALIKE.items()})
_TO_LATIN = str.maketrans(LOOK_ALIKE)


def check(subject: Subject) -> Iterator[Found]:
    for path, text in texts(subject.parts):
        if not text.isascii() and _MIXED.search(text):
            words = dict.fromkeys(word for word in _WORD.findall(text) if _MIXED.search(word))
            yield from (_found(path, word) for word in words if not _is_meant(word))


def _found(path: Path, word: str) -> Found:
    script, letters = _strays(word)
    rest: Script = "latin" if script == "cyrillic" else "cyrillic"
    stray, other, shown, whole = SCRIPTS[script], SCRIPTS[rest], listed(letters), quoted(word)
    are = "is" if len(letters) == 1 else "are"
    typed = "буква `{}` набрана" if len(letters) == 1 else "буквы `{}` набраны"
    message = Text(
        en=f"in the word “{whole}” `{shown}` {are} {stray.en}, the rest is {other.en}",
        ru=f"в слове «{whole}» {typed.format(shown)} {stray.ru}, остальные — {other.ru}",
    )
    return Found(path, message, _hint(word, script))


def _hint(word: str, script: Script) -> Text:
    fixed = quoted(word.translate(_TO_LATIN if script == "cyrillic" else _TO_CYRILLIC))
    if _MIXED.search(fixed):
        return Text(en="type the word again in one alphabet", ru="наберите слово заново в одной раскладке")
    return Text(
        en=f"type it again in one alphabet: `{fixed}`", ru=f"наберите слово заново в одной раскладке: `{fixed}`"
    )


def _strays(word: str) -> tuple[Script, list[str]]:
    """The alphabet with fewer letters in a word, and these letters; of two as frequent the Cyrillic one."""
    by_script: dict[Script, list[str]] = {"cyrillic": [], "latin": []}
    for letter in word:
        by_script["cyrillic" if name_of(letter).startswith("CYRILLIC") else "latin"].append(letter)
    script = min(by_script, key=lambda script: len(by_script[script]))
    return script, list(dict.fromkeys(by_script[script]))


def _is_meant(word: str) -> bool:
    """Whether a word is mixed on purpose: SEOшник, дБi, or a brand that changes at a capital letter such as YouДо."""
    if word in _UNITS or _WITH_ENDING.fullmatch(word):
        return True
    turn = _MIXED.search(word)
    if turn is None or not _CAMEL.fullmatch(word) or not word[turn.end() - 1].isupper():
        return False
    script, letters = _strays(word)
    looks = LOOK_ALIKE if script == "cyrillic" else LOOK_ALIKE.values()
    shorter = min(turn.end() - 1, len(word) - turn.end() + 1)
    return shorter >= _LONG_ENOUGH or not all(letter in looks for letter in letters)


RULE = Rule(
    code="CJM609",
    severity=Severity.WARNING,
    check=check,
    ru="""
    В одном слове смешаны кириллица и латиница.

    Некоторые буквы двух алфавитов выглядят одинаково, и промах раскладки не виден. Для поиска, фильтров и любого
    сравнения это уже другое слово. Дефис или цифра между алфавитами всё исправляет: SMS-рассылка, 1С.
    """,
)
