"""The versions that people name to git, and a file in one of them.

Whatever a person typed reaches git behind `--end-of-options` or `--`, so it can never be an option.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cjm.core.errors import GitError, UsageError
from cjm.system.git.command import git_output, names_of, refusal, run_git

_HEAD = "HEAD"
_OBJECT = re.compile(r"[0-9a-f]{40,64}")
_STAGED = re.compile(r"(:[0-3]):(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """Two versions to compare: `old` is a commit; `new` is one too, or None for the work tree or the index."""

    old: str
    new: str | None = None
    staged: bool = False


def revisions_meant(folder: str, said: str | None, *, base: str | None, staged: bool) -> Revisions:
    """The two versions that a command line means.

    Nothing said is the last commit against the work tree, so that staged changes are seen as well: it answers "what
    did I change", where `git diff` would answer "what did I not stage yet". One revision is that commit against the
    work tree; `A..B` is both; `A...B` is the merge base of both against `B`; a side left out is HEAD.

    Args:
        folder: a folder of the repository.
        said: the revision or the range.
        base: a revision whose merge base with HEAD is the old version.
        staged: the new version is the index.

    Raises:
        GitError: git cannot find a revision, or their merge base.
        UsageError: the arguments contradict one another.
    """
    if base is not None:
        if said is not None:
            raise UsageError(f"--base and the revision {said} exclude each other", hint="leave one of them out")
        return Revisions(old=merge_base(folder, base, _HEAD), staged=staged)
    old, dots, new = _parted(said or _HEAD)
    if not dots:
        return Revisions(old=commit_of(folder, old), staged=staged)
    if staged:
        raise UsageError(f"--staged compares with one revision, and {said} is two", hint=f"say --staged {old}")
    older = merge_base(folder, old, new) if dots == "..." else commit_of(folder, old)
    return Revisions(old=older, new=commit_of(folder, new))


def _parted(said: str) -> tuple[str, str, str]:
    dots = "..." if "..." in said else ".."
    old, found, new = said.partition(dots)
    return old or _HEAD, found, new or _HEAD


def commit_of(folder: str, revision: str) -> str:
    """The name of the commit that a revision means.

    Raises:
        GitError: there is none.
    """
    commit = _object_of(folder, f"{revision}^{{commit}}")
    if commit is None:
        raise _unknown_revision(folder, revision)
    return commit


def _object_of(folder: str, expression: str) -> str | None:
    done = run_git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", expression])
    if done.returncode == 128:
        raise refusal(done)
    name = os.fsdecode(done.stdout).strip()
    return name if _OBJECT.fullmatch(name) else None


def _unknown_revision(folder: str, revision: str) -> GitError:
    if _object_of(folder, _HEAD) is None:
        return GitError("the repository has no commit yet", hint="commit first, or compare two files")
    references = os.fsdecode(git_output(folder, ["for-each-ref", "--format=%(refname:short)"])).splitlines()
    remotes = os.fsdecode(git_output(folder, ["remote"])).splitlines()
    remote, _, branch = revision.partition("/")
    if remote in remotes and branch and not _close(branch, [name.removeprefix(f"{remote}/") for name in references]):
        fetch = f"git fetch {remote} {branch}:refs/remotes/{revision}"
        return GitError(f"this clone does not have the revision {revision}", hint=f"run `{fetch}`")
    return GitError(f"git knows no revision {revision}", hint=_did_you_mean(revision, references))


def merge_base(folder: str, one: str, other: str) -> str:
    """The commit from which two revisions parted.

    Raises:
        GitError: a revision is unknown, or the history that would tell is not in this clone.
    """
    commits = [commit_of(folder, one), commit_of(folder, other)]
    done = run_git(folder, ["merge-base", "--end-of-options", *commits])
    if done.returncode not in (0, 1):
        raise refusal(done)
    if done.stdout:
        return os.fsdecode(done.stdout).strip()
    if git_output(folder, ["rev-parse", "--is-shallow-repository"]).strip() == b"true":
        raise GitError(
            f"the clone is shallow, and the commit where {one} and {other} parted is not in it",
            hint="run `git fetch --deepen=100`, or `git fetch --unshallow` for the whole history",
        )
    raise GitError(f"{one} and {other} have no common history", hint=f"compare them as they are: {one}..{other}")


def parted_spec(text: str) -> tuple[str, str] | None:
    """Part `REV:path`, `:path` and `:N:path` into revision and path, as `file_at` takes them; None for anything else.

    >>> parted_spec("HEAD~1:maps/shop.cjm.yaml"), parted_spec(":shop.cjm.yaml"), parted_spec(":2:shop.cjm.yaml")
    (('HEAD~1', 'maps/shop.cjm.yaml'), ('', 'shop.cjm.yaml'), (':2', 'shop.cjm.yaml'))
    """
    staged = _STAGED.fullmatch(text)
    if staged:
        return staged[1], staged[2]
    revision, colon, path = text.partition(":")
    return (revision, path) if colon and path else None


def file_at(revision: str, path: str, folder: str) -> bytes:
    """The bytes of a file in a revision.

    Args:
        revision: a revision; empty is the index, and `:1` to `:3` are the sides of a conflict in it.
        path: counted from the root of the repository as git does, or from the folder where it begins with `./`.
        folder: a folder of the repository.

    Raises:
        GitError: the revision is unknown, or there is no such file in it.
    """
    if revision and not revision.startswith(":"):
        commit_of(folder, revision)
    name = _object_of(folder, f"{revision}:{path}")
    if name is None:
        raise _no_such_path(folder, revision, path)
    kind = git_output(folder, ["cat-file", "-t", name]).strip()
    if kind != b"blob":
        raise GitError(f"{revision}:{path} is a folder, and a file is wanted", hint="name a file in it")
    return git_output(folder, ["cat-file", "blob", name])


def _no_such_path(folder: str, revision: str, path: str) -> GitError:
    hint = _did_you_mean(path, _paths_in(folder, revision), before=f"{revision}:")
    if _object_of(folder, f"{revision}:./{path}"):
        hint = f"did you mean {revision}:./{path}? Without ./ git counts from the root of the repository"
    return GitError(f"{_place(revision)} has no file {path}", hint=hint)


def _place(revision: str) -> str:
    if revision.startswith(":"):
        return f"stage {revision[1:]} of the index"
    return f"revision {revision}" if revision else "the index"


def _paths_in(folder: str, revision: str) -> list[str]:
    if revision.startswith(":"):
        return []
    if revision:
        return names_of(git_output(folder, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", revision]))
    return names_of(git_output(folder, ["ls-files", "-z", "--full-name", "--", ":/"]))


def _close(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 (only for a mistake)

    close = get_close_matches(word, list(known), n=1)
    return close[0] if close else None


def _did_you_mean(word: str, known: Iterable[str], before: str = "") -> str:
    close = _close(word, known)
    return f"did you mean {before}{close}?" if close else ""
