"""The settings that hold for a map: a file, and what the command line says beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from cjm.core.errors import UsageError
from cjm.core.text import Text
from cjm.lint.config import FILES, Config, known_words, read_config
from cjm.system.files import read_bytes

_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsSource:
    """What the command line says of settings; `select` empty: what the files say."""

    config: str | None = None
    isolated: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def for_map(self, path: str) -> Config:
        """The settings of a map; `-` and the folder `.` have those of this folder.

        Raises:
            CjmError: a settings file cannot be read, or says what cannot be.
        """
        config = self._from_files(path)
        select = known_words(self.select, "--select") or config.select
        return replace(config, select=select, ignore=(*config.ignore, *known_words(self.ignore, "--ignore")))

    def _from_files(self, path: str) -> Config:
        if self.isolated:
            return Config()
        if self.config:
            return _read(self.config) or _without_table(self.config)
        return _nearest(_folder_of(path))


def find_upward(names: Sequence[str], start: Path) -> Iterator[Path]:
    """The first file of these names in a folder, in its parent, and so on up to the root of the git repository."""
    for folder in (start, *start.parents):
        yield from (folder / name for name in names if (folder / name).is_file())
        if (folder / ".git").exists():
            return


def words(options: Iterable[str] | None) -> tuple[str, ...]:
    """The words of an option that may be repeated and may list several, parted by commas."""
    return tuple(word.strip() for option in options or () for word in option.split(",") if word.strip())


def _folder_of(path: str) -> Path:
    place = Path(path)
    return Path.cwd() if path == "-" else (place if place.is_dir() else place.parent).absolute()


@cache
def _nearest(folder: Path) -> Config:
    for found in find_upward(FILES, folder):
        config = _read(_shown(found))
        if config is not None:
            return config
    return Config()


def _shown(path: Path) -> str:
    """A path as messages show it, and as patterns of files see maps: from here, where it is below here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


@cache
def _read(name: str) -> Config | None:
    try:
        text = read_bytes(name, _LARGEST).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(Text(en=f"{name} is not UTF-8 text", ru=f"{name} — не текст в UTF-8")) from error
    return read_config(name, text)


def _without_table(name: str) -> Config:
    raise UsageError(
        Text(en=f"{name} has no table [tool.cjm]", ru=f"в {name} нет таблицы [tool.cjm]"),
        hint=Text(en="add one, or name a cjm.toml", ru="добавьте её или укажите cjm.toml"),
    )
