"""The operating system's reasons for an error, in both languages."""

import errno

from cjm.core.text import Text, untranslated

_REASONS = {
    errno.EACCES: Text(en="permission denied", ru="нет прав доступа"),
    errno.EBADF: Text(en="it is closed", ru="поток закрыт"),
    errno.EISDIR: Text(en="it is a folder", ru="это папка"),
    errno.ELOOP: Text(en="its symbolic links form a loop", ru="символические ссылки замкнуты в круг"),
    errno.ENAMETOOLONG: Text(en="the name is too long", ru="слишком длинное имя"),
    errno.ENOENT: Text(en="there is no such file or folder", ru="нет такого файла или папки"),
    errno.ENOSPC: Text(en="no space left", ru="нет свободного места"),
    errno.ENOTDIR: Text(en="a part of the path is a file, not a folder", ru="часть пути — файл, а не папка"),
    errno.EPERM: Text(en="it is not permitted", ru="это не разрешено"),
    errno.EROFS: Text(en="it is on a read-only disk", ru="диск доступен только для чтения"),
}


def reason(error: OSError | ValueError) -> Text:
    """The reason for an error in a few words."""
    if not isinstance(error, OSError):
        return untranslated(str(error))
    return _REASONS.get(error.errno or 0) or untranslated((error.strerror or str(error)).lower())
