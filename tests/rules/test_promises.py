"""What the engine promises: one legality, determinism, round trips, undo, secrets."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.quantities import QUANTITIES
from game.content.schema import effects
from game.content.schema.words import PHASES
from game.model.actions import action_key
from game.model.dice import below
from game.model.events import EVENTS, PhaseBegan
from game.model.state import DORMANT, EXPOSED, OPENED, RAIDED, State, raided_by
from game.rules.decisions import DECISIONS
from game.rules.effects import rule_for
from game.rules.engine import Game
from game.rules.notation import (
    NotationError,
    event_from_json,
    event_to_json,
    read_action,
    write_action,
)
from game.rules.positions import state_from_json, state_to_json
from game.rules.presence import Presence
from game.rules.quantities import READINGS, TRUTH, holds
from game.rules.sample import sample
from game.rules.sequence import MACHINE, TRANSITIONS, diagram
from game.rules.setup import first_state
from tests.rules.tabletop import Tabletop, first_light

SEATS = ("us", "mexico", "cartel")


def walk(seed: int, persons: tuple[str, ...] = ()):
    """A game at random, yielding the game before each action and the action."""
    game = Game.start(first_light(), persons, seed)
    for turn in range(2000):
        if game.is_over:
            return
        legal = game.legal_actions()
        action = legal[below(len(legal), seed, turn)]
        yield game, action
        game.apply(action)
    raise AssertionError("the game never ended")


@pytest.mark.parametrize("seed", range(12))
def test_random_play_ends_and_every_step_keeps_its_promises(seed: int):
    persons = SEATS[: seed % 4]
    game = None
    for game, action in walk(seed, persons):
        legal = game.legal_actions()
        assert legal
        assert len(set(legal)) == len(legal)
        assert list(legal) == sorted(legal, key=action_key)
        assert {one.seat for one in legal} == set(game.to_move)
        assert read_action(game.campaign, write_action(game.campaign, action)) == action
    assert game is not None
    assert game.is_over
    state = first_state(game.tables, persons, seed)
    for event in game.journal:
        data = json.loads(json.dumps(event_to_json(game.campaign, event)))
        assert event_from_json(game.campaign, data) == event
        event.apply(state)
        state.clock += 1
    assert state == game.state, "folding the journal alone rebuilds the position"


@pytest.mark.parametrize("seed", range(4))
def test_a_position_survives_the_trip_through_text(seed: int):
    for turn, (game, _) in enumerate(walk(seed, SEATS[:seed])):
        if turn % 5 == 0:
            text = json.dumps(state_to_json(game.campaign, game.state))
            assert state_from_json(game.campaign, json.loads(text)) == game.state


@pytest.mark.parametrize("seed", range(4))
def test_undo_restores_the_position_and_redo_repeats_it(seed: int):
    undone = 0
    for game, _ in walk(seed):
        for action in game.legal_actions()[:3]:
            before, length = game.state.snapshot(), len(game.journal)
            branch = Game.resume(game.campaign, game.state.snapshot(), list(game.journal))
            mover = branch.to_move
            events = branch.apply(action)
            after = branch.state.snapshot()
            free = not any(e.barrier for e in events) and branch.to_move == mover
            assert (branch.undo_blocked() is None) == free
            if not free:
                continue
            undone += 1
            assert branch.undo() == action
            assert branch.state == before
            assert len(branch.journal) == length
            assert branch.redo() == action
            assert branch.state == after
    assert undone > 20


def test_the_same_seed_and_actions_give_the_same_game_byte_for_byte():
    def record(seed: int) -> str:
        lines = []
        for game, action in walk(seed):
            lines.append(write_action(game.campaign, action))
            lines.append(json.dumps(state_to_json(game.campaign, game.state)))
        return "\n".join(lines)

    assert record(3) == record(3)
    assert record(3) != record(4)


def test_every_event_every_decision_and_every_effect_has_its_rule():
    used = {
        type(e) for seed in range(40) for g, _ in [list(walk(seed, SEATS))[-1]] for e in g.journal
    }
    assert len(used) > 35
    assert used <= set(EVENTS)
    models = [
        model
        for model in vars(effects).values()
        if isinstance(model, type)
        and issubclass(model, effects.EffectEntry)
        and model is not effects.EffectEntry
    ]
    assert len(models) == 21
    for model in models:
        assert rule_for(model), model.__name__
    from typing import get_args

    from game.model.decisions import DecisionKind

    assert set(DECISIONS) == set(get_args(DecisionKind))


# --- the sequence


def test_the_machine_and_its_table_are_the_same():
    for row in TRANSITIONS:
        found = MACHINE.get_transitions("advance", row["source"], row["dest"])
        assert len(found) == 1
    assert set(MACHINE.states) == set(PHASES)
    assert diagram().count("-->") == len(TRANSITIONS) + 2


def test_the_phases_follow_the_rulebook():
    *_, (game, _) = walk(5)
    began = [e for e in game.journal if isinstance(e, PhaseBegan)]
    quarters = game.campaign.frame.quarters
    each = list(PHASES[2:10])
    assert [e.phase for e in began] == ["brief", *each * quarters, "end", "hot-wash"]
    assert [e.quarter for e in began if e.phase == "flow"] == list(range(1, quarters + 1))


# --- notation


@given(st.text(max_size=60))
def test_any_text_is_an_action_or_a_clear_error(text: str):
    try:
        action = read_action(first_light(), text)
    except NotationError:
        return
    assert read_action(first_light(), write_action(first_light(), action)) == action


# --- secrets


def redraw_hidden(top: Tabletop, salt: int) -> None:
    """Change only what the coalition cannot know."""
    state, tables = top.state, top.tables
    cartel = top.seat("cartel")
    for piece in tables.red_pieces:
        if not state.piece_marks[piece] & EXPOSED and state.piece_area[piece] >= 0:
            state.piece_area[piece] = below(len(tables.near), salt, piece)
    state.cash[cartel] = below(9, salt, 1000)
    state.bank[cartel] = below(9, salt, 1001)
    state.stash[cartel] = below(9, salt, 1002)
    state.plans[cartel] = []
    every = sorted(tables.deck[cartel])
    size = len(state.hands[cartel])
    state.hands[cartel], state.decks[cartel] = every[:size], every[size:]
    state.discards[cartel] = []
    state.keep[cartel] = below(6, salt, 1003)
    for route, how in enumerate(state.open):
        if how == DORMANT or (how == OPENED and not state.route_known[route]):
            state.open[route] = OPENED * below(2, salt, 2000 + route)
    top.changed()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000), salt=st.integers(0, 10_000), turns=st.integers(3, 60))
def test_what_a_seat_cannot_know_changes_nothing_it_can_see(seed: int, salt: int, turns: int):
    top = Tabletop(seed=seed)
    for turn in range(turns):
        legal = top.game.legal_actions()
        if not legal:
            return
        top.game.apply(legal[below(len(legal), seed, turn)])
    movers = [seat for seat in top.game.to_move if top.tables.is_nadc(seat)]
    if not movers:
        return
    nadc = top.tables.nadc_mask
    before = seen_by(top, movers)
    view = top.game.view_for(nadc)
    redraw_hidden(top, salt)
    assert top.game.view_for(nadc) == view
    assert seen_by(top, movers) == before


def seen_by(top: Tabletop, movers: list) -> list:
    """Legal actions in order, their odds, and the reasons of what is refused."""
    found = []
    for seat in movers:
        for action in top.game.legal_actions(seat):
            found.append((action, top.game.odds(action)))
        for verb in ("raid", "case", "surge", "hold", "govern", "reinforce"):
            found.append(top.game.why_not(seat, verb))
        for card in (*top.tables.strategic[seat], *top.tables.operational[seat]):
            found.append(top.game.why_not(seat, "play", card))
    return found


def test_a_sampled_position_depends_only_on_what_the_seat_knows():
    top = Tabletop(seed=9)
    top.until("tactical", "us")
    us = top.seat("us")
    first = sample(top.tables, top.state, us, 77)
    assert first.seed != top.state.seed
    redraw_hidden(top, 5)
    second = sample(top.tables, top.state, us, 77)
    second.clock = first.clock
    assert first == second
    assert sample(top.tables, top.state, us, 78) != second


def test_a_sampled_position_keeps_the_evidence_of_raids_that_the_seat_knows():
    top = Tabletop()
    top.set_track("fusion", 0)
    cell = top.pieces("cartel", "cell")[-1]
    top.state.piece_marks[cell] = RAIDED | raided_by(top.seat("us"))
    top.changed()
    for seat, knows in (("us", True), ("mexico", False)):
        drawn = sample(top.tables, top.state, top.seat(seat), 5)
        assert bool(drawn.piece_marks[cell] & RAIDED) == knows


def test_the_journal_hides_plans_and_money_from_the_coalition():
    top = Tabletop(persons=SEATS, seed=2)
    top.play_out(2)
    us = 1 << top.seat("us")
    hidden = {"PlayPlanned", "PlayDropped", "Laundered", "DeckSet", "EstimatesMade", "TurnSealed"}
    for event in top.game.journal:
        if type(event).__name__ in hidden:
            assert not event.seen & us, event


def test_a_snapshot_stays_as_it_was_whatever_happens_after():
    kept: list[tuple[State, dict]] = []
    for game, _ in walk(6, SEATS):
        kept.append((game.state.snapshot(), game.state.as_data()))
    assert len(kept) > 50
    assert all(snapshot.as_data() == data for snapshot, data in kept)


def test_who_stands_where_is_never_out_of_date():
    for game, _ in walk(8):
        kept, fresh = game._lay().presence, Presence(game.tables, game.state)
        for seat in range(len(SEATS)):
            assert kept.reach(seat) == fresh.reach(seat)
            assert kept.held(seat) == fresh.held(seat)
        for kind in range(len(game.campaign.kinds)):
            assert kept.full_of(kind) == fresh.full_of(kind)
            for seat in range(len(SEATS)):
                assert kept.holding(kind, seat) == fresh.holding(kind, seat)
        for red in (False, True):
            assert kept.full(red=red) == fresh.full(red=red)
        assert kept.watched_fully() == fresh.watched_fully()
        assert [kept.guests_full(2), kept.guests_full(3)] == [
            fresh.guests_full(2),
            fresh.guests_full(3),
        ]


def test_state_is_whole_numbers():
    state = Tabletop().state
    for name in State.__slots__:
        value = getattr(state, name)
        if isinstance(value, list) and value and not isinstance(value[0], list):
            assert all(isinstance(item, int) or hasattr(item, "what") for item in value), name


def test_conditions_tell_a_seat_nothing_that_is_hidden_from_it():
    top = Tabletop(seed=4)
    us, cartel = top.seat("us"), top.seat("cartel")
    names = ("supply", "launder_gap", "units", "margin", "fronts", "labs", "cash", "stash", "bank")
    lines = [f"{name}(cartel) == {number}" for name in names for number in range(-12, 25)]
    before = [holds(top.tables, top.state, line, us) for line in lines]
    own = [holds(top.tables, top.state, line, cartel) for line in lines]
    top.clear("cartel")
    top.state.cash[cartel] = top.state.bank[cartel] = 9
    top.changed()
    assert [holds(top.tables, top.state, line, us) for line in lines] == before
    assert [holds(top.tables, top.state, line, cartel) for line in lines] != own


def test_every_quantity_has_a_reading():
    assert set(READINGS) == set(QUANTITIES)
    top = Tabletop()
    for name, quantity in QUANTITIES.items():
        place = 0 if quantity.argument else -1
        found = READINGS[name](top.tables, top.state, TRUTH, place)
        assert quantity.low is None or found >= quantity.low
        assert quantity.high is None or found <= quantity.high
