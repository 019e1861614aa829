"""Options that several commands share, and what follows from them."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, TypeAlias

import typer

from cjm.core.errors import UsageError
from cjm.core.suggest import suggestion
from cjm.core.text import Language, Text
from cjm.formats.registry import finding_formats
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import LARGEST
from cjm.system.files import STREAM, read_bytes

WIDEST = 1000
"""Display cells that a line takes at most, whatever the terminal says of itself."""

_TODAY = re.compile(r"\d{4}-\d\d-\d\d")


class Speech(StrEnum):
    """The languages that `--lang` knows."""

    EN = "en"
    RU = "ru"


class Colour(StrEnum):
    """The values of `--color`."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FailOn(StrEnum):
    """The values of `--fail-on`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help="Maps or folders; - is standard input. Default: every map below here that git does not ignore.",
    ),
]
Formats: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help=f"How to report: {', '.join(finding_formats())}. May be repeated; full, if it is not said.",
        autocompletion=finding_formats,
    ),
]
Outputs: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where the --format before it goes, instead of being printed."),
]
FailOnOption: TypeAlias = Annotated[
    FailOn | None, typer.Option("--fail-on", help="From which severity on to exit with 1. Default: warning.")
]
Lang: TypeAlias = Annotated[
    Speech | None, typer.Option("--lang", envvar="CJM_LANG", help="Language of the output. Default: the locale's.")
]
ColourOption: TypeAlias = Annotated[Colour, typer.Option("--color", help="Colours; auto: on a terminal only.")]
StdinName: TypeAlias = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="What messages call standard input.")
]
AllowEmpty: TypeAlias = Annotated[bool, typer.Option("--allow-empty", help="To find no map at all is no error.")]
Config: TypeAlias = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", envvar="CJM_CONFIG", help="Settings to use instead of the nearest."),
]
Isolated: TypeAlias = Annotated[bool, typer.Option("--isolated", help="Use no settings file.")]
ListFiles: TypeAlias = Annotated[bool, typer.Option("--list-files", help="Print the maps that are meant, and stop.")]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="No summary line.")]
Today: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="YYYY-MM-DD", envvar="CJM_TODAY", help="The day that ages are counted to. Default: today."
    ),
]


def read_map(path: str, stdin_name: str) -> Document:
    """Read the map of a path; `-` is standard input, and messages call it by `stdin_name`.

    Raises:
        FileError: it cannot be read.
    """
    return read_document(stdin_name if path == STREAM else path, read_bytes(path, LARGEST))


def known_format(name: str, known: tuple[str, ...]) -> str:
    """The name of a format, if it is one.

    Raises:
        UsageError: it is none.
    """
    if name in known:
        return name
    listed = ", ".join(known)
    hint = suggestion(name, known, Text(en=f"known: {listed}", ru=f"есть такие: {listed}"))
    raise UsageError(Text(en=f"there is no format '{name}'", ru=f"нет формата «{name}»"), hint=hint)


def language_asked(arguments: Sequence[str]) -> Language:
    """The language for what is said where the command line itself may be wrong.

    >>> language_asked(["lint", "--lang=ru", "--nosuch"])
    'ru'
    """
    words = [word for argument in arguments for word in argument.split("=", maxsplit=1)]
    asked = next((word for option, word in pairwise(words) if option == "--lang"), os.environ.get("CJM_LANG"))
    return language_of(next((speech for speech in Speech if speech.value == asked), None))


def language_of(asked: Speech | None) -> Language:
    """The language of messages: what was asked for, else the locale's, else English."""
    if asked:
        return asked.value
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "ru" if locale.lower().startswith("ru") else "en"


def wants_colour(asked: Colour) -> bool:
    """Whether to send colours to standard output (see no-color.org and force-color.org)."""
    if asked is not Colour.AUTO:
        return asked is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width() -> int:
    """Display cells of a line: the terminal's, or COLUMNS', else 80."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def day(text: str | None) -> date:
    """The day that ages are counted to.

    Raises:
        UsageError: the text is no day.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 (the user's own day)
    try:
        if _TODAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageError(
        Text(
            en=f"--today wants a day as YYYY-MM-DD, not '{text}'",
            ru=f"--today ждёт день в виде ГГГГ-ММ-ДД, а не «{text}»",
        ),
        hint=Text(en="for example --today 2026-10-01", ru="например, --today 2026-10-01"),
    )
