"""Formats are found by the names of their files, and loaded when they are asked for; a leading _ hides a helper."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import cast

from cjm.formats import findings
from cjm.formats import map as maps


def map_formats() -> tuple[str, ...]:
    """The formats a map can be rendered in."""
    return _names(list(maps.__path__))


def finding_formats() -> tuple[str, ...]:
    """The formats findings can be reported in."""
    return _names(list(findings.__path__))


def map_renderer(name: str) -> Callable[..., bytes | str]:
    """The function that renders a map in a format that `map_formats` names."""
    return cast(Callable[..., bytes | str], import_module(f"{maps.__name__}.{name}").render)


def finding_renderer(name: str) -> Callable[..., str]:
    """The function that renders a report in a format that `finding_formats` names."""
    return cast(Callable[..., str], import_module(f"{findings.__name__}.{name}").render)


def _names(path: list[str]) -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_")))
