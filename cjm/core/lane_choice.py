"""Which lanes a team wants to see, in which order, and what it calls them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from cjm.core.errors import UsageError
from cjm.core.fields import lanes_of
from cjm.core.model import Stage
from cjm.core.safe_text import quoted
from cjm.core.suggest import suggestion
from cjm.core.text import Text, untranslated

_Lane = TypeVar("_Lane")

_KNOWN = tuple(info.key for info in lanes_of(Stage))


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneChoice:
    """A team's settings for lanes.

    `shown` are the keys of the lanes in their order, all in the usual one where there are none. `titles` are the names
    by lane, `titles_in` those in one language, by its code and lane.
    """

    shown: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    titles_in: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def title(self, key: str, language: str) -> str | None:
        """What the team calls a lane in a language; None where it leaves the name to us."""
        return self.titles_in.get(language, {}).get(key) or self.titles.get(key)

    def chosen(self, lanes: Mapping[str, _Lane]) -> list[_Lane]:
        """Those of some lanes, by their keys, that are shown, in the order of the team."""
        return [lanes[key] for key in self.shown or lanes if key in lanes]


def lane_choice(origin: str, data: Mapping[str, Any]) -> LaneChoice:
    """The settings in a table that conforms to the schema of settings.

    Args:
        origin: the file it comes from.
        data: the table; keys of other packages are ignored.

    Raises:
        UsageError: it names a lane that does not exist.
    """
    shown, named = data.get("render", {}).get("lanes", []), data.get("lane-titles", {})
    titles = {key: title for key, title in named.items() if isinstance(title, str)}
    titles_in = {language: table for language, table in named.items() if isinstance(table, dict)}
    check_lanes(origin, "render.lanes", shown, _KNOWN)
    check_lanes(origin, "lane-titles", titles, _KNOWN)
    for language, table in titles_in.items():
        check_lanes(origin, f"lane-titles.{quoted(language)}", table, _KNOWN)
    return LaneChoice(shown=tuple(dict.fromkeys(shown)), titles=titles, titles_in=titles_in)


def check_lanes(origin: str, place: str, keys: Iterable[str], known: Collection[str]) -> None:
    """Let no lane be named that does not exist; those of an author's own begin with ``x-``.

    Args:
        origin: the file that names them.
        place: where in it.
        keys: the lanes that it names.
        known: those of the format that may stand there.

    Raises:
        UsageError: there is no such lane.
    """
    for key in keys:
        if key not in known and not key.startswith("x-"):
            lane, listed = quoted(key), ", ".join(known)
            message = Text(en=f"`{place}`: no lane is called `{lane}`", ru=f"`{place}`: нет дорожки `{lane}`")
            hint = suggestion(key, known, Text(en=f"known: {listed}, x-…", ru=f"есть такие: {listed}, x-…"))
            raise UsageError(untranslated(f"{origin}: ") + message, hint=hint)
