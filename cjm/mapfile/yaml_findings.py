"""The findings about YAML that parses; the reader adds where."""

from cjm.core.finding import Finding, Related
from cjm.core.safe_text import quoted
from cjm.core.span import Span
from cjm.core.text import Text
from cjm.mapfile import reading_rules as reading


def too_deep(deepest: int) -> Finding:
    """Lists and mappings are nested beyond the limit."""
    return Finding(
        rule=reading.TOO_DEEP,
        message=Text(
            en=f"lists or mappings are nested more than {deepest} deep",
            ru=f"списки или записи вложены друг в друга больше {deepest} раз",
        ),
        hint=Text(
            en="a map needs some eight levels: look for brackets or dashes too many",
            ru="карте хватает восьми уровней: поищите лишние скобки или дефисы",
        ),
    )


def too_many_nodes(most: int) -> Finding:
    """There are more keys and values than the limit allows, those that aliases repeat included."""
    return Finding(
        rule=reading.TOO_MANY_NODES,
        message=Text(
            en=f"with its aliases expanded the file has more than {most:,} keys and values",
            ru=f"с подставленными ссылками в файле больше {f'{most:,}'.replace(',', ' ')} ключей и значений",
        ),
        hint=Text(
            en="no map that people read is that large: look for aliases that repeat aliases",
            ru="карта, которую читают люди, такой не бывает: поищите ссылки на списки из ссылок",
        ),
    )


def too_much_text(most: int) -> Finding:
    """Aliases repeat long texts beyond the limit."""
    return Finding(
        rule=reading.TOO_MANY_NODES,
        message=Text(
            en=f"aliases repeat more than {most:,} characters",
            ru=f"ссылки повторяют больше {f'{most:,}'.replace(',', ' ')} знаков",
        ),
        hint=Text(
            en="no map that people read is that long: look for aliases of long texts",
            ru="карта, которую читают люди, такой не бывает: поищите ссылки на длинные тексты",
        ),
    )


def too_long_addresses(most: int) -> Finding:
    """Long keys or names have so many values below them that addresses would repeat them without limit."""
    return Finding(
        rule=reading.TOO_MANY_NODES,
        message=Text(
            en=f"too many values are below long keys or names: their addresses have more than {most:,} characters",
            ru=f"под длинными ключами или именами слишком много значений: в их адресах больше "
            f"{f'{most:,}'.replace(',', ' ')} знаков",
        ),
        hint=Text(en="shorten the longest keys and names", ru="сократите самые длинные ключи и имена"),
    )


def empty(file: str) -> Finding:
    """There is no document, which concerns the file as a whole."""
    return Finding(
        rule=reading.EMPTY,
        file=file,
        message=Text(en="there is no map in this file", ru="в этом файле нет карты"),
        hint=Text(en="begin with `cjm: 1`, `title: …` and `stages:`", ru="начните с `cjm: 1`, `title: …` и `stages:`"),
    )


def several_documents() -> Finding:
    """A second document begins."""
    return Finding(
        rule=reading.SEVERAL_DOCUMENTS,
        message=Text(en="a second document begins here", ru="здесь начинается второй документ"),
        hint=Text(en="give it a file of its own", ru="перенесите его в отдельный файл"),
    )


def duplicate_key(key: str, first: Span) -> Finding:
    """A key occurs twice in one mapping; `first` is where it occurs first."""
    key = quoted(key)
    return Finding(
        rule=reading.DUPLICATE_KEY,
        message=Text(en=f"the key `{key}` occurs here twice", ru=f"ключ `{key}` записан здесь дважды"),
        hint=Text(en=f"join it with line {first.line}", ru=f"объедините его со строкой {first.line}"),
        related=(Related(message=Text(en="first here", ru="первый раз здесь"), span=first),),
    )


def key_not_text(written: str) -> Finding:
    """A key is a number, `true`, a list, or nothing at all (then `written` is empty)."""
    if not written:
        return Finding(
            rule=reading.KEY_NOT_TEXT, message=Text(en="a key must be a word", ru="ключом должно быть слово")
        )
    written = quoted(written)
    return Finding(
        rule=reading.KEY_NOT_TEXT,
        message=Text(en=f"the key `{written}` is not text", ru=f"ключ `{written}` — не текст"),
        hint=Text(en=f'write "{written}":', ru=f'напишите "{written}":'),
    )


