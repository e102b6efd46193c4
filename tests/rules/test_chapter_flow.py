"""RULES 8: FLOW."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.model.dice import extend, extend_each
from game.model.events import DieRolled, FlowSettled, RouteOpened, UnitDrawn, UnitFlowed
from game.rules import flow
from game.rules.coverage import coverage
from tests.rules.tabletop import Tabletop, changed_campaign


def ready_for_flow(seed: int = 1) -> Tabletop:
    top = Tabletop(seed=seed)
    top.until("tactical")
    return top


def run(top: Tabletop):
    start = len(top.game.journal)
    flow.run(top.table)
    return top.game.journal[start:]


def test_supply_is_three_from_the_source_and_two_from_each_lab():
    units = [e for e in run(ready_for_flow()) if isinstance(e, UnitFlowed)]
    assert len(units) == 9


def test_a_unit_takes_the_cheapest_way_and_crowding_spreads_them():
    top = ready_for_flow()
    top.clear("us", "mexico")
    units = [e for e in run(top) if isinstance(e, UnitFlowed)]
    names = [[top.campaign.routes[r].id for r in e.path] for e in units]
    assert ["northwest-baja", "san-ysidro", "california-road"] in [n[-3:] for n in names]
    crossings = {n[-2] for n in names}
    assert "san-ysidro" in crossings
    assert len(crossings) > 1, "nine units cannot all cross where four fit"


def test_closing_the_cheap_way_never_stops_flow():
    top = ready_for_flow()
    for route in top.campaign.routes:
        if not route.backstop and route.watchable and route.to != "mx-northwest":
            top.state.open[top.route(route.id)] = 0
    top.changed()
    assert any(isinstance(e, UnitFlowed) for e in run(top))


def test_heat_makes_a_route_dearer():
    top = ready_for_flow()
    top.clear("us", "mexico")
    usual = [e.path for e in run(top) if isinstance(e, UnitFlowed)]
    hot = ready_for_flow()
    hot.clear("us", "mexico")
    hot.state.heat[hot.route("san-ysidro")] = 4
    changed = [e.path for e in run(hot) if isinstance(e, UnitFlowed)]
    count = top.route("san-ysidro")
    assert sum(count in p for p in changed) < sum(count in p for p in usual)


@pytest.mark.parametrize(
    ("delivered", "change"), [(0, -2), (4, -2), (6, 0), (7, 0), (8, 0), (10, 2), (12, 2), (30, 3)]
)
def test_harm_moves_by_half_the_difference_half_to_even(delivered: int, change: int):
    top = Tabletop()
    assert flow.harm_of(top.table, delivered) == change
    exact = round(Fraction(delivered - 7, 2))
    assert change == max(-2, min(3, exact))


def test_a_seized_unit_heats_its_route_and_others_cool():
    top = ready_for_flow()
    other = top.route("coastal-hop")
    top.state.heat[other] = 2
    events = run(top)
    seized = {e.seized_at for e in events if isinstance(e, UnitFlowed) and e.seized_at >= 0}
    for route in seized:
        assert top.state.heat[route] == 1
    assert top.state.heat[other] == 1


def test_losses_above_tolerance_open_routes_for_cash():
    for seed in range(30):
        top = ready_for_flow(seed)
        for crossing in ("san-ysidro", "nogales", "santa-teresa"):
            top.state.surged[top.route(crossing)] = 1
        top.put("us", "border-team", "california-border", "san-ysidro")
        events = run(top)
        settled = next(e for e in events if isinstance(e, FlowSettled))
        opened = [e for e in events if isinstance(e, RouteOpened)]
        routed, seized = settled.counts[:2]
        loss = Fraction(100 * seized, routed)
        if loss >= 25:
            assert 1 <= len(opened) <= 1 + int((loss - 25) / 15)
        else:
            assert not opened


def test_below_tolerance_one_idle_route_opened_in_play_sleeps():
    top = ready_for_flow()
    top.clear("us", "mexico")
    far = top.route("light-aircraft")
    top.state.open[far] = 2
    top.state.heat[far] = 4
    top.changed()
    run(top)
    assert top.state.flow[far] <= 1
    assert top.state.open[far] == 0


def test_coverage_adds_up_and_is_capped():
    top = Tabletop()
    top.clear("us", "mexico")
    cover = coverage(top.tables, top.state)[top.route("nogales")]
    assert (cover.detect, cover.endgame) == (0, 0)
    top.put("us", "border-team", "desert-sector", "nogales")
    top.put("us", "guard-sensors", "desert-sector", "nogales")
    cover = coverage(top.tables, top.state)[top.route("nogales")]
    assert (cover.detect, cover.endgame) == (3, 2)  # RULES 7: D3 E2
    top.put("us", "border-team", "desert-sector", "nogales")
    top.put("us", "border-team", "desert-sector", "nogales")
    top.put("us", "guard-sensors", "desert-sector", "nogales")
    assert coverage(top.tables, top.state)[top.route("nogales")].detect == 5


def test_sensors_alone_see_and_cannot_stop():
    top = Tabletop()
    top.clear("us", "mexico")
    top.put("us", "guard-sensors", "desert-sector", "nogales")
    cover = coverage(top.tables, top.state)[top.route("nogales")]
    assert (cover.detect, cover.endgame, cover.lawful) == (2, 0, False)


def test_a_mole_at_either_end_blinds_one_and_only_in_truth():
    top = Tabletop()
    top.put("cartel", "mole", "mx-northwest")
    route = top.route("nogales")
    assert coverage(top.tables, top.state)[route].detect == 0
    assert coverage(top.tables, top.state, top.seat("us"))[route].detect == 1


def test_good_governance_at_the_end_of_a_route_adds_one_each():
    top = Tabletop()
    top.state.gov[top.area("mx-central")] = 1
    cover = coverage(top.tables, top.state)[top.route("ports-central")]
    assert (cover.detect, cover.endgame) == (2, 3)


def test_a_rotating_unit_draws_one_of_its_routes():
    top = ready_for_flow()
    piece = next(p for p in top.pieces("us", "border-team") if top.state.piece_area[p] >= 0)
    routes = list(top.tables.watch_here[top.state.piece_area[piece]])[:2]
    top.state.piece_rotation[piece] = sum(1 << r for r in routes)
    top.changed()
    drawn = [e for e in run(top) if isinstance(e, UnitDrawn)]
    assert [e.route in routes for e in drawn] == [True]
    assert drawn[0].seen == top.tables.nadc_mask


def test_income_is_laundered_by_fronts_and_the_rest_waits():
    top = ready_for_flow()
    top.clear("us", "mexico")
    seat = top.seat("cartel")
    for piece in top.pieces("cartel", "front"):
        top.state.piece_area[piece] = -1
    top.state.cash[seat] = 5
    top.changed()
    run(top)
    assert top.state.stash[seat] == 9
    assert top.state.cash[seat] < 5  # upkeep


def test_unpaid_upkeep_cuts_next_quarters_supply():
    top = ready_for_flow()
    seat = top.seat("cartel")
    for piece in top.pieces("cartel", "front"):
        top.state.piece_area[piece] = -1
    top.state.cash[seat] = 0
    top.changed()
    run(top)
    assert top.state.supply_cut[seat] > 0
    cut = top.state.supply_cut[seat]
    top.state.quarter += 1
    units = [e for e in run(top) if isinstance(e, UnitFlowed)]
    assert len(units) == 9 - cut


def test_undetected_deliveries_move_border():
    top = ready_for_flow()
    top.clear("us", "mexico")
    before = top.track("border")
    run(top)
    assert top.track("border") == before - 1


def test_a_pinned_unit_uses_the_named_route():
    top = ready_for_flow()
    top.clear("us", "mexico")
    trail = top.route("desert-trail")
    top.state.pins[top.seat("cartel")] = [trail]
    top.changed()
    units = [e for e in run(top) if isinstance(e, UnitFlowed)]
    assert trail in units[0].path
    assert not any(top.state.pins)


def test_the_same_seed_gives_the_same_flow():
    assert run(ready_for_flow(7)) == run(ready_for_flow(7))
    assert run(ready_for_flow(7)) != run(ready_for_flow(8))


def test_good_governance_sees_even_where_nobody_watches_and_stops_nobody():
    top = Tabletop()
    top.clear("us", "mexico")
    top.state.gov[top.area("mx-central")] = 1
    cover = coverage(top.tables, top.state)[top.route("ports-central")]
    assert (cover.detect, cover.endgame, cover.lawful) == (1, 0, False)


def test_soldiers_add_one_to_endgame_in_all_and_only_beside_the_law():
    top = Tabletop(campaign=changed_campaign(pool=("navy-patrol", "navy-patrol")))
    top.clear("us", "mexico")
    for _ in range(2):
        top.put("us", "navy-patrol", "eastern-pacific", "source-run")
    cover = coverage(top.tables, top.state)[top.route("source-run")]
    assert (cover.detect, cover.endgame) == (2, 0)
    top.put("us", "coast-guard-cutter", "eastern-pacific", "source-run")
    cover = coverage(top.tables, top.state)[top.route("source-run")]
    assert (cover.detect, cover.endgame) == (2, 3)


def test_a_battery_that_officers_work_stops_aircraft_at_home():
    top = Tabletop(campaign=changed_campaign(pool=("c-uas-battery",)))
    top.clear("us", "mexico")
    top.put("us", "c-uas-battery", "us-west", "light-aircraft")
    cover = coverage(top.tables, top.state)[top.route("light-aircraft")]
    assert (cover.detect, cover.endgame, cover.lawful) == (2, 2, True)
    kind = top.campaign.kind_ix["c-uas-battery"]
    assert kind not in top.tables.reinforced_by[top.seat("us")], "it takes a card"


def test_a_route_with_several_seizures_has_one_marker(flow_dice):
    top = ready_for_flow()
    flow_dice(1)
    run(top)
    route = top.route("source-run")
    seized = [r for r, count in enumerate(top.state.seized) if count > 1]
    assert seized, route
    assert {top.state.marker[r] for r in seized} == {1}


def test_spillover_is_tested_once_in_an_area_however_many_routes_start_there(dice):
    top = ready_for_flow()
    top.clear("us", "mexico")
    both = [top.route(name) for name in ("sierra-road", "light-aircraft")]
    for route in both:
        top.state.open[route] = 2
    top.state.opened_now = list(both)
    top.changed()
    dice(1)
    before = top.state.violence[top.area("mx-northwest")]
    tests = [e for e in run(top) if isinstance(e, DieRolled) and e.what == "spillover"]
    assert len(tests) == 1
    assert top.state.violence[top.area("mx-northwest")] == before + 1


@settings(max_examples=60, deadline=None)
@given(
    true=st.integers(0, 30),
    error=st.integers(0, 9972),
    fusion=st.integers(0, 3),
    half=st.integers(0, 4),
)
def test_an_estimate_always_contains_the_truth(true: int, error: int, fusion: int, half: int):
    top = Tabletop(campaign=changed_campaign({"ghost": False, "estimate_band": half}))
    top.set_track("fusion", fusion)
    route = top.route("san-ysidro")
    top.state.flow[route] = true
    top.state.estimate = [error] * len(top.state.flow)
    seen = top.game.view_for(1 << top.seat("us")).routes[route]
    width = 2 * max(0, half + (fusion == 0) - (fusion == 3))
    assert 0 <= seen.low <= true <= seen.high
    assert seen.high - seen.low <= width


@given(seed=st.integers(0, 2**64 - 1), count=st.integers(0, 40))
def test_draws_in_a_row_are_the_draws_one_by_one(seed: int, count: int):
    assert extend_each(seed, count) == [extend(seed, part) for part in range(count)]
