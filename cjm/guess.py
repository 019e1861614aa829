"""The word that was probably meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from cjm.printable import look_alike, quoted
from cjm.text import Text, same

_LIKE_ENOUGH = 0.7
_LONGEST_WORD = 60
_MOST_OPTIONS = 100


@dataclass(slots=True)
class Guesses:
    """The guesses for one map: so many and no more, for a hostile map may hold a hundred thousand strangers.

    >>> guesses = Guesses(left=1)
    >>> [guesses.closest(word, ["goal", "tools"]) for word in ("gaol", "tols")]
    ['goal', None]
    """

    left: int = 200

    def closest(self, word: str, known: Iterable[str]) -> str | None:
        """The known word most like a given one, as long as guesses are left."""
        if self.left == 0:
            return None
        self.left -= 1
        return closest(word, known)


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a given one, letter case aside; None where none is like it.

    What nobody types by hand, a very long word or more than a hundred known ones, is left unread.

    >>> closest("Touchpoint", ["touchpoints", "tools"])
    'touchpoints'
    """
    if len(word) > _LONGEST_WORD:
        return None
    by_lower = {option.lower(): option for option in reversed(list(islice(known, _MOST_OPTIONS)))}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=_LIKE_ENOUGH)
    return by_lower[close[0]] if close else None


def did_you_mean(guess: str | None, word: str = "") -> Text:
    """The end of a sentence that offers a guess for a word; nothing where there is none."""
    if guess is None:
        return same("")
    shown = quoted(guess)
    if look_alike(guess, word):
        return Text(
            en=f": it looks like `{shown}`, but a letter is of another alphabet, or a blank of another kind",
            ru=f": с виду то же, что `{shown}`, но какая-то буква из другого алфавита или пробел другой",
        )
    return Text(en=f", did you mean `{shown}`?", ru=f", возможно, `{shown}`?")


def suggestion(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """A hint that offers the word that was probably meant; where none is like it, what is said otherwise."""
    guess = closest(word, known)
    return Text(en=f"did you mean {guess}?", ru=f"возможно, {guess}?") if guess else otherwise