def decimal_comma(number: str) -> Finding:
    """In braces a comma ends an entry, so that the digits after it are a key."""
    shown = quoted(number)
    return Finding(
        rule=reading.KEY_NOT_TEXT,
        message=Text(
            en=f"in brackets the comma ends the number before `{shown}`",
            ru=f"в скобках запятая обрывает число перед `{shown}`",
        ),
        hint=Text(
            en="write the number with a point, or in quotes", ru="напишите число через точку или возьмите его в кавычки"
        ),
    )


def unknown_tag(tag: str) -> Finding:
    """A tag outside YAML's core schema."""
    tag = quoted(tag.replace("tag:yaml.org,2002:", "!!"))
    return Finding(
        rule=reading.UNKNOWN_TAG,
        message=Text(en=f"the tag `{tag}` is unknown", ru=f"тег `{tag}` неизвестен"),
        hint=Text(en="put a text that begins with `!` in quotes", ru="возьмите текст, начинающийся с `!`, в кавычки"),
    )


def anchor_cut(name: str, read: str) -> Finding:
    """The name of an anchor holds signs that end it."""
    name, read = quoted(name), quoted(read)
    return Finding(
        rule=reading.SYNTAX,
        message=Text(
            en=f"the name of the anchor `&{name}` is read as `&{read}`, and the rest of it as text",
            ru=f"имя метки `&{name}` читается как `&{read}`, а остаток имени — как текст",
        ),
        hint=Text(
            en="name it with the letters a–z, digits, `-` and `_`; put a text that begins with `&` in quotes",
            ru="назовите её буквами a–z, цифрами, `-` и `_`; возьмите текст, начинающийся с `&`, в кавычки",
        ),
    )


def unknown_alias(name: str, *, is_there: bool) -> Finding:
    """An alias without an anchor, or, where the anchor `is_there`, inside of what it repeats."""
    name = quoted(name)
    missing = Text(en=f"nothing above is anchored as `&{name}`", ru=f"выше ничего не отмечено как `&{name}`")
    endless = Text(en=f"`*{name}` is inside what it repeats", ru=f"`*{name}` стоит внутри того, что повторяет")
    return Finding(
        rule=reading.UNKNOWN_ALIAS,
        message=endless if is_there else missing,
        hint=Text(en="write out what you mean", ru="запишите то, что нужно, полностью")
        if is_there
        else Text(en="put a text that begins with `*` in quotes", ru="возьмите текст, начинающийся с `*`, в кавычки"),
    )


def cut_by_comment(comment: str) -> Finding:
    """A comment without a space after its `#` follows a text without quotes."""
    comment = quoted(comment)
    return Finding(
        rule=reading.CUT_BY_COMMENT,
        message=Text(
            en=f"`{comment}` is read as a comment, so the text ends before it",
            ru=f"`{comment}` читается как комментарий, и текст на этом обрывается",
        ),
        hint=Text(
            en='put the whole text in quotes, or write "# " before a comment',
            ru="возьмите весь текст в кавычки, а если это комментарий, поставьте пробел после `#`",
        ),
    )


def split_by_comma(first: str, second: str) -> Finding:
    """A comma in brackets parts what may be one sentence."""
    shown = f"“{quoted(first)}, {quoted(second)}”", f"«{quoted(first)}, {quoted(second)}»"
    return Finding(
        rule=reading.SPLIT_BY_COMMA,
        message=Text(en=f"the comma makes two items of {shown[0]}", ru=f"запятая делает из {shown[1]} два пункта"),
        hint=Text(
            en="put a text with a comma in quotes; begin an item of its own with a capital letter",
            ru="возьмите текст с запятой в кавычки; отдельный пункт начните с прописной буквы",
        ),
    )


def list_in_text() -> Finding:
    """A line of a text without quotes looks like an item."""
    return Finding(
        rule=reading.LIST_IN_TEXT,
        message=Text(
            en="this line is read as part of the text above, not as an item",
            ru="эта строка читается как часть текста выше, а не как пункт",
        ),
        hint=Text(
            en="put its hyphen below the hyphen of its neighbours; put a text of several lines in quotes",
            ru="поставьте дефис под дефисами соседних пунктов; текст из нескольких строк возьмите в кавычки",
        ),
    )
