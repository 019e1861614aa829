"""Changes as JSON patches (RFC 6902), for programs; `cjm render --format json` writes the maps they apply to."""

from typing import Any

from cjm.compare.node import as_json as json_of
from cjm.core.errors import UsageError
from cjm.core.items import Json
from cjm.core.safe_text import as_json
from cjm.core.text import Text, untranslated
from cjm.formats.changes._report import ChangeReport
from cjm.formats.format import Format

FORMAT = Format(spelling="json")

_LONGEST_LIST = 500
"""Items of a list that are compared one by one."""
_NO_PATCH = Text(en="no patch leads from one side to the other", ru="от одной версии к другой патча не построить")


def render(report: ChangeReport) -> str:
    """The patch of one pair of maps: applied to the old one as JSON it gives the new one, exactly.

    Raises:
        UsageError: there are several maps, or a side is missing or broken, so that there is no single patch.
    """
    from jsonpatch import make_patch

    if len(report.maps) != 1:
        raise UsageError(
            Text(en="a JSON patch is of one map", ru="JSON-патч бывает только для одной карты"),
            hint=Text(en="name one map, or use --format json", ru="укажите одну карту или --format json"),
        )
    review = report.maps[0]
    if review.comparison is None:
        raise UsageError(
            untranslated(f"{review.name}: ") + _NO_PATCH, hint=Text(en="use --format json", ru="укажите --format json")
        )
    old, new = (_with_long_lists_whole(json_of(side)) for side in (review.comparison.old, review.comparison.new))
    return as_json(make_patch(old, new).patch)


def _with_long_lists_whole(value: Json) -> Any:
    """The same, but a very long list is a tuple, which a patch replaces as a whole.

    What has moved in a list is sought in time that grows with the square of its items.
    """
    if isinstance(value, dict):
        return {key: _with_long_lists_whole(inner) for key, inner in value.items()}
    if isinstance(value, list):
        items = [_with_long_lists_whole(item) for item in value]
        return items if len(items) <= _LONGEST_LIST else tuple(items)
    return value
