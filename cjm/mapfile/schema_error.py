"""What a validator of JSON Schema says, whichever library it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from cjm.core.path import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaError:
    """One thing in the data that the schema does not allow.

    Attributes:
        keyword: the keyword of JSON Schema that the data does not satisfy.
        path: the way to the value in the data.
        value: what stands there.
        rule: the schema around the keyword.
        place: the way to the keyword in the schema's text, through the definitions that references lead to.
        route: the same way as it was evaluated: with a `$ref` for each reference.
        key: the key that is not allowed or, for `required`, the one that is missing.
    """

    keyword: str
    path: Path
    value: Any
    rule: dict[str, Any]
    place: tuple[str | int, ...]
    route: tuple[str | int, ...]
    key: str = ""


Validate: TypeAlias = Callable[[Any], Iterable[SchemaError]]
"""What a schema has to say of data; nothing where the data conforms."""


def look_up(schema: dict[str, Any], steps: Iterable[str | int]) -> dict[str, Any]:
    """The part of a schema that a way leads to."""
    rule: Any = schema
    for step in steps:
        rule = rule[step]
    return dict(rule)
