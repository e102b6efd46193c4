"""Guided steps: shown when they can be done, done by play or by a click, taken back by undo."""

from pathlib import Path

from sittings import first_light, play_on, play_until, sitting

from game.model.actions import Action
from game.model.ids import area_ref
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


def _at_first_deployment() -> Session:
    session = sitting(cartel="random", mexico="random")
    play_until(session, "operational")
    while session.step_bot() is not None:
        pass
    return session


def _place(session: Session, area: str) -> None:
    place = area_ref(first_light().area_ix[area])
    legal = session.game.legal_actions()
    session.choose(next(one for one in legal if one.verb == "place" and one.target == place))


def test_a_step_is_done_by_the_action_it_asks_for() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    session.acknowledge("harm")
    _do(session, "consent")
    assert "consent" in session.guide().done
    assert _step(session) != "consent"


def test_to_keep_consent_is_to_set_it() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    session.acknowledge("harm")
    assert _step(session) == "consent"
    _do(session, "pass")
    assert "consent" in session.guide().done
    assert _step(session) == "policy"


def test_to_play_no_card_is_not_to_set_consent() -> None:
    session = sitting(cartel="random", mexico="random")
    play_until(session, "strategic")
    while session.step_bot() is not None:
        pass
    _do(session, "pass")
    assert "policy" not in session.guide().done


def test_a_step_that_asks_for_a_card_wants_that_card() -> None:
    session = _at_first_deployment()
    assert _step(session) == "watch"
    _do(session, "deploy", "patrol-aircraft-flight")
    _do(session, "place")
    _do(session, "watch")
    assert "watch" not in session.guide().done


def test_a_step_stays_through_what_its_action_asks() -> None:
    session = _at_first_deployment()
    spec = next(step for step in first_light().frame.guide if step.id == "watch")
    assert session.guide().then == ""
    _do(session, "deploy", "uas-orbit")
    for kind in ("place", "watch"):
        guide = session.guide()
        assert guide.step == spec and "watch" not in guide.done
        assert dict(guide.step.then)[kind] == guide.then  # type: ignore[call-overload]
        assert guide.light == spec.light
        if kind == "place":
            _place(session, "california-border")
    _do(session, "watch")
    assert "watch" in session.guide().done
    assert _step(session) != "watch"


def test_a_question_taken_back_leaves_the_step_open() -> None:
    session = _at_first_deployment()
    _do(session, "deploy", "uas-orbit")
    assert session.undo() is not None
    guide = session.guide()
    assert (guide.step and guide.step.id, guide.then) == ("watch", "")


def test_a_step_that_must_be_done_can_be_passed_over() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    session.acknowledge("harm")
    session.acknowledge("consent")
    assert "consent" not in session.guide().done
    assert _step(session) is None


def test_a_step_waits_for_the_same_phase_of_a_later_quarter() -> None:
    session = sitting(seed=3, cartel="random")
    play_until(session, "strategic")
    session.acknowledge("harm")
    while session.game.state.phase == "strategic":
        _do(session, "pass")
    play_until(session, "strategic", quarter=2)
    while _step(session) != "policy":
        _do(session, "pass")
    assert session.game.state.quarter == 2


def test_what_passed_by_is_told_until_it_was_read() -> None:
    session = sitting(seed=3, cartel="random")
    play_until(session, "assess")
    while session.game.state.quarter == 1:
        if session.step_bot() is None:
            session.choose(session.game.legal_actions()[-1])
    for step in first_light().frame.guide:
        if step.missed is None:
            session.acknowledge(step.id)
    guide = session.guide()
    assert guide.step is not None and guide.step.id == "govern"
    assert guide.is_missed and guide.text == guide.step.missed
    session.acknowledge("govern")
    assert session.guide().step is None


def test_a_step_asks_for_something_else_where_it_cannot_be_done() -> None:
    session = sitting(seed=4, cartel="random")
    play_until(session, "tactical", quarter=2)
    while session.step_bot() is not None:
        pass
    for step in first_light().frame.guide:
        if step.id != "raid":
            session.acknowledge(step.id)
    can_raid = any(one.verb == "raid" for one in session.game.legal_actions())
    guide = session.guide()
    assert guide.step is not None and guide.step.otherwise is not None
    assert guide.ends.verb == ("raid" if can_raid else "surveil")
    assert (guide.title == guide.step.title) == can_raid
    _do(session, "surveil")
    assert "raid" in session.guide().done


def test_the_question_about_growth_is_a_step_of_its_own() -> None:
    session = sitting(seed=2, cartel="random", mexico="random")
    for _ in range(2000):
        pending = session.game.state.pending
        if pending and pending[-1].kind == "growth-probe":
            break
        assert _step(session) != "grow"
        play_on(session, 1)
    assert _step(session) == "grow"
    _do(session, "answer")
    assert "grow" in session.guide().done


def test_the_next_step_is_named_where_none_is_shown() -> None:
    session = sitting(cartel="random")
    play_until(session, "strategic")
    for step in ("harm", "consent", "policy"):
        session.acknowledge(step)
    guide = session.guide()
    assert guide.step is None
    assert guide.coming is not None and guide.coming.id == "watch"


def test_a_step_of_flow_is_shown_while_flow_is_on_the_screen() -> None:
    session = sitting(cartel="random")
    play_until(session, "tactical")
    step = session.guide(shown=(1, "flow")).step
    assert step is not None
    assert step.id == "seen"


def test_a_step_for_a_seat_that_the_computer_plays_never_comes() -> None:
    session = sitting(cartel="random", us="random")
    play_until(session, "strategic")
    for step in ("harm", "consent"):
        session.acknowledge(step)
    while session.guide().step is None:
        coming = session.guide().coming
        assert coming is not None and "us" not in coming.seats
        play_on(session, 1)
    assert _step(session) == "save"


def test_undo_takes_a_step_back() -> None:
    session = sitting(seed=3, cartel="random", mexico="random")
    play_until(session, "operational")
    while session.step_bot() is not None:
        pass
    play_until(session, "operational", quarter=2)
    while session.step_bot() is not None:
        pass
    _do(session, "rotate")
    assert session.guide().then
    _do(session, "routes")
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
