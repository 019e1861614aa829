"""`cjm lint --fix` and `--diff`: automatic fixes."""

import sys
from dataclasses import dataclass
from datetime import date

from cjm.cli.exit_code import ExitCode
from cjm.cli.maps import Maps, MapsWithSettings
from cjm.cli.process import Messages
from cjm.core.errors import CjmError, FileError
from cjm.core.safe_text import escape_controls
from cjm.core.text import Text
from cjm.lint.check import check
from cjm.lint.codes import RULES
from cjm.lint.fix import FixedMap, Fixes, fix
from cjm.mapfile.document import Document, read_document
from cjm.system.files import STREAM, refuse_to_leave, write_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedMaps:
    """The maps as they are now, the number of fixes, and whether none of these maps had to be left as it was."""

    documents: MapsWithSettings
    count: int
    is_complete: bool


def show_fixes(maps: Maps, today: date, messages: Messages) -> ExitCode:
    """Print what `--fix` would change, as a unified diff; the exit code is 1 if there is anything."""
    fixes = _fixes(maps.read(), today, messages)
    sys.stdout.writelines(escape_controls(each.difference) for each in fixes.fixed)
    if fixes.refused:
        return ExitCode.ERROR
    return ExitCode.FINDINGS if fixes.fixed else ExitCode.OK


def fix_maps(maps: Maps, documents: MapsWithSettings, today: date, messages: Messages) -> FixedMaps:
    """Fix maps in their files; a map that cannot be fixed or written is reported, and the others go on."""
    fixes = _fixes(documents, today, messages)
    fixed = {each.source.name: each for each in fixes.fixed}
    unwritten = {name for document, _ in documents if (name := _unwritten(maps, document, fixed, messages))}
    written = {name: each for name, each in fixed.items() if name not in unwritten}
    return FixedMaps(
        documents=[(_now(document, written), config) for document, config in documents],
        count=sum(each.count for each in written.values()),
        is_complete=not unwritten and not fixes.refused,
    )


def _unwritten(maps: Maps, document: Document, fixed: dict[str, FixedMap], messages: Messages) -> str | None:
    """Write a map; its name, if that cannot be done. Standard input goes on to standard output, fixed or not."""
    source, file = document.source, maps.file_of(document)
    each = fixed.get(source.name)
    if not (each or (file == STREAM and source.is_decoded)):
        return None
    try:
        if file != STREAM:
            refuse_to_leave(file)
        write_bytes(file, source.encoded(each.text if each else source.text), instead_of=source.encoded(source.text))
    except FileError as error:
        messages.report_error(error)
        return source.name
    return None


def _now(document: Document, fixed: dict[str, FixedMap]) -> Document:
    name = document.source.name
    return read_document(name, fixed[name].text.encode()) if name in fixed else document


def _fixes(documents: MapsWithSettings, today: date, messages: Messages) -> Fixes:
    """What fixes make of the maps; those that they would break are reported."""
    findings = check(documents, RULES, today).findings
    fixes = fix([document for document, _ in documents], findings)
    for name in fixes.refused:
        messages.report_error(_refusal(name))
    return fixes


def _refusal(name: str) -> CjmError:
    return CjmError(
        Text(
            en=f"{name} stays as it is, for its fixes would break it",
            ru=f"{name}: файл не изменён, исправления испортили бы его",
        ),
        hint=Text(en="fix it by hand", ru="исправьте его вручную"),
    )
