"""A document's data, and where each of its parts is in the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeAlias

from yaml import Mark

from cjm.core.address import step
from cjm.core.path import Path
from cjm.core.span import START, Span
from cjm.mapfile.scalars import Scalar

Data: TypeAlias = "dict[str, Data] | list[Data] | Scalar"


class Spans(Mapping[Path, Span]):
    """Spans by path. libyaml's marks become a span only when it is needed, which is rare."""

    def __init__(self) -> None:
        self.marks: dict[Path, tuple[Mark, Mark]] = {}

    def __getitem__(self, path: Path) -> Span:
        return span_between(*self.marks[path])

    def __contains__(self, path: object) -> bool:
        return path in self.marks

    def __iter__(self) -> Iterator[Path]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)


@dataclass(slots=True)
class Tree:
    """A document's data, and where each of its parts is in the text.

    `plain` holds the characters of plain scalars that mean more than text (``2026``, ``true``), for fields that are
    text; `aliases` leads from where an alias is used to what it repeats.
    """

    data: Data = None
    keys: Spans = field(default_factory=Spans)
    values: Spans = field(default_factory=Spans)
    plain: dict[Path, str] = field(default_factory=dict)
    aliases: dict[Path, Path] = field(default_factory=dict)

    def locate(self, path: Path) -> Span:
        """Where something is, or, if it is missing, the name of the nearest thing that should have it."""
        while path not in self.values and path:
            path = path[:-1]
        return self._name(path) or self.values.get(path, START)

    def locate_key(self, path: Path) -> Span:
        """Where a key is; for something without a key, the thing itself."""
        return self.keys.get(path) or self.locate(path)

    def scalar_spans(self) -> Iterator[Span]:
        """Where keys, texts and other single values are."""
        yield from self.keys.values()
        yield from (span for path, span in self.values.items() if not isinstance(self.value(path), (dict, list)))

    def text(self, path: Path) -> str | None:
        """The characters of a plain scalar that means more than text."""
        return self.plain.get(self.original(path))

    def original(self, path: Path) -> Path:
        """The path with the aliases on its way followed to what they repeat."""
        for length in range(len(path), 0, -1):
            if target := self.aliases.get(path[:length]):
                return self.original(target + path[length:])
        return path

    def names(self, path: Path) -> str:
        """The way to something by ids and names where it passes through lists: ``stages/search/kpis/Sign-ups``."""
        steps, value = [], self.data
        for key in path:
            value = _child(value, key)
            steps.append(step(key, value))
        return "/".join(steps)

    def anchored(self, path: Path) -> Span | None:
        """Where the thing at a path was anchored, if an alias leads to it."""
        original = self.original(path)
        return None if original == path else self.locate(original)

    def _name(self, path: Path) -> Span | None:
        value = self.value(path)
        if isinstance(value, dict):
            for name in ("name", "title"):
                if (*path, name) in self.keys and not isinstance(value.get(name), (dict, list)):
                    return self._filled((*path, name))
            first = next((key for key in value if (*path, key) in self.keys), None)
            return self.keys.get(path if first is None else (*path, first))
        return self.keys.get(path) if value is None or isinstance(value, list) else None

    def _filled(self, path: Path) -> Span:
        return self.keys[path] if self.value(path) is None else self.values[path]

    def value(self, path: Path) -> Data:
        """The value at a path, or None."""
        return reduce(_child, path, self.data)


def _child(value: Data, key: str | int) -> Data:
    if isinstance(value, dict) and isinstance(key, str):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return value[key]
    return None


def span_between(start: Mark, end: Mark) -> Span:
    """The span between two marks of libyaml, which counts from zero."""
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
