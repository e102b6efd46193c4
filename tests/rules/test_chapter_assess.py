"""RULES 5 (8), 14: ASSESS and the ending."""

from game.model.events import AreaGoverned, MoneyChanged
from game.model.ids import area_ref, number_ref, option_ref
from game.rules import assess, scores, victory
from tests.rules.tabletop import Tabletop


def at_govern() -> Tabletop:
    top = Tabletop()
    for _ in range(300):
        if top.state.phase == "assess" and not top.state.pending:
            break
        top.game.apply(top.game.legal_actions()[-1])
    assert top.game.to_move == (top.seat("mexico"),)
    return top


def test_partners_pay_for_a_govern_when_they_agree():
    top = at_govern()
    top.state.budget[top.seat("mexico")] = 1
    top.state.budget[top.seat("us")] = 2
    top.changed()
    top.do("mexico", "govern", target=area_ref(top.area("mx-central")), other=number_ref(0))
    options = top.state.pending[-1].options
    assert options == (1 << 4 * top.seat("mexico") | 2 << 4 * top.seat("us"),)
    top.do("mexico", "split", target=option_ref(0))
    assert top.state.budget[top.seat("us")] == 2
    happened = top.do("us", "agree")
    paid = {e.seat: e.before - e.after for e in happened[:6] if isinstance(e, MoneyChanged)}
    assert paid == {top.seat("us"): 2, top.seat("mexico"): 1}
    assert any(isinstance(e, AreaGoverned) for e in happened)


def test_changing_the_split_clears_who_agreed():
    top = at_govern()
    top.state.budget[top.seat("mexico")] = 3
    top.state.budget[top.seat("us")] = 3
    top.changed()
    top.do("mexico", "govern", target=area_ref(top.area("mx-central")), other=number_ref(0))
    options = top.state.pending[-1].options
    us = top.seat("us")
    shared = next(i for i, p in enumerate(options) if assess.share_of(p, us) == 1)
    other = next(i for i, p in enumerate(options) if assess.share_of(p, us) == 2)
    top.do("mexico", "split", target=option_ref(shared))
    top.do("mexico", "split", target=option_ref(other))
    assert top.state.pending[-1].waiting == 1 << us
    assert top.state.governed_areas == 0


def test_a_seat_governs_once_a_quarter():
    top = at_govern()
    top.state.budget[top.seat("mexico")] = 9
    top.changed()
    top.do("mexico", "govern", target=area_ref(top.area("mx-central")), other=number_ref(0))
    top.do("mexico", "split", target=option_ref(0))
    assert top.state.phase != "assess" or top.game.to_move != (top.seat("mexico"),)


def test_governance_score_is_population_times_governance():
    top = Tabletop()
    assert scores.gov_score(top.tables, top.state) == -6


def test_reach_is_population_in_penetrated_areas():
    top = Tabletop()
    assert scores.reach(top.tables, top.state) == 6


def test_violence_three_may_lower_governance_and_good_governance_calms():
    lowered = 0
    for seed in range(40):
        top = Tabletop(seed=seed)
        area = top.area("mx-central")
        top.state.violence[area] = 3
        assess.violence_and_gov(top.table)
        lowered += top.state.gov[area] == -1
    assert 5 <= lowered <= 25
    top = Tabletop()
    area = top.area("mx-central")
    top.state.gov[area], top.state.violence[area] = 1, 2
    assess.violence_and_gov(top.table)
    assert top.state.violence[area] == 1


def test_sovereignty_follows_consent():
    for level, change in ((0, 1), (1, 0), (2, -1), (3, -1)):
        top = Tabletop()
        top.set_track("consent", level)
        top.set_track("sovereignty", 4)
        assess.coalition(top.table)
        assert top.track("sovereignty") == 4 + change
    top = Tabletop()
    top.set_track("consent", 0)
    assess.coalition(top.table)
    assert top.track("sovereignty") == 6, "never above its start"


