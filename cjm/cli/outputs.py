"""Where the outputs of a command go: `--format NAME[=FILE]`, which may be repeated, and `-o FILE`."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from cjm.core.errors import UsageError
from cjm.core.safe_text import without_commands
from cjm.core.text import Text
from cjm.formats.registry import FormatT, Registry
from cjm.system.files import STREAM, write_bytes
from cjm.system.overwriting import refuse_to_overwrite
from cjm.workspace.settings import shown_path
from cjm.workspace.settings_file import FILES


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Generic[FormatT]):
    """A format, by its name and as it was loaded, and the file that it goes to; `-` is standard output."""

    name: str
    format: FormatT
    file: str

    @property
    def is_printed(self) -> bool:
        """Whether it goes to standard output."""
        return self.file == STREAM

    def ready(self, content: str | bytes) -> tuple[str, str | bytes]:
        """The file, and what the format made as it is written there: to a CI server no line of it is a command."""
        form = self.format.FORMAT
        if form.spelling and not form.is_binary:
            content = without_commands(content if isinstance(content, str) else content.decode(), form.spelling)
        return self.file, content


def write_outputs(contents: Sequence[tuple[str, str | bytes]], read: Iterable[str]) -> None:
    """Write all outputs of a command; text as UTF-8 whatever the locale is.

    Args:
        contents: each file, and what goes into it; `-` is standard output.
        read: the files that were read, none of which is ever an output.

    Raises:
        CjmError: one cannot be written, or would replace what is not to be lost.
    """
    protect([file for file, _ in contents], read)
    for file, content in contents:
        write_bytes(file, content.encode(errors="replace") if isinstance(content, str) else content)


def protect(outputs: Sequence[str], read: Iterable[str]) -> None:
    """Let no output replace what was read, settings, or another output.

    Raises:
        CjmError: one would.
    """
    folders = {Path(os.path.realpath(output)).parent for output in outputs if output != STREAM}
    refuse_to_overwrite(outputs, read, [shown_path(folder / name) for folder in folders for name in FILES])


def outputs_of(
    formats: Sequence[str], output: str | None, known: Registry[FormatT], default: str, *, any_ending: bool = True
) -> list[Output[FormatT]]:
    """The outputs that a command line asks for.

    Args:
        formats: each `NAME` or `NAME=FILE`.
        output: the file of `-o`, which goes with one format, or names it by its ending.
        known: the formats to choose from.
        default: the format where nothing names one.
        any_ending: whether a file whose ending means no format has the default one.

    Raises:
        CjmError: there is no such format, or two would go to one place, or one would replace settings, or
            one is not for a terminal.
    """
    named = [(name, file if equals else STREAM) for name, equals, file in (word.partition("=") for word in formats)]
    if output is not None:
        named = [_of_one_file(formats, output, known, default if any_ending or output == STREAM else None)]
    outputs = [Output(name=name, format=known.load(name), file=file) for name, file in named or [(default, STREAM)]]
    _check_files([each.file for each in outputs])
    _refuse_binary_in_terminal(outputs)
    return outputs


def _refuse_binary_in_terminal(outputs: Sequence[Output[FormatT]]) -> None:
    for each in outputs:
        if each.format.FORMAT.is_binary and each.is_printed and sys.stdout.isatty():
            name = each.name
            raise UsageError(
                Text(
                    en=f"{name.upper()} is not for reading in a terminal", ru=f"{name.upper()} в терминале не прочитать"
                ),
                hint=Text(en=f"write it into a file: -o map.{name}", ru=f"запишите его в файл: -o map.{name}"),
            )


def _of_one_file(formats: Sequence[str], output: str, known: Registry[FormatT], default: str | None) -> tuple[str, str]:
    if len(formats) > 1 or any("=" in word for word in formats):
        raise UsageError(
            Text(en="--output goes with one format", ru="--output бывает только с одним форматом"),
            hint=Text(en="use --format NAME=FILE for each", ru="для каждого напишите --format ИМЯ=ФАЙЛ"),
        )
    name = formats[0] if formats else known.named_by(output) or default
    if name is None:
        raise _no_ending(output, ", ".join(known.endings()))
    return name, output


def _no_ending(output: str, endings: str) -> UsageError:
    return UsageError(
        Text(en=f"the ending of '{output}' names no format", ru=f"по окончанию «{output}» не понять формат"),
        hint=Text(
            en=f"end it with one of {endings}, or use --format",
            ru=f"подойдут окончания {endings}; или задайте --format",
        ),
    )


def _check_files(files: Sequence[str]) -> None:
    if "" in files:
        raise UsageError(
            Text(en="the name of an output is empty", ru="имя файла для вывода пустое"),
            hint=Text(en="use --format NAME=FILE, or -o FILE", ru="напишите --format ИМЯ=ФАЙЛ или -o ФАЙЛ"),
        )
    protect(files, ())
