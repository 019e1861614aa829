"""Comments that excuse a finding: ``# cjm: ignore[CJM304] reason``.

At the end of a line it counts for that line; on a line of its own for the whole item that follows; as
``ignore-file`` above the first key for the whole map.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from cjm.catalogue import all_kinds
from cjm.config import ALWAYS
from cjm.document import Document
from cjm.finding import Edit, Finding, Kind
from cjm.guess import Guesses, did_you_mean
from cjm.kinds import linter
from cjm.printable import quoted
from cjm.reading.source import Source
from cjm.span import Span
from cjm.text import Text

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*cjm:[ \t]*(?P<rest>.*)$")
_FORM = re.compile(r"(?P<form>ignore|ignore-file)\[(?P<codes>[^\]]*)\][ \t]*(?P<reason>.*)")
_INDENT = re.compile(r"[ ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One code of one comment, and the lines it speaks of, from one and inclusive; all of them without `last`."""

    code: str
    first: int
    last: int | None
    span: Span


class _Suppressions:
    """Suppressions by what they speak of, so that a map with thousands of them is judged at once."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        self._by_place: dict[tuple[str, int | None], list[Suppression]] = defaultdict(list)
        for each in suppressions:
            lines = (None,) if each.last is None else range(each.first, each.last + 1)
            for line in lines:
                self._by_place[each.code, line].append(each)

    def excusing(self, finding: Finding) -> list[Suppression]:
        """Those that were written for a finding."""
        if finding.kind.code.startswith(ALWAYS):
            return []
        places = product((finding.kind.code, finding.kind.name), (finding.span.line, None))
        return [each for place in places for each in self._by_place.get(place, ())]


def suppressed(document: Document, findings: Sequence[Finding], rules: Sequence[Kind]) -> tuple[list[Finding], int]:
    """Take away what comments excuse, and add what is wrong with the comments.

    Args:
        document: a map.
        findings: its findings.
        rules: the rules that were run; of others nobody can tell whether their suppression is used.

    Returns:
        The findings that stay, and how many went.
    """
    suppressions, complaints = _read(document)
    index = _Suppressions(suppressions)
    excused = [index.excusing(finding) for finding in findings]
    kept = [finding for finding, excuses in zip(findings, excused, strict=True) if not excuses]
    used = {id(each) for excuses in excused for each in excuses}
    run = {word for kind in rules for word in (kind.code, kind.name)}
    unused = [each for each in suppressions if each.code in run and id(each) not in used]
    stay = Counter(each.span for each in suppressions) - Counter(each.span for each in unused)
    complaints += (_unused(document, each, is_whole=not stay[each.span]) for each in unused)
    return [*kept, *complaints], len(findings) - len(kept)


_DELETE = Text(en="delete the comment", ru="удалите комментарий")


def _unused(document: Document, each: Suppression, *, is_whole: bool) -> Finding:
    """A suppression without its finding; where nothing else in its comment is used, the comment can go."""
    message = Text(en=f"there is no {each.code} here to suppress", ru=f"{each.code} здесь нет, отключать нечего")
    finding = _about(linter.UNUSED_SUPPRESSION, document, each.span, message, _DELETE)
    return replace(finding, edit=Edit(span=_with_blanks(document.source, each.span), text="")) if is_whole else finding


def _with_blanks(source: Source, span: Span) -> Span:
    """A comment with the blanks before it, and with its whole line where nothing else stands there."""
    before = source.lines[span.line - 1][: span.column - 1]
    if before.strip():
        return span._replace(column=len(before.rstrip()) + 1)
    return Span(span.line, 1, span.line + 1, 1) if span.line < len(source.lines) else span._replace(column=1)


def _read(document: Document) -> tuple[list[Suppression], list[Finding]]:
    suppressions: list[Suppression] = []
    complaints: list[Finding] = []
    guesses = Guesses()
    for number, match in _comments(document):
        span = Span(number, match.start() + 1, number, match.end() + 1)
        form = _FORM.fullmatch(match["rest"].strip())
        if form is None or (form["form"] == "ignore-file" and not _is_head(document.source, number)):
            complaints.append(_about(linter.NOT_A_SUPPRESSION, document, span, _MALFORMED, _WRITE))
            continue
        if not form["reason"].strip():
            complaints.append(_about(linter.NO_REASON, document, span, _REASONLESS, _WHY))
        first, last = _lines(document.source, number, form["form"])
        for code in (word.strip() for word in form["codes"].split(",")):
            if _can_be_suppressed(code):
                suppressions.append(Suppression(code=code, first=first, last=last, span=span))
            else:
                complaints.append(_unknown(document, span, code, guesses))
    return suppressions, complaints


_MALFORMED = Text(
    en="this comment speaks to the linter, and cannot be understood", ru="комментарий обращён к проверке, но непонятен"
)
_WRITE = Text(en="write `# cjm: ignore[CODE] reason`", ru="напишите `# cjm: ignore[КОД] причина`")
_REASONLESS = Text(en="the suppression does not say why", ru="не сказано, почему замечание отключено")
_WHY = Text(en="write the reason behind the bracket", ru="напишите причину после скобки")


def _comments(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    """Each comment to the linter with the number of its line; the same letters inside of a text are no comment."""
    found = [(number, match) for number, line in enumerate(document.source.lines, start=1) if (match := _match(line))]
    texts = _texts_by_line(document) if found else {}
    for number, match in found:
        place = (number, match.start() + 1)
        if not any((span.line, span.column) <= place < (span.end_line, span.end_column) for span in texts[number]):
            yield number, match


def _match(line: str) -> re.Match[str] | None:
    return _COMMENT.search(line) if "cjm:" in line else None


def _texts_by_line(document: Document) -> dict[int, list[Span]]:
    texts: dict[int, list[Span]] = defaultdict(list)
    for span in document.tree.scalar_spans():
        for line in range(span.line, span.end_line + 1):
            texts[line].append(span)
    return texts


def _is_head(source: Source, number: int) -> bool:
    """Whether only comments stand above a line."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in source.lines[: number - 1])


