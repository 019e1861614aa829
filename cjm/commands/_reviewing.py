"""How commands compare maps: by the rules and by each team's settings."""

from dataclasses import dataclass, field
from datetime import date

from cjm.commands._settings import Chosen
from cjm.document import Document
from cjm.lint.run import all_rules
from cjm.review import Judge, MapReview, review


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Compares maps on a day; `chosen` says which settings hold."""

    day: date
    chosen: Chosen = field(default_factory=Chosen)

    def review(self, old: Document | None, new: Document | None, *, is_renamed: bool = False) -> MapReview:
        """Compare two sides of a map, of which one may be missing; the newer one's place decides on settings."""
        side = new or old
        config = self.chosen.for_map(side.source.name if side else ".")
        return review(old, new, Judge(rules=all_rules(), today=self.day, config=config), is_renamed=is_renamed)
