"""libyaml's events of a text. Where libyaml still reads YAML 1.1, it gets the text in a form that it reads as YAML 1.2.

What it would misread is replaced by as many characters without a meaning, so that positions stay; values get the
original back. Those characters are of the private use area, and the text itself does not contain them.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, TypeAlias

from yaml import CBaseLoader, ScalarEvent, StreamEndEvent

Event: TypeAlias = Any
"""An event of libyaml. Its published types say that any attribute may be None, marks included; here none is."""

_BREAKS_OF_YAML_1_1 = "\x85\u2028\u2029"
_TEXT_IN_BRACKETS = re.compile(  # [?a] {?a: b} [:a] [a, :b] {a: :b}: no space follows, so it begins a text
    r"\?(?<=[\s,[{]\?)(?=[^\s,[\]{}])|:(?:(?<=[,[{]:)|(?<=[,[{:] :))(?=[^\s,[\]{}])"
)
_ESCAPE = re.compile(r"\\(?:u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|.)", re.IGNORECASE)
_LONG_ESCAPE = re.compile(r"\\U([0-9a-fA-F]{8})")
_BEYOND_ALL = 0x110000
_PRIVATE_USE = range(0xF0000, 0x10FFFE)
_SIGNS = 6


class Events:
    """The events of a text, one by one."""

    def __init__(self, text: str) -> None:
        free = _free_signs(text) if _needs_disguise(text) else ""
        self._disguise = _Disguise(text, free) if len(free) == _SIGNS else None
        self._read = self._disguise.text if self._disguise else text
        last = text.rstrip(" ")
        self._end = len(last) if last.endswith("\n") and len(last) < len(text) else None
        self.next: Callable[[], Event] = CBaseLoader(self._read).get_event
        self.are_exact = self._disguise is None and self._end is None
        """Whether values need no correction."""

    def text(self, event: Event) -> str:
        """The value of a scalar; where values are exact, its own."""
        if self._end is not None and event.style in ("|", ">") and event.end_mark.index >= self._end:
            event.value = self._last_text()
        value: str = event.value
        return self._disguise.taken_off(event) if self._disguise else value

    def _last_text(self) -> str:
        """A text of several lines in a file that ends with spaces: they are a line of it, though no break follows."""
        following = CBaseLoader(f"{self._read}\n").get_event
        value = ""
        while not isinstance(event := following(), StreamEndEvent):
            if isinstance(event, ScalarEvent):
                value = event.value
        return value

    def shown(self, name: str) -> str:
        """A tag or the name of an anchor as it was written."""
        return name.translate(self._disguise.signs) if self._disguise else name


def _needs_disguise(text: str) -> bool:
    return (
        any(sign in text for sign in _BREAKS_OF_YAML_1_1)
        or _TEXT_IN_BRACKETS.search(text) is not None
        or any(escape[1] for escape in (_ESCAPE.finditer(text) if "\\u" in text else ()))
    )


def _free_signs(text: str) -> str:
    """Characters that a text does not contain, not even as escapes; fewer only if the text contains all of them."""
    there = set(text).union(_escaped_signs(text))
    return "".join(islice((sign for code in _PRIVATE_USE if (sign := chr(code)) not in there), _SIGNS))


def _escaped_signs(text: str) -> Iterator[str]:
    """The characters beyond the first 65,536 that escapes stand for."""
    yield from (chr(_joined_code(escape)) for escape in _ESCAPE.finditer(text) if escape[1])
    codes = (int(escape[1], 16) for escape in _LONG_ESCAPE.finditer(text))
    yield from (chr(code) for code in codes if code < _BEYOND_ALL)


def _joined_code(pair: re.Match[str]) -> int:
    return 0x10000 + ((int(pair[1], 16) - 0xD800) << 10) + int(pair[2], 16) - 0xDC00


class _Disguise:
    """A text in other signs.

    JSON writes a sign beyond the first 65,536 as a pair of codes, which libyaml refuses. It gets YAML's one code,
    followed by fillers; outside of double quotes, where the pair means itself, it is restored.
    """

    def __init__(self, text: str, free: str) -> None:
        question, colon, self._filler, breaks = free[0], free[1], free[2], free[3:]
        self.signs = str.maketrans(f"{question}{colon}{breaks}", f"?:{_BREAKS_OF_YAML_1_1}")
        self._pairs = [(escape.start(), escape[0]) for escape in _ESCAPE.finditer(text) if escape[1]]
        self._joined = re.compile(rf"\\U[0-9a-f]{{8}}{self._filler}{{2}}")
        text = _ESCAPE.sub(self._join, text) if self._pairs else text
        text = _TEXT_IN_BRACKETS.sub(lambda sign: question if sign[0] == "?" else colon, text)
        self.text = text.translate(str.maketrans(_BREAKS_OF_YAML_1_1, breaks))

    def _join(self, escape: re.Match[str]) -> str:
        if not escape[1]:
            return escape[0]
        return f"\\U{_joined_code(escape):08x}{self._filler}{self._filler}"

    def taken_off(self, event: Event) -> str:
        value: str = event.value
        if self._filler in value:
            pairs = self._pairs_from(event.start_mark.index)
            value = self._joined.sub(lambda _: next(pairs), value).replace(self._filler, "")
        return value.translate(self.signs)

    def _pairs_from(self, offset: int) -> Iterator[str]:
        first = bisect_left(self._pairs, (offset, ""))
        return (self._pairs[number][1] for number in range(first, len(self._pairs)))
