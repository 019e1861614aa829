"""Explains libyaml's errors to an author: findings with hints.

libyaml names what its grammar missed; an author needs to know which text needs quotes or which line is
indented wrongly. The place where it stopped and the text around it show which.
"""

import re
from collections.abc import Callable

from cjm.core.finding import Finding
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.mapfile import reading_rules as reading
from cjm.mapfile.yaml_error import Position, YamlError

_SIGNS_BEFORE_MORE = tuple("|>*&!%")
_NO_BEGINNING = tuple("@`%,]}?!|>")
_KEY = re.compile(r"(\s*(?:- +)*)(?!- )[^\s#'\"\[{][^:]*:(?=\s)")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[^\s:#'\"]+):(?=[^\s/])")
_QUOTES = "\"'"
_ENDS = ("---", "...")
_COMMENT_WITHOUT_SPACE = re.compile(r"[ \t](#[^\s#!].*)")
_TEXT_IN_BRACKETS = re.compile(r"[^\s:,\[{][^:,\[{]*$")
_DASHES = re.compile(r"\s*(?:- +)*")
_ALIAS_WITH_MORE = re.compile(r"(?:^|[\s,[{])(\*\S+)\s+$")


def syntax_finding(error: YamlError) -> Finding:
    """The finding for an error of libyaml."""
    return next(finding for reader in _READERS if (finding := reader(error)))


def _conflict(error: YamlError) -> Finding | None:
    """Marks that git leaves around two sides of a merge."""
    lines = error.source.lines
    first = next((number for number, line in enumerate(lines) if line.startswith("<<<<<<< ")), None)
    last = next((number for number, line in enumerate(lines) if line.startswith(">>>>>>> ")), None)
    if first is None or last is None or last < first:
        return None
    return error.finding(
        reading.SYNTAX,
        (first, 0),
        Text(
            en=f"git has left a conflict here, down to line {last + 1}",
            ru=f"здесь остался конфликт слияния git, до строки {last + 1}",
        ),
        Text(
            en="keep what is right of the two sides, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`",
            ru="оставьте нужное из двух вариантов и удалите строки с `<<<<<<<`, `=======` и `>>>>>>>`",
        ),
        text=lines[first],
    )


def _tab(error: YamlError) -> Finding | None:
    if "\t" not in (error.character, error.before[-1:]):
        return None
    return error.finding(
        reading.TAB,
        error.at,
        Text(
            en="there is a tab here; YAML allows only spaces",
            ru="здесь табуляция, а YAML понимает только пробелы",
        ),
        Text(en="indent with spaces, two a level", ru="делайте отступ пробелами, по два на уровень"),
    )


def _sign_before_more(error: YamlError) -> Finding | None:
    opening = error.line(error.since[0])[error.since[1] :][:1]
    is_after = error.since[0] == error.at[0] and error.since[1] < error.at[1]
    if not error.is_from_scanner or not is_after or opening not in _SIGNS_BEFORE_MORE:
        return None
    return error.needs_quotes(error.since, opening)


def _first_sign(error: YamlError) -> Finding | None:
    if error.character in _NO_BEGINNING and error.is_at_start and not error.is_outside:
        return error.needs_quotes(error.at, error.character)
    if error.character == ":" and error.is_in_brackets and error.before.endswith(tuple(" ,[{")):
        return error.needs_quotes(error.at, ":")
    return None


def _colon(error: YamlError) -> Finding | None:
    if not error.is_from_scanner or error.character != ":":
        return None
    if not error.is_at_start:
        is_inside = error.since[0] == error.at[0]
        return error.needs_quotes(error.since, ":") if is_inside else None
    key = _KEY.match(error.before)
    if key:
        start = (error.at[0], _text_start(error.line(error.at[0]), key.end()))
        return error.needs_quotes(start, ": ")
    return _missing_space(error) or _text_above(error) or _wrong_indentation(error)


def _missing_space(error: YamlError) -> Finding | None:
    for number in (error.at[0], error.at[0] - 1):
        match = _KEY_WITHOUT_SPACE.match(error.line(number))
        if match:
            key = quoted(match["key"])
            return error.finding(
                reading.SYNTAX,
                (number, match.start("key")),
                Text(
                    en=f"a space is missing after the colon of `{key}:`",
                    ru=f"после двоеточия в `{key}:` нет пробела",
                ),
                Text(en=f"write `{key}: …`", ru=f"напишите `{key}: …`"),
            )
    return None


def _text_above(error: YamlError) -> Finding | None:
    """A text without a key, under which keys go on in the same column."""
    above = next((n for n in range(error.at[0] - 1, -1, -1) if error.line(n).strip()), None)
    if above is None:
        return None
    dashes = _DASHES.match(error.line(above))
    position = (above, dashes.end() if dashes else 0)
    if _text_start(error.line(error.at[0]), 0) > position[1]:
        return None
    if "-" not in error.line(above)[: position[1]]:
        return error.needs_key(position)
    text = quoted(error.text(position))
    return error.finding(
        reading.SYNTAX,
        position,
        Text(en="this text has no key, and keys follow it", ru="у этого текста нет ключа, а под ним идут ключи"),
        Text(en=f"write `- name: {text}`", ru=f"напишите `- name: {text}`"),
    )


def _wrong_indentation(error: YamlError) -> Finding:
    return error.finding(
        reading.SYNTAX,
        (error.at[0], _text_start(error.line(error.at[0]), 0)),
        Text(
            en="this line is indented deeper than what it belongs to",
            ru="отступ этой строки больше, чем у того, к чему она относится",
        ),
        Text(
            en="keys of one thing begin in one column; put a text of several lines in quotes",
            ru="ключи одного уровня начинаются в одном столбце; текст из нескольких строк возьмите в кавычки",
        ),
    )


def _after_quote(error: YamlError) -> Finding | None:
    last = error.before.rstrip()[-1:]
    if error.is_from_scanner or not last or last not in f"{_QUOTES}]}}":
        return None
    if error.is_in_brackets and ": " in error.text(error.at):
        return None  # a new entry, so a comma is missing
    return _quoted_in_part(error)


def _quoted_in_part(error: YamlError) -> Finding:
    opening = _opening(error.before.rstrip())
    text = error.before[opening:] + error.text(error.at)
    return error.needs_quotes((error.at[0], opening), error.before[opening], text)


def _opening(text: str) -> int:
    """Where the quote or the bracket opens that a text ends with; else where the text after the key begins."""
    key = _KEY.match(text)
    beginning = _text_start(text, key.end() if key else 0)
    if text[-1] in _QUOTES:
        return max(beginning, text.rfind(text[-1], 0, -1))
    closed = 0
    for position in range(len(text) - 1, beginning, -1):
        closed += (text[position] in "]}") - (text[position] in "[{")
        if closed == 0:
            return position
    return beginning


def _after_alias(error: YamlError) -> Finding | None:
    alias = _ALIAS_WITH_MORE.search(error.before)
    return error.needs_quotes((error.at[0], alias.start(1)), "*") if alias else None


def _uneven(error: YamlError) -> Finding | None:
    if not error.is_in_block:
        return None
    if error.at[1] == error.since[1]:
        return _out_of_place(error)
    line, column = (position + 1 for position in _sibling(error))
    return error.finding(
        reading.SYNTAX,
        error.at,
        Text(
            en=f"this line does not fit in: what it belongs to begins in column {column}, see line {line}",
            ru=f"строка стоит не на месте: то, к чему она относится, начинается в столбце {column}, см. строку {line}",
        ),
        Text(en=f"begin it in column {column}", ru=f"начните её в столбце {column}"),
    )


def _sibling(error: YamlError) -> Position:
    """The item above an item, or the key above a key, that begins nearest to the column of the error."""
    is_item = error.text(error.at).startswith("- ")
    positions = [(n, _beginning(error.line(n), is_item=is_item)) for n in range(error.since[0], error.at[0])]
    found = [(abs(column - error.at[1]), -number, column) for number, column in positions if column is not None]
    if not found:
        return error.since
    _, number, column = min(found)
    return (-number, column)


def _beginning(line: str, *, is_item: bool) -> int | None:
    if is_item:
        return _text_start(line, 0) if line.lstrip().startswith("- ") else None
    key = _KEY.match(line)
    return key.end(1) if key else None


def _item_among_keys(error: YamlError) -> Finding | None:
    """A stage that is indented as deep as the keys of the stage above."""
    if not error.is_in_mapping or not error.text(error.at).startswith("- "):
        return None
    numbers = range(error.at[0] - 1, -1, -1)
    above = ((n, _beginning(error.line(n), is_item=True)) for n in numbers)
    position = next(((n + 1, column + 1) for n, column in above if column is not None and column < error.at[1]), None)
    if position is None:
        return None
    line, column = position
    return error.finding(
        reading.SYNTAX,
        error.at,
        Text(
            en=f"this item is indented deeper than the one in line {line}, and is among its keys",
            ru=f"этот пункт сдвинут правее, чем пункт в строке {line}, и стоит среди его ключей",
        ),
        Text(
            en=f"align its `- ` with line {line}: begin it in column {column}",
            ru=f"поставьте его `- ` под дефисом строки {line}, в столбец {column}",
        ),
    )


def _out_of_place(error: YamlError) -> Finding:
    if among := _item_among_keys(error):
        return among
    line = error.since[0] + 1
    if error.is_in_mapping:
        message = Text(en=f"here a key is expected, as in line {line}", ru=f"здесь ожидается ключ, как в строке {line}")
        hint = Text(en="write `key: value`", ru="напишите `ключ: значение`")
    else:
        message = Text(
            en=f"here an item is expected, as in line {line}", ru=f"здесь ожидается пункт, как в строке {line}"
        )
        hint = Text(en="begin it with `- `", ru="начните его с `- `")
    return error.finding(reading.SYNTAX, error.at, message, hint)


def _comment_in_brackets(error: YamlError) -> Finding | None:
    """`{name: Discount #1}`: the rest of the line is a comment, and the bracket stays open."""
    line = error.line(error.since[0])
    comment = _COMMENT_WITHOUT_SPACE.search(line, error.since[1])
    if comment is None:
        return None
    before = _TEXT_IN_BRACKETS.search(line[: comment.start()])
    text = quoted(before[0] if before else "") + re.split(r"[],}]", line[comment.start() :], maxsplit=1)[0]
    return error.finding(
        reading.NEEDS_QUOTES,
        (error.since[0], comment.start(1)),
        Text(
            en="` #` begins a comment, which swallows the bracket that closes",
            ru="с ` #` начинается комментарий, и закрывающая скобка попала в него",
        ),
        Text(en=f'put the text in quotes: "{text}"', ru=f'возьмите текст в кавычки: "{text}"'),
        text=comment[1],
    )


def _unclosed(error: YamlError) -> Finding | None:
    if error.is_in_brackets:
        if swallowed := _comment_in_brackets(error):
            return swallowed
        return error.finding(
            reading.SYNTAX,
            error.since,
            Text(
                en="the list or mapping that this bracket opens is not closed, or lacks a comma",
                ru="список или запись, открытые этой скобкой, не закрыты, или не хватает запятой",
            ),
            Text(
                en="close the bracket; put texts with commas, colons or brackets in quotes",
                ru="закройте скобку; тексты с запятыми, двоеточиями и скобками возьмите в кавычки",
            ),
        )
    return None


def _in_quotes(error: YamlError) -> Finding | None:
    if not error.is_in_quotes:
        return None
    if not error.character or error.line(error.at[0]).startswith(_ENDS):
        return error.finding(
            reading.SYNTAX,
            error.since,
            Text(en="the quote that opens here is not closed", ru="открытая здесь кавычка не закрыта"),
            Text(en="close it at the end of the text", ru="закройте её в конце текста"),
        )
    return error.finding(
        reading.SYNTAX,
        error.at,
        Text(
            en="in double quotes a backslash begins a code, and this one is unknown",
            ru="в двойных кавычках обратная черта начинает код, а такого кода нет",
        ),
        Text(en=r"write \\, or use single quotes", ru=r"напишите \\ или возьмите одинарные кавычки"),
    )


def _list_on_line(error: YamlError) -> Finding | None:
    if not error.is_from_scanner or not error.is_at_start or error.character != "-":
        return None
    if error.before.rstrip().endswith(tuple(_QUOTES)):
        return _quoted_in_part(error)
    return error.finding(
        reading.SYNTAX,
        error.at,
        Text(en="a list cannot begin on the line of its key", ru="список не может начинаться на строке своего ключа"),
        Text(
            en="begin it on the next line; if it is a text, put it in quotes",
            ru="начните его со следующей строки; если это текст, возьмите его в кавычки",
        ),
    )


def _no_colon(error: YamlError) -> Finding | None:
    if not error.is_from_scanner or error.is_at_start:
        return None
    return _missing_space(error) or error.needs_key(error.since)


def _outside(error: YamlError) -> Finding | None:
    if not error.is_outside or error.line(error.at[0]).startswith("%"):
        return None
    return error.finding(
        reading.SYNTAX,
        error.at,
        Text(
            en="the map has ended above, and this does not belong to it",
            ru="карта закончилась выше, и эта строка к ней не относится",
        ),
        Text(en="begin all keys of the map in the first column", ru="начинайте все ключи карты с первого столбца"),
    )


def _anything_else(error: YamlError) -> Finding:
    return error.finding(
        reading.SYNTAX,
        error.at,
        Text(en=f"this is not YAML: {error.words}", ru=f"это не YAML: {error.words}"),
        reading.SYNTAX.doc.why,
    )


def _text_start(line: str, position: int) -> int:
    """The first column from a position on that is not white space."""
    return len(line) - len(line[position:].lstrip())


_READERS: tuple[Callable[[YamlError], Finding | None], ...] = (
    _conflict,
    _tab,
    _sign_before_more,
    _first_sign,
    _colon,
    _after_quote,
    _unclosed,
    _after_alias,
    _uneven,
    _in_quotes,
    _list_on_line,
    _no_colon,
    _outside,
    _anything_else,
)
