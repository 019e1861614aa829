"""The published JSON Schemas, and their validators."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path as FilePath
from typing import Any, Literal, TypeAlias

from cjm.mapfile.schema_error import Validate

try:
    from cjm.mapfile.rust_validator import validator as _validator
except ImportError:  # no wheel of jsonschema-rs for this machine
    from cjm.mapfile.python_validator import validator as _validator

SchemaName: TypeAlias = Literal["cjm.schema.json", "cjm-toml.schema.json"]


@cache
def schema_text(name: SchemaName = "cjm.schema.json") -> str:
    """A schema's text: from the package, or in a checkout from the folder `schema/`."""
    packaged = files("cjm").joinpath(name)
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    return (FilePath(__file__).parents[2] / "schema" / name).read_text(encoding="utf-8")


@cache
def schema(name: SchemaName) -> dict[str, Any]:
    """A schema."""
    return dict(json.loads(schema_text(name)))


@cache
def validator(name: SchemaName) -> Validate:
    """The validator of a schema, by the fastest library that this machine has."""
    return _validator(schema(name))
