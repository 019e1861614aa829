"""Gives findings their place in a map's text."""

from dataclasses import replace

from cjm.core.finding import Finding, Related
from cjm.core.span import Span
from cjm.core.text import Text
from cjm.mapfile.yaml_tree import Tree


def placed(finding: Finding, tree: Tree, span: Span | None = None) -> Finding:
    """The finding at the place of its path in the text and, where an alias leads there, with the anchor's place.

    Args:
        finding: what was found at a path.
        tree: the map.
        span: the span, if it is not that of the path's value.
    """
    anchor = tree.anchored(finding.path)
    related = (Related(message=Text(en="anchored here", ru="отмечено якорем здесь"), span=anchor),) if anchor else ()
    at = span or tree.locate(finding.path)
    return replace(finding, span=at, related=related, anchor=tree.names(finding.path))
