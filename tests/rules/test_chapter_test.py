"""RULES 7: the Test."""

from game.model import events
from game.model.ids import area_ref, piece_ref, route_ref
from game.rules import tactical
from game.rules.resolution import aim_at, odds, roll
from tests.rules.tabletop import Tabletop


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
    assert top.state.ready[top.seat("us")] == 1
    top.until("tactical", "us")
    assert not top.legal("us", "hold")


def test_a_surveilled_decoy_takes_the_result_and_leaves():
    top = Tabletop()
    top.clear("cartel")
    cell = top.put("cartel", "cell", "mx-baja")
    decoy = top.put("cartel", "decoy", "mx-baja")
    from game.rules.pieces import expose_some

    shown = expose_some(top.table, top.tables.nadc_mask, (top.area("mx-baja"),), 1)
    assert shown == 1
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
