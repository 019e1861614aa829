"""The published JSON Schemas, and their validators."""

import json
from functools import cache
from pathlib import Path as FilePath
from typing import Any, Literal, TypeAlias

from cjm.mapfile.schema_error import Validate

try:
    from cjm.mapfile.rust_validator import validator as _validator
except ImportError:  # no wheel of jsonschema-rs for this machine
    from cjm.mapfile.python_validator import validator as _validator

SchemaName: TypeAlias = Literal["cjm.schema.json", "cjm-toml.schema.json", "cjm-baseline.schema.json"]


@cache
def schema_text(name: SchemaName = "cjm.schema.json") -> str:
    """A published JSON Schema: from the package, or in a checkout from the folder `schema/`."""
    package = FilePath(__file__).parents[1]  # `importlib.resources` takes longer to load than a schema to compile
    packaged = package / name
    return (packaged if packaged.is_file() else package.parent / "schema" / name).read_text(encoding="utf-8")


@cache
def schema(name: SchemaName) -> dict[str, Any]:
    """A schema."""
    return dict(json.loads(schema_text(name)))


@cache
def validator(name: SchemaName) -> Validate:
    """The validator of a schema, by the fastest library that this machine has."""
    return _validator(schema(name))
