"""Every card of First Light, played in a position where its sentence can be seen to hold."""

import pytest

from game.model.events import CardActivated, CardDrawn, TrackChanged
from game.model.ids import NO_REF, area_ref, piece_ref, route_ref
from game.model.state import EXPOSED, OPENED
from game.rules.coverage import coverage
from game.rules.resolution import aim_at, odds
from game.rules.scores import launder_capacity, supply
from game.rules.tables import LEGITIMACY
from tests.rules.tabletop import Tabletop, first_light


def play(top: Tabletop, seat: str, card: str, target=NO_REF, other=NO_REF):
    """Play a card in its own phase; a tactical one is put in the hand, and nothing is too dear."""
    level = top.campaign.cards[top.card(card)].level
    top.state.budget[top.seat(seat)] = max(9, top.state.budget[top.seat(seat)])
    top.state.cash[top.seat("cartel")] = 20
    if level == "tactical":
        top.turn("tactical", seat)
        top.give(seat, card)
        return top.do(seat, "play", card, target, other)
    if seat == "cartel":
        return plan(top, card, target)
    top.turn(level, seat)
    return top.do(seat, "deploy" if level == "operational" else "play", card, target, other)


def plan(top: Tabletop, card: str, target):
    """A play of the network, chosen and revealed."""
    top.turn("red-plan", "cartel")
    top.do("cartel", "plan", card, target)
    start = len(top.game.journal)
    top.do("cartel", "done")
    top.game.apply(top.game.legal_actions()[0])
    top.until("tactical")
    return tuple(top.game.journal[start:])


def next_quarter(top: Tabletop) -> None:
    """Let everybody pass until RED_PLAN of the next quarter."""
    quarter = top.state.quarter
    while top.state.quarter == quarter or top.state.phase == "situation":
        top.game.apply(top.game.legal_actions()[-1])


def deploy(top: Tabletop, seat: str, card: str, area: str, watch: str = ""):
    """Deploy a unit by card, put it somewhere and let it watch; returns the piece."""
    play(top, seat, card)
    top.do(seat, "place", target=area_ref(top.area(area)))
    if not top.state.pending:
        return next(p for p, c in enumerate(top.state.piece_card) if c == top.card(card))
    asked = top.state.pending[-1]
    owner = top.campaign.seats[asked.seat].id
    if watch:
        top.do(owner, "watch", target=asked.target, other=route_ref(top.route(watch)))
    else:
        top.do(owner, "pass")
    return asked.target & 0xFFFF


# --- strategic


def test_national_security_priority():
    """US income +1, and military support cards open; Legitimacy -1 unless Cohesion is 6."""
    top = Tabletop()
    legitimacy = top.track("legitimacy")
    play(top, "us", "national-security-priority")
    assert top.track("legitimacy") == legitimacy - 1
    top.state.budget[top.seat("us")] = 0
    next_quarter(top)
    assert top.state.budget[top.seat("us")] == 5 + 1, "income comes with it at once"
    top.turn("operational", "us")
    assert top.card("satellite-tasking") in {a.card for a in top.legal("us", "deploy")}


def test_sanctions_surge(dice):
    """Next quarter one Test for each seat that joined; each success closes a Front."""
    top = Tabletop()
    legitimacy = top.track("legitimacy")
    play(top, "us", "sanctions-surge")
    top.do("mexico", "join", "sanctions-surge")
    assert top.track("legitimacy") == legitimacy - 1, "no Case in the pool"
    fronts = [p for p in top.pieces("cartel", "front") if top.state.piece_area[p] >= 0]
    dice(2)
    next_quarter(top)
    left = [p for p in top.pieces("cartel", "front") if top.state.piece_area[p] >= 0]
    assert len(left) == len(fronts) - 2
    assert top.state.card_state[top.card("sanctions-surge")] == 0, "once only"


