"""The poster: stages as columns, lanes as rows, the emotion curve across; Graphviz draws all of it in two passes.

Pass one lays a table out and measures where its heads and emotion cells are. Pass two draws the same table at
the same place over a background of chevrons, areas and the curve, with the curve's points pinned on top.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from xml.etree.ElementTree import Element

import graphviz

from cjm.core.vocabulary import EMOTIONS, LINES, QUOTED, Line, signed, step
from cjm.drawing import palette
from cjm.drawing.cards import CardFrame, card, meanings
from cjm.drawing.curve import Point, areas, bezier
from cjm.drawing.drawing import PAD, Drawing, described
from cjm.drawing.label import Ink, cell, label, linked, row, rule, struck, table, tooltip, words
from cjm.drawing.legend import transitions
from cjm.drawing.marks import BADGE, greyed, head_badge, inner_width, marked
from cjm.drawing.metrics import width as text_width
from cjm.drawing.metrics import wrapped
from cjm.drawing.sheet import AnyCard, Cell, Earlier, EmotionPoint, Heading, Lane, Sheet, on_curve
from cjm.drawing.xdot import Background
from cjm.system.fonts import FAMILY
from cjm.system.graphviz import draw

_POINT_ROOM = 13.5
"""Width of a label inside of a point of the curve, in points."""
GUTTER = 110
"""Width of the column with the lanes' names, in points."""
CURVE_HEIGHT = 192
_STEP = 34
"""Height of one score on the curve."""
_ARROW = 10
_HEAD_LINE = 18
_DURATION_LINE = 12
_ABOVE_HEADS = 6
_HIGHEST = 65_535
"""Graphviz takes no larger height of a cell, which the words in it need all the same."""
_GAP = 3
_POINT = 17
"""Width of a point of the curve."""
_DASH = "—"
_SAMPLE = 24
"""Length of the lines in the key of the two curves."""
_BADGE_GAP = 6
"""Between a stage's badge and its name."""


def poster(sheet: Sheet, *, system_fonts: bool = False) -> Drawing:
    """Draw a sheet as a poster.

    Raises:
        DrawingError: Graphviz is not installed, or failed.
    """
    plan = _Plan(sheet)
    places, (width, height) = _measured(plan, system_fonts=system_fonts)
    graph = _graph(_background=str(_background(plan, places)))
    graph.node("map", plan.label, pos=_position(places["map"]))
    for number, point in enumerate(point for run in _earlier_runs(plan, places) for _, point in run):
        _pin_earlier(graph, number, point)
    for number, (emotion, point) in enumerate(_all_points(plan, places)):
        _pin(graph, number, emotion, point)
    return Drawing(graph.source, "nop2", width, height, sheet.title, described(sheet))


@dataclass(frozen=True)
class _Plan:
    """The table of a sheet and the measures it is drawn by, each found once: every cell asks for them."""

    sheet: Sheet

    @cached_property
    def column(self) -> int:
        """The width of a stage: fewer stages have more room, and the points of the curve are side by side."""
        points = max((len(cards) for cards in _stage_emotions(self)), default=0)
        return max(300 if len(self.sheet.headings) <= 3 else 240, _POINT * points)

    @property
    def width(self) -> int:
        return GUTTER + self.column * len(self.sheet.headings)

    @cached_property
    def head_height(self) -> int:
        return 14 + max(map(self._height_of_words, self.sheet.headings))

    def head_room(self, heading: Heading) -> int:
        """The width of the words in a stage's head."""
        return self.column - 40 - (BADGE + _BADGE_GAP if heading.mark else 0)

    def _height_of_words(self, heading: Heading) -> int:
        room = self.head_room(heading)
        names = wrapped(_head_name(heading), room, palette.HEAD, "Bold")
        small = [line for words_below in _below_name(heading) for line in wrapped(words_below, room, palette.SMALL)]
        return _HEAD_LINE * len(names) + _DURATION_LINE * len(small)

    @property
    def ports(self) -> list[str]:
        """The cells to find: all heads, and of the rows that are drawn on, one each; the time grows with the square."""
        heads = [f"head{column}" for column in range(len(self.sheet.headings))]
        emotions = ["mood0"] if self.sheet.lane("emotion") else []
        return [*heads, *emotions, *(f"line-{lane.line_above}" for lane in self.sheet.lanes if lane.line_above)]

    @cached_property
    def label(self) -> str:
        return label(table(_rows(self), bgcolor="transparent", color=palette.RULE))


