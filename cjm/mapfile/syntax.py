"""libyaml's complaints in words that say what to do.

libyaml names what its grammar missed; an author needs to know which text wants quotes or which line is
indented wrongly. The place where it stopped and the text around it tell the two apart.
"""

import re
from collections.abc import Callable

from cjm.core.finding import Finding
from cjm.core.safe_text import quoted
from cjm.core.text import Text
from cjm.mapfile import reading_rules as reading
from cjm.mapfile.yaml_error import Complaint, Place

_SIGNS_BEFORE_MORE = tuple("|>*&!%")
_NO_BEGINNING = tuple("@`%,]}?!|>")
_KEY = re.compile(r"(\s*(?:- +)*)(?!- )[^\s#'\"\[{][^:]*:(?=\s)")
_KEY_WITHOUT_BLANK = re.compile(r"\s*(?:- +)*(?P<key>[^\s:#'\"]+):(?=[^\s/])")
_QUOTES = "\"'"
_ENDS = ("---", "...")
_COMMENT_WITHOUT_BLANK = re.compile(r"[ \t](#[^\s#!].*)")
_TEXT_IN_BRACKETS = re.compile(r"[^\s:,\[{][^:,\[{]*$")
_DASHES = re.compile(r"\s*(?:- +)*")
_ALIAS_WITH_MORE = re.compile(r"(?:^|[\s,[{])(\*\S+)\s+$")


def syntax_finding(complaint: Complaint) -> Finding:
    """The finding that a complaint of libyaml amounts to."""
    return next(finding for reader in _READERS if (finding := reader(complaint)))


