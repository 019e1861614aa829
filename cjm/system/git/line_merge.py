"""Git's own merge of three texts, line by line."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cjm.system.git.command import run_git

_SIDES = ("ours", "base", "theirs")
_MOST_CONFLICTS = 127
"""Git's exit code counts conflicts up to here; a larger one is an error, such as a binary file."""


class LineMerge(NamedTuple):
    """Git's merge of three texts, with the number of its conflicts."""

    data: bytes
    conflicts: int


def line_merge(base: bytes, ours: bytes, theirs: bytes, /, *, names: tuple[str, str], size: int) -> LineMerge:
    """Merge three texts the way git does without any driver.

    Args:
        base: their common ancestor.
        ours: one version.
        theirs: the other.
        names: what the markers of a conflict call ours and theirs.
        size: how long the markers are.

    Returns:
        The result; ours and a conflict where git cannot merge at all.

    Raises:
        GitError: git is not installed.
    """
    with TemporaryDirectory(prefix="cjm-merge-") as folder:
        for name, data in zip(_SIDES, (ours, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(data)
        labels = [word for name in (names[0], "base", names[1]) for word in ("-L", name)]
        done = run_git(folder, ["merge-file", "-p", f"--marker-size={size}", *labels, *_SIDES])
    is_merged = 0 <= done.returncode <= _MOST_CONFLICTS
    return LineMerge(done.stdout, done.returncode) if is_merged else LineMerge(ours, 1)
