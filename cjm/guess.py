"""The word that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from cjm.text import Text, same

_LIKE_ENOUGH = 0.6


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a given one, letter case aside; None where none is like it.

    >>> closest("Touchpoint", ["touchpoints", "tools"])
    'touchpoints'
    """
    by_lower = {option.lower(): option for option in reversed(list(known))}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=_LIKE_ENOUGH)
    return by_lower[close[0]] if close else None


def did_you_mean(guess: str | None) -> Text:
    """The end of a sentence that offers a guess; nothing where there is none."""
    if guess is None:
        return same("")
    return Text(en=f", did you mean `{guess}`?", ru=f", возможно, `{guess}`?")
