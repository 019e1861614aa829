"""What `validate` and `lint` have in common: find maps, read them, report what was found."""

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import typer

from cjm.cli.options import Colour, FailOn, Speech, known_format, language_of, read_map, wants_colour
from cjm.core.errors import FileError, UsageError
from cjm.core.finding import Severity
from cjm.core.model import SUFFIXES
from cjm.core.safe_text import escape_controls, one_line
from cjm.core.text import Text, untranslated
from cjm.formats import findings as finding_package
from cjm.formats.findings._report import Report, summary
from cjm.formats.registry import finding_formats, text_renderer
from cjm.lint.baseline import apply_baseline, as_baseline
from cjm.lint.check import CheckResult, check
from cjm.lint.config import LintConfig
from cjm.lint.fix import fix
from cjm.mapfile.document import Document, read_document
from cjm.mapfile.source import Source
from cjm.system.files import STREAM, read_bytes, refuse_to_overwrite, write_bytes
from cjm.workspace.find_maps import find_maps
from cjm.workspace.settings import SettingsSource
from cjm.workspace.settings_file import as_toml

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


def check_maps(request: Request, codes: Collection[str], today: date) -> int:
    """Check maps by rules and report.

    Returns:
        The exit code: 1 where a finding is at least as bad as asked for.

    Raises:
        CjmError: a path cannot be read, or there is no map at all.
    """
    reports = _reports_wanted(request)
    documents = read_maps(request)
    _keep_maps(request, documents, [output for _, output in reports])
    result = check(documents, codes, today)
    if request.fix:
        documents = _fix(request, documents, result)
        result = check(documents, codes, today)
    if request.write_baseline:
        write_bytes(request.write_baseline, as_baseline(result.findings).encode())
    result = _without_known(request, documents, result)
    report = _report(request, documents, result)
    for name, output in reports:
        _write(name, output, report)
    if not request.quiet:
        sys.stdout.flush()
        typer.echo("\n".join(_closing(request, report, result)), err=True)
    return _exit_code(request, report)


def _keep_maps(request: Request, documents: Sequence[tuple[Document, LintConfig]], outputs: Sequence[str]) -> None:
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
    settings = request.settings.for_map(request.paths[0] if request.paths else ".")
    sys.stdout.write(f"# {settings.origin or 'no settings file: these are the defaults'}\n{as_toml(settings)}")
    return _CLEAN


def show_fixes(request: Request, codes: Collection[str], today: date) -> int:
    """Print what `--fix` would change, as a unified diff; the exit code says whether there is anything."""
    documents = read_maps(request)
    fixed = fix([document for document, _ in documents], check(documents, codes, today).findings)
    sys.stdout.writelines(escape_controls(each.difference) for each in fixed)
    return _FOUND if fixed else _CLEAN


def _fix(
    request: Request, documents: Sequence[tuple[Document, LintConfig]], result: CheckResult
) -> list[tuple[Document, LintConfig]]:
    """Fix the maps in their files, and say how many fixes there were; returns the maps as they are now."""
    fixed = {each.source.name: each for each in fix([document for document, _ in documents], result.findings)}
    for each in fixed.values():
        write_bytes(_path_of(each.source, request), (each.source.mark + each.text).encode())
    if not request.quiet:
        count = sum(each.count for each in fixed.values())
        typer.echo(Text(en=f"fixed: {count}", ru=f"исправлено: {count}").localized(language_of(request.lang)), err=True)
    return [
        (read_document(name, fixed[name].text.encode()), config)
        if (name := document.source.name) in fixed
        else (document, config)
        for document, config in documents
    ]


def read_maps(request: Request) -> list[tuple[Document, LintConfig]]:
    """The maps that are meant, each with its settings."""
    paths = maps_meant(request)
    return [(read_map(path, request.stdin_name), request.settings.for_map(path).lint) for path in paths]


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

    The parser gathers each option by itself and forgets which `--output` stood after which `--format`.

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


def _without_known(
    request: Request, documents: Sequence[tuple[Document, LintConfig]], result: CheckResult
) -> CheckResult:
    """The result without what the baseline knows, if there is one."""
    name = request.baseline
    if name is None:
        return result
    checked = [document.source.name for document, _ in documents]
    return apply_baseline(result, checked, read_bytes(name, _LARGEST_BASELINE).decode(errors="replace"), name)


def _report(request: Request, documents: Sequence[tuple[Document, LintConfig]], result: CheckResult) -> Report:
    return Report(
        findings=result.findings,
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


def _closing(request: Request, report: Report, result: CheckResult) -> list[str]:
    """What is said at the end, on standard error."""
    say = report.language
    lines = []
    if request.statistics:
        counts = Counter((finding.rule.code, finding.rule.name) for finding in report.findings)
        lines += [f"{count:>6}  {code}  {name}" for (code, name), count in sorted(counts.items())]
    lines.append(summary(report))
    if result.excused:
        lines.append(f"{_SUPPRESSED.localized(say)}: {len(result.excused)}")
    if result.known:
        lines.append(f"{_KNOWN.localized(say)}: {result.known}")
    lines += [one_line(f"{_STALE.localized(say)}: {file} {code} {anchor}") for file, code, anchor in result.stale]
    return lines


def _exit_code(request: Request, report: Report) -> int:
    config = request.settings.for_map(".").lint
    fail_on = request.fail_on or FailOn(config.fail_on)
    if request.write_baseline or fail_on is FailOn.NEVER:
        return _CLEAN
    most = config.max_warnings if request.max_warnings is None else request.max_warnings
    if most is not None and report.count(Severity.WARNING) <= most:
        fail_on = FailOn.ERROR
    limit = Severity[fail_on.name]
    return _FOUND if any(finding.severity >= limit for finding in report.findings) else _CLEAN
