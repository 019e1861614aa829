"""No output replaces what was read, settings, or another output: by whatever name, link or letter case it is called."""

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from unicodedata import normalize

from cjm.core.errors import FileError, UsageError
from cjm.core.text import Text, untranslated
from cjm.system.files import STREAM

_INPUT, _OUTPUT = 0, 1
"""The descriptors of standard input and output."""
_READ = Text(en=", which is read here", ru=", откуда идёт чтение")
_SETTINGS = Text(en=", which is for settings", ru=", где стоят настройки")


def refuse_to_overwrite(outputs: Sequence[str], read: Iterable[str], settings: Iterable[str] = ()) -> None:
    """Let no output replace anything.

    Args:
        outputs: the files to write; `-` is standard output.
        read: the files that were read; `-` is standard input.
        settings: files of settings, read or not.

    Raises:
        FileError: an output is one of those files.
        UsageError: two outputs are one file.
    """
    _refuse_to_share(outputs)
    written = [(output, status) for output in outputs if (status := _regular(output, _OUTPUT))]
    if written:
        _refuse_to_lose(read, _READ, written)
        _refuse_to_lose(settings, _SETTINGS, written)


def _refuse_to_share(outputs: Sequence[str]) -> None:
    for one, other in combinations(outputs, 2):
        if one == other or _is_one_place(one, other):
            raise _shared(one, other)


def _refuse_to_lose(names: Iterable[str], why: Text, written: Sequence[tuple[str, os.stat_result]]) -> None:
    for name in names:
        status = _regular(name, _INPUT)
        lost_by = next((output for output, other in written if status and os.path.samestat(status, other)), None)
        if lost_by is not None:
            raise _would_be_lost(lost_by, name, why)


def _regular(name: str, stream: int) -> os.stat_result | None:
    status = _status(name, stream)
    return status if status and stat.S_ISREG(status.st_mode) else None


def _status(name: str, stream: int) -> os.stat_result | None:
    """What the system knows of a file or a stream; None where there is nothing yet."""
    try:
        return os.fstat(stream) if name == STREAM else Path(name).stat()
    except (OSError, ValueError):
        return None


def _is_one_place(one: str, other: str) -> bool:
    """Whether two outputs go to one place; what a device takes, it does not keep."""
    first, second = _status(one, _OUTPUT), _status(other, _OUTPUT)
    if first and second:
        return os.path.samestat(first, second) and not stat.S_ISCHR(first.st_mode)
    return not first and not second and _will_be_one_file(Path(os.path.realpath(one)), Path(os.path.realpath(other)))


def _will_be_one_file(one: Path, other: Path) -> bool:
    try:
        is_one_folder = one.parent.samefile(other.parent)
    except (OSError, ValueError):
        return False
    return is_one_folder and (one.name == other.name or (_bare(one) == _bare(other) and _are_names_of_one(one, other)))


def _bare(path: Path) -> str:
    return normalize("NFKC", path.name).casefold()


def _are_names_of_one(one: Path, other: Path) -> bool:
    """Whether the file system takes two names for one: tried out, since folders of one disk may differ in it."""
    prefix = f".cjm.{os.urandom(8).hex()}."
    probe = one.with_name(f"{prefix}{one.name}")
    try:
        probe.touch(exist_ok=False)
        return other.with_name(f"{prefix}{other.name}").exists()
    except OSError:
        return False
    finally:
        with suppress(OSError):
            probe.unlink()


def _shared(one: str, other: str) -> UsageError:
    where = (
        Text(en="printed", ru="напечатать")
        if STREAM in (one, other)
        else Text(en=f"written to {other}", ru=f"записать в {other}")
    )
    return UsageError(
        Text(en=f"two outputs cannot both be {where.en}", ru=f"нельзя {where.ru} сразу два результата"),
        hint=Text(en="use --format NAME=FILE", ru="напишите --format ИМЯ=ФАЙЛ"),
    )


def _would_be_lost(output: str, name: str, why: Text) -> FileError:
    place = Text(en="standard output", ru="стандартный вывод") if output == STREAM else untranslated(output)
    kept = Text(en="standard input", ru="стандартный ввод") if name == STREAM else untranslated(name)
    return FileError(
        Text(en=f"writing {place.en} would replace {kept.en}", ru=f"запись в {place.ru} заменила бы {kept.ru}") + why,
        hint=Text(en="name another file for the output", ru="укажите для вывода другой файл"),
    )
