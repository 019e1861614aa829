"""Finds the pairs of maps that `cjm diff` compares."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import Path
from typing import TypeAlias

from cjm.core.errors import GitError, UsageError
from cjm.core.model import SUFFIXES
from cjm.core.text import Text
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import LARGEST
from cjm.system.files import STREAM, read_bytes
from cjm.system.git.changed_files import changed_files
from cjm.system.git.revisions import commit_of, file_at, revisions_of, split_spec
from cjm.workspace.find_maps import find_maps

_HERE = "."
_PATTERNS = tuple(f"*{suffix}" for suffix in SUFFIXES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A map before and after; a missing side is None."""

    old: Document | None
    new: Document | None
    is_renamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The words of a command line: those before `--`, and the paths after it (None where there is no `--`)."""

    words: Sequence[str]
    paths: Sequence[str] | None = None
    base: str | None = None
    staged: bool = False


_Sides: TypeAlias = tuple[str, str]


def pairs(arguments: Arguments) -> Iterator[Pair]:
    """The maps to compare, in the order of their names.

    Raises:
        CjmError: a side cannot be read, or the words can be understood in two ways.
    """
    sides = _two_files(arguments)
    if sides is None:
        yield from _changed(arguments)
    elif all(Path(side).is_dir() for side in sides):
        yield from _of_folders(*map(Path, sides))
    else:
        yield Pair(old=_side(sides[0]), new=_side(sides[1]))


def arguments_of(words: Sequence[str], *, base: str | None, staged: bool) -> Arguments:
    """Separate revisions from paths, which come after the first `--`.

    Args:
        words: the arguments of the command line, `--` included.
        base: see `--base`.
        staged: see `--staged`.
    """
    if "--" not in words:
        return Arguments(words=words, base=base, staged=staged)
    count = words.index("--")
    return Arguments(words=words[:count], paths=words[count + 1 :], base=base, staged=staged)


def _two_files(arguments: Arguments) -> _Sides | None:
    """The two files, folders or versions of a file that are named, if that is what the words are."""
    if len(arguments.words) != 2 or arguments.paths is not None or arguments.base is not None or arguments.staged:
        return None
    old, new = arguments.words
    return (old, new) if _is_side(old) and _is_side(new) else None


def _is_side(word: str) -> bool:
    return word == STREAM or Path(word).exists() or split_spec(word) is not None


def _side(word: str) -> Document | None:
    if word == os.devnull:
        return None
    spec = None if word == STREAM or Path(word).exists() else split_spec(word)
    return read_document(word, file_at(*spec, _HERE) if spec else read_bytes(word, LARGEST))


def _of_folders(old: Path, new: Path) -> Iterator[Pair]:
    olds, news = _maps_below(old), _maps_below(new)
    for name in sorted({**olds, **news}):
        yield Pair(old=_read(olds.get(name)), new=_read(news.get(name)))


def _maps_below(folder: Path) -> dict[str, str]:
    return {os.path.relpath(path, folder): path for path in find_maps([str(folder)])}


def _read(path: str | None) -> Document | None:
    return read_document(path, read_bytes(path, LARGEST)) if path else None


def _changed(arguments: Arguments) -> Iterator[Pair]:
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
