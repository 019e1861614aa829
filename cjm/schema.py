"""Data against the map's JSON Schema: each error as a finding that names the key, what is there and what belongs there.

`jsonschema-rs` checks (0.04 ms a map) and tells the kind of each error; the sentences are ours.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path as FilePath
from typing import Any

from jsonschema_rs import Draft7Validator, ValidationError

from cjm.finding import Finding, Kind, Related
from cjm.guess import closest, did_you_mean
from cjm.kinds import schema as kinds
from cjm.path import Path, dotted
from cjm.printable import quoted
from cjm.reading.source import Source
from cjm.reading.yamltext import Tree
from cjm.span import Span
from cjm.text import Text, same

_TYPES = {
    "text": Text(en="a text", ru="текст"),
    "object": Text(en="a mapping (`key: value` on lines of their own)", ru="запись с ключами (`ключ: значение`)"),
    "array": Text(en="a list (each item on a line behind `- `)", ru="список (каждый пункт на своей строке после `- `)"),
    "number": Text(en="a number", ru="число"),
    "integer": Text(en="a whole number", ru="целое число"),
    "boolean": Text(en="`true` or `false`", ru="`true` или `false`"),
}
_FORMS = {
    "date": Text(en="a day as YYYY-MM-DD, such as 2026-10-01", ru="день в виде ГГГГ-ММ-ДД, например 2026-10-01"),
    "id": Text(en="small Latin letters, digits and hyphens", ru="строчные латинские буквы, цифры и дефис"),
    "url": Text(en="a link that begins with https://", ru="ссылка, которая начинается с https://"),
    "review_every": Text(
        en="a number with d, w, m or y, such as 90d or 6m", ru="число и d, w, m или y, например 90d или 6m"
    ),
    "language": Text(en="a language code such as en or ru", ru="код языка, например en или ru"),
}


@cache
def schema_text() -> str:
    """The published JSON Schema: from the package, or in a checkout from the folder `schema/`."""
    packaged = files("cjm").joinpath("cjm.schema.json")
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    return (FilePath(__file__).parent.parent / "schema" / "cjm.schema.json").read_text(encoding="utf-8")


def schema_findings(tree: Tree, source: Source) -> list[Finding]:
    """What the schema says about a tree; nothing where it conforms."""
    errors = _validator().iter_errors(tree.data)
    return [finding for error in errors for finding in _Explanation(error, tree, source).findings()]


@cache
def _schema() -> dict[str, Any]:
    return dict(json.loads(schema_text()))


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(_schema())


class _Explanation:
    """One error of the validator, told to an author."""

    def __init__(self, error: ValidationError, tree: Tree, source: Source) -> None:
        self._error: Any = error.kind
        self._keyword: str = self._error.name
        self._rules = tuple(str(step) for step in error.schema_path)
        self._path: Path = tuple(error.instance_path)
        self._value: Any = error.instance
        self._tree = tree
        self._file = source.name

    def findings(self) -> Iterator[Finding]:
        if self._keyword == "additionalProperties":
            yield from map(self._unknown_key, self._error.unexpected)
        elif self._keyword == "required":
            if not self._is_misspelt(self._error.property):
                yield self._missing_key(self._error.property)
        elif self._value is None or self._value == "" or self._keyword == "minItems":
            yield self._empty()
        else:
            yield self._wrong_value()

    def _wrong_value(self) -> Finding:
        match self._keyword:
            case "enum" | "const":
                return self._unknown_value()
            case "minimum" | "maximum":
                return self._out_of_range()
            case "pattern":
                return self._wrong_form()
            case "type" if self._types == ["integer"] and isinstance(self._value, float):
                return self._out_of_range()
            case _:
                return self._wrong_type()

    def _finding(self, kind: Kind, message: Text, hint: Text | None, key: str | None = None) -> Finding:
        """A finding at the path, or at a key of it, be the key there or missing."""
        path = self._path if key is None else (*self._path, key)
        span = None if key is None else self._tree.locate_key(path)
        finding = Finding(kind=kind, message=message, hint=hint, file=self._file, path=path)
        return placed(finding, self._tree, span)

    def _unknown_key(self, key: str) -> Finding:
        known = self._known_keys()
        guess = _meant(key, known)
        message = Text(en=f"unknown key `{quoted(key)}`", ru=f"неизвестный ключ `{quoted(key)}`") + did_you_mean(guess)
        write = Text(en=f"write `{guess}:`", ru=f"напишите `{guess}:`")
        finding = self._finding(kinds.UNKNOWN_KEY, message, write if guess else self._not_a_key(key, known), key)
        return replace(finding, meant=(*self._path, guess)) if guess else finding

    def _not_a_key(self, key: str, known: list[str]) -> Text:
        """`- Webinar: free` was meant as a text; other strangers are told what keys there are."""
        if list(self._value) == [key] and isinstance(self._value[key], str):
            text = f'"{quoted(key)}: {quoted(self._value[key])}"'
            return Text(en=f"if this is a text, write {text}", ru=f"если это текст, напишите {text}")
        if self._value[key] is None:
            return Text(
                en="inside { } a comma parts entries: put a text with a comma in quotes",
                ru="внутри { } запятая разделяет записи: возьмите текст с запятой в кавычки",
            )
        keys = ", ".join(known)
        return Text(
            en=f"known here: {keys}; begin a key of your own with `x-`",
            ru=f"здесь известны: {keys}; свой ключ начните с `x-`",
        )

    def _known_keys(self) -> list[str]:
        return list(_look_up(self._rules[:-1]).get("properties", {}))

    def _is_misspelt(self, key: str) -> bool:
        """Whether an unknown key beside the missing one looks like it: both are one mistake."""
        known = _look_up(self._rules[:-1]).get("properties", {})
        strangers = [name for name in self._value if name not in known and not name.startswith("x-")]
        if len(self._value) == 1 and strangers:
            return True
        return any(_meant(name, known) == key for name in strangers)

    def _missing_key(self, key: str) -> Finding:
        message = Text(en=f"{self._owner.en} has no `{key}`", ru=f"{self._owner.ru}: нет ключа `{key}`")
        hint = Text(en=f"add `{key}: …`", ru=f"добавьте `{key}: …`")
        return self._finding(kinds.MISSING_KEY, message, hint, key)

    @property
    def _owner(self) -> Text:
        return same(f"`{dotted(self._path)}`") if self._path else Text(en="the map", ru="карта")

    @property
    def _key(self) -> str:
        return quoted(next((step for step in reversed(self._path) if isinstance(step, str)), "map"))

    @property
    def _is_item(self) -> bool:
        return bool(self._path) and isinstance(self._path[-1], int)

    @property
    def _what(self) -> Text:
        if not self._path:
            return Text(en="the map", ru="карта")
        return (
            Text(en=f"an item of `{self._key}`", ru=f"пункт в `{self._key}`")
            if self._is_item
            else same(f"`{self._key}`")
        )

    def _empty(self) -> Finding:
        message = Text(en=f"{self._what.en} is empty", ru=f"{self._what.ru} без содержания")
        hint = Text(
            en=f"expected {self._expected.en}; fill it in or delete it",
            ru=f"ожидается {self._expected.ru}; заполните или удалите",
        )
        return self._finding(kinds.EMPTY_VALUE, message, hint)

    def _unknown_value(self) -> Finding:
        options = self._error.options if self._keyword == "enum" else [self._error.expected_value]
        words = [str(option) for option in options]
        found = self._found
        message = Text(
            en=f"{self._what.en} cannot be {found.en}", ru=f"{self._what.ru} не может быть {found.ru}"
        ) + did_you_mean(closest(str(self._value), words))
        return self._finding(kinds.UNKNOWN_VALUE, message, self._choice(words))

    def _choice(self, words: list[str]) -> Text:
        listed = ", ".join(words)
        if "score" in self._rules:
            return Text(
                en=f"a number from -2 to +2, or one of: {listed}", ru=f"число от -2 до +2 или одно из: {listed}"
            )
        return Text(en=f"one of: {listed}", ru=f"одно из: {listed}")

    def _out_of_range(self) -> Finding:
        rule = _look_up(self._rules[:-1])
        low, high = rule.get("minimum"), rule.get("maximum")
        expected = (
            Text(en=f"a whole number from {low} to {high}", ru=f"целое число от {low} до {high}")
            if high is not None
            else Text(en=f"a whole number from {low} up", ru=f"целое число от {low}")
        )
        return self._not_expected(kinds.OUT_OF_RANGE, expected)

    def _wrong_form(self) -> Finding:
        expected = next((_FORMS[step] for step in reversed(self._rules) if step in _FORMS), same(self._error.pattern))
        return self._not_expected(kinds.WRONG_FORM, expected)

    def _wrong_type(self) -> Finding:
        return self._not_expected(kinds.WRONG_TYPE, self._expected)

    def _not_expected(self, kind: Kind, expected: Text) -> Finding:
        found = self._found
        message = Text(
            en=f"{self._what.en} is {found.en}, expected {expected.en}",
            ru=f"{self._what.ru} — это {found.ru}, а ожидается {expected.ru}",
        )
        return self._finding(kind, message, self._as_list() if self._types == ["array"] else None)

    def _as_list(self) -> Text | None:
        if not isinstance(self._value, str):
            return None
        line = f"- {quoted(self._value)}"
        return Text(en=f"write `{line}` on a line of its own", ru=f"напишите `{line}` на отдельной строке")

    @property
    def _types(self) -> list[str]:
        return list(self._error.types) if self._keyword == "type" else []

    @property
    def _expected(self) -> Text:
        """What belongs here; a mapping too, where the schema asked for one only of mappings."""
        if self._keyword in ("minItems", "enum") or self._types == ["string"]:
            rule = _look_up(self._rules[:-1])
            return (
                self._choice(rule["enum"])
                if "enum" in rule
                else _TYPES["array" if self._keyword == "minItems" else "text"]
            )
        if self._types:
            return _TYPES[self._types[0]]
        return Text(en="a text or a mapping", ru="текст или запись с ключами") if self._is_item else _TYPES["text"]

    @property
    def _found(self) -> Text:
        plain = self._tree.text(self._path)
        match self._value:
            case dict():
                return Text(en="a mapping", ru="запись с ключами")
            case list():
                return Text(en="a list", ru="список")
            case str() as text:
                return Text(en=f'"{quoted(text)}"', ru=f"«{quoted(text)}»")
            case _:
                return same(f"`{quoted(plain or json.dumps(self._value))}`")


def placed(finding: Finding, tree: Tree, span: Span | None = None) -> Finding:
    """The finding at the place of its path in the text and, where an alias leads there, with the anchor's place."""
    anchor = tree.anchored(finding.path)
    related = (Related(message=Text(en="anchored here", ru="отмечено якорем здесь"), span=anchor),) if anchor else ()
    return replace(finding, span=span or tree.locate(finding.path), related=related)


def _look_up(steps: tuple[str, ...]) -> dict[str, Any]:
    rule: Any = _schema()
    for step in steps:
        rule = rule[int(step)] if isinstance(rule, list) else rule[step]
    return dict(rule)


def _meant(key: str, known: Iterable[str]) -> str | None:
    return closest(key.replace("-", "_"), known)
