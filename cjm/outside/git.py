"""What git knows of the files here."""

import shutil
import subprocess


def files_of_git(folder: str, patterns: list[str]) -> list[str] | None:
    """The files below a folder that git tracks or would track, relative to it; None where git is no help.

    A file is listed once, though git names it up to three times while a merge is in conflict.
    """
    program = shutil.which("git")
    if program is None:
        return None
    command = [program, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 (words of ours)
    if done.returncode:
        return None
    names = done.stdout.decode("utf-8", errors="surrogateescape").split("\0")
    return list(dict.fromkeys(name for name in names if name))
