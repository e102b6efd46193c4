"""RULES 7: the Test."""

from game.model import events
from game.model.ids import area_ref, piece_ref, route_ref
from game.model.state import EXPOSED, RAIDED, raided_by
from game.rules import tactical
from game.rules.pieces import expose_some
from game.rules.resolution import aim_at, odds, roll
from tests.rules.tabletop import Tabletop, changed_campaign


def surveil_odds(top: Tabletop, area: str):
    return odds(
        top.tables,
        top.state,
        aim_at(top.tables, top.state, top.seat("us"), "surveil", area_ref(top.area(area))),
    )


def test_surveil_is_two_plus_the_best_detection_there():
    top = Tabletop()
    assert surveil_odds(top, "mx-baja").needed == 2
    top.put("us", "uas-orbit", "mx-baja")
    found = surveil_odds(top, "mx-baja")
    assert found.needed == 4
    assert found.mods == (("detect:uas-orbit", 2),)


def test_n_stays_between_one_and_five():
    top = Tabletop()
    top.put("us", "uas-orbit", "mx-baja")
    top.state.gov[top.area("mx-baja")] = 2
    assert surveil_odds(top, "mx-baja").needed == 5
    top.clear("us", "mexico")
    top.state.gov[top.area("mx-baja")] = 0
    mole = top.put("cartel", "mole", "mx-baja")
    top.expose(mole)
    assert surveil_odds(top, "mx-baja").needed == 1


def test_a_hidden_mole_counts_but_is_not_shown():
    top = Tabletop()
    before = surveil_odds(top, "mx-baja")
    top.put("cartel", "mole", "mx-baja")
    assert surveil_odds(top, "mx-baja") == before
    assert before.unknown
    target = area_ref(top.area("mx-baja"))
    event = roll(top.table, aim_at(top.tables, top.state, top.seat("us"), "surveil", target))
    assert event.hidden == -1
    assert event.needed == 1
    assert ("mole", -1) not in event.mods


def test_an_exposed_mole_is_named():
    top = Tabletop()
    top.expose(top.put("cartel", "mole", "mx-baja"))
    assert ("mole", -1) in surveil_odds(top, "mx-baja").mods


def test_a_six_always_fails():
    event = events.TestRolled(0, "surveil", -1, area_ref(0), 5, (), 0, 5, 6)
    assert not event.success


def test_a_ready_marker_adds_one_and_is_used_up():
    top = Tabletop()
    top.state.ready[top.seat("us")] = 1
    assert ("ready", 1) in surveil_odds(top, "mx-baja").mods
    target = area_ref(top.area("mx-baja"))
    roll(top.table, aim_at(top.tables, top.state, top.seat("us"), "surveil", target))
    assert top.state.ready[top.seat("us")] == 0


def test_raid_needs_an_own_law_unit_with_jurisdiction():
    top = Tabletop()
    cell = top.put("cartel", "cell", "mx-baja")
    top.expose(cell)
    top.until("tactical", "mexico")
    top.expose(cell)
    assert piece_ref(cell) not in {a.target for a in top.legal("mexico", "raid")}
    top.put("mexico", "police-team", "mx-baja")
    assert piece_ref(cell) in {a.target for a in top.legal("mexico", "raid")}


def test_raid_adds_own_endgame_and_gunmen_take_one():
    top = Tabletop()
    top.clear("cartel")
    cell = top.put("cartel", "cell", "mx-baja")
    top.put("mexico", "police-team", "mx-baja")
    aim = aim_at(top.tables, top.state, top.seat("mexico"), "raid", piece_ref(cell))
    assert odds(top.tables, top.state, aim).needed == 4
    top.expose(top.put("cartel", "gunmen", "mx-baja"))
    assert odds(top.tables, top.state, aim).needed == 3


def test_a_raid_removes_the_piece_and_may_be_prosecuted():
    top = Tabletop()
    top.set_track("cases", 1)
    cell = top.put("cartel", "cell", "mx-baja")
    top.expose(cell)
    top.put("mexico", "police-team", "mx-baja")
    for seed in range(50):
        top.state.seed = seed
        if top.state.piece_area[cell] < 0:
            break
        top.state.phase, top.state.round = "tactical", 1
        top.state.active = top.seat("mexico")
        top.changed()
        top.do("mexico", "raid", target=piece_ref(cell))
        if top.state.piece_area[cell] >= 0:
            top.until("tactical", "mexico")
            top.expose(cell)
    assert top.state.piece_area[cell] == -1
    assert top.state.pending[-1].kind == "prosecute"
    top.do("mexico", "prosecute", target=piece_ref(cell))
    assert top.state.piece_area[cell] == -2
    assert top.track("cases") == 0