def _rows(plan: _Plan) -> Iterator[Element]:
    yield from _top_rows(plan)
    yield row([cell(height=_ABOVE_HEADS)])
    yield row([cell(), *(_head(plan, column, heading) for column, heading in enumerate(plan.sheet.headings))])
    for number, lane in enumerate(plan.sheet.lanes):
        if lane.line_above:
            yield _blueprint_line(plan, lane.line_above)
        elif number:
            yield rule()
        yield from _emotion_rows(plan, lane) if lane.key == "emotion" else _lane_rows(plan, lane)
    for number, line in enumerate(_footer(plan.sheet)):
        if number == 0 and plan.sheet.lanes:
            yield rule()
        yield _across(plan, words(line, plan.width - 16, Ink(size=palette.SMALL, colour=palette.MUTED)), 4)


def _top_rows(plan: _Plan) -> Iterator[Element]:
    """Above the stages: the title, what changed, and whose journey it is."""
    sheet = plan.sheet
    title = words(sheet.title, plan.width - 8, Ink(size=palette.TITLE, style="Bold"))
    yield _across(plan, title, 2, hover=sheet.tooltip)
    yield from _news(plan)
    quote = QUOTED.localized(sheet.language).format(sheet.quote) if sheet.quote else ""
    for line in (" · ".join(sheet.facts), " · ".join(sheet.persona), quote):
        if line:
            yield _across(plan, words(line, plan.width - 8, Ink(colour=palette.MUTED)), 3)


def _news(plan: _Plan) -> Iterator[Element]:
    """What changed, for a map compared with an earlier one."""
    if plan.sheet.summary:
        yield _across(plan, words(plan.sheet.summary, plan.width - 8, Ink(style="Bold")), 3)
    if plan.sheet.earlier:
        for line in (plan.sheet.earlier.map_level, plan.sheet.earlier.legend):
            yield _across(plan, words(line, plan.width - 8), 3)


def _across(plan: _Plan, content: Element, padding: int, *, hover: str = "") -> Element:
    frame = {"colspan": len(plan.sheet.headings) + 1, "align": "LEFT", "balign": "LEFT", "cellpadding": padding}
    return row([cell(content, **frame, **linked(hover, None))])


def _head(plan: _Plan, column: int, heading: Heading) -> Element:
    room = plan.head_room(heading)
    name = words(_head_name(heading), room, Ink(size=palette.HEAD, colour="white", style="Bold"))
    lines = [struck(name) if heading.is_gone else name]
    lines += [words(line, room, Ink(size=palette.SMALL, colour="white")) for line in _below_name(heading)]
    badge = [head_badge(heading.mark), cell(width=_BADGE_GAP)] if heading.mark else []
    text = cell(*lines, align="LEFT", balign="LEFT", width=room + 20)
    inner = table([row([cell(width=14), *badge, text])], **linked(heading.tooltip, None))
    return cell(inner, port=f"head{column}", width=plan.column, height=min(plan.head_height, _HIGHEST), align="LEFT")


def _head_name(heading: Heading) -> str:
    return heading.name if heading.is_gone else f"{heading.number}. {heading.name}"


def _below_name(heading: Heading) -> Iterator[str]:
    if heading.detail:
        yield heading.detail
    if heading.mark:
        yield from heading.mark.notes


