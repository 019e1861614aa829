"""The flow: stages from left to right, in each its touchpoints in order, and arrows between stages.

A problem hangs below its touchpoint and its solutions below the problem, so that no line is needed and a
journey of nine stages stays a page wide. Pass one measures each stage, pass two draws everything at its place.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from xml.etree.ElementTree import Element

import graphviz

from cjm.core.text import Text
from cjm.core.vocabulary import MOMENT, SEVERITY_SIGNS, STATUS_SIGNS, signed, step
from cjm.drawing import palette
from cjm.drawing.cards import RAIL, meanings, rail
from cjm.drawing.curve import Point
from cjm.drawing.drawing import PAD, Drawing, described
from cjm.drawing.label import Ink, cell, label, linked, plain, row, struck, table, words
from cjm.drawing.legend import OUT
from cjm.drawing.sheet import AnyCard, ProblemCard, Sheet, SolutionCard, TouchpointCard
from cjm.drawing.transitions import ARROW, Box, Route, is_ahead, routes
from cjm.system.fonts import FAMILY
from cjm.system.graphviz import draw

_STAGE = 200
"""Width of a stage's cards, in points."""
_GAP = 34
"""Between two stages."""
_BELOW_TITLE = 16
_HEAD = 17
"""From a stage's upper edge down to the arrow to the next."""
_INDENT = 14
_SIGN = 34
_PADDING = 4
_SLACK = 4
_FIT = 1600
"""Width of a title, in points, before it breaks."""
_LANES = ("touchpoints", "problems", "solutions")
_CHANNEL = Text(en="colour of the stripe: channel", ru="цвет полосы: канал")
_EXIT, _EXIT_INSET = 20, 14
"""Points: how long the arrow out of the journey is, and how far from the left edge of its stage."""
_AHEAD = Text(en="dashed arrow above: stages are skipped", ru="пунктир сверху: этапы пропущены")
_BACK = Text(en="dashed arrow below: back to an earlier stage", ru="пунктир снизу: возврат на более ранний этап")


def flow(sheet: Sheet, *, system_fonts: bool = False) -> Drawing:
    """Draw a sheet as a flow.

    Raises:
        DrawingError: Graphviz is not installed, or failed.
    """
    labels = {"title": label(_title(sheet))}
    colours = _channel_colours(sheet)
    labels |= {
        _name(column): label(_stage(_StageCards(sheet, column, colours))) for column in range(len(sheet.headings))
    }
    sizes = _measured(labels, system_fonts=system_fonts)
    boxes = _boxes(sheet, sizes)
    transitions = list(routes(boxes, sheet.transitions))
    graph = _graph()
    for column, box in enumerate(boxes):
        graph.node(_name(column), labels[_name(column)], pos=_at((box.x, (box.top + box.bottom) / 2)))
    of_transitions = [corner for route in transitions for corner in route.corners]
    highest = max([0.0, *(y for _, y in of_transitions)])
    width, height = sizes["title"]
    graph.node("title", labels["title"], pos=_at((width / 2, highest + _BELOW_TITLE + height / 2)))
    for column in range(1, len(boxes)):
        _next(graph, boxes, column)
    for route in transitions:
        _transition(graph, route)
    leaving = sorted({way.origin for way in sheet.exits})
    for column in leaving:
        _exit(graph, boxes[column], column)
    corners = [(0.0, 0.0), (width, highest + _BELOW_TITLE + height), *of_transitions]
    corners += [(box.x + box.width / 2, box.bottom) for box in boxes]
    corners += [(boxes[column].x, boxes[column].bottom - _EXIT) for column in leaving]
    return Drawing(graph.source, "nop2", *_extent(corners), sheet.title, described(sheet))


def _graph() -> graphviz.Digraph:
    text = {"fontname": FAMILY, "fontsize": str(palette.SMALL), "fontcolor": palette.MUTED}
    frame = {"bgcolor": palette.PAPER, "pad": str(PAD)}
    return graphviz.Digraph("cjm", graph_attr=frame, node_attr=text | {"shape": "plain"}, edge_attr=text)


def _measured(labels: dict[str, str], *, system_fonts: bool) -> dict[str, tuple[float, float]]:
    """Pass one: width and height of each label in points."""
    graph = _graph()
    for name, text in labels.items():
        graph.node(name, text)
    laid_out = json.loads(draw(graph.source, "dot", "json0", system_fonts=system_fonts))
    return {item["name"]: (72 * float(item["width"]), 72 * float(item["height"])) for item in laid_out["objects"]}


def _boxes(sheet: Sheet, sizes: dict[str, tuple[float, float]]) -> list[Box]:
    """The stages side by side, level at their heads."""
    boxes: list[Box] = []
    left = 0.0
    for column in range(len(sheet.headings)):
        width, height = sizes[_name(column)]
        boxes.append(Box(left + width / 2, 0, -height, width))
        left += width + _GAP
    return boxes