def _conflict(complaint: Complaint) -> Finding | None:
    """Marks that git leaves around two sides of a merge."""
    lines = complaint.source.lines
    first = next((number for number, line in enumerate(lines) if line.startswith("<<<<<<< ")), None)
    last = next((number for number, line in enumerate(lines) if line.startswith(">>>>>>> ")), None)
    if first is None or last is None or last < first:
        return None
    return complaint.finding(
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


def _tab(complaint: Complaint) -> Finding | None:
    if "\t" not in (complaint.sign, complaint.before[-1:]):
        return None
    return complaint.finding(
        reading.TAB,
        complaint.at,
        Text(
            en="a tab stands here, where YAML takes only spaces", ru="здесь табуляция, а YAML понимает только пробелы"
        ),
        Text(en="indent with spaces, two a level", ru="делайте отступ пробелами, по два на уровень"),
    )


def _sign_before_more(complaint: Complaint) -> Finding | None:
    opening = complaint.line(complaint.since[0])[complaint.since[1] :][:1]
    is_behind = complaint.since[0] == complaint.at[0] and complaint.since[1] < complaint.at[1]
    if not complaint.is_of_a_sign or not is_behind or opening not in _SIGNS_BEFORE_MORE:
        return None
    return complaint.needs_quotes(complaint.since, opening)


def _first_sign(complaint: Complaint) -> Finding | None:
    if complaint.sign in _NO_BEGINNING and complaint.is_of_a_beginning and not complaint.is_outside:
        return complaint.needs_quotes(complaint.at, complaint.sign)
    if complaint.sign == ":" and complaint.is_in_brackets and complaint.before.endswith(tuple(" ,[{")):
        return complaint.needs_quotes(complaint.at, ":")
    return None


def _colon(complaint: Complaint) -> Finding | None:
    if not complaint.is_of_a_sign or complaint.sign != ":":
        return None
    if not complaint.is_of_a_beginning:
        is_inside = complaint.since[0] == complaint.at[0]
        return complaint.needs_quotes(complaint.since, ":") if is_inside else None
    key = _KEY.match(complaint.before)
    if key:
        start = (complaint.at[0], _text_start(complaint.line(complaint.at[0]), key.end()))
        return complaint.needs_quotes(start, ": ")
    return _missing_blank(complaint) or _text_above(complaint) or _wrong_indentation(complaint)


def _missing_blank(complaint: Complaint) -> Finding | None:
    for number in (complaint.at[0], complaint.at[0] - 1):
        match = _KEY_WITHOUT_BLANK.match(complaint.line(number))
        if match:
            key = quoted(match["key"])
            return complaint.finding(
                reading.SYNTAX,
                (number, match.start("key")),
                Text(
                    en=f"a space is missing after the colon of `{key}:`",
                    ru=f"после двоеточия в `{key}:` нет пробела",
                ),
                Text(en=f"write `{key}: …`", ru=f"напишите `{key}: …`"),
            )
    return None


def _text_above(complaint: Complaint) -> Finding | None:
    """A text without a key, under which keys go on in the same column."""
    above = next((n for n in range(complaint.at[0] - 1, -1, -1) if complaint.line(n).strip()), None)
    if above is None:
        return None
    dashes = _DASHES.match(complaint.line(above))
    place = (above, dashes.end() if dashes else 0)
    if _text_start(complaint.line(complaint.at[0]), 0) > place[1]:
        return None
    if "-" not in complaint.line(above)[: place[1]]:
        return complaint.needs_key(place)
    text = quoted(complaint.text(place))
    return complaint.finding(
        reading.SYNTAX,
        place,
        Text(en="this text has no key, and keys follow it", ru="у этого текста нет ключа, а под ним идут ключи"),
        Text(en=f"write `- name: {text}`", ru=f"напишите `- name: {text}`"),
    )


def _wrong_indentation(complaint: Complaint) -> Finding:
    return complaint.finding(
        reading.SYNTAX,
        (complaint.at[0], _text_start(complaint.line(complaint.at[0]), 0)),
        Text(
            en="this line is indented deeper than what it belongs to",
            ru="отступ этой строки больше, чем у того, к чему она относится",
        ),
        Text(
            en="keys of one thing begin in one column; put a text of several lines in quotes",
            ru="ключи одного уровня начинаются в одном столбце; текст из нескольких строк возьмите в кавычки",
        ),
    )


def _behind_quote(complaint: Complaint) -> Finding | None:
    last = complaint.before.rstrip()[-1:]
    if complaint.is_of_a_sign or not last or last not in f"{_QUOTES}]}}":
        return None
    if complaint.is_in_brackets and ": " in complaint.text(complaint.at):
        return None  # a new entry, so a comma is missing
    return _quoted_in_part(complaint)


def _quoted_in_part(complaint: Complaint) -> Finding:
    opening = _opening(complaint.before.rstrip())
    text = complaint.before[opening:] + complaint.text(complaint.at)
    return complaint.needs_quotes((complaint.at[0], opening), complaint.before[opening], text)


def _opening(text: str) -> int:
    """Where the quote or the bracket opens that a text ends with; else where the text behind the key begins."""
    key = _KEY.match(text)
    beginning = _text_start(text, key.end() if key else 0)
    if text[-1] in _QUOTES:
        return max(beginning, text.rfind(text[-1], 0, -1))
    closed = 0
    for place in range(len(text) - 1, beginning, -1):
        closed += (text[place] in "]}") - (text[place] in "[{")
        if closed == 0:
            return place
    return beginning


def _behind_alias(complaint: Complaint) -> Finding | None:
    alias = _ALIAS_WITH_MORE.search(complaint.before)
    return complaint.needs_quotes((complaint.at[0], alias.start(1)), "*") if alias else None


def _uneven(complaint: Complaint) -> Finding | None:
    if not complaint.is_in_block:
        return None
    if complaint.at[1] == complaint.since[1]:
        return _out_of_place(complaint)
    line, column = (place + 1 for place in _sibling(complaint))
    return complaint.finding(
        reading.SYNTAX,
        complaint.at,
        Text(
            en=f"this line does not fit in: what it belongs to begins in column {column}, see line {line}",
            ru=f"строка стоит не на месте: то, к чему она относится, начинается в столбце {column}, см. строку {line}",
        ),
        Text(en=f"begin it in column {column}", ru=f"начните её в столбце {column}"),
    )


def _sibling(complaint: Complaint) -> Place:
    """The item above an item, or the key above a key, that begins nearest to the column of the complaint."""
    is_item = complaint.text(complaint.at).startswith("- ")
    places = [(n, _beginning(complaint.line(n), is_item=is_item)) for n in range(complaint.since[0], complaint.at[0])]
    found = [(abs(column - complaint.at[1]), -number, column) for number, column in places if column is not None]
    if not found:
        return complaint.since
    _, number, column = min(found)
    return (-number, column)


def _beginning(line: str, *, is_item: bool) -> int | None:
    if is_item:
        return _text_start(line, 0) if line.lstrip().startswith("- ") else None
    key = _KEY.match(line)
    return key.end(1) if key else None


def _item_among_keys(complaint: Complaint) -> Finding | None:
    """A stage that is indented as deep as the keys of the stage above."""
    if not complaint.is_in_mapping or not complaint.text(complaint.at).startswith("- "):
        return None
    numbers = range(complaint.at[0] - 1, -1, -1)
    above = ((n, _beginning(complaint.line(n), is_item=True)) for n in numbers)
    place = next(((n + 1, column + 1) for n, column in above if column is not None and column < complaint.at[1]), None)
    if place is None:
        return None
    line, column = place
    return complaint.finding(
        reading.SYNTAX,
        complaint.at,
        Text(
            en=f"this item is indented deeper than the one in line {line}, and stands among its keys",
            ru=f"этот пункт сдвинут правее, чем пункт в строке {line}, и стоит среди его ключей",
        ),
        Text(
            en=f"align its `- ` with line {line}: begin it in column {column}",
            ru=f"поставьте его `- ` под дефисом строки {line}, в столбец {column}",
        ),
    )


def _out_of_place(complaint: Complaint) -> Finding:
    if among := _item_among_keys(complaint):
        return among
    line = complaint.since[0] + 1
    if complaint.is_in_mapping:
        message = Text(en=f"here a key is expected, as in line {line}", ru=f"здесь ожидается ключ, как в строке {line}")
        hint = Text(en="write `key: value`", ru="напишите `ключ: значение`")
    else:
        message = Text(
            en=f"here an item is expected, as in line {line}", ru=f"здесь ожидается пункт, как в строке {line}"
        )
        hint = Text(en="begin it with `- `", ru="начните его с `- `")
    return complaint.finding(reading.SYNTAX, complaint.at, message, hint)


def _comment_in_brackets(complaint: Complaint) -> Finding | None:
    """`{name: Discount #1}`: the rest of the line is a comment, and the bracket stays open."""
    line = complaint.line(complaint.since[0])
    comment = _COMMENT_WITHOUT_BLANK.search(line, complaint.since[1])
    if comment is None:
        return None
    before = _TEXT_IN_BRACKETS.search(line[: comment.start()])
    text = quoted(before[0] if before else "") + re.split(r"[],}]", line[comment.start() :], maxsplit=1)[0]
    return complaint.finding(
        reading.NEEDS_QUOTES,
        (complaint.since[0], comment.start(1)),
        Text(
            en="` #` begins a comment, which swallows the bracket that closes",
            ru="с ` #` начинается комментарий, и закрывающая скобка попала в него",
        ),
        Text(en=f'put the text in quotes: "{text}"', ru=f'возьмите текст в кавычки: "{text}"'),
        text=comment[1],
    )


def _unclosed(complaint: Complaint) -> Finding | None:
    if complaint.is_in_brackets:
        if swallowed := _comment_in_brackets(complaint):
            return swallowed
        return complaint.finding(
            reading.SYNTAX,
            complaint.since,
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


def _in_quotes(complaint: Complaint) -> Finding | None:
    if not complaint.is_in_quotes:
        return None
    if not complaint.sign or complaint.line(complaint.at[0]).startswith(_ENDS):
        return complaint.finding(
            reading.SYNTAX,
            complaint.since,
            Text(en="the quote that opens here is not closed", ru="открытая здесь кавычка не закрыта"),
            Text(en="close it at the end of the text", ru="закройте её в конце текста"),
        )
    return complaint.finding(
        reading.SYNTAX,
        complaint.at,
        Text(
            en="in double quotes a backslash begins a code, and this one is unknown",
            ru="в двойных кавычках обратная черта начинает код, а такого кода нет",
        ),
        Text(en=r"write \\, or use single quotes", ru=r"напишите \\ или возьмите одинарные кавычки"),
    )


def _list_on_line(complaint: Complaint) -> Finding | None:
    if not complaint.is_of_a_sign or not complaint.is_of_a_beginning or complaint.sign != "-":
        return None
    if complaint.before.rstrip().endswith(tuple(_QUOTES)):
        return _quoted_in_part(complaint)
    return complaint.finding(
        reading.SYNTAX,
        complaint.at,
        Text(en="a list cannot begin on the line of its key", ru="список не может начинаться на строке своего ключа"),
        Text(
            en="begin it on the next line; where a text is meant, put it in quotes",
            ru="начните его со следующей строки; если это текст, возьмите его в кавычки",
        ),
    )


def _no_colon(complaint: Complaint) -> Finding | None:
    if not complaint.is_of_a_sign or complaint.is_of_a_beginning:
        return None
    return _missing_blank(complaint) or complaint.needs_key(complaint.since)


def _outside(complaint: Complaint) -> Finding | None:
    if not complaint.is_outside or complaint.line(complaint.at[0]).startswith("%"):
        return None
    return complaint.finding(
        reading.SYNTAX,
        complaint.at,
        Text(
            en="the map has ended above, and this does not belong to it",
            ru="карта закончилась выше, и эта строка к ней не относится",
        ),
        Text(en="begin all keys of the map in the first column", ru="начинайте все ключи карты с первого столбца"),
    )


def _anything_else(complaint: Complaint) -> Finding:
    return complaint.finding(
        reading.SYNTAX,
        complaint.at,
        Text(en=f"this is not YAML: {complaint.words}", ru=f"это не YAML: {complaint.words}"),
        reading.SYNTAX.doc.why,
    )


def _text_start(line: str, position: int) -> int:
    """The first place from a position on that is not blank."""
    return len(line) - len(line[position:].lstrip())


_READERS: tuple[Callable[[Complaint], Finding | None], ...] = (
    _conflict,
    _tab,
    _sign_before_more,
    _first_sign,
    _colon,
    _behind_quote,
    _unclosed,
    _behind_alias,
    _uneven,
    _in_quotes,
    _list_on_line,
    _no_colon,
    _outside,
    _anything_else,
)
