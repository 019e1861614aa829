"""A list of findings that a team knows of and will mend another day: new ones stand out at once.

An entry is a rule, a map and the names on the way to the thing, not a line, so that a map may be edited around it.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cjm.errors import UsageError
from cjm.finding import Finding

VERSION = 1

Entry: TypeAlias = tuple[str, str, str]
"""A file, a code and the names on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Findings held against a baseline: those that are new, how many were known, and entries that are stale."""

    new: Sequence[Finding]
    known: int
    stale: Sequence[Entry]


def written(findings: Iterable[Finding]) -> str:
    """The baseline that knows all these findings."""
    counted = Counter(map(_entry, findings))
    entries = [
        {"file": file, "code": code, "anchor": anchor, "count": count}
        for (file, code, anchor), count in sorted(counted.items())
    ]
    return json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=2) + "\n"


def compared(findings: Iterable[Finding], checked: Collection[str], text: str, name: str) -> Compared:
    """Hold findings against a baseline.

    Args:
        findings: what was found today.
        checked: the files that were looked at; of others nobody can tell whether an entry is stale.
        text: the baseline's text.
        name: what messages call it.

    Raises:
        UsageError: the text is no baseline.
    """
    left = _read(text, name)
    new = []
    known = 0
    for finding in findings:
        entry = _entry(finding)
        if left[entry] > 0:
            left[entry] -= 1
            known += 1
        else:
            new.append(finding)
    return Compared(new=new, known=known, stale=sorted(entry for entry in (+left).elements() if entry[0] in checked))


def _entry(finding: Finding) -> Entry:
    return (finding.file, finding.kind.code, finding.anchor)


def _read(text: str, name: str) -> Counter[Entry]:
    try:
        data = json.loads(text)
        entries = {(item["file"], item["code"], item["anchor"]): int(item["count"]) for item in data["findings"]}
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{name} is no baseline", hint="write one with --write-baseline") from error
    if data.get("version") != VERSION:
        raise UsageError(f"{name} has version {data.get('version')}, and {VERSION} is known", hint="write it anew")
    return Counter(entries)
