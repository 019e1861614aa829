"""The path of a finding's file from the root of the checkout, for programs."""

import os
from pathlib import PurePath
from urllib.parse import quote

from cjm.core.safe_text import escape_controls
from cjm.formats.findings._report import Report


def path_of(file: str, report: Report) -> str:
    """A file's path from the report's root, with slashes; what is outside keeps its absolute path.

    Standard input has the name that messages give it. What could control a terminal or mislead a reader is escaped.
    """
    return escape_controls(_from_root(file, report.root).as_posix())


def uri_of(file: str, report: Report) -> str:
    """The same as a URI: a relative reference, or ``file:`` for what is outside."""
    path = _from_root(file, report.root)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _from_root(file: str, root: str) -> PurePath:
    path = PurePath(os.path.normpath(PurePath(root, file)))
    return path.relative_to(root) if root and path.is_relative_to(root) else path
