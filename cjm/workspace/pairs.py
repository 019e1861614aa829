"""Finds the pairs of maps that `cjm diff` compares."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import LARGEST
from cjm.system.files import STREAM, read_bytes
from cjm.workspace.find_maps import find_maps

_HERE = "."


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
        from cjm.workspace.changed_maps import changed_maps  # noqa: PLC0415 (two files need no git)

        yield from changed_maps(arguments)
    elif all(Path(side).is_dir() for side in sides):
        yield from _of_folders(*map(Path, sides))
    else:
        old, new = map(_side, sides)
        if old or new:
            yield Pair(old=old, new=new)


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
    return word == STREAM or Path(word).exists() or _spec(word) is not None


def _spec(word: str) -> tuple[str, str] | None:
    from cjm.system.git.revisions import split_spec  # noqa: PLC0415 (two files need no git)

    return split_spec(word)


def _side(word: str) -> Document | None:
    if word == os.devnull:
        return None
    spec = None if word == STREAM or Path(word).exists() else _spec(word)
    return read_document(word, _bytes_at(*spec) if spec else read_bytes(word, LARGEST))


def _bytes_at(revision: str, path: str) -> bytes:
    from cjm.system.git.revisions import file_at  # noqa: PLC0415 (two files need no git)

    return file_at(revision, path, _HERE)


def _of_folders(old: Path, new: Path) -> Iterator[Pair]:
    olds, news = _maps_below(old), _maps_below(new)
    for name in sorted({**olds, **news}):
        yield Pair(old=_read(olds.get(name)), new=_read(news.get(name)))


def _maps_below(folder: Path) -> dict[str, str]:
    return {os.path.relpath(path, folder): path for path in find_maps([str(folder)])}


def _read(path: str | None) -> Document | None:
    return read_document(path, read_bytes(path, LARGEST)) if path else None
