"""Comments that suppress a finding: ``# cjm: ignore[CJM304] reason``.

At the end of a line it counts for that line; on a line of its own for the whole item that follows; as
``ignore-file`` above the first key for the whole map.
"""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import NamedTuple

from cjm.core.finding import Edit, Finding, RuleInfo
from cjm.core.safe_text import quoted
from cjm.core.span import Span
from cjm.core.suggest import Suggester, did_you_mean
from cjm.core.text import Text
from cjm.lint import suppression_rules as rules
from cjm.lint.catalogue import NAMES
from cjm.lint.codes import RULES
from cjm.mapfile.document import Document
from cjm.mapfile.source import SourceText

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*cjm:[ \t]*(?P<rest>.*)$")
_FORM = re.compile(r"(?P<form>ignore|ignore-file)\[(?P<codes>[^\]]*)\][ \t]*(?P<reason>.*)")
_INDENT = re.compile(r"[ ]*")
NEVER_SUPPRESSED = ("CJM0", "CJM1")
"""Families that no comment suppresses: what reading and the schema find."""
COMMENT_RULES = tuple(rule.code for rule in vars(rules).values() if isinstance(rule, RuleInfo))
"""The codes of the rules about the comments themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One code of one comment, and the lines it covers, from one and inclusive; without `last`, all of them."""

    code: str
    first: int
    last: int | None
    span: Span


class _Suppressions:
    """Suppressions by code and line, so that a map with thousands of them is checked fast.

    Of those with the same code and the same lines the first counts.
    """

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        unlike = {(each.code, each.first, each.last): each for each in reversed(list(suppressions))}
        self._by_line: dict[tuple[str, int | None], list[Suppression]] = defaultdict(list)
        for each in reversed(unlike.values()):
            lines = (None,) if each.last is None else range(each.first, each.last + 1)
            for line in lines:
                self._by_line[each.code, line].append(each)

    def matching(self, finding: Finding) -> list[Suppression]:
        """Those that were written for a finding."""
        if finding.rule.code.startswith(NEVER_SUPPRESSED):
            return []
        keys = product((finding.rule.code, finding.rule.name), (finding.span.line, None))
        return [each for key in keys for each in self._by_line.get(key, ())]


class SuppressionResult(NamedTuple):
    """The findings to report, with those about the comments, and the suppressed ones."""

    kept: list[Finding]
    suppressed: list[Finding]


def suppress(
    document: Document, findings: Sequence[Finding], selected: Collection[str], judged: Collection[str]
) -> SuppressionResult:
    """Remove what comments suppress, and add what is wrong with the comments.

    Args:
        document: a map.
        findings: its findings.
        selected: the codes of the rules that were run, and of those about comments that are selected.
        judged: the codes of which the map certainly has no other findings; a suppression of
            another one is not reported as unused.
    """
    suppressions, wrong = _read(document)
    index = _Suppressions(suppressions)
    used: set[int] = set()
    result = SuppressionResult([], [])
    for finding in findings:
        matching = index.matching(finding)
        used.update(map(id, matching))
        (result.suppressed if matching else result.kept).append(finding)
    wrong += _unused(document, suppressions, used, judged)
    result.kept.extend(finding for finding in wrong if finding.rule.code in selected)
    return result


_DELETE = Text(en="delete the comment", ru="удалите комментарий")


def _unused(
    document: Document, suppressions: Sequence[Suppression], used: Collection[int], judged: Collection[str]
) -> Iterator[Finding]:
    words = {word for code in judged if code in RULES for word in (code, RULES[code])}
    unused = [each for each in suppressions if each.code in words and id(each) not in used]
    left = Counter(each.span for each in suppressions) - Counter(each.span for each in unused)
    for each in unused:
        yield _unused_finding(document, each, is_whole=not left[each.span])


def _unused_finding(document: Document, each: Suppression, *, is_whole: bool) -> Finding:
    """A suppression without its finding; where nothing else in its comment is used, the comment can go."""
    message = Text(en=f"there is no {each.code} here to suppress", ru=f"{each.code} здесь нет, отключать нечего")
    finding = _about(rules.UNUSED_SUPPRESSION, document, each.span, message, _DELETE)
    return replace(finding, edit=Edit(span=_with_spaces(document.source, each.span), text="")) if is_whole else finding


