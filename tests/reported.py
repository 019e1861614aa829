"""Findings in maps, findings as the lines of a golden file, and the day on which the tests take place."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from cjm.core.finding import Finding
from cjm.core.span import Span
from cjm.core.text import Language
from cjm.lint.check import check
from cjm.lint.codes import RULES
from cjm.lint.config import LintConfig
from cjm.mapfile.document import Document

TODAY = date(2026, 11, 22)


def found_in(
    *documents: Document, codes: Collection[str] = tuple(RULES), beside: Iterable[str] = ()
) -> Sequence[Finding]:
    """The findings of maps that are checked together with the default settings, beside one another and other files."""
    names = {*beside, *(document.source.name for document in documents)}
    maps = [(document, LintConfig()) for document in documents]
    return check(maps, codes, TODAY, lambda _, file: file in names).findings


def name_of(example: str) -> str:
    """The name of a map in the example of a page: a comment above it may say it."""
    comment = re.match(r"# (\S+\.cjm\.yaml)\n", example)
    return comment[1] if comment else "map.cjm.yaml"


def as_lines(findings: Iterable[Finding]) -> str:
    """All that is ordered about findings, in English, then in Russian."""
    ordered = list(findings)
    if not ordered:
        return "nothing found\n"
    return "\n".join(line for language in ("en", "ru") for line in [f"[{language}]", *_lines(ordered, language)]) + "\n"


def place(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def _lines(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    for finding in findings:
        sentences = [text.localized(language) for text in (finding.message, finding.hint) if text]
        yield f"{place(finding.span)} {finding.rule.code} {finding.severity.word} {' | '.join(sentences)}"
        for related in finding.related:
            yield f"    {place(related.span)} {related.message.localized(language)}"