def test_case_gains_from_legitimacy_and_forensics():
    top = Tabletop()
    piece = top.put("cartel", "cell", "mx-baja")
    aim = aim_at(top.tables, top.state, top.seat("us"), "case", piece_ref(piece))
    assert odds(top.tables, top.state, aim).needed == 4  # 3, Legitimacy 7
    top.put("us", "forensic-advisor", "mx-baja")
    assert odds(top.tables, top.state, aim).needed == 5


def test_a_seizure_serves_one_case_only():
    top = Tabletop()
    top.until("tactical", "us")
    route = top.route("nogales")
    top.state.marker[route] = 1
    top.changed()
    assert route_ref(route) in {a.target for a in top.legal("us", "case")}
    top.do("us", "case", target=route_ref(route))
    assert top.state.marker[route] == 0


def test_bribe_is_three_less_governance():
    top = Tabletop()
    aim = aim_at(
        top.tables, top.state, top.seat("cartel"), "bribe", area_ref(top.area("mx-northwest"))
    )
    assert odds(top.tables, top.state, aim).needed == 4  # gov -1
    top.state.gov[top.area("mx-northwest")] = 2
    assert odds(top.tables, top.state, aim).needed == 1


def test_govern_is_harder_among_labs_cells_and_violence():
    top = Tabletop()
    top.clear("cartel")
    area = area_ref(top.area("mx-central"))
    aim = aim_at(top.tables, top.state, top.seat("mexico"), "govern", area)
    assert odds(top.tables, top.state, aim).needed == 3
    top.state.violence[top.area("mx-central")] = 2
    top.expose(top.put("cartel", "cell", "mx-central"))
    assert odds(top.tables, top.state, aim).needed == 1


def test_a_programme_helps_govern_in_its_area():
    top = Tabletop()
    top.clear("cartel")
    top.put("mexico", "community-programme", "mx-central")
    area = area_ref(top.area("mx-central"))
    aim = aim_at(top.tables, top.state, top.seat("mexico"), "govern", area)
    assert ("unit:community-programme", 1) in odds(top.tables, top.state, aim).mods


def test_hold_takes_one_ready_marker_at_most():
    top = Tabletop()
    top.until("tactical", "us")
    top.do("us", "hold")
    view = top.game.view_for(top.tables.nadc_mask)
    assert view.means[top.seat("us")].ready == 1
    top.until("tactical", "us")
    assert not top.legal("us", "hold")


def test_a_ready_marker_is_lost_at_the_end_of_the_next_quarter():
    top = Tabletop()
    top.until("tactical", "us")
    top.do("us", "hold")
    top.until("red-plan")
    assert top.state.ready[top.seat("us")] > 0
    top.until("tactical")
    top.until("red-plan")
    assert top.state.ready[top.seat("us")] == 0


def test_a_surveilled_decoy_takes_the_result_and_leaves():
    top = Tabletop()
    top.clear("cartel")
    cell = top.put("cartel", "cell", "mx-baja")
    decoy = top.put("cartel", "decoy", "mx-baja")
    shown = expose_some(top.table, top.tables.nadc_mask, (top.area("mx-baja"),), 1)
    assert shown == [decoy]
    assert top.state.piece_area[decoy] == -1
    assert not top.state.piece_known[cell]


def test_relocating_hides_a_piece_again():
    top = Tabletop()
    top.until("tactical", "cartel")
    cell = next(p for p in top.pieces("cartel", "cell") if top.state.piece_area[p] >= 0)
    top.expose(cell)
    move = next(a for a in top.legal("cartel", "relocate") if a.target == piece_ref(cell))
    tactical.perform(top.table, move)
    assert not top.state.piece_known[cell]
    assert top.state.piece_area[cell] == move.other & 0xFFFF


def test_an_advisor_helps_partners_and_not_its_own_seat():
    top = Tabletop(campaign=changed_campaign(pool=("advisor",)))
    top.clear("cartel")
    top.set_track("consent", 3)
    cell = top.put("cartel", "cell", "mx-baja")
    top.put("mexico", "police-team", "mx-baja")
    top.put("us", "border-team", "mx-baja")
    top.put("us", "advisor", "mx-baja")
    for seat, helped in (("mexico", True), ("us", False)):
        aim = aim_at(top.tables, top.state, top.seat(seat), "raid", piece_ref(cell))
        assert (("advisor", 1) in odds(top.tables, top.state, aim).mods) == helped


