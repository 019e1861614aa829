"""Files, folders and streams: bytes in, bytes out."""

import os
import stat
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from io import FileIO
from pathlib import Path

from cjm.core.errors import FileError
from cjm.core.safe_text import without_commands
from cjm.core.text import Text, untranslated
from cjm.system.reasons import reason
from cjm.system.streams import is_output

_REPOSITORY = ".git"

STREAM = "-"
"""The name of standard input and of standard output."""

_INPUT = 0
"""The descriptor of standard input, which `sys.stdin` does not lead to where it was closed."""


def read_bytes(name: str, most: int) -> bytes:
    """The bytes of a file or of standard input, one more than `most` at the most.

    Raises:
        FileError: it cannot be read.
    """
    if not name:
        raise empty_path()
    try:
        with open(_INPUT if name == STREAM else name, "rb", closefd=name != STREAM) as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error


def refuse_to_leave(name: str) -> None:
    """Let nothing be written through a link that leads out of the repository, or out of this folder if there is none.

    Raises:
        FileError: the name is such a link, or is below one.
    """
    place, target = Path(os.path.abspath(name)), Path(os.path.realpath(name))  # noqa: PTH100 (links stay)
    root = Path(os.path.realpath(_root_of(place)))
    if not target.is_relative_to(root) or _REPOSITORY in target.relative_to(root).parts:
        raise _leads_out(name, target)


def _root_of(place: Path) -> Path:
    repository = next((above for above in place.parents if (above / _REPOSITORY).exists()), None)
    here = Path.cwd()
    return repository or (here if place.is_relative_to(here) else place.parent)


def _leads_out(name: str, target: Path) -> FileError:
    return FileError(
        Text(
            en=f"{name} is not written, for a link there leads out, to {target}",
            ru=f"файл {name} не записан: ссылка ведёт за пределы репозитория или папки, к {target}",
        ),
        hint=Text(
            en="if that is the file that you mean, name it itself", ru="если нужен именно тот файл, укажите его самого"
        ),
    )