def _lane_rows(plan: _Plan, lane: Lane) -> Iterator[Element]:
    ground = {"problems": palette.BAD_GROUND, "solutions": palette.GOOD_GROUND}.get(lane.key)
    count = max(len(cards) for cards in lane.cells)
    for number in range(count):
        name = [_lane_name(lane, count, ground)] if number == 0 else []
        yield row([*name, *(_slot(plan, column, cards, number, ground) for column, cards in enumerate(lane.cells))])


def _lane_name(lane: Lane, rows: int, ground: str | None) -> Element:
    content = words(lane.title, GUTTER - 18, Ink(colour=palette.MUTED, style="Bold"))
    return cell(content, rowspan=rows, align="LEFT", valign="TOP", width=GUTTER, cellpadding=8, bgcolor=ground)


def _slot(plan: _Plan, column: int, cards: Sequence[AnyCard], number: int, ground: str | None) -> Element:
    hue = palette.STAGES[column % len(palette.STAGES)]
    frame: dict[str, object] = {"align": "LEFT", "valign": "TOP", "width": plan.column, "bgcolor": ground}
    if number < len(cards):
        return cell(_shown(plan, cards[number], hue), cellpadding=_GAP, **frame)
    empty = [words(_DASH, 20, Ink(colour=palette.FAINT))] if number == 0 else []
    return cell(*empty, cellpadding=8, **frame)


def _shown(plan: _Plan, item: AnyCard, hue: str) -> Element:
    """A card; in a map compared with an earlier one, framed if it changed, else faint."""
    room = plan.column - 2 * _GAP
    if item.mark:
        drawn = card(item, CardFrame(inner_width(room), hue, plan.sheet.language))
        return marked(item.mark, greyed(drawn) if item.is_gone else drawn, room)
    drawn = card(item, CardFrame(room, hue, plan.sheet.language))
    return greyed(drawn) if plan.sheet.earlier else drawn


def _emotion_rows(plan: _Plan, lane: Lane) -> Iterator[Element]:
    content = words(lane.title, GUTTER - 18, Ink(colour=palette.MUTED, style="Bold"))
    name = cell(content, align="LEFT", valign="TOP", width=GUTTER, cellpadding=8)
    yield row([name, *(_stage_emotion(plan, column, cards) for column, cards in enumerate(lane.cells))])


def _stage_emotion(plan: _Plan, column: int, cards: Sequence[AnyCard]) -> Element:
    frame = {"port": f"mood{column}", "width": plan.column, "height": CURVE_HEIGHT, "valign": "BOTTOM"}
    whole = plan.sheet.stage_emotion(column)
    if not cards:
        is_empty = not plan.sheet.headings[column].is_gone
        return cell(*([words(_DASH, 20, Ink(colour=palette.FAINT))] if is_empty else []), **frame)
    if whole is None or (len(cards) == 1 and not whole.mark):
        return cell(**frame)
    return cell(*_caption(plan, whole), cellpadding=2, **frame)


def _caption(plan: _Plan, whole: EmotionPoint) -> Iterator[Element]:
    """The emotion of a stage as a whole, and how it was."""
    calm = palette.MUTED if plan.sheet.earlier else palette.SCORES[step(whole.score)]
    look = Ink(size=palette.SMALL, colour=palette.MARKS[whole.mark.status] if whole.mark else calm)
    sign = f"{whole.mark.sign} " if whole.mark else ""
    then = f"{plan.sheet.earlier.then}: " if plan.sheet.earlier and whole.is_gone else ""
    notes = whole.mark.notes if whole.mark else ()
    for line in (f"{sign}{then}{signed(whole.score)} {whole.text}", *notes):
        yield words(line, plan.column - 20, look, align="CENTER")


def _blueprint_line(plan: _Plan, line: Line) -> Element:
    content = words(
        LINES[line].localized(plan.sheet.language), plan.width, Ink(size=palette.SMALL, colour=palette.MUTED)
    )
    frame = {"align": "LEFT", "cellpadding": 2, "port": f"line-{line}"}
    return row([cell(content, colspan=len(plan.sheet.headings) + 1, **frame)])


