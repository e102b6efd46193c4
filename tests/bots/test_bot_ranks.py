"""How targets are ranked, from what a seat sees."""

import pytest
from small_world import CARTEL, US, piece_view, plain_context, route_view, small_sight

from game.bots.ranks import RANKS, rank
from game.model.actions import Action
from game.model.ids import NO_CARD, area_ref, piece_ref, route_ref
from game.rules.resolution import Odds

SOURCE, PORT, CAPITAL, BORDER, MARKET = range(5)
LANDING, ROAD, TRAIL, BYPASS, STREET, LANE = range(6)


def order(sight, ranks, targets, verb="surveil", context=None):
    """The targets from best to worst."""
    context = context or plain_context()
    keys = {
        target: rank(sight, context, Action(sight.seat, verb, NO_CARD, target), ranks)
        for target in targets
    }
    return sorted(targets, key=lambda target: keys[target])


def rank_of(sight, name, target):
    """The key of one target by one rank."""
    return rank(sight, plain_context(), Action(sight.seat, "surveil", NO_CARD, target), (name,))[0]


def areas(*places):
    return [area_ref(place) for place in places]


@pytest.mark.parametrize("name", RANKS)
def test_every_rank_can_be_asked_of_every_kind_of_target(name):
    sight = small_sight(US, pieces=(piece_view(0, 0, US, 3, watch=(1,)),))
    for target in (*areas(PORT), route_ref(ROAD), piece_ref(0), piece_ref(6)):
        key = rank(sight, plain_context(), Action(US, "surveil", NO_CARD, target), (name,))
        assert len(key) == 1


def test_governance_and_population():
    sight = small_sight(US)
    both = areas(PORT, CAPITAL)
    assert order(sight, ("gov-low",), both)[0] == area_ref(PORT)
    assert order(sight, ("gov-high",), both)[0] == area_ref(CAPITAL)
    assert order(sight, ("gov-zero-first",), both)[0] == area_ref(CAPITAL)
    assert order(sight, ("pop-high",), both)[0] == area_ref(CAPITAL)
    assert order(sight, ("pop-low",), both)[0] == area_ref(PORT)
    assert order(sight, ("violence-high",), both)[0] == area_ref(PORT)


def test_later_ranks_break_ties_of_earlier_ones():
    sight = small_sight(US)
    three = areas(PORT, CAPITAL, BORDER)
    ranked = order(sight, ("home-first", "pop-high"), three)
    assert ranked == areas(BORDER, CAPITAL, PORT)


def test_flow_heat_and_cost_of_routes():
    routes = tuple(
        route_view(ix, low=low, high=low + 2, heat=heat)
        for ix, (low, heat) in enumerate([(4, 0), (3, 2), (0, 1), (0, 0), (9, 0), (0, 0)])
    )
    sight = small_sight(US, routes=routes)
    three = [route_ref(ix) for ix in (ROAD, TRAIL, BYPASS)]
    assert rank_of(sight, "heat-high", route_ref(ROAD)) == -2
    assert order(sight, ("flow-high",), three)[0] == route_ref(ROAD)
    assert order(sight, ("heat-low",), three)[0] == route_ref(BYPASS)
    assert order(sight, ("heat-high",), three)[0] == route_ref(ROAD)
    assert order(sight, ("cost-low",), three)[0] == route_ref(BYPASS)


def test_guards_and_red_pieces_as_far_as_they_are_seen():
    pieces = (piece_view(0, 0, US, BORDER, watch=(ROAD,)), piece_view(5, 2, CARTEL, PORT))
    sight = small_sight(US, pieces=pieces)
    assert order(sight, ("unguarded",), [route_ref(ROAD), route_ref(TRAIL)])[0] == route_ref(TRAIL)
    assert order(sight, ("own-unit",), [route_ref(TRAIL), route_ref(ROAD)])[0] == route_ref(ROAD)
    assert order(sight, ("red-many",), areas(CAPITAL, PORT))[0] == area_ref(PORT)
    assert order(sight, ("red-few",), areas(PORT, CAPITAL))[0] == area_ref(CAPITAL)


def test_border_routes_cross_a_border():
    sight = small_sight(US)
    both = [route_ref(LANDING), route_ref(ROAD), route_ref(TRAIL)]
    assert rank_of(sight, "border-first", route_ref(LANDING)) == -1
    assert [rank_of(sight, "border-first", one) for one in both] == [-1, -1, -1]
    inland = small_sight(CARTEL)
    assert rank_of(inland, "home-first", route_ref(ROAD)) == 0
    assert order(sight, ("border-first",), areas(MARKET, BORDER))[0] == area_ref(BORDER)


def test_exposure_is_asked_of_the_piece_that_moves():
    pieces = (piece_view(5, 2, CARTEL, PORT, exposed=True), piece_view(6, 2, CARTEL, PORT))
    sight = small_sight(CARTEL, pieces=pieces)
    moves = [Action(CARTEL, "relocate", NO_CARD, piece_ref(ix), area_ref(CAPITAL)) for ix in (6, 5)]
    keys = [rank(sight, plain_context(), one, ("exposed",)) for one in moves]
    assert keys[1] < keys[0]


def test_better_odds_come_first():
    odds = {area_ref(PORT): 2, area_ref(CAPITAL): 4}
    context = plain_context(odds=lambda one: Odds(odds[one.target], 2, (), False))
    sight = small_sight(US)
    ranked = order(sight, ("odds-high",), areas(PORT, CAPITAL), context=context)
    assert ranked[0] == area_ref(CAPITAL)


def test_a_route_between_two_areas_of_one_country_crosses_no_border():
    sight = small_sight(US)
    assert rank_of(sight, "border-first", route_ref(BYPASS)) == -1
    assert sight.tables.country[PORT] == sight.tables.country[CAPITAL]
    assert rank_of(sight, "border-first", area_ref(PORT)) == 0
    assert rank_of(sight, "border-first", route_ref(LANE)) == 0


def test_a_route_is_as_populous_as_its_larger_end():
    sight = small_sight(US)
    assert rank_of(sight, "pop-high", route_ref(LANE)) == -4
    assert rank_of(sight, "pop-low", route_ref(BYPASS)) == 4


def test_a_unit_has_the_flow_of_what_it_watches():
    routes = tuple(route_view(ix, ghost=flow) for ix, flow in enumerate([0, 3, 2, 0, 0, 0]))
    units = (piece_view(0, 0, US, BORDER, watch=(TRAIL,)), piece_view(1, 0, US, BORDER))
    sight = small_sight(US, routes=routes, pieces=units)
    assert rank_of(sight, "flow-high", piece_ref(0)) == -4
    assert rank_of(sight, "flow-high", piece_ref(1)) == 0
