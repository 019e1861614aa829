"""`cjm schema`: the JSON Schema that editors and validators read."""

import sys

from cjm.schema import schema_text


def run() -> int:
    r"""Print the JSON Schema of a map (draft-07), for editors and other validators.

    \b
    Examples:
      cjm schema > cjm.schema.json
    """
    sys.stdout.write(schema_text())
    return 0
