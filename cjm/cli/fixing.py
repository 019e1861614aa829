"""`cjm lint --fix` and `--diff`: automatic fixes."""

import sys
from datetime import date

from cjm.cli.exit_code import ExitCode
from cjm.cli.maps import Maps, MapsWithSettings
from cjm.core.safe_text import escape_controls
from cjm.lint.check import check
from cjm.lint.codes import RULES
from cjm.lint.fix import FixedMap, fix
from cjm.mapfile.document import Document, read_document
from cjm.system.files import STREAM, refuse_to_leave, write_bytes


def show_fixes(maps: Maps, today: date) -> ExitCode:
    """Print what `--fix` would change, as a unified diff; the exit code is 1 if there is anything."""
    fixed = _fixed(maps.read(), today)
    sys.stdout.writelines(escape_controls(each.difference) for each in fixed.values())
    return ExitCode.FINDINGS if fixed else ExitCode.OK


def fix_maps(maps: Maps, documents: MapsWithSettings, today: date) -> tuple[MapsWithSettings, int]:
    """Fix maps in their files.

    Returns:
        The maps as they are now, and the number of fixes.
    """
    fixed = _fixed(documents, today)
    files = [maps.file_of(document) for document, _ in documents if document.source.name in fixed]
    refuse_to_leave(file for file in files if file != STREAM)
    for document, _ in documents:
        if each := fixed.get(document.source.name):
            write_bytes(maps.file_of(document), (each.source.mark + each.text).encode())
    now = [(_now(document, fixed), config) for document, config in documents]
    return now, sum(each.count for each in fixed.values())


def _now(document: Document, fixed: dict[str, FixedMap]) -> Document:
    name = document.source.name
    return read_document(name, fixed[name].text.encode()) if name in fixed else document


def _fixed(documents: MapsWithSettings, today: date) -> dict[str, FixedMap]:
    """The maps that fixes change, by name."""
    findings = check(documents, RULES, today).findings
    return {each.source.name: each for each in fix([document for document, _ in documents], findings)}
