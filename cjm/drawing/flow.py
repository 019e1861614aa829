"""The flow: stages from left to right, in each its touchpoints in order, and the ways that are not simply the next.

A problem hangs below its touchpoint and its solutions below the problem, so that the tie needs no line and a
journey of nine stages stays a page wide.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

import graphviz

from cjm.drawing import palette
from cjm.drawing.cards import RAIL, rail
from cjm.drawing.drawing import Drawing, described
from cjm.drawing.label import Ink, cell, label, linked, plain, row, struck, table, words
from cjm.drawing.metrics import wrapped
from cjm.outside.fonts import FAMILY
from cjm.sheet import AnyCard, Heading, ProblemCard, Sheet, SolutionCard, TouchpointCard, Way
from cjm.text import Text
from cjm.vocabulary import MOMENT, MOMENT_OF_TRUTH, SEVERITY_SIGNS, STATUS_SIGNS, signed

_STAGE = 200
"""Width of a stage's table, in points."""
_INDENT = 14
_SIGN = 34
_PADDING = 4
_SLACK = 4
_WAY = 110
_FIT = 1600
"""Width of a title, in points, before it breaks."""
_CHANNEL = Text(en="rail: channel", ru="полоса: канал")


def flow(sheet: Sheet) -> Drawing:
    """Draw a sheet as a flow."""
    frame = {
        "rankdir": "LR", "compound": "true", "bgcolor": palette.PAPER, "pad": "0.3", "ranksep": "0.45",
        "labelloc": "t", "labeljust": "l", "label": label(_title(sheet)),
    }  # fmt: skip
    text = {"fontname": FAMILY, "fontsize": str(palette.SMALL), "fontcolor": palette.MUTED}
    graph = graphviz.Digraph("cjm", graph_attr=text | frame, node_attr=text | {"shape": "plain"}, edge_attr=text)
    for column, heading in enumerate(sheet.headings):
        _stage(graph, sheet, column, heading)
    for column in range(1, len(sheet.headings)):
        graph.edge(_name(column - 1), _name(column), color=palette.MUTED, penwidth="2", **_clusters(column - 1, column))
    for way in sheet.ways:
        _way(graph, way)
    return Drawing(graph.source, "dot", sheet.title, described(sheet))


def _title(sheet: Sheet) -> Element:
    width = min(_FIT, len(sheet.headings) * (_STAGE + 40))
    legend = [f"{MOMENT} {MOMENT_OF_TRUTH.said(sheet.language)}", _CHANNEL.said(sheet.language)]
    lines = [
        words(sheet.title, width, Ink(size=palette.TITLE, style="Bold")),
        words(" · ".join(sheet.facts) or " ", width, Ink(colour=palette.MUTED)),
        words(" · ".join(legend), width, Ink(size=palette.SMALL, colour=palette.MUTED)),
    ]
    return table([row([cell(line, align="LEFT", balign="LEFT", cellpadding=_PADDING)]) for line in lines])


def _stage(graph: graphviz.Digraph, sheet: Sheet, column: int, heading: Heading) -> None:
    hue = palette.STAGES[column % len(palette.STAGES)]
    lines = [words(f"{heading.number}. {heading.name}", _STAGE, Ink(size=palette.HEAD, colour=hue, style="Bold"))]
    if heading.duration:
        lines.append(words(heading.duration, _STAGE, Ink(size=palette.SMALL, colour=palette.MUTED)))
    with graph.subgraph(name=f"cluster{column}") as cluster:
        cluster.attr(
            label=label(table([row([cell(*lines, align="LEFT", balign="LEFT")])])),
            style="rounded",
            color=hue,
            margin="8",
            penwidth="1.5",
        )
        cluster.node(_name(column), label(table(_rows(sheet, column), cellspacing=2)))


def _rows(sheet: Sheet, column: int) -> Iterator[Element]:
    problems = [card for card in _cards(sheet, "problems", column) if isinstance(card, ProblemCard)]
    touchpoints = [card for card in _cards(sheet, "touchpoints", column) if isinstance(card, TouchpointCard)]
    for card in touchpoints:
        if card.number > 1:
            yield row([cell(words("↓", _STAGE, Ink(size=palette.SMALL, colour=palette.FAINT), align="CENTER"))])
        yield _touchpoint(sheet, card)
        yield from _problems(sheet, column, [problem for problem in problems if problem.number == card.number])
    of_the_stage = [problem for problem in problems if problem.number is None]
    if of_the_stage:
        yield row([cell(words(" ", _STAGE, Ink(size=palette.SMALL)))])
        yield from _problems(sheet, column, of_the_stage, depth=0)
    if not touchpoints and not problems:
        yield row([cell(words("—", _STAGE, Ink(colour=palette.FAINT)), width=_STAGE)])


