"""Targets and figures of KPIs as people write them.

A target is ``[>= <= > < =] number [unit]``; ``≥`` and ``≤`` too, decimal point or comma, blanks between thousands.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import Literal, TypeAlias, cast

Comparison: TypeAlias = Literal[">=", "<=", ">", "<", "="]

_MEETS = {">=": ge, "<=": le, ">": gt, "<": lt, "=": eq}
_SIGNS = {"≥": ">=", "≤": "<=", "": "="}
_NUMBER = r"(?P<number>[-+−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?)"
_UNIT = r"(?P<unit>(?![eE/]\d)[^\d\s.,:;+−–—-].*|)"  # not the rest of another number, a range or a time of day
_TARGET = re.compile(rf"(?P<sign>>=|<=|≥|≤|>|<|=|)\s*{_NUMBER}\s*{_UNIT}")
_FIGURE = re.compile(rf"{_NUMBER}\s*{_UNIT}")


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach and from which side."""

    comparison: Comparison
    number: Decimal
    unit: str

    def met_by(self, figure: Decimal) -> bool:
        """Whether a figure reaches the target."""
        return bool(_MEETS[self.comparison](figure, self.number))


def read_target(text: str) -> Target | None:
    """The target that a text states, or None where it cannot be read.

    >>> read_target("≥ 1 200,5 ₸")
    Target(comparison='>=', number=Decimal('1200.5'), unit='₸')
    """
    match = _TARGET.fullmatch(text.strip())
    if match is None:
        return None
    sign = _SIGNS.get(match["sign"], match["sign"])
    return Target(cast(Comparison, sign), _decimal(match["number"]), match["unit"].strip())


def read_figure(text: str) -> Decimal | None:
    """The number at the beginning of a figure such as ``34,5 %``, or None.

    >>> read_figure("34,5 %")
    Decimal('34.5')
    """
    match = _FIGURE.fullmatch(text.strip())
    return _decimal(match["number"]) if match else None


def _decimal(number: str) -> Decimal:
    blanks = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, ",": ".", "−": "-"})
    return Decimal(number.translate(blanks))
