"""Merges three versions of a map: by lines if that is right, else by meaning, else as git does it."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from cjm.compare.merge.check import holds_comments, holds_texts, means
from cjm.compare.merge.file_style import merged_style, read_style
from cjm.compare.merge.hunk import Conflict, Hunk, Labels, marked, resolved
from cjm.compare.merge.identity import identities_of
from cjm.compare.merge.layout import UnsureError, layout_of
from cjm.compare.merge.plan import plan_merge
from cjm.compare.merge.three import BASE, Three
from cjm.compare.merge.writer import Writer
from cjm.compare.node import as_json, node_of
from cjm.mapfile.document import Document, read_document

_EMPTY = b"\n"


class Merged(NamedTuple):
    """A merged file; where there are conflicts, it holds both sides between git's markers."""

    data: bytes
    conflicts: int


class MergeLines(Protocol):
    """Merges three texts line by line, as git does: `line_merge` of `cjm.system.git`."""

    def __call__(
        self, base: bytes, ours: bytes, theirs: bytes, /, *, names: tuple[str, str], size: int
    ) -> tuple[bytes, int]: ...


def merged(base: bytes, ours: bytes, theirs: bytes, labels: Labels, merge_lines: MergeLines) -> Merged:
    """Merge two versions of a map.

    Args:
        base: their common ancestor; empty if both are new.
        ours: our version, whose layout is kept.
        theirs: the other one.
        labels: the labels of conflict markers.
        merge_lines: merges the lines where that is right, or where the meaning is in doubt.

    Raises:
        GitError: git is needed to merge the lines, and is not installed.
    """
    try:
        return _by_meaning(base, ours, theirs, labels, merge_lines)
    except UnsureError:
        return merged_as_lines(base, ours, theirs, labels, merge_lines)


def merged_as_lines(base: bytes, ours: bytes, theirs: bytes, labels: Labels, merge_lines: MergeLines) -> Merged:
    """The same without regard to the meaning: what git does without a merge driver."""
    return Merged(*merge_lines(base, ours, theirs, names=(labels.ours, labels.theirs), size=labels.size))


def _by_meaning(base: bytes, ours: bytes, theirs: bytes, labels: Labels, merge_lines: MergeLines) -> Merged:
    """The merged map.

    Raises:
        UnsureError: the result is not certain.
    """
    styles, texts = zip(*map(read_style, (base, ours, theirs)), strict=True)
    style = merged_style(*styles)
    merging = _Merging(texts)
    lines = Merged(*merge_lines(*texts, names=(labels.ours, labels.theirs), size=labels.size))
    if not lines.conflicts and merging.is_right(text := lines.data.decode()):
        return Merged(style.restored(text), 0)
    hunks = merging.hunks()
    conflicts = sum(isinstance(hunk, Conflict) for hunk in hunks)
    if isinstance([hunk for hunk in hunks if hunk][-1], Conflict):
        style = style._replace(end=style.line_break)  # a marker has a line of its own
    return Merged(style.restored(marked(hunks, labels)), conflicts)


class _Merging:
    """Three maps whose nodes are matched, and the plan of their merge."""

    def __init__(self, texts: Sequence[bytes]) -> None:
        self._documents = [read_document("", text) for text in texts]
        self._is_new = texts[BASE] == _EMPTY
        if not all(document.is_sound for document in self._documents[self._is_new :]):
            raise UnsureError
        base, ours, theirs = (node_of(document.journey) for document in self._documents)
        old = None if self._is_new else base
        identities = identities_of(old, ours, theirs)
        self._plan = plan_merge(identities, old, ours, theirs)
        self._expected = as_json(self._plan.value) if self._plan.is_settled else None
        self._moved = identities.moved_paths()

    def is_right(self, text: str) -> bool:
        """Whether a text means what both sides together mean, and nothing of either is lost."""
        result = read_document("", text.encode())
        return self._expected is not None and means(result, self._expected) and self._is_whole([result])

    def hunks(self) -> list[Hunk]:
        """The merged text.

        Raises:
            UnsureError: a check fails.
        """
        base, ours, theirs = self._documents
        layouts = Three(None if self._is_new else layout_of(base), layout_of(ours), layout_of(theirs))
        hunks = Writer(layouts, self._moved).hunks(self._plan)
        has_conflict = any(isinstance(hunk, Conflict) for hunk in hunks)
        if not (self._can_be_settled(hunks) if has_conflict else self.is_right(resolved(hunks, as_ours=True))):
            raise UnsureError
        return hunks

    def _can_be_settled(self, hunks: Sequence[Hunk]) -> bool:
        """Whether nothing of either side is lost, and each way to choose gives YAML."""
        texts = [resolved(hunks, as_ours=as_ours) for as_ours in (True, False)]
        results = [read_document("", text.encode()) for text in texts]
        return all(document.is_readable for document in results) and self._is_whole(results)

    def _is_whole(self, results: Sequence[Document]) -> bool:
        return holds_texts(results, *self._documents) and holds_comments(results, *self._documents)
