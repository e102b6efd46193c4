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
