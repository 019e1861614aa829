"""What a team has set: the file `cjm.toml`, or `[tool.cjm]` in `pyproject.toml`."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import PurePath
from typing import Any

from jsonschema_rs import Draft7Validator, ValidationError

from cjm.core.errors import UsageError
from cjm.core.finding import Finding, RuleInfo, Severity
from cjm.core.path import dotted
from cjm.core.suggest import suggestion
from cjm.core.text import Text, untranslated
from cjm.lint.catalogue import LISTED, all_kinds, no_rule
from cjm.lint.settings import LANES, OTHER_LANES, Settings
from cjm.mapfile.schema import schema_text

FILES = ("cjm.toml", "pyproject.toml")
"""Where settings stand; the first one in a folder that has any counts."""
EVERYTHING = "CJM"
"""The prefix of all codes."""
ALWAYS = ("CJM0", "CJM1")
"""What is found by reading and by the schema can be neither turned off nor suppressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings that hold for the maps of a folder.

    `origin` is the file they come from, empty where nobody has set anything; patterns of files are relative to it.
    """

    origin: str = ""
    select: tuple[str, ...] = (EVERYTHING,)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fail_on: str = "warning"
    max_warnings: int | None = None
    settings: Settings = field(default_factory=Settings)

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is wanted at all."""
        return self.runs(finding.kind, finding.file)

    def runs(self, kind: RuleInfo, file: str) -> bool:
        """Whether a kind of finding is looked for in a file."""
        if kind.code.startswith(ALWAYS):
            return True
        return _fits(kind, self.select) and not _fits(kind, (*self.ignore, *self._ignored_in(file)))

    def weighed(self, finding: Finding) -> Finding:
        """The finding with the severity that the team gives it."""
        kind = finding.kind
        word = self.severity.get(kind.code) or self.severity.get(kind.name)
        return replace(finding, level=Severity[word.upper()]) if word else finding

    def _ignored_in(self, file: str) -> Iterable[str]:
        relative = _relative(file, self.origin)
        return (
            word for pattern, words in self.per_file_ignores.items() if fnmatchcase(relative, pattern) for word in words
        )


def read_config(origin: str, text: str) -> Config | None:
    """The settings in a file; None in a `pyproject.toml` that has none of ours.

    Args:
        origin: the file's path; its name tells which of the two it is.
        text: what stands in it.

    Raises:
        UsageError: it is not TOML, or says something that cannot be.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(Text(en=f"{origin} is not TOML: {error}", ru=f"{origin} — не TOML: {error}")) from error
    if PurePath(origin).name == "pyproject.toml":
        data = data.get("tool", {}).get("cjm")
        if data is None:
            return None
    _check(origin, data)
    return _config(origin, data)


def as_toml(config: Config) -> str:
    """Settings as a `cjm.toml` would say them."""
    options = {item.name: getattr(config.settings, item.name) for item in fields(Settings)}
    top = {"select": config.select, "ignore": config.ignore, "fail-on": config.fail_on} | options
    if config.max_warnings is not None:
        top["max-warnings"] = config.max_warnings
    lines = [f"{name.replace('_', '-')} = {_toml(value)}" for name, value in top.items()]
    for table, entries in (("severity", config.severity), ("per-file-ignores", config.per_file_ignores)):
        lines += (
            [f"\n[{table}]", *(f"{_toml(key)} = {_toml(value)}" for key, value in entries.items())] if entries else []
        )
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    """A string, a number or a list of strings; JSON writes these as TOML does."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def known_words(words: Iterable[str], where: str) -> tuple[str, ...]:
    """Codes, names and prefixes of codes, if that is what they are.

    Raises:
        UsageError: one of them is none; `where` says who named it.
    """
    chosen = tuple(words)
    for word in chosen:
        if not any(_fits(kind, (word,)) for kind in all_kinds()):
            names = (name for kind in all_kinds() for name in (kind.code, kind.name))
            raise UsageError(untranslated(f"{where}: ") + no_rule(word), hint=suggestion(word, names, LISTED))
    return chosen


def _fits(kind: RuleInfo, words: Iterable[str]) -> bool:
    return any(word == kind.name or (word.startswith(EVERYTHING) and kind.code.startswith(word)) for word in words)


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text("cjm-toml.schema.json")))


def _check(origin: str, data: dict[str, Any]) -> None:
    error = next(iter(_validator().iter_errors(data)), None)
    if error is not None:
        raise _refusal(origin, error)
    _check_lanes(origin, data.get("required-lanes", ()))
    known_words([*data.get("select", ()), *data.get("ignore", ()), *data.get("severity", ())], origin)
    known_words((word for words in data.get("per-file-ignores", {}).values() for word in words), origin)


def _check_lanes(origin: str, lanes: Iterable[str]) -> None:
    known = (*LANES, *OTHER_LANES)
    for lane in lanes:
        if lane not in known and not lane.startswith("x-"):
            listed = ", ".join(known)
            message = Text(
                en=f"`required-lanes`: no lane is called `{lane}`", ru=f"`required-lanes`: нет дорожки `{lane}`"
            )
            hint = suggestion(lane, known, Text(en=f"known: {listed}, x-…", ru=f"есть такие: {listed}, x-…"))
            raise UsageError(untranslated(f"{origin}: ") + message, hint=hint)


def _refusal(origin: str, error: ValidationError) -> UsageError:
    kind: Any = error.kind
    if kind.name == "additionalProperties":
        stranger = kind.unexpected[0]
        known = json.loads(schema_text("cjm-toml.schema.json"))["properties"]
        listed = ", ".join(known)
        hint = suggestion(stranger, known, Text(en=f"known: {listed}", ru=f"есть такие: {listed}"))
        message = Text(en=f"unknown key `{stranger}`", ru=f"неизвестный ключ `{stranger}`")
        return UsageError(untranslated(f"{origin}: ") + message, hint=hint)
    return UsageError(untranslated(f"{origin}: `{dotted(tuple(error.instance_path))}`: {error.message}"))


def _config(origin: str, data: dict[str, Any]) -> Config:
    named = {key.replace("-", "_"): _frozen(value) for key, value in data.items()}
    options = {item.name: named.pop(item.name) for item in fields(Settings) if item.name in named}
    return Config(origin=origin, settings=Settings(**options), **named)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(value) if isinstance(value, list) else value


@cache
def _relative(file: str, origin: str) -> str:
    """A file as its config sees it, with slashes on every machine."""
    path, folder = PurePath(file), PurePath(origin).parent
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