def _footer(sheet: Sheet) -> Iterator[str]:
    signs = " · ".join(meanings(sheet, sheet.lanes))
    if signs:
        yield signs
    yield from transitions(sheet)


def _graph(**attributes: str) -> graphviz.Digraph:
    frame = {"bgcolor": palette.PAPER, "pad": str(PAD), "fontname": FAMILY}
    return graphviz.Digraph("cjm", graph_attr=frame | attributes, node_attr={"fontname": FAMILY, "shape": "plain"})


def _measured(plan: _Plan, *, system_fonts: bool) -> tuple[dict[str, Point], tuple[float, float]]:
    """Pass one: where the table and its ports are, and the size of the whole."""
    graph = _graph()
    graph.node("map", plan.label)
    for port in plan.ports:
        graph.node(port, shape="point", style="invis")
        graph.edge(f"map:{port}:c", port, tailclip="false", style="invis", arrowhead="none")
    laid_out = json.loads(draw(graph.source, "dot", "json0", system_fonts=system_fonts))
    names = {item["_gvid"]: item["name"] for item in laid_out["objects"]}
    places = {names[edge["head"]]: _point(edge["pos"].split()[0]) for edge in laid_out["edges"]}
    (the_map,) = (item for item in laid_out["objects"] if item["name"] == "map")
    width, height = (72 * (float(the_map[side]) + 2 * PAD) for side in ("width", "height"))
    return places | {"map": _point(the_map["pos"])}, (width, height)


def _point(text: str) -> Point:
    x, y = text.removeprefix("s,").split(",")[:2]
    return float(x), float(y)


def _position(point: Point) -> str:
    return f"{point[0]:.2f},{point[1]:.2f}"


def _background(plan: _Plan, places: dict[str, Point]) -> Background:
    background = Background()
    _chevrons(background, plan, places)
    if plan.sheet.lane("emotion"):
        _curve(background, plan, places)
    left = places["head0"][0] - plan.column / 2 - GUTTER
    for name, (_, y) in places.items():
        if name.startswith("line-"):
            background.line([(left, y - 7), (left + plan.width, y - 7)], palette.FAINT, style="dashed")
    return background


def _chevrons(background: Background, plan: _Plan, places: dict[str, Point]) -> None:
    half, last = plan.head_height / 2, len(plan.sheet.headings) - 1
    for column in range(last + 1):
        x, y = places[f"head{column}"]
        left, right = x - plan.column / 2 + (1 if column else 0), x + plan.column / 2 - 1
        tip = 0 if column == last else _ARROW
        notch = [(left + _ARROW, y)] if column else []
        corners = [(left, y - half), (right, y - half), (right + tip, y), (right, y + half), (left, y + half), *notch]
        is_gone = plan.sheet.headings[column].is_gone
        background.area(corners, palette.MUTED if is_gone else palette.STAGES[column % len(palette.STAGES)])


def _curve(background: Background, plan: _Plan, places: dict[str, Point]) -> None:
    neutral = _neutral(places)
    left, right = places["head0"][0] - plan.column / 2, places["head0"][0] - plan.column / 2 + plan.width - GUTTER
    chains = [bezier([point for _, point in run]) for run in _runs(plan, places) if len(run) > 1]
    for chain in chains:
        for is_above, outline in areas(chain, neutral):
            background.smooth_area(outline, palette.ABOVE_NEUTRAL if is_above else palette.BELOW_NEUTRAL)
    for score in (2, 0, -2):
        y = neutral + score * _STEP
        background.line([(left, y), (right, y)], palette.RULE, style="dashed")
        words_of_score = EMOTIONS[score].localized(plan.sheet.language)
        background.text((left - 6, y - 3), words_of_score, palette.SMALL, palette.MUTED)
    if plan.sheet.earlier:
        _earlier_curve(background, plan, places, plan.sheet.earlier)
    for chain in chains:
        background.bezier(chain, palette.INK, width=2)


