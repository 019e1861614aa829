"""Suggests the known word that a misspelt one probably stands for."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from cjm.core.safe_text import look_alike, quoted
from cjm.core.text import Text, untranslated

_LIKE_ENOUGH = 0.7
_LONGEST_WORD = 60


@dataclass(slots=True)
class Suggester:
    """Suggestions for one map, with a limited number of comparisons: a hostile map may hold 100,000 unknown words.

    >>> suggester = Suggester(left=3)
    >>> [suggester.closest(word, ["goal", "tools"]) for word in ("gaol", "tols")]
    ['goal', None]
    """

    left: int = 20_000

    def closest(self, word: str, known: Iterable[str]) -> str | None:
        """The known word most like a given one, until comparisons do not suffice for all known words."""
        options = list(islice(known, self.left + 1))
        suffices = len(options) <= self.left
        self.left = self.left - len(options) if suffices else 0
        return closest(word, options) if suffices else None


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a given one, ignoring letter case; None if none is similar.

    A very long word is similar to none. Of equally similar words, the one that begins alike is taken.

    >>> closest("Touchpoint", ["touchpoints", "tools"]), closest("CJM3x", ["CJM903", "CJM301"])
    ('touchpoints', 'CJM301')
    """
    if len(word) > _LONGEST_WORD:
        return None
    from difflib import SequenceMatcher, get_close_matches  # noqa: PLC0415 (only for a mistake)

    lowered = word.lower()
    options = [option for option in known if len(option) <= 2 * _LONGEST_WORD]  # a longer one is not like enough
    by_lower = {option.lower(): option for option in reversed(options)}
    close = get_close_matches(lowered, by_lower, n=len(by_lower) or 1, cutoff=_LIKE_ENOUGH)

    def likeness(option: str) -> tuple[float, list[bool]]:
        """How much of two words agrees, then which of their letters do, the first one first."""
        letters = zip(option, lowered, strict=False)
        return SequenceMatcher(None, option, lowered).ratio(), [one == other for one, other in letters]

    return by_lower[max(close, key=likeness)] if close else None


def did_you_mean(suggested: str | None, word: str = "") -> Text:
    """The end of a sentence that suggests a word; empty without a suggestion."""
    if suggested is None:
        return untranslated("")
    shown = quoted(suggested)
    if look_alike(suggested, word):
        return Text(
            en=f": it looks like `{shown}`, but a letter is of another alphabet, or a space of another kind",
            ru=f": с виду то же, что `{shown}`, но какая-то буква из другого алфавита или пробел другой",
        )
    return Text(en=f", did you mean `{shown}`?", ru=f", возможно, `{shown}`?")


def suggestion(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """A hint that suggests the word that was probably meant, or `otherwise` if none is similar."""
    suggested = closest(word, known)
    return Text(en=f"did you mean {suggested}?", ru=f"возможно, {suggested}?") if suggested else otherwise
