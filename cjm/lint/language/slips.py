"""Slips of the keyboard in the names of brands: Wildberies for Wildberries."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

_BRAND = re.compile(r"[A-Z][A-Za-z]{6,29}")
"""One long word in Latin letters; common words, which may differ by one letter as contact and contract do, begin small
or are Russian."""
_TIMES_RARER = 3


def slips(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Spellings that differ by a letter from one that is at least three times as frequent, and that one.

    The first letter and the last two are the same, because different endings may be different words.

    >>> list(slips({"Wildberries": 3, "Wildberies": 1, "Instagram": 1}))
    [('Wildberies', 'Wildberries')]
    """
    by_rest: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        if _BRAND.fullmatch(name):
            for rest in _rests(name.casefold()):
                by_rest[rest].append(name)
    pairs = {(rare, usual): None for names in by_rest.values() for rare, usual in _pairs(names, counts)}
    yield from pairs


def _rests(name: str) -> dict[str, None]:
    """A name, and what is left of it without one of its letters."""
    return dict.fromkeys([name, *(name[:at] + name[at + 1 :] for at in range(1, len(name) - 2))])


def _pairs(names: list[str], counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    usual = max(names, key=lambda name: counts[name])
    for name in names:
        if name.casefold() != usual.casefold() and counts[usual] >= _TIMES_RARER * counts[name]:
            yield name, usual
