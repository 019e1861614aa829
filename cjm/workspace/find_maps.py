"""Finds the maps for the paths of a command line."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from cjm.core.model import SUFFIXES
from cjm.system.files import STREAM, empty_path, unreadable
from cjm.workspace.ignore_files import IgnoreRules, rules_in


def find_maps(paths: list[str]) -> list[str]:
    """The files for paths: a file is itself, a folder all the maps below it that git would not ignore.

    A link is followed if it leads to a file of the repository, or, without one, of the folder.

    Raises:
        FileError: a path does not exist, or a folder cannot be read.
    """
    found = [file for path in paths for file in _maps_of(path)]
    return list(dict.fromkeys(found))


def _maps_of(path: str) -> list[str]:
    if path == STREAM:
        return [path]
    if not path:  # which a `Path` would take for this folder
        raise empty_path()
    try:
        is_folder = stat.S_ISDIR(Path(path).stat().st_mode)
        return sorted(map(os.path.normpath, _below(path))) if is_folder else [path]
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _below(folder: str) -> Iterator[str]:
    for place, names, rules in _walk(folder):
        maps = (place / name for name in names if name.endswith(SUFFIXES) and rules.allow_file(name))
        yield from (str(path) for path in maps if _is_to_be_read(path, rules.root))


def _walk(folder: str) -> Iterator[tuple[Path, list[str], IgnoreRules]]:
    """The folders that are searched, each with the names of its files and the rules in it."""
    parents: dict[str, IgnoreRules] = {}
    for place, folders, names in os.walk(folder, onerror=_raise):
        here = parents.pop(place).inside(Path(place).name) if parents else rules_in(folder)
        folders[:] = [name for name in folders if here.allow_folder(name) and not Path(place, name).is_symlink()]
        parents |= {os.path.join(place, name): here for name in folders}  # noqa: PTH118 (as `walk` does)
        yield Path(place), names, here


def _is_to_be_read(path: Path, root: Path) -> bool:
    """A file, or a link that leads nowhere: reading that reports the error, where leaving it out would hide it."""
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return path.is_symlink()
    except OSError:
        return True
    return is_file and not (path.is_symlink() and _is_outside(path.resolve(), root))


def _is_outside(target: Path, root: Path) -> bool:
    """Whether a link leads out of the repository, or into git's own folder."""
    return not target.is_relative_to(root) or ".git" in target.relative_to(root).parts


def _raise(error: OSError) -> NoReturn:
    raise error
