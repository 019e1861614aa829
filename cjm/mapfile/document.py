"""The whole reading pipeline: bytes -> text -> tree -> schema -> journey, with everything found on the way."""

from dataclasses import dataclass

from cjm.core.finding import Finding, Severity
from cjm.core.model import Journey
from cjm.core.path import Path
from cjm.core.text import Text
from cjm.mapfile.decode import decode
from cjm.mapfile.place import placed
from cjm.mapfile.schema import validator
from cjm.mapfile.schema_error import Validate
from cjm.mapfile.schema_rules import WRONG_FORM
from cjm.mapfile.source import SourceText, read_source
from cjm.mapfile.yaml_tree import Tree, read_tree


@dataclass(frozen=True)
class Document:
    """A map that was read; `journey` holds what could be understood of it, however much is wrong.

    The findings are as they were found: they are sorted when they are shown.
    """

    source: SourceText
    tree: Tree
    journey: Journey
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing wrong was found, so that the journey is the whole truth."""
        return all(finding.severity < Severity.ERROR for finding in self.findings)

    @property
    def is_readable(self) -> bool:
        """Whether there is data at all; not so after an error of syntax."""
        return self.tree.data is not None


def read_document(name: str, data: bytes, validate: Validate | None = None) -> Document:
    """Read a map.

    Args:
        name: what messages call the file.
        data: the file's bytes, whatever they are.
        validate: the validator of the schema, if it is not to be the fastest that this machine has.
    """
    source, findings = read_source(name, data)
    tree = Tree()
    if not findings:
        tree, findings = read_tree(source)
    if tree.data is not None:
        findings = [*findings, *_schema_findings(tree, source, validate or validator("cjm.schema.json"))]
    journey, impossible = decode(tree)
    findings = [*findings, *(_impossible_date(tree, source, path) for path in impossible)]
    return Document(source, tree, journey, tuple(_explained(source, findings)))


def _schema_findings(tree: Tree, source: SourceText, validate: Validate) -> list[Finding]:
    errors = list(validate(tree.data))
    if not errors:
        return []
    from cjm.mapfile.explain import explain  # noqa: PLC0415 (most maps conform)

    return explain(errors, tree, source)


def _explained(source: SourceText, findings: list[Finding]) -> list[Finding]:
    if not findings:
        return []
    from cjm.mapfile.confusables import explain_confusables  # noqa: PLC0415 (most maps have nothing to explain)

    return explain_confusables(source, findings)


def _impossible_date(tree: Tree, source: SourceText, path: Path) -> Finding:
    message = Text(en=f"`{path[-1]}` is a day that does not exist", ru=f"`{path[-1]}`: такого дня нет в календаре")
    hint = Text(en="check the day and the month", ru="проверьте день и месяц")
    return placed(Finding(rule=WRONG_FORM, message=message, hint=hint, file=source.name, path=path), tree)