def test_capital_grows_while_legitimacy_is_four_or_more():
    top = Tabletop()
    before = top.state.capital[top.seat("us")]
    assess.coalition(top.table)
    assert top.state.capital[top.seat("us")] == before + 1
    top.set_track("legitimacy", 3)
    assess.coalition(top.table)
    assert top.state.capital[top.seat("us")] == before + 1


def test_harm_twenty_or_cohesion_zero_end_the_game_for_the_coalition():
    for track, value in (("harm", 20), ("cohesion", 0)):
        top = Tabletop()
        top.set_track(track, value)
        assert assess.check_end(top.table)
        us = victory.outcomes(top.tables, top.state)[top.seat("us")]
        assert (us.band, us.capped) == (0, "sudden")


def test_a_network_without_cells_labs_and_fronts_is_dismantled():
    top = Tabletop()
    top.clear("cartel")
    top.put("cartel", "gunmen", "mx-north")
    assert assess.check_end(top.table)
    cartel = victory.outcomes(top.tables, top.state)[top.seat("cartel")]
    assert cartel.word == "failure"


def test_bands_and_margins():
    tables = Tabletop().tables
    assert [scores.band_of(tables, m) for m in (-6, -5, -3, -2, 0, 1, 3, 4)] == [
        0,
        1,
        1,
        2,
        2,
        3,
        3,
        4,
    ]
    top = Tabletop()
    top.set_track("harm", 8)
    top.set_track("border", 6)
    us = scores.margin_of(top.tables, top.state, top.seat("us"))
    assert (us.value, us.parts) == (3, (("harm", 2), ("border", 1)))
    cartel = scores.margin_of(top.tables, top.state, top.seat("cartel"))
    assert cartel.value == min(n for _, n in cartel.parts)


def test_the_coalition_floor_caps_every_partner():
    top = Tabletop()
    top.set_track("harm", 5)
    top.set_track("legitimacy", 2)
    us = victory.outcomes(top.tables, top.state)[top.seat("us")]
    assert (us.word, us.capped) == ("setback", "floor")


def test_the_grade_is_never_more_than_one_above_the_worst_partner():
    top = Tabletop()
    top.set_track("harm", 2)
    top.set_track("border", 10)
    assert victory.grade(top.tables, top.state) <= 1 + min(
        o.band for o in victory.outcomes(top.tables, top.state)[:2]
    )


def test_violence_is_checked_and_calmed_in_the_same_assess(dice):
    top = Tabletop()
    area = top.area("mx-central")
    top.state.violence[area], top.state.gov[area] = 3, 1
    dice(6)
    assess.violence_and_gov(top.table)
    assert (top.state.gov[area], top.state.violence[area]) == (1, 2)
    top.state.violence[area], top.state.gov[area] = 3, 1
    dice(1)
    assess.violence_and_gov(top.table)
    assert (top.state.gov[area], top.state.violence[area]) == (0, 3)
    top.state.violence[area], top.state.gov[area] = 3, 2
    assess.violence_and_gov(top.table)
    assert (top.state.gov[area], top.state.violence[area]) == (1, 2)


def test_a_rotating_unit_leaves_the_route_that_was_drawn_for_it():
    top = Tabletop()
    team = next(p for p in top.pieces("us", "border-team") if top.state.piece_area[p] >= 0)
    routes = list(top.tables.watch_here[top.state.piece_area[team]])[:2]
    top.state.piece_rotation[team] = sum(1 << r for r in routes)
    top.state.piece_watch[team] = -1
    top.changed()
    top.until("flow") if top.state.phase == "flow" else top.until("tactical")
    while top.state.phase == "tactical":
        top.game.apply(top.game.legal_actions()[-1])
    assert top.state.piece_watch[team] in routes
    while top.state.phase == "assess":
        top.game.apply(top.game.legal_actions()[-1])
    assert top.state.piece_watch[team] == -1
    assert top.state.piece_rotation[team], "it goes on rotating"
