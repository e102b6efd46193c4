"""RULES 4, 7: `legal: penalty` lets seats break the law, at a price."""

from game.model.events import FlagSet
from game.model.ids import area_ref, piece_ref, route_ref
from game.model.state import CASED, EXPOSED
from game.rules.law import UNLAWFUL, is_lawful
from tests.rules.tabletop import Tabletop, changed_campaign


def lawless() -> Tabletop:
    return Tabletop(campaign=changed_campaign({"legal": "penalty"}))


def paid(top: Tabletop, happened) -> bool:
    """Whether the price of an illegal play was paid, and the review told."""
    flagged = any(isinstance(e, FlagSet) and e.flag == UNLAWFUL for e in happened)
    assert flagged == (top.track("sovereignty") == 4)
    return flagged


def test_an_illegal_placement_costs_legitimacy_and_sovereignty():
    top = lawless()
    top.turn("operational", "us")
    top.do("us", "deploy", "uas-orbit")
    assert not paid(top, top.do("us", "place", target=area_ref(top.area("mx-north"))))
    top = lawless()
    top.set_track("consent", 0)
    top.turn("operational", "us")
    top.do("us", "deploy", "uas-orbit")
    legitimacy = top.track("legitimacy")
    assert paid(top, top.do("us", "place", target=area_ref(top.area("mx-north"))))
    assert top.track("legitimacy") == legitimacy - 2


def test_what_an_illegal_surveil_finds_serves_no_case(dice):
    top = lawless()
    top.set_track("consent", 0)
    top.turn("tactical", "us")
    dice(1)
    assert paid(top, top.do("us", "surveil", target=area_ref(top.area("mx-northwest"))))
    found = [p for p in top.tables.red_pieces if top.state.piece_marks[p] & EXPOSED]
    assert len(found) == 2
    assert all(top.state.piece_marks[p] & CASED for p in found)


def test_a_raid_without_jurisdiction_is_a_crime_and_its_evidence_void(dice):
    top = lawless()
    top.clear("cartel")
    cell = top.put("cartel", "cell", "mx-baja")
    top.put("cartel", "lab", "mx-north")
    top.expose(cell)
    team = top.put("us", "border-team", "mx-baja")
    assert not is_lawful(top.table, top.seat("us"), top.area("mx-baja"))
    top.turn("tactical", "us")
    dice(1)
    assert paid(top, top.do("us", "raid", target=piece_ref(cell)))
    assert top.state.piece_area[cell] == -1
    assert top.track("cases") == 0, "a clean success would have been worth a Case"
    assert top.state.piece_marks[cell] & CASED
    strict = Tabletop()
    strict.state.piece_area[team] = strict.area("mx-baja")
    strict.turn("tactical", "us")
    strict.expose(cell)
    assert not strict.legal("us", "raid")


def test_an_arrest_by_card_without_jurisdiction_is_a_crime():
    arrest = {
        "id": "arrest",
        "title": "Arrest",
        "level": "tactical",
        "seats": ["us"],
        "summary": "A card for a test.",
        "authority": "LE",
        "target": {"piece": {"kinds": ["cell"]}},
        "effects": [{"do": "remove", "pick": "target"}],
    }
    for area, crime in (("mx-baja", True), ("california-border", False)):
        top = Tabletop(campaign=changed_campaign({"legal": "penalty"}, (arrest,)))
        cell = top.put("cartel", "cell", area)
        top.put("us", "border-team", area)
        top.turn("tactical", "us")
        top.expose(cell)
        top.give("us", "arrest")
        assert paid(top, top.do("us", "play", "arrest", piece_ref(cell))) == crime


def test_a_surveil_of_a_border_route_finds_only_on_the_own_side(dice):
    for area, seen in (("mx-baja", False), ("california-border", True)):
        top = Tabletop()
        top.clear("cartel")
        piece = top.put("cartel", "front", area)
        top.set_track("consent", 0)
        top.turn("tactical", "us")
        dice(1)
        top.do("us", "surveil", target=route_ref(top.route("san-ysidro")))
        assert bool(top.state.piece_marks[piece] & EXPOSED) == seen
