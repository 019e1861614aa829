"""Findings as JUnit's XML, for the test tab of a CI server: one suite per map, one failed case per finding.

Notes are not failures, so their cases pass, and the note is in their output.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from cjm.core.finding import Finding, Severity
from cjm.core.safe_text import one_line
from cjm.formats.findings._location import path_of
from cjm.formats.findings._report import CLEAN, Report, advice, by_file
from cjm.formats.findings._xml import document
from cjm.formats.format import Format

FORMAT = Format(endings=(".xml",), spelling="xml")


def render(report: Report) -> str:
    """One suite per file; a file without findings has one case that passes."""
    root = Element("testsuites", name="cjm")
    for file, findings in by_file(report).items():
        _add_suite(root, file, findings, report)
    cases, failures = len(root.findall("testsuite/testcase")), len(root.findall("testsuite/testcase/failure"))
    root.attrib |= _counts(cases, failures)
    return document(root)


def _add_suite(root: Element, file: str, findings: Sequence[Finding], report: Report) -> None:
    path, failures = path_of(file, report), sum(map(_is_failure, findings))
    suite = SubElement(root, "testsuite", {"name": path} | _counts(len(findings) or 1, failures))
    if not findings:
        SubElement(suite, "testcase", name=CLEAN.localized(report.language), classname=path, file=path)
    for finding in findings:
        _add_case(suite, path, finding, report)


def _counts(cases: int, failures: int) -> dict[str, str]:
    return {"tests": str(cases), "failures": str(failures), "errors": "0", "skipped": "0"}


def _is_failure(finding: Finding) -> bool:
    return finding.severity > Severity.INFO


def _add_case(suite: Element, path: str, finding: Finding, report: Report) -> None:
    place, message = f"{finding.span.line}:{finding.span.column}", one_line(finding.message.localized(report.language))
    name = f"{finding.rule.code} {message} ({place})"
    case = SubElement(suite, "testcase", name=name, classname=path, file=path, line=str(finding.span.line))
    text = f"{one_line(path)}:{place}: {advice(finding, report.language)}"
    if _is_failure(finding):
        SubElement(case, "failure", type=finding.severity.word, message=message).text = text
    else:
        SubElement(case, "system-out").text = text
