"""A settings file, `cjm.toml` or the table `[tool.cjm]` of `pyproject.toml`: read, checked and written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from math import isfinite
from pathlib import PurePath
from typing import Any

from cjm.core.errors import UsageError
from cjm.core.path import dotted
from cjm.core.safe_text import quoted
from cjm.core.suggest import suggestion
from cjm.core.text import Text, untranslated
from cjm.lint.config import LintConfig, lint_config
from cjm.lint.settings import Settings
from cjm.mapfile.schema import validator
from cjm.mapfile.schema_error import SchemaError, Validate

FILES = ("cjm.toml", "pyproject.toml")
"""Files of settings; the first one in a folder that has any counts."""

_TYPES = {
    "array": Text(en='a list such as ["a", "b"]', ru='список вида ["a", "b"]'),
    "object": Text(en="a table", ru="таблица"),
    "string": Text(en="a text in quotes that is not empty", ru="непустой текст в кавычках"),
    "integer": Text(en="a whole number", ru="целое число"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSettings:
    """All that a team has set, one part for each package that needs some; `origin` is the file, empty without one.

    The keys of `lint` are at the top of the file; every other part will have a table of its own.
    """

    origin: str = ""
    lint: LintConfig = field(default_factory=LintConfig)


def read_settings(origin: str, text: str, validate: Validate | None = None) -> ProjectSettings | None:
    """The settings in a file; None in a `pyproject.toml` that has none of ours.

    Args:
        origin: the file's path; its name decides which of the two it is.
        text: the file's text.
        validate: the validator, if it is not to be the fastest that this machine has.

    Raises:
        UsageError: it is not TOML, or is not valid.
    """
    import tomllib  # noqa: PLC0415 (many maps have no settings)

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(Text(en=f"{origin} is not TOML: {error}", ru=f"{origin} — не TOML: {error}")) from error
    if PurePath(origin).name == "pyproject.toml":
        data = data.get("tool", {}).get("cjm")
        if data is None:
            return None
    for found in (validate or validator("cjm-toml.schema.json"))(_as_json(data)):
        raise _refusal(origin, found)
    return ProjectSettings(origin=origin, lint=lint_config(origin, data))


def as_toml(settings: ProjectSettings) -> str:
    """Settings in the form of a `cjm.toml`."""
    lint = settings.lint
    options = {item.name: getattr(lint.settings, item.name) for item in fields(Settings)}
    top = {"select": lint.select, "ignore": lint.ignore, "fail-on": lint.fail_on} | options
    if lint.max_warnings is not None:
        top["max-warnings"] = lint.max_warnings
    tables: dict[str, Mapping[str, Any]] = {"severity": lint.severity, "per-file-ignores": lint.per_file_ignores}
    lines = [f"{name.replace('_', '-')} = {_toml(value)}" for name, value in top.items()]
    for table, entries in tables.items():
        if entries:
            lines += [f"\n[{table}]", *(f"{_toml(key)} = {_toml(value)}" for key, value in entries.items())]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    """A string, a number or a list of strings; JSON writes these as TOML does."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _as_json(value: Any) -> Any:
    """The data with null for what TOML has beyond JSON: days, times, infinity and not-a-number."""
    match value:
        case dict():
            return {key: _as_json(item) for key, item in value.items()}
        case list():
            return [_as_json(item) for item in value]
        case date() | time():
            return None
        case float() if not isfinite(value):
            return None
        case _:
            return value


def _refusal(origin: str, error: SchemaError) -> UsageError:
    if error.keyword == "additionalProperties":
        return _unknown_key(origin, error)
    key, found, expected = dotted(error.path), _found(error.value), _expected(error.rule)
    message = Text(en=f"`{key}` is {found.en}", ru=f"`{key}` — это {found.ru}")
    return UsageError(untranslated(f"{origin}: ") + message, hint=Text(en="expected ", ru="ожидается ") + expected)


def _unknown_key(origin: str, error: SchemaError) -> UsageError:
    known = error.rule["properties"]
    listed = ", ".join(known)
    hint = suggestion(error.key, known, Text(en=f"known: {listed}", ru=f"есть такие: {listed}"))
    message = Text(en=f"unknown key `{error.key}`", ru=f"неизвестный ключ `{error.key}`")
    return UsageError(untranslated(f"{origin}: ") + message, hint=hint)


def _found(value: Any) -> Text:
    match value:
        case dict():
            return Text(en="a table", ru="таблица")
        case list():
            return Text(en="a list", ru="список")
        case None:
            return Text(en="a day, a time or not a number", ru="дата, время или не число")
        case _:
            return untranslated(quoted(json.dumps(value, ensure_ascii=False)))


def _expected(rule: Mapping[str, Any]) -> Text:
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
    return _TYPES[rule["type"]]
