"""Guided steps: shown when they can be done, done by play or by a click, taken back by undo."""

from pathlib import Path

from sittings import first_light, play_on, play_until, sitting

from game.model.actions import Action
from game.play.session import Session


def _do(session: Session, verb: str, card: str | None = None) -> Action:
    for action in session.game.legal_actions():
        fits = card is None or (action.card >= 0 and first_light().cards[action.card].id == card)
        if action.verb == verb and fits:
            session.choose(action)
            return action
    raise AssertionError(f"cannot {verb}")


def _step(session: Session) -> str | None:
    step = session.guide().step
    return step.id if step else None


def test_a_step_that_is_read_gives_way_to_the_next() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    assert _step(session) == "harm"
    session.acknowledge("harm")
    assert _step(session) == "consent"
    assert "harm" in session.guide().done


def test_a_step_is_done_by_the_action_it_asks_for() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    session.acknowledge("harm")
    _do(session, "consent")
    assert "consent" in session.guide().done
    assert _step(session) != "consent"


def test_a_step_that_can_no_longer_be_done_is_not_shown() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    session.acknowledge("harm")
    _do(session, "pass")
    assert _step(session) != "consent"


def test_a_step_that_asks_for_a_card_wants_that_card() -> None:
    session = sitting(cartel="random", mexico="random")
    play_until(session, "operational")
    while session.step_bot() is not None:
        pass
    assert _step(session) == "watch"
    _do(session, "deploy", "uas-orbit")
    assert "watch" in session.guide().done


def test_acknowledging_what_must_be_done_does_nothing() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    session.acknowledge("consent")
    assert "consent" not in session.guide().done


def test_a_step_of_flow_is_shown_while_flow_is_on_the_screen() -> None:
    session = sitting(cartel="random")
    play_until(session, "tactical")
    step = session.guide(shown=(1, "flow")).step
    assert step is not None
    assert step.id == "seen"


def test_undo_takes_a_step_back() -> None:
    session = sitting(seed=3, cartel="random", mexico="random")
    play_until(session, "operational")
    while session.step_bot() is not None:
        pass
    play_until(session, "operational", quarter=2)
    while session.step_bot() is not None:
        pass
    _do(session, "rotate")
    assert "rotate" in session.guide().done
    session.undo()
    assert "rotate" not in session.guide().done


def test_what_was_read_is_kept_in_the_save(tmp_path: Path) -> None:
    session = sitting(tmp_path, cartel="random")
    session.acknowledge("harm")
    session.close()
    resumed = Session.resume(next(tmp_path.glob("*.nadc")))
    assert resumed.acknowledged == ("harm",)
    resumed.close()


def test_guided_steps_never_end_a_game() -> None:
    session = sitting(seed=2)
    while not session.game.is_over:
        session.guide()
        play_on(session, 1)
    assert session.guide().step is None
