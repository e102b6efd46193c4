"""A question about one unit lights the routes, not the unit."""

from game.model.actions import Action
from game.model.ids import NO_CARD, SeatIx, area_ref, piece_ref, route_ref
from game.ui.present.narrowing import narrowed

US = SeatIx(0)


def test_a_question_about_one_unit_lights_where_it_may_look():
    unit = piece_ref(3)
    routes = [route_ref(1), route_ref(4)]
    legal = [Action(US, "watch", NO_CARD, unit, route) for route in routes]
    now = narrowed([*legal, Action(US, "pass")])
    assert now.lit == tuple(routes)
    assert now.choose_place(routes[1]).action == legal[1]


def test_a_turn_with_several_units_lights_the_units_first():
    units = [piece_ref(3), piece_ref(5)]
    legal = [Action(US, "watch", NO_CARD, unit, route_ref(1)) for unit in units]
    assert narrowed(legal).lit == tuple(units)
    surveil = [Action(US, "surveil", NO_CARD, area_ref(2))]
    assert narrowed(surveil).target == -1
