"""Standard output and error, which may be closed, full, or without a reader."""

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from cjm.core.errors import FileError, ReaderGoneError
from cjm.core.safe_text import without_commands
from cjm.core.text import Text, untranslated
from cjm.system.reasons import reason

if TYPE_CHECKING:
    from typing_extensions import Buffer


def open_streams() -> None:
    """Let writing to standard output fail with a sentence, and to standard error not at all.

    Terminals stay as they are: they are never full, and Windows writes to them in a way of its own.
    """
    sys.stdout = _guarded(sys.stdout, _Output)
    sys.stderr = _guarded(sys.stderr, _Messages)


def abandon_output() -> None:
    """Discard what is still buffered, so that it causes no error when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_output(status: os.stat_result) -> bool:
    """Whether a file is what standard output leads to."""
    return os.path.samestat(status, os.fstat(1))


class _Output(io.FileIO):
    def write(self, data: "Buffer", /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError as error:
            raise ReaderGoneError(untranslated("")) from error
        except OSError as error:
            why = reason(error)
            message = Text(
                en=f"cannot write to standard output: {why.en}",
                ru=f"не удалось записать в стандартный вывод: {why.ru}",
            )
            raise FileError(message) from error


class _Messages(io.FileIO):
    """A message that cannot be written does not change the exit code."""

    def write(self, data: "Buffer", /) -> int:
        with suppress(OSError):
            super().write(data)
        return memoryview(data).nbytes


class _Lines(io.TextIOWrapper):
    """Text in which a CI server finds no command, whatever names and texts stand in it."""

    def write(self, text: str, /) -> int:
        super().write(without_commands(text))
        return len(text)


def _guarded(stream: TextIO | None, guard: type[_Output | _Messages]) -> TextIO:
    if stream is not None and stream.isatty():
        stream.reconfigure(errors="replace")  # type: ignore[attr-defined]  # a TextIOWrapper, as Python opened it
        return stream
    # a stream that was closed becomes one that refuses what is written to it
    descriptor = stream.fileno() if stream else os.open(os.devnull, os.O_RDONLY)
    writer = io.BufferedWriter(guard(descriptor, "w", closefd=False))
    encoding = stream.encoding if stream else "utf-8"
    return _Lines(writer, encoding, errors="replace", newline="\n", line_buffering=guard is _Messages)
