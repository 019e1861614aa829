"""The arrows of the flow that are not simply to the next stage."""

from itertools import combinations

from cjm.drawing.sheet import ColumnTransition
from cjm.drawing.transitions import Box, routes


def test_arrows_ahead_run_above_the_stages_and_arrows_back_below() -> None:
    boxes = [Box(x=240.0 * number, top=0, bottom=-100 * number, width=200) for number in range(4)]
    transitions = [
        ColumnTransition(origin=0, destination=2, name="skips"),
        ColumnTransition(origin=3, destination=1, name="again"),
    ]
    ahead, back = routes(boxes, transitions)
    assert (ahead.transition, ahead.tip[1]) == (transitions[0], 0)
    assert all(y >= 0 for _, y in ahead.curve)
    assert (back.transition, back.tip[1]) == (transitions[1], -100)
    assert min(y for _, y in back.curve) < -300
    assert all(y <= -100 for _, y in back.curve)


def test_no_two_arrows_share_a_track() -> None:
    boxes = [Box(x=240.0 * number, top=0, bottom=-100, width=200) for number in range(5)]
    transitions = [
        ColumnTransition(origin=origin, destination=end, name="") for origin in range(5) for end in range(origin + 1)
    ]
    drawn_ways = list(routes(boxes, transitions))
    tracks = [(route.curve[6][1], sorted((route.curve[0][0], route.tip[0]))) for route in drawn_ways]
    assert len(tracks) == len(transitions)
    for (height, (left, right)), (other_height, (other_left, other_right)) in combinations(tracks, 2):
        assert height != other_height or right < other_left or other_right < left
