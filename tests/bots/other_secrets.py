"""The same game as far as one seat can know, with everything that it cannot know changed."""

from copy import deepcopy

from game.model.dice import below, shuffled
from game.model.ids import SeatIx
from game.model.state import DORMANT, OPENED
from game.rules.engine import Game
from game.rules.knowledge import knows_route, sees_piece

_PIECES, _DECKS = 1, 2


def with_other_secrets(game, seat, salt):
    """A game at the same decision whose hidden facts differ."""
    state, tables = deepcopy(game.state), game.tables
    state.seed ^= 0x5EED + salt
    if tables.is_nadc(seat):
        _move_hidden_pieces(tables, state, seat, salt)
        _change_network(tables, state)
        _change_unknown_routes(tables, state, seat)
    else:
        _change_rotations(tables, state)
    state.decks = [shuffled(deck, salt, _DECKS, ix) for ix, deck in enumerate(state.decks)]
    return Game.resume(game.campaign, state, list(game.journal))


def _move_hidden_pieces(tables, state, seat, salt):
    for piece in tables.red_pieces:
        hidden = state.piece_area[piece] >= 0 and not sees_piece(tables, state, seat, piece)
        if hidden or state.piece_area[piece] == -1:
            state.piece_area[piece] = below(len(tables.near), salt, _PIECES, piece)


def _change_network(tables, state):
    for red in tables.red:
        for amounts in (state.cash, state.bank, state.stash):
            amounts[red] += 1 + red
        state.supply_cut[red] += 1
        if state.phase != "red-plan":
            state.plans[red] = [plan for plan in state.plans[red] if plan.shown]
        state.hands[red] = state.hands[red][::-1]


def _change_unknown_routes(tables, state, seat):
    for route, life in enumerate(state.open):
        if life == OPENED and not knows_route(tables, state, SeatIx(seat), route):
            state.open[route] = DORMANT


def _change_rotations(tables, state):
    for piece, routes in enumerate(state.piece_rotation):
        if routes:
            here = tables.watch_here[state.piece_area[piece]]
            state.piece_rotation[piece] = sum(1 << route for route in here[-2:])
