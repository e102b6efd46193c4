"""Looking ahead: other places for the same thing, judged by what gets through in FLOW."""

import pytest
from small_world import US, piece_view, plain_context, route_view, small_campaign, small_view

from game.bots import context_of, lookahead, make_player, next_seat
from game.bots.lookahead import FLOWS, MOST, LookaheadPlayer
from game.content.loader import load_campaign
from game.model.actions import Action
from game.model.ids import NO_CARD, SeatMask, piece_ref, ref_ix, route_ref
from game.resources import campaigns_dir
from game.rules.engine import Game
from game.rules.tables import tables_for

STANCE = {
    "id": "only",
    "title": "Only",
    "operational": [{"do": "watch", "target": ["flow-high"], "why": "busiest"}],
    "tactical": [{"do": "surge", "why": "all"}, {"do": "hold", "why": "wait"}],
}
BOT = {"id": "tester", "title": "Tester", "seats": ["us"], "summary": "A bot.", "stances": [STANCE]}
ROUTES = tuple(route_view(ix, ghost=flow) for ix, flow in enumerate([0, 4, 3, 2, 0, 0]))


@pytest.fixture
def player(monkeypatch):
    """A player that believes the higher a route's place, the less gets through."""
    found = make_player(tables_for(small_campaign([BOT])), "tester-ahead", US)
    assert isinstance(found, LookaheadPlayer)
    tried = []

    def passed(self, position, action, context):
        tried.append((position, ref_ix(action.other)))
        return -ref_ix(action.other)

    monkeypatch.setattr(LookaheadPlayer, "_passed", passed)
    return found, tried


def watches(*routes):
    return [Action(US, "watch", NO_CARD, piece_ref(0), route_ref(route)) for route in routes]


def test_the_place_where_least_gets_through_is_chosen(player):
    one, tried = player
    view = small_view(US, routes=ROUTES, pieces=(piece_view(0, 0, US, 3),))
    context = plain_context(sample=lambda salt: salt)
    choice = one.choose(view, [*watches(1, 2, 3), Action(US, "done")], context)
    assert (choice.action, choice.why) == (watches(3)[0], "busiest")
    assert {place for _, place in tried} == {1, 2, 3}
    assert {position for position, _ in tried} == set(range(FLOWS))


def test_the_most_promising_are_tried_and_no_more_than_so_many(player, monkeypatch):
    one, tried = player
    monkeypatch.setattr(lookahead, "MOST", 2)
    view = small_view(US, routes=ROUTES, pieces=(piece_view(0, 0, US, 3),))
    one.choose(view, watches(1, 3, 2), plain_context(sample=lambda salt: salt))
    assert {place for _, place in tried} == {1, 2}
    assert MOST > 2


def test_nothing_is_tried_where_flow_has_no_answer_or_nothing_can_be_sampled(player):
    one, tried = player
    pieces = (piece_view(0, 0, US, 3),)
    context = plain_context(sample=lambda salt: salt)
    hold = [Action(US, "hold"), Action(US, "pass")]
    assert one.choose(small_view(US, phase="tactical"), hold, context).why == "wait"
    view = small_view(US, routes=ROUTES, pieces=pieces)
    assert one.choose(view, watches(1, 2), plain_context()).action == watches(1)[0]
    assert one.choose(view, watches(1), context).action == watches(1)[0]
    assert not tried


def test_what_gets_through_is_counted_in_a_real_flow():
    campaign = load_campaign(campaigns_dir() / "first-light")
    game = Game.start(campaign, (), 3)
    us = campaign.seat_ix["us"]
    player = make_player(game.tables, "balanced-ahead", us)
    while game.state.phase != "operational" or game.to_move != (us,):
        seat = next_seat(game)
        legal = game.legal_actions(seat)
        plain = make_player(game.tables, campaign.seats[seat].bot, seat)
        view = game.view_for(SeatMask(1 << seat))
        game.apply(plain.choose(view, legal, context_of(game, seat)).action)
    context = context_of(game, us)
    before = game.state.snapshot()
    position = context.sample(1)
    for action in game.legal_actions(us)[:5]:
        passed = player._passed(position, action, context)
        assert 0 < passed <= 5 * 12
    assert game.state == before
