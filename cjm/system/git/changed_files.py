"""The files that changed between two versions in git, with their bytes in both."""

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from cjm.core.errors import GitError
from cjm.core.text import Text
from cjm.system.files import read_bytes
from cjm.system.git.command import git_output, hint_for_missing, names_of, refusal, run_git, without_filters
from cjm.system.git.revisions import Revisions

_LARGEST = 64 * 1024 * 1024
_FILE, _LINK, _SUBMODULE, _NOTHING = "100644", "120000", "160000", "000000"
_DIFF = (
    "-c", "diff.autoRefreshIndex=false",  # asking changes nothing
    "diff", "--raw", "-z", "--no-abbrev", "--find-renames", "-l1000", "--no-relative", "--no-ext-diff",
    "--no-textconv", "--ignore-submodules=all",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """A file in both versions, named from the current folder; None on the side where there is no such file."""

    old_name: str | None
    new_name: str | None
    old: bytes | None
    new: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    name: str
    mode: str
    object: str

    @property
    def is_file(self) -> bool:
        return self.mode not in (_NOTHING, _LINK, _SUBMODULE)

    @property
    def is_stored(self) -> bool:
        return bool(self.object.strip("0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    old: _Side
    new: _Side


def changed_files(
    folder: str, revisions: Revisions, *, paths: Sequence[str], patterns: Sequence[str]
) -> list[ChangedFile]:
    """The files whose bytes or whose name changed, in the order of their names.

    A change of the mode alone does not count. A symbolic link or a submodule is not a file on its side: what a link
    leads to is listed under its own name. New files in the work tree count unless git ignores them; that one of them is
    a file which was renamed, git knows once it is added.

    Args:
        folder: the current folder; names are given as a person would type them there.
        revisions: the two versions.
        paths: files and folders to look at; none is the whole repository.
        patterns: what names of files look like; a file that `paths` name need not.

    Raises:
        GitError: git is not installed or failed, an object is broken, or a file is in conflict.
    """
    prefix = os.fsdecode(git_output(folder, ["rev-parse", "--show-prefix"])).removesuffix("\n")
    specs = [f":(literal){path}" for path in paths] or [f":(top,glob)**/{pattern}" for pattern in patterns]
    named = {posixpath.normpath(posixpath.join(prefix, path)) for path in paths}
    if revisions.new is None:
        _refuse_conflicts(folder, specs)
    selected = [
        change for change in _changes(folder, prefix, revisions, specs) if _is_selected(change, named, patterns)
    ]
    return sorted(_with_bytes(folder, prefix, selected), key=lambda file: file.new_name or file.old_name or "")


def _refuse_conflicts(folder: str, specs: Sequence[str]) -> None:
    listing = names_of(git_output(folder, ["ls-files", "-z", "--unmerged", "--", *specs]))
    if listing:
        name = listing[0].partition("\t")[2]
        raise GitError(
            Text(
                en=f"{name} is in conflict, so it has no one version to compare",
                ru=f"{name} в конфликте, и единой версии для сравнения у него нет",
            ),
            hint=Text(
                en=f"resolve it and `git add` it, or compare the two sides: :2:./{name} and :3:./{name}",
                ru=f"разрешите конфликт и выполните `git add` или сравните стороны: :2:./{name} и :3:./{name}",
            ),
        )


def _changes(folder: str, prefix: str, revisions: Revisions, specs: Sequence[str]) -> list[_Change]:
    reads_files = revisions.new is None and not revisions.staged
    settings = without_filters(folder) if reads_files else None
    listing = git_output(folder, [*_DIFF, *_compared(revisions), "--", *specs], settings=settings)
    changes = list(_read_listing(listing))
    if not reads_files:
        return changes
    # git names the object that a file of the work tree would become, where it had to compute it; it is not stored
    changed = [replace(change, new=replace(change.new, object="")) for change in changes]
    return [*changed, *_untracked(folder, prefix, specs)]


def _compared(revisions: Revisions) -> list[str]:
    commits = [commit for commit in (revisions.old, revisions.new) if commit]
    return [*(["--cached"] if revisions.staged else []), "--end-of-options", *commits]


def _untracked(folder: str, prefix: str, specs: Sequence[str]) -> Iterator[_Change]:
    """The files that git does not know yet and does not ignore."""
    listing = git_output(folder, ["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", *specs])
    for name in names_of(listing):
        mode = _LINK if Path(folder, _typed(name, prefix)).is_symlink() else _FILE
        yield _Change(old=_Side(name=name, mode=_NOTHING, object=""), new=_Side(name=name, mode=mode, object=""))


def _read_listing(listing: bytes) -> Iterator[_Change]:
    """Read `git diff --raw -z`: a head that begins with a colon, then one name, or two of a rename."""
    fields = iter(names_of(listing))
    for head in fields:
        old_mode, new_mode, old_object, new_object, status = head.removeprefix(":").split(" ")
        old_name = next(fields)
        new_name = next(fields) if status.startswith("R") else old_name
        yield _Change(
            old=_Side(name=old_name, mode=old_mode, object=old_object),
            new=_Side(name=new_name, mode=new_mode, object=new_object),
        )


def _is_selected(change: _Change, named: set[str], patterns: Iterable[str]) -> bool:
    names = (change.old.name, change.new.name)
    if any(name in named for name in names):
        return True
    return any(fnmatchcase(posixpath.basename(name), pattern) for name in names for pattern in patterns)


def _with_bytes(folder: str, prefix: str, changes: Sequence[_Change]) -> Iterator[ChangedFile]:
    sides = [side for change in changes for side in (change.old, change.new) if side.is_file and side.is_stored]
    blobs = _blobs(folder, [side.object for side in sides])
    for change in changes:
        old_name, old = _read(folder, prefix, change.old, blobs)
        new_name, new = _read(folder, prefix, change.new, blobs)
        if (old_name, old) != (new_name, new):
            yield ChangedFile(old_name=old_name, new_name=new_name, old=old, new=new)


def _read(folder: str, prefix: str, side: _Side, blobs: Mapping[str, bytes]) -> tuple[str | None, bytes | None]:
    """The name of a side as a person would type it and its bytes; where git has none stored, the work tree has."""
    if not side.is_file:
        return None, None
    name = _typed(side.name, prefix)
    stored = blobs[side.object] if side.is_stored else read_bytes(str(Path(folder, name)), _LARGEST)
    return name, stored


def _typed(name: str, prefix: str) -> str:
    return posixpath.relpath(name, prefix or ".")


def _blobs(folder: str, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of objects, all from one process of git."""
    unique = list(dict.fromkeys(names))
    if not unique:
        return {}
    done = run_git(folder, ["cat-file", "--batch"], stdin="".join(f"{name}\n" for name in unique).encode())
    if done.returncode:
        raise refusal(done)
    return dict(_batch(done.stdout, unique, hint_for_missing(done)))


def _batch(answers: bytes, names: Sequence[str], hint: Text) -> Iterator[tuple[str, bytes]]:
    """Read `git cat-file --batch`: for each object a line with its size, its bytes, and a line break."""
    start = 0
    for name in names:
        end = answers.find(b"\n", start)
        head = answers[start : max(end, start)].split()
        if len(head) != 3:
            raise GitError(
                Text(
                    en=f"the object {name} of the repository is missing or broken",
                    ru=f"объект {name} в репозитории отсутствует или повреждён",
                ),
                hint=hint,
            )
        start = end + 1 + int(head[2]) + 1
        yield name, answers[end + 1 : start - 1]
