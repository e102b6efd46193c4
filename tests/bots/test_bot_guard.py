"""What a unit is worth on a route, and what a seat can keep."""

from small_world import (
    KINDS,
    MEXICO,
    US,
    piece_view,
    plain_context,
    route_view,
    seat_view,
    small_campaign,
    small_sight,
)

from game.bots import guard
from game.bots.purse import can_keep
from game.model.actions import Action
from game.model.ids import NO_CARD, kind_ref
from game.rules.tables import tables_for

TEAM, DRONE = 0, 1
LANDING, ROAD, TRAIL = range(3)
PATROL = 1


def routes(**known):
    return tuple(route_view(ix, **(known if ix == ROAD else {})) for ix in range(6))


def test_eyes_are_worth_most_beside_hands():
    alone = small_sight(US, routes=routes(ghost=4))
    beside = small_sight(US, routes=routes(ghost=4, detect=1, endgame=2, lawful=True))
    assert guard.gain(beside, DRONE, ROAD) > guard.gain(alone, DRONE, ROAD)


def test_stopping_counts_in_seventy_seconds_of_a_unit():
    sight = small_sight(US, routes=routes(ghost=4, detect=1, endgame=2, lawful=True))
    # D 1 to 2 and E 2 to 4: 8 - 2 of 36 more are stopped, and one more sixth is seen
    assert guard.gain(sight, TEAM, ROAD) == 2 * 4 * (8 - 2 + guard.SEEING)
    # taking the team away leaves nothing
    assert guard.loss(sight, TEAM, ROAD) == 2 * 4 * (2 + guard.SEEING)


def test_hands_without_the_law_stop_nothing():
    lawless = small_sight(US, routes=routes(ghost=4, detect=2))
    assert guard.gain(lawless, DRONE, ROAD) == 2 * 4 * guard.SEEING * 2
    # a team brings the law: D 2 to 3, E 0 to 2
    assert guard.gain(lawless, TEAM, ROAD) == 2 * 4 * (6 + guard.SEEING)


def test_supporting_units_wait_for_the_law_and_then_help():
    support = {"id": "navy", "side": "nadc", "detect": 1, "support_endgame": 1}
    campaign = small_campaign(kinds=(*KINDS, support))
    navy = len(KINDS)
    waiting = small_sight(
        US,
        campaign,
        routes=routes(ghost=1, detect=1),
        pieces=(piece_view(2, navy, US, 3, watch=(ROAD,)),),
    )
    assert guard.gain(waiting, TEAM, ROAD) == 2 * (2 * 3 + guard.SEEING)
    lawful = small_sight(US, campaign, routes=routes(ghost=1, detect=1, endgame=2, lawful=True))
    assert guard.gain(lawful, navy, ROAD) == 2 * (2 * 3 - 1 * 2 + guard.SEEING)


def test_without_flow_nothing_is_worth_guarding():
    assert guard.gain(small_sight(US, routes=routes(ghost=0)), TEAM, ROAD) == 0


def test_before_any_flow_wide_and_cheap_routes_are_expected_to_carry_most():
    sight = small_sight(US)
    assert sight.flow(LANDING) == 8
    assert sight.flow(ROAD) == 3
    closed = small_sight(US, routes=tuple(route_view(ix, open=False) for ix in range(6)))
    assert closed.flow(LANDING) == 0


def test_a_rotating_unit_is_worth_the_mean_of_its_routes():
    known = tuple(
        route_view(ix, ghost=flow, detect=1, endgame=2, lawful=True)
        for ix, flow in enumerate([0, 4, 2, 0, 0, 0])
    )
    fixed = piece_view(0, TEAM, US, 3, watch=(ROAD,))
    rotating = piece_view(1, TEAM, US, 3, watch=(ROAD, TRAIL), rotating=True)
    sight = small_sight(US, routes=known, pieces=(fixed, rotating))
    assert guard.worth(sight, rotating) == (2 * 4 * 4 + 2 * 2 * 4) // 2
    assert guard.worth(sight, fixed) == 2 * 4 * 4
    assert guard.worth(sight, piece_view(2, DRONE, US, 3)) == 0


def deploy(**known):
    """May the United States put down a patrol that costs 2 and 1 in upkeep?"""
    return can_keep(small_sight(US, small_campaign(), **known), Action(US, "deploy", PATROL))


def purse(budget):
    return (seat_view(US, budget=budget), seat_view(MEXICO), seat_view(2))


def test_a_unit_is_put_down_only_when_all_upkeep_can_be_paid():
    kept = (piece_view(0, TEAM, US, 3, kept=True), piece_view(3, TEAM, MEXICO, 1, kept=True))
    assert deploy(means=purse(3))
    assert not deploy(means=purse(2))
    assert not deploy(means=purse(3), pieces=kept)
    assert deploy(means=purse(4), pieces=kept)


def test_in_the_last_quarter_upkeep_no_longer_matters():
    assert deploy(means=purse(2), quarter=4)


def test_reinforcing_is_weighed_too_and_other_actions_are_not():
    sight = small_sight(US, means=purse(2))
    assert not can_keep(sight, Action(US, "reinforce", NO_CARD, kind_ref(TEAM)))
    assert can_keep(sight, Action(US, "play", PATROL))


def test_the_small_campaign_has_the_pieces_that_these_tests_name():
    tables = tables_for(small_campaign())
    assert [tables.kinds[kind].id for kind in tables.piece_kind[:4]] == [
        "team",
        "team",
        "drone",
        "team",
    ]
    assert plain_context().sample is None
