"""Finds the maps that changed between two versions that git knows."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from pathlib import Path

from cjm.core.errors import GitError, UsageError
from cjm.core.model import SUFFIXES
from cjm.core.text import Text
from cjm.mapfile.document import read_document
from cjm.system.git.changed_files import changed_files
from cjm.system.git.revisions import commit_of, revisions_of
from cjm.workspace.pairs import Arguments, Pair

_HERE = "."
_PATTERNS = tuple(f"*{suffix}" for suffix in SUFFIXES)


def changed_maps(arguments: Arguments) -> Iterator[Pair]:
    """The maps that changed between two revisions, or a revision and the files here.

    Raises:
        CjmError: a revision is unknown, or a word can be understood in two ways.
    """
    words, paths = _revision_and_paths(arguments)
    revisions = revisions_of(_HERE, words, base=arguments.base, staged=arguments.staged)
    for file in changed_files(_HERE, revisions, paths=paths, patterns=_PATTERNS):
        old = read_document(file.old_name, file.old) if file.old_name and file.old is not None else None
        new = read_document(file.new_name, file.new) if file.new_name and file.new is not None else None
        yield Pair(old=old, new=new, is_renamed=bool(old and new) and file.old_name != file.new_name)


def _revision_and_paths(arguments: Arguments) -> tuple[str | None, Sequence[str]]:
    revisions = _revisions(arguments)
    files = arguments.words[len(revisions) :]
    for word in files:
        if arguments.paths is not None or not Path(word).exists():
            raise UsageError(
                Text(en=f"'{word}' is neither a revision nor a file", ru=f"«{word}» — не ревизия и не файл"),
                hint=Text(en="use `-- PATH` for a file that is gone", ru="если файла уже нет, напишите `-- ПУТЬ`"),
            )
    return "..".join(revisions) or None, [*files, *(arguments.paths or ())]


def _revisions(arguments: Arguments) -> list[str]:
    """The words that are revisions: two at the most, and all before `--`."""
    if arguments.paths is not None:
        return list(arguments.words[:2])
    return list(islice(takewhile(_is_revision, arguments.words), 2))


def _is_revision(word: str) -> bool:
    """Whether a word is a revision; a word that is a path as well could be either."""
    is_path = Path(word).exists()
    if ".." in word and not is_path:
        return True
    try:
        commit_of(_HERE, word)
    except GitError:
        if is_path:
            return False
        if word.endswith(SUFFIXES):
            raise UsageError(
                Text(en=f"there is no file '{word}'", ru=f"нет файла «{word}»"),
                hint=Text(en=f"use `-- {word}` if it no longer exists", ru=f"если его уже нет, напишите `-- {word}`"),
            ) from None
        raise
    if is_path:
        raise UsageError(
            Text(en=f"'{word}' is a revision and a file", ru=f"«{word}» — и ревизия, и файл"),
            hint=Text(
                en=f"use `{word} --` for the revision, `-- {word}` for the file",
                ru=f"для ревизии напишите `{word} --`, для файла — `-- {word}`",
            ),
        )
    return True
