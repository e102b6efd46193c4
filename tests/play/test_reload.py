"""A campaign edited while it is played: the sitting goes on at the same decision, or refuses it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reload_samples import (
    PEOPLE,
    add_things,
    begin,
    change_numbers,
    drop_card,
    edit,
    own_campaign,
    played,
    reorder,
    replace,
)
from sittings import pick, play_on, play_until

from game.model.events import CampaignReloaded
from game.model.ids import SeatIx, SeatMask
from game.model.state import IN_POOL
from game.narrate.language import translator
from game.narrate.log import Log
from game.narrate.words import Words
from game.play import shelf
from game.play.form import SeatSetup
from game.play.reading import read, read_header
from game.play.record import fold
from game.play.replay import TRUTH, Replay
from game.play.session import Session
from game.play.transcript import transcript
from game.rules.notation import word_of, write_action, write_ref
from game.rules.positions import SETS, state_to_json
from game.rules.setup import first_state

Edit = Callable[[Path], None]
_READ_AGAIN = "The campaign was edited and read again; what was played stands."
DECISIONS = (0, 1, 2, 9, 24, 41, 60, 77, 95, 120)


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))
    (tmp_path / "saves").mkdir()
    return own_campaign(tmp_path)


def _legal(session: Session) -> set[str]:
    return {write_action(session.campaign, one) for one in session.game.legal_actions()}


def _seat_word(session: Session, seat: SeatIx) -> str:
    return session.campaign.seats[seat].id


def _words(session: Session) -> list[list[str]]:
    """The words of each line that has been told, whatever order a list in it has."""
    return [sorted(re.findall(r"[\w−+]+", line)) for line in _lines(session)]


def _standing(session: Session) -> list[tuple[object, ...]]:
    """Standing modifiers and open questions, with ids for places."""
    campaign, state = session.campaign, session.game.state
    found: list[tuple[object, ...]] = []
    for mod in state.mods:
        areas = {area.id for ix, area in enumerate(campaign.areas) if mod.areas >> ix & 1}
        seats = {seat.id for ix, seat in enumerate(campaign.seats) if mod.seats >> ix & 1}
        found.append((mod.what, mod.by, areas, seats, word_of(campaign, "route", mod.route)))
    for asked in state.pending:
        seats = {seat.id for ix, seat in enumerate(campaign.seats) if asked.waiting >> ix & 1}
        found.append((asked.kind, seats, write_ref(campaign, asked.target), len(asked.options)))
    return found


def _lines(session: Session) -> list[str]:
    log = Log(Words(session.campaign, translator()), SeatMask(0))
    log.update(session.game.journal)
    return [line.text for line in log.lines]


def _finish(session: Session, luck: int) -> None:
    play_on(session, 4000, luck)
    assert session.game.is_over


def _unordered(position: dict[str, Any]) -> dict[str, Any]:
    """A position without the order of its sets, and without what is written as plain numbers."""
    position = {**position, "mods": len(position["mods"]), "pending": len(position["pending"])}
    for name in ("persons", "fired", "unlocked", "governed_areas"):
        position[name] = sorted(position[name])
    for name in SETS:
        if isinstance(position[name], dict):
            rows = position[name].items()
            position[name] = {word: sorted(items) for word, items in rows}
    for name in ("hands", "used"):
        rows = position[name].items()
        position[name] = {word: sorted(map(str, items)) for word, items in rows}
    return position


def _folds(session: Session) -> bool:
    """Whether the journal alone makes the position, as a replay does."""
    opening, opened = session.opening
    state = opening.snapshot()
    fold(state, session.game.journal[opened:])
    return state == session.game.state


@pytest.mark.parametrize("decisions", DECISIONS)
@pytest.mark.parametrize("luck", [1, 2])
def test_another_order_changes_nothing(campaign: Path, decisions: int, luck: int) -> None:
    session = played(campaign, None, decisions, luck)
    before, position = _legal(session), state_to_json(session.campaign, session.game.state)
    movers = {_seat_word(session, seat) for seat in session.game.to_move}
    setups, told, standing = set(session.seats), _words(session), _standing(session)
    reorder(campaign, luck)
    assert session.reload().taken
    assert _legal(session) == before
    assert {_seat_word(session, seat) for seat in session.game.to_move} == movers
    assert set(session.seats) == setups
    position["clock"] += 1
    after = state_to_json(session.campaign, session.game.state)
    assert _unordered(after) == _unordered(position)
    assert _standing(session) == standing
    assert _lines(session)[-1] == _READ_AGAIN
    assert _words(session)[:-1] == told
    assert _folds(session)
    _finish(session, luck)
    assert _folds(session)
    session.close()


KINDS = (
    "place",
    "watch",
    "rotate",
    "join",
    "fund",
    "inject",
    "seal",
    "fallback",
    "bank",
    "odds-probe",
    "growth-probe",
)


@pytest.mark.parametrize("kind", KINDS)
def test_an_open_question_stays_the_same(campaign: Path, kind: str) -> None:
    session = _asked(campaign, kind)
    before, standing = _legal(session), _standing(session)
    shares = _shares(session)
    for luck in (1, 2, 3):
        reorder(campaign, luck)
        assert session.reload().taken
        assert _legal(session) == before
        assert _standing(session) == standing
        assert _shares(session) == shares
    _finish(session, 1)


def _asked(campaign: Path, kind: str) -> Session:
    """A sitting at a question of this kind."""
    for luck in range(12):
        session = begin(campaign, None, luck)
        while not session.game.is_over:
            pending = session.game.state.pending
            if pending and pending[-1].kind == kind:
                return session
            play_on(session, 1, luck)
    raise AssertionError(f"nobody was ever asked about {kind}")


def _shares(session: Session) -> list[set[tuple[str, int]]]:
    """Who would pay how much, for each proposal of a question about funds."""
    asked, seats = session.game.state.pending[-1], session.campaign.seats
    if asked.kind != "fund":
        return []
    return [
        {(seat.id, packed >> 4 * ix & 15) for ix, seat in enumerate(seats)}
        for packed in asked.options
    ]


@pytest.mark.parametrize("decisions", DECISIONS)
@pytest.mark.parametrize("change", [add_things, change_numbers])
def test_play_goes_on_with_the_new_text_and_ends(
    campaign: Path, decisions: int, change: Edit
) -> None:
    session = played(campaign, None, decisions, 3 + decisions)
    movers, number = session.game.to_move, len(session.game.journal)
    change(campaign)
    assert session.reload().taken
    assert session.game.to_move == movers
    event = session.game.journal[number]
    assert isinstance(event, CampaignReloaded)
    assert event.digest == session.campaign.digest
    _finish(session, 5)
    assert _folds(session)
    session.close()


def test_a_reload_among_bots_goes_on(campaign: Path) -> None:
    session = begin(campaign, None, 4, people=("us",))
    for luck in range(6):
        play_on(session, 15, luck)
        reorder(campaign, luck)
        assert session.reload().taken
    _finish(session, 1)
    assert _folds(session)
    session.close()


@pytest.mark.parametrize("decisions", [0, 30, 80, 4000])
def test_a_reloaded_sitting_is_resumed_where_it_stopped(
    tmp_path: Path, campaign: Path, decisions: int
) -> None:
    session = played(campaign, tmp_path / "saves", decisions, 2)
    for change in (add_things, change_numbers):
        change(campaign)
        assert session.reload().taken
        play_on(session, 7, 9)
    path, game, seats = session.path, session.game, session.seats
    assert path is not None
    session.close()
    resumed = Session.resume(path)
    assert resumed.campaign.digest == game.campaign.digest == read_header(path).digest
    assert resumed.campaign.texts == game.campaign.texts
    assert resumed.game.state == game.state
    assert resumed.game.journal == game.journal
    assert resumed.game.legal_actions() == game.legal_actions()
    assert resumed.seats == seats
    assert resumed.folder == campaign
    play_on(resumed, 20, 9)
    reorder(campaign, 3)
    assert resumed.reload().taken
    resumed.close()


def test_a_replay_shows_every_step_of_a_reloaded_sitting(tmp_path: Path, campaign: Path) -> None:
    session = played(campaign, tmp_path / "saves", 70, 2)
    reorder(campaign, 1)
    add_things(campaign)
    assert session.reload().taken
    play_on(session, 10, 2)
    state, path = session.game.state, session.path
    assert path is not None
    session.close()
    replay = Replay.open(path)
    positions = list(replay.positions(TRUTH))
    assert replay.game_at(len(positions) - 1).state == state
    assert [step.kind for step in replay.steps].count("reload") == 1
    assert any("read again" in line for line in transcript(replay, TRUTH, translator()))
    shelf.export(path, tmp_path / "copy.nadc")
    assert read(tmp_path / "copy.nadc").header.digest == replay.campaign.digest


def test_undone_actions_stay_on_the_record_and_undo_stops_at_a_reload(
    tmp_path: Path, campaign: Path
) -> None:
    session = begin(campaign, tmp_path / "saves")
    _undoable(session)
    assert session.undo() is not None
    session.choose(session.game.legal_actions()[0])
    change_numbers(campaign)
    assert session.reload().taken
    blocked = session.undo_blocked()
    assert blocked is not None
    assert blocked.code == "undo-reloaded"
    assert session.undo() is None
    assert session.redo() is None
    _undoable(session)
    assert session.undo() is not None
    session.flush()
    assert any(entry.undone for entry in read(session.path or tmp_path).entries)
    session.close()


def _undoable(session: Session) -> None:
    for turn in range(300):
        session.choose(pick(session, turn))
        if session.undo_blocked() is None:
            return
    raise AssertionError("nothing could be undone")


def test_nothing_is_noted_where_nothing_has_changed(tmp_path: Path, campaign: Path) -> None:
    session = played(campaign, tmp_path / "saves", 10)
    number = len(session.game.journal)
    result = session.reload()
    assert not result.taken
    assert not result.is_refused
    assert len(session.game.journal) == number
    session.close()


def test_new_cards_of_a_deck_come_with_the_next_shuffle(tmp_path: Path, campaign: Path) -> None:
    session = played(campaign, None, 12)
    add_things(campaign)
    assert session.reload().taken
    seat, card = session.campaign.seat_ix["us"], session.campaign.card_ix["joint-raid"]
    assert session.game.state.discards[seat].count(card) == 2
    assert "Joint Raid" in _lines(session)[-1]


def test_a_seat_keeps_the_laptop_over_a_reload(campaign: Path) -> None:
    session = begin(campaign)
    play_until(session, "red-plan")
    seat = session.needs_curtain()
    assert seat is not None
    session.reveal(seat)
    reorder(campaign, 2)
    assert session.reload().taken
    cartel = session.campaign.seat_ix["cartel"]
    assert session.needs_curtain() is None
    assert session.audience() == 1 << cartel
    session.cover()
    assert session.needs_curtain() == cartel


def test_a_covered_seat_stays_covered(campaign: Path) -> None:
    session = begin(campaign)
    play_until(session, "red-plan")
    reorder(campaign, 2)
    assert session.reload().taken
    assert session.needs_curtain() == session.campaign.seat_ix["cartel"]


# -- refusals ------------------------------------------------------------------------------


def _drop(tree_key: str, entry_id: str) -> Callable[[dict[str, Any]], None]:
    def change(tree: dict[str, Any]) -> None:
        tree[tree_key] = [one for one in tree[tree_key] if one["id"] != entry_id]

    return change


def _rename_area(campaign: Path) -> None:
    for path in campaign.parent.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("mx-northwest", "mx-north-west"), encoding="utf-8")


def _break_yaml(campaign: Path) -> None:
    replace(campaign / "map.yaml", "areas:", "areas: [")


def _drop_quarterly_inject(campaign: Path) -> None:
    edit(campaign / "injects.yaml", _drop("injects", "hard-question"))


def _fewer_answers(campaign: Path) -> None:
    def change(tree: dict[str, Any]) -> None:
        inject = next(one for one in tree["injects"] if one["id"] == "hard-question")
        inject["options"] = inject["options"][-1:]

    edit(campaign / "injects.yaml", change)


def _other_id(campaign: Path) -> None:
    replace(campaign / "campaign.yaml", "id: first-light", "id: second-light")


def _no_tactical_card(campaign: Path) -> None:
    drop_card(campaign, "freeze-assets")


def _one_seat_more(campaign: Path) -> None:
    def change(tree: dict[str, Any]) -> None:
        seat = {"id": "canada", "name": "Canada", "short": "CA", "side": "nadc", "style": "canada"}
        more = {"wants": "calm", "briefing": "Watch the north.", "margin": {"kind": "canada"}}
        tree["seats"].append({**seat, **more, "country": "canada", "player": "person"})
        tree["order"].append("canada")

    edit(campaign / "campaign.yaml", change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_rename_area, "area mx-northwest is in use"),
        (_break_yaml, "map.yaml:"),
        (_drop_quarterly_inject, "inject hard-question has come up"),
        (_other_id, "another campaign now: second-light"),
        (_no_tactical_card, "card freeze-assets is in use"),
        (_one_seat_more, "seats or their sides"),
    ],
)
def test_a_text_that_cannot_be_taken_is_refused_and_play_goes_on(
    tmp_path: Path, campaign: Path, change: Edit, said: str
) -> None:
    session = begin(campaign, tmp_path / "saves", 2)
    play_until(session, "tactical", 3)
    before = (
        session.campaign,
        session.game,
        list(session.game.journal),
        session.game.state.snapshot(),
    )
    change(campaign)
    result = session.reload()
    assert not result.taken
    assert result.is_refused
    assert said in result.text(translator())
    assert (session.campaign, session.game, session.game.journal, session.game.state) == before
    play_on(session, 5)
    path = session.path
    session.close()
    assert path is not None
    Session.resume(path).close()


def test_a_renamed_id_is_guessed(campaign: Path) -> None:
    session = played(campaign, None, 40)
    _rename_area(campaign)
    assert "Is it called mx-north-west now?" in session.reload().text()


def test_an_answer_that_was_chosen_must_stay(campaign: Path) -> None:
    session = begin(campaign, None, 2)
    for _ in range(1000):
        pending = session.game.state.pending
        if pending and pending[-1].kind == "inject":
            break
        play_on(session, 1)
    session.choose(session.game.legal_actions()[0])
    session.choose(pick(session, 1))
    _fewer_answers(campaign)
    result = session.reload()
    if not result.taken:
        assert "hard-question" in result.text()
    else:
        _finish(session, 1)


def test_a_bot_that_has_vanished_is_refused(campaign: Path) -> None:
    session = begin(campaign, people=("us", "mexico"))
    session.change_seat(SeatSetup("cartel", "first-light-cartel"))
    play_on(session, 5)
    for name in ("campaign.yaml", "bots.yaml"):
        replace(campaign / name, "first-light-cartel", "other-network")
    result = session.reload()
    assert "bot first-light-cartel plays the seat cartel" in result.text()


def test_a_piece_in_use_must_stay_in_its_pool(campaign: Path) -> None:
    session = begin(campaign, None, 2)
    play_until(session, "tactical", 3)
    seat, kind, number = _piece_from_the_pool(session)

    def change(tree: dict[str, Any]) -> None:
        spec = next(one for one in tree["seats"] if one["id"] == seat)
        pool = next(one for one in spec["pool"] if one["kind"] == kind)
        pool["count"] = number - 1

    edit(campaign / "campaign.yaml", change)
    assert f"piece {seat}/{kind}/{number} is in use" in session.reload().text()


def _piece_from_the_pool(session: Session) -> tuple[str, str, int]:
    """The first of a pool that the set-up did not place and that stands on the map."""
    game = session.game
    rest = first_state(game.tables, (), 0)
    for (seat, kind), pool in game.tables.pools.items():
        for number, piece in enumerate(pool, 1):
            new = rest.piece_area[piece] == IN_POOL != game.state.piece_area[piece]
            if new and number > 1:
                campaign = game.campaign
                return campaign.seats[seat].id, campaign.kinds[kind].id, number
    raise AssertionError("nothing was deployed")


def test_unused_things_may_go(campaign: Path) -> None:
    session = played(campaign, None, 3)
    drop_card(campaign, "sanctions-surge")
    edit(campaign / "injects.yaml", _drop("injects", "photographs"))
    result = session.reload()
    assert result.taken, result.text()
    _finish(session, 2)


def test_a_sitting_of_a_shipped_campaign_has_no_folder(campaign: Path) -> None:
    from sittings import sitting

    session = sitting()
    assert session.folder is None
    with pytest.raises(ValueError, match="no folder"):
        session.reload()


def test_a_position_before_the_set_up_is_carried_over_too(campaign: Path) -> None:
    session = begin(campaign)
    opening = first_state(session.game.tables, PEOPLE, session.game.state.seed)
    fold(opening, session.game.journal)
    assert opening == session.game.state