def _with_spaces(source: SourceText, span: Span) -> Span:
    """A comment with the spaces before it, and with its whole line if there is nothing else."""
    before = source.lines[span.line - 1][: span.column - 1]
    if before.strip():
        return span._replace(column=len(before.rstrip()) + 1)
    return Span(span.line, 1, span.line + 1, 1) if span.line < len(source.lines) else span._replace(column=1)


def _read(document: Document) -> tuple[list[Suppression], list[Finding]]:
    suppressions: list[Suppression] = []
    wrong: list[Finding] = []
    suggester, items = Suggester(), _Items(document.source.lines)
    for number, match in _comments(document):
        span = Span(number, match.start() + 1, number, match.end() + 1)
        form = _FORM.fullmatch(match["rest"].strip())
        if form is None or (form["form"] == "ignore-file" and not items.is_head(number)):
            wrong.append(_about(rules.NOT_A_SUPPRESSION, document, span, _MALFORMED, _WRITE))
            continue
        if not form["reason"].strip():
            wrong.append(_about(rules.NO_REASON, document, span, _REASONLESS, _WHY))
        first, last = (1, None) if form["form"] == "ignore-file" else items.lines_of(number)
        for code in (word.strip() for word in form["codes"].split(",")):
            if code in _KNOWN:
                suppressions.append(Suppression(code=code, first=first, last=last, span=span))
            else:
                wrong.append(_unknown(document, span, code, suggester))
    return suppressions, wrong


_MALFORMED = Text(
    en="this comment addresses the linter, but cannot be understood", ru="комментарий обращён к проверке, но непонятен"
)
_WRITE = Text(en="write `# cjm: ignore[CODE] reason`", ru="напишите `# cjm: ignore[КОД] причина`")
_REASONLESS = Text(en="the suppression does not say why", ru="не сказано, почему замечание отключено")
_WHY = Text(en="write the reason after the bracket", ru="напишите причину после скобки")


def _comments(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    """Each comment to the linter with the number of its line; the same characters inside a text are not a comment."""
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


class _Items:
    """The items of a text by their lines, which count from one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._content = [
            n for n, line in enumerate(lines, start=1) if line.strip() and not line.lstrip().startswith("#")
        ]
        self._last: dict[int, int] = {}

    def is_head(self, number: int) -> bool:
        """Whether there are only comments above a line."""
        return not self._content or number < self._content[0]

    def lines_of(self, number: int) -> tuple[int, int]:
        """The lines that a comment covers: its own, or, if it is alone, those of the item below it."""
        below = bisect(self._content, number)
        if below == len(self._content) or not self._lines[number - 1].lstrip().startswith("#"):
            return number, number
        if below not in self._last:
            self._last[below] = self._last_of(below)
        return self._content[below], self._last[below]

    def _last_of(self, below: int) -> int:
        """The last line of an item: what is indented deeper is part of it, and a list in its key's own column."""
        head = self._lines[self._content[below] - 1]
        last = self._content[below]
        for number in islice(self._content, below + 1, None):
            line = self._lines[number - 1]
            is_list_of_key = not head.lstrip().startswith("- ") and line.lstrip().startswith("- ")
            if _indent(line) < _indent(head) or (_indent(line) == _indent(head) and not is_list_of_key):
                break
            last = number
        return last


def _indent(line: str) -> int:
    match = _INDENT.match(line)
    return match.end() if match else 0


_KNOWN = {
    word: None for code, name in sorted(NAMES.items()) if not code.startswith(NEVER_SUPPRESSED) for word in (code, name)
}
"""The codes and names that a comment may suppress."""


def _unknown(document: Document, span: Span, code: str, suggester: Suggester) -> Finding:
    message = Text(en=f"`{quoted(code)}` cannot be suppressed", ru=f"`{quoted(code)}` отключить нельзя")
    hint = Text(en="`cjm rules` lists the codes", ru="коды перечисляет `cjm rules`")
    return _about(rules.UNKNOWN_CODE, document, span, message + did_you_mean(suggester.closest(code, _KNOWN)), hint)


def _about(rule: RuleInfo, document: Document, span: Span, message: Text, hint: Text) -> Finding:
    return Finding(rule=rule, message=message, hint=hint, file=document.source.name, span=span)
