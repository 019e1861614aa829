"""What changed in a map, in the place of git's own lines."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice

from cjm.cli.day import VARIABLE, day_of
from cjm.cli.exit_code import ExitCode
from cjm.cli.process import tracebacks_are_shown
from cjm.cli.reviewing import Reviewer
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.text import Language, Text, untranslated
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
class _Given:
    """What git hands over of a file: its name, where both versions stand for now, their modes, its new name."""

    name: str
    old_file: str
    old_mode: str
    new_file: str
    new_mode: str
    new_name: str


def diff_driver(words: list[str], language: Language) -> ExitCode:
    """Print what changed in a map.

    It ends well whatever happens, for git would stop the whole `git diff` otherwise: what is wrong is printed.

    Args:
        words: what git says: seven words, nine where the file has another name, one where it is in conflict.
        language: that of the messages.
    """
    try:
        told = _told(words, language)
    except Exception as error:
        if tracebacks_are_shown():
            raise
        # neither a file that is gone nor a bug may keep git from showing the other files
        said = getattr(error, "message", untranslated(f"{type(error).__name__}: {error}"))
        told = f"cjm: {one_line(words[0])}: {one_line(said.localized(language))}\n"
    print_text(told)
    return ExitCode.OK


def _told(words: list[str], language: Language) -> str:
    if len(words) not in (_ARGUMENTS, _OF_A_RENAME):
        unmerged = Text(en="in conflict, so there is nothing to compare", ru="в конфликте, сравнивать нечего")
        return f"{one_line(words[0])}: {unmerged.localized(language)}\n"
    given = _given(words)
    old, new = _side(given.name, given.old_file), _side(given.new_name, given.new_file)
    reviewer = Reviewer(day=day_of(os.environ.get(VARIABLE)))
    report = ChangeReport(
        maps=[reviewer.review(old, new, is_renamed=bool(old and new) and given.name != given.new_name)],
        language=language,
        colour=wants_colour(_HERE),
        with_names=True,
    )
    lines = _lines(old, new) if report.maps[0].status == "broken" else ()
    return "".join([*_modes(given), render(report), *lines, "\n"])


def _given(words: list[str]) -> _Given:
    name, old_file, _, old_mode, new_file, _, new_mode, *renamed = words
    return _Given(
        name=name,
        old_file=old_file,
        old_mode=old_mode,
        new_file=new_file,
        new_mode=new_mode,
        new_name=renamed[0] if renamed else name,
    )


def _side(name: str, file: str) -> Document | None:
    return None if file == os.devnull else read_document(name, read_bytes(file, LARGEST))


def _modes(given: _Given) -> Iterator[str]:
    if given.old_mode != given.new_mode and _HERE not in (given.old_mode, given.new_mode):
        yield f"{one_line(given.new_name)}: mode {one_line(given.old_mode)} → {one_line(given.new_mode)}\n"


def _lines(old: Document | None, new: Document | None) -> Iterator[str]:
    """What cannot be compared by meaning, by its lines."""
    before, after = (side.source.text.splitlines() if side else [] for side in (old, new))
    for line in islice(unified_diff(before, after, lineterm=""), _NAMES, None):
        yield f"{escape_controls(line)}\n"
