"""Rules in, findings out."""

import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module

from cjm.core.finding import Edit, Finding, Related, Severity, in_order
from cjm.core.path import Path
from cjm.core.text import Text
from cjm.lint import rules as rules_package
from cjm.lint.rule import Found, Rule, Subject
from cjm.lint.settings import Settings
from cjm.mapfile.document import Document
from cjm.mapfile.scalars import written_as_yaml
from cjm.mapfile.schema import placed

REFERENCES = "CJM2"
"""The family of rules without which a map does not hold together: `validate` runs them too."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules, by code: one for each file in `rules/`."""
    names = (module.name for module in pkgutil.iter_modules(rules_package.__path__))
    found: Iterator[Rule] = (import_module(f"{rules_package.__name__}.{name}").RULE for name in names)
    return tuple(sorted(found, key=lambda rule: rule.code))


def reference_rules() -> tuple[Rule, ...]:
    """The rules about what refers to something else."""
    return tuple(rule for rule in all_rules() if rule.code.startswith(REFERENCES) and rule.severity is Severity.ERROR)


def check(document: Document, rules: Iterable[Rule], today: date) -> list[Finding]:
    """All findings of one document, by the settings that hold where nobody says otherwise."""
    return check_all([(document, Settings())], rules, today)


def check_all(documents: Sequence[tuple[Document, Settings]], rules: Iterable[Rule], today: date) -> list[Finding]:
    """All findings of documents, each by its own settings: those of reading them and those of the rules.

    Where reading has already spoken about a path, the rules are silent; they do not run on what is not YAML.
    """
    findings = [finding for document, _ in documents for finding in document.findings]
    readable = [(document, settings) for document, settings in documents if document.is_readable]
    spoken = [{path for finding in document.findings for path in _spoken(finding)} for document, _ in readable]
    subjects = [Subject(journey=document.journey, today=today, settings=settings) for document, settings in readable]
    for rule in rules:
        for number, found in _all_found(rule, subjects):
            if not _within(found.path, spoken[number]):
                findings.append(_finding(readable[number][0], rule, found))
    return in_order(findings)


def _all_found(rule: Rule, subjects: Sequence[Subject]) -> Iterator[tuple[int, Found]]:
    for number, subject in enumerate(subjects):
        for found in rule.check(subject):
            yield number, found
    yield from rule.check_together(subjects)


def _spoken(finding: Finding) -> Iterator[Path]:
    if finding.kind.code.startswith("CJM1"):
        yield finding.path
        if finding.meant:
            yield finding.meant


def _within(path: Path, spoken: set[Path]) -> bool:
    return any(path[:length] in spoken for length in range(len(path) + 1))


def _finding(document: Document, rule: Rule, found: Found) -> Finding:
    finding = Finding(kind=rule, message=found.message, hint=found.hint, file=document.source.name, path=found.path)
    finding = placed(finding, document.tree)
    if found.fix is not None and not finding.related:  # what an alias repeats may be right elsewhere
        finding = replace(finding, edit=Edit(span=finding.span, text=written_as_yaml(found.fix)))
    if found.first is None:
        return finding
    first = Related(message=Text(en="first here", ru="первый раз здесь"), span=document.tree.locate(found.first))
    return replace(finding, related=(first, *finding.related))
