"""Formats are found by the names of their files, and loaded when they are asked for; a leading _ hides a helper."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import cast

from cjm.formats import catalogue, changes, findings
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


def change_formats() -> tuple[str, ...]:
    """The formats changes can be told in."""
    return _names(changes)


def map_renderer(name: str) -> Callable[..., bytes | str]:
    """The function that renders a map in a format that `map_formats` names."""
    return cast(Callable[..., bytes | str], _module(maps, name).render)


def change_renderer(name: str) -> Callable[..., bytes | str]:
    """The function that tells changes in a format that `change_formats` names."""
    return cast(Callable[..., bytes | str], _module(changes, name).render)


def text_renderer(package: ModuleType, name: str) -> Callable[..., str]:
    """The function that renders a report, or the catalogue, in a format that the package has a file for."""
    return cast(Callable[..., str], _module(package, name).render)


def _names(package: ModuleType) -> tuple[str, ...]:
    modules = pkgutil.iter_modules(package.__path__)
    return tuple(sorted(module.name.replace("_", "-") for module in modules if not module.name.startswith("_")))


def _module(package: ModuleType, name: str) -> ModuleType:
    return import_module(f"{package.__name__}.{name.replace('-', '_')}")
