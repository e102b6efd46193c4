"""NADC_OPERATIONAL: deployments, moves, watches and Rotating (RULES 2, 5, 6)."""

from itertools import combinations

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events import PieceMoved, RotationSet, SeatMarked, WatchChanged
from game.model.ids import (
    NO_CARD,
    NO_ROUTE,
    AreaIx,
    CardIx,
    PieceIx,
    RouteIx,
    SeatIx,
    SeatMask,
    kind_ref,
    option_ref,
    ref_ix,
)
from game.model.state import ALOFT, SET
from game.rules import deployments, pieces
from game.rules.law import (
    Reason,
    may_stand,
    may_watch,
    pay_penalty,
    unit_places,
    watch_choices,
)
from game.rules.playable import card_reason
from game.rules.proposals import propose
from game.rules.table import Table
from game.rules.targets import aimed


def legal(table: Table, seat: SeatIx) -> list[Action]:
    """What a seat may do on its turn of NADC_OPERATIONAL."""
    found = _deployments(table, seat)
    watches: list[Action] = []
    rotations: list[Action] = []
    moves: list[Action] = []
    can_move = move_price(table, seat) <= table.state.budget[seat]
    where: dict[int, int] = {}
    for piece in _free_units(table, seat):
        _orders(table, seat, piece, watches, rotations)
        if can_move and table.state.piece_area[piece] >= 0:
            kind = table.tables.piece_kind[piece]
            if kind not in where:
                where[kind] = unit_places(table, kind, seat)
            moves += _moves(table, seat, piece, where[kind])
    return [*found, *watches, *rotations, *moves, table.tables.menu.plain(seat, "done")]


def has_choice(table: Table, seat: SeatIx) -> bool:
    """Whether a seat can surely do more than end its turn."""
    tables, state = table.tables, table.state
    if table.presence.watched_fully():
        return False
    for piece in tables.seat_pieces[seat]:
        area = state.piece_area[piece]
        if area < 0 or state.piece_marks[piece] & SET:
            continue
        # of three routes a unit watches two at most, so it can be told to watch another
        if len(tables.watch_routes[tables.piece_kind[piece]][area]) > 2:
            return True
    return False


def _free_units(table: Table, seat: SeatIx) -> list[PieceIx]:
    """A seat's units that may still be given an order this quarter."""
    marks, places = table.state.piece_marks, table.state.piece_area
    return [
        piece
        for piece in table.tables.seat_pieces[seat]
        if not marks[piece] & SET and (places[piece] >= 0 or places[piece] == ALOFT)
    ]


def _deployments(table: Table, seat: SeatIx) -> list[Action]:
    """The cards that a seat may deploy, and the kinds of unit that Reinforce may put down."""
    if table.state.deployments[seat] >= table.rules.limits.deployments:
        return []
    found: list[Action] = []
    for card in table.tables.operational[seat]:
        if card_reason(table, seat, card) is None:
            found += _deploys(table, seat, card)
    return found + [
        Action(seat, "reinforce", NO_CARD, kind_ref(kind)) for kind in _reinforcements(table, seat)
    ]


def _deploys(table: Table, seat: SeatIx, card: CardIx) -> list[Action]:
    """A card that puts a unit down asks where in a question; another is aimed at once."""
    if table.tables.cards[card].puts_down:
        return [table.tables.menu.plain(seat, "deploy", card)]
    return aimed(table, seat, card, "deploy")


def _orders(
    table: Table, seat: SeatIx, piece: PieceIx, watches: list[Action], rotations: list[Action]
) -> None:
    tables, state = table.tables, table.state
    routes = watch_choices(table, piece)
    if not routes:
        return
    row = tables.menu.to_routes(seat, "watch", piece)
    first, second = state.piece_watch[piece], state.piece_watch2[piece]
    watches += [row[route] for route in routes if route not in (first, second)]
    if len(routes) >= table.rules.limits.rotating_least and tables.kind_of(piece).watches == 1:
        rotations.append(tables.menu.pieces(seat, "rotate")[piece])


def _moves(table: Table, seat: SeatIx, piece: PieceIx, places: int) -> list[Action]:
    row = table.tables.menu.to_areas(seat, "move", piece)
    near = table.tables.near[table.state.piece_area[piece]]
    return [row[area] for area in near if places >> area & 1]


