"""Explains errors of the map's schema to an author: each names the key, what is there and what belongs there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from cjm.core.finding import Finding, RuleInfo
from cjm.core.path import Path
from cjm.core.safe_text import is_visible, listed, one_line, quoted
from cjm.core.suggest import Suggester, did_you_mean
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import MAP_STATUSES, STATES
from cjm.mapfile import schema_rules as rules
from cjm.mapfile.explain_key import missing_key, unknown_key
from cjm.mapfile.map_error import MapError
from cjm.mapfile.own_words import value_for
from cjm.mapfile.scalars import written_as_yaml
from cjm.mapfile.schema_error import SchemaError
from cjm.mapfile.source import SourceText
from cjm.mapfile.yaml_tree import Tree

_TYPES = {
    "text": Text(en="a text", ru="текст"),
    "text or object": Text(en="a text or a mapping", ru="текст или запись с ключами"),
    "text or list": Text(en="a text or a list of texts", ru="текст или список текстов"),
    "object": Text(en="a mapping (`key: value` on lines of their own)", ru="запись с ключами (`ключ: значение`)"),
    "array": Text(en="a list (each item on a line after `- `)", ru="список (каждый пункт на своей строке после `- `)"),
    "number": Text(en="a number", ru="число"),
    "integer": Text(en="a whole number", ru="целое число"),
    "boolean": Text(en="`true` or `false`", ru="`true` или `false`"),
}
_FORMS = {
    "date": Text(en="a day as YYYY-MM-DD, such as 2026-10-01", ru="день в виде ГГГГ-ММ-ДД, например 2026-10-01"),
    "id": Text(
        en="a text of small Latin letters, digits and hyphens", ru="текст из строчных латинских букв, цифр и дефисов"
    ),
    "url": Text(
        en="a link that begins with https://, without spaces or hidden characters",
        ru="ссылка, которая начинается с https://, без пробелов и скрытых знаков",
    ),
    "review_every": Text(
        en="a number with d, w, m or y, such as 90d or 6m", ru="число и d, w, m или y, например 90d или 6m"
    ),
    "percentage": Text(en="a share such as 23 %", ru="доля, например 23 %"),
    "momentOfTruth": Text(
        en="`true`, or a text: what must go right here", ru="`true` или текст: что здесь должно получиться"
    ),
    "language": Text(en="a language code such as en or ru", ru="код языка, например en или ru"),
}

_BESIDE: dict[str, dict[str, Mapping[Any, Text]]] = {"status": {"state": STATES}, "state": {"status": MAP_STATUSES}}
"""Keys of a map that are taken for one another, with their words."""
_WRITE = Text(en="write ", ru="напишите ")
_OR_A_SHARE = Text(en=", or a share such as 23 %", ru=" или доля, например 23 %")

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_RUSSIAN_DAY = re.compile(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})")
_SCORE = re.compile(r"[-+]?([01]([.,]5)?|[02])")
_PRINTED_MINUS = str.maketrans("−–—", "---")
_LONGEST_LIST = 120
_NEAR_BRACKET = 200
"""Letters before a value among which a bracket is looked for."""


def explain(errors: Iterable[SchemaError], tree: Tree, source: SourceText) -> list[Finding]:
    """What the errors of the schema mean for an author.

    Args:
        errors: those of one map.
        tree: the map's data.
        source: the text it was read from.
    """
    suggester, strangers = Suggester(), dict[tuple[Path, Path], list[str]]()
    heres = (MapError(error, tree, source, suggester, strangers) for error in errors)
    return [finding for here in heres for finding in _findings(here)]


def _findings(here: MapError) -> Iterator[Finding]:
    match here.error.keyword:
        case "additionalProperties":
            yield unknown_key(here)
        case "required":
            missing = missing_key(here)
            yield from [missing] if missing else []
        case keyword if keyword == "minItems" or _is_empty(here):
            yield _empty(here)
        case _ if not _is_reported_otherwise(here):
            yield _wrong_value(here)


def _is_empty(here: MapError) -> bool:
    value = here.error.value
    return value is None or (isinstance(value, str) and not is_visible(value))


def _is_reported_otherwise(here: MapError) -> bool:
    """A key with a set of words has a type too: a single value lacks the word, any other has the wrong type.

    A date that does not exist is reported by the decoder, because the schema cannot check it.
    """
    value = here.error.value
    if "date" in here.error.schema_location and isinstance(value, str) and _ISO.fullmatch(value):
        return True
    return "enum" in here.error.rule and here.error.keyword == ("enum" if here.is_collection else "type")


def _wrong_value(here: MapError) -> Finding:
    if here.is_collection:
        return _wrong_type(here)
    match here.error.keyword:
        case "enum" | "const":
            return _unknown_value(here)
        case "minimum" | "maximum" | "multipleOf":
            return _out_of_range(here)
        case "type" if here.error.rule["type"] == "integer" and isinstance(here.error.value, float):
            return _out_of_range(here)
        case _:
            return _wrong_form(here) if "pattern" in here.error.rule else _wrong_type(here)


def _empty(here: MapError) -> Finding:
    expected = _expected(here)
    message = Text(en=f"{here.what.en} is empty", ru=f"{here.what.ru}: пусто") + _without_shape(here.error.value)
    hint = Text(
        en=f"expected {expected.en}; fill it in or delete it", ru=f"ожидается {expected.ru}; заполните или удалите"
    )
    return here.finding(rules.EMPTY_VALUE, message, hint)


def _without_shape(value: object) -> Text:
    """The characters of a text of which none is to be seen, spaces left out."""
    codes = (
        dict.fromkeys(f"U+{ord(letter):04X}" for letter in value if letter.strip()) if isinstance(value, str) else {}
    )
    if not codes:
        return untranslated("")
    found = listed(codes, most=3)
    return Text(en=f": {found} cannot be seen", ru=f": {found} не видно")


def _unknown_value(here: MapError) -> Finding:
    value, words = str(here.error.value), here.error.rule.get("enum") or ()
    key = next((step for step in reversed(here.error.path) if isinstance(step, str)), "")
    meant = value_for(key, value, words)
    message = Text(
        en=f"{here.what.en} cannot be {here.found.en}", ru=f"{here.what.ru} не может быть {here.found.ru}"
    ) + did_you_mean(meant or _closest(here, value, words), value)
    if meant:
        finding = here.finding(rules.UNKNOWN_VALUE, message, _WRITE + untranslated(f"`{meant}`"))
        return here.fixed(finding, value, meant)
    hint = (_as_score(here) or _elsewhere(here) or _expected(here)) if words else _WRITE + _expected(here)
    return here.finding(rules.UNKNOWN_VALUE, message, hint)


def _closest(here: MapError, value: str, words: Sequence[str]) -> str | None:
    """The word that is most like a value; one for another feeling is often spelled alike but for its beginning."""
    found = here.suggester.closest(value, words)
    is_feeling = "score" in here.error.schema_location
    return None if found and is_feeling and found[0] != value[:1].lower() else found


def _out_of_range(here: MapError) -> Finding:
    low, high = here.error.rule.get("minimum"), here.error.rule.get("maximum")
    expected = (
        Text(en=f"a number from {low} to {high:+} in steps of 0.5", ru=f"число от {low} до {high:+} с шагом 0,5")
        if high is not None
        else Text(en=f"a whole number from {low} up", ru=f"целое число от {low}")
    )
    return _not_expected(here, rules.OUT_OF_RANGE, expected)


def _wrong_form(here: MapError) -> Finding:
    return _not_expected(here, rules.WRONG_FORM, _expected(here), _as_day(here) or _as_text(here))


def _wrong_type(here: MapError) -> Finding:
    return _not_expected(here, rules.WRONG_TYPE, _expected(here), _as_list(here))


def _not_expected(here: MapError, rule: RuleInfo, expected: Text, hint: Text | None = None) -> Finding:
    message = Text(
        en=f"{here.what.en} is {here.found.en}, expected {expected.en}",
        ru=f"{here.what.ru} — это {here.found.ru}, а ожидается {expected.ru}",
    )
    return here.finding(rule, message, hint)


def _as_score(here: MapError) -> Text | None:
    """A number in quotes, or with a typographic minus, is a text."""
    if "score" not in here.error.schema_location or not isinstance(here.error.value, str):
        return None
    score = here.error.value.strip().translate(_PRINTED_MINUS)
    if not _SCORE.fullmatch(score):
        return None
    point = score.replace(",", ".")
    return Text(
        en=f"write {point}, with an ordinary hyphen for a minus, a point for halves and without quotes",
        ru=f"напишите {point}: без кавычек, минус — обычный дефис, половина — через точку",
    )


def _elsewhere(here: MapError) -> Text | None:
    """A word that belongs to another key of the map."""
    word, key = str(here.error.value), here.error.key or str(here.error.path[-1])
    other = next((other for other, words in _BESIDE.get(key, {}).items() if word in words), None)
    return _WRITE + untranslated(f"`{other}: {word}`") if other and len(here.error.path) == 1 else None


def _as_list(here: MapError) -> Text | None:
    if here.error.rule.get("type") != "array" or here.is_collection:
        return None
    text = here.written(here.error.path, here.error.value)
    parts = [written_as_yaml(part.strip()) for part in text.split(",") if part.strip()]
    if len(parts) > 1 and len(text) <= _LONGEST_LIST:
        items = one_line(", ".join(parts))
        return Text(en=f"write [{items}]", ru=f"напишите [{items}]")
    span = here.tree.locate(here.error.path)
    if "{" in here.source.lines[span.line - 1][: span.column - 1][-_NEAR_BRACKET:]:
        item = one_line(written_as_yaml(text)) if len(text) <= _LONGEST_LIST else "…"
        return Text(en=f"write [{item}]", ru=f"напишите [{item}]")
    line = f"- {quoted(text)}"
    return Text(en=f"write `{line}` on a line of its own", ru=f"напишите `{line}` на отдельной строке")


def _as_day(here: MapError) -> Text | None:
    """A day as it is written in Russia: 15.03.2026."""
    day = _RUSSIAN_DAY.fullmatch(str(here.error.value)) if "date" in here.error.schema_location else None
    if day is None:
        return None
    try:
        iso = date(int(day["year"]), int(day["month"]), int(day["day"])).isoformat()
    except ValueError:
        return None
    return Text(en=f"write {iso}", ru=f"напишите {iso}")


def _as_text(here: MapError) -> Text | None:
    """In quotes a number may have the required form."""
    written = here.written(here.error.path, here.error.value)
    if isinstance(here.error.value, str) or not re.search(here.error.rule["pattern"], written):
        return None
    return Text(en=f'write "{written}"', ru=f'напишите "{written}"')


def _expected(here: MapError) -> Text:
    rule, location = here.error.rule, here.error.schema_location
    if "enum" in rule:
        choice = _choice(rule["enum"], numbers="score" in location)
        return choice + _OR_A_SHARE if "frequency" in location else choice
    if "pattern" in rule:
        return next((_FORMS[str(step)] for step in reversed(location) if step in _FORMS), _TYPES["text"])
    if "const" in rule:
        return untranslated(f"`{rule['const']}`")
    return _TYPES[rule["type"]] if "type" in rule else _some_text(here)


def _some_text(here: MapError) -> Text:
    """What a value may be that is a text, or something else in its place."""
    steps = here.error.evaluation_path
    if "momentOfTruth" in here.error.schema_location:
        return _FORMS["momentOfTruth"]
    if ("else", "$ref") not in pairwise(steps):
        return _TYPES["text"]
    may_be_list = any(steps[place : place + 3] == ("$ref", "else", "$ref") for place in range(len(steps)))
    return _TYPES["text or list" if may_be_list else "text or object"]


def _choice(words: list[str], *, numbers: bool) -> Text:
    english = ", ".join(word for word in words if word.isascii())
    russian = ", ".join(word for word in words if not word.isascii()) or english
    if numbers:
        return Text(en=f"a number from -2 to +2 or one of: {english}", ru=f"число от -2 до +2 или одно из: {russian}")
    return Text(en=f"one of: {english}", ru=f"одно из: {russian}")
