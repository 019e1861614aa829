"""Runs rules over maps."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cjm.core.finding import Edit, Finding, Related, RuleInfo
from cjm.core.path import Path
from cjm.core.span import Span
from cjm.core.text import Text
from cjm.lint.catalogue import load
from cjm.lint.codes import RULES
from cjm.lint.rule import Found, Subject
from cjm.lint.settings import Settings
from cjm.mapfile.document import Document
from cjm.mapfile.place import placed
from cjm.mapfile.scalars import written_as_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A map to check: the codes of the rules that run for it, their settings, and which files it can refer to."""

    document: Document
    codes: Container[str]
    settings: Settings
    has_map: Callable[[str], bool]


def run_rules(tasks: Sequence[Task], today: date) -> list[list[Finding]]:
    """What the rules find in each map; a rule that is selected for none of them is not loaded.

    Where the schema has reported a path, the rules are silent about it; they do not run on what is not YAML.
    """
    runs = [_Run(task, today) for task in tasks]
    readable = [run for run in runs if run.document.is_readable]
    for code in RULES:
        if any(code in run.codes for run in readable):
            _run_rule(code, readable)
    return [run.findings for run in runs]


def _run_rule(code: str, runs: Sequence["_Run"]) -> None:
    info, rule = load(code)
    for run in runs:
        if code in run.codes:
            run.report(info, rule.check(run.subject))
    for number, found in rule.check_together([run.subject for run in runs]):
        if code in runs[number].codes:
            runs[number].report(info, [found])


class _Run:
    """One map while the rules run over it."""

    def __init__(self, task: Task, today: date) -> None:
        self.document = task.document
        self.codes = task.codes
        self.subject = Subject(
            journey=task.document.journey,
            today=today,
            file=task.document.source.name,
            has_map=task.has_map,
            settings=task.settings,
        )
        self.findings: list[Finding] = []
        self._reported = {path for finding in task.document.findings for path in _paths_of_schema_error(finding)}

    def report(self, rule: RuleInfo, found: Iterable[Found]) -> None:
        """Add what a rule reports, except for paths that the schema has reported."""
        self.findings += (_finding(self.document, rule, each) for each in found if not self._is_reported(each.path))

    def _is_reported(self, path: Path) -> bool:
        return any(path[:length] in self._reported for length in range(len(path) + 1))


def _paths_of_schema_error(finding: Finding) -> list[Path]:
    if not finding.rule.code.startswith("CJM1"):
        return []
    return [finding.path, finding.intended] if finding.intended else [finding.path]


_WITH_MORE = frozenset("&!|>")
"""What a scalar begins with that has an anchor, a tag or a header, and perhaps a comment among them."""


def _is_bare(document: Document, span: Span) -> bool:
    """Whether nothing but a scalar stands there; what an alias repeats may be right elsewhere."""
    source = document.source
    return source.text[source.offset(span.line, span.column)] not in _WITH_MORE


def _finding(document: Document, rule: RuleInfo, found: Found) -> Finding:
    finding = Finding(rule=rule, message=found.message, hint=found.hint, file=document.source.name, path=found.path)
    finding = placed(finding, document.tree)
    if found.fix is not None and not finding.related and _is_bare(document, finding.span):
        finding = replace(finding, edit=Edit(span=finding.span, text=written_as_yaml(found.fix)))
    if found.first is None:
        return finding
    first = Related(message=Text(en="first here", ru="первый раз здесь"), span=document.tree.locate(found.first))
    return replace(finding, related=(first, *finding.related))
