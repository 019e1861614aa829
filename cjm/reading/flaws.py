"""What can be wrong with YAML that parses: one small maker of findings a flaw."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from cjm.finding import Finding, Kind, Related
from cjm.kinds import reading
from cjm.span import Span
from cjm.text import Text

Flaw: TypeAlias = Callable[[str, Span], Finding]
"""A finding that still wants its file and its place."""


def _flaw(kind: Kind, message: Text, hint: Text | None = None, related: tuple[Related, ...] = ()) -> Flaw:
    return partial(_place, kind, message, hint, related)


def _place(
    kind: Kind, message: Text, hint: Text | None, related: tuple[Related, ...], file: str, span: Span
) -> Finding:
    return Finding(kind=kind, file=file, path=(), span=span, message=message, hint=hint, related=related)


def over_limit(kind: Kind) -> Flaw:
    """Reading stops here, for the reason that the kind's page gives."""
    return _flaw(kind, kind.page.sentence.map(lambda sentence: sentence.rstrip(".")))


def empty() -> Flaw:
    """There is no document."""
    return _flaw(
        reading.EMPTY,
        Text(en="there is no map in this file", ru="в этом файле нет карты"),
        Text(en="begin with `cjm: 1`, `title: …` and `stages:`", ru="начните с `cjm: 1`, `title: …` и `stages:`"),
    )


def several_documents() -> Flaw:
    """A second document begins."""
    return _flaw(
        reading.SEVERAL_DOCUMENTS,
        Text(en="a second document begins here", ru="здесь начинается второй документ"),
        Text(en="give it a file of its own", ru="перенесите его в отдельный файл"),
    )


def duplicate_key(key: str, first: Span) -> Flaw:
    """A key stands in one mapping twice; `first` is where it stood first."""
    return _flaw(
        reading.DUPLICATE_KEY,
        Text(en=f"the key `{key}` stands here twice", ru=f"ключ `{key}` записан здесь дважды"),
        Text(en=f"join it with line {first.line}", ru=f"объедините его со строкой {first.line}"),
        (Related(message=Text(en="first here", ru="первый раз здесь"), span=first),),
    )


def key_not_text(written: str) -> Flaw:
    """A key is a number, `true`, a list, or nothing at all (then `written` is empty)."""
    if not written:
        return _flaw(reading.KEY_NOT_TEXT, Text(en="a key must be a word", ru="ключом должно быть слово"))
    return _flaw(
        reading.KEY_NOT_TEXT,
        Text(en=f"the key `{written}` is not text", ru=f"ключ `{written}` — не текст"),
        Text(en=f'write "{written}":', ru=f'напишите "{written}":'),
    )


def unknown_tag(tag: str) -> Flaw:
    """A tag outside YAML's core schema."""
    return _flaw(
        reading.UNKNOWN_TAG,
        Text(en=f"the tag `{tag}` is unknown", ru=f"тег `{tag}` неизвестен"),
        Text(en="put a text that begins with `!` in quotes", ru="возьмите текст, начинающийся с `!`, в кавычки"),
    )


def unknown_alias(name: str, *, is_there: bool) -> Flaw:
    """An alias without an anchor, or, where the anchor `is_there`, inside of what it repeats."""
    missing = Text(en=f"nothing above is anchored as `&{name}`", ru=f"выше ничего не отмечено как `&{name}`")
    endless = Text(en=f"`*{name}` stands inside what it repeats", ru=f"`*{name}` стоит внутри того, что повторяет")
    return _flaw(
        reading.UNKNOWN_ALIAS,
        endless if is_there else missing,
        Text(en="put a text that begins with `*` in quotes", ru="возьмите текст, начинающийся с `*`, в кавычки"),
    )


def cut_by_comment(comment: str) -> Flaw:
    """A comment without a blank behind its `#` follows a text without quotes."""
    return _flaw(
        reading.CUT_BY_COMMENT,
        Text(
            en=f"`{comment}` is read as a comment, so the text ends before it",
            ru=f"`{comment}` читается как комментарий, и текст на этом обрывается",
        ),
        Text(
            en='put the whole text in quotes, or write "# " before a comment',
            ru="возьмите весь текст в кавычки, а если это комментарий, поставьте пробел после `#`",
        ),
    )
