"""A number that only code can change is a defect: the rules read theirs from the campaign."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import game
from game.content.schema.campaign import Margin
from game.content.schema.rules import Modifiers, Rules
from game.model.ids import area_ref, number_ref, route_ref
from game.model.state import EXPOSED
from game.rules import assess, flow, phases, red, scores, strategic
from game.rules.cards import complication
from game.rules.coverage import coverage
from game.rules.knowledge import shares
from game.rules.proposals import may_withdraw
from game.rules.resolution import aim_at, odds, roll
from game.rules.views import band
from tests.rules.tabletop import Tabletop, changed_campaign

_SOURCE = "\n".join(
    path.read_text("utf-8")
    for path in sorted(Path(game.__file__).parent.rglob("*.py"))
    if "schema" not in path.parts
)


def fields_of(model: type[BaseModel]) -> list[str]:
    """The names of a group's numbers, and of those in the groups within it."""
    found = []
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found += fields_of(inner)
        found.append(name)
    return found


@pytest.mark.parametrize("name", sorted({*fields_of(Rules), *fields_of(Margin)}))
def test_every_number_and_switch_of_the_rules_is_read(name: str):
    by_name = name in ("surveil", "raid", "case", "govern", "bribe", "intimidate")
    by_phase = name in ("situation", "red_plan", "strategic", "operational", "red_reveal")
    by_phase = by_phase or name in ("tactical", "review")
    assert by_name or by_phase or re.search(rf"\.{name}\b", _SOURCE)


def table_of(**rules: Any) -> Tabletop:
    """First Light with other numbers, in its first quarter."""
    top = Tabletop(campaign=changed_campaign(rules))
    top.state.quarter = 1
    return top


def mods(top: Tabletop, seat: str, what: str, area: str) -> dict[str, int]:
    """The modifiers of a Test, as its seat knows them."""
    target = area_ref(top.area(area))
    return dict(
        odds(
            top.tables, top.state, aim_at(top.tables, top.state, top.seat(seat), what, target)
        ).mods
    )


@pytest.mark.parametrize("number", [-2, 2])
def test_modifiers_of_tests(number: int):
    values = dict.fromkeys(Modifiers.model_fields, number)
    top = table_of(tests={"modifiers": Modifiers(**values)})
    area = top.area("mx-northwest")
    for piece in top.tables.red_pieces:
        top.expose(piece)
    top.put("cartel", "mole", "mx-northwest")
    top.expose(top.pieces("cartel", "mole")[0])
    top.state.violence[area] = 3
    found = mods(top, "mexico", "raid", "mx-northwest")
    assert (found["mole"], found["gunmen"]) == (number, -number)
    found = mods(top, "mexico", "govern", "mx-northwest")
    assert (found["lab-or-cell"], found["violence"]) == (number, -number)
    assert mods(top, "mexico", "case", "mx-northwest")["legitimacy"] == number
    found = mods(top, "cartel", "intimidate", "mx-northwest")
    assert (found["gunmen"], found["violence"]) == (number, number)
    top.set_track("legitimacy", 1)
    assert mods(top, "mexico", "raid", "mx-northwest")["legitimacy-low"] == number


def test_violence_from_which_threats_are_easier():
    for limit, counts in ((2, True), (3, False)):
        top = table_of(thresholds={"violence_threat": limit})
        top.state.violence[top.area("mx-north")] = 2
        assert ("violence" in mods(top, "cartel", "intimidate", "mx-north")) == counts


def test_what_surge_and_governance_add_and_a_mole_takes():
    top = table_of(tests={"surge": 2}, flow={"gov_cover": 2, "gov_cover_from": 2, "mole_cover": -3})
    top.clear("us", "mexico", "cartel")
    route = top.route("ports-central")
    top.put("mexico", "police-team", "mx-central", "ports-central")
    assert coverage(top.tables, top.state)[route].detect == 1
    top.state.surged[route] = 1
    assert coverage(top.tables, top.state)[route].detect == 3
    top.state.gov[top.area("mx-central")] = 1
    assert coverage(top.tables, top.state)[route].detect == 3
    top.state.gov[top.area("mx-central")] = 2
    assert coverage(top.tables, top.state)[route].detect == 5
    top.put("cartel", "mole", "mx-central")
    assert coverage(top.tables, top.state)[route].detect == 2


def test_steps_of_heat_and_border():
    top = table_of(flow={"heat_step": 3, "border_step": 2})
    top.state.seized[0] = 1
    flow._heat(top.table)
    assert top.state.heat[0] == 3
    top.state.tally = [12, 0, 0, 12, 12]
    border = top.track("border")
    flow._deliver(top.table)
    assert top.track("border") == border - 2


