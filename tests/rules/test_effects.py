"""RULES 10: what every verb of the closed list does."""

from game.content.schema.campaign import Placement
from game.model import events
from game.model.ids import area_ref, piece_ref, route_ref
from game.model.state import EXPOSED
from game.rules.coverage import coverage
from tests.rules.tabletop import Tabletop, changed_campaign, first_light, library_card


def test_track_moves_a_track_and_stops_at_its_end():
    top = Tabletop()
    top.effect({"do": "track", "track": "border", "by": -2})
    assert top.track("border") == 3
    top.effect({"do": "track", "track": "border", "by": -9})
    assert top.track("border") == 0


def test_track_lowering_consent_sends_units_home():
    top = Tabletop()
    uas = top.put("us", "uas-orbit", "mx-north")
    top.effect({"do": "track", "track": "consent", "by": -1})
    assert top.state.piece_area[uas] == -1


def test_budget_is_given_and_never_falls_below_zero():
    top = Tabletop()
    us, mexico = top.seat("us"), top.seat("mexico")
    before = top.state.budget[us]
    top.effect({"do": "budget", "by": 2})
    assert top.state.budget[us] == before + 2
    top.effect({"do": "budget", "by": -9, "seat": "mexico"})
    assert top.state.budget[mexico] == 0


def test_capital_stays_between_zero_and_its_most():
    top = Tabletop()
    us = top.seat("us")
    top.effect({"do": "capital", "by": 6})
    assert top.state.capital[us] == 6
    top.effect({"do": "capital", "by": -6, "seat": "us"}, seat="cartel")
    assert top.state.capital[us] == 0


def test_cash_is_given_in_secret():
    top = Tabletop()
    cartel = top.seat("cartel")
    before = top.state.cash[cartel]
    happened = top.effect({"do": "cash", "by": 2}, seat="cartel")
    assert top.state.cash[cartel] == before + 2
    assert [event.seen for event in happened] == [1 << cartel]


def test_deploy_puts_a_piece_at_the_target_and_counts_its_upkeep():
    top = Tabletop()
    area = top.area("mx-baja")
    top.effect({"do": "deploy", "unit": "police-team"}, "mexico", area_ref(area))
    new = [p for p in top.pieces("mexico", "police-team") if top.state.piece_area[p] == area]
    assert len(new) == 1
    assert top.state.piece_marks[new[0]] == 2
    top.effect(
        {"do": "deploy", "unit": "community-programme", "keep": False}, "mexico", area_ref(area)
    )
    free = [
        p for p in top.pieces("mexico", "community-programme") if top.state.piece_area[p] == area
    ]
    assert [top.state.piece_marks[p] for p in free] == [0]


def test_deploy_respects_where_a_piece_may_stand():
    top = Tabletop()
    area = area_ref(top.area("mx-baja"))
    assert not top.effect({"do": "deploy", "unit": "border-team"}, "us", area)
    assert not top.effect({"do": "deploy", "unit": "gunmen"}, "cartel", area)


def test_remove_takes_the_target_or_some_of_a_kind_exposed_first():
    top = Tabletop()
    top.clear("cartel")
    hidden = top.put("cartel", "front", "mx-north")
    shown = top.put("cartel", "front", "mx-central")
    top.expose(shown)
    top.effect({"do": "remove", "piece": "front", "where": {"pick": "all"}})
    assert (top.state.piece_area[hidden] >= 0, top.state.piece_area[shown]) == (True, -1)
    top.effect({"do": "remove", "pick": "target"}, target=piece_ref(hidden))
    assert top.state.piece_area[hidden] == -1


def test_move_sends_the_target_next_door():
    top = Tabletop()
    cell = top.put("cartel", "cell", "mx-baja")
    top.effect({"do": "move"}, target=piece_ref(cell))
    assert top.state.piece_area[cell] in top.tables.near[top.area("mx-baja")]


def test_expose_shows_so_many_and_a_decoy_takes_the_result_in_its_area():
    top = Tabletop()
    top.clear("cartel")
    front = top.put("cartel", "front", "mx-baja")
    far = top.put("cartel", "decoy", "mx-north")
    top.effect({"do": "expose", "piece": "front", "where": {"pick": "all"}})
    assert top.state.piece_marks[front] & EXPOSED, "a decoy elsewhere takes nothing"
    assert top.state.piece_area[far] >= 0
    lab = top.put("cartel", "lab", "mx-north")
    top.effect({"do": "expose", "piece": "lab", "where": {"pick": "all"}, "count": 2})
    assert top.state.piece_area[far] == -1, "the decoy was found first, and left"
    assert top.state.piece_marks[lab] & EXPOSED, "the second result found the lab"


