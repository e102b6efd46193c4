"""RULES B1: the questions of the tutorial."""

import pytest

from game.model.events import ProbeAnswered
from game.model.ids import option_ref, ref_ix
from game.model.state import OPENED
from game.rules import flow, probes
from game.rules.coverage import coverage
from game.rules.probes import stop_chances
from tests.rules.tabletop import Tabletop


@pytest.mark.parametrize("detect", range(1, 7))
@pytest.mark.parametrize("endgame", range(1, 7))
def test_three_different_answers_of_which_one_is_right(detect: int, endgame: int):
    right, options = stop_chances(detect, endgame)
    assert right == round(100 * detect * endgame / 36)
    assert len(set(options)) == 3
    assert list(options) == sorted(options)
    assert options.count(right) == 1
    assert all(0 <= one <= 100 for one in options)


def test_people_are_asked_and_told_whether_they_were_right():
    top = Tabletop(persons=("us",))
    while not (top.state.pending and top.state.pending[-1].kind == "odds-probe"):
        top.game.apply(top.game.legal_actions()[-1])
    asked = top.state.pending[-1]
    cover = coverage(top.tables, top.state, top.seat("us"))[ref_ix(asked.target)]
    truth, options = stop_chances(cover.detect, cover.endgame)
    assert asked.options == options
    wrong = next(ix for ix, one in enumerate(asked.options) if one != truth)
    happened = top.do("us", "answer", target=option_ref(wrong))
    answered = next(e for e in happened if isinstance(e, ProbeAnswered) and e.probe == "odds")
    assert (answered.right, answered.answer) == (False, asked.options[wrong])


def asked_for(top: Tabletop, kind: str):
    """Play on until a question of this kind is asked."""
    while not (top.state.pending and top.state.pending[-1].kind == kind):
        top.game.apply(top.game.legal_actions()[-1])
    return top.state.pending[-1]


def test_no_view_of_the_odds_question_holds_its_answer():
    top = Tabletop(persons=("us",))
    asked = asked_for(top, "odds-probe")
    assert asked.value == 0
    for mask in (1 << top.seat("us"), top.tables.nadc_mask, 0):
        pending = top.game.view_for(mask).pending
        assert pending is not None
        assert (pending.value, pending.agreed, pending.other) == (0, 0, -1)


def test_the_growth_question_offers_only_routes_that_the_seat_knows():
    top = Tabletop(persons=("us", "cartel"))
    secret, shown = top.route("hill-trail"), top.route("coastal-hop")
    for route in (secret, shown):
        top.state.open[route] = OPENED
    top.state.route_known[shown] = top.tables.nadc_mask
    top.state.quarter = 2
    top.changed()
    for seat, knows in (("us", {shown}), ("cartel", {secret, shown})):
        probes._ask_growth(top.table, top.seat(seat))
        options = set(top.state.pending.pop().options)
        assert options & {secret, shown} == knows
        assert all(top.state.open[route] for route in options)


def test_growth_is_judged_among_the_routes_that_a_seat_could_name():
    top = Tabletop(persons=("us", "cartel"))
    secret, guess = top.route("hill-trail"), top.route("nogales")
    top.state.open[secret] = OPENED
    top.state.guesses[top.seat("us")] = top.state.guesses[top.seat("cartel")] = guess
    named = probes.named(top.table)
    top.state.flow[secret], top.state.flow[guess] = 5, 3
    probes.judge_growth(top.table, named)
    answers = [e for e in top.game.journal if isinstance(e, ProbeAnswered)]
    right = {top.campaign.seats[e.seat].id: (e.right, e.detail) for e in answers}
    assert right == {"us": (True, (guess,)), "cartel": (False, (secret,))}
    seen = {e.seat: e.seen for e in answers}
    assert seen[top.seat("cartel")] == 1 << top.seat("cartel")
    assert seen[top.seat("us")] & top.tables.nadc_mask == top.tables.nadc_mask


def test_a_route_found_in_flow_is_no_answer_that_could_have_been_given():
    top = Tabletop(persons=("us",))
    top.until("tactical")
    secret = top.route("hill-trail")
    top.state.open[secret] = OPENED
    top.state.guesses[top.seat("us")] = top.route("nogales")
    named = probes.named(top.table)
    flow.run(top.table)
    top.state.route_known[secret] = top.tables.nadc_mask
    top.state.flow[secret] = 99
    probes.judge_growth(top.table, named)
    answered = next(e for e in top.game.journal if isinstance(e, ProbeAnswered))
    assert secret not in answered.detail