def test_law_enforcement_compact():
    """Mexican law-enforcement Tests +1; opens training and advisors."""
    top = Tabletop()
    play(top, "us", "law-enforcement-compact")
    top.do("mexico", "agree", "law-enforcement-compact")
    next_quarter(top)
    cell = top.put("cartel", "cell", "mx-baja")
    top.expose(cell)
    top.put("mexico", "police-team", "mx-baja")
    aim = aim_at(top.tables, top.state, top.seat("mexico"), "raid", piece_ref(cell))
    assert ("card:law-enforcement-compact", 1) in odds(top.tables, top.state, aim).mods
    top.turn("operational", "us")
    opened = {top.campaign.cards[a.card].id for a in top.legal("us", "deploy") if a.card >= 0}
    assert "train-and-equip" in opened


def test_transparency_pact():
    """Legitimacy +1; a mole each quarter; one area not below -1; the network gets a Leak."""
    top = Tabletop()
    mole = top.put("cartel", "mole", "mx-north")
    area = area_ref(top.area("mx-central"))
    play(top, "mexico", "transparency-pact", area)
    start = len(top.game.journal)
    next_quarter(top)
    happened = top.game.journal[start:]
    began = next(e for e in happened if isinstance(e, CardActivated))
    caused = [e for e in happened if e.cause == top.game.journal.index(began)]
    moved = next(e for e in caused if isinstance(e, TrackChanged))
    assert (moved.track, moved.after - moved.before) == (LEGITIMACY, 1)
    assert [e.card for e in caused if isinstance(e, CardDrawn)] == [top.card("leak")]
    assert top.state.piece_area[mole] == -1
    top.effect({"do": "area_gov", "by": -4}, "cartel", area)
    assert top.state.gov[top.area("mx-central")] == -1


def test_institutions_partnership():
    """One more Govern each quarter, free of charge."""
    top = Tabletop()
    play(top, "mexico", "institutions-partnership")
    next_quarter(top)
    top.turn("assess", "mexico")
    top.state.budget[top.seat("mexico")] = top.state.budget[top.seat("us")] = 0
    top.changed()
    area = area_ref(top.area("mx-central"))
    assert [a.other & 0xFFFF for a in top.legal("mexico", "govern") if a.target == area] == [1]
    happened = top.do("mexico", "govern", target=area, other=top.legal("mexico", "govern")[0].other)
    assert any(type(event).__name__ == "AreaGoverned" for event in happened)


def test_globalise_supply():
    """The South source puts out 1 load more each quarter."""
    top = Tabletop()
    before = supply(top.tables, top.state, top.seat("cartel"))
    play(top, "cartel", "globalise-supply")
    next_quarter(top)
    top.state.supply_cut[top.seat("cartel")] = 0
    assert supply(top.tables, top.state, top.seat("cartel")) == before + 1


def test_capture_institutions():
    """The network's Bribe Tests are +1."""
    top = Tabletop()
    play(top, "cartel", "capture-institutions")
    next_quarter(top)
    target = area_ref(top.area("mx-baja"))
    aim = aim_at(top.tables, top.state, top.seat("cartel"), "bribe", target)
    assert ("card:capture-institutions", 1) in odds(top.tables, top.state, aim).mods


# --- operational


def test_satellite_tasking():
    """A satellite watches two routes: D1 on both."""
    top = Tabletop()
    top.state.unlocked |= 1 << top.card("satellite-tasking")
    play(top, "us", "satellite-tasking")
    piece = top.state.pending[-1].target
    for name in ("central-north", "santa-teresa"):
        top.do("us", "watch", target=piece, other=route_ref(top.route(name)))
    covers = coverage(top.tables, top.state)
    assert [covers[top.route(n)].detect for n in ("central-north", "santa-teresa")] == [1, 1]


def test_uas_orbit():
    """D2 on one route; over Mexico it needs Consent 1."""
    top = Tabletop()
    deploy(top, "us", "uas-orbit", "mx-north", "santa-teresa")
    assert coverage(top.tables, top.state)[top.route("santa-teresa")].detect == 2
    top.set_track("consent", 0)
    play(top, "us", "uas-orbit")
    places = {a.target for a in top.legal("us", "place")}
    assert area_ref(top.area("mx-north")) not in places
    assert area_ref(top.area("us-west")) in places


