"""`cjm lint --fix` and `--diff`: what is wrong and needs no person to put it right."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cjm.cli.exit_code import ExitCode
from cjm.cli.maps import Maps, MapsWithSettings
from cjm.core.safe_text import escape_controls
from cjm.lint.check import judged
from cjm.lint.fix import difference, fixed
from cjm.lint.rule import Rule
from cjm.mapfile.document import Document, read_document
from cjm.system.files import write_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fixed:
    """A map, its text after `count` fixes."""

    document: Document
    text: str
    count: int


def show_fixes(maps: Maps, rules: Sequence[Rule], today: date) -> ExitCode:
    """Print what `--fix` would change, as a unified diff; the exit code says whether there is anything."""
    changes = [difference(each.document.source, each.text) for each in _fixed(maps.read(), rules, today)]
    sys.stdout.writelines(map(escape_controls, changes))
    return ExitCode.FINDINGS if changes else ExitCode.OK


def fix_maps(
    maps: Maps, documents: MapsWithSettings, rules: Sequence[Rule], today: date
) -> tuple[MapsWithSettings, int]:
    """Fix maps in their files.

    Returns:
        The maps as they are now, and the number of fixes.
    """
    by_name = {each.document.source.name: each for each in _fixed(documents, rules, today)}
    for each in by_name.values():
        write_bytes(maps.file_of(each.document), (each.document.source.mark + each.text).encode())
    now = [(_now(document, by_name), config) for document, config in documents]
    return now, sum(each.count for each in by_name.values())


def _now(document: Document, by_name: dict[str, _Fixed]) -> Document:
    name = document.source.name
    return read_document(name, by_name[name].text.encode()) if name in by_name else document


def _fixed(documents: MapsWithSettings, rules: Sequence[Rule], today: date) -> Iterator[_Fixed]:
    """The maps that fixes change."""
    findings = judged(documents, rules, today).findings
    for document, _ in documents:
        here = [finding for finding in findings if finding.file == document.source.name]
        text, count = fixed(document.source, here)
        if count:
            yield _Fixed(document=document, text=text, count=count)
