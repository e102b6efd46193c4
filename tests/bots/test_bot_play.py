"""Bots at a real table: First Light from the first choice to the last."""

import pytest
from other_secrets import with_other_secrets

from game.bots import context_of, make_player, next_seat, reasons
from game.bots.player import BotContext
from game.content.loader import load_campaign
from game.model.ids import SeatMask
from game.resources import campaigns_dir
from game.rules.engine import Game
from game.study.single import SingleGame

TABLES = {
    "own": {"us": "balanced", "mexico": "balanced", "cartel": "first-light-cartel"},
    "random": {"us": "random", "mexico": "random", "cartel": "random"},
    "mixed": {
        "us": "interdiction-minded",
        "mexico": "institution-builder",
        "cartel": "first-light-cartel",
    },
    "against-random": {
        "us": "institution-builder",
        "mexico": "interdiction-minded",
        "cartel": "random",
    },
}


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(campaigns_dir() / "first-light")


def played(campaign, seed, bots):
    single = SingleGame(campaign, seed, bots)
    return single, single.play()


def players_of(game, bots):
    return [
        make_player(game.tables, bots[spec.id], ix) for ix, spec in enumerate(game.campaign.seats)
    ]


def choices(campaign, seed, bots):
    """Every decision of a game: the game before it, the seat, its player, and the choice made."""
    game = Game.start(campaign, (), seed)
    players = players_of(game, bots)
    while not game.is_over:
        seat = next_seat(game)
        legal = game.legal_actions(seat)
        choice = players[seat].choose(
            game.view_for(SeatMask(1 << seat)), legal, context_of(game, seat)
        )
        yield game, seat, players[seat], choice
        game.apply(choice.action)


@pytest.mark.parametrize("table", TABLES)
def test_bots_play_to_the_end_and_never_illegally(campaign, table):
    for seed in range(12):
        _, record = played(campaign, seed, TABLES[table])
        assert record.failure is None, record.failure
        assert record.quarters == campaign.frame.quarters or record.sudden


@pytest.mark.parametrize("table", TABLES)
def test_the_same_seed_is_the_same_game(campaign, table):
    one, first = played(campaign, 5, TABLES[table])
    other, second = played(campaign, 5, TABLES[table])
    assert one.actions == other.actions
    assert first == second
    different, _ = played(campaign, 6, TABLES[table])
    assert different.actions != one.actions


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("seed", [1, 2])
def test_bots_choose_by_what_their_seat_can_know_alone(campaign, table, seed):
    for step, (game, seat, player, choice) in enumerate(choices(campaign, seed, TABLES[table])):
        other = with_other_secrets(game, seat, step)
        known = context_of(game, seat)
        context = BotContext(known.salt, known.moment, context_of(other, seat).odds)
        view = other.view_for(SeatMask(1 << seat))
        again = player.choose(view, other.legal_actions(seat), context)
        assert again == choice, (game.state.quarter, game.state.phase, seat)


def test_every_reason_is_a_sentence_of_the_campaign_or_of_the_bots(campaign):
    written = {
        line.why
        for bot in campaign.bots
        for stance in bot.stances
        for lines in (
            stance.plan,
            stance.strategic,
            stance.operational,
            stance.tactical,
            stance.govern,
        )
        for line in lines
    }
    own = {text for name, text in vars(reasons).items() if name.isupper()}
    told = {choice.why for *_, choice in choices(campaign, 3, TABLES["own"])}
    assert told - {""} <= written | own
    assert len(told & written) >= 8


def test_a_salt_tells_nothing_of_the_seed(campaign):
    game = Game.start(campaign, (), 4)
    salts = {context_of(game, seat).salt for seat in range(3)}
    assert len(salts) == 3
    assert game.state.seed not in salts


def test_looking_ahead_keeps_to_the_law_and_to_what_the_seat_knows(campaign):
    bots = {"us": "balanced-ahead", "mexico": "random", "cartel": "first-light-cartel"}
    changed = 0
    for step, (game, seat, player, choice) in enumerate(choices(campaign, 2, bots)):
        assert choice.action in game.legal_actions(seat)
        if seat != campaign.seat_ix["us"]:
            continue
        known, view = context_of(game, seat), game.view_for(SeatMask(1 << seat))
        plain = make_player(game.tables, "balanced", seat)
        changed += plain.choose(view, game.legal_actions(seat), known).action != choice.action
        other = context_of(with_other_secrets(game, seat, step), seat)
        context = BotContext(known.salt, known.moment, other.odds, other.sample)
        assert player.choose(view, game.legal_actions(seat), context) == choice
    assert changed
