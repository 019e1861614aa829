"""Plain scalars by the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2)."""

import json
import math
import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_LONGEST_INTEGER = 18
_MAY_MEAN_MORE = frozenset("~nNtTfF+-.0123456789")
"""What plain scalars begin with that mean more than text; most of a map's do not."""
_NEEDS_NO_QUOTES = re.compile(r"[^\W_][\w ./+-]*(?<! )")


def resolved(text: str) -> Scalar:
    """What a plain scalar means.

    Two deviations, both because the data must be JSON: infinities and not-a-number stay text, and so does a
    number too large for a float.

    >>> [resolved(text) for text in ("no", "0123", "12:30", "1e3", "~", "2026-10-01")]
    ['no', 123, '12:30', 1000.0, None, '2026-10-01']
    """
    if text and text[0] not in _MAY_MEAN_MORE:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text)
    if _BASED.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def written_as_yaml(text: str) -> str:
    """A text as a scalar: without quotes where YAML needs none.

    >>> written_as_yaml("e-mail"), written_as_yaml("chat: web"), written_as_yaml("2026")
    ('e-mail', '"chat: web"', '"2026"')
    """
    needs_none = _NEEDS_NO_QUOTES.fullmatch(text) and isinstance(resolved(text), str)
    return text if needs_none else json.dumps(text, ensure_ascii=False)
