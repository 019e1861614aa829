"""Explains a key that the format does not have, or one that is missing."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cjm.core.finding import Finding
from cjm.core.safe_text import quoted
from cjm.core.suggest import did_you_mean
from cjm.core.text import Text
from cjm.mapfile import schema_rules as rules
from cjm.mapfile.map_error import MapError
from cjm.mapfile.own_words import key_for
from cjm.mapfile.scalars import written_as_yaml

_JOINED = re.compile(r"(?P<key>[a-z_]+):(?P<text>\S.*)")
_COMMA = re.compile(r"\s*[,}]")
_NEAR = 100
"""Letters before a key among which its question mark is looked for."""


def unknown_key(here: MapError) -> Finding:
    """A key that is not part of the format."""
    key, known = here.error.key, _known_keys(here)
    if (joined := _JOINED.fullmatch(key)) and joined["key"] in known:
        return _joined_key(here, joined)
    meant = key_for(key, known)
    if meant != "name" and _is_text_with_colon(here):
        meant = None
    suggested = meant or _closest_key(here, key)
    message = Text(en=f"unknown key `{quoted(key)}`", ru=f"неизвестный ключ `{quoted(key)}`")
    message += did_you_mean(suggested, key)
    if suggested is None:
        return here.finding(rules.UNKNOWN_KEY, message, _not_a_key(here, known), key)
    hint = Text(en=f"write `{suggested}:`", ru=f"напишите `{suggested}:`")
    finding = replace(here.finding(rules.UNKNOWN_KEY, message, hint, key), intended=(*here.error.path, suggested))
    return here.fixed(finding, key, meant) if meant and meant not in here.error.value else finding


def missing_key(here: MapError) -> Finding | None:
    """A key that must be there; None where an unknown key beside it is the same mistake."""
    key = here.error.key
    if _is_misspelt(here, key):
        return None
    message = Text(en=f"{here.what.en} has no `{key}`", ru=f"{here.what.ru}: нет ключа `{key}`")
    value = _known_keys(here)[key].get("const", "…")
    hint = Text(en=f"add `{key}: {value}`", ru=f"добавьте `{key}: {value}`")
    return here.finding(rules.MISSING_KEY, message, hint, key)


def _joined_key(here: MapError, joined: re.Match[str]) -> Finding:
    """`{name:Webinar}`: without the space all of it is the key."""
    name, text = joined["key"], quoted(joined["text"])
    message = Text(en=f"a space is missing after the colon of `{name}:`", ru=f"после двоеточия в `{name}:` нет пробела")
    hint = Text(en=f"write `{name}: {text}`", ru=f"напишите `{name}: {text}`")
    finding = here.finding(rules.UNKNOWN_KEY, message, hint, here.error.key)
    return replace(finding, intended=(*here.error.path, name))


def _not_a_key(here: MapError, known: Iterable[str]) -> Text:
    """What to do about a key that is like none: `- Webinar: free` was intended as a text."""
    key = here.error.key
    if _is_after_question_mark(here):
        return Text(en=f'put the text in quotes: "? {quoted(key)}"', ru=f'возьмите текст в кавычки: "? {quoted(key)}"')
    if _is_text_with_colon(here) and not isinstance(here.error.value[key], list):
        return _as_text(here)
    if _is_between_commas(here):
        return Text(
            en="inside { } a comma separates entries: put a text with a comma in quotes, a list in [ ]",
            ru="внутри { } запятая разделяет записи: возьмите текст с запятой в кавычки, а список в [ ]",
        )
    keys = ", ".join(known)
    return Text(
        en=f"known here: {keys}; begin a key of your own with `x-`",
        ru=f"здесь известны: {keys}; свой ключ начните с `x-`",
    )


def _as_text(here: MapError) -> Text:
    key, mapping = here.error.key, here.error.value
    if mapping[key] is None or isinstance(mapping[key], dict):
        return _as_name(here)
    text = f'"{quoted(f"{key}: {here.written((*here.error.path, key), mapping[key])}")}"'
    write = text if len(mapping) == 1 else f"name: {text}"
    return Text(en=f"if this is a text, write {write}", ru=f"если это текст, напишите {write}")


def _as_name(here: MapError) -> Text:
    """`- Website:` with keys below, or with nothing."""
    name = quoted(written_as_yaml(here.error.key))
    if here.error.value == {here.error.key: None}:
        return Text(en=f"write it without the colon: {name}", ru=f"напишите без двоеточия: {name}")
    line = f"- name: {name}" if isinstance(here.error.path[-1], int) else f"name: {name}"
    return Text(
        en=f"write `{line}`, and its keys below, in one column with `name`",
        ru=f"напишите `{line}`, а ниже, в одном столбце с `name`, остальные ключи",
    )


def _is_between_commas(here: MapError) -> bool:
    span = here.tree.locate_key((*here.error.path, here.error.key))
    is_before_comma = _COMMA.match(here.source.lines[span.end_line - 1], span.end_column - 1)
    return here.error.value[here.error.key] is None and is_before_comma is not None


def _is_after_question_mark(here: MapError) -> bool:
    span = here.tree.locate_key((*here.error.path, here.error.key))
    return here.source.lines[span.line - 1][max(0, span.column - _NEAR) : span.column - 1].rstrip().endswith("?")


def _is_misspelt(here: MapError, key: str) -> bool:
    """Whether an unknown key beside the missing one looks like it, or was intended as a text: that is one mistake."""
    strangers = _strangers(here)
    if _may_be_text(here) and 0 < len(strangers) == len(here.error.value):
        return True
    return _is_text_with_colon(here) or any(_suggested_key(here, name) == key for name in strangers)


def _is_text_with_colon(here: MapError) -> bool:
    """Whether there is a single unknown key where the item's text is missing: `- Webinar: free`."""
    return _may_be_text(here) and "name" not in here.error.value and len(_strangers(here)) == 1


def _may_be_text(here: MapError) -> bool:
    """Whether a text could stand for this mapping."""
    return here.error.evaluation_path[-3:-1] == ("then", "$ref") and "name" in here.error.rule.get("required", ())


def _strangers(here: MapError) -> list[str]:
    at = here.error.path, here.error.schema_location
    if at not in here.strangers:
        known = _known_keys(here)
        here.strangers[at] = [key for key in here.error.value if key not in known and not key.startswith("x-")]
    return here.strangers[at]


def _suggested_key(here: MapError, key: str) -> str | None:
    return key_for(key, _known_keys(here)) or _closest_key(here, key)


def _closest_key(here: MapError, key: str) -> str | None:
    return here.suggester.closest(key.replace("-", "_"), _known_keys(here))


def _known_keys(here: MapError) -> dict[str, Any]:
    return dict(here.error.rule.get("properties", {}))
