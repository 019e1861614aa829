"""JSON Schema by `jsonschema-rs`: 0.04 ms a map."""

import decimal  # noqa: F401 (the library would import it while it validates, and panic where that is interrupted)
from collections.abc import Iterator
from typing import Any

from jsonschema_rs import Draft7Validator, ValidationError

from cjm.mapfile.schema_error import SchemaError, Validate, look_up


def validator(schema: dict[str, Any]) -> Validate:
    """The validator of a schema."""
    library = Draft7Validator(schema)

    def validate(data: Any) -> Iterator[SchemaError]:
        for error in library.iter_errors(data):
            for key in _keys(error):
                yield SchemaError(
                    keyword=str(error.schema_path[-1]),
                    path=tuple(error.instance_path),
                    value=error.instance,
                    rule=look_up(schema, error.schema_path[:-1]),
                    schema_location=tuple(error.schema_path),
                    evaluation_path=tuple(error.evaluation_path),
                    key=key,
                )

    return validate


def _keys(error: ValidationError) -> list[str]:
    """The keys that an error is about, each of which is an error to us; an empty one where it is about none."""
    kind: Any = error.kind
    match kind.name:
        case "additionalProperties":
            return list(kind.unexpected)
        case "required":
            return [kind.property]
        case _:
            return [""]
