"""Files of data beside the maps, such as settings and baselines: bytes become data that suits a schema, or a sentence.

Whoever wrote them, no other error leaves this module: not for what the parsers refuse, nor for what they let through.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from cjm.core.errors import UsageError
from cjm.core.path import Path, dotted
from cjm.core.safe_text import quoted
from cjm.core.suggest import suggestion
from cjm.core.text import Text, untranslated
from cjm.core.vocabulary import grouped
from cjm.mapfile.schema_error import SchemaError, Validate
from cjm.mapfile.source import SourceText, decoded

_DEEPEST = 50
"""Tables and lists in one another; ours need three."""
_LARGEST_NUMBER = 2**63 - 1
"""TOML's; JSON has no limit, and its readers have many."""

_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_DEEP_KEY = re.compile(rf"(?:\.[^.,=\[\]{{}}#]{{0,64}}){{{_DEEPEST}}}")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOO_DEEP = Text(en="it is nested too deeply", ru="слишком глубокая вложенность")
_UNNEST = Text(
    en="write the value without so many lists and tables around it",
    ru="уберите лишние списки и таблицы вокруг значения",
)
_LONG_NUMBER = Text(en="a number in it has too many digits", ru="в каком-то числе слишком много цифр")


@dataclass(frozen=True, slots=True)
class DataFormat:
    """A format of data: its name, where it is explained, what it calls keys with values, and what reads a text."""

    name: str
    manual: str
    mapping: Text
    parse: Callable[[str], Any]


class _DeepKeyError(Exception):
    """A key of TOML has very many dots."""


class _RepeatedKeyError(ValueError):
    """A key of JSON is there twice, so that one value would be lost."""


def _parse_toml(text: str) -> Any:
    import tomllib  # noqa: PLC0415 (many maps have no settings)

    if any(_DEEP_KEY.search(_STRING.sub("", line)) for line in text.split("\n") if line.count(".") >= _DEEPEST):
        raise _DeepKeyError  # the parser would need the square of the depth
    return tomllib.loads(text)


def _parse_json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_mapping)


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKeyError(next(key for key in keys if keys.count(key) > 1))
    return mapping


TOML = DataFormat("TOML", "https://toml.io", Text(en="a table", ru="таблица"), _parse_toml)
JSON = DataFormat("JSON", "https://json.org", Text(en="an object", ru="объект"), _parse_json)


def read_data(form: DataFormat, name: str, data: bytes, most: int) -> Any:
    """The data in a file, of whatever types.

    Args:
        form: the file's format.
        name: what messages call it.
        data: its bytes, one more than `most` where there are more.
        most: the bytes that it may have.

    Raises:
        UsageError: it is larger, or is not text in UTF-8, or not of that format.
    """
    if len(data) > most:
        size = most // 1024
        raise UsageError(
            Text(en=f"{name} is larger than {size:,} KiB", ru=f"{name}: файл больше {grouped(size)} КиБ"),
            hint=Text(en="name another file, or shorten it", ru="укажите другой файл или сократите этот"),
        )
    source, flaws = decoded(name, data)
    for flaw in flaws:
        place = untranslated(f"{name}:{flaw.span.line}:{flaw.span.column}: ")
        raise UsageError(place + flaw.message, hint=flaw.hint or untranslated(""))
    try:
        return form.parse(source.text)
    except _DeepKeyError as error:
        raise UsageError(untranslated(f"{name}: ") + _TOO_DEEP, hint=_UNNEST) from error
    except (RecursionError, ValueError) as error:
        raise _not_of(form, source, error) from error


def check_data(form: DataFormat, name: str, data: Any, validate: Validate, at: Path = ()) -> None:
    """Let nothing through that a schema does not allow.

    Args:
        form: the format of the file that the data comes from.
        name: what messages call that file.
        data: the data.
        validate: the validator of the schema.
        at: where in the file the data is.

    Raises:
        UsageError: the data does not suit the schema.
    """
    try:
        plain = _plain(data, _DEEPEST)
    except RecursionError as error:
        raise UsageError(untranslated(f"{name}: ") + _TOO_DEEP, hint=_UNNEST) from error
    for found in validate(plain):
        raise _refusal(form, name, _value_at(data, found.path), found, at)


def misplaced(form: DataFormat, name: str, path: Path, value: Any, rule: Mapping[str, Any]) -> UsageError:
    """The error for a value that is not what a rule of a schema expects at a place."""
    found, expected = _found(form, value), _expected(form, rule)
    message = Text(en=f" is {found.en}", ru=f" — это {found.ru}")
    return UsageError(_place(name, path) + message, hint=Text(en="expected ", ru="ожидается ") + expected)


