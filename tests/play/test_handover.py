"""Who may look at the screen: table view, private decisions, and the curtain between them."""

from pathlib import Path

import pytest
from sittings import first_light, pick, play_on, play_until, sitting

from game.model.ids import ALL_SEATS, SeatIx, SeatMask
from game.play.form import SeatSetup
from game.play.handover import HandOver
from game.play.session import Session

US, MEXICO, CARTEL = (SeatIx(first_light().seat_ix[name]) for name in ("us", "mexico", "cartel"))
EVERYBODY = 1 << US | 1 << MEXICO | 1 << CARTEL


def _at_red_plan(**players: str) -> Session:
    session = sitting(**players)
    play_until(session, "red-plan")
    return session


def test_open_phases_draw_what_everybody_present_may_know() -> None:
    session = sitting()
    play_until(session, "strategic")
    assert session.audience() == EVERYBODY
    assert session.needs_curtain() is None


def test_a_seat_that_a_bot_plays_is_not_present() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    assert session.audience() == 1 << US | 1 << MEXICO


def test_where_nobody_plays_only_what_all_may_know_is_drawn() -> None:
    assert sitting(us="random", mexico="random", cartel="random").audience() == ALL_SEATS


def test_a_private_decision_is_drawn_for_its_seat_alone_after_the_curtain() -> None:
    session = _at_red_plan()
    assert session.needs_curtain() == CARTEL
    assert session.audience() == EVERYBODY
    session.reveal(CARTEL)
    assert session.needs_curtain() is None
    assert session.audience() == 1 << CARTEL


def test_only_the_seat_itself_lifts_its_curtain() -> None:
    session = _at_red_plan()
    for seat in (US, MEXICO):
        with pytest.raises(ValueError, match="curtain"):
            session.reveal(seat)
    assert session.audience() == EVERYBODY


def test_a_seat_keeps_the_laptop_through_its_own_decisions() -> None:
    session = _at_red_plan()
    session.reveal(CARTEL)
    while session.game.state.phase == "red-plan":
        assert session.audience() == 1 << CARTEL
        session.choose(pick(session, 4))
    assert session.audience() == EVERYBODY


def test_the_curtain_is_drawn_again_at_the_next_private_decision() -> None:
    session = _at_red_plan()
    session.reveal(CARTEL)
    while session.game.to_move == (CARTEL,):
        session.choose(pick(session, 4))
    while session.game.to_move != (CARTEL,):
        assert session.needs_curtain() is None
        session.choose(pick(session, 4))
    assert session.needs_curtain() == CARTEL


def test_a_seat_may_cover_the_screen_for_a_moment() -> None:
    session = _at_red_plan()
    session.reveal(CARTEL)
    session.cover()
    assert session.needs_curtain() == CARTEL
    assert session.audience() == EVERYBODY


def test_coalition_seats_decide_in_open_view() -> None:
    session = sitting()
    seen = set()
    while not session.game.is_over:
        mover = session.game.to_move
        if mover and CARTEL not in mover:
            seen.add(session.game.state.phase)
            assert session.needs_curtain() is None
            assert session.audience() == EVERYBODY
        play_on(session, 1)
    assert {"strategic", "operational", "tactical", "assess"} <= seen


def test_every_decision_of_a_red_seat_is_private() -> None:
    session = sitting()
    while not session.game.is_over:
        if session.game.to_move == (CARTEL,):
            assert session.needs_curtain() in (CARTEL, None)
            session.reveal(CARTEL)
            assert session.audience() == 1 << CARTEL
        play_on(session, 1)


def test_a_coalition_seat_may_ask_for_the_curtain() -> None:
    session = sitting()
    play_until(session, "tactical")
    while session.game.to_move != (US,):
        play_on(session, 1)
    session.ask_curtain(MEXICO)
    assert session.needs_curtain() is None
    session.ask_curtain(US)
    assert session.needs_curtain() == US
    session.reveal(US)
    assert session.audience() == 1 << US
    while session.game.to_move == (US,):
        play_on(session, 1)
    assert session.hand_over.audience() != 1 << US


