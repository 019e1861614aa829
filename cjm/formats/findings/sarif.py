"""Findings as SARIF 2.1.0 (OASIS), for GitHub's code scanning and other servers.

Section numbers below are the standard's.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cjm import __version__
from cjm.core.finding import Finding, RuleInfo, Severity
from cjm.core.rule_doc import RuleDoc
from cjm.core.safe_text import as_json, one_line
from cjm.core.span import Span
from cjm.core.text import Language
from cjm.formats.findings._fingerprint import fingerprinted
from cjm.formats.findings._location import uri_of
from cjm.formats.findings._report import Report, advice
from cjm.formats.format import Format

FORMAT = Format(endings=(".sarif",), spelling="json")

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """One run: the rules that found something, and a result a finding."""
    rules = sorted({finding.rule.code: finding.rule for finding in report.findings}.items())
    numbers = {code: number for number, (code, _) in enumerate(rules)}
    run = {
        "tool": {"driver": _driver([rule for _, rule in rules], report.language)},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers, mark, report) for finding, mark in fingerprinted(report)],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: Sequence[RuleInfo], language: Language) -> dict[str, Any]:
    return {"name": "cjm", "version": __version__, "rules": [_rule(rule, language) for rule in rules]}


def _rule(rule: RuleInfo, language: Language) -> dict[str, Any]:
    sentence, why = rule.doc.sentence.localized(language), rule.doc.why.localized(language)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": f"{sentence} {why}"},
        "help": {"text": _help(rule.doc, language, str), "markdown": _help(rule.doc, language, _fenced)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(page: RuleDoc, language: Language, shown: Callable[[str], str]) -> str:
    examples = "\n".join(f"{heading.localized(language)}:\n\n{shown(yaml)}" for heading, yaml in page.examples)
    return f"{page.sentence.localized(language)}\n\n{page.why.localized(language)}\n\n{examples}"


def _fenced(yaml: str) -> str:
    return f"```yaml\n{yaml}```\n"


def _result(finding: Finding, numbers: Mapping[str, int], fingerprint: str, report: Report) -> dict[str, Any]:
    related = [
        {
            "id": number,
            **_location(finding, place.span, report),
            "message": _message(place.message.localized(report.language)),
        }
        for number, place in enumerate(finding.related, start=1)
    ]
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": numbers[finding.rule.code],
        "level": _LEVELS[finding.severity],
        "message": _message(advice(finding, report.language)),
        "locations": [_location(finding, finding.span, report)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }


def _location(finding: Finding, span: Span, report: Report) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri_of(finding.file, report)}, "region": region}}


def _message(text: str) -> dict[str, str]:
    """A message in which braces are not placeholders (3.11.5) and brackets not links (3.11.6)."""
    return {"text": one_line(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")}
