"""Comments that suppress a finding: ``# cjm: ignore[CJM304] reason``.

At the end of a line it counts for that line; on a line of its own for the whole item that follows; as
``ignore-file`` above the first key for the whole map.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
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
MOST_CODES = 20_000
"""Codes that the comments of a map may name."""
NEVER_SUPPRESSED = ("CJM0", "CJM1")
"""Families that no comment suppresses: what reading and the schema find."""
COMMENT_RULES = tuple(rule.code for rule in vars(rules).values() if isinstance(rule, RuleInfo))
"""The codes of the rules about the comments themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One code of one comment, and what it covers.

    That is the item whose first line is `line`, or, if not `is_item`, that line only; without a line, the whole map.
    """

    code: str
    line: int | None
    is_item: bool
    span: Span


class _Suppressions:
    """Suppressions by code and line, so that a map with thousands of them is checked fast.

    Of those with the same code and the same lines the first counts.
    """

    def __init__(self, suppressions: Iterable[Suppression], items: "_Items") -> None:
        self._items = items
        self._by_place: dict[tuple[str, int | None, bool], Suppression] = {}
        for each in suppressions:
            self._by_place.setdefault((each.code, each.line, each.is_item), each)
        self._known: dict[tuple[RuleInfo, int], list[Suppression]] = {}

    def matching(self, finding: Finding) -> list[Suppression]:
        """Those that were written for a finding."""
        if not self._by_place or finding.rule.code.startswith(NEVER_SUPPRESSED):
            return []
        key = finding.rule, finding.span.line
        if key not in self._known:
            self._known[key] = list(self._matching(*key))
        return self._known[key]

    def _matching(self, rule: RuleInfo, line: int) -> Iterator[Suppression]:
        items = ((head, True) for head in self._items.around(line))
        for word, place in product((rule.code, rule.name), ((None, False), (line, False), *items)):
            if found := self._by_place.get((word, *place)):
                yield found


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
    items = _Items(document.source.lines)
    suppressions, wrong = _read(document, items)
    index = _Suppressions(suppressions, items)
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


def _read(document: Document, items: "_Items") -> tuple[list[Suppression], list[Finding]]:
    suppressions: list[Suppression] = []
    wrong: list[Finding] = []
    suggester, count = Suggester(), 0
    for number, match in _comments(document):
        span = Span(number, match.start() + 1, number, match.end() + 1)
        form = _FORM.fullmatch(match["rest"].strip())
        codes = form["codes"].split(",") if form else []
        count += len(codes) or 1
        if count > MOST_CODES:
            wrong.append(_about(rules.NOT_A_SUPPRESSION, document, span, _TOO_MANY, _FEWER))
            break
        if form is None or (form["form"] == "ignore-file" and not items.is_head(number)):
            wrong.append(_about(rules.NOT_A_SUPPRESSION, document, span, _MALFORMED, _WRITE))
            continue
        if not form["reason"].strip():
            wrong.append(_about(rules.NO_REASON, document, span, _REASONLESS, _WHY))
        line, is_item = (None, False) if form["form"] == "ignore-file" else items.covered(number)
        for code in map(str.strip, codes):
            if code in _KNOWN:
                suppressions.append(Suppression(code=code, line=line, is_item=is_item, span=span))
            else:
                wrong.append(_unknown(document, span, code, suggester))
    return suppressions, wrong


_MALFORMED = Text(
    en="this comment addresses the linter, but cannot be understood", ru="комментарий обращён к проверке, но непонятен"
)
_WRITE = Text(en="write `# cjm: ignore[CODE] reason`", ru="напишите `# cjm: ignore[КОД] причина`")
_REASONLESS = Text(en="the suppression does not say why", ru="не сказано, почему замечание отключено")
_WHY = Text(en="write the reason after the bracket", ru="напишите причину после скобки")


_TOO_MANY = Text(
    en=f"from here on comments to the linter are not read: they name more than {MOST_CODES:,} rules",
    ru=f"отсюда комментарии для проверки не читаются: в них больше {f'{MOST_CODES:,}'.replace(',', ' ')} правил",
)
_FEWER = Text(
    en="use `ignore-file`, or leave the rules out in the settings",
    ru="используйте `ignore-file` или отключите правила в настройках",
)


def _comments(document: Document) -> Iterator[tuple[int, re.Match[str]]]:
    """Each comment to the linter with the number of its line; the same characters inside a text are not a comment."""
    found = [(number, match) for number, line in enumerate(document.source.lines, start=1) if (match := _match(line))]
    texts = sorted(document.tree.scalar_spans()) if found else []
    for number, match in found:
        place = (number, match.start() + 1)
        before = bisect(texts, place, key=lambda span: (span.line, span.column))
        if not before or place >= (texts[before - 1].end_line, texts[before - 1].end_column):
            yield number, match


def _match(line: str) -> re.Match[str] | None:
    return _COMMENT.search(line) if "cjm:" in line else None


class _Items:
    """The items of a text by their lines, which count from one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._content = [
            n for n, line in enumerate(lines, start=1) if line.strip() and not line.lstrip().startswith("#")
        ]

    def is_head(self, number: int) -> bool:
        """Whether there are only comments above a line."""
        return not self._content or number < self._content[0]

    def covered(self, number: int) -> tuple[int, bool]:
        """What a comment covers: its own line, or, if it is alone, the item below it, by its first line.

        The second value says whether it is an item; a line that is a whole item is one.
        """
        below = bisect(self._content, number)
        if not self._lines[number - 1].lstrip().startswith("#"):
            is_item = below == len(self._content) or not self._holds(number, self._content[below])
            return number, is_item
        return (self._content[below], True) if below < len(self._content) else (number, False)

    def around(self, number: int) -> Iterator[int]:
        """The first lines of the items that a line is in, the innermost first."""
        at: int | None = number
        while at is not None:
            yield at
            at = self._holders.get(at)

    @cached_property
    def _holders(self) -> dict[int, int]:
        """For the first line of each item that of the item that it is in, if there is one."""
        holders: dict[int, int] = {}
        opened: list[int] = []
        for number in self._content:
            while opened and not self._holds(opened[-1], number):
                opened.pop()
            if opened:
                holders[number] = opened[-1]
            opened.append(number)
        return holders

    def _holds(self, first: int, number: int) -> bool:
        """Whether an item goes on with a line: one that is indented deeper, or a list in the column of its key."""
        head, line = self._lines[first - 1], self._lines[number - 1]
        is_list_of_key = not head.lstrip().startswith("- ") and line.lstrip().startswith("- ")
        return _indent(line) > _indent(head) or (_indent(line) == _indent(head) and is_list_of_key)


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
