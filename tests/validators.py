"""The two validators of JSON Schema: what is said about a map or a settings file does not depend on which there is."""

import pytest

from cjm.mapfile import python_validator, rust_validator
from cjm.mapfile.schema import SchemaName, schema
from cjm.mapfile.schema_error import Validate


def validators(name: SchemaName) -> dict[str, Validate]:
    """The validators of a schema, by the language that they are written in."""
    modules = {"rust": rust_validator, "python": python_validator}
    return {language: module.validator(schema(name)) for language, module in modules.items()}


OF_MAPS = validators("cjm.schema.json")
OF_SETTINGS = validators("cjm-toml.schema.json")

by_each_validator = pytest.mark.parametrize("validate", OF_MAPS.values(), ids=OF_MAPS.keys())
"""For tests of maps."""
by_each_validator_of_settings = pytest.mark.parametrize("validate", OF_SETTINGS.values(), ids=OF_SETTINGS.keys())
"""For tests of settings."""
