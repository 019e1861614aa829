"""An error of the schema together with the map it is in: what all explanations of errors need."""

import json
from dataclasses import dataclass, replace
from typing import Any

from cjm.core.finding import Edit, Finding, RuleInfo
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.suggest import Suggester
from cjm.core.text import Text, untranslated
from cjm.mapfile.place import placed
from cjm.mapfile.schema_error import SchemaError
from cjm.mapfile.source import SourceText
from cjm.mapfile.yaml_tree import Tree


@dataclass(frozen=True, slots=True)
class MapError:
    """One error, the map it is in, and the suggestions that are left for this map.

    `strangers` are the unknown keys of mappings that were looked at, by where they are in map and schema: each of a
    thousand unknown keys is an error, and is explained by all of them.
    """

    error: SchemaError
    tree: Tree
    source: SourceText
    suggester: Suggester
    strangers: dict[tuple[Path, Path], list[str]]

    @property
    def is_collection(self) -> bool:
        """Whether the value is a mapping or a list."""
        return isinstance(self.error.value, (dict, list))

    @property
    def what(self) -> Text:
        """What the error is about, as the subject of a sentence."""
        path = self.error.path
        if not path:
            return Text(en="the map", ru="карта")
        key = quoted(next(step for step in reversed(path) if isinstance(step, str)))
        if isinstance(path[-1], int):
            return Text(en=f"an item of `{key}`", ru=f"пункт в `{key}`")
        return untranslated(f"`{key}`")

    @property
    def found(self) -> Text:
        """The value in words."""
        match self.error.value:
            case dict():
                return Text(en="a mapping", ru="запись с ключами")
            case list():
                return Text(en="a list", ru="список")
            case str() as text:
                return Text(en=f'"{quoted(text)}"', ru=f"«{quoted(text)}»")
            case value:
                return untranslated(f"`{quoted(self.written(self.error.path, value))}`")

    def written(self, path: Path, value: Any) -> str:
        """A text or a number as written in the file."""
        if isinstance(value, str):
            return value
        return self.tree.text(path) or ("" if value is None else json.dumps(value))

    def finding(self, rule: RuleInfo, message: Text, hint: Text | None, key: str | None = None) -> Finding:
        """A finding at the path, or at a key of it, whether the key is there or missing."""
        path = self.error.path if key is None else (*self.error.path, key)
        is_at_key = key is not None or self.is_collection
        finding = Finding(rule=rule, message=message, hint=hint, file=self.source.name, path=path)
        return placed(finding, self.tree, self.tree.locate_key(path) if is_at_key else None)

    def fixed(self, finding: Finding, written: str, instead: str) -> Finding:
        """The finding with an edit that puts another word in the place of one, where that is what stands there."""
        span = finding.span
        start = self.source.offset(span.line, span.column)
        there = self.source.text[start : self.source.offset(span.end_line, span.end_column)]
        return replace(finding, edit=Edit(span=span, text=instead)) if there == written else finding