def test_what_surveil_raid_and_case_bring(dice):
    top = table_of(tests={"surveil_clean": 3, "case_clean": 5, "hold_quarters": 4})
    top.turn("tactical", "mexico")
    dice(1)
    top.do("mexico", "surveil", target=area_ref(top.area("mx-northwest")))
    shown = [p for p in top.tables.red_pieces if top.state.piece_marks[p] & EXPOSED]
    assert len(shown) == 3
    top.turn("tactical", "mexico")
    top.state.marker[top.route("nogales")] = 1
    top.changed()
    cases = top.track("cases")
    top.do("mexico", "case", target=route_ref(top.route("nogales")))
    assert top.track("cases") == cases + 5
    top.turn("tactical", "mexico")
    top.do("mexico", "hold")
    assert top.state.ready[top.seat("mexico")] == 4


def test_complications(dice):
    top = table_of(tests={"complication_violence": 2, "complication_legitimacy": -3})
    dice(6)
    for name, area in (("violence", "mx-baja"), ("legitimacy", "us-west")):
        aim = aim_at(top.tables, top.state, top.seat("us"), "surveil", area_ref(top.area(area)))
        before = top.track("legitimacy"), top.state.violence[top.area("mx-baja")]
        complication(top.table, aim, roll(top.table, aim))
        after = top.track("legitimacy"), top.state.violence[top.area("mx-baja")]
        wanted = (before[0], before[1] + 2) if name == "violence" else (before[0] - 3, before[1])
        assert after == wanted


def test_levels_of_fusion():
    at = {"share_fusion": 2, "signal_fusion": 1, "keep_fusion": 1, "sure_fusion": 1}
    top = table_of(thresholds=at)
    top.set_track("fusion", 1)
    assert not shares(top.tables, top.state)
    assert band(top.tables, top.state) == top.campaign.rules.estimate_band
    top.set_track("fusion", 2)
    assert shares(top.tables, top.state)
    assert band(top.tables, top.state) == top.campaign.rules.estimate_band - 1
    piece = top.tables.red_pieces[0]
    top.expose(piece)
    phases._review(top.table)
    assert top.state.piece_marks[piece] & EXPOSED
    top.turn("red-plan", "cartel")
    for area in ("mx-central", "mx-baja", "mx-north"):
        top.do("cartel", "spread", target=area_ref(top.area(area)))
    red.signal(top.table)
    assert sum(plan.shown for plan in top.state.plans[top.seat("cartel")]) == 2


def test_consent_cohesion_and_capital():
    top = table_of(
        consent={"raise_most": 2, "repealed_cohesion": -2},
        money={"capital_gain": 3, "repealed_budget": 2},
        limits={"takebacks": 0},
        thresholds={"cohesion_end": 2, "calm_gov": 2},
    )
    us = top.seat("us")
    top.turn("strategic", "mexico")
    top.state.step = strategic.CONSENT_STEP
    top.set_track("consent", 1)
    assert {a.target for a in top.legal("mexico", "consent")} == {number_ref(n) for n in (0, 2, 3)}
    assert not may_withdraw(top.tables, top.state, us)
    capital = top.state.capital[us]
    assess.coalition(top.table)
    assert top.state.capital[us] == capital + 3
    area = top.area("mx-central")
    for gov, after in ((1, 2), (2, 1)):
        top.state.gov[area], top.state.violence[area] = gov, 2
        assess.violence_and_gov(top.table)
        assert top.state.violence[area] == after
    top.set_track("cohesion", 2)
    assert assess.check_end(top.table)


def test_bands_and_the_sums_of_margins():
    top = table_of(thresholds={"bands": (-9, -8, -7, -6)})
    assert [scores.band_of(top.tables, m) for m in (-10, -9, -7, -6)] == [0, 1, 3, 4]
    changes = {"border": 3, "sovereignty": 2, "gov_step": 1}
    seats = tuple(
        seat.model_copy(update={"margin": seat.margin.model_copy(update=changes)})
        for seat in top.campaign.seats
    )
    other = Tabletop(campaign=changed_campaign(seats=seats))

    def parts(one: Tabletop, seat: str) -> dict[str, int]:
        return dict(scores.margin_of(one.tables, one.state, one.seat(seat)).parts)

    assert parts(other, "us")["border"] == parts(top, "us")["border"] + 2
    assert parts(other, "mexico")["sovereignty"] == parts(top, "mexico")["sovereignty"] + 3
    target = next(seat.margin.gov for seat in seats if seat.id == "mexico")
    short = scores.gov_score(other.tables, other.state) - target
    assert parts(other, "mexico")["governance"] == short
    assert parts(top, "mexico")["governance"] == short // 2


def test_cash_that_is_kept():
    top = table_of(money={"keep_start": 4, "keep_most": 1})
    cartel = top.seat("cartel")
    assert Tabletop(campaign=top.campaign).state.keep[cartel] == 4
    top.until("red-plan", "cartel")
    top.do("cartel", "done")
    assert len(top.game.legal_actions()) == 2
