"""Finds formats by the names of their files, and loads them when they are needed; a leading _ hides a helper."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from cjm.core.errors import UsageError
from cjm.core.plugins import names_in
from cjm.core.suggest import suggestion
from cjm.core.text import Text
from cjm.formats.format import Format

if TYPE_CHECKING:
    from cjm.core.model import Journey
    from cjm.formats.catalogue._listing import Listing
    from cjm.formats.changes._report import ChangeReport
    from cjm.formats.findings._report import Report
    from cjm.formats.map._options import MapOptions


class FormatFile(Protocol):
    """What the file of any format holds; `render` is a pure function of the value that is shown."""

    FORMAT: Format


class MapFormat(FormatFile, Protocol):
    """Draws or writes a map."""

    def render(self, journey: "Journey", options: "MapOptions", /) -> str | bytes: ...


class FindingFormat(FormatFile, Protocol):
    """Reports findings."""

    def render(self, report: "Report", /) -> str: ...


class ChangeFormat(FormatFile, Protocol):
    """Shows what changed."""

    def render(self, report: "ChangeReport", /) -> str | bytes: ...


class CatalogueFormat(FormatFile, Protocol):
    """Lists the kinds of findings."""

    def render(self, listing: "Listing", /) -> str: ...


FormatT = TypeVar("FormatT", bound=FormatFile)


class Registry(Generic[FormatT]):
    """The formats of one kind of value: the files of a package."""

    def __init__(self, package: str) -> None:
        self._package = package

    def names(self) -> list[str]:
        """What the formats are called."""
        return names_in(import_module(self._package))

    def load(self, name: str) -> FormatT:
        """The format with a name.

        Raises:
            UsageError: there is no such format.
        """
        names = self.names()
        if name in names:
            return cast(FormatT, import_module(f"{self._package}.{name.replace('-', '_')}"))
        listed = ", ".join(names)
        hint = suggestion(name, names, Text(en=f"known: {listed}", ru=f"есть такие: {listed}"))
        raise UsageError(Text(en=f"there is no format '{name}'", ru=f"нет формата «{name}»"), hint=hint)

    def named_by(self, file: str) -> str | None:
        """The format that a file's ending means, if it means any."""
        ending = PurePath(file).suffix.lower()
        names = sorted(self.names(), key=lambda name: f".{name}" != ending)  # the likely one first: loading takes time
        return next((name for name in names if ending in self.load(name).FORMAT.endings), None)

    def endings(self) -> Iterator[str]:
        """The endings that mean a format."""
        for name in self.names():
            yield from self.load(name).FORMAT.endings


MAP_FORMATS: Registry[MapFormat] = Registry("cjm.formats.map")
FINDING_FORMATS: Registry[FindingFormat] = Registry("cjm.formats.findings")
CHANGE_FORMATS: Registry[ChangeFormat] = Registry("cjm.formats.changes")
CATALOGUE_FORMATS: Registry[CatalogueFormat] = Registry("cjm.formats.catalogue")
