"""What `validate` and `lint` have in common: find maps, read them, report what was found."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import typer

from cjm.cli.options import Colour, FailOn, Speech, known_format, language_of, read_map, wants_colour
from cjm.core.errors import FileError, UsageError
from cjm.core.finding import Finding, Severity
from cjm.core.model import SUFFIXES
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.text import Text, untranslated
from cjm.formats import findings as finding_package
from cjm.formats.findings._report import Report, summary
from cjm.formats.registry import finding_formats, text_renderer
from cjm.lint.baseline import Compared, compared, written
from cjm.lint.check import Judged, judged
from cjm.lint.config import Config, as_toml
from cjm.lint.fix import difference, fixed
from cjm.lint.rule import Rule
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import Source
from cjm.system.files import STREAM, read_bytes, refuse_to_overwrite, write_bytes
from cjm.workspace.find_maps import find_maps
from cjm.workspace.settings import SettingsSource

_FOUND, _CLEAN = 1, 0
_LARGEST_BASELINE = 64 * 1024 * 1024
_SUPPRESSED = Text(en="suppressed by comments", ru="отключено комментариями")
_KNOWN = Text(en="known to the baseline", ru="уже в списке известных")
_STALE = Text(en="stale in the baseline", ru="устарело в списке известных")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asked for."""

    paths: Sequence[str]
    reports: Sequence[tuple[str, str]]
    fail_on: FailOn | None
    lang: Speech | None
    color: Colour
    stdin_name: str
    allow_empty: bool
    quiet: bool
    settings: SettingsSource = field(default_factory=SettingsSource)
    max_warnings: int | None = None
    statistics: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    fix: bool = False


def check_maps(request: Request, rules: Sequence[Rule], today: date) -> int:
    """Check maps by rules and report.

    Returns:
        The exit code: 1 where a finding is at least as bad as asked for.

    Raises:
        CjmError: a path cannot be read, or there is no map at all.
    """
    reports = _reports_wanted(request)
    documents = read_maps(request)
    _keep_maps(request, documents, [output for _, output in reports])
    verdict = judged(documents, rules, today)
    if request.fix:
        verdict = _fix(request, documents, verdict, rules, today)
    if request.write_baseline:
        write_bytes(request.write_baseline, written(verdict.findings).encode())
    held = _held(request, documents, verdict.findings)
    report = _report(request, documents, held.new)
    for name, output in reports:
        _write(name, output, report)
    if not request.quiet:
        sys.stdout.flush()
        typer.echo("\n".join(_closing(request, report, verdict, held)), err=True)
    return _exit_code(request, report)


def _keep_maps(request: Request, documents: Sequence[tuple[Document, Config]], outputs: Sequence[str]) -> None:
    """Refuse outputs that would replace a map."""
    written_to = [*outputs, request.write_baseline] if request.write_baseline else outputs
    refuse_to_overwrite(written_to, [_path_of(document.source, request) for document, _ in documents])


def _path_of(source: Source, request: Request) -> str:
    return STREAM if source.name == request.stdin_name else source.name


def list_maps(request: Request) -> int:
    """Print the maps that are meant, a line each."""
    sys.stdout.writelines(f"{one_line(path)}\n" for path in maps_meant(request))
    return _CLEAN


def show_settings(request: Request) -> int:
    """Print the settings that hold for the first path, or for this folder, as a `cjm.toml` would say them."""
    config = request.settings.for_map(request.paths[0] if request.paths else ".")
    sys.stdout.write(f"# {config.origin or 'no settings file: these are the defaults'}\n{as_toml(config)}")
    return _CLEAN


def show_fixes(request: Request, rules: Sequence[Rule], today: date) -> int:
    """Print what `--fix` would change, as a unified diff; the exit code says whether there is anything."""
    documents = read_maps(request)
    verdict = judged(documents, rules, today)
    changes = [difference(source, text) for source, text, _ in _mended(documents, verdict)]
    sys.stdout.writelines(map(escape_controls, changes))
    return _FOUND if changes else _CLEAN


def _fix(
    request: Request, documents: list[tuple[Document, Config]], verdict: Judged, rules: Sequence[Rule], today: date
) -> Judged:
    """Mend the maps in their files and judge them again; `documents` are then the mended ones."""
    mended = {source.name: (source, text, count) for source, text, count in _mended(documents, verdict)}
    for source, text, _ in mended.values():
        write_bytes(_path_of(source, request), (source.mark + text).encode())
    if not request.quiet:
        count = sum(count for _, _, count in mended.values())
        said = Text(en=f"fixed: {count}", ru=f"исправлено: {count}").localized(language_of(request.lang))
        typer.echo(said, err=True)
    documents[:] = [
        (read_document(document.source.name, mended[document.source.name][1].encode()), config)
        if document.source.name in mended
        else (document, config)
        for document, config in documents
    ]
    return judged(documents, rules, today)


def _mended(documents: Sequence[tuple[Document, Config]], verdict: Judged) -> Iterator[tuple[Source, str, int]]:
    """The maps that fixes change, with their new texts and the number of fixes."""
    for document, _ in documents:
        here = [finding for finding in verdict.findings if finding.file == document.source.name]
        text, count = fixed(document.source, here)
        if count:
            yield document.source, text, count


