"""What the `.gitignore` files of a repository leave out, read without git, so that a search never runs anything."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_REPOSITORY = ".git"
_LARGEST = 64 * 1024
"""Letters of a file that are read."""
_MOST_STARS = 3
"""In one part of a pattern: each further one makes matching a long name a hundred times slower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreRules:
    """The patterns that hold in a folder, each with the folder that it counts from.

    Outside of a repository no file of patterns counts, but what is hidden is left out.
    """

    folder: Path
    root: Path
    in_repository: bool
    patterns: tuple[tuple[Path, "GitIgnoreSpec"], ...] = ()

    def allow_file(self, name: str) -> bool:
        """Whether a file of the folder is left in."""
        return not self._ignore(name)

    def allow_folder(self, name: str) -> bool:
        """Whether a folder in the folder is to be looked into."""
        if name == _REPOSITORY or (name.startswith(".") and not self.in_repository):
            return False
        return not self._ignore(f"{name}/")

    def inside(self, name: str) -> "IgnoreRules":
        """The rules in a folder in the folder; where that is a repository of its own, only its own count."""
        folder = self.folder / name
        if (folder / _REPOSITORY).exists():
            return _of_root(folder)
        return replace(self, folder=folder).with_own() if self.in_repository else replace(self, folder=folder)

    def with_own(self) -> "IgnoreRules":
        """The same rules and those of the folder's own file."""
        return replace(self, patterns=(*self.patterns, *_read(self.folder / ".gitignore", self.folder)))

    def _ignore(self, name: str) -> bool:
        """Whether the last pattern that matches excludes it; patterns of nearer folders come last."""
        for base, patterns in reversed(self.patterns):
            path = "/".join([*self.folder.relative_to(base).parts, name])
            verdict = patterns.check_file(path).include
            if verdict is not None:
                return verdict
        return False


def rules_in(folder: str) -> IgnoreRules:
    """The rules in a folder, with those of the folders above it up to the root of the repository."""
    place = Path(folder).resolve()
    root = next((above for above in (place, *place.parents) if (above / _REPOSITORY).exists()), None)
    if root is None:
        return IgnoreRules(folder=place, root=place, in_repository=False)
    rules = _of_root(root)
    for name in place.relative_to(root).parts:
        rules = rules.inside(name)
    return rules


def _of_root(root: Path) -> IgnoreRules:
    own = tuple(_read(root / _REPOSITORY / "info" / "exclude", root))
    return IgnoreRules(folder=root, root=root, in_repository=True, patterns=own).with_own()


def _read(file: Path, base: Path) -> Iterator[tuple[Path, "GitIgnoreSpec"]]:
    """The patterns of a file, if there is one; git reads none through a link either."""
    if not file.is_file() or file.is_symlink():
        return
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 (only where there are patterns)

    with file.open(encoding="utf-8-sig", errors="surrogateescape") as text:
        lines = text.read(_LARGEST).split("\n")
    yield base, GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    """Whether a line can be understood, and matched at once; git passes over those that cannot be understood."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 (only where there are patterns)

    if any(part.count("*") > _MOST_STARS for part in line.split("/")):
        return False
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