def test_patrol_aircraft_flight():
    """From a sea or coastal area: D2 on one sea or air route."""
    top = Tabletop()
    play(top, "us", "patrol-aircraft-flight")
    places = {a.target & 0xFFFF for a in top.legal("us", "place")}
    assert top.area("mx-central") not in places
    assert top.area("eastern-pacific") in places
    top.do("us", "place", target=area_ref(top.area("eastern-pacific")))
    piece = top.state.pending[-1].target
    top.do("us", "watch", target=piece, other=route_ref(top.route("port-landing")))
    assert coverage(top.tables, top.state)[top.route("port-landing")].detect == 2


def test_sensor_mou():
    """Guard sensors in a border area: D2, and they stop nobody."""
    top = Tabletop()
    before = coverage(top.tables, top.state)[top.route("nogales")]
    top.state.unlocked |= 1 << top.card("sensor-mou")
    deploy(top, "us", "sensor-mou", "desert-sector", "nogales")
    after = coverage(top.tables, top.state)[top.route("nogales")]
    assert (after.detect, after.endgame) == (before.detect + 2, before.endgame)


def test_train_and_equip(dice):
    """One more Mexican police team; on a die of 1 the network gains 1 Cash."""
    top = Tabletop()
    top.state.unlocked |= 1 << top.card("train-and-equip")
    dice(1)
    piece = deploy(top, "us", "train-and-equip", "mx-north", "central-north")
    assert top.tables.piece_seat[piece] == top.seat("mexico")
    assert top.state.cash[top.seat("cartel")] == 21
    dice(2)
    deploy(top, "us", "train-and-equip", "mx-north", "central-north")
    assert top.state.cash[top.seat("cartel")] == 20


def test_community_programme():
    """Violence -1 now, Govern +1 there while it lasts."""
    top = Tabletop()
    area = top.area("mx-northwest")
    deploy(top, "mexico", "community-programme", "mx-northwest")
    assert top.state.violence[area] == 0
    aim = aim_at(top.tables, top.state, top.seat("mexico"), "govern", area_ref(area))
    assert ("unit:community-programme", 1) in odds(top.tables, top.state, aim).mods


def test_forensic_team():
    """+1 on Build case there, and nowhere else."""
    top = Tabletop()
    top.set_track("consent", 2)
    top.state.unlocked |= 1 << top.card("forensic-team")
    deploy(top, "us", "forensic-team", "mx-baja")
    for area, helped in (("mx-baja", True), ("mx-north", False)):
        cell = top.put("cartel", "cell", area)
        aim = aim_at(top.tables, top.state, top.seat("mexico"), "case", piece_ref(cell))
        assert (("forensic", 1) in odds(top.tables, top.state, aim).mods) == helped


def test_open_route():
    """One dormant route comes into use."""
    top = Tabletop()
    play(top, "cartel", "open-route", route_ref(top.route("hill-trail")))
    assert top.state.open[top.route("hill-trail")] == OPENED


def test_build_lab():
    """A Lab where governance is 0 or less: supply +2 from next quarter."""
    top = Tabletop()
    gone = next(p for p in top.pieces("cartel", "lab") if top.state.piece_area[p] >= 0)
    top.state.piece_area[gone] = -1
    top.changed()
    before = supply(top.tables, top.state, top.seat("cartel"))
    play(top, "cartel", "build-lab", area_ref(top.area("mx-north")))
    assert supply(top.tables, top.state, top.seat("cartel")) == before
    top.state.quarter += 1
    assert supply(top.tables, top.state, top.seat("cartel")) == before + 2


def test_open_front():
    """It launders 3 more each quarter."""
    top = Tabletop()
    before = launder_capacity(top.tables, top.state, top.seat("cartel"))
    play(top, "cartel", "open-front", area_ref(top.area("us-west")))
    assert launder_capacity(top.tables, top.state, top.seat("cartel")) == before + 3


def test_place_mole():
    """Within reach of a cell, where governance is 0 or less: coalition Tests there one lower."""
    top = Tabletop()
    play(top, "cartel", "place-mole", area_ref(top.area("mx-baja")))
    mole = next(p for p in top.pieces("cartel", "mole") if top.state.piece_area[p] >= 0)
    top.expose(mole)
    target = area_ref(top.area("mx-baja"))
    aim = aim_at(top.tables, top.state, top.seat("us"), "surveil", target)
    assert ("mole", -1) in odds(top.tables, top.state, aim).mods


