"""First Light is fair, uses all of its cards, and is not decided before its end."""

import pytest

from game.content.loader import load_campaign
from game.resources import campaigns_dir
from tests.campaigns.table_of_bots import many, share

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
    assert 0.25 <= share(games, seat) <= 0.75


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
    assert share(found, "us") > 0.5
    assert share(found, "mexico") < 0.1


def test_institutions_alone_serve_one_partner_only(campaign):
    found = many(campaign, 40, seed=7, us="institution-builder", mexico="institution-builder")
    assert share(found, "mexico") > 0.25
    assert share(found, "us") < 0.25


def test_a_plan_beats_chance(campaign):
    found = many(campaign, 20, seed=7, us="random", mexico="random")
    assert share(found, "us") < 0.1
    assert share(found, "mexico") < 0.2
