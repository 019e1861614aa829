"""The maps that paths mean."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from cjm.core.model import SUFFIXES
from cjm.system.files import STREAM, empty_path, unreadable


def find_maps(paths: list[str]) -> list[str]:
    """The files that paths mean: a file is itself, a folder all the maps below it that git does not ignore.

    Raises:
        FileError: a path is not there, or a folder cannot be looked into.
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
        return sorted(_below(path)) if is_folder else [path]
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def _below(folder: str) -> list[str]:
    from cjm.system.git.command import files_of_git  # noqa: PLC0415 (a map that is named needs no git)

    names = files_of_git(folder, SUFFIXES)
    listed = _walk(folder) if names is None else (os.path.join(folder, name) for name in names)  # noqa: PTH118 (keeps ./)
    return [os.path.normpath(name) for name in listed if _is_to_be_read(name)]


def _is_to_be_read(name: str) -> bool:
    """A file, or what ought to be one: reading a link that leads nowhere says so, where leaving it out would not."""
    try:
        return stat.S_ISREG(Path(name).stat().st_mode)
    except FileNotFoundError:
        return Path(name).is_symlink()
    except OSError:
        return True


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(place) / name) for name in sorted(names) if name.endswith(SUFFIXES))


def _raise(error: OSError) -> NoReturn:
    raise error
