"""`cjm schema`: the JSON Schemas that editors and validators read."""

import sys

import click

from cjm.cli.command import command
from cjm.cli.exit_code import ExitCode
from cjm.mapfile.schema import schema_text


@command
@click.option("--settings", is_flag=True, help="The schema of cjm.toml instead.")
def run(*, settings: bool) -> ExitCode:
    """Print the JSON Schema of a map.

    It is draft-07, which every editor and other validators read.

    \b
    Examples:
      cjm schema > cjm.schema.json
      cjm schema --settings > cjm-toml.schema.json
    """
    sys.stdout.write(schema_text("cjm-toml.schema.json" if settings else "cjm.schema.json"))
    return ExitCode.OK
