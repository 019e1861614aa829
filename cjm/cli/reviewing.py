"""Compares maps for commands: by the rules and by each team's settings."""

from dataclasses import dataclass, field
from datetime import date

from cjm.compare.review import MapReview, review
from cjm.lint.check import check
from cjm.lint.codes import RULES
from cjm.mapfile.document import Document
from cjm.workspace.settings import SettingsSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Compares maps on a day, by the settings of each map."""

    day: date
    settings: SettingsSource = field(default_factory=SettingsSource)

    def review(self, old: Document | None, new: Document | None, *, is_renamed: bool = False) -> MapReview:
        """Compare two sides of a map, of which one may be missing; the newer one's place decides on settings."""
        side = new or old
        config = self.settings.for_map(side.source.name if side else ".").lint
        return review(
            old,
            new,
            lambda document: check([(document, config)], RULES, self.day).findings,
            is_renamed=is_renamed,
        )
