"""Motion: arriving, skipping, replacing, and staying put when motion is reduced."""

import pytest

from game.ui.curves import dashes, evenly, length, point_at, portion, spline
from game.ui.motion import CAMERA, Motion, ease_out, linear


def test_travel_arrives_and_tells_once() -> None:
    told: list[str] = []
    motion = Motion()
    motion.travel("camera", 0, 10, CAMERA, on_done=lambda: told.append("done"))
    motion.advance(CAMERA / 2)
    assert 5 < motion.value("camera", -1) < 10
    motion.advance(CAMERA)
    assert not motion.running
    assert motion.value("camera", -1) == -1
    assert told == ["done"]


def test_any_key_skips() -> None:
    told: list[int] = []
    motion = Motion()
    motion.travel("dice", 0, 1, 0.6, on_done=lambda: told.append(1))
    assert motion.skip()
    assert not motion.running
    assert told == [1]
    assert not motion.skip()


def test_an_arrival_may_start_the_next_movement() -> None:
    motion = Motion()
    motion.travel("a", 0, 1, 0.1, on_done=lambda: motion.travel("a", 1, 2, 0.1))
    motion.advance(0.2)
    assert motion.running
    assert motion.value("a", 0) == 1


def test_reduced_motion_does_not_travel_but_fades_briefly() -> None:
    motion = Motion(reduced=True)
    motion.travel("camera", 0, 10, CAMERA)
    motion.fade("panel", 0, 1)
    motion.advance(0.05)
    assert not motion.has("camera")
    assert 0 < motion.value("panel", 1) < 1
    motion.advance(0.05)
    assert not motion.running


def test_easings_start_and_end_where_they_should() -> None:
    for ease in (linear, ease_out):
        assert ease(0) == 0
        assert ease(1) == 1
    assert ease_out(0.5) > linear(0.5)


def test_curves_keep_their_ends_and_lengths() -> None:
    points = spline([(0, 0), (50, 40), (100, 0)])
    assert points[0] == (0, 0)
    assert points[-1] == (100, 0)
    line = [(0.0, 0.0), (30.0, 0.0), (30.0, 40.0)]
    assert length(line) == 70
    assert point_at(line, 0.5)[0] == (30.0, 5.0)
    assert length(portion(line, 10, 60)) == pytest.approx(50)
    assert [round(length(dash)) for dash in dashes(line, 20, 10)] == [20, 20, 10]
    assert len(evenly(line, 10)) == 8
