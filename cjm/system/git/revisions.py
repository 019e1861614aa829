"""Revisions of git, and a file in one of them.

Whatever a person typed reaches git after `--end-of-options` or `--`, so it can never be an option.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cjm.core.errors import GitError, UsageError
from cjm.core.text import Text, untranslated
from cjm.system.git.command import git_output, names_of, refusal, run_git

_HEAD = "HEAD"
_INDEX = Text(en="the index", ru="в индексе")
_OBJECT = re.compile(r"[0-9a-f]{40,64}")
_STAGED = re.compile(r"(:[0-3]):(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """Two versions to compare: `old` is a commit; `new` is one too, or None for the work tree or the index."""

    old: str
    new: str | None = None
    staged: bool = False


def revisions_of(folder: str, words: str | None, *, base: str | None, staged: bool) -> Revisions:
    """The two versions that a command line names.

    No revision is the last commit against the work tree, so that staged changes are seen as well: it answers "what
    did I change", where `git diff` would answer "what did I not stage yet". One revision is that commit against the
    work tree; `A..B` is both; `A...B` is the merge base of both against `B`; a side left out is HEAD.

    Args:
        folder: a folder of the repository.
        words: the revision or the range.
        base: a revision whose merge base with HEAD is the old version.
        staged: the new version is the index.

    Raises:
        GitError: git cannot find a revision, or their merge base.
        UsageError: the arguments contradict one another.
    """
    if base is not None:
        if words is not None:
            raise UsageError(
                Text(
                    en=f"--base and the revision {words} exclude each other",
                    ru=f"--base и ревизия {words} исключают друг друга",
                ),
                hint=Text(en="leave one of them out", ru="оставьте что-то одно"),
            )
        return Revisions(old=merge_base(folder, base, _HEAD), staged=staged)
    old, dots, new = _split_range(words or _HEAD)
    if not dots:
        return Revisions(old=commit_of(folder, old), staged=staged)
    if staged:
        raise UsageError(
            Text(
                en=f"--staged compares with one revision, and {words} is two",
                ru=f"--staged сравнивает с одной ревизией, а {words} — это две",
            ),
            hint=Text(en=f"use --staged {old}", ru=f"напишите --staged {old}"),
        )
    older = merge_base(folder, old, new) if dots == "..." else commit_of(folder, old)
    return Revisions(old=older, new=commit_of(folder, new))


def _split_range(words: str) -> tuple[str, str, str]:
    dots = "..." if "..." in words else ".."
    old, found, new = words.partition(dots)
    return old or _HEAD, found, new or _HEAD


def commit_of(folder: str, revision: str) -> str:
    """The name of the commit that a revision means.

    Raises:
        GitError: the revision is unknown.
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
        return GitError(
            Text(en="the repository has no commit yet", ru="в репозитории ещё нет коммитов"),
            hint=Text(en="commit first, or compare two files", ru="сделайте первый коммит или сравните два файла"),
        )
    references = os.fsdecode(git_output(folder, ["for-each-ref", "--format=%(refname:short)"])).splitlines()
    remotes = os.fsdecode(git_output(folder, ["remote"])).splitlines()
    remote, _, branch = revision.partition("/")
    here = [name.removeprefix(f"{remote}/") for name in references]
    if remote in remotes and branch and not _did_you_mean(branch, here).en:
        fetch = f"git fetch {remote} {branch}:refs/remotes/{revision}"
        return GitError(
            Text(en=f"this clone does not have the revision {revision}", ru=f"в этом клоне нет ревизии {revision}"),
            hint=Text(en=f"run `{fetch}`", ru=f"выполните `{fetch}`"),
        )
    return GitError(
        Text(en=f"git knows no revision {revision}", ru=f"git не знает ревизии {revision}"),
        hint=_did_you_mean(revision, references),
    )


def merge_base(folder: str, one: str, other: str) -> str:
    """The merge base of two revisions.

    Raises:
        GitError: a revision is unknown, or the clone does not have enough history.
    """
    commits = [commit_of(folder, one), commit_of(folder, other)]
    done = run_git(folder, ["merge-base", "--end-of-options", *commits])
    if done.returncode not in (0, 1):
        raise refusal(done)
    if done.stdout:
        return os.fsdecode(done.stdout).strip()
    if git_output(folder, ["rev-parse", "--is-shallow-repository"]).strip() == b"true":
        raise GitError(
            Text(
                en=f"the clone is shallow, and the merge base of {one} and {other} is not in it",
                ru=f"в клоне не вся история (shallow), и коммита, от которого разошлись {one} и {other}, в нём нет",
            ),
            hint=Text(
                en="run `git fetch --deepen=100`, or `git fetch --unshallow` for the whole history",
                ru="выполните `git fetch --deepen=100`, а для всей истории — `git fetch --unshallow`",
            ),
        )
    raise GitError(
        Text(en=f"{one} and {other} have no common history", ru=f"у {one} и {other} нет общей истории"),
        hint=Text(en=f"compare them as they are: {one}..{other}", ru=f"сравните их как есть: {one}..{other}"),
    )


def split_spec(text: str) -> tuple[str, str] | None:
    """Split `REV:path`, `:path` and `:N:path` into revision and path, as `file_at` takes them; None for anything else.

    >>> split_spec("HEAD~1:maps/shop.cjm.yaml"), split_spec(":shop.cjm.yaml"), split_spec(":2:shop.cjm.yaml")
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
        raise GitError(
            Text(
                en=f"{revision}:{path} is a folder, not a file",
                ru=f"{revision}:{path} — папка, а нужен файл",
            ),
            hint=Text(en="name a file in it", ru="укажите файл в ней"),
        )
    return git_output(folder, ["cat-file", "blob", name])


def _no_such_path(folder: str, revision: str, path: str) -> GitError:
    place = _place(revision)
    return GitError(
        Text(en=f"{place.en} has no file {path}", ru=f"{place.ru} нет файла {path}"),
        hint=_other_path(folder, revision, path),
    )


def _other_path(folder: str, revision: str, path: str) -> Text:
    if _object_of(folder, f"{revision}:./{path}"):
        return Text(
            en=f"did you mean {revision}:./{path}? Without ./ git counts from the root of the repository",
            ru=f"возможно, {revision}:./{path}? Без ./ git считает путь от корня репозитория",
        )
    known = [f"{revision}:{name}" for name in _paths_in(folder, revision)]
    return _did_you_mean(f"{revision}:{path}", known)


def _place(revision: str) -> Text:
    if revision.startswith(":"):
        return Text(en=f"stage {revision[1:]} of the index", ru=f"в стадии {revision[1:]} индекса")
    return Text(en=f"revision {revision}", ru=f"в ревизии {revision}") if revision else _INDEX


def _paths_in(folder: str, revision: str) -> list[str]:
    if revision.startswith(":"):
        return []
    if revision:
        return names_of(git_output(folder, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", revision]))
    return names_of(git_output(folder, ["ls-files", "-z", "--full-name", "--", ":/"]))


def _did_you_mean(word: str, known: Iterable[str]) -> Text:
    from cjm.core.suggest import suggestion  # noqa: PLC0415 (only for a mistake)

    return suggestion(word, known, otherwise=untranslated(""))
