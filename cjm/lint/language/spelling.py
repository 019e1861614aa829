"""Finds spellings of one name: Ozon, OZON and Озон; e-mail and email; Ёлка and Елка."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeAlias

from cjm.core.safe_text import LOOK_ALIKE
from cjm.lint.language.scripts import LATIN
from cjm.lint.language.words import folded

_NOISE = re.compile(r"[\s_«»“”„\"'’\u00ad\u200b\ufe0f]|(?<=[^\W\d])[-‐‑./](?=[^\W\d])")
_LATIN_LETTER = re.compile(f"[{LATIN}]")
_BY_LOOK = str.maketrans(LOOK_ALIKE)
_BY_LETTER = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i", "ї": "i", "є": "e",
    "ґ": "g",
})  # fmt: skip
_SOUNDS = (
    ("sch", "sh"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ch", "č"), ("c", "k"), ("č", "ch"),
    ("x", "ks"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "zh"), ("oo", "u"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")

_Groups: TypeAlias = list[list[str]]


def ways_to_spell(spellings: Iterable[str]) -> _Groups:
    """Spellings grouped by the name they stand for, in the order they come; a name spelled one way is left out.

    >>> ways_to_spell(["Ozon", "сайт", "OZON", "Озон"])
    [['Ozon', 'OZON', 'Озон']]
    """
    by_fold = _grouped(spellings, _fold)
    names = _joined([[fold] for fold in by_fold], _sound)
    names = _joined(names, _look)
    ways = ([spelling for fold in name for spelling in by_fold[fold]] for name in names)
    return [spellings for spellings in ways if len(spellings) > 1]


def look_the_same(spelling: str, other: str) -> bool:
    """Whether spellings differ only by letters that look alike, as Latin and Cyrillic C do."""
    return spelling.translate(_BY_LOOK) == other.translate(_BY_LOOK)


def _grouped(texts: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    groups = defaultdict(list)
    for text in texts:
        groups[key(text)].append(text)
    return groups


def _fold(text: str) -> str:
    """A name without letter case, spaces, quotes, and hyphens, dots and slashes between letters."""
    return _NOISE.sub("", folded(text)) or text


def _sound(fold: str) -> str:
    """A name as it sounds, roughly, in Latin letters whatever it is written in."""
    sound = fold.translate(_BY_LETTER)
    for letters, simpler in _SOUNDS:
        sound = sound.replace(letters, simpler)
    return _DOUBLE.sub(r"\1", sound)


def _look(fold: str) -> str:
    """A name as it looks, in capital Latin letters as far as they are alike."""
    return fold.upper().translate(_BY_LOOK)


def _joined(names: _Groups, key: Callable[[str], str]) -> _Groups:
    """Names with one key are the same where a part is in Latin letters here and in Cyrillic there, else strangers."""
    by_key: dict[str, _Groups] = defaultdict(list)
    for name in names:
        by_key[key(name[0])].append(name)
    joined: _Groups = []
    for group in by_key.values():
        folds = [fold for name in group for fold in name]
        are_the_same = len({len(_LATIN_LETTER.findall(fold)) for fold in folds}) > 1
        joined += [folds] if are_the_same else group
    return joined