def _extent(corners: Sequence[Point]) -> tuple[float, float]:
    """Width and height of what has these corners, with the room around it."""
    across, up = zip(*corners, strict=True)
    return max(across) - min(across) + 144 * PAD, max(up) - min(up) + 144 * PAD


def _title(sheet: Sheet) -> Element:
    width = max(_STAGE * 2, min(_FIT, len(sheet.headings) * (_STAGE + _GAP)))
    lines = [words(sheet.title, width, Ink(size=palette.TITLE, style="Bold"))]
    if sheet.facts:
        lines.append(words(" · ".join(sheet.facts), width, Ink(colour=palette.MUTED)))
    signs = " · ".join(_legend(sheet))
    if signs:
        lines.append(words(signs, width, Ink(size=palette.SMALL, colour=palette.MUTED)))
    rows = [row([cell(line, align="LEFT", balign="LEFT", cellpadding=_PADDING)]) for line in lines]
    return table(rows, **linked(sheet.tooltip, None))


def _legend(sheet: Sheet) -> Iterator[str]:
    """What the signs of this drawing mean, those that occur."""
    yield from meanings(sheet, [lane for lane in sheet.lanes if lane.key in _LANES])
    if any(card.channel for card in _touchpoints(sheet)):
        yield _CHANNEL.localized(sheet.language)
    if any(transition.destination > transition.origin + 1 for transition in sheet.transitions):
        yield _AHEAD.localized(sheet.language)
    if any(transition.destination < transition.origin for transition in sheet.transitions):
        yield _BACK.localized(sheet.language)


class _StageCards:
    """A stage: its cards, and for each touchpoint the problems, for each problem the solutions."""

    def __init__(self, sheet: Sheet, column: int, colours: Mapping[str, str]) -> None:
        self.column = column
        self.heading = sheet.headings[column]
        self.emotion = sheet.stage_emotion(column)
        self.colours = colours
        self.touchpoints = [card for card in _cards(sheet, "touchpoints", column) if isinstance(card, TouchpointCard)]
        self.problems: dict[int | None, list[ProblemCard]] = defaultdict(list)
        for card in _cards(sheet, "problems", column):
            if isinstance(card, ProblemCard):
                self.problems[card.number].append(card)
        self.solutions: dict[str, list[SolutionCard]] = defaultdict(list)
        for card in _cards(sheet, "solutions", column):
            if isinstance(card, SolutionCard):
                self.solutions[card.label].append(card)
        out = OUT.localized(sheet.language)
        self.exits = [f"{out}: {way.name}" if way.name else out for way in sheet.exits if way.origin == column]


def _stage(stage: _StageCards) -> Element:
    """A head in the stage's colour, and below it the cards."""
    hue, heading = palette.STAGES[stage.column % len(palette.STAGES)], stage.heading
    name = f"{heading.number}. {heading.name}"
    lines = [words(name, _STAGE - _SLACK, Ink(size=palette.HEAD, colour="white", style="Bold"))]
    if heading.detail:
        lines.append(words(heading.detail, _STAGE - _SLACK, Ink(size=palette.SMALL, colour="white")))
    frame = linked(heading.tooltip, None)
    head = cell(*lines, align="LEFT", balign="LEFT", cellpadding=8, width=_STAGE + 16, bgcolor=hue, **frame)
    body = table([*_stage_emotion(stage), *_rows(stage)], cellspacing=2)
    rows = [row([head]), row([cell(body, cellpadding=6, bgcolor=palette.PAPER)])]
    return table(rows, border=1, color=hue, bgcolor=hue)


def _stage_emotion(stage: _StageCards) -> Iterator[Element]:
    """The emotion of the stage as a whole."""
    if stage.emotion:
        ink = Ink(size=palette.SMALL, colour=palette.SCORES[step(stage.emotion.score)], style="Bold")
        content = words(f"{signed(stage.emotion.score)} {stage.emotion.text}", _STAGE - _SLACK, ink)
        yield row([cell(content, width=_STAGE, align="LEFT", balign="LEFT", cellpadding=2)])


def _rows(stage: _StageCards) -> Iterator[Element]:
    """The touchpoints with their problems, then the problems of the stage as a whole; a dash where there is nothing."""
    rows = [*_touchpoint_rows(stage), *_stage_problem_rows(stage), *_exit_rows(stage)]
    yield from rows or [row([cell(words("—", _STAGE, Ink(colour=palette.FAINT)), width=_STAGE)])]


def _touchpoint_rows(stage: _StageCards) -> Iterator[Element]:
    for card in stage.touchpoints:
        if card.number > 1:
            yield row([cell(words("↓", _STAGE, Ink(size=palette.SMALL, colour=palette.FAINT), align="CENTER"))])
        yield _touchpoint(card, stage.colours.get(card.channel, palette.FAINT))
        yield from _problems(stage, stage.problems[card.number])


