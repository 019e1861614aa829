"""Changes as JSON, for programs. ``version`` grows when a key goes or changes its meaning, not when one comes."""

from typing import Any

from cjm.compare.change import Change, Place
from cjm.compare.review import MapReview
from cjm.core.finding import Finding
from cjm.core.safe_text import as_json
from cjm.formats.changes._report import ChangeReport
from cjm.formats.findings.json import place_of
from cjm.formats.format import Format

FORMAT = Format(endings=(".json",), spelling="json")

VERSION = 1


def render(report: ChangeReport) -> str:
    """One object: ``version`` and ``maps``, each with its changes and its introduced and fixed findings."""
    maps = [_map(review, report) for review in report.maps]
    return as_json({"version": VERSION, "maps": maps})


def _map(review: MapReview, report: ChangeReport) -> dict[str, Any]:
    return {
        "old": review.old_name,
        "new": review.new_name,
        "status": review.status,
        "changes": [_change(change, report) for change in review.changes],
        "findings": {
            "introduced": [_finding(finding, report) for finding in review.introduced],
            "fixed": [_finding(finding, report) for finding in review.fixed],
        },
    }


def _change(change: Change, report: ChangeReport) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "action": change.action,
        "level": change.level.word,
        "message": change.message.localized(report.language),
        "stage": change.group.name or None,
        "address": change.address,
        "field": change.field or None,
        "before": change.before,
        "after": change.after,
        "old": _place(change.old),
        "new": _place(change.new),
        "fingerprint": change.fingerprint,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"path": list(place.path), **place_of(place.span)}


def _finding(finding: Finding, report: ChangeReport) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.word,
        "message": finding.message.localized(report.language),
    }
