"""Rules in, findings out."""

import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module

from cjm.document import Document
from cjm.finding import Finding, Related, in_order
from cjm.lint import rules as rules_package
from cjm.lint.rule import Found, Rule, Subject
from cjm.path import Path
from cjm.schema import placed
from cjm.text import Text

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
    return tuple(rule for rule in all_rules() if rule.code.startswith(REFERENCES))


def check(document: Document, rules: Iterable[Rule], today: date) -> list[Finding]:
    """All findings of a document: those of reading it and those of the rules.

    Where reading has already spoken about a path, the rules are silent; they do not run on what is not YAML.
    """
    findings = list(document.findings)
    if not document.is_readable:
        return findings
    spoken = {path for finding in findings for path in _spoken(finding)}
    subject = Subject(journey=document.journey, today=today)
    for rule in rules:
        findings += (
            _finding(document, rule, found) for found in rule.check(subject) if not _within(found.path, spoken)
        )
    return in_order(findings)


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
    if found.first is None:
        return finding
    first = Related(message=Text(en="first here", ru="первый раз здесь"), span=document.tree.locate(found.first))
    return replace(finding, related=(first, *finding.related))
