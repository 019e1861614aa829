"""Prints what changed in a map, instead of git's own lines."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice

from cjm.cli.day import VARIABLE, day_of
from cjm.cli.exit_code import ExitCode
from cjm.cli.process import as_cjm_error, tracebacks_are_shown
from cjm.cli.reviewing import Reviewer
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.text import Language, Text
from cjm.formats.changes._report import ChangeReport
from cjm.formats.changes.terminal import render
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import LARGEST
from cjm.system.files import print_text, read_bytes
from cjm.system.git.command import wants_colour

_HERE = "."
_ARGUMENTS, _OF_A_RENAME = 7, 9
_NAMES = 2
"""Lines of a unified diff that name its files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _DriverArguments:
    """Git's arguments: the name of a file, the files with both versions, their modes, its new name."""

    name: str
    old_file: str
    old_mode: str
    new_file: str
    new_mode: str
    new_name: str


def diff_driver(words: list[str], language: Language) -> ExitCode:
    """Print what changed in a map.

    It always exits with 0, because git would stop the whole `git diff` otherwise; errors are printed.

    Args:
        words: git's arguments: seven, nine if the file was renamed, one if it is in conflict.
        language: that of the messages.
    """
    try:
        text = _report(words, language)
    except Exception as error:
        if tracebacks_are_shown():
            raise
        # neither a file that is gone nor a bug may keep git from showing the other files
        message = as_cjm_error(error).message.localized(language)
        text = f"cjm: {one_line(words[0])}: {one_line(message)}\n"
    print_text(text)
    return ExitCode.OK


def _report(words: list[str], language: Language) -> str:
    if len(words) not in (_ARGUMENTS, _OF_A_RENAME):
        unmerged = Text(en="in conflict, so there is nothing to compare", ru="в конфликте, сравнивать нечего")
        return f"{one_line(words[0])}: {unmerged.localized(language)}\n"
    arguments = _read_arguments(words)
    old, new = _side(arguments.name, arguments.old_file), _side(arguments.new_name, arguments.new_file)
    reviewer = Reviewer(day=day_of(os.environ.get(VARIABLE)))
    report = ChangeReport(
        maps=[reviewer.review(old, new, is_renamed=bool(old and new) and arguments.name != arguments.new_name)],
        language=language,
        colour=wants_colour(_HERE),
        with_names=True,
    )
    lines = _lines(old, new) if report.maps[0].status == "broken" else ()
    return "".join([*_modes(arguments), render(report), *lines, "\n"])


def _read_arguments(words: list[str]) -> _DriverArguments:
    name, old_file, _, old_mode, new_file, _, new_mode, *renamed = words
    return _DriverArguments(
        name=name,
        old_file=old_file,
        old_mode=old_mode,
        new_file=new_file,
        new_mode=new_mode,
        new_name=renamed[0] if renamed else name,
    )


def _side(name: str, file: str) -> Document | None:
    return None if file == os.devnull else read_document(name, read_bytes(file, LARGEST))


def _modes(arguments: _DriverArguments) -> Iterator[str]:
    if arguments.old_mode != arguments.new_mode and _HERE not in (arguments.old_mode, arguments.new_mode):
        yield f"{one_line(arguments.new_name)}: mode {one_line(arguments.old_mode)} → {one_line(arguments.new_mode)}\n"


def _lines(old: Document | None, new: Document | None) -> Iterator[str]:
    """What cannot be compared by meaning, by its lines."""
    before, after = (side.source.text.splitlines() if side else [] for side in (old, new))
    for line in islice(unified_diff(before, after, lineterm=""), _NAMES, None):
        yield f"{escape_controls(line)}\n"