def test_a_seat_that_is_next_again_after_a_flow_is_covered_again() -> None:
    """Everybody has watched the FLOW together: who had the laptop before it has it no longer."""
    found = 0
    for seed in range(1, 12):
        session = sitting(seed=seed, us="random")
        while not session.game.is_over:
            state = session.game.state
            movers, quarter = session.game.to_move, state.quarter
            if movers == (CARTEL,) and session.needs_curtain() == CARTEL:
                session.reveal(CARTEL)
            play_on(session, 1)
            again = session.game.to_move == movers == (CARTEL,)
            if again and state.phase == "red-plan" and state.quarter > quarter:
                found += 1
                assert session.needs_curtain() == CARTEL
                assert session.audience() == 1 << MEXICO | 1 << CARTEL
    assert found


def test_the_curtain_that_a_seat_asked_for_ends_with_its_turn() -> None:
    """Even where the same seat is to move next, in another phase."""
    hand_over = HandOver(sitting().game.tables, SeatMask(EVERYBODY))
    hand_over.follow([MEXICO], (1, "tactical", 1))
    hand_over.ask(MEXICO, [MEXICO])
    hand_over.reveal(MEXICO)
    assert hand_over.audience() == 1 << MEXICO
    hand_over.follow([MEXICO], (1, "assess", 1))
    assert hand_over.audience() == EVERYBODY
    assert hand_over.needs_curtain() is None


def test_a_question_to_several_seats_is_asked_before_all_of_them() -> None:
    """A partner could not answer a proposal that was made behind the curtain."""
    hand_over = HandOver(sitting().game.tables, SeatMask(EVERYBODY))
    hand_over.follow([US], (1, "strategic", 0))
    hand_over.ask(US, [US])
    hand_over.reveal(US)
    hand_over.follow([US, MEXICO], (1, "strategic", 0))
    assert hand_over.audience() == EVERYBODY
    hand_over.follow([US], (1, "strategic", 0))
    assert hand_over.audience() == EVERYBODY


def test_the_switch_drops_the_curtain_and_not_the_privacy() -> None:
    session = _at_red_plan()
    session.set_curtains(False)
    assert session.needs_curtain() is None
    assert session.audience() == 1 << CARTEL


def test_somebody_alone_needs_no_curtain() -> None:
    session = _at_red_plan(us="random", mexico="random")
    assert session.needs_curtain() is None
    assert session.audience() == 1 << CARTEL


def test_resuming_opens_on_the_curtain(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    play_until(session, "red-plan")
    session.reveal(CARTEL)
    session.close()
    resumed = Session.resume(next(tmp_path.glob("*.nadc")))
    assert resumed.needs_curtain() == CARTEL
    assert resumed.audience() == EVERYBODY
    resumed.close()


def test_resuming_opens_on_the_curtain_even_for_somebody_alone(tmp_path: Path) -> None:
    session = sitting(tmp_path, us="random", mexico="random")
    play_until(session, "red-plan")
    session.close()
    resumed = Session.resume(next(tmp_path.glob("*.nadc")))
    assert resumed.needs_curtain() == CARTEL
    resumed.reveal(CARTEL)
    while resumed.game.state.quarter == 1:
        play_on(resumed, 1)
    play_until(resumed, "red-plan", quarter=2)
    assert resumed.needs_curtain() is None
    resumed.close()


def test_the_switch_is_kept_in_the_save(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    session.set_curtains(False)
    session.close()
    resumed = Session.resume(next(tmp_path.glob("*.nadc")))
    assert not resumed.curtains
    resumed.close()


def test_a_seat_taken_over_by_a_person_is_hidden_from_the_others() -> None:
    session = _at_red_plan(cartel="random")
    assert session.audience() == 1 << US | 1 << MEXICO
    session.change_seat(SeatSetup("cartel", "person"))
    assert session.needs_curtain() == CARTEL
    session.change_seat(SeatSetup("cartel", "white"))
    assert session.needs_curtain() == CARTEL
