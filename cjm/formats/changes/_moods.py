"""The emotions of a map before and after, stage by stage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.compare.change import Group
from cjm.compare.node import Thing
from cjm.compare.review import MapReview
from cjm.core.text import Text
from cjm.core.vocabulary import BARS, signed

EMOTIONS = Text(en="Emotions", ru="Эмоции")
STAGE, BEFORE, AFTER = Text(en="Stage", ru="Этап"), Text(en="Before", ru="Было"), Text(en="After", ru="Стало")
NOTHING = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How a stage feels: the score of the whole, and those of its touchpoints."""

    score: int | None
    scores: tuple[int, ...]

    @property
    def bars(self) -> str:
        """A bar a touchpoint; without any, one for the stage; empty where nobody said."""
        whole = () if self.score is None else (self.score,)
        return "".join(BARS[score] for score in self.scores or whole)

    @property
    def figures(self) -> str:
        """What the bars stand for."""
        whole = () if self.score is None else (self.score,)
        return ", ".join(map(signed, self.scores or whole))

    @property
    def figure(self) -> str:
        """The score of the stage, empty where it has none."""
        return "" if self.score is None else signed(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodRow:
    """A stage with its mood on both sides; None where there is no such stage."""

    stage: Group
    before: Mood | None
    after: Mood | None


def changed_moods(review: MapReview) -> list[MoodRow]:
    """The stages whose emotions are not what they were: those of the new map, then those that are gone."""
    return [row for row in _rows(review) if row.before != row.after and _says(row)]


def curve(stages: Sequence[Thing]) -> str:
    """The emotions of a whole map as bars; stages are parted by blanks."""
    return " ".join(_mood(stage).bars or "·" for stage in stages)


def curves(review: MapReview) -> tuple[str, str]:
    """The emotions of the old and of the new map as bars."""
    comparison = review.comparison
    if comparison is None:
        return "", ""
    return curve(comparison.old.parts["stages"]), curve(comparison.new.parts["stages"])


def _says(row: MoodRow) -> bool:
    return any(mood and mood.bars for mood in (row.before, row.after))


def _rows(review: MapReview) -> Iterator[MoodRow]:
    comparison = review.comparison
    if comparison is None:
        return
    olds, news = comparison.old.parts["stages"], comparison.new.parts["stages"]
    for number, new in enumerate(news, start=1):
        old = comparison.matches.old_of(new)
        stage = Group(name=new.name, new=number)
        yield MoodRow(stage=stage, before=_mood(old) if old else None, after=_mood(new))
    for number, old in enumerate(olds, start=1):
        if comparison.matches.new_of(old) is None:
            yield MoodRow(stage=Group(name=old.name, old=number), before=_mood(old), after=None)


def _mood(stage: Thing) -> Mood:
    scores = (_score(touchpoint) for touchpoint in stage.parts.get("touchpoints", ()))
    return Mood(score=_score(stage), scores=tuple(score for score in scores if score is not None))


def _score(thing: Thing) -> int | None:
    emotion = next(iter(thing.parts.get("emotion", ())), None)
    score = emotion.fields["score"] if emotion else None
    return score if isinstance(score, int) else None