def move_price(table: Table, seat: SeatIx) -> int:
    """What the next move costs: the first is free (RULES 5)."""
    free = table.state.moves[seat] < table.rules.limits.free_moves
    return 0 if free else table.rules.money.extra_move


def _reinforcements(table: Table, seat: SeatIx) -> list[int]:
    """Kinds of law-enforcement unit that Reinforce could put down (RULES 6)."""
    if reinforce_reason(table, seat) is not None:
        return []
    return [
        kind
        for kind in table.tables.reinforced_by[seat]
        if pieces.in_pool(table.tables, table.state, seat, kind) is not None
        and deployments.reinforce_places(table, seat, kind)
    ]


def reinforce_reason(table: Table, seat: SeatIx) -> Reason | None:
    """Why a seat cannot Reinforce; None if it may, with units left."""
    limits, money = table.rules.limits, table.rules.money
    if table.state.deployments[seat] >= limits.deployments:
        return Reason("no-deployment", {"most": limits.deployments})
    if table.state.budget[seat] < money.reinforce_budget:
        has = table.state.budget[seat]
        return Reason("needs-budget", {"needed": money.reinforce_budget, "has": has})
    return None


# --- carrying out


def perform(table: Table, action: Action) -> None:
    """Carry out an action of NADC_OPERATIONAL."""
    _PERFORM[action.verb](table, action)


def _deploy(table: Table, action: Action) -> None:
    propose(table, action.seat, action.card, action.target, action.other)


def _reinforce(table: Table, action: Action) -> None:
    seat = action.seat
    table.money(seat, "budget", -table.rules.money.reinforce_budget)
    deployments.count_deployment(table, seat)
    deployments.ask_place(table, seat, NO_CARD, ref_ix(action.target), seat)


def _watch(table: Table, action: Action) -> None:
    piece, route = PieceIx(ref_ix(action.target)), RouteIx(ref_ix(action.other))
    pay_penalty(table, may_watch(table, piece, route))
    table.emit(WatchChanged(piece, route, NO_ROUTE, cause=table.cause))
    if table.tables.kind_of(piece).watches == 2:
        deployments.ask_watch_of(table, action.seat, piece, 2)


def _rotate(table: Table, action: Action) -> None:
    limits = table.rules.limits
    routes = watch_choices(table, PieceIx(ref_ix(action.target)))
    sets = tuple(
        sum(1 << route for route in some)
        for size in range(limits.rotating_least, limits.rotating_most + 1)
        for some in combinations(routes, size)
    )
    waiting = SeatMask(1 << action.seat)
    table.ask(
        Decision("rotate", waiting, action.seat, target=action.target, options=sets),
        seen=table.tables.nadc_mask,
    )


def legal_rotate(table: Table, decision: Decision) -> list[Action]:
    """The sets of routes among which a unit may rotate."""
    return [
        Action(decision.seat, "routes", NO_CARD, option_ref(ix))
        for ix in range(len(decision.options))
    ]


def answer_rotate(table: Table, decision: Decision, action: Action) -> None:
    """A unit rotates among routes; Red does not learn which."""
    table.close()
    piece = PieceIx(ref_ix(decision.target))
    routes = decision.options[ref_ix(action.target)]
    seen = table.tables.nadc_mask
    table.emit(RotationSet(piece, routes, cause=table.cause, seen=seen))


def _move(table: Table, action: Action) -> None:
    seat, piece = action.seat, PieceIx(ref_ix(action.target))
    area = AreaIx(ref_ix(action.other))
    price = move_price(table, seat)
    kind = table.tables.piece_kind[piece]
    pay_penalty(table, may_stand(table, kind, seat, area))
    table.money(seat, "budget", -price)
    table.emit(SeatMarked(seat, "moves", table.state.moves[seat] + 1, cause=table.cause))
    before = AreaIx(table.state.piece_area[piece])
    table.emit(PieceMoved(piece, before, area, cause=table.cause))
    if table.tables.kinds[kind].watches:
        deployments.ask_watch(table, piece)


_PERFORM = {
    "deploy": _deploy,
    "reinforce": _reinforce,
    "watch": _watch,
    "rotate": _rotate,
    "move": _move,
}
