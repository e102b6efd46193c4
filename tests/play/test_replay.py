"""Looking at a sitting again: every position, only what the viewers may know, and as text."""

from pathlib import Path

from sittings import play_on, play_until, sitting

from game.model.ids import ALL_SEATS, SeatMask
from game.narrate.language import translator
from game.play.briefing import is_known
from game.play.pin import lock_pin, opens
from game.play.replay import TRUTH, Replay
from game.play.transcript import transcript


def _played(folder: Path, decisions: int, seed: int = 1, **players: str) -> Path:
    session = sitting(folder, seed=seed, pin="2468", **players)
    play_on(session, decisions, luck=seed)
    path = session.path
    assert path is not None
    session.close()
    return path


def test_a_replay_passes_through_every_position(tmp_path: Path) -> None:
    session = sitting(tmp_path, seed=3)
    assert session.path is not None
    states = [session.game.state.snapshot()]
    for _ in range(50):
        play_on(session, 1)
        states.append(session.game.state.snapshot())
    session.flush()
    replay = Replay.open(session.path)
    assert len(replay.steps) == len(states)
    for place, state in enumerate(states):
        assert replay.game_at(place).state == state
    session.close()


def test_positions_hold_only_what_the_viewers_may_know(tmp_path: Path) -> None:
    replay = Replay.open(_played(tmp_path, 60))
    viewers = replay.viewers()
    assert viewers == SeatMask(0b111)
    hidden = 0
    for position in replay.positions(viewers):
        assert all(is_known(event, viewers) for event in position.events)
        assert position.view.seats == viewers
        hidden += position.action is None
    assert hidden > 1


def test_an_unfinished_sitting_shows_the_table_view_unless_the_pin_is_given(
    tmp_path: Path,
) -> None:
    replay = Replay.open(_played(tmp_path, 30, cartel="random"))
    assert replay.viewers() == 0b11
    assert replay.viewers("1111") == 0b11
    assert replay.viewers("2468") == TRUTH


def test_a_finished_sitting_shows_everything(tmp_path: Path) -> None:
    assert Replay.open(_played(tmp_path, 3000)).viewers() == TRUTH


def test_a_sitting_without_people_shows_what_all_may_know(tmp_path: Path) -> None:
    path = _played(tmp_path, 20, us="random", mexico="random", cartel="random")
    assert Replay.open(path).viewers() == ALL_SEATS


def test_the_pin_is_kept_as_a_salted_hash(tmp_path: Path) -> None:
    kept = lock_pin("2468")
    assert kept != lock_pin("2468")
    assert opens("2468", kept)
    for pin, hashed in (("2469", kept), ("", kept), ("2468", ""), ("2468", "zz:zz")):
        assert not opens(pin, hashed)
    assert b"2468" not in Replay.open(_played(tmp_path, 3)).header.pin.encode()


def test_a_second_window_follows_a_sitting(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    assert session.path is not None
    following = Replay.open(session.path)
    assert following.refreshed() is following
    play_on(session, 3)
    session.flush()
    later = following.refreshed()
    assert len(later.steps) == 4
    assert later.campaign is following.campaign
    session.close()


def test_undone_actions_are_told_and_not_shown(tmp_path: Path) -> None:
    session = sitting(tmp_path, cartel="random")
    assert session.path is not None
    play_until(session, "operational")
    steps = len(Replay.open(session.path).steps)
    seat = session.game.to_move[0]
    watch = [one for one in session.game.legal_actions(seat) if one.verb == "watch"]
    session.choose(watch[0])
    session.undo()
    session.flush()
    replay = Replay.open(session.path)
    assert len(replay.steps) == steps
    assert replay.undone == 1
    session.close()


def test_a_transcript_tells_the_sitting_in_sentences(tmp_path: Path) -> None:
    replay = Replay.open(_played(tmp_path, 3000))
    lines = list(transcript(replay, TRUTH, translator()))
    assert lines[0].startswith("First Light")
    assert any("Cartel" in line for line in lines[:5])
    assert len(lines) > 60
    assert not any("**" in line for line in lines)


def test_a_transcript_for_the_table_leaves_hidden_things_out(tmp_path: Path) -> None:
    replay = Replay.open(_played(tmp_path, 60))
    table = list(transcript(replay, replay.viewers(), translator()))
    truth = list(transcript(replay, TRUTH, translator()))
    assert "hidden things are left out" in "\n".join(table)
    assert len(table) < len(truth)
