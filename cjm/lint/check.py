"""Checks maps by the rules and the settings of their teams."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TypeAlias

from cjm.core.finding import Finding, Severity, in_order
from cjm.lint.catalogue import NAMES, load
from cjm.lint.codes import GAPS, REFERENCES, RULES
from cjm.lint.config import LintConfig
from cjm.lint.run import Task, run_rules
from cjm.lint.suppression import COMMENT_RULES, NEVER_SUPPRESSED, suppress
from cjm.mapfile.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The result of checking maps.

    `findings` are to be reported, `suppressed` are excused by comments, each once and in order. `judged` holds
    the codes of which each map certainly has no other findings, by the map's name. A baseline adds how many more are
    `known`, and which of its entries are `stale` (see `apply_baseline`).
    """

    findings: Sequence[Finding]
    suppressed: Sequence[Finding] = ()
    judged: Mapping[str, Collection[str]] = field(default_factory=dict)
    known: int = 0
    stale: Sequence[tuple[str, str, str]] = ()


HasMap: TypeAlias = Callable[[str, str], bool]
"""Whether the file exists to which a map refers, by the map's name and the file's path from its folder."""


def _believed(_map: str, _file: str) -> bool:
    return True


def check(
    maps: Sequence[tuple[Document, LintConfig]], codes: Iterable[str], today: date, has_map: HasMap = _believed
) -> CheckResult:
    """Check maps, each by its own settings.

    Args:
        maps: the maps, each with the settings of its team.
        codes: the rules to run, as far as the settings select them.
        today: the day that ages are counted to.
        has_map: whether a map can refer to a file; without it, every file is taken to exist.
    """
    requested = (*codes, *COMMENT_RULES)
    selected = [
        config.selected(document.source.name, REFERENCES if _is_archived(document) else requested)
        for document, config in maps
    ]
    tasks = [
        Task(
            document=document,
            codes=run,
            settings=config.settings,
            has_map=partial(has_map, document.source.name),
        )
        for (document, config), run in zip(maps, selected, strict=True)
    ]
    findings: list[Finding] = []
    suppressed: list[Finding] = []
    judged: dict[str, Collection[str]] = {}
    for (document, config), run, found in zip(maps, selected, run_rules(tasks, today), strict=True):
        by = judged[document.source.name] = _judged(document, run)
        result = suppress(document, [*document.findings, *found], run, by)
        kept = map(config.with_severity, result.kept)
        findings += map(_in_a_draft, kept) if document.journey.status == "draft" else kept
        suppressed += result.suppressed
    return CheckResult(findings=in_order(findings), suppressed=in_order(suppressed), judged=judged)


def _is_archived(document: Document) -> bool:
    """Whether a map is kept as it is, so that only what does not hold together is reported."""
    return document.journey.status == "archived"


def _in_a_draft(finding: Finding) -> Finding:
    return replace(finding, level=Severity.INFO) if finding.rule.code.startswith(GAPS) else finding


def _judged(document: Document, run: Collection[str]) -> Collection[str]:
    """The codes that can be told to be missing from a map.

    In one that does not conform, any finding may hide. Rules that compare maps may find more beside maps that are not
    here.
    """
    if not document.is_sound:
        return frozenset()
    return {
        code
        for code in NAMES
        if code.startswith(NEVER_SUPPRESSED) or (code in run and not (code in RULES and load(code).rule.compares_maps))
    }
