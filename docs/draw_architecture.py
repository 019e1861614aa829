"""Draws docs/architecture.svg from what the packages of `cjm` import: `make architecture`."""

import ast
import html
import itertools
import textwrap
from pathlib import Path

import graphviz
import grimp

from cjm.system.graphviz import draw

_LINE = 44
"""Letters of a line in a box."""

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "architecture.svg"
LEVELS = (
    ("cli",),
    ("workspace",),
    ("formats",),
    ("lint", "compare", "drawing"),
    ("mapfile",),
    ("system",),
    ("core",),
)
"""The packages from the top down, as the contract of layers in pyproject.toml has them."""


def dot() -> str:
    """The graph of packages in the DOT language: a box a package, an arrow where one imports another."""
    graph = graphviz.Digraph("architecture", graph_attr={"ranksep": "0.35", "nodesep": "0.5", "bgcolor": "white"})
    graph.attr("node", shape="box", style="rounded,filled", color="#D9DEE4", fillcolor="#F5F7FA", margin="0.2,0.1")
    graph.attr("node", fontname="Source Sans Pro", fontcolor="#1F2933")
    graph.attr("edge", color="#9AA5B1", arrowsize="0.6")
    for level in LEVELS:
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            for package in level:
                rank.node(package, _label(package))
    for above, below in itertools.pairwise(LEVELS):
        graph.edge(above[len(above) // 2], below[len(below) // 2], style="invis")
    for importer, imported in _imports():
        graph.edge(importer, imported)
    return str(graph.source)


def _label(package: str) -> str:
    """The name in bold over the package's docstring, broken into short lines."""
    module = ast.parse((ROOT / "cjm" / package / "__init__.py").read_text(encoding="utf-8"))
    lines = textwrap.wrap(ast.get_docstring(module) or "", _LINE)
    about = "<BR/>".join(map(html.escape, lines))
    return f'<<B>{package}</B><BR/><FONT POINT-SIZE="11" COLOR="#616E7C">{about}</FONT>>'


def _imports() -> list[tuple[str, str]]:
    """Which package imports which, both by name; `core` is left out, for all import it."""
    graph = grimp.build_graph("cjm")
    packages = [package for level in LEVELS for package in level]
    return [
        (importer, imported)
        for importer in packages
        for imported in packages
        if imported not in (importer, "core")
        and graph.direct_import_exists(importer=f"cjm.{importer}", imported=f"cjm.{imported}", as_packages=True)
    ]


def picture() -> bytes:
    """The graph as an SVG."""
    return draw(dot(), "dot", "svg")


if __name__ == "__main__":
    PICTURE.write_bytes(picture())
