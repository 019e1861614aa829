"""Texts in the two languages of the program's users."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["en", "ru"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text for users; both languages are required, so neither can be forgotten.

    >>> Text(en="stage", ru="этап").localized("ru")
    'этап'
    """

    en: str
    ru: str

    def localized(self, language: Language) -> str:
        """The words in one language."""
        return self.ru if language == "ru" else self.en

    def __add__(self, other: "Text") -> "Text":
        """Both texts, one after the other."""
        return Text(en=self.en + other.en, ru=self.ru + other.ru)

    def map(self, change: Callable[[str], str]) -> "Text":
        """The same change made to both languages."""
        return Text(en=change(self.en), ru=change(self.ru))


def untranslated(words: str) -> Text:
    """A text that is the same in every language: a name, a number, a code."""
    return Text(en=words, ru=words)


def plural(count: int, language: Language, forms: Text) -> str:
    """The form of a noun that goes with a number, from forms separated by ``|``.

    English has two forms, Russian three (rules: Unicode CLDR, Language Plural Rules).

    >>> files = Text(en="file|files", ru="файл|файла|файлов")
    >>> [plural(n, "ru", files) for n in (1, 2, 5, 11, 21)]
    ['файл', 'файла', 'файлов', 'файлов', 'файл']
    """
    words = forms.localized(language).split("|")
    if language == "en":
        return words[count != 1]
    if count % 10 == 1 and count % 100 != 11:
        return words[0]
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return words[1 if few else 2]
