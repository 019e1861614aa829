"""Explains characters that look like YAML's own: no-break spaces, dashes and bullets, a full-width colon.

YAML takes them for text, so its error is a consequence. A line is examined only where something was found in it,
because all these characters may be part of a text.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from cjm.core.finding import Finding
from cjm.core.safe_text import quoted
from cjm.core.span import Span
from cjm.core.text import Text
from cjm.mapfile import reading_rules as reading
from cjm.mapfile import schema_rules as schema
from cjm.mapfile.source import SourceText

_SPACES = "\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""Spaces that YAML does not take for spaces; the zero-width ones are invisible."""
_INDENTATION = re.compile(rf"[ ]*(?P<sign>[{_SPACES}])[\s{_SPACES}]*\S")
_COLON = re.compile(rf"\s*(?:- +)*(?P<key>[a-z_][a-z_-]*)(?P<sign>:[{_SPACES}]|：)[\s{_SPACES}]*(?P<text>.*)")
_BULLET = re.compile(r"\s*(?P<sign>[—–−•·●▪‣◦*]|\d{1,2}[.)])[ \t]+(?P<text>\S.*)")
_HYPHEN = re.compile(r"\s*(?P<sign>-)(?P<text>[^\W\d].*)")
_CAUSED = (reading.SYNTAX, reading.NEEDS_QUOTES, schema.UNKNOWN_KEY, schema.MISSING_KEY, schema.WRONG_TYPE)


_Cause: TypeAlias = tuple[Span, Text, Text]
"""Where a look-alike is, the message and the hint."""
_Explain: TypeAlias = Callable[[re.Match[str]], tuple[Text, Text]]


def explain_confusables(source: SourceText, findings: Iterable[Finding]) -> list[Finding]:
    """The findings; one that a look-alike caused is replaced by one that explains it."""
    found, causes = list(findings), _Causes(source)
    explained = [_explained(source, finding, causes) for finding in found]
    indented = next((cause for cause in explained if cause and cause.message == _NO_BREAK_SPACE), None)
    if indented:  # nothing after it can be understood for certain
        return [indented]
    return [cause or finding for cause, finding in zip(explained, found, strict=True)]


class _Causes(dict[int, _Cause | None]):
    """The first look-alike of each line that is asked for; each line is examined once, however much is wrong in it."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def __missing__(self, number: int) -> _Cause | None:
        line = self._source.lines[number - 1]
        found = ((match, explain) for pattern, explain in _READERS if (match := pattern.match(line)))
        self[number] = next((_cause(number, match, explain) for match, explain in found), None)
        return self[number]


def _cause(number: int, match: re.Match[str], explain: _Explain) -> _Cause:
    start, end = match.span("sign")
    return Span(number, start + 1, number, end + 1), *explain(match)


def _explained(source: SourceText, finding: Finding, causes: _Causes) -> Finding | None:
    if finding.rule not in _CAUSED:
        return None
    found = next((cause for number in _lines(source, finding) if (cause := causes[number])), None)
    if found is None:
        return None
    span, message, hint = found
    return replace(finding, rule=reading.SYNTAX, span=span, message=message, hint=hint, related=())


def _lines(source: SourceText, finding: Finding) -> Iterable[int]:
    """The lines of a finding, first the one above where YAML stopped: a text there may have swallowed a key."""
    first, last = finding.span.line, min(finding.span.end_line, len(source.lines))
    if finding.rule is reading.SYNTAX and first > 1:
        first -= 1
    return range(first, last + 1)


_NO_BREAK_SPACE = Text(
    en="the indentation contains a no-break space, and YAML allows only ordinary ones",
    ru="в отступе стоит неразрывный пробел, а YAML понимает только обычные",
)


def _indentation(_: re.Match[str]) -> tuple[Text, Text]:
    hint = Text(
        en="delete the spaces at the beginning of the line and type them again",
        ru="удалите пробелы в начале строки и наберите их заново",
    )
    return _NO_BREAK_SPACE, hint


def _colon(match: re.Match[str]) -> tuple[Text, Text]:
    key, text = match["key"], quoted(match["text"]) or "…"
    message = (
        Text(en=f"the colon after `{key}` is a full-width one", ru=f"после `{key}` стоит полноширинное двоеточие")
        if match["sign"] == "："
        else Text(
            en=f"after `{key}:` there is a no-break space, and YAML allows only an ordinary one",
            ru=f"после `{key}:` стоит неразрывный пробел, а YAML понимает только обычный",
        )
    )
    return message, Text(en=f"type it again: `{key}: {text}`", ru=f"наберите заново: `{key}: {text}`")


def _bullet(match: re.Match[str]) -> tuple[Text, Text]:
    sign = match["sign"]
    message = Text(
        en=f"an item of a list begins with a hyphen, not with `{sign}`",
        ru=f"пункт списка начинается с дефиса, а не с `{sign}`",
    )
    return message, _as_item(match)


def _hyphen(match: re.Match[str]) -> tuple[Text, Text]:
    message = Text(en="a space is missing after the hyphen of an item", ru="после дефиса в начале пункта нужен пробел")
    return message, _as_item(match)


def _as_item(match: re.Match[str]) -> Text:
    text = quoted(match["text"])
    return Text(en=f"write `- {text}`", ru=f"напишите `- {text}`")


_READERS: tuple[tuple[re.Pattern[str], _Explain], ...] = (
    (_INDENTATION, _indentation),
    (_COLON, _colon),
    (_BULLET, _bullet),
    (_HYPHEN, _hyphen),
)
