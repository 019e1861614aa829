"""Files, folders and streams: bytes in, bytes out."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from cjm.errors import FileError
from cjm.outside.git import files_of_git

STREAM = "-"
"""The name of standard input and of standard output."""
SUFFIXES = (".cjm.yaml", ".cjm.yml")
"""How the file of a map ends."""


def read_bytes(name: str, most: int) -> bytes:
    """The bytes of a file or of standard input, one more than `most` at the most.

    Raises:
        FileError: it cannot be read.
    """
    try:
        if name == STREAM:
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def find_upward(names: Sequence[str], start: Path) -> Iterator[Path]:
    """The first file of these names in a folder, in its parent, and so on up to the root of the git repository."""
    for folder in (start, *start.parents):
        yield from (folder / name for name in names if (folder / name).is_file())
        if (folder / ".git").exists():
            return


def write_bytes(name: str, data: bytes) -> None:
    """Write a file whole: until the new one is complete, the old one stays as it is.

    Raises:
        FileError: it cannot be written.
    """
    if name == STREAM:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(name)
    try:
        _replace(target.resolve() if target.is_symlink() else target, data)
    except OSError as error:
        raise FileError(f"cannot write {name}: {_reason(error)}", hint=_writing_hint(target)) from error


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not target.is_file():  # a folder refuses, a pipe or a device takes it as it is
        target.write_bytes(data)
        return
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        try:
            file.write(data)
            file.close()
            Path(file.name).chmod(mode)
            Path(file.name).replace(target)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def find_maps(paths: list[str]) -> list[str]:
    """The files that paths mean: a file is itself, a folder all the maps below it that git does not ignore.

    Raises:
        FileError: a path is not there.
    """
    found = [file for path in paths for file in _maps_of(path)]
    return list(dict.fromkeys(found))


def _maps_of(path: str) -> list[str]:
    if path == STREAM or Path(path).is_file():
        return [path]
    if Path(path).is_dir():
        return sorted(_below(path))
    if Path(path).exists():  # a pipe such as /dev/fd/63
        return [path]
    raise FileError(f"no such file or folder: {path}", hint=_similar(Path(path)))


def _below(folder: str) -> list[str]:
    names = files_of_git(folder, [f"*{suffix}" for suffix in SUFFIXES])
    listed = _walk(folder) if names is None else (os.path.join(folder, name) for name in names)  # noqa: PTH118 (keeps ./)
    return [os.path.normpath(name) for name in listed if Path(name).is_file()]


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(place) / name) for name in sorted(names) if name.endswith(SUFFIXES))


def _unreadable(name: str, error: OSError | ValueError) -> FileError:
    if isinstance(error, IsADirectoryError):
        return FileError(f"{name} is a folder, and a file is wanted", hint="name a file in it")
    if isinstance(error, FileNotFoundError):
        return FileError(f"no such file: {name}", hint=_similar(Path(name)))
    shown = "standard input" if name == STREAM else name
    return FileError(f"cannot read {shown}: {_reason(error)}")


def _similar(path: Path) -> str:
    """What stands in the same folder and looks like it."""
    from difflib import get_close_matches  # noqa: PLC0415 (only for a mistake)

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=1)
    return f"did you mean {path.parent / close[0]}?" if close else ""


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)


def _writing_hint(target: Path) -> str:
    return "" if target.parent.is_dir() else f"the folder {target.parent} does not exist: create it first"