def _not_of(form: DataFormat, source: SourceText, error: RecursionError | ValueError) -> UsageError:
    """The error for a text that its format's parser does not take."""
    place, why = "", _LONG_NUMBER
    match error:
        case RecursionError():
            why = _TOO_DEEP
        case _RepeatedKeyError():
            key = quoted(error)
            why = Text(en=f"the key `{key}` is there twice", ru=f"ключ `{key}` встречается дважды")
        case json.JSONDecodeError():
            place, why = f":{error.lineno}:{error.colno}", untranslated(error.msg)
        case _ if found := _TOML_PLACE.search(str(error)):
            end = source.span(len(source.text), len(source.text))
            place = f":{found[1] or end.line}:{found[2] or end.column}"
            why = untranslated(str(error)[: found.start()])
    message = Text(en=f" is not {form.name}: ", ru=f" — не {form.name}: ")
    hint = Text(en=f"{form.manual} shows how it is written", ru=f"как он пишется, показывает {form.manual}")
    return UsageError(untranslated(f"{source.name}{place}") + message + why, hint=hint)


def _plain(value: Any, deepest: int) -> Any:
    """The data as every validator takes it: with null for what JSON Schema does not know, and no half letters."""
    if deepest < 0:
        raise RecursionError
    match value:
        case dict():
            return {_whole(key): _plain(item, deepest - 1) for key, item in value.items()}
        case list():
            return [_plain(item, deepest - 1) for item in value]
        case str():
            return _whole(value)
        case _:
            return None if _is_unknown_to_schemas(value) else value


def _whole(text: str) -> str:
    return text.encode(errors="replace").decode()


def _is_unknown_to_schemas(value: Any) -> bool:
    match value:
        case date() | time():
            return True
        case float():
            return not isfinite(value)
        case int():
            return abs(value) > _LARGEST_NUMBER
        case _:
            return False


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _refusal(form: DataFormat, name: str, value: Any, error: SchemaError, at: Path) -> UsageError:
    key = quoted(error.key)
    match error.keyword:
        case "additionalProperties":
            known = error.rule["properties"]
            listed = ", ".join(known)
            hint = suggestion(error.key, known, Text(en=f"known: {listed}", ru=f"есть такие: {listed}"))
            message = Text(en=f"unknown key `{key}`", ru=f"неизвестный ключ `{key}`")
            return UsageError(untranslated(f"{name}: ") + message, hint=hint)
        case "required":
            message = Text(en=f" has no `{key}`", ru=f": нет ключа `{key}`")
            return UsageError(_place(name, (*at, *error.path)) + message)
        case _:
            return misplaced(form, name, (*at, *error.path), value, error.rule)


def _place(name: str, path: Path) -> Text:
    return untranslated(f"{name}: `{quoted(dotted(path))}`" if path else name)


def _found(form: DataFormat, value: Any) -> Text:  # noqa: PLR0911 (a table of types)
    match value:
        case dict():
            return form.mapping
        case list():
            return Text(en="a list", ru="список")
        case datetime():
            return Text(en="a day with a time", ru="дата со временем")
        case date():
            return Text(en="a day", ru="дата")
        case time():
            return Text(en="a time", ru="время")
        case float() if not isfinite(value):
            return Text(en="not a number that is finite", ru="не конечное число")
        case int() if abs(value) > _LARGEST_NUMBER:
            return Text(en="too large a number", ru="слишком большое число")
        case _:
            return untranslated(quoted(json.dumps(value, ensure_ascii=False)))


def _expected(form: DataFormat, rule: Mapping[str, Any]) -> Text:
    if "enum" in rule:
        words = ", ".join(rule["enum"])
        return Text(en=f"one of: {words}", ru=f"одно из: {words}")
    if "pattern" in rule:
        return Text(en='a number with d, w, m or y, such as "90d"', ru='число и d, w, m или y, например "90d"')
    if "maximum" in rule:
        return Text(
            en=f"a whole number from {rule['minimum']} to {rule['maximum']}",
            ru=f"целое число от {rule['minimum']} до {rule['maximum']}",
        )
    if "minimum" in rule:
        return Text(en=f"a whole number from {rule['minimum']} up", ru=f"целое число от {rule['minimum']}")
    return {
        "array": Text(en='a list such as ["a", "b"]', ru='список вида ["a", "b"]'),
        "object": form.mapping,
        "string": Text(en="a text in quotes that is not empty", ru="непустой текст в кавычках"),
        "integer": Text(en="a whole number", ru="целое число"),
    }[rule["type"]]
