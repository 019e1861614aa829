"""The baseline: a list of findings that a team knows and will fix later, so that new ones stand out.

An entry is a rule, a map and the names on the way to the thing, not a line, so that a map may be edited around it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from cjm.core.errors import UsageError
from cjm.core.finding import Finding
from cjm.core.safe_text import as_json, quoted
from cjm.core.text import Text
from cjm.core.vocabulary import grouped
from cjm.lint.check import CheckResult
from cjm.mapfile.data_file import JSON, check_data, read_data
from cjm.mapfile.schema import validator

VERSION = 1
LARGEST = 8 * 1024 * 1024
"""Bytes that a baseline may have."""
MOST_ENTRIES = 30_000
_NEW = "--write-baseline"
"""What messages call the one that is to be written."""

_WRITE_IT = Text(
    en="write a baseline with --write-baseline", ru="запишите список известных замечаний: --write-baseline"
)

_Entry: TypeAlias = tuple[str, str, str]
"""A file, a code and the names on the way."""


def as_baseline(findings: Iterable[Finding]) -> str:
    """The baseline that contains all these findings.

    Raises:
        UsageError: there are more than one can hold.
    """
    counted = Counter(map(_entry, findings))
    entries = [
        {"file": file, "code": code, "anchor": anchor, "count": count}
        for (file, code, anchor), count in sorted(counted.items())
    ]
    if len(entries) > MOST_ENTRIES:
        raise _too_many(_NEW, len(entries))
    return as_json({"version": VERSION, "findings": entries})


def apply_baseline(result: CheckResult, data: bytes, name: str) -> CheckResult:
    """The result without the findings in a baseline.

    Args:
        result: what was found today; entries about what was not judged are never stale.
        data: the baseline's bytes, one more than `LARGEST` where there are more.
        name: what messages call it.

    Raises:
        UsageError: the file is not a baseline.
    """
    left = _read(data, name)
    new = []
    for finding in result.findings:
        entry = _entry(finding)
        if left[entry] > 0:
            left[entry] -= 1
        else:
            new.append(finding)
    stale = sorted(entry for entry in +left if entry[1] in result.judged.get(entry[0], ()))
    return replace(result, findings=new, known=len(result.findings) - len(new), stale=stale)


def _entry(finding: Finding) -> _Entry:
    return (finding.file, finding.rule.code, finding.anchor)


def _read(data: bytes, name: str) -> Counter[_Entry]:
    try:
        read = read_data(JSON, name, data, LARGEST)
    except UsageError as error:
        raise UsageError(error.message, hint=_WRITE_IT) from error
    _check_count(read, name)
    try:
        _check_version(read, name)
        check_data(JSON, name, read, validator("cjm-baseline.schema.json"))
    except UsageError as error:
        raise UsageError(error.message, hint=_WRITE_IT) from error
    known: Counter[_Entry] = Counter()
    for item in read["findings"]:
        known[item["file"], item["code"], item["anchor"]] += int(item["count"])
    return known


def _check_count(data: Any, name: str) -> None:
    """Each entry that is wrong costs a thousand times its letters."""
    entries = data.get("findings") if isinstance(data, dict) else None
    if isinstance(entries, list) and len(entries) > MOST_ENTRIES:
        raise _too_many(name, len(entries))


def _too_many(name: str, count: int) -> UsageError:
    return UsageError(
        Text(
            en=f"{name} has {count:,} entries, and a baseline has at most {MOST_ENTRIES:,}",
            ru=f"{name}: записей {grouped(count)}, а в списке известных их не больше {grouped(MOST_ENTRIES)}",
        ),
        hint=Text(
            en="write one baseline for each folder of maps", ru="заведите такой список для каждой папки карт отдельно"
        ),
    )


def _check_version(data: Any, name: str) -> None:
    """What another version looks like, this one does not know."""
    version = data.get("version") if isinstance(data, dict) else VERSION
    if type(version) in (int, float) and version != VERSION:
        shown = quoted(version)
        raise UsageError(
            Text(
                en=f"{name} has version {shown}, but only {VERSION} is supported",
                ru=f"версия {name} — {shown}, а известна {VERSION}",
            )
        )
