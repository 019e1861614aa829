"""The errors that end a command. What was *found* in a map is a Finding, not an error.

CjmError              exit code 2, one sentence and perhaps a hint
├── UsageError        the command line asks for something impossible
├── FileError         a file, a folder or a stream cannot be read or written
├── GitError          git is not installed, or failed
├── DrawingError      Graphviz is not installed, or failed
└── ReaderGoneError   the program that read our output has ended: exit code 141, and no message
"""

from cjm.core.text import Text, untranslated

_NO_HINT = untranslated("")


class CjmError(Exception):
    """A sentence for the user, and what to do about it.

    >>> error = CjmError(Text(en="no such file: x", ru="нет такого файла: x"))
    >>> str(error), error.message.localized("ru"), error.hint.en
    ('no such file: x', 'нет такого файла: x', '')
    """

    def __init__(self, message: Text, *, hint: Text = _NO_HINT) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message.en)


class UsageError(CjmError):
    """The command line asks for something impossible."""


class FileError(CjmError):
    """A file, a folder or a stream cannot be read or written."""


class GitError(CjmError):
    """Git is not installed, or failed."""


class DrawingError(CjmError):
    """Graphviz is not installed, or failed."""


class ReaderGoneError(CjmError):
    """The program that read our output has ended, as `head` does once it has enough."""
