"""Compares units as readers do."""

from cjm.core.measure import unit_form
from cjm.lint.language.words import folded

_SHORTEST_STEM = 4
_LONGEST_ENDING = 3


def are_other_units(one: str, other: str) -> bool:
    """Whether two units differ in more than letter case and the endings of words; an empty one differs from none.

    >>> are_other_units("заявок", "Заявки"), are_other_units("days", "day"), are_other_units("%", "₽")
    (False, False, True)
    """
    if not one or not other:
        return False
    words, others = (unit_form(folded(unit)).split() for unit in (one, other))
    return len(words) != len(others) or not all(map(_are_one_word, words, others))


def _are_one_word(word: str, other: str) -> bool:
    stem = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING, len(other) - _LONGEST_ENDING)
    return word[:stem] == other[:stem]
