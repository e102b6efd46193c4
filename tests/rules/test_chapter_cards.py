"""RULES 6: cards, deployments, upkeep, and what each seat may spend."""

import pytest

from game.model.ids import PieceIx, area_ref, kind_ref, option_ref, piece_ref, route_ref
from game.model.state import KEPT
from game.rules import money
from game.rules.playable import card_reason
from tests.rules.tabletop import Tabletop, changed_campaign


def code(top: Tabletop, seat: str, card: str) -> str | None:
    found = card_reason(top.table, top.seat(seat), top.card(card))
    return None if found is None else found.code


def test_a_strategic_card_starts_next_quarter_and_lasts():
    top = Tabletop()
    top.until("strategic", "us")
    top.do("us", "play", "national-security-priority")
    card = top.card("national-security-priority")
    assert top.state.card_state[card] == 1
    assert code(top, "us", "satellite-tasking") == "card-requires"
    top.until("red-plan")
    top.until("strategic")
    assert top.state.quarter == 2
    assert top.state.card_state[card] == 2
    assert code(top, "us", "national-security-priority") == "card-active"
    assert code(top, "us", "satellite-tasking") is None


def test_national_priority_costs_legitimacy_below_cohesion_six():
    left = []
    for verb, card in (("play", "national-security-priority"), ("pass", "")):
        top = Tabletop()
        top.until("strategic", "us")
        top.do("us", verb, card)
        top.until("red-plan")
        left.append(top.track("legitimacy"))
    assert left[0] == left[1] - 1


def test_one_strategic_card_a_quarter():
    top = Tabletop()
    top.until("strategic", "us")
    top.do("us", "play", "national-security-priority")
    assert top.game.to_move != (top.seat("us"),)


def test_a_consent_card_is_paid_by_each_once_all_agree():
    top = Tabletop()
    top.until("strategic", "us")
    before = list(top.state.budget)
    top.do("us", "play", "law-enforcement-compact")
    assert top.game.to_move == (top.seat("us"), top.seat("mexico"))
    assert top.state.budget == before
    cohesion = top.track("cohesion")
    top.do("mexico", "agree", "law-enforcement-compact")
    assert top.state.budget[top.seat("us")] == before[top.seat("us")] - 1
    assert top.state.budget[top.seat("mexico")] == before[top.seat("mexico")] - 1
    assert top.track("cohesion") == cohesion + 1


def test_a_refusal_costs_nothing_and_holds_for_the_quarter():
    top = Tabletop()
    top.until("strategic", "us")
    before = list(top.state.budget)
    top.do("us", "play", "law-enforcement-compact")
    top.do("mexico", "refuse", "law-enforcement-compact")
    assert top.state.budget == before
    assert top.game.to_move == (top.seat("us"),)
    assert code(top, "us", "law-enforcement-compact") == "card-refused"


def test_consent_cards_cost_more_capital_at_low_cohesion():
    top = Tabletop()
    top.set_track("cohesion", 3)
    top.until("strategic", "us")
    before = top.state.capital[top.seat("us")]
    top.do("us", "play", "law-enforcement-compact")
    top.do("mexico", "agree", "law-enforcement-compact")
    assert top.state.capital[top.seat("us")] == before - 2


def test_repealing_a_consent_card_costs_cohesion_and_makes_it_dearer():
    top = Tabletop()
    top.until("strategic", "us")
    top.do("us", "play", "law-enforcement-compact")
    top.do("mexico", "agree", "law-enforcement-compact")
    top.until("strategic", "us")
    cohesion = top.track("cohesion")
    top.do("us", "repeal", "law-enforcement-compact")
    assert top.track("cohesion") == cohesion - 1
    assert top.state.card_surcharge[top.card("law-enforcement-compact")] == 1


def test_a_deployment_asks_where_and_what_to_watch():
    top = Tabletop()
    top.until("operational", "us")
    budget = top.state.budget[top.seat("us")]
    top.do("us", "deploy", "uas-orbit")
    assert top.state.pending[-1].kind == "place"
    top.do("us", "place", target=area_ref(top.area("california-border")))
    decision = top.state.pending[-1]
    assert decision.kind == "watch"
    top.do("us", "watch", target=decision.target, other=route_ref(top.route("san-ysidro")))
    piece = decision.target & 0xFFFF
    assert top.state.piece_area[piece] == top.area("california-border")
    assert top.state.piece_watch[piece] == top.route("san-ysidro")
    assert top.state.budget[top.seat("us")] == budget - 2


def test_two_deployments_a_quarter():
    top = Tabletop()
    top.until("operational", "us")
    top.state.budget[top.seat("us")] = 9
    top.changed()
    for _ in range(2):
        top.do("us", "reinforce", target=kind_ref(top.campaign.kind_ix["border-team"]))
        top.game.apply(top.game.legal_actions()[0])
        top.game.apply(top.game.legal_actions()[-1])
    assert not top.legal("us", "reinforce")
    found = top.game.why_not(top.seat("us"), "reinforce")
    assert found is not None
    assert found.code == "no-deployment"


