"""The input of the formats of findings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cjm.core.finding import Finding, Severity
from cjm.core.safe_text import one_line
from cjm.core.text import Language, Text, plural
from cjm.mapfile.source import SourceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Findings in order, the texts they are about, and how to show them.

    `root` is the absolute path of the folder from which CI servers count their paths; empty, the paths stay as given.
    """

    findings: Sequence[Finding]
    sources: Mapping[str, SourceText]
    language: Language = "en"
    colour: bool = False
    root: str = ""

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]


SEVERITIES = {
    Severity.ERROR: Text(en="error|errors", ru="ошибка|ошибки|ошибок"),
    Severity.WARNING: Text(en="warning|warnings", ru="предупреждение|предупреждения|предупреждений"),
    Severity.INFO: Text(en="note|notes", ru="заметка|заметки|заметок"),
}
FINDINGS = Text(en="finding|findings", ru="замечание|замечания|замечаний")
_MAPS = Text(en="map|maps", ru="карта|карты|карт")
CLEAN = Text(en="nothing found", ru="замечаний нет")


def summary(report: Report) -> str:
    """One line: how many maps, how many findings of each severity."""
    maps = f"{len(report.sources)} {plural(len(report.sources), report.language, _MAPS)}"
    counts = [(severity, report.count(severity)) for severity in SEVERITIES]
    counted = [f"{n} {plural(n, report.language, SEVERITIES[severity])}" for severity, n in counts if n]
    return f"{maps}: {', '.join(counted) or CLEAN.localized(report.language)}"


def advice(finding: Finding, language: Language) -> str:
    """One line: what was found and, after an arrow, what to do."""
    sentences = (finding.message, finding.hint)
    return " → ".join(one_line(text.localized(language)) for text in sentences if text)


def by_file(report: Report) -> dict[str, list[Finding]]:
    """The findings of each file, in the order of the report; a file without any has an empty list."""
    files: dict[str, list[Finding]] = {file: [] for file in report.sources}
    for finding in report.findings:
        files.setdefault(finding.file, []).append(finding)
    return files
