"""Writes docs/format.md and docs/format.ru.md, the reference of the map format: `make format-docs`.

It is made from the schema (what a key means), the model (its values, what it refers to, its lane) and a trial drawing
(where it is seen); `schema/cjm.ru.json` has the Russian of the schema.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path as FilePath
from typing import Any

from where_drawn import where_drawn

from cjm.core import items, model
from cjm.core.fields import FieldInfo, field_of, fields_of
from cjm.core.path import Path
from cjm.core.text import Language, Text
from cjm.core.vocabulary import QUOTED
from cjm.mapfile.document import read_document

ROOT = FilePath(__file__).parent.parent
PAGES: Mapping[Language, FilePath] = {"en": ROOT / "docs" / "format.md", "ru": ROOT / "docs" / "format.ru.md"}
EXAMPLES: Mapping[Language, FilePath] = {
    "en": ROOT / "docs" / "format.yaml",
    "ru": ROOT / "docs" / "format.ru.yaml",
}
"""The whole maps at the top of the pages; by their names no search for maps finds them, for they are parts of pages."""
_IN_RUSSIAN = ROOT / "schema" / "cjm.ru.json"


@dataclass(frozen=True)
class Section:
    """A kind of thing in a map: its definition in the schema, its class, and where one is in the map of the trial."""

    definition: str
    model: type[Any]
    at: Path
    title: Text

    def rules(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """What a schema says of it."""
        return dict(schema["definitions"][self.definition] if self.definition else schema)


_STAGE: Path = ("stages", 0)
_ITEM = Section("item", items.Item, (*_STAGE, "tools", 0), Text(en="Plain item", ru="Обычный пункт"))
SECTIONS = (
    Section("", model.Journey, (), Text(en="Map", ru="Карта")),
    Section("persona", model.Persona, ("persona",), Text(en="Persona", ru="Персона")),
    Section("source", model.Source, ("sources", "interviews"), Text(en="Source", ru="Источник")),
    Section("stage", model.Stage, _STAGE, Text(en="Stage", ru="Этап")),
    Section("action", items.Action, (*_STAGE, "actions", 0), Text(en="Action", ru="Действие")),
    Section("touchpoint", items.Touchpoint, (*_STAGE, "touchpoints", 0), Text(en="Touchpoint", ru="Точка контакта")),
    Section("emotionInDetail", items.Emotion, (*_STAGE, "emotion"), Text(en="Emotion", ru="Эмоция")),
    Section("problem", items.Problem, (*_STAGE, "problems", 0), Text(en="Problem", ru="Проблема")),
    Section("solution", items.Solution, (*_STAGE, "problems", 0, "solutions", 0), Text(en="Solution", ru="Решение")),
    Section("opportunity", items.Opportunity, (*_STAGE, "opportunities", 0), Text(en="Opportunity", ru="Возможность")),
    Section("kpi", items.Kpi, (*_STAGE, "kpis", 0), Text(en="KPI", ru="KPI")),
    _ITEM,
    Section("transition", model.Transition, ("transitions", 0), Text(en="Transition", ru="Переход")),
)
"""The kinds of things in the order of the page."""

_INTRODUCTION = Text(
    en="""\
# The map format

Every key of a map: what it means, what it may hold, an example, and where it is drawn (tooltips are in SVG only).
The same [in Russian](format.ru.md). An editor explains the keys too, [while you write](editors.md).

1. **Short first.** Every item is a plain text or a mapping: `- Webinar` is `- name: Webinar`. Only `cjm`, `title`,
   `stages` and the name of a stage are required.
2. **Order** counts for stages and for the items of a lane. The order of keys means nothing.
3. **A thing is known by its `id`**, and without one by its name. Others refer to it by either.
4. **Keys that begin with `x-` are yours**: at a stage such a key is a lane of its own, elsewhere it is kept and not
   drawn. Any other unknown key is an error.
5. **Quotes are needed rarely**: where `: ` or ` #` is inside of a text, a comma inside of `[ ]`, or where a text begins
   with a sign such as `>`, `@`, `*`, `&`, `!` or `%`. An error says where.

""",
    ru="""\
# Формат карты

Все ключи карты: что ключ означает, что в нём пишут, пример и где это видно (подсказки есть только в SVG).
То же [по-английски](format.md). Ключи объясняет и редактор, [пока вы пишете](editors.md).

1. **Сначала коротко.** Любой пункт — просто текст или набор ключей: `- Вебинар` — то же, что `- name: Вебинар`.
   Обязательны только `cjm`, `title`, `stages` и название этапа.
2. **Порядок** важен для этапов и для пунктов дорожки. Порядок ключей ничего не значит.
3. **Пункт узнают по `id`**, а если его нет — по названию. Ссылаться можно и так, и так.
4. **Ключи, которые начинаются с `x-`, — ваши**: у этапа такой ключ становится отдельной дорожкой, в других местах он
   хранится, но не рисуется. Любой другой неизвестный ключ — ошибка.
