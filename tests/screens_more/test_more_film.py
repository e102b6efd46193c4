"""The stops of a sitting: every phase, every turn, and nothing that the viewers may not know."""

import gettext
from pathlib import Path

from game.model.ids import NO_SEAT, SeatMask
from game.play.replay import TRUTH, Replay
from game.ui.present.scene import board_scene
from game.ui.screens.replay.film import Film
from game.ui.screens.replay.stage import Stage
from game.ui.screens.wording import words_of


def _film(path: Path, viewers: SeatMask | None = None) -> Film:
    replay = Replay.open(path)
    seats = replay.table() if viewers is None else viewers
    return Film(replay, seats, words_of(replay.campaign, gettext.NullTranslations()))


def test_the_truth_passes_through_every_phase(finished: Path) -> None:
    film = _film(finished, TRUTH)
    phases = {(stop.quarter, stop.phase) for stop in film.stops}
    for phase in ("strategic", "operational", "red-reveal", "tactical", "flow", "assess"):
        assert (1, phase) in phases, phase
    for place, stop in enumerate(film.stops):
        view = film.sight(place).view
        assert (view.quarter, view.phase, view.round) == stop.moment
    assert film.sight(len(film) - 1).view.over


def test_every_stop_can_be_drawn_and_told(finished: Path) -> None:
    stage = Stage(Replay.open(finished), TRUTH, gettext.NullTranslations())
    for place in range(len(stage.film)):
        stage.go(place)
        style, name, text = stage.headline()
        assert style
        assert name
        assert text or stage.stop.seat != NO_SEAT
        assert board_scene(stage.sight).areas
        assert stage.now.stop <= len(stage.lines)


def test_lines_up_to_now_tell_nothing_of_what_follows(finished: Path) -> None:
    film = _film(finished, TRUTH)
    for place, stop in enumerate(film.stops):
        lines, now = film.lines(place)
        assert all(event < stop.last for line in lines[: now.stop] for event in line.events)
        assert all(min(line.events) >= stop.last for line in lines[now.stop :])


def test_the_table_stops_only_where_it_learns_something(unfinished: Path) -> None:
    film = _film(unfinished)
    for stop in film.stops[1:]:
        events = film.replay.steps[stop.step].events
        assert any(event.seen & film.viewers == film.viewers for event in events)
    assert len(film) < len(_film(unfinished, TRUTH))


def test_turns_and_quarters_go_on_and_back(finished: Path) -> None:
    film = _film(finished, TRUTH)
    place, seen = 0, [1]
    while (following := film.next_quarter(place, 1)) != len(film) - 1:
        assert film.next_quarter(following, -1) == place
        assert film.stops[following].quarter == seen[-1] + 1
        place = following
        seen.append(film.stops[following].quarter)
    assert seen == [1, 2, 3, 4]
    turn = film.next_turn(10, 1)
    assert turn > 10
    assert film.next_turn(turn, -1) <= 10
    assert film.next_turn(len(film) - 1, 1) == len(film) - 1
    assert film.next_quarter(0, -1) == 0


def test_an_event_leads_to_the_stop_where_it_has_happened(finished: Path) -> None:
    film = _film(finished, TRUTH)
    for place, stop in enumerate(film.stops):
        assert film.stop_of(stop.first) == place
        assert film.stop_of(stop.last - 1) == place
    assert film.stop_of(10**9) == len(film) - 1
    lines, _ = film.lines(len(film) - 1)
    for place, line in enumerate(lines):
        assert film.stops[film.stop_of_line(place)].last > max(line.events)


def test_another_viewpoint_stays_at_the_same_moment(finished: Path) -> None:
    stage = Stage(Replay.open(finished), TRUTH, gettext.NullTranslations())
    stage.go(len(stage.film) // 2)
    moment = stage.stop.moment
    for point in ("us", "table", "cartel", "truth"):
        assert stage.look_as(point)
        assert abs(stage.stop.quarter - moment[0]) <= 1
    assert not stage.look_as("nobody")


def test_an_unfinished_sitting_shows_the_table_until_the_pin_is_given(unfinished: Path) -> None:
    replay = Replay.open(unfinished)
    stage = Stage(replay, replay.viewers(), gettext.NullTranslations())
    assert not stage.is_free
    assert not stage.look_as("cartel")
    assert not stage.look_as("truth")
    assert not stage.unlock("1111")
    assert stage.unlock("2468")
    assert stage.look_as("truth")
    assert stage.is_secret