def read_maps(request: Request) -> list[tuple[Document, Config]]:
    """The maps that are meant, each with its settings."""
    paths = maps_meant(request)
    return [(read_map(path, request.stdin_name), request.settings.for_map(path)) for path in paths]


def maps_meant(request: Request) -> list[str]:
    """The files that the command line means.

    Raises:
        FileError: there is none.
    """
    found = find_maps(list(request.paths) or ["."])
    if not found and not request.allow_empty:
        raise _no_map(request.paths)
    return found


def _no_map(paths: Sequence[str]) -> FileError:
    where = untranslated(", ".join(paths)) if paths else Text(en="this folder", ru="этой папке")
    first, second = (f"*{suffix}" for suffix in SUFFIXES)
    return FileError(
        Text(en=f"no map found below {where.en}", ru=f"не найдено ни одной карты: искали в {where.ru}"),
        hint=Text(
            en=f"a map's name ends like {first} or {second}; or name the file",
            ru=f"имя карты должно быть вида {first} или {second}; или укажите сам файл",
        ),
    )


def _reports_wanted(request: Request) -> list[tuple[str, str]]:
    """Each format with where it goes.

    Raises:
        UsageError: there is no such format, or two are to be printed.
    """
    reports = [(known_format(name, finding_formats()), output) for name, output in request.reports]
    if [output for _, output in reports].count(STREAM) > 1:
        raise UsageError(
            Text(en="two formats cannot both be printed", ru="нельзя напечатать сразу два формата"),
            hint=Text(en="give all but one an --output FILE", ru="всем, кроме одного, задайте --output FILE"),
        )
    return reports


def reports_in_order(arguments: Sequence[str], default: str = "full") -> list[tuple[str, str]]:
    """The formats on a command line, each with the output that follows it, or else with standard output.

    The parser gathers each option by itself and forgets which `--output` stood behind which `--format`.

    >>> reports_in_order(["--format", "sarif", "--output=x.sarif", "--format", "full"])
    [('sarif', 'x.sarif'), ('full', '-')]
    """
    reports: list[tuple[str, str]] = []
    for option, value in _options(arguments):
        if option == "--format":
            reports.append((value, STREAM))
        elif option in ("--output", "-o"):
            name, output = reports.pop() if reports else (default, STREAM)
            if output != STREAM:
                raise UsageError(
                    Text(
                        en=f"--output {value} has no --format of its own", ru=f"у --output {value} нет своего --format"
                    ),
                    hint=Text(en="say --format X --output FILE", ru="напишите --format X --output FILE"),
                )
            reports.append((name, value))
    return reports or [(default, STREAM)]


def _options(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    words = iter(arguments)
    for word in words:
        if word == "--":
            return
        option, equals, value = word.partition("=")
        if option in ("--format", "--output", "-o"):
            yield option, value if equals else next(words, "")


def _held(request: Request, documents: Sequence[tuple[Document, Config]], findings: Sequence[Finding]) -> Compared:
    """The findings held against the baseline, if there is one."""
    name = request.baseline
    if name is None:
        return Compared(new=findings, known=0, stale=())
    checked = [document.source.name for document, _ in documents]
    return compared(findings, checked, read_bytes(name, _LARGEST_BASELINE).decode(errors="replace"), name)


def _report(request: Request, documents: Sequence[tuple[Document, Config]], findings: Sequence[Finding]) -> Report:
    return Report(
        findings=findings,
        sources={document.source.name: document.source for document, _ in documents},
        language=language_of(request.lang),
        colour=wants_colour(request.color),
        root=str(Path.cwd()),
    )


def _write(name: str, output: str, report: Report) -> None:
    render = text_renderer(finding_package, name)
    if output == STREAM:
        sys.stdout.write(render(report))
    else:
        write_bytes(output, render(replace(report, colour=False)).encode(errors="replace"))


def _closing(request: Request, report: Report, verdict: Judged, held: Compared) -> list[str]:
    """What is said at the end, on standard error."""
    say = report.language
    lines = []
    if request.statistics:
        counts = Counter((finding.kind.code, finding.kind.name) for finding in report.findings)
        lines += [f"{count:>6}  {code}  {name}" for (code, name), count in sorted(counts.items())]
    lines.append(summary(report))
    if verdict.suppressed:
        lines.append(f"{_SUPPRESSED.localized(say)}: {verdict.suppressed}")
    if held.known:
        lines.append(f"{_KNOWN.localized(say)}: {held.known}")
    lines += [one_line(f"{_STALE.localized(say)}: {file} {code} {anchor}") for file, code, anchor in held.stale]
    return lines


def _exit_code(request: Request, report: Report) -> int:
    config = request.settings.for_map(".")
    fail_on = request.fail_on or FailOn(config.fail_on)
    if request.write_baseline or fail_on is FailOn.NEVER:
        return _CLEAN
    most = config.max_warnings if request.max_warnings is None else request.max_warnings
    if most is not None and report.count(Severity.WARNING) <= most:
        fail_on = FailOn.ERROR
    limit = Severity[fail_on.name]
    return _FOUND if any(finding.severity >= limit for finding in report.findings) else _CLEAN
