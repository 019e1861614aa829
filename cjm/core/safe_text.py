"""Makes an author's text safe to show: nothing in it can control a terminal, mislead a reader or break a format.

Sources: Unicode UTR #36 and the "Trojan Source" report (CVE-2021-42574) for the bidirectional controls.
"""

import json
import re
from collections.abc import Iterable
from itertools import islice
from typing import Any, Literal, TypeAlias

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls; terminal escapes begin with one
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # separators, BOM, non-characters
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # invisible tags, and and the empty, invisible characters after them
    "]"
)
LOOK_ALIKE = dict(zip("АВЕКМНОРСТУХІЈЅаеорсухіјѕкһ", "ABEKMHOPCTYXIJSaeopcyxijskh", strict=True))
"""Cyrillic letters and the Latin ones they are mistaken for (a part of Unicode's confusables)."""

_COMMAND = re.compile(r"(?:^|(?<=\r))((?:[^\S\r\n]|\x1b\[[\d;]*m)*):(?=:)|#(?=#\w*\[)", re.MULTILINE)
"""Where a CI server takes a line for a command: `::error::` at its start, `##[error]` and `##vso[` anywhere."""

Spelling: TypeAlias = Literal["text", "json", "xml"]
"""How a character is written by its number."""

_SPELT: dict[Spelling, str] = {"text": "⟨U+{:04X}⟩", "json": "\\u{:04x}", "xml": "&#{};"}

_BY_LOOK = str.maketrans(LOOK_ALIKE)
_ZERO_WIDTH = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U0001d173-\U0001d17a]"
)
"""What no font has a shape for (Unicode's Default_Ignorable_Code_Point), without what is unsafe."""
_SPACE = re.compile(r"[\t\n\r ]+")
_ENOUGH = 1000
"""Letters of a text that are looked at to quote its beginning."""


def one_line(text: str) -> str:
    r"""One visible line: control characters are escaped, runs of spaces and line breaks become one space.

    >>> one_line("a\x1b[31m\nb")
    'a⟨U+001B⟩[31m b'
    """
    return _SPACE.sub(" ", escape_controls(text)).strip(" ")


def escape_controls(text: str, form: str = "⟨U+{:04X}⟩") -> str:
    """Control characters are escaped, everything else stays as it is, spaces included."""
    return _UNSAFE.sub(lambda match: form.format(ord(match[0])), text)


def without_commands(text: str, spelling: Spelling = "text") -> str:
    """Lines that no CI server takes for commands, whoever wrote them; what is no command stays as it is.

    >>> print(without_commands("  ::error::x"), without_commands("a ##[group]"), without_commands("a::b ##"), sep=", ")
      ⟨U+003A⟩:error::x, a ⟨U+0023⟩#[group], a::b ##
    """
    if "::" not in text and "##" not in text:
        return text
    return _COMMAND.sub(lambda match: f"{match[1] or ''}{_SPELT[spelling].format(ord(match[0][-1]))}", text)


def as_json(value: Any) -> str:
    r"""A document in JSON with letters as they are, and with codes for what has an effect instead of a shape.

    >>> print(as_json("Поиск \u202e"), end="")
    "Поиск \u202e"
    """
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], written) + "\n"


def is_visible(text: str) -> bool:
    r"""Whether anything of a text is to be seen: not so if there are only spaces and characters without a shape.

    >>> is_visible("a\u200b"), is_visible("\u200b \u00a0")
    (True, False)
    """
    return bool(_ZERO_WIDTH.sub("", text).strip())


def look_alike(one: str, other: str) -> bool:
    r"""Whether two texts look the same in print: other spaces, or Latin letters among Cyrillic ones.

    >>> look_alike("Касса", "Kacca"), look_alike("a\u00a0b", "a b"), look_alike("a", "b")
    (True, True, False)
    """
    return _look(one) == _look(other)


def _look(text: str) -> str:
    return " ".join(_ZERO_WIDTH.sub("", text).translate(_BY_LOOK).split())


def quoted(text: object, longest: int = 40) -> str:
    """A text short enough for a sentence; what is left out shows as an ellipsis.

    >>> quoted("a text that goes on", longest=8)
    'a text …'
    """
    whole = str(text)
    shown = one_line(whole[:_ENOUGH])
    return shown if len(shown) <= longest and len(whole) <= _ENOUGH else shown[: longest - 1] + "…"


def listed(names: Iterable[str], most: int = 12) -> str:
    """Names in a row; of very many the first, then an ellipsis.

    >>> listed(["search", "choice", "delivery"], most=2)
    'search, choice, …'
    """
    first = [quoted(name) for name in islice(names, most + 1)]
    return ", ".join(first if len(first) <= most else [*first[:most], "…"])