def _lines(source: Source, number: int, form: str) -> tuple[int, int | None]:
    if form == "ignore-file":
        return 1, None
    is_alone = source.lines[number - 1].lstrip().startswith("#")
    return number, _end_of_item(source.lines, number) if is_alone else number


def _end_of_item(lines: Sequence[str], number: int) -> int:
    """The last line of the item that begins below a line.

    What is indented deeper belongs to it, and a list that stands in its key's own column.
    """
    content = (n for n in range(number, len(lines)) if lines[n].strip() and not lines[n].lstrip().startswith("#"))
    last = next(content, number - 1)
    head = lines[last]
    for n in content:
        is_list_of_key = not head.lstrip().startswith("- ") and lines[n].lstrip().startswith("- ")
        if _indent(lines[n]) < _indent(head) or (_indent(lines[n]) == _indent(head) and not is_list_of_key):
            break
        last = n
    return last + 1


def _indent(line: str) -> int:
    match = _INDENT.match(line)
    return match.end() if match else 0


def _can_be_suppressed(code: str) -> bool:
    return any(code in (kind.code, kind.name) and not kind.code.startswith(ALWAYS) for kind in all_kinds())


def _unknown(document: Document, span: Span, code: str, guesses: Guesses) -> Finding:
    known = [word for kind in all_kinds() for word in (kind.code, kind.name) if not kind.code.startswith(ALWAYS)]
    message = Text(en=f"`{quoted(code)}` cannot be suppressed", ru=f"`{quoted(code)}` отключить нельзя")
    hint = Text(en="`cjm rules` lists the codes", ru="коды перечисляет `cjm rules`")
    return _about(linter.UNKNOWN_CODE, document, span, message + did_you_mean(guesses.closest(code, known)), hint)


def _about(kind: Kind, document: Document, span: Span, message: Text, hint: Text) -> Finding:
    return replace(Finding(kind=kind, message=message, hint=hint, file=document.source.name), span=span)