def test_hide_turns_exposed_pieces_down_again():
    top = Tabletop()
    lab = next(p for p in top.pieces("cartel", "lab") if top.state.piece_area[p] >= 0)
    top.expose(lab)
    top.effect({"do": "hide", "where": {"pick": "all"}}, seat="cartel")
    assert not top.state.piece_marks[lab] & EXPOSED
    assert not top.state.piece_known[lab]


def test_route_open_wakes_the_target_else_the_cheapest():
    top = Tabletop()
    far = top.route("light-aircraft")
    top.effect({"do": "route_open"}, "cartel", route_ref(far))
    assert top.state.open[far] == 2
    top.effect({"do": "route_open"}, "cartel")
    assert top.state.open[top.route("sierra-road")] == 2


def test_route_open_knows_only_the_routes_that_the_campaign_lets_sleep():
    top = Tabletop(campaign=changed_campaign({"flow": {"dormant_routes": 1}}))
    assert not top.effect({"do": "route_open", "route": "light-aircraft"}, "cartel")


def test_route_close_puts_a_route_to_sleep_but_no_backstop():
    top = Tabletop()
    top.effect({"do": "route_close", "route": "san-ysidro"})
    assert top.state.open[top.route("san-ysidro")] == 0
    assert not top.effect({"do": "route_close", "route": "small-loads"})


def test_route_mod_adds_detection_endgame_heat_and_cost():
    top = Tabletop()
    route = top.route("nogales")
    before = coverage(top.tables, top.state)[route]
    written = {"do": "route_mod", "detect": 1, "endgame": 1, "heat": 2}
    top.effect(written, target=route_ref(route))
    after = coverage(top.tables, top.state)[route]
    assert (after.detect, after.endgame) == (before.detect + 1, before.endgame + 1)
    assert top.state.heat[route] == 2
    top.effect({"do": "route_mod", "cost": 3, "lasts": "game"}, target=route_ref(route))
    assert top.state.mods[-1].cost == 3


def test_area_gov_moves_an_area_on_the_ladder():
    top = Tabletop()
    area = top.area("mx-central")
    top.effect({"do": "area_gov", "by": 1}, target=area_ref(area))
    assert top.state.gov[area] == 1
    top.effect({"do": "area_gov", "by": -4, "where": {"pick": "all"}})
    assert {top.state.gov[a] for a in top.tables.areas_in(top.tables.governed_mask)} == {-2}
    assert top.state.gov[top.area("us-west")] == 0


def test_area_violence_stays_between_zero_and_three():
    top = Tabletop()
    area = top.area("mx-northwest")
    top.effect({"do": "area_violence", "by": 3}, target=area_ref(area))
    assert top.state.violence[area] == 3
    neighbours = {"do": "area_violence", "by": 1, "where": {"pick": "neighbours"}}
    top.effect(neighbours, target=area_ref(area))
    assert top.state.violence[top.area("mx-baja")] == 1


def test_some_areas_at_random_are_as_many_as_it_says():
    top = Tabletop()
    where = {"pick": "random", "count": 2, "governed": True, "countries": ["mexico"]}
    top.effect({"do": "area_violence", "by": 1, "where": where})
    assert sum(top.state.violence) == 3, "one stood there before"


def test_modifier_stands_for_its_side_and_ends_with_the_quarter():
    top = Tabletop()
    top.effect({"do": "modifier", "what": "launder", "by": 3, "lasts": "quarter"}, "cartel")
    mod = top.state.mods[-1]
    assert (mod.seats, mod.by) == (1 << top.seat("cartel"), 3)
    top.table.emit(events.QuarterCleared())
    assert not top.state.mods


def test_modifier_of_plays_cuts_the_next_reveal():
    top = Tabletop()
    top.effect({"do": "modifier", "what": "fewer-plays", "by": 1, "seat": "cartel"})
    assert top.state.fewer_plays[top.seat("cartel")] == 1


def test_modifier_of_a_floor_holds_governance_up():
    top = Tabletop()
    area = area_ref(top.area("mx-central"))
    floor = {"do": "modifier", "what": "gov-floor", "by": -1, "where": {"pick": "target"}}
    top.effect(floor, "mexico", area)
    top.effect({"do": "area_gov", "by": -4}, "cartel", area)
    assert top.state.gov[top.area("mx-central")] == -1


