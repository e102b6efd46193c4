"""RULES 6: operational cards that put no unit down, cards that wait, and cards that end."""

from game.model.events import CardActivated, CardEnded
from game.model.ids import area_ref, route_ref
from game.rules.coverage import coverage
from game.rules.resolution import aim_at, odds
from tests.rules.tabletop import Tabletop, changed_campaign, library_card


def table_with(*cards: dict, **changes) -> Tabletop:
    """Six quarters in which the US has these cards."""
    top = Tabletop(campaign=changed_campaign(cards=cards, quarters=6, **changes))
    top.state.budget[top.seat("us")] = 9
    top.state.capital[top.seat("us")] = 6
    top.changed()
    return top


def to_quarter(top: Tabletop, quarter: int) -> None:
    while top.state.quarter < quarter or top.state.phase == "situation":
        top.game.apply(top.game.legal_actions()[-1])
    top.state.budget[top.seat("us")] = 9
    top.changed()


def made(**changes) -> dict:
    card = {
        "id": "made-up",
        "title": "Made up",
        "level": "operational",
        "seats": ["us"],
        "summary": "A card for a test.",
    }
    return {**card, **changes}


def surveil_mods(top: Tabletop, area: str) -> tuple[tuple[str, int], ...]:
    target = area_ref(top.area(area))
    return odds(
        top.tables, top.state, aim_at(top.tables, top.state, top.seat("us"), "surveil", target)
    ).mods


def test_a_card_is_aimed_where_it_has_no_unit_to_place():
    top = table_with(library_card("overseas-port-partnership"))
    top.turn("operational", "us")
    route = top.route("source-run")
    card = top.card("overseas-port-partnership")
    offered = {a.target for a in top.legal("us", "deploy") if a.card == card}
    assert route_ref(route) in offered
    assert route_ref(top.route("san-ysidro")) not in offered, "sea routes only"
    before = coverage(top.tables, top.state)[route]
    top.do("us", "deploy", "overseas-port-partnership", route_ref(route))
    after = coverage(top.tables, top.state)[route]
    assert (after.detect, after.endgame) == (before.detect + 1, before.endgame + 1)
    assert top.state.deployments[top.seat("us")] == 1


def test_a_card_without_units_is_out_while_it_is_active():
    top = table_with(library_card("overseas-port-partnership"))
    top.turn("operational", "us")
    card = top.card("overseas-port-partnership")
    top.do("us", "deploy", "overseas-port-partnership", route_ref(top.route("source-run")))
    for quarter in (1, 2, 3):
        to_quarter(top, quarter)
        top.turn("operational", "us")
        found = top.game.why_not(top.seat("us"), "deploy", card)
        assert found is not None
        assert found.code == "card-out"


def test_a_card_may_be_out_as_often_as_it_says():
    top = table_with(made(copies=2, effects=[{"do": "case", "by": 1}]))
    top.turn("operational", "us")
    for count in (1, 2):
        top.do("us", "deploy", "made-up")
        assert top.track("cases") == count
    assert not [a for a in top.legal("us", "deploy") if a.card == top.card("made-up")]


def test_a_card_that_waits_takes_effect_in_its_quarter_on_both_its_targets():
    top = table_with(library_card("ilea-cohort"))
    top.turn("operational", "us")
    both = [area_ref(top.area(name)) for name in ("mx-central", "mx-north")]
    top.do("us", "deploy", "ilea-cohort", *both)
    helped = ("card:ilea-cohort", 1)
    card = top.card("ilea-cohort")
    for quarter in (1, 2):
        to_quarter(top, quarter)
        assert helped not in surveil_mods(top, "mx-central")
        top.turn("operational", "us")
        found = top.game.why_not(top.seat("us"), "deploy", card)
        assert found is not None
        assert (found.code, found.values) == ("card-pending", {"quarter": 3})
    to_quarter(top, 3)
    assert helped in surveil_mods(top, "mx-central")
    assert helped in surveil_mods(top, "mx-north")
    assert helped not in surveil_mods(top, "mx-baja")
    to_quarter(top, 5)
    assert surveil_mods(top, "mx-central").count(helped) == 1, "once, and for good"


