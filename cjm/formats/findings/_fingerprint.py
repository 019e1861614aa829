"""Fingerprints by which a server recognises a finding after an edit."""

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from cjm.core.finding import Finding
from cjm.formats.findings._location import path_of
from cjm.formats.findings._report import Report

_DIGITS = 32


def fingerprinted(report: Report) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint made of rule, file and the names on its path, none of which moves with a line.

    Where all three are the same, a running number keeps them apart.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for finding in report.findings:
        identity = finding.rule.code, path_of(finding.file, report), finding.anchor
        counts[identity] += 1
        yield finding, _digest(*identity, counts[identity])


def _digest(*parts: str | int) -> str:
    return sha256(json.dumps(parts).encode("ascii")).hexdigest()[:_DIGITS]
