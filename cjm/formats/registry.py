"""Formats are found by the names of their files, and loaded when they are asked for; a leading _ hides a helper."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import cast

from cjm.formats import catalogue, findings
from cjm.formats import map as maps


def map_formats() -> tuple[str, ...]:
    """The formats a map can be rendered in."""
    return _names(maps)


def finding_formats() -> tuple[str, ...]:
    """The formats findings can be reported in."""
    return _names(findings)


def catalogue_formats() -> tuple[str, ...]:
    """The formats the catalogue of findings can be listed in."""
    return _names(catalogue)


def map_renderer(name: str) -> Callable[..., bytes | str]:
    """The function that renders a map in a format that `map_formats` names."""
    return cast(Callable[..., bytes | str], import_module(f"{maps.__name__}.{name}").render)


def text_renderer(package: ModuleType, name: str) -> Callable[..., str]:
    """The function that renders a report, or the catalogue, in a format that the package has a file for."""
    return cast(Callable[..., str], import_module(f"{package.__name__}.{name}").render)


def _names(package: ModuleType) -> tuple[str, ...]:
    modules = pkgutil.iter_modules(package.__path__)
    return tuple(sorted(module.name for module in modules if not module.name.startswith("_")))
