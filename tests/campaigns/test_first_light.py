"""First Light is fair, uses all of its cards, and is not decided before its end."""

import pytest

from game.content.loader import load_campaign
from game.resources import campaigns_dir
from tests.campaigns.table_of_bots import NOBODY, held_to, many, share, together

SEATS = ("us", "mexico", "cartel")


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(campaigns_dir() / "first-light")


@pytest.fixture(scope="module")
def games(campaign):
    """Games among the campaign's own bots."""
    return many(campaign, 120, seed=5)


@pytest.mark.parametrize("seat", SEATS)
def test_every_seat_has_a_fair_chance(games, seat):
    assert 0.3 <= share(games, seat) <= 0.7


@pytest.mark.parametrize("seat", SEATS)
def test_doing_nothing_does_not_win(campaign, games, seat):
    idle = share(many(campaign, 60, seed=5, **{seat: NOBODY}), seat)
    assert idle < 0.15
    assert idle < share(games, seat) / 2


@pytest.mark.parametrize("stance", ["expand", "evade", "entrench"])
def test_no_stance_of_the_network_is_hopeless_or_sure(campaign, stance):
    found = many(held_to(campaign, "first-light-cartel", stance), 60, seed=5)
    for seat in SEATS:
        assert 0.2 <= share(found, seat) <= 0.85


def test_every_card_is_played_by_somebody(campaign, games):
    chance = many(campaign, 40, seed=5, us="random", mexico="random", cartel="random")
    held = {card for seat in campaign.seats for card in (*seat.cards, *seat.deck)}
    assert held - {card for game in (*games, *chance) for card in game.cards} == set()


def test_hardly_a_card_is_left_to_chance(campaign, games):
    """The campaign's own bots know what to do with nearly every card."""
    held = {card for seat in campaign.seats for card in (*seat.cards, *seat.deck)}
    assert len(held - {card for game in games for card in game.cards}) <= 2


def test_the_year_is_not_decided_at_half_time(games):
    same = sum(game.at_half == game.succeeded for game in games)
    assert same / len(games) < 0.4


def test_harm_goes_both_ways(games):
    harm = [game.harm for game in games]
    assert sum(one < 10 for one in harm) > len(harm) / 5
    assert sum(one > 10 for one in harm) > len(harm) / 10
    assert len(set(harm)) >= 6


def test_seizures_alone_serve_one_partner_only(campaign):
    found = many(campaign, 40, seed=7, us="interdiction-minded", mexico="interdiction-minded")
    assert share(found, "us") > 0.7
    assert share(found, "mexico") < 0.1


def test_institutions_alone_serve_one_partner_more(campaign):
    found = many(campaign, 60, seed=7, us="institution-builder", mexico="institution-builder")
    assert share(found, "mexico") > share(found, "us") + 0.1


def test_partners_who_do_different_things_serve_both_best(campaign, games):
    mixed = many(campaign, 60, seed=7, us="interdiction-minded")
    seizures = many(campaign, 40, seed=7, us="interdiction-minded", mexico="interdiction-minded")
    nation = ("us", "mexico")
    assert together(seizures, *nation) < 0.05
    assert together(mixed, *nation) > 0.2
    assert together(games, *nation) > 0.15


def test_a_plan_beats_chance(campaign):
    found = many(campaign, 20, seed=7, us="random", mexico="random")
    assert share(found, "us") < 0.1
    assert share(found, "mexico") < 0.2
