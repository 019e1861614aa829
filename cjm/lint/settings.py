"""The settings of rules; every rule has a default."""

from dataclasses import dataclass, field

from cjm.core.fields import fields_of
from cjm.core.model import Stage

LANES = tuple(info.key for info in fields_of(Stage) if not info.is_shorthand and not info.is_id)
"""What a team may require of every stage, by the keys of the format."""
REQUIRED_LANES = tuple(info.key for info in fields_of(Stage) if info.lane and info.lane.is_required)
"""What every stage should fill, unless a team says otherwise; each of these lanes has a rule of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of rules; `cjm.toml` writes their names with hyphens."""

    required_lanes: tuple[str, ...] = field(
        default=REQUIRED_LANES, metadata={"about": "The lanes that every stage should fill, by the keys of the format."}
    )
    review_every: str = field(
        default="180d", metadata={"about": "How long a review is good for where a map does not set it: Nd, Nw, Nm, Ny."}
    )
    oldest_source: str = field(default="1y", metadata={"about": "The age from which a source is old: Nd, Nw, Nm, Ny."})
    most_kpis: int = field(default=3, metadata={"about": "KPIs that a stage may have before they are a vanity list."})
    most_assumed: int = field(
        default=50, metadata={"about": "Percentage of a map's statements that may be assumed rather than known."}
    )
    longest_text: int = field(default=120, metadata={"about": "Characters that a card holds."})
    channels: tuple[str, ...] = field(
        default=(), metadata={"about": "The channels that touchpoints may name; empty: any."}
    )
    internal_words: tuple[str, ...] = field(
        default=(), metadata={"about": "Names of your departments and processes that no stage should be called by."}
    )
