"""Merges what is around the value of an entry, part by part: comments, indentation, key or hyphen, line break."""

from collections.abc import Sequence

from cjm.compare.merge.hunk import Conflict, Hunk, WiderConflictError
from cjm.compare.merge.indent import merged_lines, shifted
from cjm.compare.merge.layout import Block, Entry, Flow
from cjm.compare.merge.three import OURS, THEIRS, Resolution, Three


def is_same_text(one: Entry | None, other: Entry | None) -> bool:
    """Whether two entries are written alike, however far they are indented."""
    if one is None or other is None or (one.column is None) != (other.column is None):
        return False
    return one.raw == shifted(other.raw, (one.column or 0) - (other.column or 0))


def copied(entry: Entry, column: int | None) -> str:
    """A whole entry as it goes into lines that begin at a column, or into brackets (then `column` is None).

    Raises:
        WiderConflictError: it has lines of its own, which brackets cannot hold.
    """
    if column is None:
        if entry.column is not None:
            raise WiderConflictError
        return entry.raw
    if entry.column is None:
        return " " * column + _opening(entry, entry.mark) + entry.raw[len(entry.mark) + len(entry.gap) :] + "\n"
    return shifted(entry.raw, column - entry.column)


def inline_entry(three: Three[Entry], host: Entry, column: int | None, inline: str) -> list[Hunk]:
    """A value that needs no lines of its own, in the frame of one of the three."""
    mark = mark_of(three, host)
    if column is None:
        return [mark + host.gap + inline]
    if host.column is None:
        return [lead_of(three, column) + " " * column + _opening(host, mark) + inline + "\n"]
    inline = shifted(inline, column - host.column)[max(column - host.column, 0) :]
    return [lead_of(three, column) + " " * column + mark + host.gap + inline + _closer(three, host, column)]


def _opening(entry: Entry, mark: str) -> str:
    """What comes before the value of an entry that was in brackets."""
    return (mark or "-") + (entry.gap or " ")


def block_entry(three: Three[Entry], host: Entry, column: int, body: Sequence[Hunk]) -> list[Hunk]:
    """Entries in lines of their own, in the frame of the one whose value they are."""
    if not isinstance(host.value, Block) or host.column is None:
        raise WiderConflictError
    _check_closers(three, host)
    lead, head = lead_of(three, column), " " * column + mark_of(three, host)
    if not host.value.is_compact:
        return [lead, head + _either(three.map(_gap), host.gap), *body]
    inner = column + host.value.column - host.column
    return [lead, *_after_hyphen(head, host.gap, body, inner)]


def _after_hyphen(head: str, gap: str, body: Sequence[Hunk], column: int) -> list[Hunk]:
    """Entries of which the first one is in the line of the hyphen."""
    first, indent = body[0], " " * column
    sides = [first] if isinstance(first, str) else list(first)
    if all(side.startswith(indent) and side[column] not in "# \n" for side in sides):
        moved = [head + gap + side[column:] for side in sides]
        return [moved[0] if isinstance(first, str) else Conflict(*moved), *body[1:]]
    if isinstance(first, str):
        return [head + "\n", *body]
    raise WiderConflictError


def lead_of(three: Three[Entry], column: int) -> str:
    """The lines above an entry."""
    leads = three.map(lambda entry: None if entry.column is None else shifted(entry.lead, column - entry.column))
    return merged_comments(leads)


def merged_comments(sides: Three[str]) -> str:
    """The comment lines of three sides, of which some may have none."""
    base, ours, theirs = sides
    if ours is None or theirs is None:
        return sides.only or ""
    return merged_lines(base, ours, theirs)


def mark_of(three: Three[Entry], host: Entry) -> str:
    """The key with its colon; of an item what its list is written with."""
    if isinstance(host.path[-1], int):
        return host.mark
    return _either(three.map(lambda entry: entry.mark), host.mark)


def _gap(entry: Entry) -> str | None:
    """What separates a key from the lines below it; there may be a comment in it."""
    return entry.gap if isinstance(entry.value, Block) and not entry.value.is_compact else None


def _closer(three: Three[Entry], host: Entry, column: int) -> str:
    """What follows a value: the end of its line, perhaps with a comment, and comments below it."""
    if any(isinstance(entry.value, Block) and "#" in entry.raw for entry in three.there):
        _check_closers(three, host)
    closers = three.map(lambda entry: _shifted_closer(entry, column))
    chosen = _either(closers.map(str.strip), host.closer.strip())
    return next(closer for closer in (*closers.there, closers.base or "") if closer.strip() == chosen)


def _shifted_closer(entry: Entry, column: int) -> str | None:
    if entry.column is None or isinstance(entry.value, Block):
        return None
    return shifted(entry.closer, column - entry.column)


def _check_closers(three: Three[Entry], host: Entry) -> None:
    """Raise where a comment at the end of a line would have no line any more."""
    for entry in three.there:
        if not isinstance(entry.value, Block) and entry.closer.strip() not in host.raw:
            raise WiderConflictError


def _either(three: Three[str], host: str) -> str:
    """The one that has changed, the host's where none has; None does not count."""
    resolution = Resolution.of(three)
    if len(three.there) < len((OURS, THEIRS)) or resolution is Resolution.SAME:
        return host
    if resolution is not Resolution.MIXED:
        return str(resolution.chosen(three))
    if three.base is None and not all(side.strip() for side in three.there):
        return max(three.there, key=len)
    raise WiderConflictError


def in_brackets(host: Flow, texts: Sequence[tuple[Entry | None, str]]) -> str:
    """Entries between brackets, with the spaces and line breaks that the host has between its own."""
    opening, closing = host.text[0], host.text[-1]
    if not texts:
        return opening + closing
    first = host.entries[0] if host.entries else None
    usual = host.entries[1].lead if len(host.entries) > 1 else " "
    parts = [first.lead if first else ""]
    for number, (entry, text) in enumerate(texts):
        if number:
            parts.append("," + (entry.lead if entry and entry is not first else usual))
        parts.append(text)
    return opening + "".join(parts) + (host.entries[-1].closer if first else "") + host.tail + closing
