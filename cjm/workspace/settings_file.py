"""A settings file, `cjm.toml` or the table `[tool.cjm]` of `pyproject.toml`: read, checked and written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import PurePath
from typing import Any

from cjm.core.lane_choice import LaneChoice, lane_choice
from cjm.core.path import Path
from cjm.core.safe_text import escape_controls
from cjm.lint.config import LintConfig, lint_config
from cjm.lint.settings import Settings
from cjm.mapfile.data_file import TOML, check_data, misplaced, read_data
from cjm.mapfile.schema import validator
from cjm.mapfile.schema_error import Validate

FILES = ("cjm.toml", "pyproject.toml")
"""Files of settings; the first one in a folder that has any counts."""

LARGEST = 128 * 1024
"""Bytes that such a file may have."""

_PYPROJECT = "pyproject.toml"
_TABLE: Path = ("tool", "cjm")
"""Ours in a `pyproject.toml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSettings:
    """All that a team has set, one part for each package that needs some; `origin` is the file, empty without one.

    The keys of `lint` are at the top of the file; every other part will have a table of its own.
    """

    origin: str = ""
    lint: LintConfig = field(default_factory=LintConfig)
    lanes: LaneChoice = field(default_factory=LaneChoice)


def read_settings(origin: str, data: bytes, validate: Validate | None = None) -> ProjectSettings | None:
    """The settings in a file; None in a `pyproject.toml` that has none of ours.

    Args:
        origin: the file's path; its name decides which of the two it is.
        data: the file's bytes, one more than `LARGEST` where there are more.
        validate: the validator, if it is not to be the fastest that this machine has.

    Raises:
        UsageError: it is not TOML, or is not valid.
    """
    read = read_data(TOML, origin, data, LARGEST)
    at = _TABLE if PurePath(origin).name == _PYPROJECT else ()
    table = _table_at(origin, read, at)
    if table is None:
        return None
    check_data(TOML, origin, table, validate or validator("cjm-toml.schema.json"), at)
    return ProjectSettings(origin=origin, lint=lint_config(origin, table), lanes=lane_choice(origin, table))


def _table_at(origin: str, data: Any, path: Path) -> Any:
    """What is in tables at a path; None if there is nothing."""
    for depth, key in enumerate(path):
        if not isinstance(data, dict):
            raise misplaced(TOML, origin, path[:depth], data, {"type": "object"})
        if key not in data:
            return None
        data = data[key]
    return data


def as_toml(settings: ProjectSettings) -> str:
    """Settings in the form of a `cjm.toml`."""
    lint = settings.lint
    options = {item.name: getattr(lint.settings, item.name) for item in fields(Settings)}
    top = {"select": lint.select, "ignore": lint.ignore, "fail-on": lint.fail_on} | options
    if lint.max_warnings is not None:
        top["max-warnings"] = lint.max_warnings
    tables: dict[str, Mapping[str, Any]] = {
        "severity": lint.severity,
        "per-file-ignores": lint.per_file_ignores,
        "render": {"lanes": settings.lanes.shown} if settings.lanes.shown else {},
        "lane-titles": settings.lanes.titles,
        **{f"lane-titles.{_toml(language)}": titles for language, titles in settings.lanes.titles_in.items()},
    }
    lines = [f"{name.replace('_', '-')} = {_toml(value)}" for name, value in top.items()]
    for table, entries in tables.items():
        if entries:
            lines += [f"\n[{table}]", *(f"{_toml(key)} = {_toml(value)}" for key, value in entries.items())]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    """A string, a number or a list of strings; JSON writes these as TOML does, but for some characters."""
    written = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return escape_controls(written, "\\U{:08X}")