def _touchpoint(sheet: Sheet, card: TouchpointCard) -> Element:
    colour = _channel_colour(sheet, card.channel)
    available = _STAGE - RAIL - _SIGN - 2 * _PADDING - _SLACK
    lines = [words(f"{card.number}. {card.text}", available)]
    if card.detail:
        lines.append(words(card.detail, available, Ink(size=palette.SMALL, colour=colour, style="Bold")))
    return _strip(card, [rail(colour, is_hollow=card.is_assumed), _body(lines, available), _sign(card)], palette.CARD)


def _sign(card: TouchpointCard) -> Element:
    moment = [words(MOMENT, _SIGN, Ink(colour=palette.DECISIVE), align="RIGHT")] if card.is_moment_of_truth else []
    if card.score is not None:
        moment.append(
            words(signed(card.score), _SIGN, Ink(colour=palette.SCORES[card.score], style="Bold"), align="RIGHT")
        )
    return cell(*moment, width=_SIGN, align="RIGHT", valign="TOP", cellpadding=_PADDING)


def _problems(sheet: Sheet, column: int, problems: Sequence[ProblemCard], *, depth: int = 1) -> Iterator[Element]:
    for problem in problems:
        colour = palette.SEVERITIES[problem.severity or "low"]
        sign = SEVERITY_SIGNS[problem.severity] if problem.severity else ""
        yield _hanging(problem, f"{sign} {problem.text}".strip(), depth, colour, palette.BAD_GROUND)
        for solution in _cards(sheet, "solutions", column):
            if isinstance(solution, SolutionCard) and solution.label == problem.label:
                sign = STATUS_SIGNS[solution.status] if solution.status else "→"
                yield _hanging(solution, f"{sign} {solution.text}", depth + 1, palette.GOOD, palette.GOOD_GROUND)


def _hanging(card: ProblemCard | SolutionCard, text: str, depth: int, colour: str, ground: str) -> Element:
    """A strip that belongs to the one above it: indented, by its depth."""
    available = _STAGE - depth * _INDENT - RAIL - 2 * _PADDING - _SLACK
    line = words(text, available, Ink(colour=colour))
    is_rejected = isinstance(card, SolutionCard) and card.status == "rejected"
    body = _body([struck(line) if is_rejected else line], available, ground)
    indent = [cell(width=depth * _INDENT)] if depth else []
    return _strip(card, [*indent, rail(colour, is_hollow=card.is_assumed), body], None)


def _body(lines: Sequence[Element], available: float, ground: str | None = None) -> Element:
    width = int(available + 2 * _PADDING + _SLACK)
    return cell(*lines, align="LEFT", balign="LEFT", width=width, cellpadding=_PADDING, bgcolor=ground)


def _strip(card: AnyCard, cells: Sequence[Element], ground: str | None) -> Element:
    inner = table([row(cells)], bgcolor=ground, **linked(card.tooltip, card.url))
    return row([cell(inner, width=_STAGE, align="LEFT")])


def _channel_colour(sheet: Sheet, channel: str) -> str:
    """Channels take the stages' colours in the order in which they appear; the name stands beside."""
    lane = sheet.lane("touchpoints")
    cards = (card for cards in (lane.cells if lane else ()) for card in cards)
    named = dict.fromkeys(card.channel for card in cards if isinstance(card, TouchpointCard))
    channels = [name for name in named if name]
    return palette.STAGES[channels.index(channel) % len(palette.STAGES)] if channel else palette.FAINT


def _way(graph: graphviz.Digraph, way: Way) -> None:
    text = plain(wrapped(way.name, _WAY, palette.SMALL))
    clusters = {} if way.origin == way.destination else _clusters(way.origin, way.destination)
    look = {"color": palette.BAD, "fontcolor": palette.BAD, "style": "dashed", "constraint": "false"}
    graph.edge(_name(way.origin), _name(way.destination), label=text, **look, **clusters)


def _clusters(tail: int, head: int) -> dict[str, str]:
    return {"ltail": f"cluster{tail}", "lhead": f"cluster{head}"}


def _name(column: int) -> str:
    return f"stage{column}"


def _cards(sheet: Sheet, key: str, column: int) -> Sequence[AnyCard]:
    lane = sheet.lane(key)
    return lane.cells[column] if lane else ()
