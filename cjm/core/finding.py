"""Findings: what reading, the schema and the rules report about a map, one type for all three."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from cjm.core.path import Path
from cjm.core.rule_doc import RuleDoc, read_doc
from cjm.core.span import START, Span
from cjm.core.text import Text


class Severity(IntEnum):
    """How bad a finding is; a larger number is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name as commands and formats write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInfo:
    """A rule as the catalogue lists it. A `code` is never given to another rule.

    `page` is the manual page in English with its two examples, `ru` its prose in Russian (see `read_doc`).
    """

    code: str
    name: str
    severity: Severity
    page: str
    ru: str

    @property
    def doc(self) -> RuleDoc:
        """The manual page in its parts."""
        return read_doc(self.page, ru=self.ru)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that belongs to a finding: the first of two duplicates, or where an alias was anchored."""

    message: Text
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change of a file's text that fixes a finding automatically: what is at `span` becomes `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found, at one place; `hint` says what to do.

    Code that does not know yet where the thing is leaves file and span to its caller (see `replace` in
    `dataclasses`). `intended` is the path that a misspelt key stands for; what is there is not reported as missing.
    `anchor` is the path with ids and names instead of positions in lists, so that it survives edits.
    """

    rule: RuleInfo
    message: Text
    hint: Text | None = None
    file: str = ""
    path: Path = ()
    span: Span = START
    related: tuple[Related, ...] = ()
    intended: Path | None = None
    level: Severity | None = None
    anchor: str = ""
    edit: Edit | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is: as the rule says, unless a team's settings set another `level`."""
        return self.level or self.rule.severity


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by file, line, column and code: the only order in which findings are shown."""
    unique = {(f.file, f.span, f.rule.code, f.message): f for f in findings}
    return sorted(unique.values(), key=lambda f: (f.file, f.span, f.rule.code, f.message.en))
