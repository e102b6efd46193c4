"""RULES 5, 6: RED_PLAN, RED_REVEAL, sealed turns, banking."""

from game.model.actions import Action
from game.model.events import PlayDropped, PlaySignalled, RedActed, RouteOpened, WakePreferred
from game.model.ids import NO_ROUTE, area_ref, number_ref, piece_ref, route_ref
from game.model.state import EXPOSED, Order
from game.rules import flow, reactions
from game.rules.resolution import aim_at, odds
from tests.rules.tabletop import Tabletop, changed_campaign


def test_plays_cost_nothing_until_they_are_revealed():
    top = Tabletop()
    top.until("red-plan", "cartel")
    cash = top.state.cash[top.seat("cartel")]
    top.do("cartel", "plan", "open-front", area_ref(top.area("mx-central")))
    top.do("cartel", "done")
    assert top.state.cash[top.seat("cartel")] == cash
    top.do("cartel", "bank", target=number_ref(2))
    top.until("tactical")
    assert top.state.cash[top.seat("cartel")] == cash - 3


def test_three_plays_are_chosen_and_two_carried_out():
    top = Tabletop()
    top.state.cash[top.seat("cartel")] = 30
    top.until("red-plan", "cartel")
    for area in ("mx-central", "mx-baja", "mx-north"):
        top.do("cartel", "spread", target=area_ref(top.area(area)))
    assert not top.legal("cartel", "plan")
    top.do("cartel", "done")
    top.do("cartel", "bank", target=number_ref(2))
    before = len(top.game.journal)
    top.until("tactical")
    acted = [e for e in top.game.journal[before:] if isinstance(e, RedActed)]
    dropped = [e for e in top.game.journal[before:] if isinstance(e, PlayDropped)]
    assert [e.plays for e in acted] == [2]
    assert len(dropped) == 1
    assert dropped[0].seen == 1 << top.seat("cartel")


def test_a_play_that_cannot_be_paid_is_dropped_unseen():
    top = Tabletop()
    top.until("red-plan", "cartel")
    top.do("cartel", "plan", "open-front", area_ref(top.area("mx-central")))
    top.do("cartel", "done")
    top.do("cartel", "bank", target=number_ref(2))
    top.state.cash[top.seat("cartel")] = 0
    top.changed()
    top.until("tactical")
    dropped = [e for e in top.game.journal if isinstance(e, PlayDropped)]
    assert len(dropped) == 1


def test_fusion_two_shows_one_play_and_fusion_three_two():
    for fusion, shown in ((1, 0), (2, 1), (3, 2)):
        top = Tabletop()
        top.set_track("fusion", fusion)
        top.until("red-plan", "cartel")
        for area in ("mx-central", "mx-baja", "mx-north"):
            top.do("cartel", "spread", target=area_ref(top.area(area)))
        top.do("cartel", "done")
        top.do("cartel", "bank", target=number_ref(2))
        events = [e for e in top.game.journal if isinstance(e, PlaySignalled)]
        assert len(events) == shown
        view = top.game.view_for(top.tables.nadc_mask)
        assert len(view.means[top.seat("cartel")].plans) == shown


def test_opening_a_route_is_not_seen_by_the_coalition():
    top = Tabletop()
    top.until("red-plan", "cartel")
    route = top.route("hill-trail")
    top.do("cartel", "plan", "open-route", route_ref(route))
    top.do("cartel", "done")
    top.do("cartel", "bank", target=number_ref(2))
    top.until("tactical")
    assert top.state.open[route] == 2
    assert not top.game.view_for(top.tables.nadc_mask).routes[route].open
    assert top.game.view_for(top.tables.red_mask).routes[route].open
    top.set_track("fusion", 2)
    assert top.game.view_for(top.tables.nadc_mask).routes[route].open


def test_a_sealed_turn_is_carried_out_without_asking():
    top = Tabletop(persons=("cartel",))
    top.until("red-plan", "cartel")
    top.do("cartel", "seal")
    order = next(
        a
        for a in top.game.legal_actions()
        if a.verb == "intimidate" and a.target == area_ref(top.area("mx-north"))
    )
    top.game.apply(order)
    top.game.apply(Action(top.seat("cartel"), "pass"))
    assert top.state.pending == []
    top.do("cartel", "done")
    top.do("cartel", "bank", target=number_ref(2))
    asked = []
    while top.state.quarter == 1 and top.state.phase != "flow" and not top.game.is_over:
        asked += [(s, top.state.phase) for s in top.game.to_move]
        top.game.apply(top.game.legal_actions()[-1])
    assert (top.seat("cartel"), "tactical") not in asked
    assert any(getattr(e, "what", "") == "intimidate" for e in top.game.journal)


