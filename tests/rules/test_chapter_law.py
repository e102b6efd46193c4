"""RULES 2, 4, 7: consent, authority, where units may stand."""

import pytest

from game.model.errors import IllegalAction
from game.model.ids import area_ref, number_ref, piece_ref, route_ref
from game.rules import law
from tests.rules.tabletop import Tabletop


def kind(top: Tabletop, name: str) -> int:
    return top.campaign.kind_ix[name]


def reason(top: Tabletop, seat: str, unit: str, area: str):
    return law.may_stand(top.table, kind(top, unit), top.seat(seat), top.area(area))


@pytest.mark.parametrize(
    ("unit", "level"), [("uas-orbit", 1), ("forensic-advisor", 2), ("border-team", 3)]
)
def test_foreign_units_in_mexico_need_their_consent_level(unit: str, level: int):
    top = Tabletop()
    for now in range(4):
        top.set_track("consent", now)
        found = reason(top, "us", unit, "mx-north")
        if now >= level:
            assert found is None
        else:
            assert found is not None
            assert found.code == "consent-level"
            assert found.values == {"needed": level, "level": now, "country": "mexico"}


def test_own_units_need_no_leave():
    top = Tabletop()
    top.set_track("consent", 0)
    assert reason(top, "mexico", "police-team", "mx-north") is None
    assert reason(top, "us", "coast-guard-cutter", "pacific-littoral") is None


def test_one_foreign_advisor_in_an_area_at_consent_two():
    top = Tabletop()
    top.set_track("consent", 2)
    top.put("us", "forensic-advisor", "mx-north")
    found = reason(top, "us", "forensic-advisor", "mx-north")
    assert found is not None
    assert found.code == "consent-presence"
    places = law.unit_places(top.table, kind(top, "forensic-advisor"), top.seat("us"))
    assert not places >> top.area("mx-north") & 1
    assert places >> top.area("mx-baja") & 1


def test_lowering_consent_sends_units_home():
    top = Tabletop()
    top.until("strategic", "mexico")
    uas = top.put("us", "uas-orbit", "mx-north")
    top.do("mexico", "consent", target=number_ref(0))
    assert top.state.piece_area[uas] == -1
    assert top.track("consent") == 0


def test_consent_rises_by_one_and_falls_to_any_level():
    top = Tabletop()
    top.until("strategic", "mexico")
    assert {a.target & 0xFFFF for a in top.legal("mexico", "consent")} == {0, 2}
    top.set_track("consent", 3)
    assert {a.target & 0xFFFF for a in top.legal("mexico", "consent")} == {0, 1, 2}


def test_foreign_surveil_needs_consent_one():
    top = Tabletop()
    top.until("tactical", "us")
    there = area_ref(top.area("mx-northwest"))
    assert there in {a.target for a in top.legal("us", "surveil")}
    top.set_track("consent", 0)
    assert there not in {a.target for a in top.legal("us", "surveil")}
    found = top.game.why_not(top.seat("us"), "surveil", target=there)
    assert found is not None
    assert found.code == "consent-level"


def test_an_illegal_action_says_which_when_and_why():
    top = Tabletop()
    top.until("tactical", "us")
    top.set_track("consent", 0)
    with pytest.raises(IllegalAction) as error:
        top.do("us", "surveil", target=area_ref(top.area("mx-northwest")))
    assert "us surveil @area:mx-northwest" in str(error.value)
    assert error.value.reason == "consent-level"


def test_at_most_three_units_watch_a_route():
    top = Tabletop()
    top.put("us", "border-team", "california-border", "san-ysidro")
    top.put("us", "uas-orbit", "california-border", "san-ysidro")
    late = top.put("us", "border-team", "california-border")
    top.until("operational", "us")
    routes = {a.other for a in top.legal("us", "watch") if a.target == piece_ref(late)}
    assert route_ref(top.route("san-ysidro")) not in routes


def test_a_us_team_sees_and_stops_across_the_border_from_home():
    top = Tabletop()
    team = next(p for p in top.pieces("us", "border-team") if top.state.piece_area[p] >= 0)
    home = top.area("california-border")
    assert law.has_jurisdiction(top.tables, top.state, team, home)
    assert not law.has_jurisdiction(top.tables, top.state, team, top.area("mx-baja"))


def test_the_law_reaches_as_far_as_the_own_country_and_the_sea():
    top = Tabletop()
    cutter = next(p for p in top.pieces("us", "coast-guard-cutter") if top.state.piece_area[p] >= 0)
    assert law.has_jurisdiction(top.tables, top.state, cutter, top.area("eastern-pacific"))
    assert not law.has_jurisdiction(top.tables, top.state, cutter, top.area("south-source"))


def test_at_consent_three_teams_are_limited_and_advisors_count_apart():
    top = Tabletop()
    top.set_track("consent", 3)
    top.put("us", "forensic-advisor", "mx-north")
    top.put("us", "border-team", "mx-north")
    assert reason(top, "us", "border-team", "mx-north") is None
    top.put("us", "border-team", "mx-north")
    found = reason(top, "us", "border-team", "mx-north")
    assert found is not None
    assert (found.code, found.values) == ("consent-presence", {"most": 2})


def test_every_reason_and_every_list_of_places_agree():
    for seed in range(3):
        top = Tabletop(seed=seed)
        top.set_track("consent", seed + 1)
        for turn in range(60):
            legal = top.game.legal_actions()
            if not legal:
                break
            top.game.apply(legal[(seed * 7 + turn * 13) % len(legal)])
            for seat in top.tables.nadc:
                for unit in range(len(top.campaign.kinds)):
                    places = law.unit_places(top.table, unit, seat)
                    for area in top.tables.every_area:
                        free = law.may_stand(top.table, unit, seat, area) is None
                        assert free == bool(places >> area & 1)


def test_without_consent_satellites_look_away_from_routes_inside_the_host():
    top = Tabletop()
    satellite = top.pieces("us", "satellite")[0]
    top.state.piece_area[satellite] = -3
    top.state.piece_watch[satellite] = top.route("ports-central")
    top.state.piece_watch2[satellite] = top.route("nogales")
    top.turn("strategic", "mexico")
    top.state.step = 1
    top.changed()
    top.do("mexico", "consent", target=number_ref(0))
    assert top.state.piece_area[satellite] == -3
    assert top.state.piece_watch[satellite] == -1
