"""A list of findings that a team knows of and will mend another day: new ones stand out at once.

An entry is a rule, a map and the names on the way to the thing, not a line, so that a map may be edited around it.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cjm.core.errors import UsageError
from cjm.core.finding import Finding
from cjm.core.safe_text import as_json
from cjm.core.text import Text

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
    return as_json({"version": VERSION, "findings": entries})


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
        raise UsageError(
            Text(en=f"{name} is no baseline", ru=f"{name} — не список известных замечаний"),
            hint=Text(en="write one with --write-baseline", ru="его записывает --write-baseline"),
        ) from error
    if (version := data.get("version")) != VERSION:
        raise UsageError(
            Text(
                en=f"{name} has version {version}, and {VERSION} is known",
                ru=f"версия {name} — {version}, а известна {VERSION}",
            ),
            hint=Text(en="write it anew", ru="запишите его заново"),
        )
    return Counter(entries)