def test_unlock_makes_a_card_playable_for_good():
    top = Tabletop()
    card = top.card("satellite-tasking")
    top.turn("operational", "us")
    assert not [a for a in top.legal("us", "deploy") if a.card == card]
    top.effect({"do": "unlock", "card": "satellite-tasking"})
    assert [a for a in top.legal("us", "deploy") if a.card == card]


def test_repeal_ends_a_card_and_makes_it_dearer():
    top = Tabletop()
    top.turn("strategic", "us")
    top.do("us", "play", "national-security-priority")
    top.effect({"do": "repeal", "card": "national-security-priority"})
    card = top.card("national-security-priority")
    assert (top.state.card_state[card], top.state.card_surcharge[card]) == (0, 1)


def test_draw_takes_from_the_deck_or_brings_a_named_card():
    top = Tabletop()
    cartel = top.seat("cartel")
    size = len(top.state.hands[cartel])
    top.effect({"do": "draw", "count": 2}, "cartel")
    assert len(top.state.hands[cartel]) == size + 2
    leaks = top.state.hands[cartel].count(top.card("leak"))
    top.effect({"do": "draw", "seat": "cartel", "card": "leak"})
    assert top.state.hands[cartel].count(top.card("leak")) == leaks + 1


def test_inject_comes_with_the_next_situation():
    top = Tabletop()
    inject = top.campaign.inject_ix["photographs"]
    top.effect({"do": "inject", "inject": "photographs"})
    assert top.state.injects_due == [inject]
    top.until("assess")
    while top.state.quarter == 1:
        top.game.apply(top.game.legal_actions()[-1])
    assert inject in [e.inject for e in top.game.journal if isinstance(e, events.InjectFired)]
    assert not top.state.injects_due


def test_case_adds_to_the_pool_and_spends_from_it():
    top = Tabletop()
    top.effect({"do": "case", "by": 2})
    assert top.track("cases") == 2
    top.effect({"do": "case", "by": -3})
    assert top.track("cases") == 0


def test_message_is_said_to_the_room():
    top = Tabletop()
    said = top.effect({"do": "message", "text": "The lights go out."})
    assert [(type(one).__name__, one.text) for one in said] == [("Said", "The lights go out.")]


# --- conditions, chances, and seats that are not there


def test_an_effect_with_a_condition_or_a_die_happens_only_then(dice):
    top = Tabletop()
    top.effect({"do": "case", "by": 1, "if": "harm >= 14"})
    assert top.track("cases") == 0
    top.effect({"do": "case", "by": 1, "if": {"all": ["harm >= 10", "quarter == 1"]}})
    assert top.track("cases") == 1
    dice(3)
    top.effect({"do": "case", "by": 1, "chance": 2})
    assert top.track("cases") == 1
    top.effect({"do": "case", "by": 1, "chance": 3})
    assert top.track("cases") == 2


def test_what_names_a_seat_that_is_not_in_play_is_passed_over():
    top = Tabletop()
    area = area_ref(top.area("california-border"))
    for written in (
        {"do": "budget", "by": 1, "seat": "canada"},
        {"do": "capital", "by": 1, "seat": "canada"},
        {"do": "cash", "by": 1, "seat": "veo"},
        {"do": "deploy", "unit": "border-team", "seat": "canada"},
        {"do": "draw", "seat": "canada"},
        {"do": "modifier", "what": "income", "by": 1, "seat": "canada"},
        {"do": "case", "by": 1, "if": "budget(canada) >= 1"},
    ):
        assert not top.effect(written, target=area), written


def test_a_card_for_the_units_of_an_absent_seat_cannot_be_played():
    top = Tabletop(campaign=changed_campaign(cards=(library_card("integrated-border-team"),)))
    top.turn("operational", "us")
    card = top.card("integrated-border-team")
    top.state.unlocked |= 1 << card
    top.changed()
    found = top.game.why_not(top.seat("us"), "deploy", card)
    assert found is not None
    assert found.code == "pool-empty"


def test_placements_of_an_absent_seat_are_passed_over():
    frame = first_light().frame
    extra = Placement(seat="canada", kind="customs-team", area="us-west")
    top = Tabletop(campaign=changed_campaign(placements=(*frame.placements, extra)))
    assert top.state.piece_area == Tabletop().state.piece_area
