"""Merges two versions of a map when git merges."""

from pathlib import Path

from cjm.cli.exit_code import ExitCode
from cjm.cli.process import Messages, as_cjm_error, tracebacks_are_shown
from cjm.compare.merge.hunk import Labels
from cjm.compare.merge.merge import Merged, merged, merged_as_lines
from cjm.core.safe_text import one_line
from cjm.core.text import Text
from cjm.system.files import read_bytes, write_bytes
from cjm.system.git.line_merge import line_merge

_LARGEST_STREAM = 64 * 1024 * 1024


def merge_driver(  # noqa: PLR0913 (git passes five arguments)
    messages: Messages, base: str, ours: str, theirs: str, *, size: int, path: str
) -> ExitCode:
    """Merge two versions of a map by meaning, into the file of ours.

    Args:
        messages: reports that a map had to be merged by lines.
        base: the file of the common ancestor.
        ours: the file of our version.
        theirs: the file of their version.
        size: the length of conflict markers.
        path: the map's path.
    """
    three = [_read(file) for file in (base, ours, theirs)]
    result = _merged(three, Labels(size=size), path or ours, messages)
    write_bytes(ours, result.data)
    return ExitCode.FINDINGS if result.conflicts else ExitCode.OK


def _read(name: str) -> bytes:
    """A file whole, however large: what is cut off would be lost."""
    return read_bytes(name, Path(name).stat().st_size if Path(name).is_file() else _LARGEST_STREAM)


def _merged(three: list[bytes], labels: Labels, name: str, messages: Messages) -> Merged:
    base, ours, theirs = three
    try:
        return merged(base, ours, theirs, labels, line_merge)
    except Exception as error:
        if tracebacks_are_shown():
            raise
        # a bug here must not keep anyone from merging
        file, why = one_line(name), as_cjm_error(error).message
        messages.report(
            Text(en=f"cjm: {file} is merged by lines: {why.en}", ru=f"cjm: {file} слит построчно: {why.ru}")
        )
        return merged_as_lines(base, ours, theirs, labels, line_merge)
