"""What a sitting tells afterwards: briefing, evidence of learning, and the closing fork."""

from pathlib import Path

import pytest
from sittings import first_light, play_on, play_until, sitting

from game.model.events import (
    Event,
    PhaseBegan,
    PieceDeployed,
    PieceExposed,
    PieceMarked,
    PieceRemoved,
    ProbeAnswered,
    Said,
)
from game.model.ids import AreaIx, PieceIx, SeatIx, SeatMask
from game.model.state import RAIDED
from game.play import fork
from game.play.briefing import is_choice, is_known, since_last_turn
from game.play.evidence import chains, evidence
from game.play.fork import harm_by_quarter
from game.play.session import Session
from game.rules.tables import HARM

PIECE, AREA = PieceIx(3), AreaIx(0)
FOUND = PieceExposed(PIECE, AREA, SeatMask(-1))
FIXED = PieceMarked(PIECE, RAIDED)
GONE = PieceRemoved(PIECE, AREA)
PROSECUTED = PieceRemoved(PIECE, AREA, True)


def _by_id(journal: list[Event]) -> dict[tuple[str, int], tuple[int, int, bool]]:
    found = evidence(first_light(), journal)
    return {(one.objective.id, one.seat): (one.shown, one.asked, one.is_met) for one in found}


@pytest.mark.parametrize(
    ("journal", "whole"),
    [
        ([FOUND, GONE, FIXED, PROSECUTED], 1),
        ([FOUND, GONE, FIXED], 0),
        ([FOUND, PROSECUTED], 0),
        ([FIXED, PROSECUTED], 0),
        ([FOUND, GONE, FIXED, PieceDeployed(PIECE, AREA), PROSECUTED], 0),
        ([FOUND, FIXED, PieceDeployed(PIECE, AREA), FOUND, FIXED, PROSECUTED], 1),
    ],
)
def test_a_piece_is_found_fixed_and_prosecuted_in_this_order(
    journal: list[Event], whole: int
) -> None:
    assert sum(chain.is_whole for chain in chains(journal)) == whole


def test_right_answers_count_for_each_seat_from_the_objectives_quarter() -> None:
    us, mexico = SeatIx(0), SeatIx(1)
    journal: list[Event] = [
        PhaseBegan("operational", 1, 0),
        ProbeAnswered(us, "odds", 0, True),
        PhaseBegan("operational", 2, 0),
        ProbeAnswered(us, "odds", 0, True),
        ProbeAnswered(mexico, "odds", 1, False),
        ProbeAnswered(us, "growth", 1, True),
        PhaseBegan("operational", 3, 0),
        ProbeAnswered(us, "odds", 0, True),
    ]
    found = _by_id(journal)
    assert found["read-odds", us] == (2, 2, True)
    assert found["read-odds", mexico] == (0, 1, False)
    assert found["see-displacement", us] == (1, 1, True)


def test_evidence_points_at_its_events() -> None:
    session = sitting(us="balanced", mexico="balanced", cartel="first-light-cartel")
    session.run_bots()
    for one in session.evidence():
        assert all(0 <= place < len(session.game.journal) for place in one.places)
        assert len(one.places) >= one.shown


def test_a_briefing_holds_what_the_seat_may_know_since_it_acted() -> None:
    session = sitting(seed=4)
    while not session.game.is_over:
        for seat in session.game.to_move:
            places = session.briefing(seat)
            events = [session.game.journal[place] for place in places]
            assert all(is_known(event, SeatMask(1 << seat)) for event in events)
            assert not any(is_choice(one) and one.action.seat == seat for one in events)
        play_on(session, 1)


def test_a_briefing_before_the_first_turn_tells_everything_open() -> None:
    session = sitting()
    seat = session.game.to_move[0]
    known = [one for one in session.game.journal if is_known(one, SeatMask(1 << seat))]
    assert len(since_last_turn(session.game.journal, seat)) == len(known)


def test_harm_by_quarter_ends_where_the_game_does() -> None:
    session = sitting(seed=6)
    play_on(session, 3000)
    ends = harm_by_quarter(session.game)
    assert list(ends) == [1, 2, 3, 4]
    assert ends[4] == session.game.state.tracks[HARM]


@pytest.mark.parametrize("seed", range(6))
def test_the_fork_sets_units_rotating_and_plays_to_the_end(seed: int) -> None:
    session = sitting(seed=seed, cartel="first-light-cartel")
    play_on(session, 3000, luck=seed)
    result = session.fork()
    assert result is not None
    assert result.game.is_over
    assert result.quarters == (1, 2, 3, 4)
    assert result.actual[0] == result.forked[0]
    assert 1 <= len(result.units) <= 2
    assert result.actual[-1] == session.game.state.tracks[HARM]


@pytest.mark.parametrize("seed", range(6))
def test_the_fork_without_its_change_is_the_game_as_it_was(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fork._Line, "_change", lambda *_: None)
    session = sitting(seed=seed)
    play_on(session, 3000, luck=seed)
    result = session.fork()
    assert result is not None
    assert result.passed == 0
    assert result.game.state == session.game.state


@pytest.mark.parametrize("seed", range(4))
def test_the_fork_meets_the_same_luck_where_bots_play(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fork._Line, "_change", lambda *_: None)
    session = sitting(seed=seed, us="balanced", mexico="balanced", cartel="first-light-cartel")
    session.run_bots()
    result = session.fork()
    assert result is not None
    assert result.forked == result.actual
    reasons = sum(isinstance(event, Said) for event in session.game.journal)
    told = sum(isinstance(event, Said) for event in result.game.journal)
    assert len(session.game.journal) - reasons == len(result.game.journal) - told


def test_the_fork_of_a_resumed_sitting_is_the_same(tmp_path: Path) -> None:
    session = sitting(tmp_path, seed=2, cartel="random")
    play_on(session, 3000, luck=2)
    before = session.fork()
    session.close()
    resumed = Session.resume(next(tmp_path.glob("*.nadc")))
    after = resumed.fork()
    assert before is not None
    assert after is not None
    assert (before.forked, before.units) == (after.forked, after.units)
    resumed.close()


def test_a_game_that_never_got_there_has_no_fork() -> None:
    session = sitting()
    play_until(session, "strategic")
    assert session.fork() is None
