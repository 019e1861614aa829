"""The emotions of a map before and after, stage by stage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.compare.change import ChangeGroup
from cjm.compare.node import Node
from cjm.compare.review import MapReview
from cjm.core.text import Text
from cjm.core.vocabulary import BARS, Score, signed, step

EMOTIONS = Text(en="Emotions", ru="Эмоции")
STAGE, BEFORE, AFTER = Text(en="Stage", ru="Этап"), Text(en="Before", ru="Было"), Text(en="After", ru="Стало")
NOTHING = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEmotion:
    """The emotions of a stage: the score of the whole, and those of its steps."""

    score: Score | None
    scores: tuple[Score, ...]

    @property
    def bars(self) -> str:
        """One bar per step; without any, one for the stage; empty without a score."""
        whole = () if self.score is None else (self.score,)
        return "".join(BARS[step(score)] for score in self.scores or whole)

    @property
    def figures(self) -> str:
        """The scores of the bars."""
        whole = () if self.score is None else (self.score,)
        return ", ".join(map(signed, self.scores or whole))

    @property
    def figure(self) -> str:
        """The score of the stage, empty where it has none."""
        return "" if self.score is None else signed(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEmotionRow:
    """A stage with its emotions on both sides; None on a side without the stage."""

    stage: ChangeGroup
    before: StageEmotion | None
    after: StageEmotion | None


def changed_emotions(review: MapReview) -> list[StageEmotionRow]:
    """The stages whose emotions are not what they were: those of the new map, then those that are gone."""
    return [row for row in _rows(review) if row.before != row.after and _has_bars(row)]


def curve(stages: Sequence[Node]) -> str:
    """The emotions of a whole map as bars; stages are separated by spaces."""
    return " ".join(_stage_emotion(stage).bars or "·" for stage in stages)


def curves(review: MapReview) -> tuple[str, str]:
    """The emotions of the old and of the new map as bars."""
    comparison = review.comparison
    if comparison is None:
        return "", ""
    return curve(comparison.old.parts["stages"]), curve(comparison.new.parts["stages"])


def _has_bars(row: StageEmotionRow) -> bool:
    return any(stage_emotion and stage_emotion.bars for stage_emotion in (row.before, row.after))


def _rows(review: MapReview) -> Iterator[StageEmotionRow]:
    comparison = review.comparison
    if comparison is None:
        return
    olds, news = comparison.old.parts["stages"], comparison.new.parts["stages"]
    for number, new in enumerate(news, start=1):
        old = comparison.matches.old_of(new)
        stage = ChangeGroup(name=new.name, new=number)
        yield StageEmotionRow(stage=stage, before=_stage_emotion(old) if old else None, after=_stage_emotion(new))
    for number, old in enumerate(olds, start=1):
        if comparison.matches.new_of(old) is None:
            yield StageEmotionRow(stage=ChangeGroup(name=old.name, old=number), before=_stage_emotion(old), after=None)


def _stage_emotion(stage: Node) -> StageEmotion:
    scores = (_score(touchpoint) for touchpoint in stage.parts.get("touchpoints", ()))
    return StageEmotion(score=_score(stage), scores=tuple(score for score in scores if score is not None))


def _score(node: Node) -> Score | None:
    emotion = next(iter(node.parts.get("emotion", ())), None)
    score = emotion.fields["score"] if emotion else None
    return score if isinstance(score, int | float) else None