def write_bytes(name: str, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Write a file whole: until the new one is complete, the old one stays as it is.

    Args:
        name: the file; `-` is standard output.
        data: what it will hold.
        instead_of: what it was seen to hold, where that is to be changed.

    Raises:
        FileError: it cannot be written, or holds something else by now.
    """
    if name == STREAM:
        _print(data)
        return
    try:
        if instead_of is None:
            _write(name, data)
        else:
            _replace(Path(os.path.realpath(name)), data, lambda now: _check_unchanged(name, now, (instead_of, data)))
    except (OSError, ValueError) as error:
        why = reason(error)
        message = Text(en=f"cannot write {name}: {why.en}", ru=f"не удалось записать {name}: {why.ru}")
        raise FileError(message, hint=_writing_hint(Path(name))) from error


def print_text(text: str) -> None:
    """Print a text as UTF-8, whatever the locale is; to a CI server no line of it is a command."""
    _print(without_commands(text).encode())


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _write(name: str, data: bytes) -> None:
    """A pipe or a device takes the data as it is, a folder refuses, and a link stays a link."""
    status = _status(name)
    if status and is_output(status):
        _print(data)
    elif status and not stat.S_ISREG(status.st_mode):
        Path(name).write_bytes(data)
    else:
        _replace(Path(os.path.realpath(name)), data, lambda _: None)


def _status(name: str) -> os.stat_result | None:
    try:
        return Path(name).stat()
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, check: Callable[[Path], None]) -> None:
    """Put a complete file in the place of another, or of none; what is checked first is checked again at the end."""
    check(target)
    complete = target.with_name(f".cjm.{os.urandom(8).hex()}")
    is_there = target.exists()
    if is_there:
        target.open("ab").close()  # a file that may not be written to refuses here, and stays as it is
    try:
        with complete.open("xb") as file:
            file.write(data)
        if is_there:
            _copy_attributes(target, complete)
        check(target)
        if is_there and not _is_replaceable(target, complete):
            _overwrite(target, data)
            complete.unlink()
        else:
            complete.replace(target)
    except BaseException:
        complete.unlink(missing_ok=True)
        raise


def _copy_attributes(old: Path, new: Path) -> None:
    """The mode, lists of who may read it and the like, but for the time."""
    from shutil import copystat  # noqa: PLC0415 (most runs write no file, or a new one)

    with suppress(PermissionError):
        copystat(old, new)
    new.chmod(stat.S_IMODE(old.stat().st_mode))
    os.utime(new)


def _is_replaceable(old: Path, new: Path) -> bool:
    """Whether nobody loses the old file: its other names would keep it as it was, and its owner would change."""
    was, now = old.stat(), new.stat()
    return was.st_nlink == 1 and (was.st_uid, was.st_gid) == (now.st_uid, now.st_gid)


def _overwrite(target: Path, data: bytes) -> None:
    with target.open("r+b", buffering=0) as file:
        old = file.read()
        try:
            _fill(file, data)
        except BaseException:
            _fill(file, old)  # its room is still there, even on a disk that is full
            raise


def _fill(file: FileIO, data: bytes) -> None:
    file.seek(0)
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    file.truncate(len(data))


def _check_unchanged(name: str, now: Path, expected: Collection[bytes]) -> None:
    """What it will hold is as good as what it held: a map may be met by two names."""
    if not now.is_file() or now.read_bytes() not in expected:
        raise FileError(
            Text(
                en=f"{name} was changed meanwhile, so it stays as it is now",
                ru=f"{name}: файл тем временем изменился и оставлен как есть",
            ),
            hint=Text(en="run the command again", ru="запустите команду ещё раз"),
        )


def empty_path() -> FileError:
    """The error for an empty path."""
    return FileError(
        Text(en="a path is empty", ru="указан пустой путь"),
        hint=Text(en="name a map, or a folder: . is this one", ru="укажите карту или папку: . — это текущая папка"),
    )


def unreadable(name: str, error: OSError | ValueError) -> FileError:
    """The error for a file or a folder that cannot be read."""
    if isinstance(error, IsADirectoryError):
        return FileError(
            Text(en=f"{name} is a folder, not a file", ru=f"{name} — папка, а нужен файл"),
            hint=Text(en="name a file in it", ru="укажите файл в ней"),
        )
    if isinstance(error, FileNotFoundError):
        return _missing(name)
    shown = Text(en="standard input", ru="стандартный ввод") if name == STREAM else untranslated(_culprit(name, error))
    why = reason(error)
    return FileError(Text(en=f"cannot read {shown.en}: {why.en}", ru=f"не удалось прочитать {shown.ru}: {why.ru}"))


def _culprit(name: str, error: OSError | ValueError) -> str:
    """The folder below a folder that could not be read."""
    return str(error.filename or name) if isinstance(error, OSError) else name


def _missing(name: str) -> FileError:
    if Path(name).is_symlink():
        target = Path(name).readlink()
        return FileError(
            Text(
                en=f"{name} is a link to {target}, which does not exist",
                ru=f"{name} — ссылка на {target}, а там ничего нет",
            ),
            hint=Text(en="fix the link, or delete it", ru="исправьте ссылку или удалите её"),
        )
    message = Text(en=f"no such file or folder: {name}", ru=f"нет такого файла или папки: {name}")
    return FileError(message, hint=_similar(Path(name)))


def _similar(path: Path) -> Text:
    """A hint with a similar name in the same folder."""
    from cjm.core.suggest import closest  # noqa: PLC0415 (only for a mistake)

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return untranslated("")
    close = closest(path.name, names)
    if close is None:
        return untranslated("")
    suggested = path.parent / close
    return Text(en=f"did you mean {suggested}?", ru=f"возможно, {suggested}?")


def _writing_hint(target: Path) -> Text:
    folder = target.parent
    if folder.exists():
        return untranslated("")
    return Text(
        en=f"the folder {folder} does not exist: create it first", ru=f"папки {folder} нет: сначала создайте её"
    )
