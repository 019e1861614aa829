"""The operating system's reasons for an error, in both languages."""

import errno
import os

from cjm.core.errors import FileError
from cjm.core.text import Text, untranslated

_REASONS = {
    errno.EACCES: Text(en="permission denied", ru="нет прав доступа"),
    errno.EBADF: Text(en="it is closed", ru="поток закрыт"),
    errno.EDQUOT: Text(en="the disk quota is used up", ru="квота на диске исчерпана"),
    errno.EFBIG: Text(en="the file would be too large", ru="файл получился бы слишком большим"),
    errno.EISDIR: Text(en="it is a folder", ru="это папка"),
    errno.ELOOP: Text(en="its symbolic links form a loop", ru="символические ссылки замкнуты в круг"),
    errno.ENAMETOOLONG: Text(en="the name is too long", ru="слишком длинное имя"),
    errno.ENOENT: Text(en="there is no such file or folder", ru="нет такого файла или папки"),
    errno.ENOSPC: Text(en="no space left", ru="нет свободного места"),
    errno.ENOTDIR: Text(en="a part of the path is a file, not a folder", ru="часть пути — файл, а не папка"),
    errno.EMFILE: Text(en="too many files are open", ru="открыто слишком много файлов"),
    errno.EPERM: Text(en="it is not permitted", ru="это не разрешено"),
    errno.EROFS: Text(en="it is on a read-only disk", ru="диск доступен только для чтения"),
}

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_ROOM = Text(
    en="make room in the temporary folder, or let TMPDIR name another",
    ru="освободите место во временной папке или укажите другую в TMPDIR",
)


def reason(error: OSError | ValueError) -> Text:
    """The reason for an error in a few words."""
    if not isinstance(error, OSError):
        return untranslated(str(error))
    return _REASONS.get(error.errno or 0) or untranslated((error.strerror or str(error)).lower())


def refused(error: OSError) -> FileError:
    """The error for what the operating system refused, where all that is known is the file, or not even that."""
    hint = _ROOM if error.errno in _FULL else untranslated("")
    name = error.filename if error.filename2 is None else error.filename2  # of two, the one that was written
    where = Text(en="the operating system refused", ru="отказала операционная система")
    if name is not None:
        where = untranslated(os.fsdecode(name) if isinstance(name, str | bytes) else str(name))
    return FileError(where + untranslated(": ") + reason(error), hint=hint)
