"""Compares words as readers do: without letter case, ё and punctuation."""

import re
from unicodedata import normalize

_WORD = re.compile(r"[^\W_]+")

INTENTIONS = {
    "увеличить", "увеличивать", "повысить", "повышать", "снизить", "снижать", "уменьшить", "уменьшать", "сократить",
    "сокращать", "улучшить", "улучшать", "ускорить", "ускорять", "поднять", "поднимать", "нарастить", "удержать",
    "удерживать", "достичь", "достигнуть", "добиться", "привлечь", "привлекать", "обеспечить", "расширить", "удвоить",
    "оптимизировать", "вернуть", "довести", "выйти", "усилить", "упростить",
    "increase", "reduce", "improve", "decrease", "grow", "boost", "achieve", "maximise", "maximize", "minimise",
    "minimize", "strengthen", "enhance", "accelerate", "optimise", "optimize", "attract", "retain", "ensure",
}  # fmt: skip
"""Verbs for an intention, not for what is counted. “Reach”, “win” and “double” are missing for a reason:
reach, win rate and double opt-ins are KPIs."""


def folded(text: str) -> str:
    """A text without what readers overlook: letter case, ё for е, the way its letters are encoded.

    >>> folded("Ёлка")
    'елка'
    """
    return normalize("NFKC", text).casefold().replace("ё", "е")


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded.

    >>> words("«Отзывы» — с фото!")
    ('отзывы', 'с', 'фото')
    """
    return tuple(_WORD.findall(folded(text)))
