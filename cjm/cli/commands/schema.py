"""`cjm schema`: the JSON Schemas that editors and validators read."""

import sys
from typing import Annotated

import typer

from cjm.mapfile.schema import schema_text


def run(
    settings: Annotated[bool, typer.Option("--settings", help="The schema of cjm.toml instead.")] = False,
) -> int:
    """Print the JSON Schema of a map.

    It is draft-07, which every editor and other validators read.

    \b
    Examples:
      cjm schema > cjm.schema.json
      cjm schema --settings > cjm-toml.schema.json
    """
    sys.stdout.write(schema_text("cjm-toml.schema.json" if settings else "cjm.schema.json"))
    return 0
