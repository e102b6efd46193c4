"""RULES B1: the questions of the tutorial."""

import pytest

from game.model.events import ProbeAnswered
from game.model.ids import option_ref, ref_ix
from game.model.state import OPENED
from game.rules import flow, probes
from game.rules.coverage import coverage
from game.rules.probes import stop_chance, stop_chances
from tests.rules.tabletop import Tabletop


@pytest.mark.parametrize("luck", range(3))
@pytest.mark.parametrize("detect", range(1, 7))
@pytest.mark.parametrize("endgame", range(1, 7))
def test_three_different_answers_of_which_one_is_right(detect: int, endgame: int, luck: int):
    right = stop_chance(detect, endgame)
    assert right == round(100 * detect * endgame / 36)
    options = stop_chances(detect, endgame, luck)
    assert len(options) == len(set(options)) == 3
    assert list(options) == sorted(options)
    assert all(0 <= one <= 100 for one in options)
    # nothing is above a sure stop, so that one can only come last
    assert options.index(right) == (2 if detect == endgame == 6 else luck)


@pytest.mark.parametrize(("detect", "endgame"), [(2, 3), (4, 4), (5, 2)])
def test_reading_one_chance_alone_is_among_the_answers_above_the_right_one(
    detect: int, endgame: int
):
    lone = {round(100 * detect / 6), round(100 * endgame / 6)}
    assert lone <= set(stop_chances(detect, endgame, 0))


def test_the_right_answer_stands_in_each_place_about_as_often():
    places = [0, 0, 0]
    for seed in range(60):
        top = Tabletop(persons=("us",), seed=seed)
        asked = asked_for(top, "odds-probe")
        cover = coverage(top.tables, top.state, top.seat("us"))[ref_ix(asked.target)]
        places[asked.options.index(stop_chance(cover.detect, cover.endgame))] += 1
    assert sum(places) == 60
    assert min(places) >= 9, places


def test_where_the_right_answer_stands_does_not_hang_on_what_is_hidden():
    plain, other = Tabletop(persons=("us",), seed=5), Tabletop(persons=("us",), seed=5)
    other.state.open[other.route("hill-trail")] = OPENED
    for seat in range(len(other.state.cash)):
        other.state.cash[seat] += 3
    for top in (plain, other):
        top.changed()
        probes._ask_odds(top.table, top.seat("us"))
    one, two = plain.state.pending[-1], other.state.pending[-1]
    assert one.kind == two.kind == "odds-probe"
    assert one.options == two.options


def test_people_are_asked_and_told_whether_they_were_right():
    top = Tabletop(persons=("us",))
    asked = asked_for(top, "odds-probe")
    cover = coverage(top.tables, top.state, top.seat("us"))[ref_ix(asked.target)]
    truth = stop_chance(cover.detect, cover.endgame)
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
