"""Errors of JSON Schema, whichever library validates."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from cjm.core.path import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaError:
    """One thing in the data that the schema does not allow.

    Attributes:
        keyword: the keyword of JSON Schema that the data does not satisfy.
        path: the path to the value in the data.
        value: the value.
        rule: the schema around the keyword.
        schema_location: the path to the keyword in the schema's text, with references followed.
        evaluation_path: the path as it was evaluated, with a `$ref` for each reference.
        key: the key that is not allowed or, for `required`, the one that is missing.
    """

    keyword: str
    path: Path
    value: Any
    rule: dict[str, Any]
    schema_location: tuple[str | int, ...]
    evaluation_path: tuple[str | int, ...]
    key: str = ""


Validate: TypeAlias = Callable[[Any], Iterable[SchemaError]]
"""Finds the errors of data; none where the data conforms."""


def look_up(schema: dict[str, Any], steps: Iterable[str | int]) -> dict[str, Any]:
    """The part of a schema at a path."""
    rule: Any = schema
    for step in steps:
        rule = rule[step]
    return dict(rule)
