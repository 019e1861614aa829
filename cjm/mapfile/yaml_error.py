"""An error of libyaml together with the text that it is about.

libyaml's messages differ between versions, so nothing depends on them. What is wrong follows from where it stopped
and which part of it did, its scanner (characters) or its parser (structure), from what was open there, and from the
text.
"""

import re

from yaml import CollectionStartEvent, MappingStartEvent, MarkedYAMLError
from yaml.scanner import ScannerError

from cjm.core.finding import Finding, RuleInfo
from cjm.core.span import START, Span
from cjm.core.text import Text, untranslated
from cjm.mapfile import reading_rules as reading
from cjm.mapfile.source import SourceText

_IN_BRACKETS = re.compile(r"[],[{}]")
_COMMENT = re.compile(r"\s#(?:\s|$)")
_LONGEST_FIX = 120
_QUOTED = re.compile(r"""'[^']*+(?:''[^']*+)*+'|"[^"\\]*+(?:\\.[^"\\]*+)*+\"""", re.DOTALL)

Position = tuple[int, int]
"""Line and column, from zero, as libyaml counts."""


class YamlError:
    """An error together with the text that it is about.

    Args:
        error: what libyaml raised.
        source: the text.
        around: the start of the innermost list or mapping that is open where its parser stopped.
    """

    def __init__(self, error: MarkedYAMLError, source: SourceText, around: CollectionStartEvent | None) -> None:
        self.source = source
        self.words = " ".join(filter(None, (error.problem or str(error), error.context)))
        self.is_from_scanner = isinstance(error, ScannerError)
        self.at: Position = _position(error.problem_mark)
        self.since: Position = _position(error.context_mark or error.problem_mark)
        self.is_at_start = self.since == self.at
        self._around = None if self.is_from_scanner else around
        self._is_alone = error.context_mark is None
        if self._around and self.is_at_start:
            self.since = _position(self._around.start_mark)

    @property
    def is_in_brackets(self) -> bool:
        """Whether the parser stopped in a list or mapping of flow style."""
        return bool(self._around and self._around.flow_style)

    @property
    def is_in_block(self) -> bool:
        """Whether the parser stopped in a list or mapping of block style."""
        return bool(self._around and not self._around.flow_style)

    @property
    def is_in_mapping(self) -> bool:
        """Whether the parser stopped in a mapping."""
        return isinstance(self._around, MappingStartEvent)

    @property
    def is_outside(self) -> bool:
        """Whether the parser stopped where nothing is open, and not at what begins there."""
        return not self.is_from_scanner and self._around is None and self._is_alone

    @property
    def is_too_deep(self) -> bool:
        """Whether libyaml refuses a bracket. A bracket is allowed anywhere, so there must be too many."""
        return self.is_from_scanner and self.is_at_start and self.character in ("[", "{")

    @property
    def is_in_quotes(self) -> bool:
        """Whether it is about a text inside quotes, or about quotes that are never closed."""
        if not self.is_from_scanner or self.line(self.since[0])[self.since[1] :][:1] not in ("'", '"'):
            return False
        closed = _QUOTED.match(self.source.text, self._offset(self.since), self._offset(self.at))
        return closed is None

    def _offset(self, position: Position) -> int:
        is_there = position[0] < len(self.source.lines)  # libyaml may stop in the line after the last
        return self.source.offset(position[0] + 1, position[1] + 1) if is_there else len(self.source.text)

    def line(self, number: int) -> str:
        """A line of the text, empty beyond its end."""
        lines = self.source.lines
        return lines[number] if 0 <= number < len(lines) else ""

    @property
    def character(self) -> str:
        """The character at which libyaml stopped."""
        return self.line(self.at[0])[self.at[1] :][:1]

    @property
    def before(self) -> str:
        """The text before it in its line."""
        return self.line(self.at[0])[: self.at[1]]

    def text(self, position: Position) -> str:
        """The text from a position to the line's end, to a comment or, inside brackets, to the next sign."""
        line = self.line(position[0])
        before, text = line[: position[1]], line[position[1] :]
        if comment := _COMMENT.search(text):
            text = text[: comment.start()]
        if _opened(before) > 0:
            text = text[:1] + _IN_BRACKETS.split(text[1:], maxsplit=1)[0]
        return text.strip()

    def finding(
        self, rule: RuleInfo, position: Position, message: Text, hint: Text, text: str | None = None
    ) -> Finding:
        """A finding about the text at a position."""
        line, column = position[0] + 1, position[1] + 1
        span = Span(line, column, line, column + len(self.text(position) if text is None else text))
        if position[0] >= len(self.source.lines):
            span = START
        return Finding(rule=rule, file=self.source.name, span=span, message=message, hint=hint)

    def needs_quotes(self, position: Position, sign: str, text: str | None = None) -> Finding:
        """A text contains a character of YAML's own; the hint is the text in quotes."""
        text = self.text(position) if text is None else text
        shown = Text(en="a backquote", ru="обратный апостроф") if sign == "`" else untranslated(f"`{sign}`")
        return self.finding(
            reading.NEEDS_QUOTES,
            position,
            Text(
                en=f"this text needs quotes: {shown.en} means something to YAML here",
                ru=f"этот текст нужно взять в кавычки: {shown.ru} для YAML здесь служебный знак",
            ),
            _quoted(text),
            text,
        )

    def needs_key(self, position: Position) -> Finding:
        """A line is neither a key nor part of the text above."""
        return self.finding(
            reading.SYNTAX,
            position,
            Text(en="here a key is expected, and it has no colon", ru="здесь ожидается ключ, а двоеточия у него нет"),
            Text(
                en="write `key: value`, or indent the line as part of the text above",
                ru="напишите `ключ: значение` или сделайте отступ, чтобы строка продолжала текст выше",
            ),
        )


def _opened(text: str) -> int:
    """How many brackets a text leaves open."""
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


def _position(mark: object) -> Position:
    return (getattr(mark, "line", 0), getattr(mark, "column", 0))


def _quoted(text: str) -> Text:
    if len(text) > _LONGEST_FIX:
        return Text(en="put the whole text in quotes", ru="возьмите весь текст в кавычки")
    mark = "'" if '"' in text or "\\" in text else '"'
    written = mark + (text.replace("'", "''") if mark == "'" else text) + mark
    return Text(en=f"write {written}", ru=f"напишите {written}")
