"""What git knows of the files here, and how git is asked."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence

from cjm.errors import GitError

BROKEN_HINT = "run `git fsck`; `git fetch --refetch`, or a new clone, brings back what is missing"

_IN_ENGLISH = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}  # its complaints are read, and asking changes nothing
_REASONS = {
    "not a git repository": "run this inside a clone",
    "must be run in a work tree": "name two revisions: a bare repository has no files to compare with",
    "dubious ownership": "the folder belongs to another user; `git status` there says how to trust it",
    "could not lock config file": "it is read-only, or another git writes it at this moment",
    "unable to read": BROKEN_HINT,
    "inflate": BROKEN_HINT,
}


def run_git(
    folder: str, words: Sequence[str], *, given: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, whatever comes of it.

    Args:
        folder: where it runs.
        words: what stands behind `git` on its command line.
        given: its standard input.
        environment: variables beside those of this process.

    Raises:
        GitError: there is no git.
    """
    program = shutil.which("git")
    if program is None:
        raise GitError("this needs git, and there is none", hint="install git, so that it is on the PATH")
    variables = {**os.environ, **_IN_ENGLISH, **(environment or {})}
    return subprocess.run(  # noqa: S603 (words of ours)
        [program, *words], cwd=folder, input=given, env=variables, capture_output=True, check=False
    )


def git_output(
    folder: str, words: Sequence[str], *, given: bytes = b"", environment: Mapping[str, str] | None = None
) -> bytes:
    """What git prints; the arguments are those of `run_git`.

    Raises:
        GitError: there is no git, or it refuses.
    """
    done = run_git(folder, words, given=given, environment=environment)
    if done.returncode:
        raise refusal(done)
    return done.stdout


def refusal(done: subprocess.CompletedProcess[bytes]) -> GitError:
    """What git complained of, as an error of ours."""
    lines = os.fsdecode(done.stderr).splitlines()
    sentence = next((line for line in lines if line.startswith(("fatal: ", "error: "))), "it gave no reason")
    said = sentence.removeprefix("fatal: ").removeprefix("error: ")
    return GitError(f"git: {said}", hint=next((hint for reason, hint in _REASONS.items() if reason in said), ""))


def names_of(listing: bytes) -> list[str]:
    """The names in what git prints with `-z`."""
    return [name for name in os.fsdecode(listing).split("\0") if name]


def files_of_git(folder: str, patterns: list[str]) -> list[str] | None:
    """The files below a folder that git tracks or would track, relative to it; None where git is no help.

    A file is listed once, though git names it up to three times while a merge is in conflict.
    """
    try:
        done = run_git(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns])
    except GitError:
        return None
    return None if done.returncode else list(dict.fromkeys(names_of(done.stdout)))