def test_evidence_is_secured_where_it_was_found():
    top = Tabletop()
    cell = top.put("cartel", "cell", "mx-baja")
    top.put("us", "forensic-advisor", "mx-baja")
    top.table.emit(events.PieceRemoved(cell, top.area("mx-baja")))
    for piece, helped in ((cell, True), (top.put("cartel", "mole", "mx-north"), False)):
        aim = aim_at(top.tables, top.state, top.seat("us"), "case", piece_ref(piece))
        assert (("forensic", 1) in odds(top.tables, top.state, aim).mods) == helped
    for route, helped in (("northwest-baja", True), ("central-north", False)):
        target = route_ref(top.route(route))
        aim = aim_at(top.tables, top.state, top.seat("us"), "case", target)
        assert (("forensic", 1) in odds(top.tables, top.state, aim).mods) == helped


def test_at_fusion_zero_every_seat_has_its_own_evidence():
    for fusion in (0, 1):
        top = Tabletop()
        top.set_track("fusion", fusion)
        cell = top.put("cartel", "cell", "mx-baja")
        top.state.piece_area[cell] = -1
        top.state.piece_marks[cell] = RAIDED | raided_by(top.seat("mexico"))
        top.state.marker[top.route("ports-central")] = 1
        top.changed()
        for seat in ("us", "mexico"):
            top.turn("tactical", seat)
            mine = bool(fusion) or seat == "mexico"
            targets = {a.target for a in top.legal(seat, "case")}
            assert (piece_ref(cell) in targets) == mine
            assert (route_ref(top.route("ports-central")) in targets) == mine


def test_surveil_of_a_route_tells_its_true_flow_and_finds_one_piece_at_its_ends(dice):
    top = Tabletop(campaign=changed_campaign({"ghost": False}))
    top.clear("cartel")
    ends = [top.put("cartel", "cell", "mx-baja"), top.put("cartel", "front", "california-border")]
    away = top.put("cartel", "front", "mx-north")
    top.until("tactical", "us")
    route = top.route("san-ysidro")
    top.state.flow[route], top.state.estimate = 4, [3] * len(top.state.flow)
    top.changed()
    before = top.game.view_for(top.tables.nadc_mask).routes[route]
    assert before.low < before.high
    dice(1)
    top.do("us", "surveil", target=route_ref(route))
    seen = [bool(top.state.piece_marks[p] & EXPOSED) for p in ends]
    assert seen.count(True) == 1, "one even on a clean success"
    assert not top.state.piece_marks[away] & EXPOSED
    assert top.state.true_known[route]


def test_a_clean_surveil_of_an_area_finds_two(dice):
    for rolled, found in ((1, 2), (2, 1), (5, 0)):
        top = Tabletop()
        top.until("tactical", "us")
        dice(rolled)
        top.do("us", "surveil", target=area_ref(top.area("mx-northwest")))
        marks = top.state.piece_marks
        assert sum(bool(marks[p] & EXPOSED) for p in top.tables.red_pieces) == found


def test_low_legitimacy_makes_law_enforcement_harder():
    top = Tabletop()
    cell = top.put("cartel", "cell", "mx-baja")
    aim = aim_at(top.tables, top.state, top.seat("mexico"), "raid", piece_ref(cell))
    assert ("legitimacy-low", -1) not in odds(top.tables, top.state, aim).mods
    top.set_track("legitimacy", 3)
    assert ("legitimacy-low", -1) in odds(top.tables, top.state, aim).mods
    surveil = surveil_odds(top, "mx-baja")
    assert ("legitimacy-low", -1) not in surveil.mods


def test_after_a_review_exposed_pieces_are_lost_from_sight_at_fusion_zero_and_one():
    for fusion, kept in ((0, False), (1, False), (2, True)):
        top = Tabletop(campaign=changed_campaign(reviews=(1,)))
        top.set_track("fusion", fusion)
        front = next(p for p in top.pieces("cartel", "front") if top.state.piece_area[p] >= 0)
        top.expose(front)
        top.until("red-plan")
        while top.state.quarter == 1:
            top.game.apply(top.game.legal_actions()[-1])
        assert bool(top.state.piece_marks[front] & EXPOSED) == kept


def test_at_fusion_zero_a_seat_sees_only_what_it_found_itself(dice):
    for fusion, shared in ((0, False), (1, True)):
        top = Tabletop()
        top.set_track("fusion", fusion)
        top.until("tactical", "us")
        dice(2)
        top.do("us", "surveil", target=area_ref(top.area("mx-northwest")))
        marks = top.state.piece_marks
        piece = next(p for p in top.tables.red_pieces if marks[p] & EXPOSED)
        for seat, sees in (("us", True), ("mexico", shared)):
            view = top.game.view_for(1 << top.seat(seat))
            assert (piece in [one.piece for one in view.pieces]) == sees
