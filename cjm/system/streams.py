"""Standard input, output and error as a shell may hand them over: closed, full, or left by their reader."""

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from cjm.core.errors import FileError, ReaderGoneError
from cjm.core.text import Text
from cjm.system.reasons import reason

if TYPE_CHECKING:
    from typing_extensions import Buffer

_INPUT, _OUTPUT, _ERROR = range(3)


def open_streams() -> None:
    """Make what is written to the standard streams fail with a sentence (output) or not at all (error).

    A closed stream gets a descriptor that refuses, so that no file which is opened later takes its number.
    Terminals stay as they are: they are never full, and Windows writes to them in a way of its own.
    """
    for number, mode in ((_INPUT, os.O_WRONLY), (_OUTPUT, os.O_RDONLY), (_ERROR, os.O_WRONLY)):
        _occupy(number, mode)
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BufferedReader(io.FileIO(_INPUT, "r", closefd=False)))
    sys.stdout = _guarded(sys.stdout, _Output)
    sys.stderr = _guarded(sys.stderr, _Messages)


def abandon_output() -> None:
    """Let what is still buffered go nowhere, so that it does not complain when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), _OUTPUT)


def is_output(status: os.stat_result) -> bool:
    """Whether a file is what standard output leads to."""
    return os.path.samestat(status, os.fstat(_OUTPUT))


class _Output(io.FileIO):
    def __init__(self) -> None:
        super().__init__(_OUTPUT, "w", closefd=False)

    def write(self, data: "Buffer", /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError as error:
            raise ReaderGoneError("the reader of the output has gone") from error
        except OSError as error:
            why = reason(error)
            message = Text(
                en=f"cannot write to standard output: {why.en}",
                ru=f"не удалось записать в стандартный вывод: {why.ru}",
            )
            raise FileError(message) from error


class _Messages(io.FileIO):
    """A message that nobody can take is no reason for another exit code."""

    def __init__(self) -> None:
        super().__init__(_ERROR, "w", closefd=False)

    def write(self, data: "Buffer", /) -> int:
        with suppress(OSError):
            super().write(data)
        return memoryview(data).nbytes


def _occupy(number: int, mode: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        opened = os.open(os.devnull, mode)
        if opened != number:
            os.dup2(opened, number)
            os.close(opened)


def _guarded(stream: TextIO | None, guard: type[_Output | _Messages]) -> TextIO:
    if stream is not None and stream.isatty():
        stream.reconfigure(errors="replace")  # type: ignore[attr-defined]  # a TextIOWrapper, as Python opened it
        return stream
    encoding = stream.encoding if stream else "utf-8"
    writer = io.BufferedWriter(guard())
    return io.TextIOWrapper(writer, encoding, errors="replace", newline="\n", line_buffering=guard is _Messages)
