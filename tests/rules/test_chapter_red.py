"""RULES 5, 6: RED_PLAN, RED_REVEAL, sealed turns, banking."""

from game.model.actions import Action
from game.model.events import PlayDropped, PlaySignalled, RedActed
from game.model.ids import area_ref, number_ref, route_ref
from tests.rules.tabletop import Tabletop


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


def test_the_network_banks_what_it_does_not_keep_three_at_most():
    top = Tabletop()
    top.until("red-plan", "cartel")
    top.state.cash[top.seat("cartel")] = 30
    top.changed()
    top.do("cartel", "done")
    top.do("cartel", "bank", target=number_ref(0))
    top.until("red-plan")
    assert top.state.bank[top.seat("cartel")] == 3