def _stage_problem_rows(stage: _StageCards) -> Iterator[Element]:
    problems = stage.problems[None]
    if problems:
        yield row([cell(words(" ", _STAGE, Ink(size=palette.SMALL)))])
        yield from _problems(stage, problems, depth=0)


def _exit_rows(stage: _StageCards) -> Iterator[Element]:
    """The ways out of the journey, above the arrow that leads there."""
    for text in stage.exits:
        line = words(text, _STAGE - _SLACK, Ink(size=palette.SMALL, colour=palette.BAD, style="Bold"))
        yield row([cell(line, width=_STAGE, align="LEFT", balign="LEFT", cellpadding=_PADDING)])


def _touchpoint(card: TouchpointCard, colour: str) -> Element:
    available = _STAGE - RAIL - _SIGN - 2 * _PADDING - _SLACK
    lines = [words(f"{card.number}. {card.text}", available)]
    if card.detail:
        lines.append(words(card.detail, available, Ink(size=palette.SMALL, colour=colour, style="Bold")))
    return _strip(card, [rail(colour, is_hollow=card.is_assumed), _body(lines, available), _sign(card)], palette.CARD)


def _sign(card: TouchpointCard) -> Element:
    moment = [words(MOMENT, _SIGN, Ink(colour=palette.DECISIVE), align="RIGHT")] if card.is_moment_of_truth else []
    if card.score is not None:
        moment.append(
            words(signed(card.score), _SIGN, Ink(colour=palette.SCORES[step(card.score)], style="Bold"), align="RIGHT")
        )
    return cell(*moment, width=_SIGN, align="RIGHT", valign="TOP", cellpadding=_PADDING)


def _problems(stage: _StageCards, problems: Sequence[ProblemCard], *, depth: int = 1) -> Iterator[Element]:
    for problem in problems:
        colour = palette.SEVERITIES[problem.severity or "low"]
        sign = SEVERITY_SIGNS[problem.severity] if problem.severity else ""
        yield _hanging(problem, f"{sign} {problem.text}".strip(), depth, colour, palette.BAD_GROUND)
        for solution in stage.solutions[problem.label]:
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


def _channel_colours(sheet: Sheet) -> dict[str, str]:
    """Channels take the stages' colours in the order in which they appear; the name is beside them."""
    channels = dict.fromkeys(card.channel for card in _touchpoints(sheet) if card.channel)
    return dict(zip(channels, cycle(palette.STAGES), strict=False))


def _touchpoints(sheet: Sheet) -> list[TouchpointCard]:
    return [card for cards in _cells(sheet, "touchpoints") for card in cards if isinstance(card, TouchpointCard)]


def _next(graph: graphviz.Digraph, boxes: Sequence[Box], column: int) -> None:
    """The arrow from the stage before to this one."""
    before, here = boxes[column - 1], boxes[column]
    start, tip = before.x + before.width / 2, here.x - here.width / 2
    line = [(start, -_HEAD), (start, -_HEAD), (tip - ARROW, -_HEAD), (tip - ARROW, -_HEAD)]
    spline = _spline(line, (tip, -_HEAD))
    graph.edge(_name(column - 1), _name(column), pos=spline, color=palette.MUTED, penwidth="2")


def _transition(graph: graphviz.Digraph, route: Route) -> None:
    colour = palette.MUTED if is_ahead(route.transition) else palette.BAD
    named = {"label": plain(route.lines), "lp": _at(route.label)} if route.lines else {}
    look = {"color": colour, "fontcolor": colour, "style": "dashed", "pos": _spline(route.curve, route.tip)}
    graph.edge(_name(route.transition.origin), _name(route.transition.destination), **look, **named)


def _exit(graph: graphviz.Digraph, box: Box, column: int) -> None:
    """The arrow out of the journey, below the names of the ways out: shorter than the way to the nearest track."""
    x, tip = box.x - box.width / 2 + _EXIT_INSET, box.bottom - _EXIT
    graph.node(f"exit{column}", "", shape="point", style="invis", pos=_at((x, tip)))
    line = [(x, box.bottom), (x, box.bottom), (x, tip + ARROW), (x, tip + ARROW)]
    graph.edge(_name(column), f"exit{column}", pos=_spline(line, (x, tip)), color=palette.BAD, penwidth="2")


def _spline(curve: Sequence[Point], tip: Point) -> str:
    return " ".join([f"e,{_at(tip)}", *map(_at, curve)])


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _name(column: int) -> str:
    return f"stage{column}"


def _cards(sheet: Sheet, key: str, column: int) -> Sequence[AnyCard]:
    cells = _cells(sheet, key)
    return cells[column] if cells else ()


def _cells(sheet: Sheet, key: str) -> Sequence[Sequence[AnyCard]]:
    lane = sheet.lane(key)
    return lane.cells if lane else ()
