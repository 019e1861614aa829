"""What could not be done. What was *found* in a map is a Finding, not an error.

CjmError              exit code 2, one sentence and perhaps a hint
├── UsageError        the command line asks for something that cannot be
├── FileError         a file, a folder or a stream cannot be read or written
├── GitError          git is missing, or cannot give what was asked of it
└── DrawingError      Graphviz is missing or could not draw
"""


class CjmError(Exception):
    """A sentence for the user, and what to do about it.

    >>> error = CjmError("no such file: x.cjm.yaml", hint="check the spelling")
    >>> str(error), error.hint
    ('no such file: x.cjm.yaml', 'check the spelling')
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(CjmError):
    """The command line asks for something that cannot be."""


class FileError(CjmError):
    """A file, a folder or a stream cannot be read or written."""


class GitError(CjmError):
    """Git is missing, or cannot give what was asked of it."""


class DrawingError(CjmError):
    """Graphviz is missing, or could not draw."""
