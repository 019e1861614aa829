"""The maps that this repository shows to people."""

import json
from pathlib import Path
from typing import Any

from cjm.mapfile.document import read_document
from cjm.mapfile.schema import schema_text
from cjm.mapfile.yaml_tree import Data

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.cjm.yaml"))
FORMAT_MAPS = sorted((ROOT / "docs").glob("format*.yaml"))
"""The whole maps at the top of docs/format.md, one a language."""
SCHEMASTORE_POSITIVE = sorted((ROOT / "schema" / "schemastore" / "test" / "cjm").iterdir())
SCHEMASTORE_NEGATIVE = sorted((ROOT / "schema" / "schemastore" / "negative_test" / "cjm").iterdir())
FIRST_DRAFT = ROOT / "docs" / "first-draft.cjm.yaml"


def data_of(path: Path) -> Data:
    return read_document(path.name, path.read_bytes()).tree.data


def schema() -> dict[str, Any]:
    return dict(json.loads(schema_text()))
