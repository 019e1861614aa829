"""Changes as JSON patches (RFC 6902), for programs; `cjm render --format json` writes the maps they apply to."""

from cjm.compare.patch import json_patch
from cjm.core.errors import UsageError
from cjm.core.safe_text import as_json
from cjm.formats.changes._report import ChangeReport
from cjm.formats.format import Format

FORMAT = Format()


def render(report: ChangeReport) -> str:
    """The patch of one pair of maps.

    Raises:
        UsageError: there are several maps, or a side is missing or broken, so that no one patch says it.
    """
    if len(report.maps) != 1:
        raise UsageError("a JSON patch is of one map", hint="name one map, or say --format json")
    review = report.maps[0]
    if review.comparison is None:
        raise UsageError(f"{review.name}: no patch leads from one side to the other", hint="say --format json")
    return as_json(json_patch(review.comparison))
