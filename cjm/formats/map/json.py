"""A map as JSON in its long form: every item a mapping, every emotion a score; what JSON patches apply to."""

from cjm import printable
from cjm.diff.thing import as_json, thing_of
from cjm.formats.map._options import MapOptions
from cjm.model import Journey


def render(journey: Journey, options: MapOptions) -> str:
    """A map that conforms to the schema and means the same; maps that mean the same give the same text."""
    return printable.as_json(as_json(thing_of(journey, options.tree)))
