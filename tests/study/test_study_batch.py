"""Batches: the same result whatever the number of workers, and failures that can be replayed."""

from functools import partial

import msgspec
import pytest

from game.content.loader import load_campaign
from game.resources import campaigns_dir
from game.rules.engine import Game
from game.rules.notation import read_action
from game.study import batch, run_batch
from game.study.batch import choose_bots, game_seed
from game.study.single import EXPLAINED, SingleGame


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(campaigns_dir() / "first-light")


def test_the_number_of_workers_changes_nothing(campaign, monkeypatch):
    one = run_batch(campaign, 7, seed=3)
    monkeypatch.setattr(batch, "CHUNK", 4)
    two = run_batch(campaign, 7, seed=3, workers=2)
    assert msgspec.json.encode(one) == msgspec.json.encode(two)
    assert one.finished == 7
    assert run_batch(campaign, 7, seed=4) != one


def test_progress_is_told_and_ends_with_every_game(campaign):
    told = []
    run_batch(campaign, 3, seed=1, on_progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (3, 3)
    assert [done for done, _ in told] == sorted({done for done, _ in told})


def test_games_of_a_batch_have_seeds_of_their_own(campaign):
    seeds = {game_seed(1, index) for index in range(1000)}
    assert len(seeds) == 1000
    assert all(0 <= seed < 1_000_000_000 for seed in seeds)


def test_every_seat_gets_a_bot_and_unknown_words_are_refused(campaign):
    chosen = choose_bots(campaign, {"us": "random", "mexico": "balanced-ahead"})
    assert chosen == {"us": "random", "mexico": "balanced-ahead", "cartel": "first-light-cartel"}
    for wrong in ({"us": "nobody"}, {"us": "first-light-cartel"}, {"nowhere": "random"}):
        with pytest.raises(KeyError):
            choose_bots(campaign, wrong)


def test_a_record_holds_what_the_rules_say_at_the_end(campaign):
    single = SingleGame(campaign, 8, choose_bots(campaign, None))
    record, game = single.play(), single.game
    outcomes = game.outcomes()
    assert record.margins == tuple(one.margin.value for one in outcomes)
    assert record.bands == tuple(one.word for one in outcomes)
    assert record.succeeded == tuple(one.succeeded for one in outcomes)
    assert record.tracks == tuple(game.state.tracks)
    assert sum(record.decisions) == len(single.actions)
    assert len(record.losses) == record.quarters
    assert all(0 <= seized <= routed for routed, seized in record.losses)


def test_the_first_games_say_what_stood_against_cards(campaign):
    bots = choose_bots(campaign, None)
    record = SingleGame(campaign, 1, bots, index=0).play()
    found = {(one.card, one.reason.code) for one in record.blocked}
    assert ("satellite-tasking", "card-requires") in found
    levels = {one.card: campaign.cards[campaign.card_ix[one.card]].level for one in record.blocked}
    assert {"strategic", "operational"} <= set(levels.values())
    assert not any(one.reason.code in ("wrong-phase", "not-your-turn") for one in record.blocked)
    assert SingleGame(campaign, 1, bots, index=EXPLAINED).play().blocked == ()


def test_a_game_that_fails_is_kept_with_all_it_takes_to_play_it_again(campaign, monkeypatch):
    bots = choose_bots(campaign, None)
    plain = Game.apply

    def breaks(game, action):
        if game.state.quarter == 2 and game.state.phase == "operational":
            raise ZeroDivisionError("on purpose")
        return plain(game, action)

    monkeypatch.setattr(Game, "apply", breaks)
    record = SingleGame(campaign, 11, bots).play()
    monkeypatch.undo()
    failure = record.failure
    assert failure is not None
    assert (failure.kind, failure.phase, failure.quarter) == ("error", "operational", 2)
    assert "on purpose" in failure.message
    game = Game.start(campaign, (), failure.seed)
    for text in failure.actions:
        assert game.state.quarter < 2 or game.state.phase != "assess"
        game.apply(read_action(campaign, text))
    assert game.state.quarter == 2


@pytest.mark.parametrize(
    ("kind", "broken"),
    [("dead-end", {"legal_actions": lambda game, seat=None: ()}), ("runaway", {"apply": None})],
)
def test_dead_ends_and_runaways_are_found(campaign, monkeypatch, kind, broken):
    bots = choose_bots(campaign, {"us": "random", "mexico": "random", "cartel": "random"})
    monkeypatch.setattr("game.study.single.RUNAWAY", 50)
    for name, what in broken.items():
        monkeypatch.setattr(Game, name, what or partial(lambda *_: ()))
    failure = SingleGame(campaign, 1, bots).play().failure
    assert failure is not None
    assert failure.kind == kind