def test_the_first_move_is_free_and_the_next_costs_one():
    top = Tabletop()
    top.until("operational", "us")
    budget = top.state.budget[top.seat("us")]
    top.game.apply(top.legal("us", "move")[0])
    top.game.apply(top.game.legal_actions()[-1])
    assert top.state.budget[top.seat("us")] == budget
    top.game.apply(top.legal("us", "move")[0])
    assert top.state.budget[top.seat("us")] == budget - 1


def test_a_unit_is_set_to_rotate_among_two_or_three_routes():
    top = Tabletop()
    top.until("operational", "us")
    top.game.apply(top.legal("us", "rotate")[0])
    decision = top.state.pending[-1]
    assert all(2 <= bits.bit_count() <= 3 for bits in decision.options)
    top.do("us", "routes", target=option_ref(0))
    assert top.state.piece_rotation[decision.target & 0xFFFF] == decision.options[0]


def kept_units(top: Tabletop, *units: tuple[str, str], budget: int = 0) -> list[PieceIx]:
    """Units of the United States that owe upkeep, and what it has to pay them with."""
    found = [top.put("us", kind, area) for kind, area in units]
    for piece in found:
        top.state.piece_marks[piece] |= KEPT
    top.state.quarter = max(1, top.state.quarter)
    top.state.budget[top.seat("us")] = budget
    top.changed()
    return found


ORBITS = (("uas-orbit", "california-border"), ("uas-orbit", "desert-sector"))


def test_upkeep_that_cannot_be_paid_sends_a_unit_home_of_the_owners_choice():
    top = Tabletop()
    first, second = kept_units(top, *ORBITS, budget=1)
    money.collect_upkeep(top.table, top.seat("us"))
    top.changed()
    assert top.state.pending[-1].kind == "upkeep"
    top.do("us", "return", target=piece_ref(first))
    assert (top.state.piece_area[first], top.state.budget[top.seat("us")]) == (-1, 0)
    assert top.state.piece_area[second] == top.area("desert-sector")


def test_upkeep_is_not_asked_where_only_one_unit_could_go_home():
    top = Tabletop()
    (piece,) = kept_units(top, ORBITS[0])
    money.collect_upkeep(top.table, top.seat("us"))
    assert top.state.pending == []
    assert top.state.piece_area[piece] == -1


@pytest.mark.parametrize(("other", "asks"), [(ORBITS[1], False), (("advisor", "mx-central"), True)])
def test_upkeep_of_the_last_quarter_is_asked_only_where_a_unit_may_help_to_govern(
    other: tuple[str, str], asks: bool
):
    top = Tabletop(campaign=changed_campaign(pool=("advisor",)))
    top.state.quarter = top.campaign.frame.quarters
    units = kept_units(top, ORBITS[0], other, budget=1)
    money.collect_upkeep(top.table, top.seat("us"))
    assert bool(top.state.pending) == asks
    if not asks:
        assert top.state.budget[top.seat("us")] == 0
        assert sum(top.state.piece_area[piece] >= 0 for piece in units) == 1


def test_a_card_that_would_start_after_the_last_quarter_is_grey():
    top = Tabletop()
    us, card = top.seat("us"), top.card("national-security-priority")
    for quarter, code in ((3, None), (4, "card-too-late")):
        top.turn("strategic", "us")
        top.state.quarter = quarter
        top.state.budget[us] = top.state.capital[us] = 6
        top.changed()
        reason = top.game.why_not(us, "play", card)
        assert (reason.code if reason else None) == code
        assert bool(top.legal("us", "play")) == (quarter < 4)


def test_a_deployment_that_would_come_after_the_last_quarter_is_grey():
    late = {
        "id": "cohort",
        "title": "Cohort",
        "level": "operational",
        "seats": ["us"],
        "summary": "They come later.",
        "delay": 2,
        "effects": [{"do": "deploy", "unit": "uas-orbit"}],
    }
    top = Tabletop(campaign=changed_campaign(cards=(late,)))
    for quarter, grey in ((2, False), (3, True)):
        top.turn("operational", "us")
        top.state.quarter = quarter
        top.changed()
        reason = top.game.why_not(top.seat("us"), "deploy", top.card("cohort"))
        assert (reason is not None and reason.code == "card-too-late") == grey


def test_budget_carries_over_two_at_most():
    top = Tabletop()
    top.until("tactical", "us")
    top.state.budget[top.seat("us")] = 5
    top.changed()
    top.until("red-plan")
    assert top.state.budget[top.seat("us")] <= 7


def test_a_swap_is_offered_only_for_cards_that_cannot_be_played():
    for seed in range(20):
        top = Tabletop(seed=seed)
        if top.state.phase == "situation":
            swaps = [a for a in top.game.legal_actions() if a.verb == "swap"]
            assert swaps
            for action in swaps:
                assert card_reason(top.table, action.seat, action.card) is not None


def test_moving_a_unit_asks_for_a_new_watch():
    top = Tabletop()
    top.until("operational", "us")
    move = top.legal("us", "move")[0]
    top.game.apply(move)
    assert top.state.piece_watch[move.target & 0xFFFF] == -1
    assert top.state.pending[-1].kind == "watch"
    assert piece_ref(move.target & 0xFFFF) == top.state.pending[-1].target