5. **Кавычки нужны редко**: если внутри текста есть `: ` или ` #`, если внутри `[ ]` в тексте есть запятая, если текст
   начинается со знака вроде `>`, `@`, `*`, `&`, `!` или `%`. Где их не хватает, скажет ошибка.

""",
)
_WHOLE_MAP = Text(en="A whole map", ru="Карта целиком")
_COLUMNS = Text(
    en="| key | meaning | values | example | drawn |", ru="| ключ | что означает | значения | пример | где видно |"
)
_REQUIRED = Text(en="required", ru="обязательно")
_STANDS_IN = Text(en="Stands in", ru="Где пишут:")
_OF = Text(en="of", ru="в разделе")
_AS_IN = Text(en="As in", ru="Как в разделе")
_NOT_DRAWN = Text(en="not drawn", ru="не рисуется")
_LANE = Text(en="lane", ru="дорожка")
_COLUMN = Text(en="a column each", ru="по столбцу на каждый")
_OR = Text(en="or", ru="или")
_TEXT = Text(en="text", ru="текст")
_TEXTS = Text(en="list of texts", ru="список текстов")
_ONE_OR_MORE = Text(en="text or list of texts", ru="текст или список текстов")
_LIST = Text(en="list", ru="список")
_MAPPING = Text(en="key of yours", ru="ваш ключ")
_DAY = Text(en="day, YYYY-MM-DD", ru="день, ГГГГ-ММ-ДД")
_WHOLE_NUMBER = Text(en="whole number", ru="целое число")
_NUMBER = Text(en="number, with its unit or without", ru="число, с единицей или без неё")
_ONE_OF = Text(en="one of", ru="один из")
_SOME_OF = Text(en="one or more of", ru="один или несколько из")
_FORM = Text(en="text, in the form of the example", ru="текст, по образцу примера")
_SCALARS = {dt.date: _DAY, int: _WHOLE_NUMBER}
_SHARE = "`N %`"


@cache
def schema(language: Language) -> dict[str, Any]:
    """The schema of maps, with its titles, descriptions and examples in a language."""
    original = json.loads((ROOT / "schema" / "cjm.schema.json").read_text(encoding="utf-8"))
    return original if language == "en" else _translated(original, russian())


def russian() -> dict[str, Any]:
    """The Russian titles, descriptions and examples, where the schema has the English ones."""
    return dict(json.loads(_IN_RUSSIAN.read_text(encoding="utf-8")))


def _translated(rule: dict[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    inner = {
        key: _translated(rule.get(key, {}), value) if isinstance(value, dict) else value for key, value in words.items()
    }
    return {**rule, **inner}


def described(rule: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """A rule with what it takes over from the definitions that it refers to in a whole schema."""
    sources = [rule, *rule.get("allOf", [])]
    references = [source["$ref"].rpartition("/")[2] for source in sources if "$ref" in source]
    inherited = [described(whole["definitions"][name], whole) for name in references]
    return {key: value for source in [*inherited, rule] for key, value in source.items()}


def page(language: Language) -> str:
    """The reference in a language, as Markdown."""
    _, _, example = EXAMPLES[language].read_text(encoding="utf-8").partition("\n")  # without the line for editors
    contents = " · ".join(_link(section, language) for section in SECTIONS)
    whole = f"{contents}\n\n## {_WHOLE_MAP.localized(language)}\n\n```yaml\n{example}```\n"
    return _INTRODUCTION.localized(language) + whole + "".join(_section(section, language) for section in SECTIONS)


def anchor(heading: str) -> str:
    """What GitHub calls a heading in links."""
    return heading.lower().replace(" ", "-")


def _link(section: Section, language: Language) -> str:
    title = section.title.localized(language)
    return f"[{title}](#{anchor(title)})"


def _section(section: Section, language: Language) -> str:
    rules = section.rules(schema(language))
    rows = {key: _row(section, key, language) for key in rules["properties"]}
    usual = (
        {}
        if section is _ITEM
        else {key: _row(_ITEM, key, language) for key in _ITEM.rules(schema(language))["properties"]}
    )
    own = [row for key, row in rows.items() if row != usual.get(key)]
    shared = [f"`{key}`" for key, row in rows.items() if row == usual.get(key)]
    table = "\n".join([_COLUMNS.localized(language), "|---|---|---|---|---|", *own])
    parts = [f"\n## {section.title.localized(language)}", _about(section, language), table]
    if shared:
        parts.append(f"{_AS_IN.localized(language)} {_link(_ITEM, language)}: {', '.join(shared)}.")
    return "\n\n".join(parts) + "\n"


def _about(section: Section, language: Language) -> str:
    """What the kind of thing is, and where it stands."""
    holders = list(_holders(section))
    if not holders:
        return str(schema(language)["description"])
    holder, key = holders[0]
    rule = section.rules(schema(language))
    meaning = rule.get("description") or _rule(holder, key, language)["description"]
    of, stands_in = _OF.localized(language), _STANDS_IN.localized(language)
    places = [
        f"{', '.join(f'`{key}`' for _, key in found)} {of} {_link(holder, language)}"
        for holder, found in groupby(holders, key=lambda place: place[0])
    ]
    return f"{meaning} {stands_in} {'; '.join(places)}."


def _holders(section: Section) -> Iterator[tuple[Section, str]]:
    for holder in SECTIONS:
        yield from ((holder, info.key) for info in fields_of(holder.model) if info.type is section.model)


def _rule(section: Section, key: str, language: Language) -> dict[str, Any]:
    whole = schema(language)
    return described(section.rules(whole)["properties"][key], whole)


def _row(section: Section, key: str, language: Language) -> str:
    rule = _rule(section, key, language)
    info = field_of(section.model, key)
    is_required = key in section.rules(schema(language))["required"]
    name = f"`{key}`<br>{rule['title']}" + (f"<br>**{_REQUIRED.localized(language)}**" if is_required else "")
    written = "<br>".join(f"`{key}: {as_yaml(value)}`" for value in rule["examples"])
    cells = (name, rule["description"], values(info, rule, language), written, _drawn(section, key, language))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _drawn(section: Section, key: str, language: Language) -> str:
    info = field_of(section.model, key)
    if info and info.lane:
        return f"{_LANE.localized(language)} {QUOTED.localized(language).format(info.title.localized(language))}"
    if info and info.type is model.Stage:
        return _COLUMN.localized(language)
    return ",<br>".join(place.localized(language) for place in _places(section, key)) or _NOT_DRAWN.localized(language)


@cache
def _places(section: Section, key: str) -> tuple[Text, ...]:
    rule = _rule(section, key, "en")
    return where_drawn(section.at, key, [*rule["examples"], *rule.get("enum", ())])


def values(info: FieldInfo | None, rule: Mapping[str, Any], language: Language) -> str:
    """What may stand at a key."""
    if info is None:
        return f"`{rule['const']}`"
    words = _words(info, language)
    if words and not info.is_open:
        return "<br>".join(words)
    free = _linked(info, language) if info.holds_entities else _kind(info, rule, language)
    return "<br>".join([*words, f"{_OR.localized(language)} {free}"]) if words else free


def _words(info: FieldInfo, language: Language) -> list[str]:
    """The words or numbers that a key knows, each with what readers see for it."""
    if info.aliases:
        return [_feelings(info, score, language) for score in info.words]
    return [_word(value, seen.localized(language)) for value, seen in info.words.items() if value is not None]


def _word(value: object, seen: str) -> str:
    written = as_yaml(value)
    return f"`{written}`" if value is True or seen == written else f"`{written}` — {seen}"


def _feelings(info: FieldInfo, score: Any, language: Language) -> str:
    """A score, and the words for it in a language."""
    words = [word for word, meant in info.aliases.items() if meant == score and word.isascii() == (language == "en")]
    number = f"{score:+g}" if score else "0"
    return " — ".join(filter(None, [f"`{number}`", ", ".join(f"`{word}`" for word in words)]))


def _linked(info: FieldInfo, language: Language) -> str:
    """The kind of thing that stands at a key, or of which there is a list or a mapping."""
    thing = _link(next(section for section in SECTIONS if section.model is info.type), language)
    ahead = _MAPPING if info.mapping_key else _LIST if info.is_list else None
    return f"{ahead.localized(language)}: {thing}" if ahead else thing


def _kind(info: FieldInfo, rule: Mapping[str, Any], language: Language) -> str:
    """What kind of value it is, where it is no thing and no word of a set."""
    if info.refers_to:
        return f"{(_SOME_OF if info.is_set else _ONE_OF).localized(language)} `{info.refers_to}`"
    if "#/definitions/percentage" in json.dumps(rule):
        return _SHARE
    if info.is_list:
        return (_ONE_OR_MORE if info.is_set else _TEXTS).localized(language)
    if info.type is str and "pattern" in rule:
        return _FORM.localized(language)
    return (_NUMBER if info.content == "figure" else _SCALARS.get(info.type, _TEXT)).localized(language)


def as_yaml(value: object, *, is_inside: bool = False) -> str:
    """A value on one line, with quotes only where they are needed; fewer are where it is not inside of brackets."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {as_yaml(inner, is_inside=True)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(as_yaml(inner, is_inside=True) for inner in value)}]"
    if isinstance(value, str):
        return value if _needs_no_quotes(value, is_inside=is_inside) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _needs_no_quotes(text: str, *, is_inside: bool) -> bool:
    """Whether a text is read as it is written; one that begins with a sign is not, so that all targets look alike."""
    start, end = "[]" if is_inside else ("", "")
    document = read_document("map.cjm.yaml", f"title: {start}{text}{end}\n".encode())
    return text[:1].isalnum() and bool(document.tree.data == {"title": [text] if is_inside else text})


if __name__ == "__main__":
    for language, file in PAGES.items():
        file.write_text(page(language), encoding="utf-8", newline="\n")
