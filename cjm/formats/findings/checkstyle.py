"""Findings as Checkstyle's XML, which Jenkins, reviewdog and many others read."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from cjm.core.finding import Finding
from cjm.formats.findings._location import path_of
from cjm.formats.findings._report import Report, advice, by_file
from cjm.formats.findings._xml import document
from cjm.formats.format import Format

FORMAT = Format(spelling="xml")

_FORMAT = "4.3"
"""The version of Checkstyle whose format this is; readers ask for some version."""


def render(report: Report) -> str:
    """One element per file, those without findings too, with one element per finding."""
    root = Element("checkstyle", version=_FORMAT)
    for file, findings in by_file(report).items():
        _add_file(root, file, findings, report)
    return document(root)


def _add_file(root: Element, file: str, findings: Sequence[Finding], report: Report) -> None:
    element = SubElement(root, "file", name=path_of(file, report))
    for finding in findings:
        place = {"line": str(finding.span.line), "column": str(finding.span.column)}
        details = {"severity": finding.severity.word, "message": advice(finding, report.language)}
        SubElement(element, "error", place | details | {"source": f"cjm.{finding.rule.code}"})
