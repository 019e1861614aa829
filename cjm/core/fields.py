"""What the program knows about a field of the model beyond its type: stated once, at the field, for every part."""

import types
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, ParamSpec, TypeAlias, TypeVar, Union, get_args, get_origin

from cjm.core.text import Text
from cjm.core.vocabulary import Line

Content: TypeAlias = Literal["text", "prose", "figure", "code"]
"""What a value is: a name or a word, prose (which says the same with other capitals and another punctuation), a number
with its unit, or a code, which reads well without quotation marks."""
Order: TypeAlias = Literal["none", "list", "journey"]
"""What the order of a list means: nothing (none), how it is shown (list), or the course of the journey (journey)."""

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

_GENDERS = "mfn"


def _cached(function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
    """`functools.cache`, whose types do not accept a class."""
    remembering: Any = cache(function)
    found: Callable[_Arguments, _Result] = remembering
    return found


@dataclass(frozen=True, slots=True)
class Noun:
    """What one thing of a list is called.

    `word` begins the code of a change (`touchpoint-moved`), `gender` is that of the Russian name. A saying is a
    sentence rather than a name: a thought is reworded where a tool is renamed.
    """

    word: str
    text: Text
    gender: Literal["m", "f", "n"]
    is_saying: bool = field(default=False, kw_only=True)

    def agreeing(self, participle: Text) -> Text:
        """The form that goes with the noun, of a text whose Russian lists masculine, feminine and neuter by `|`."""
        return Text(en=participle.en, ru=participle.ru.split("|")[_GENDERS.index(self.gender)])


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneInfo:
    """A row of the drawing.

    `title` is for a field whose label does not fit; `below` names the lane that it follows if that is not the one
    before it in the model. Every stage should fill a lane that `is_required`, unless a team's settings differ.
    """

    title: Text | None = None
    line_above: Line | None = None
    below: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field of the model, which is a key of the map's format.

    Set at the field: `label` is what the field is called. `key` is its key in the map, where it is
    not the field's own name. `words` are what readers see for its values, `aliases` what an author may write for them;
    an alias among the `named_aliases` is the thing's name as well. `is_open`: other values than those with words are
    the author's own. `is_set`: it holds texts without order, and a single one may stand for the list.
    `refers_to` is the key of the list in which it names a thing. `is_id`: others refer to the thing by it.
    `is_key`: the same, but it is not in the thing's mapping: it is the key of that mapping.
    `is_shorthand`: a plain value in the place of a mapping is this field. `is_cosmetic`: the journey stays the same
    when it changes. `noun` and `order` are for fields that hold things, `lane` for those that are drawn.

    Added by `fields_of`: the field's `name`, the `type` of its value, or of one entry where it `is_list`, and whether
    that is a part of the model.
    """

    label: Text
    _: KW_ONLY
    key: str = ""
    content: Content = "text"
    words: Mapping[Any, Text] = field(default_factory=dict)
    aliases: Mapping[str, Any] = field(default_factory=dict)
    named_aliases: Mapping[str, Text] = field(default_factory=dict)
    is_open: bool = False
    is_set: bool = False
    refers_to: str = ""
    is_id: bool = False
    is_key: bool = False
    is_shorthand: bool = False
    is_cosmetic: bool = False
    noun: Noun | None = None
    order: Order = "list"
    lane: LaneInfo | None = None
    name: str = ""
    type: Any = str
    is_list: bool = False
    holds_entities: bool = False

    @property
    def metadata(self) -> Mapping[str, "FieldInfo"]:
        """The form in which a dataclass takes it."""
        return {"info": self}

    @property
    def title(self) -> Text:
        """What its lane is called."""
        own = self.lane.title if self.lane else None
        return own or self.label.map(lambda label: label[:1].upper() + label[1:])

    @property
    def is_named(self) -> bool:
        """Whether the things that it holds have names."""
        if not self.holds_entities:
            return True
        name = field_of(self.type, "name")
        return name is not None and name.is_shorthand

    @property
    def mapping_key(self) -> str:
        """Where it is a mapping of things rather than a list: the field that is the key of each thing."""
        return _mapping_key(self.type) if self.holds_entities else ""

    @property
    def is_text(self) -> bool:
        """Whether it holds text in the author's own words, not the name of another thing or a code."""
        return self.type is str and self.content in ("text", "prose") and not self.refers_to


@_cached
def fields_of(model: type[Any]) -> tuple[FieldInfo, ...]:
    """The fields of a class of the model that are keys of the format, in the order of the model."""
    return tuple(_filled_in(item.name, item.type, item.metadata["info"]) for item in fields(model) if item.metadata)


@_cached
def field_of(model: type[Any], key: str) -> FieldInfo | None:
    """The field that is read from a key; None where the key is the author's own."""
    return next((info for info in fields_of(model) if info.key == key), None)


@_cached
def parts_of(model: type[Any]) -> tuple[FieldInfo, ...]:
    """The fields of a class of the model that hold other parts of the model."""
    return tuple(info for info in fields_of(model) if info.holds_entities)


@_cached
def _mapping_key(model: type[Any]) -> str:
    return next((info.key for info in fields_of(model) if info.is_key), "")


@_cached
def all_fields(model: type[Any]) -> tuple[FieldInfo, ...]:
    """The fields of a class of the model and of all that it holds."""
    return tuple(
        inner for info in fields_of(model) for inner in (info, *(all_fields(info.type) if info.holds_entities else ()))
    )


@_cached
def lanes_of(model: type[Any]) -> tuple[FieldInfo, ...]:
    """The lanes of a class of the model and of what it holds, in the order in which they are drawn."""
    lanes = [lane for info in fields_of(model) if info.lane for lane in (info, *_lanes_inside(info))]
    keys = [lane.key for lane in lanes]
    return tuple(sorted(lanes, key=lambda lane: (keys.index(_above(lane) or lane.key), bool(_above(lane)))))


def _lanes_inside(info: FieldInfo) -> tuple[FieldInfo, ...]:
    return lanes_of(info.type) if info.holds_entities else ()


def _above(info: FieldInfo) -> str:
    return info.lane.below if info.lane else ""


def _filled_in(name: str, hint: Any, info: FieldInfo) -> FieldInfo:
    kind = _without_none(hint)
    is_list = get_origin(kind) is tuple
    entry = get_args(kind)[0] if is_list else kind
    return replace(
        info, name=name, key=info.key or name, type=entry, is_list=is_list, holds_entities=is_dataclass(entry)
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(option for option in get_args(hint) if option is not type(None))
    return hint
