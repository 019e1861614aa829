"""Data against the map's JSON Schema: each error as a finding that names the key, what is there and what belongs there.

`jsonschema-rs` checks (0.04 ms a map) and tells the kind of each error; the sentences are ours.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

from jsonschema_rs import Draft7Validator, ValidationError

from cjm.core.finding import Finding, Related, RuleInfo
from cjm.core.path import Path
from cjm.core.safe_text import one_line, quoted
from cjm.core.span import Span
from cjm.core.suggest import Suggester, did_you_mean
from cjm.core.text import Text, untranslated
from cjm.mapfile import schema_rules as kinds
from cjm.mapfile.scalars import written_as_yaml
from cjm.mapfile.source import Source
from cjm.mapfile.yaml_tree import Tree

_TYPES = {
    "text": Text(en="a text", ru="текст"),
    "text or object": Text(en="a text or a mapping", ru="текст или запись с ключами"),
    "object": Text(en="a mapping (`key: value` on lines of their own)", ru="запись с ключами (`ключ: значение`)"),
    "array": Text(en="a list (each item on a line behind `- `)", ru="список (каждый пункт на своей строке после `- `)"),
    "number": Text(en="a number", ru="число"),
    "integer": Text(en="a whole number", ru="целое число"),
    "boolean": Text(en="`true` or `false`", ru="`true` или `false`"),
}
_FORMS = {
    "date": Text(en="a day as YYYY-MM-DD, such as 2026-10-01", ru="день в виде ГГГГ-ММ-ДД, например 2026-10-01"),
    "id": Text(
        en="a text of small Latin letters, digits and hyphens", ru="текст из строчных латинских букв, цифр и дефисов"
    ),
    "url": Text(en="a link that begins with https://", ru="ссылка, которая начинается с https://"),
    "review_every": Text(
        en="a number with d, w, m or y, such as 90d or 6m", ru="число и d, w, m или y, например 90d или 6m"
    ),
    "language": Text(en="a language code such as en or ru", ru="код языка, например en или ru"),
}


_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_RUSSIAN_DAY = re.compile(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})")
_JOINED = re.compile(r"(?P<key>[a-z_]+):(?P<text>\S.*)")
_SCORE = re.compile(r"[-+]?[0-2]")
_PRINTED_MINUS = str.maketrans("−–—", "---")
_LONGEST_LIST = 120


@cache
def schema_text(name: str = "cjm.schema.json") -> str:
    """A published JSON Schema: from the package, or in a checkout from the folder `schema/`."""
    package = FilePath(__file__).parents[1]  # `importlib.resources` takes longer to load than a schema to compile
    packaged = package / name
    return (packaged if packaged.is_file() else package.parent / "schema" / name).read_text(encoding="utf-8")


def schema_findings(tree: Tree, source: Source) -> list[Finding]:
    """What the schema says about a tree; nothing where it conforms."""
    errors, suggester = _validator().iter_errors(tree.data), Suggester()
    return [finding for error in errors for finding in _Explanation(error, tree, source, suggester).findings()]


@cache
def _schema() -> dict[str, Any]:
    return dict(json.loads(schema_text()))


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(_schema())


class _Explanation:
    """One error of the validator, told to an author."""

    def __init__(self, error: ValidationError, tree: Tree, source: Source, suggester: Suggester) -> None:
        self._error: Any = error.kind
        self._keyword: str = self._error.name
        self._rule = _look_up(error.schema_path[:-1])
        self._rules = tuple(str(step) for step in error.schema_path)
        self._route = tuple(str(step) for step in error.evaluation_path)
        self._path: Path = tuple(error.instance_path)
        self._value: Any = error.instance
        self._tree = tree
        self._source = source
        self._guesses = suggester

    def findings(self) -> Iterator[Finding]:
        if self._keyword == "additionalProperties":
            yield from map(self._unknown_key, self._error.unexpected)
        elif self._keyword == "required":
            if not self._is_misspelt(self._error.property):
                yield self._missing_key(self._error.property)
        elif self._is_blank or self._keyword == "minItems":
            yield self._empty()
        elif not self._is_said_twice:
            yield self._wrong_value()

    @property
    def _is_blank(self) -> bool:
        return self._value is None or (isinstance(self._value, str) and not self._value.strip())

    @property
    def _is_said_twice(self) -> bool:
        """A key with a set of words has a type too: a single value lacks the word, any other has the wrong type.

        Of a day that no calendar has the reader tells, for of some the schema cannot.
        """
        if "date" in self._rules and isinstance(self._value, str) and _ISO.fullmatch(self._value):
            return True
        return "enum" in self._rule and self._keyword == ("enum" if self._is_collection else "type")

    @property
    def _is_collection(self) -> bool:
        return isinstance(self._value, (dict, list))

    def _wrong_value(self) -> Finding:
        if self._is_collection:
            return self._wrong_type()
        match self._keyword:
            case "enum" | "const":
                return self._unknown_value()
            case "minimum" | "maximum":
                return self._out_of_range()
            case "type" if self._rule["type"] == "integer" and isinstance(self._value, float):
                return self._out_of_range()
            case _:
                return self._wrong_form() if "pattern" in self._rule else self._wrong_type()

    def _finding(self, kind: RuleInfo, message: Text, hint: Text | None, key: str | None = None) -> Finding:
        """A finding at the path, or at a key of it, be the key there or missing."""
        path = self._path if key is None else (*self._path, key)
        by_key = key is not None or self._is_collection
        finding = Finding(kind=kind, message=message, hint=hint, file=self._source.name, path=path)
        return placed(finding, self._tree, self._tree.locate_key(path) if by_key else None)

    def _unknown_key(self, key: str) -> Finding:
        known = self._known_keys
        if (joined := _JOINED.fullmatch(key)) and joined["key"] in known:
            return self._joined_key(key, joined)
        suggested = self._meant(key, known)
        message = Text(en=f"unknown key `{quoted(key)}`", ru=f"неизвестный ключ `{quoted(key)}`") + did_you_mean(
            suggested, key
        )
        write = Text(en=f"write `{suggested}:`", ru=f"напишите `{suggested}:`")
        finding = self._finding(kinds.UNKNOWN_KEY, message, write if suggested else self._not_a_key(key, known), key)
        return replace(finding, meant=(*self._path, suggested)) if suggested else finding

    def _joined_key(self, key: str, joined: re.Match[str]) -> Finding:
        """`{name:Webinar}`: without the blank all of it is the key."""
        name, text = joined["key"], quoted(joined["text"])
        message = Text(
            en=f"a blank is missing behind the colon of `{name}:`", ru=f"после двоеточия в `{name}:` нет пробела"
        )
        hint = Text(en=f"write `{name}: {text}`", ru=f"напишите `{name}: {text}`")
        return replace(self._finding(kinds.UNKNOWN_KEY, message, hint, key), meant=(*self._path, name))

    def _not_a_key(self, key: str, known: Iterable[str]) -> Text:
        """`- Webinar: free` was meant as a text; other strangers are told what keys there are."""
        if self._is_behind_question_mark(key):
            return Text(
                en=f'put the text in quotes: "? {quoted(key)}"', ru=f'возьмите текст в кавычки: "? {quoted(key)}"'
            )
        if self._is_text_with_colon and (self._value[key] is None or isinstance(self._value[key], dict)):
            return self._as_name(key)
        if self._is_text_with_colon and not isinstance(self._value[key], list):
            text = f'"{quoted(f"{key}: {self._written((*self._path, key), self._value[key])}")}"'
            write = text if len(self._value) == 1 else f"name: {text}"
            return Text(en=f"if this is a text, write {write}", ru=f"если это текст, напишите {write}")
        if self._is_between_commas(key):
            return Text(
                en="inside { } a comma parts entries: put a text with a comma in quotes",
                ru="внутри { } запятая разделяет записи: возьмите текст с запятой в кавычки",
            )
        keys = ", ".join(known)
        return Text(
            en=f"known here: {keys}; begin a key of your own with `x-`",
            ru=f"здесь известны: {keys}; свой ключ начните с `x-`",
        )

    def _is_between_commas(self, key: str) -> bool:
        span = self._tree.locate_key((*self._path, key))
        behind = self._source.lines[span.end_line - 1][span.end_column - 1 :]
        return self._value[key] is None and behind.lstrip().startswith((",", "}"))

    def _as_name(self, key: str) -> Text:
        """`- Website:` with keys below, or with nothing."""
        name = quoted(written_as_yaml(key))
        if self._value == {key: None}:
            return Text(en=f"write it without the colon: {name}", ru=f"напишите без двоеточия: {name}")
        line = f"- name: {name}" if isinstance(self._path[-1], int) else f"name: {name}"
        return Text(
            en=f"write `{line}`, and its keys below, in one column with `name`",
            ru=f"напишите `{line}`, а ниже, в одном столбце с `name`, остальные ключи",
        )

    def _is_behind_question_mark(self, key: str) -> bool:
        span = self._tree.locate_key((*self._path, key))
        return self._source.lines[span.line - 1][: span.column - 1].rstrip().endswith("?")

    @property
    def _known_keys(self) -> dict[str, Any]:
        return dict(self._rule.get("properties", {}))

    def _is_misspelt(self, key: str) -> bool:
        """Whether an unknown key beside the missing one looks like it, or was meant as a text: that is one mistake."""
        strangers = self._strangers
        if self._may_be_text and 0 < len(strangers) == len(self._value):
            return True
        return self._is_text_with_colon or any(self._meant(name, self._known_keys) == key for name in strangers)

    @property
    def _strangers(self) -> list[str]:
        known = self._known_keys
        return [key for key in self._value if key not in known and not key.startswith("x-")]

    @property
    def _is_text_with_colon(self) -> bool:
        """Whether a single unknown key stands where the item's text is missing: `- Webinar: free`."""
        return self._may_be_text and "name" not in self._value and len(self._strangers) == 1

    def _meant(self, key: str, known: Iterable[str]) -> str | None:
        return self._guesses.closest(key.replace("-", "_"), known)

    @property
    def _may_be_text(self) -> bool:
        """Whether a text could stand for this mapping."""
        return self._route[-3:-1] == ("then", "$ref") and "name" in self._rule.get("required", ())

    @property
    def _may_be_mapping(self) -> bool:
        """Whether a mapping could stand for this text."""
        return ("else", "$ref") in pairwise(self._route)

    def _missing_key(self, key: str) -> Finding:
        message = Text(en=f"{self._what.en} has no `{key}`", ru=f"{self._what.ru}: нет ключа `{key}`")
        value = self._known_keys[key].get("const", "…")
        hint = Text(en=f"add `{key}: {value}`", ru=f"добавьте `{key}: {value}`")
        return self._finding(kinds.MISSING_KEY, message, hint, key)

    @property
    def _what(self) -> Text:
        if not self._path:
            return Text(en="the map", ru="карта")
        key = quoted(next(step for step in reversed(self._path) if isinstance(step, str)))
        if isinstance(self._path[-1], int):
            return Text(en=f"an item of `{key}`", ru=f"пункт в `{key}`")
        return untranslated(f"`{key}`")

    def _empty(self) -> Finding:
        message = Text(en=f"{self._what.en} is empty", ru=f"{self._what.ru}: пусто")
        hint = Text(
            en=f"expected {self._expected.en}; fill it in or delete it",
            ru=f"ожидается {self._expected.ru}; заполните или удалите",
        )
        return self._finding(kinds.EMPTY_VALUE, message, hint)

    def _unknown_value(self) -> Finding:
        suggested = self._guesses.closest(str(self._value), self._rule.get("enum", ()))
        message = Text(
            en=f"{self._what.en} cannot be {self._found.en}", ru=f"{self._what.ru} не может быть {self._found.ru}"
        )
        hint = (
            self._as_score or self._expected
            if "enum" in self._rule
            else Text(en="write ", ru="напишите ") + self._expected
        )
        return self._finding(kinds.UNKNOWN_VALUE, message + did_you_mean(suggested, str(self._value)), hint)

    @property
    def _as_score(self) -> Text | None:
        """A number in quotes, or with a sign of print, is a text."""
        if "score" not in self._rules or not isinstance(self._value, str):
            return None
        score = self._value.strip().translate(_PRINTED_MINUS)
        if not _SCORE.fullmatch(score):
            return None
        return Text(
            en=f"write {score}, with an ordinary hyphen for a minus and without quotes",
            ru=f"напишите {score}: без кавычек, минус — обычный дефис",
        )

    def _out_of_range(self) -> Finding:
        low, high = self._rule.get("minimum"), self._rule.get("maximum")
        expected = (
            Text(en=f"a whole number from {low} to {high:+}", ru=f"целое число от {low} до {high:+}")
            if high is not None
            else Text(en=f"a whole number from {low} up", ru=f"целое число от {low}")
        )
        return self._not_expected(kinds.OUT_OF_RANGE, expected)

    def _wrong_form(self) -> Finding:
        return self._not_expected(kinds.WRONG_FORM, self._expected, self._as_day() or self._as_text())

    def _wrong_type(self) -> Finding:
        return self._not_expected(kinds.WRONG_TYPE, self._expected, self._as_list())

    def _not_expected(self, kind: RuleInfo, expected: Text, hint: Text | None = None) -> Finding:
        found = self._found
        message = Text(
            en=f"{self._what.en} is {found.en}, expected {expected.en}",
            ru=f"{self._what.ru} — это {found.ru}, а ожидается {expected.ru}",
        )
        return self._finding(kind, message, hint)

    def _as_list(self) -> Text | None:
        if self._rule.get("type") != "array" or self._is_collection:
            return None
        text = self._written(self._path, self._value)
        parts = [written_as_yaml(part.strip()) for part in text.split(",") if part.strip()]
        if len(parts) > 1 and len(text) <= _LONGEST_LIST:
            items = one_line(", ".join(parts))
            return Text(en=f"write [{items}]", ru=f"напишите [{items}]")
        line = f"- {quoted(text)}"
        return Text(en=f"write `{line}` on a line of its own", ru=f"напишите `{line}` на отдельной строке")

    def _as_day(self) -> Text | None:
        """A day as it is written in Russia: 15.03.2026."""
        day = _RUSSIAN_DAY.fullmatch(str(self._value)) if "date" in self._rules else None
        if day is None:
            return None
        try:
            iso = date(int(day["year"]), int(day["month"]), int(day["day"])).isoformat()
        except ValueError:
            return None
        return Text(en=f"write {iso}", ru=f"напишите {iso}")

    def _as_text(self) -> Text | None:
        """In quotes a number may have the form that is asked for."""
        written = self._written(self._path, self._value)
        if isinstance(self._value, str) or not re.search(self._rule["pattern"], written):
            return None
        return Text(en=f'write "{written}"', ru=f'напишите "{written}"')

    @property
    def _expected(self) -> Text:
        if "enum" in self._rule:
            return _choice(self._rule["enum"], numbers="score" in self._rules)
        if "pattern" in self._rule:
            return next((_FORMS[step] for step in reversed(self._rules) if step in _FORMS), _TYPES["text"])
        if "const" in self._rule:
            return untranslated(f"`{self._rule['const']}`")
        if "type" in self._rule:
            return _TYPES[self._rule["type"]]
        return _TYPES["text or object" if self._may_be_mapping else "text"]

    @property
    def _found(self) -> Text:
        match self._value:
            case dict():
                return Text(en="a mapping", ru="запись с ключами")
            case list():
                return Text(en="a list", ru="список")
            case str() as text:
                return Text(en=f'"{quoted(text)}"', ru=f"«{quoted(text)}»")
            case value:
                return untranslated(f"`{quoted(self._written(self._path, value))}`")

    def _written(self, path: Path, value: Any) -> str:
        """A text or a number as it stands in the file."""
        if isinstance(value, str):
            return value
        return self._tree.text(path) or ("" if value is None else json.dumps(value))


def _choice(words: list[str], *, numbers: bool) -> Text:
    english = ", ".join(word for word in words if word.isascii())
    russian = ", ".join(word for word in words if not word.isascii()) or english
    if numbers:
        return Text(en=f"a number from -2 to +2 or one of: {english}", ru=f"число от -2 до +2 или одно из: {russian}")
    return Text(en=f"one of: {english}", ru=f"одно из: {russian}")


def placed(finding: Finding, tree: Tree, span: Span | None = None) -> Finding:
    """The finding at the place of its path in the text and, where an alias leads there, with the anchor's place."""
    anchor = tree.anchored(finding.path)
    related = (Related(message=Text(en="anchored here", ru="отмечено якорем здесь"), span=anchor),) if anchor else ()
    place = span or tree.locate(finding.path)
    return replace(finding, span=place, related=related, anchor=tree.names(finding.path))


def _look_up(steps: Iterable[str | int]) -> dict[str, Any]:
    rule: Any = _schema()
    for step in steps:
        rule = rule[step]
    return dict(rule)
