"""Prints a map in the form that git compares."""

from collections.abc import Iterator

from cjm.cli.exit_code import ExitCode
from cjm.cli.process import as_cjm_error, tracebacks_are_shown
from cjm.compare.facts import facts
from cjm.core.finding import Finding, Severity, in_order
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.text import Language
from cjm.mapfile.document import read_document
from cjm.mapfile.source import SourceText
from cjm.system.files import print_text, read_bytes

_LARGEST = 64 * 1024 * 1024


def textconv(file: str, language: Language) -> ExitCode:
    """Print the facts of a map, one per line.

    A file that cannot be read as a map is printed as it is, below what is wrong with it, so that git never stops.
    """
    data = read_bytes(file, _LARGEST)
    try:
        lines = _facts(file, data, language)
    except Exception as error:
        if tracebacks_are_shown():
            raise
        # a bug here must not keep git from showing the other files
        why = as_cjm_error(error).message.localized(language)
        lines = [f"# cjm: {one_line(why)}", *_as_it_is(data)]
    print_text("".join(f"{line}\n" for line in lines))
    return ExitCode.OK


def _facts(file: str, data: bytes, language: Language) -> list[str]:
    document = read_document(file, data)
    if document.is_sound:
        return list(facts(document.journey))
    errors = [finding for finding in in_order(document.findings) if finding.severity is Severity.ERROR]
    return [*(_remark(finding, language) for finding in errors), *_as_it_is(data)]


def _as_it_is(data: bytes) -> Iterator[str]:
    lines = SourceText("", data.decode("utf-8-sig", errors="replace")).lines
    yield from map(escape_controls, lines if lines[-1] else lines[:-1])


def _remark(finding: Finding, language: Language) -> str:
    """A finding without the file's name: git passes copies with random names."""
    message = one_line(finding.message.localized(language))
    return f"# {finding.span.line}:{finding.span.column} {finding.severity.word} {finding.rule.code} {message}"
