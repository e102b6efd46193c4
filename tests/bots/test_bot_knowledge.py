"""Conditions as a seat can judge them: what it cannot know is false."""

import pytest
from small_world import (
    CARTEL,
    MEXICO,
    US,
    piece_view,
    route_view,
    seat_view,
    small_sight,
)

from game.bots.knowledge import is_known, surely
from game.content.conditions import read_condition
from game.content.quantities import QUANTITIES
from game.content.schema.words import AllOf, AnyOf
from game.model.view import CardView

LAB, FRONT = 2, 3


def holds(sight, line):
    return surely(sight, read_condition(line))


@pytest.mark.parametrize("name", sorted(QUANTITIES))
def test_every_quantity_has_a_reading(name):
    assert is_known(name)


def test_public_numbers_are_read_from_the_view():
    means = (seat_view(US), seat_view(MEXICO), seat_view(CARTEL, sent=8, lost=2))
    sight = small_sight(US, means=means)
    assert holds(sight, "harm >= 10")
    assert not holds(sight, "harm >= 11")
    assert holds(sight, "gov(port) == -1")
    assert holds(sight, "quarters_left == 2")
    assert holds(sight, "loss_rate(cartel) == 0.25")
    assert holds(sight, "margin(us) == -1")
    assert holds(sight, "margin(mexico) == 2")


def test_means_of_others_are_unknown_and_neither_way_true():
    sight = small_sight(US)
    assert not holds(sight, "cash(cartel) >= 1")
    assert not holds(sight, "cash(cartel) < 1")


def test_own_means_are_known():
    means = (seat_view(US), seat_view(MEXICO), seat_view(CARTEL, cash=6, bank=2))
    sight = small_sight(CARTEL, means=means)
    assert holds(sight, "cash(cartel) == 6")
    assert holds(sight, "margin(cartel) == -3")


def test_an_estimate_holds_only_when_its_whole_band_does():
    routes = [route_view(ix) for ix in range(5)]
    routes[1] = route_view(1, low=2, high=5)
    sight = small_sight(US, routes=tuple(routes))
    assert holds(sight, "flow(road) >= 2")
    assert not holds(sight, "flow(road) >= 3")
    assert not holds(sight, "flow(road) < 5")
    assert not holds(sight, "flow(road) == 4")
    assert not holds(sight, "flow(road) != 4")
    assert holds(sight, "flow(road) != 6")
    assert not holds(sight, "flow(trail) >= 0")


def test_hidden_pieces_are_counted_by_their_owner_alone():
    pieces = (piece_view(5, LAB, CARTEL, 1, exposed=True), piece_view(7, FRONT, CARTEL, 2))
    red = small_sight(CARTEL, pieces=pieces)
    assert holds(red, "labs(cartel) == 1")
    assert holds(red, "launder_gap(cartel) == 5")
    assert holds(red, "supply(cartel) == 8")
    assert holds(red, "pieces(lab) == 1")
    assert holds(red, "units(cartel) == 2")
    coalition = small_sight(US, pieces=pieces[:1])
    assert not holds(coalition, "labs(cartel) >= 0")
    assert holds(coalition, "exposed(lab) == 1")
    assert not holds(coalition, "pieces(lab) >= 1")
    assert not holds(coalition, "supply(cartel) >= 0")


def test_cards_in_force_are_known_and_missing_ones_are_not_in_force():
    sight = small_sight(US, cards=(CardView(0, US, True, -1, (US,)),))
    assert holds(sight, "active(pact)")
    assert not holds(sight, "pending(pact)")
    assert holds(sight, "unlocked(patrol)")
    assert not holds(sight, "unlocked(seize)")
    assert not holds(small_sight(US), "unlocked(patrol)")
    assert holds(sight, "not active(of-another-campaign)")
    assert not holds(sight, "gov(of-another-campaign) <= 9")


def test_lists_of_conditions():
    sight = small_sight(US)
    assert surely(sight, read_condition(AllOf(all=("harm >= 10", "border == 5"))))
    assert not surely(sight, read_condition(AllOf(all=("harm >= 10", "border == 6"))))
    assert surely(sight, read_condition(AnyOf(any=("harm >= 11", "border == 5"))))
    assert surely(sight, None)


def test_rotating_units_make_watchers_of_a_route_uncertain_for_those_who_see_no_routes():
    fixed = piece_view(0, 0, US, 3, watch=(1,))
    rotating = piece_view(1, 0, US, 3, watch=(1, 2), rotating=True)
    own = small_sight(US, pieces=(fixed, rotating))
    assert holds(own, "watchers(road) >= 1")
    assert not holds(own, "watchers(road) == 2")
    two = piece_view(2, 0, US, 3, watch=(1,))
    assert holds(small_sight(US, pieces=(fixed, two, rotating)), "watchers(road) >= 2")
    unseen = piece_view(1, 0, US, 3, rotating=True)
    assert not holds(small_sight(CARTEL, pieces=(fixed, unseen)), "watchers(road) >= 1")


def test_nothing_seized_and_nothing_left_are_known_too():
    lossless = (seat_view(US), seat_view(MEXICO), seat_view(CARTEL, sent=8, lost=0))
    sight = small_sight(US, tally=(8, 0, 1, 8, 4), means=lossless)
    assert holds(sight, "loss_rate(cartel) == 0")
    assert holds(sight, "seized == 0")
    broke = (seat_view(US, budget=0), seat_view(MEXICO), seat_view(CARTEL))
    assert holds(small_sight(US, means=broke), "budget(us) == 0")
    assert not holds(small_sight(US), "loss_rate(cartel) >= 0")


def test_reach_is_public_and_counts_areas_at_the_limit():
    assert holds(small_sight(US), "reach(cartel) == 2")
    assert holds(small_sight(US, gov=(0, 0, -2, 0, 0)), "reach(cartel) == 4")


def test_a_network_s_margin_is_its_own_secret():
    assert not holds(small_sight(US), "margin(cartel) <= 99")
    assert not holds(small_sight(CARTEL), "margin(cartel) == 0")
    means = (seat_view(US), seat_view(MEXICO), seat_view(CARTEL, bank=9))
    assert holds(small_sight(CARTEL, means=means), "margin(cartel) == -1")
    assert holds(small_sight(CARTEL), "margin(us) == -1")
