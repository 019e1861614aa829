"""A map as JSON in its long form: every item a mapping, every emotion a score; what JSON patches apply to."""

from cjm.compare.node import as_json, node_of
from cjm.core.model import Journey
from cjm.core.safe_text import as_json as written
from cjm.formats.format import Format
from cjm.formats.map._options import MapOptions

FORMAT = Format(endings=(".json",), spelling="json")


def render(journey: Journey, options: MapOptions) -> str:  # noqa: ARG001 (this format needs none)
    """A map that conforms to the schema and means the same; maps that mean the same give the same text."""
    return written(as_json(node_of(journey)))
