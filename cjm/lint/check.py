"""Checks maps by the rules and the settings of their teams."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cjm.core.finding import Finding, in_order
from cjm.lint.config import LintConfig
from cjm.lint.run import Task, run_rules
from cjm.lint.suppression import COMMENT_RULES, suppress
from cjm.mapfile.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The result of checking maps.

    `findings` are to be reported, `suppressed` are excused by comments, each once and in order. A baseline adds
    how many more are `known`, and which of its entries are `stale` (see `apply_baseline`).
    """

    findings: Sequence[Finding]
    suppressed: Sequence[Finding] = ()
    known: int = 0
    stale: Sequence[tuple[str, str, str]] = ()


def check(maps: Sequence[tuple[Document, LintConfig]], codes: Iterable[str], today: date) -> CheckResult:
    """Check maps, each by its own settings.

    Args:
        maps: the maps, each with the settings of its team.
        codes: the rules to run, as far as the settings select them.
        today: the day that ages are counted to.
    """
    requested = (*codes, *COMMENT_RULES)
    selected = [config.selected(document.source.name, requested) for document, config in maps]
    tasks = [
        Task(document=document, codes=run, settings=config.settings)
        for (document, config), run in zip(maps, selected, strict=True)
    ]
    findings: list[Finding] = []
    suppressed: list[Finding] = []
    for (document, config), run, found in zip(maps, selected, run_rules(tasks, today), strict=True):
        result = suppress(document, [*document.findings, *found], run)
        findings += map(config.with_severity, result.kept)
        suppressed += result.suppressed
    return CheckResult(findings=in_order(findings), suppressed=in_order(suppressed))
