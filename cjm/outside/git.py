"""What git knows of the files here."""

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

_TRACKED = re.compile(r"(?P<mode>\d{6}) [0-9a-f]+ \d\t")
_SUBMODULE = "160000"
_CLOSED_FOLDER = re.compile(r"could not open directory '(?P<name>.*)'")


def files_of_git(folder: str, endings: tuple[str, ...]) -> list[str] | None:
    """The files below a folder that git tracks or would track, relative to it; None where git is no help.

    A file is listed once, though git names it up to three times while a merge is in conflict. Submodules and other
    repositories inside are looked into as well.

    Args:
        folder: where to look.
        endings: how the names of the files end.

    Raises:
        OSError: a folder below cannot be looked into.
    """
    program = shutil.which("git")
    if program is None:
        return None
    command = [program, "ls-files", "-z", "--cached", "--stage", "--others", "--exclude-standard"]
    in_english = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, cwd=folder, env=in_english, capture_output=True, check=False)  # noqa: S603 (words of ours)
    if done.returncode:
        return None
    if closed := _CLOSED_FOLDER.search(os.fsdecode(done.stderr)):
        raise PermissionError(errno.EACCES, "closed to git", str(Path(folder, closed["name"])))
    names = (name for entry in os.fsdecode(done.stdout).split("\0") for name in _files(folder, entry, endings))
    return list(dict.fromkeys(names))


def _files(folder: str, entry: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The files that an entry means: a name, behind a mode if git tracks it; a repository inside means its files."""
    known = _TRACKED.match(entry)
    name = entry[known.end() :] if known else entry
    if (known and known["mode"] == _SUBMODULE) or name.endswith("/"):
        inside = files_of_git(str(Path(folder, name)), endings) if Path(folder, name).is_dir() else None
        yield from (str(Path(name, found)) for found in inside or ())
    elif name.endswith(endings):
        yield name