def test_hire_gunmen():
    """Beside a cell: Raids there are one harder."""
    top = Tabletop()
    play(top, "cartel", "hire-gunmen", area_ref(top.area("mx-north")))
    gunmen = [p for p in top.pieces("cartel", "gunmen") if top.state.piece_area[p] >= 0]
    new = next(p for p in gunmen if top.state.piece_area[p] == top.area("mx-north"))
    cell = next(
        p for p in top.pieces("cartel", "cell") if top.state.piece_area[p] == top.area("mx-north")
    )
    top.expose(new)
    top.expose(cell)
    aim = aim_at(top.tables, top.state, top.seat("mexico"), "raid", piece_ref(cell))
    assert ("gunmen", -1) in odds(top.tables, top.state, aim).mods


# --- tactical


@pytest.mark.parametrize(("rolled", "gone"), [(3, True), (4, False)])
def test_freeze_assets(dice, rolled: int, gone: bool):
    """Freeze the accounts of an exposed Front: N 3; it closes."""
    top = Tabletop()
    front = next(p for p in top.pieces("cartel", "front") if top.state.piece_area[p] >= 0)
    top.expose(front)
    dice(rolled)
    play(top, "us", "freeze-assets", piece_ref(front))
    assert (top.state.piece_area[front] == -1) == gone


def test_freeze_assets_is_easier_with_evidence():
    top = Tabletop()
    front = next(p for p in top.pieces("cartel", "front") if top.state.piece_area[p] >= 0)
    card = top.card("freeze-assets")
    aim = aim_at(top.tables, top.state, top.seat("us"), "card", piece_ref(front), card)
    assert odds(top.tables, top.state, aim).needed == 3
    top.set_track("cases", 1)
    assert odds(top.tables, top.state, aim).needed == 4


def test_poe_surge():
    """D +1 and E +1 on a route through a port of entry this quarter."""
    top = Tabletop()
    before = coverage(top.tables, top.state)[top.route("san-ysidro")]
    play(top, "us", "poe-surge", route_ref(top.route("san-ysidro")))
    after = coverage(top.tables, top.state)[top.route("san-ysidro")]
    assert (after.detect, after.endgame) == (before.detect + 1, before.endgame + 1)
    top.turn("tactical", "us")
    top.give("us", "poe-surge")
    assert route_ref(top.route("desert-trail")) not in {a.target for a in top.legal("us", "play")}


def test_poe_surge_in_a_second_quarter_running_costs_legitimacy():
    for second, lost in (("san-ysidro", 1), ("nogales", 0)):
        top = Tabletop()
        play(top, "us", "poe-surge", route_ref(top.route("san-ysidro")))
        next_quarter(top)
        legitimacy = top.track("legitimacy")
        play(top, "us", "poe-surge", route_ref(top.route(second)))
        assert top.track("legitimacy") == legitimacy - lost
    top = Tabletop()
    play(top, "us", "poe-surge", route_ref(top.route("san-ysidro")))
    next_quarter(top)
    next_quarter(top)
    legitimacy = top.track("legitimacy")
    play(top, "us", "poe-surge", route_ref(top.route("san-ysidro")))
    assert top.track("legitimacy") == legitimacy, "a quarter lay between"


@pytest.mark.parametrize(("rolled", "violence"), [(3, 0), (4, 1)])
def test_public_information(dice, rolled: int, violence: int):
    """Legitimacy +1. On a success violence -1 in one area, too."""
    top = Tabletop()
    legitimacy = top.track("legitimacy")
    dice(rolled)
    play(top, "us", "public-information", area_ref(top.area("mx-northwest")))
    assert top.track("legitimacy") == legitimacy + 1
    assert top.state.violence[top.area("mx-northwest")] == violence


@pytest.mark.parametrize(("rolled", "cases"), [(3, 1), (4, 0)])
def test_financial_referral(dice, rolled: int, cases: int):
    """1 Front is exposed. On a success +1 Case as well."""
    top = Tabletop()
    dice(rolled)
    play(top, "us", "financial-referral")
    marks = top.state.piece_marks
    assert sum(bool(marks[p] & EXPOSED) for p in top.pieces("cartel", "front")) == 1
    assert top.track("cases") == cases


