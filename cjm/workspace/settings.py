"""Finds the settings of a map: a file, and the options of the command line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cjm.core.errors import UsageError
from cjm.core.text import Text
from cjm.lint.config import known_words
from cjm.system.files import read_bytes
from cjm.workspace.settings_file import FILES, LARGEST, ProjectSettings, read_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsSource:
    """Where the settings of one run come from: files, and the options of the command line.

    It reads each file once and remembers it for as long as it lives. An empty `select`: as in the files.
    """

    config: str | None = None
    isolated: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    _files: dict[str, ProjectSettings | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _folders: dict[Path, ProjectSettings] = field(default_factory=dict, init=False, repr=False, compare=False)

    def for_map(self, path: str) -> ProjectSettings:
        """The settings of a map; `-` and the folder `.` have those of this folder.

        Raises:
            CjmError: a settings file cannot be read, or is not valid.
        """
        folder = _folder_of(path)
        if folder not in self._folders:
            self._folders[folder] = self._with_options(self._from_files(folder))
        return self._folders[folder]

    @property
    def files(self) -> Sequence[str]:
        """The files that were read so far, and the one that was named."""
        return [*self._files, *([self.config] if self.config else [])]

    def _with_options(self, settings: ProjectSettings) -> ProjectSettings:
        lint = settings.lint
        select = known_words(self.select, "--select") or lint.select
        ignore = (*lint.ignore, *known_words(self.ignore, "--ignore"))
        return replace(settings, lint=replace(lint, select=select, ignore=ignore))

    def _from_files(self, folder: Path) -> ProjectSettings:
        if self.isolated:
            return ProjectSettings()
        if self.config:
            return self._read(self.config) or _without_table(self.config)
        found = (self._read(_inside(file, folder)) for file in find_upward(FILES, folder))
        return next((settings for settings in found if settings), ProjectSettings())

    def _read(self, name: str) -> ProjectSettings | None:
        if name not in self._files:
            self._files[name] = read_settings(name, read_bytes(name, LARGEST))
        return self._files[name]


def find_upward(names: Sequence[str], start: Path) -> Iterator[Path]:
    """The first file of these names in a folder, in its parent, and so on up to the root of the git repository."""
    for folder in (start, *start.parents):
        yield from (folder / name for name in names if (folder / name).is_file())
        if (folder / ".git").exists():
            return


def _inside(file: Path, start: Path) -> str:
    """A file that was found, unless it is a link out of the repository: a stranger would have us read what it is to.

    Raises:
        UsageError: it is such a link.
    """
    name = shown_path(file)
    root = next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)
    if root and file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
        raise UsageError(
            Text(
                en=f"{name} is not read, for the link leads out of the repository",
                ru=f"файл {name} не прочитан: ссылка ведёт за пределы репозитория",
            ),
            hint=Text(en="name the file itself with --config", ru="укажите сам файл в --config"),
        )
    return name


def words(options: Iterable[str] | None) -> tuple[str, ...]:
    """The words of an option that may be repeated and may list several, separated by commas."""
    return tuple(word.strip() for option in options or () for word in option.split(",") if word.strip())


def _folder_of(path: str) -> Path:
    place = Path(path)
    return Path.cwd() if path == "-" else (place if place.is_dir() else place.parent).absolute()


def shown_path(path: Path) -> str:
    """A path as messages show it, and as patterns of files see maps: from here, where it is below here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _without_table(name: str) -> ProjectSettings:
    raise UsageError(
        Text(en=f"{name} has no table [tool.cjm]", ru=f"в {name} нет таблицы [tool.cjm]"),
        hint=Text(en="add one, or name a cjm.toml", ru="добавьте её или укажите cjm.toml"),
    )
