"""Defines rules and what they report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NoReturn, TypeAlias

from cjm.core.finding import Severity
from cjm.core.items import Entity
from cjm.core.model import Journey, Stage
from cjm.core.path import Path
from cjm.core.safe_text import quoted
from cjm.core.suggest import Suggester
from cjm.core.text import Text
from cjm.lint.settings import Settings
from cjm.lint.walk import entities


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a rule looks at: a journey, on a certain day, by a team's settings.

    `file` is the name of the map, and `has_map` says whether a file that it refers to exists.
    """

    journey: Journey
    today: date
    file: str = ""
    has_map: Callable[[str], bool] = lambda _: True
    settings: Settings = field(default_factory=Settings)
    suggester: Suggester = field(default_factory=Suggester)

    @cached_property
    def parts(self) -> tuple[Entity, ...]:
        """Everything in the journey, one thing after another: what several rules go through."""
        return tuple(entities(self.journey))


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule reports: about which path (of a missing thing: where it would be), and what to do.

    Of two things that are alike `path` is the second, and `first` the first. `fix` is the text that should be at
    the path, if that can be decided automatically.
    """

    path: Path
    message: Text
    hint: Text
    first: Path | None = None
    fix: str | None = None


Check: TypeAlias = Callable[[Subject], Iterator[Found]]
CheckTogether: TypeAlias = Callable[[Sequence[Subject]], Iterator[tuple[int, Found]]]
"""Checks all maps of a run at once; each result has the number of its map, from zero."""


def _nothing(_: object) -> Iterator[NoReturn]:
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a file in `rules/` defines: `ru` is its docstring's prose in Russian.

    A rule looks at one journey (`check`), or at all journeys of a run together (`check_together`).
    """

    code: str
    severity: Severity
    ru: str
    check: Check = _nothing
    check_together: CheckTogether = _nothing

    @property
    def compares_maps(self) -> bool:
        """Whether what it finds in a map depends on the other maps of a run."""
        return self.check_together is not _nothing


def every_stage_has(key: str, is_there: Callable[[Stage], bool], message: Text, hint: Text) -> Check:
    """A check that finds each stage where a lane is not filled; its message begins with the stage's name.

    It reports nothing if the settings do not require the lane.
    """

    def check(subject: Subject) -> Iterator[Found]:
        stages = subject.journey.stages if key in subject.settings.required_lanes else ()
        for stage in stages:
            if not is_there(stage):
                yield Found((*stage.at, key), about_stage(stage) + message, hint)

    return check


def about_stage(stage: Stage) -> Text:
    """The beginning of a sentence about a stage."""
    name = quoted(stage.name)
    return Text(en=f"stage “{name}” ", ru=f"этап «{name}»: ")