@pytest.mark.parametrize(("rolled", "gone"), [(3, True), (4, False)])
def test_vetted_unit_arrest(dice, rolled: int, gone: bool):
    """A mole in one area, known or only feared. Success: it is gone."""
    top = Tabletop()
    mole = top.put("cartel", "mole", "mx-baja")
    dice(rolled)
    play(top, "mexico", "vetted-unit-arrest", area_ref(top.area("mx-baja")))
    assert (top.state.piece_area[mole] == -1) == gone


def test_cross_border_handover(flow_dice):
    """A load seen and not stopped on one border route gets one more roll, by a partner."""
    stopped = []
    for help_comes in (False, True):
        top = Tabletop()
        top.clear("us", "mexico")
        top.put("us", "uas-orbit", "california-border", "san-ysidro")
        top.put("us", "border-team", "california-border")
        if help_comes:
            play(top, "mexico", "cross-border-handover", route_ref(top.route("san-ysidro")))
        flow_dice(2)
        top.until("assess")
        stopped.append(top.state.seized[top.route("san-ysidro")])
    assert stopped[0] == 0
    assert stopped[1] > 0


@pytest.mark.parametrize(("rolled", "works"), [(4, True), (6, False)])
def test_high_value_arrest(dice, rolled: int, works: bool):
    """An exposed cell: it leaves, one play fewer next time, violence +1 in two areas."""
    top = Tabletop()
    cell = top.put("cartel", "cell", "mx-baja")
    top.put("mexico", "police-team", "mx-baja")
    top.expose(cell)
    before = sum(top.state.violence)
    dice(rolled)
    play(top, "mexico", "high-value-arrest", piece_ref(cell))
    assert (top.state.piece_area[cell] == -1) == works
    assert top.state.fewer_plays[top.seat("cartel")] == int(works)
    assert sum(top.state.violence) == before + (2 if works else 1), "a six costs violence, too"


def test_decoy():
    """Whoever finds something there finds the Decoy first."""
    top = Tabletop()
    play(top, "cartel", "decoy", area_ref(top.area("mx-central")))
    decoy = next(p for p in top.pieces("cartel", "decoy") if top.state.piece_area[p] >= 0)
    top.effect({"do": "expose"}, "us", area_ref(top.area("mx-central")))
    assert top.state.piece_area[decoy] == -1
    marks = top.state.piece_marks
    assert not any(marks[p] & EXPOSED for p in top.pieces("cartel", "front"))


def test_programme_fraud():
    """+2 Cash, and the United States loses 1 Capital."""
    top = Tabletop()
    capital = top.state.capital[top.seat("us")]
    play(top, "cartel", "programme-fraud")
    assert top.state.cash[top.seat("cartel")] == 22
    assert top.state.capital[top.seat("us")] == capital - 1


def test_leak(dice):
    """Success: Legitimacy -1, and Rotating choices are known this quarter."""
    top = Tabletop()
    team = next(p for p in top.pieces("us", "border-team") if top.state.piece_area[p] >= 0)
    routes = list(top.tables.watch_here[top.state.piece_area[team]])[:2]
    top.state.piece_rotation[team] = sum(1 << r for r in routes)
    legitimacy = top.track("legitimacy")
    red = top.tables.red_mask
    seen = next(p for p in top.game.view_for(red).pieces if p.piece == team)
    assert seen.watch == ()
    dice(3)
    play(top, "cartel", "leak")
    assert top.track("legitimacy") == legitimacy - 1
    seen = next(p for p in top.game.view_for(red).pieces if p.piece == team)
    assert list(seen.watch) == routes


def test_crypto_mixing():
    """The network launders 3 more this quarter."""
    top = Tabletop()
    before = launder_capacity(top.tables, top.state, top.seat("cartel"))
    play(top, "cartel", "crypto-mixing")
    assert launder_capacity(top.tables, top.state, top.seat("cartel")) == before + 3
    next_quarter(top)
    assert not [mod for mod in top.state.mods if mod.what == "launder"]


def test_every_card_of_first_light_has_its_test():
    tests = {name.removeprefix("test_").replace("_", "-") for name in globals()}
    assert not {card.id for card in first_light().cards} - tests