def _earlier_curve(background: Background, plan: _Plan, places: dict[str, Point], earlier: Earlier) -> None:
    for run in _earlier_runs(plan, places):
        if len(run) > 1:
            background.bezier(bezier([point for _, point in run]), palette.MUTED, width=1.5, style="dashed")
    left = places["head0"][0] - plan.column / 2 - GUTTER + 8
    for row_number, (name, colour, style) in enumerate(
        ((earlier.now, palette.INK, "solid"), (earlier.then, palette.MUTED, "dashed"))
    ):
        y = _neutral(places) - _STEP + 8 - 14 * row_number
        background.line([(left, y), (left + _SAMPLE, y)], colour, style=style, width=2 - 0.5 * row_number)
        end = left + _SAMPLE + 4 + text_width(name, palette.SMALL)
        background.text((end, y - 3), name, palette.SMALL, colour)


def _neutral(places: dict[str, Point]) -> float:
    return places["mood0"][1] + 10


def _stage_emotions(plan: _Plan) -> Sequence[Cell]:
    lane = plan.sheet.lane("emotion")
    return lane.cells if lane else ()


def _runs(plan: _Plan, places: dict[str, Point]) -> Iterator[list[tuple[EmotionPoint, Point]]]:
    """The points of neighbouring stages that have any: the curve has a gap where the emotion is unknown."""
    columns = [
        [(emotion, _spot(plan, places, column, emotion)) for emotion in on_curve(cards)]
        for column, cards in enumerate(_stage_emotions(plan))
        if not plan.sheet.headings[column].is_gone
    ]
    for has_points, run in groupby(columns, key=bool):
        if has_points:
            yield [point for column in run for point in column]


def _earlier_runs(plan: _Plan, places: dict[str, Point]) -> Iterator[list[tuple[EmotionPoint, Point]]]:
    """The points of the curve as it was."""
    for run in plan.sheet.earlier.curve if plan.sheet.earlier else ():
        yield [(emotion, _spot(plan, places, column, emotion)) for column, emotion in run]


def _spot(plan: _Plan, places: dict[str, Point], column: int, emotion: EmotionPoint) -> Point:
    x = places[f"head{column}"][0] - plan.column / 2 + plan.column * emotion.position
    return x, _neutral(places) + emotion.score * _STEP


def _all_points(plan: _Plan, places: dict[str, Point]) -> Iterator[tuple[EmotionPoint, Point]]:
    for run in _runs(plan, places) if plan.sheet.lane("emotion") else ():
        yield from run


def _pin(graph: graphviz.Digraph, number: int, emotion: EmotionPoint, point: Point) -> None:
    position = _position(point)
    hover = tooltip(" · ".join(part for part in (signed(emotion.score), emotion.text, emotion.tooltip) if part))
    if emotion.is_moment_of_truth:
        graph.node(
            f"moment{number}", "", shape="diamond", style="filled", fillcolor=palette.DECISIVE, color="white",
            width="0.42", height="0.42", fixedsize="true", pos=position, tooltip=hover,
        )  # fmt: skip
    graph.node(
        f"point{number}", emotion.label, shape="circle", style="filled",
        fillcolor=palette.SCORES[step(emotion.score)], color="white", penwidth="1.5", fontcolor="white",
        fontsize=_label_size(emotion.label), width="0.22", fixedsize="true", pos=position, tooltip=hover,
    )  # fmt: skip


def _label_size(label: str) -> str:
    """The size in which a label fits into a point of the curve; Graphviz refuses one that does not."""
    return f"{min(9.0, 9 * _POINT_ROOM / max(1.0, text_width(label, 9))):.3g}"


def _pin_earlier(graph: graphviz.Digraph, number: int, point: Point) -> None:
    graph.node(
        f"earlier{number}", "", shape="circle", style="filled", fillcolor="white", color=palette.MUTED,
        width="0.09", fixedsize="true", pos=_position(point),
    )  # fmt: skip