def test_a_card_of_one_quarter_comes_back():
    top = table_with(made(duration=1, effects=[{"do": "case", "by": 1}]))
    top.turn("operational", "us")
    top.do("us", "deploy", "made-up")
    assert not [a for a in top.legal("us", "deploy") if a.card == top.card("made-up")]
    to_quarter(top, 2)
    top.turn("operational", "us")
    assert [a for a in top.legal("us", "deploy") if a.card == top.card("made-up")]


def test_a_card_that_happens_once_comes_back_at_once():
    top = table_with(made(duration=0, effects=[{"do": "case", "by": 1}]))
    top.turn("operational", "us")
    happened = top.do("us", "deploy", "made-up")
    assert [type(e) for e in happened if isinstance(e, CardActivated | CardEnded)] == [
        CardActivated,
        CardEnded,
    ]
    assert top.state.card_state[top.card("made-up")] == 0


def test_the_test_of_a_card_without_units_is_rolled(dice):
    card = made(test={"base": 3}, effects=[{"do": "case", "by": 1}], copies=3)
    top = table_with(card)
    for rolled, cases in ((4, 0), (3, 1)):
        top.turn("operational", "us")
        dice(rolled)
        top.do("us", "deploy", "made-up")
        assert top.track("cases") == cases


def test_a_unit_that_waits_arrives_where_it_was_promised():
    card = made(
        delay=1,
        target={"area": {"kinds": ["border"]}},
        effects=[{"do": "deploy", "unit": "uas-orbit"}],
    )
    top = table_with(card)
    top.turn("operational", "us")
    top.do("us", "deploy", "made-up")
    area = top.area("desert-sector")
    top.do("us", "place", target=area_ref(area))
    assert not [p for p in top.pieces("us", "uas-orbit") if top.state.piece_area[p] == area]
    while not (top.state.pending and top.state.pending[-1].kind == "watch"):
        top.game.apply(top.game.legal_actions()[-1])
    assert (top.state.phase, top.state.quarter) == ("situation", 2)
    assert [p for p in top.pieces("us", "uas-orbit") if top.state.piece_area[p] == area]


def test_units_of_a_card_that_ends_go_home():
    top = table_with(made(duration=1, effects=[{"do": "deploy", "unit": "uas-orbit"}]))
    top.turn("operational", "us")
    top.do("us", "deploy", "made-up")
    top.do("us", "place", target=area_ref(top.area("desert-sector")))
    top.do("us", "pass")
    to_quarter(top, 2)
    assert all(top.state.piece_area[p] == -1 for p in top.pieces("us", "uas-orbit"))
    assert top.state.card_state[top.card("made-up")] == 0


def test_effects_of_each_quarter_happen_where_the_unit_stands():
    raised = {"do": "area_violence", "by": 1}
    card = made(effects=[{"do": "deploy", "unit": "uas-orbit"}], each_quarter=[raised])
    top = table_with(card)
    top.turn("operational", "us")
    top.do("us", "deploy", "made-up")
    top.do("us", "place", target=area_ref(top.area("mx-central")))
    top.do("us", "pass")
    to_quarter(top, 3)
    assert top.state.violence[top.area("mx-central")] == 2


def test_the_evidence_bridge_can_be_built_again_next_quarter_and_not_before():
    bridge = {**library_card("evidence-bridge"), "requires": []}
    top = table_with(bridge)
    card = top.card("evidence-bridge")
    for quarter in (1, 2):
        to_quarter(top, quarter)
        top.until("operational", "us")
        top.state.budget[top.seat("us")] = top.state.capital[top.seat("us")] = 6
        top.changed()
        cases = top.track("cases")
        top.do("us", "deploy", "evidence-bridge")
        assert top.track("cases") == cases + 1
        assert top.game.why_not(top.seat("us"), "deploy", card).code == "card-out"
