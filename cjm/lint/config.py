"""A team's settings for the linter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any

from cjm.core.errors import UsageError
from cjm.core.finding import Finding, Severity
from cjm.core.lane_choice import check_lanes
from cjm.core.text import Text, untranslated
from cjm.lint.catalogue import NAMES, no_rule
from cjm.lint.settings import LANES, Settings

_MOST_LANES = 40
"""More would be so many findings for each stage."""
_EVERYTHING = "CJM"
"""The prefix of all codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintConfig:
    """Settings for the maps of a folder.

    `origin` is the file they come from, empty for the defaults; patterns of files are relative to it.
    """

    origin: str = ""
    select: tuple[str, ...] = (_EVERYTHING,)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fail_on: str = "warning"
    max_warnings: int | None = None
    settings: Settings = field(default_factory=Settings)

    def selected(self, file: str, codes: Iterable[str]) -> frozenset[str]:
        """Those of the codes whose rules run for a file."""
        ignored = (*self.ignore, *self._ignored_in(file))
        return frozenset(code for code in codes if _is_named(code, self.select) and not _is_named(code, ignored))

    def with_severity(self, finding: Finding) -> Finding:
        """The finding with the severity that the team gives it."""
        word = self.severity.get(finding.rule.code) or self.severity.get(finding.rule.name)
        return replace(finding, level=Severity[word.upper()]) if word else finding

    def _ignored_in(self, file: str) -> Iterator[str]:
        if self.per_file_ignores:
            relative = _relative(file, self.origin)
            for pattern, words in self.per_file_ignores.items():
                yield from words if fnmatchcase(relative, pattern) else ()


def lint_config(origin: str, data: Mapping[str, Any]) -> LintConfig:
    """The settings in a table that conforms to the schema of settings.

    Args:
        origin: the file it comes from.
        data: the table; keys of other packages are ignored.

    Raises:
        UsageError: it names a rule or a lane that does not exist.
    """
    known_words([*data.get("select", ()), *data.get("ignore", ()), *data.get("severity", ())], origin)
    known_words((word for words in data.get("per-file-ignores", {}).values() for word in words), origin)
    _check_lanes(origin, data.get("required-lanes", ()))
    named = {key.replace("-", "_"): _frozen(value) for key, value in data.items()}
    options = {item.name: named[item.name] for item in fields(Settings) if item.name in named}
    own = {item.name: named[item.name] for item in fields(LintConfig) if item.name in named}
    return LintConfig(origin=origin, settings=Settings(**options), **own)


def known_words(words: Iterable[str], where: str) -> tuple[str, ...]:
    """Codes, names and prefixes of codes, if that is what they are.

    Raises:
        UsageError: one of them is unknown; `where` says who named it.
    """
    chosen = tuple(words)
    for word in chosen:
        if not any(_is_named(code, (word,)) for code in NAMES):
            raise no_rule(word, f"{where}: ")
    return chosen


def _is_named(code: str, words: Iterable[str]) -> bool:
    return any(word == NAMES[code] or (word.startswith(_EVERYTHING) and code.startswith(word)) for word in words)


def _check_lanes(origin: str, lanes: Sequence[str]) -> None:
    if len(lanes) > _MOST_LANES:
        message = Text(
            en=f"`required-lanes` names {len(lanes)} lanes, and at most {_MOST_LANES} can be required",
            ru=f"`required-lanes`: дорожек {len(lanes)}, а требовать можно не больше {_MOST_LANES}",
        )
        raise UsageError(untranslated(f"{origin}: ") + message)
    check_lanes(origin, "required-lanes", lanes, LANES)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _relative(file: str, origin: str) -> str:
    """A file as its settings see it, with slashes on every machine."""
    path, folder = PurePath(file), PurePath(origin).parent
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
