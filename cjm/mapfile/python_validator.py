"""JSON Schema by `jsonschema`, for machines without a wheel of `jsonschema-rs`: slower by far, with the same errors."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from jsonschema import Draft7Validator, ValidationError
from jsonschema.validators import extend

from cjm.mapfile.schema_error import SchemaError, Validate, look_up

_Steps: TypeAlias = tuple[str | int, ...]
_WITH_KEY = ("additionalProperties", "required")
_SPACE = r"[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
"""The white space of ECMA-262, whose regular expressions JSON Schema has."""


def validator(schema: dict[str, Any]) -> Validate:
    """The validator of a schema."""
    keywords = {"additionalProperties": _additional_properties, "required": _required, "pattern": _pattern}
    library = extend(Draft7Validator, keywords)(schema)  # type: ignore[no-untyped-call]

    def validate(data: Any) -> Iterator[SchemaError]:
        for error in library.iter_errors(data):
            location, evaluation_path = _paths(schema, tuple(error.absolute_schema_path))
            keyword = str(error.validator)
            yield SchemaError(
                keyword=keyword,
                path=tuple(error.absolute_path),
                value=error.instance,
                rule=look_up(schema, location[:-1]),
                schema_location=location,
                evaluation_path=evaluation_path,
                key=error.message if keyword in _WITH_KEY else "",
            )

    return validate


def _paths(schema: dict[str, Any], steps: _Steps) -> tuple[_Steps, _Steps]:
    """The location of a keyword and its evaluation path, from a path in which references are left out."""
    location: list[str | int] = []
    evaluation_path: list[str | int] = []
    for step in steps:
        rule = look_up(schema, location) if isinstance(step, str) else {}
        while "$ref" in rule:
            evaluation_path.append("$ref")
            location = rule["$ref"].removeprefix("#/").split("/")
            rule = look_up(schema, location)
        location.append(step)
        evaluation_path.append(step)
    return tuple(location), tuple(evaluation_path)


def _additional_properties(library: Any, rule: Any, data: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword with an error for each key, whose message is the key."""
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for key in data if isinstance(data, dict) else ():
        if key in known or any(re.search(pattern, key) for pattern in patterns):
            continue
        if rule is False:
            yield ValidationError(key)
        else:
            yield from library.descend(data[key], rule, path=key)


def _required(_: Any, keys: list[str], data: Any, __: Any) -> Iterator[ValidationError]:
    """The keyword with the missing key as the message of an error."""
    if isinstance(data, dict):
        yield from (ValidationError(key) for key in keys if key not in data)


def _pattern(_: Any, pattern: str, data: Any, __: Any) -> Iterator[ValidationError]:
    """The keyword by ECMA-262, where `$` is the very end, and white space has fewer signs than in Python."""
    if isinstance(data, str) and not re.search(pattern.replace("$", r"\Z").replace(r"\s", _SPACE), data):
        yield ValidationError(pattern)
