"""The input of the catalogue's formats."""

from collections.abc import Sequence
from dataclasses import dataclass

from cjm.core.finding import RuleInfo
from cjm.core.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Rules in order, and how to show them; `width` in display cells."""

    rules: Sequence[RuleInfo]
    language: Language = "en"
    colour: bool = False
    width: int = 80
