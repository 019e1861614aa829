"""Prints a map in the form that git compares."""

from collections.abc import Iterator

from cjm.cli.exit_code import ExitCode
from cjm.compare.facts import facts
from cjm.core.finding import Finding, Severity, in_order
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.text import Language
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import SourceText
from cjm.system.files import print_text, read_bytes

_LARGEST = 64 * 1024 * 1024


def textconv(file: str, language: Language) -> ExitCode:
    """Print the facts of a map, one per line.

    A file that cannot be read as a map is printed as it is, below what is wrong with it, so that git never stops.
    """
    data = read_bytes(file, _LARGEST)
    document = read_document(file, data)
    lines = facts(document.journey) if document.is_sound else _as_it_is(document, data, language)
    print_text("".join(f"{line}\n" for line in lines))
    return ExitCode.OK


def _as_it_is(document: Document, data: bytes, language: Language) -> Iterator[str]:
    errors = [finding for finding in in_order(document.findings) if finding.severity is Severity.ERROR]
    yield from (_remark(finding, language) for finding in errors)
    lines = SourceText(document.source.name, data.decode("utf-8-sig", errors="replace")).lines
    yield from map(escape_controls, lines if lines[-1] else lines[:-1])


def _remark(finding: Finding, language: Language) -> str:
    """A finding without the file's name: git passes copies with random names."""
    message = one_line(finding.message.localized(language))
    return f"# {finding.span.line}:{finding.span.column} {finding.severity.word} {finding.rule.code} {message}"