def test_only_people_are_offered_pins_and_seals():
    top = Tabletop()
    top.until("red-plan", "cartel")
    assert not top.legal("cartel", "pin")
    top = Tabletop(persons=("cartel",))
    top.until("red-plan", "cartel")
    assert top.legal("cartel", "pin")
    assert top.legal("cartel", "seal")


def wakes_of(top: Tabletop) -> list[str]:
    """Routes that adaptation opened, in the order in which it did."""
    return [top.campaign.routes[e.route].id for e in top.game.journal if isinstance(e, RouteOpened)]


def a_loss_in_flow(*named: str, keep_shut: bool = False) -> Tabletop:
    """A person's network that names dormant routes and then loses 40 of 100 loads: it may open two
    routes."""
    top = Tabletop(persons=("cartel",))
    top.until("red-plan", "cartel")
    for name in named:
        top.do("cartel", "prefer", target=route_ref(top.route(name)))
    if keep_shut:
        top.do("cartel", "keep-shut")
    cartel = top.seat("cartel")
    top.state.sent[cartel], top.state.lost[cartel] = 10, 4
    top.state.cash[cartel] = 6
    top.changed()
    flow._adapt(top.table)
    flow._forget_orders(top.table)
    return top


def test_adaptation_opens_the_cheapest_route_where_a_person_names_none():
    assert wakes_of(a_loss_in_flow()) == ["sierra-road", "deep-run"]


def test_adaptation_opens_first_what_a_person_prefers_then_the_cheapest():
    assert wakes_of(a_loss_in_flow("light-aircraft")) == ["light-aircraft", "sierra-road"]
    both = a_loss_in_flow("long-haul", "light-aircraft", "hill-trail")
    assert wakes_of(both) == ["long-haul", "light-aircraft"]
    assert both.state.cash[both.seat("cartel")] == 4
    assert not any(both.state.wakes), "what was named is forgotten after FLOW"


def test_a_person_may_say_that_adaptation_opens_none_or_no_others():
    assert wakes_of(a_loss_in_flow(keep_shut=True)) == []
    assert wakes_of(a_loss_in_flow("light-aircraft", keep_shut=True)) == ["light-aircraft"]


def test_a_preference_names_dormant_routes_once_each_and_is_private():
    top = Tabletop(persons=("cartel",))
    top.until("red-plan", "cartel")
    asleep = {route_ref(route) for route in top.tables.dormant_order}
    assert {one.target for one in top.legal("cartel", "prefer")} == asleep
    trail = route_ref(top.route("hill-trail"))
    events = top.do("cartel", "prefer", target=trail)
    assert {one.target for one in top.legal("cartel", "prefer")} == asleep - {trail}
    assert {e.seen for e in events if isinstance(e, WakePreferred)} == {1 << top.seat("cartel")}
    top.do("cartel", "keep-shut")
    assert not top.legal("cartel", "prefer")
    assert not top.legal("cartel", "keep-shut")
    assert top.game.why_not(top.seat("cartel"), "prefer").code == "kept-shut"


def test_what_a_person_said_for_flow_is_shown_to_that_seat_alone():
    top = Tabletop(persons=("cartel",))
    top.until("red-plan", "cartel")
    cartel, trail = top.seat("cartel"), top.route("hill-trail")
    top.do("cartel", "pin", target=route_ref(top.route("nogales")))
    top.do("cartel", "prefer", target=route_ref(trail))
    top.do("cartel", "keep-shut")
    own = top.game.view_for(1 << cartel).means[cartel]
    assert (own.pins, own.wakes) == ((top.route("nogales"),), (trail, NO_ROUTE))
    for mask in (1 << top.seat("us"), top.tables.nadc_mask | 1 << cartel):
        others = top.game.view_for(mask).means[cartel]
        assert (others.pins, others.wakes) == ((), ())


def test_as_many_routes_may_be_preferred_as_could_ever_be_opened():
    # everything lost is 75 over a tolerance of 25: one route, and one more for each full 40
    top = Tabletop(persons=("cartel",), campaign=changed_campaign({"flow": {"open_step": 40}}))
    top.until("red-plan", "cartel")
    for name in ("hill-trail", "long-haul"):
        top.do("cartel", "prefer", target=route_ref(top.route(name)))
    assert not top.legal("cartel", "prefer")
    assert top.game.why_not(top.seat("cartel"), "prefer").code == "routes-named"


