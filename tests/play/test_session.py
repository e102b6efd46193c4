"""A sitting: it saves before it tells, goes on exactly where it stopped, and folds events."""

from pathlib import Path

import pytest
from sittings import first_light, pick, play_on, play_until, sitting

from game.model.actions import Action
from game.model.errors import IllegalAction
from game.model.events import ActionTaken, Said, SeatChanged
from game.model.ids import SeatIx
from game.play import record, shelf
from game.play.form import SeatSetup
from game.play.reading import read, read_header
from game.play.record import fold, read_record
from game.play.session import Session, complete_seats
from game.play.trouble import SaveError
from game.rules.engine import Game
from game.rules.positions import state_to_json


def _path(session: Session) -> Path:
    assert session.path is not None
    return session.path


def test_choosing_saves_first_and_tells_then(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    events = session.choose(pick(session, 1))
    assert isinstance(events[0], ActionTaken)
    assert len(read(_path(session)).entries) == 2
    session.close()


def test_submitting_does_not_wait_and_is_ready_once_saved(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    turn = session.submit(pick(session, 1))
    session.flush()
    assert turn.ready
    assert session.is_saved
    assert session.trouble is None
    session.close()


@pytest.mark.parametrize("decisions", [0, 1, 2, 7, 31, 60, 95, 3000])
def test_a_sitting_goes_on_exactly_where_it_stopped(tmp_path: Path, decisions: int) -> None:
    session = sitting(tmp_path, seed=decisions, cartel="random")
    play_on(session, decisions, luck=decisions)
    path, game = _path(session), session.game
    session.close()
    resumed = Session.resume(path)
    assert resumed.game.state == game.state
    assert resumed.game.journal == game.journal
    assert resumed.game.to_move == game.to_move
    assert resumed.game.legal_actions() == game.legal_actions()
    assert resumed.seats == session.seats
    assert not resumed.new_rules
    resumed.close()


def test_a_sitting_stopped_again_and_again_plays_like_one_that_never_was(tmp_path: Path) -> None:
    whole = sitting(tmp_path, seed=5)
    play_on(whole, 90, luck=5)
    broken = sitting(tmp_path, seed=5)
    path = _path(broken)
    for _ in range(30):
        play_on(broken, 3, luck=5)
        broken.close()
        broken = Session.resume(path)
    assert broken.game.state == whole.game.state
    assert broken.game.journal == whole.game.journal
    broken.close()
    whole.close()


def test_going_on_folds_events_and_never_plays_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sitting(tmp_path)
    play_on(session, 40)
    path, state = _path(session), session.game.state
    session.close()

    def refuse(*_: object) -> None:
        raise AssertionError("the rules were asked")

    monkeypatch.setattr(Game, "apply", refuse)
    monkeypatch.setattr(Game, "_carry_out", refuse)
    resumed = Session.resume(path)
    assert resumed.game.state == state
    resumed.close()


def test_every_whole_state_is_what_folding_from_the_first_makes(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    play_on(session, 3000)
    path = _path(session)
    session.close()
    found = read_record(path.name, read(path))
    assert len(found.states) > 10
    state = found.states[0].snapshot()
    for step in found.steps[1:]:
        fold(state, step.events)
        if step.number in found.states:
            assert found.states[step.number] == state


def test_a_full_game_takes_less_than_a_megabyte(tmp_path: Path) -> None:
    session = sitting(tmp_path, seed=3)
    play_on(session, 3000)
    path = _path(session)
    session.close()
    assert read_header(path).over
    assert path.stat().st_size < 1_000_000


def test_an_illegal_action_changes_nothing(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    before = session.game.state.snapshot()
    with pytest.raises(IllegalAction):
        session.choose(Action(SeatIx(0), "raid"))
    assert session.game.state == before
    session.close()
    assert len(read(sorted(tmp_path.glob("*.nadc"))[0]).entries) == 1


def test_undone_actions_stay_on_the_record(tmp_path: Path) -> None:
    session = sitting(tmp_path, cartel="random")
    play_until(session, "operational")
    path, before = _path(session), session.game.state.snapshot()
    seat = session.game.to_move[0]
    action = next(
        one for one in session.game.legal_actions(seat) if one.verb in ("watch", "rotate", "deploy")
    )
    count = len(read(path).live)
    session.choose(action)
    assert session.undo_blocked() is None
    assert session.undo() == action
    assert session.game.state == before
    assert session.redo() == action
    assert session.undo() == action
    session.flush()
    contents = read(path)
    assert len(contents.live) == count
    assert contents.entries[-1].undone
    session.choose(pick(session, 3))
    game = session.game
    session.close()
    resumed = Session.resume(path)
    assert resumed.game.state == game.state
    assert resumed.game.journal == game.journal
    resumed.close()


def test_what_is_fixed_cannot_be_undone(tmp_path: Path) -> None:
    session = sitting(tmp_path, us="random", mexico="random", cartel="random")
    assert session.undo() is None
    session.run_bots(5)
    assert session.undo_blocked() is not None
    assert session.undo() is None
    assert session.redo() is None
    session.close()


def test_bots_play_one_decision_at_a_time_and_say_why(tmp_path: Path) -> None:
    session = sitting(tmp_path, us="balanced", mexico="balanced", cartel="first-light-cartel")
    turns = session.run_bots()
    assert session.game.is_over
    assert all(turn.ready for turn in turns)
    told = [event for event in session.game.journal if isinstance(event, Said)]
    whys = [event for event in told if event.kind == "why"]
    assert len(whys) == sum(bool(turn.why) for turn in turns) > 0
    for event in whys:
        cause = session.game.journal[event.cause]
        assert isinstance(cause, ActionTaken)
        assert event.seen == cause.seen
    session.close()


def test_bots_stop_where_a_person_decides(tmp_path: Path) -> None:
    session = sitting(tmp_path, us="random", cartel="random")
    mexico = SeatIx(first_light().seat_ix["mexico"])
    session.run_bots()
    assert session.step_bot() is None
    assert mexico in session.game.to_move
    assert session.run_bots(limit=3) == ()
    session.close()


def test_a_seat_changes_hands_in_mid_game_and_it_is_on_the_record(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    play_on(session, 10)
    events = session.change_seat(SeatSetup("mexico", "balanced"))
    mexico = SeatIx(first_light().seat_ix["mexico"])
    assert events == (SeatChanged(mexico, False),)
    play_on(session, 20)
    assert session.change_seat(SeatSetup("mexico", "institution-builder")) == ()
    back = SeatSetup("mexico", "person", "Luz", "es", 125)
    session.change_seat(back)
    play_on(session, 5)
    path, game = _path(session), session.game
    session.close()
    resumed = Session.resume(path)
    assert resumed.seat(mexico) == back
    assert resumed.game.state == game.state
    kinds = [entry.kind for entry in read(path).entries]
    assert kinds.count("seat") == 3
    resumed.close()


def test_only_seats_and_bots_of_the_campaign_can_be_set_up(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="canada"):
        complete_seats(first_light(), [SeatSetup("canada")])
    with pytest.raises(KeyError, match="nobody"):
        complete_seats(first_light(), [SeatSetup("us", "nobody")])
    with pytest.raises(KeyError):
        sitting(tmp_path).change_seat(SeatSetup("us", "nobody"))
    assert [one.player for one in complete_seats(first_light(), [])][:2] == ["person", "person"]


def test_a_bot_that_looks_ahead_can_be_set_up_and_plays(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="random-ahead"):
        complete_seats(first_light(), [SeatSetup("us", "random-ahead")])
    session = sitting(tmp_path, us="balanced-ahead", mexico="random", cartel="random")
    for _ in range(20):
        assert session.step_bot() is not None
    session.close()


def test_new_rules_go_on_from_the_last_state_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sitting(tmp_path)
    play_on(session, 12)
    path, state = _path(session), session.game.state
    session.close()
    for module in ("game.play.session", "game.play.ledger"):
        monkeypatch.setattr(f"{module}.RULES_VERSION", "later")
    resumed = Session.resume(path)
    assert resumed.new_rules
    assert resumed.game.state == state
    resumed.choose(pick(resumed, 1))
    resumed.close()
    assert read_header(path).rules_version == "later"


def test_words_in_a_save_that_the_campaign_does_not_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sitting(tmp_path)
    play_on(session, 5)
    path = _path(session)
    session.close()
    contents = read(path)
    monkeypatch.setattr(record, "read_action", lambda *_: (_ for _ in ()).throw(ValueError("x")))
    with pytest.raises(SaveError, match="damaged"):
        read_record(path.name, contents)
    with pytest.raises(SaveError, match="damaged"):
        Session.resume(path)


def test_a_sitting_without_a_folder_is_not_saved() -> None:
    session = sitting()
    assert session.path is None
    session.choose(pick(session, 1))
    assert session.is_saved
    session.close()


def test_the_reader_is_the_person_to_move(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    reader = session.reader()
    assert reader is not None
    assert reader.seat == first_light().seats[session.game.to_move[0]].id
    session.close()


def _undo(session: Session) -> tuple[object, object]:
    """Whether the last choice can be taken back, and the position after that."""
    blocked = session.undo_blocked()
    action = session.undo()
    session.flush()
    return blocked, (action, state_to_json(session.campaign, session.game.state))


@pytest.mark.parametrize("luck", [1, 2])
def test_what_can_be_taken_back_is_the_same_after_a_sitting_was_opened_again(
    tmp_path: Path, luck: int
) -> None:
    session, kept = sitting(tmp_path, seed=luck), 0
    for count in range(60):
        play_on(session, 1, luck)
        if count % 3 or session.game.is_over:
            continue
        session.flush()
        copy = shelf.export(_path(session), tmp_path / f"copy-{count}.nadc")
        again, twin = Session.resume(copy), tmp_path / f"twin-{count}.nadc"
        shelf.export(copy, twin)
        wanted = session.undo_blocked()
        assert again.undo_blocked() == wanted
        while again.undo_blocked() is None:
            kept += 1
            assert _undo(again) == _undo(session)
        assert session.undo_blocked() is not None
        again.close()
        session.close()
        session = Session.resume(twin)
    assert kept > 10


def test_choices_taken_back_after_a_sitting_was_opened_again_count_for_nothing(
    tmp_path: Path,
) -> None:
    session = sitting(tmp_path)
    play_until(session, "operational")
    before = state_to_json(session.campaign, session.game.state)
    path = _path(session)
    move = next(one for one in session.game.legal_actions() if one.verb == "deploy")
    session.choose(move)
    session.close()
    again = Session.resume(path)
    assert again.undo() == move
    assert again.undo_blocked() is not None
    again.close()
    last = Session.resume(path)
    assert state_to_json(last.campaign, last.game.state) == before
    last.close()
