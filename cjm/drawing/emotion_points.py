"""The points of the emotion curve: which things of a stage are on it, and in which order."""

from collections.abc import Iterator, Mapping, Sequence

from cjm.core.items import Action, Touchpoint
from cjm.core.model import Stage
from cjm.core.references import by_reference
from cjm.core.text import Text
from cjm.core.vocabulary import EMOTIONS, signed, step
from cjm.drawing.card_builder import CardBuilder
from cjm.drawing.letters import letter
from cjm.drawing.sheet import Cell, EmotionPoint, written

_TOUCHPOINT = Text(en="touchpoint", ru="точка контакта")


def action_labels(stage: Stage) -> Mapping[int, str]:
    """The letters of the actions that have an emotion, by their place in the stage from zero."""
    felt = [number for number, action in enumerate(stage.actions) if action.emotion]
    return {number: letter(count).upper() for count, number in enumerate(felt)}


def emotion_points(builder: CardBuilder, stage: Stage) -> Cell:
    """The points of the steps of a stage from left to right, then that of the whole stage."""
    steps, places = list(course(stage)), by_reference(stage.touchpoints)
    points = tuple(
        EmotionPoint(
            at=emotion.at,
            text=builder.feeling(emotion) or written(thing.name),
            score=emotion.score,
            position=(place + 0.5) / len(steps),
            label=label,
            is_moment_of_truth=bool(thing.moment_of_truth),
            tooltip=" · ".join(filter(None, (builder.evidence(emotion), _spoken_for(builder, stage, places, thing)))),
        )
        for place, (label, thing) in enumerate(steps)
        if (emotion := thing.emotion)
    )
    whole = _whole_stage(builder, stage)
    return (*points, whole) if whole else points


def course(stage: Stage) -> Iterator[tuple[str, Action | Touchpoint]]:
    """Actions with an emotion, and touchpoints for which none of these speaks, each with its label.

    A touchpoint stands where an action without an emotion names it, else after all actions.
    """
    labels, named = action_labels(stage), _named_by_actions(stage)
    left = dict(enumerate(stage.touchpoints))
    for number in labels:
        left.pop(named.get(number, -1), None)
    for number, action in enumerate(stage.actions):
        if number in labels:
            yield labels[number], action
        elif (place := named.get(number, -1)) in left:
            yield str(place + 1), left.pop(place)
    yield from ((str(place + 1), touchpoint) for place, touchpoint in left.items())


def _named_by_actions(stage: Stage) -> Mapping[int, int]:
    """The place of the touchpoint that an action names, by the place of the action."""
    places = by_reference(stage.touchpoints)
    named = {number: places.get(action.touchpoint or "") for number, action in enumerate(stage.actions)}
    return {number: found[0] for number, found in named.items() if found}


def _spoken_for(
    builder: CardBuilder, stage: Stage, places: Mapping[str, Sequence[int]], thing: Action | Touchpoint
) -> str:
    """What the touchpoint of an action has for an emotion, which the curve does not show."""
    found = places.get(thing.touchpoint or "") if isinstance(thing, Action) else None
    emotion = stage.touchpoints[found[0]].emotion if found else None
    return f"{builder.localized(_TOUCHPOINT)}: {signed(emotion.score)}" if emotion else ""


def _whole_stage(builder: CardBuilder, stage: Stage) -> EmotionPoint | None:
    emotion = stage.emotion
    if emotion is None:
        return None
    name = builder.feeling(emotion) or builder.localized(EMOTIONS[step(emotion.score)])
    return EmotionPoint(at=emotion.at, text=name, score=emotion.score, position=0.5, tooltip=builder.evidence(emotion))
