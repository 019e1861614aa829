"""`cjm schema`: the JSON Schema that editors and validators read."""

import sys

from cjm.schema import schema_text


def run() -> int:
    """Print the JSON Schema of a map.

    It is draft-07, which every editor and other validators read.

    \b
    Examples:
      cjm schema > cjm.schema.json
    """
    sys.stdout.write(schema_text())
    return 0
