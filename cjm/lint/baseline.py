"""The baseline: a list of findings that a team knows and will fix later, so that new ones stand out.

An entry is a rule, a map and the names on the way to the thing, not a line, so that a map may be edited around it.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from cjm.core.errors import UsageError
from cjm.core.finding import Finding
from cjm.core.safe_text import as_json
from cjm.core.text import Text
from cjm.lint.check import CheckResult

VERSION = 1

_Entry: TypeAlias = tuple[str, str, str]
"""A file, a code and the names on the way."""


def as_baseline(findings: Iterable[Finding]) -> str:
    """The baseline that contains all these findings."""
    counted = Counter(map(_entry, findings))
    entries = [
        {"file": file, "code": code, "anchor": anchor, "count": count}
        for (file, code, anchor), count in sorted(counted.items())
    ]
    return as_json({"version": VERSION, "findings": entries})


def apply_baseline(result: CheckResult, text: str, name: str) -> CheckResult:
    """The result without the findings in a baseline.

    Args:
        result: what was found today; entries about what was not judged are never stale.
        text: the baseline's text.
        name: what messages call it.

    Raises:
        UsageError: the text is not a baseline.
    """
    left = _read(text, name)
    new = []
    for finding in result.findings:
        entry = _entry(finding)
        if left[entry] > 0:
            left[entry] -= 1
        else:
            new.append(finding)
    stale = sorted(entry for entry in (+left).elements() if entry[1] in result.judged.get(entry[0], ()))
    return replace(result, findings=new, known=len(result.findings) - len(new), stale=stale)


def _entry(finding: Finding) -> _Entry:
    return (finding.file, finding.rule.code, finding.anchor)


def _read(text: str, name: str) -> Counter[_Entry]:
    try:
        data = json.loads(text)
        entries = {(item["file"], item["code"], item["anchor"]): int(item["count"]) for item in data["findings"]}
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            Text(en=f"{name} is not a baseline", ru=f"{name} — не список известных замечаний"),
            hint=Text(en="write one with --write-baseline", ru="его записывает --write-baseline"),
        ) from error
    if (version := data.get("version")) != VERSION:
        raise UsageError(
            Text(
                en=f"{name} has version {version}, but only {VERSION} is supported",
                ru=f"версия {name} — {version}, а известна {VERSION}",
            ),
            hint=Text(en="write it again", ru="запишите его заново"),
        )
    return Counter(entries)
