"""A team's gate: the findings of maps by the team's settings, without those that comments excuse."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cjm.core.finding import Finding, in_order
from cjm.lint.config import Config
from cjm.lint.rule import Rule
from cjm.lint.run import check_all
from cjm.lint.suppression import suppressed
from cjm.mapfile.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What stays, and how many findings comments excused."""

    findings: Sequence[Finding]
    suppressed: int


def judged(documents: Sequence[tuple[Document, Config]], rules: Sequence[Rule], today: date) -> Judged:
    """Check documents, each by its own settings.

    Args:
        documents: maps and what their teams have set.
        rules: those to run; settings choose among them.
        today: the day that ages are counted to.
    """
    found = check_all([(document, config.settings) for document, config in documents], rules, today)
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_file[finding.file].append(finding)
    judgements = [_judge(document, config, by_file[document.source.name], rules) for document, config in documents]
    return Judged(
        findings=in_order(finding for judgement in judgements for finding in judgement.findings),
        suppressed=sum(judgement.suppressed for judgement in judgements),
    )


def _judge(document: Document, config: Config, findings: Sequence[Finding], rules: Sequence[Rule]) -> Judged:
    wanted = [finding for finding in findings if config.keeps(finding)]
    run = [rule for rule in rules if config.runs(rule, document.source.name)]
    kept, count = suppressed(document, wanted, run)
    return Judged(findings=[config.weighed(finding) for finding in kept if config.keeps(finding)], suppressed=count)
