"""Checks maps and reports the findings, for `validate` and `lint`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cjm.cli.exit_code import ExitCode
from cjm.cli.maps import Maps, MapsWithSettings
from cjm.cli.outputs import Output, protect, write_outputs
from cjm.core.finding import Severity
from cjm.core.safe_text import one_line
from cjm.core.text import Language, Text
from cjm.formats.findings._report import Report, summary
from cjm.formats.registry import FindingFormat
from cjm.lint.baseline import LARGEST, apply_baseline, as_baseline
from cjm.lint.check import CheckResult, check
from cjm.lint.config import LintConfig
from cjm.system.files import read_bytes

_SUPPRESSED = Text(en="suppressed by comments", ru="отключено комментариями")
_KNOWN = Text(en="known to the baseline", ru="уже в списке известных")
_STALE = Text(en="stale in the baseline", ru="устарело в списке известных")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """How a command reports findings: its outputs, and the closing lines on standard error."""

    outputs: Sequence[Output[FindingFormat]]
    language: Language
    colour: bool
    quiet: bool
    statistics: bool = False
    fail_on: str | None = None
    max_warnings: int | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    read: Sequence[str] = ()
    """What no output may replace."""

    @property
    def files(self) -> Sequence[str]:
        """The files that are written."""
        baseline = [self.write_baseline] if self.write_baseline else []
        return [*(output.file for output in self.outputs), *baseline]


def check_maps(
    documents: MapsWithSettings, codes: Iterable[str], today: date, reporting: Reporting, maps: Maps
) -> ExitCode:
    """Check maps, and report.

    Args:
        documents: the maps, each with its settings.
        codes: the rules to run, as far as the settings select them.
        today: the day that ages are counted to.
        reporting: what to report, and where.
        maps: where the maps are from; the settings of this folder decide what gives an exit code of 1.

    Raises:
        CjmError: an output cannot be written, or the baseline cannot be read.
    """
    result = check(documents, codes, today, maps.has_map)
    everything = result.findings
    if reporting.baseline is not None:
        result = _without_known(result, reporting.baseline)
    report = Report(
        findings=result.findings,
        sources={document.source.name: document.source for document, _ in documents},
        language=reporting.language,
        colour=reporting.colour,
        root=str(Path.cwd()),
    )
    unprinted = replace(report, colour=False)
    contents = [each.ready(each.format.render(report if each.is_printed else unprinted)) for each in reporting.outputs]
    if reporting.write_baseline:
        contents.append((reporting.write_baseline, as_baseline(everything)))
    write_outputs(contents, reporting.read)
    if not reporting.quiet:
        lines = _closing(report, result, statistics=reporting.statistics)
        sys.stderr.writelines(f"{line}\n" for line in lines)
    return _exit_code(report, reporting, maps.settings.for_map(".").lint)


def protecting(maps: Maps, documents: MapsWithSettings, reporting: Reporting) -> Reporting:
    """The same, where no output replaces a map, settings, the baseline or another output.

    Raises:
        CjmError: one would.
    """
    maps.settings.for_map(".")  # which are read, too
    baseline = [reporting.baseline] if reporting.baseline else []
    read = [*(maps.file_of(document) for document, _ in documents), *maps.settings.files, *baseline]
    protect(reporting.files, read)
    return replace(reporting, read=read)


def _without_known(result: CheckResult, baseline: str) -> CheckResult:
    """The result without what the baseline knows."""
    return apply_baseline(result, read_bytes(baseline, LARGEST), baseline)


def _closing(report: Report, result: CheckResult, *, statistics: bool) -> Iterator[str]:
    """The closing lines."""
    language = report.language
    if statistics:
        counts = Counter((finding.rule.code, finding.rule.name) for finding in report.findings)
        yield from (f"{count:>6}  {code}  {name}" for (code, name), count in sorted(counts.items()))
    yield summary(report)
    if result.suppressed:
        yield f"{_SUPPRESSED.localized(language)}: {len(result.suppressed)}"
    if result.known:
        yield f"{_KNOWN.localized(language)}: {result.known}"
    for file, code, anchor in result.stale:
        yield one_line(f"{_STALE.localized(language)}: {file} {code} {anchor}")


def _exit_code(report: Report, reporting: Reporting, here: LintConfig) -> ExitCode:
    least = reporting.fail_on or here.fail_on
    if reporting.write_baseline or least == "never":
        return ExitCode.OK
    most = here.max_warnings if reporting.max_warnings is None else reporting.max_warnings
    if most is not None and report.count(Severity.WARNING) <= most:
        least = "error"
    limit = Severity[least.upper()]
    return ExitCode.FINDINGS if any(finding.severity >= limit for finding in report.findings) else ExitCode.OK
