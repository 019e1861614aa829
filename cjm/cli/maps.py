"""Reads the maps that a command line names, each with its settings."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from os.path import isfile
from pathlib import Path
from typing import TypeAlias

from cjm.core.errors import FileError
from cjm.core.model import SUFFIXES
from cjm.core.safe_text import one_line
from cjm.core.text import Text, untranslated
from cjm.lint.config import LintConfig
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import LARGEST
from cjm.system.files import STREAM, read_bytes
from cjm.workspace.find_maps import find_maps
from cjm.workspace.settings import SettingsSource

MapsWithSettings: TypeAlias = Sequence[tuple[Document, LintConfig]]
"""Maps, each with its settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maps:
    """Maps by their paths; none at all is an error unless `allow_empty`, and messages call `-` by `stdin_name`."""

    paths: Sequence[str]
    stdin_name: str
    allow_empty: bool
    settings: SettingsSource = field(default_factory=SettingsSource)

    def files(self) -> list[str]:
        """The files that the paths name.

        Raises:
            FileError: no map was found.
        """
        found = find_maps(list(self.paths) or ["."])
        if not found and not self.allow_empty:
            raise _no_map(self.paths)
        return found

    def list_files(self) -> None:
        """Print the files, a line each."""
        sys.stdout.writelines(f"{one_line(file)}\n" for file in self.files())

    def read(self) -> MapsWithSettings:
        """The maps, each with its settings.

        Raises:
            CjmError: a map or a settings file cannot be read, or there is no map at all.
        """
        return [(read_map(file, self.stdin_name), self.settings.for_map(file).lint) for file in self.files()]

    def has_map(self, name: str, file: str) -> bool:
        """Whether the file exists to which a map refers, by its path from the map's folder.

        Standard input has no folder, and may refer to any.
        """
        path = Path(file)
        is_beside = not path.is_absolute() and isfile(Path(name).parent / path)  # noqa: PTH113 (any text may be a path)
        return is_beside or name == self.stdin_name

    def file_of(self, document: Document) -> str:
        """Where a map was read from."""
        name = document.source.name
        return STREAM if name == self.stdin_name else name


def read_map(file: str, stdin_name: str) -> Document:
    """Read one map.

    Raises:
        FileError: it cannot be read.
    """
    return read_document(stdin_name if file == STREAM else file, read_bytes(file, LARGEST))


def _no_map(paths: Sequence[str]) -> FileError:
    where = untranslated(", ".join(paths)) if paths else Text(en="this folder", ru="этой папке")
    first, second = (f"*{suffix}" for suffix in SUFFIXES)
    return FileError(
        Text(en=f"no map found below {where.en}", ru=f"не найдено ни одной карты: искали в {where.ru}"),
        hint=Text(
            en=f"a map's name ends like {first} or {second}; or name the file",
            ru=f"имя карты должно быть вида {first} или {second}; или укажите сам файл",
        ),
    )