def test_only_people_are_offered_preferences():
    top = Tabletop()
    top.until("red-plan", "cartel")
    assert not top.legal("cartel", "prefer")
    assert not top.legal("cartel", "keep-shut")


def test_the_network_banks_what_it_does_not_keep_three_at_most():
    top = Tabletop()
    top.until("red-plan", "cartel")
    top.state.cash[top.seat("cartel")] = 30
    top.changed()
    top.do("cartel", "done")
    top.do("cartel", "bank", target=number_ref(0))
    top.until("red-plan")
    assert top.state.bank[top.seat("cartel")] == 3


def test_a_mole_tells_among_which_routes_a_unit_beside_it_rotates():
    for area, told in (("california-border", True), ("mx-baja", False)):
        top = Tabletop()
        team = next(
            p
            for p in top.pieces("us", "border-team")
            if top.state.piece_area[p] == top.area("california-border")
        )
        routes = list(top.tables.watch_here[top.area("california-border")])[:2]
        top.state.piece_rotation[team] = sum(1 << r for r in routes)
        top.state.piece_watch[team] = -1
        top.put("cartel", "mole", area)
        top.until("tactical")
        seen = next(p for p in top.game.view_for(top.tables.red_mask).pieces if p.piece == team)
        assert seen.rotating
        assert list(seen.watch) == (routes if told else [])


def test_a_piece_relocates_only_where_there_is_room_for_it():
    top = Tabletop()
    mole = top.put("cartel", "mole", "california-border")
    top.turn("tactical", "cartel")
    there = {a.other for a in top.legal("cartel", "relocate") if a.target == piece_ref(mole)}
    assert area_ref(top.area("us-west")) in there, "reach is asked only where one is placed"
    top.put("cartel", "mole", "us-west")
    there = {a.other for a in top.legal("cartel", "relocate") if a.target == piece_ref(mole)}
    assert area_ref(top.area("us-west")) not in there


def test_intimidate_sends_one_advisor_home_else_one_team_and_never_a_ship(dice):
    top = Tabletop()
    top.clear("us", "mexico")
    ship = top.put("mexico", "semar-vessel", "mx-northwest")
    team = top.put("mexico", "police-team", "mx-northwest")
    advisor = top.put("us", "forensic-advisor", "mx-northwest")
    for gone, left in ((advisor, team), (team, ship)):
        top.turn("tactical", "cartel")
        dice(2)
        top.do("cartel", "intimidate", target=area_ref(top.area("mx-northwest")))
        assert top.state.piece_area[gone] == -1
        assert top.state.piece_area[left] >= 0
    top.turn("tactical", "cartel")
    top.do("cartel", "intimidate", target=area_ref(top.area("mx-northwest")))
    assert top.state.piece_area[ship] >= 0


def test_a_complication_shows_the_nearest_cell_else_the_first(dice):
    top = Tabletop()
    top.clear("cartel")
    far = top.put("cartel", "cell", "us-west")
    near = top.put("cartel", "cell", "mx-north")
    top.turn("tactical", "cartel")
    dice(6)
    top.do("cartel", "intimidate", target=area_ref(top.area("mx-central")))
    assert [bool(top.state.piece_marks[p] & EXPOSED) for p in (far, near)] == [False, True]
    top.turn("tactical", "cartel")
    top.give("cartel", "leak")
    top.do("cartel", "play", "leak")
    assert top.state.piece_marks[far] & EXPOSED, "a leak has no place: the first cell is shown"


def test_an_ew_package_makes_red_tests_harder_and_stops_red_reactions():
    rules = {"reactions": True}
    top = Tabletop(campaign=changed_campaign(rules, pool=("ew-package",)))
    target = area_ref(top.area("mx-northwest"))
    aim = aim_at(top.tables, top.state, top.seat("cartel"), "intimidate", target)
    before = odds(top.tables, top.state, aim).needed
    top.state.orders[top.seat("cartel")] = [Order(reactions.BEFORE_TEST)]
    spot = reactions.Spot(area=top.area("mx-northwest"))
    window, us = reactions.BEFORE_TEST, top.seat("us")
    assert list(reactions.called(top.table, window, us, spot))
    top.put("us", "ew-package", "mx-northwest")
    after = odds(top.tables, top.state, aim)
    assert after.needed == before - 1
    assert ("unit:ew-package", -1) in after.mods
    assert not list(reactions.called(top.table, window, us, spot))
