"""TACTICAL: what a seat may do, sealed turns, prosecution (RULES 6, 7, 12)."""

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events import ActionTaken, PieceRemoved, ReactionOrdered, SealOpened, TurnEnded
from game.model.ids import (
    ALL_SEATS,
    NO_CARD,
    AreaIx,
    CardIx,
    PieceIx,
    RouteIx,
    SeatIx,
    SeatMask,
    option_ref,
    ref_ix,
    window_ref,
)
from game.model.state import CASED, EXPOSED, FOUND, IN_POOL, RAIDED
from game.rules import basic_actions, pieces, reactions
from game.rules.cards import is_public
from game.rules.knowledge import knows_raid, sees_piece, shares
from game.rules.law import allowed, may_surveil
from game.rules.menu import Row
from game.rules.playable import card_reason
from game.rules.reactions import BEFORE_TEST, WINDOWS
from game.rules.table import Table
from game.rules.tables import CASES, CONSENT
from game.rules.targets import aimed, has_law

_GOV, _MOLE = option_ref(0), option_ref(1)
"""What a Bribe is for."""
_HINDER, _HELP = option_ref(0), option_ref(1)
"""What a Respond does: to the other side's Tests, or to a partner's."""


def legal(table: Table, seat: SeatIx) -> list[Action]:
    """What a seat may do on its tactical turn, sorted."""
    menu = table.tables.menu
    found = _cards(table, seat)
    found += _nadc(table, seat) if table.tables.is_nadc(seat) else _red(table, seat)
    if not table.state.ready[seat]:
        found.append(menu.plain(seat, "hold"))
    if table.rules.reactions:
        found += _orders(table, seat)
    found.append(menu.plain(seat, "pass"))
    return found


def has_choice(table: Table, seat: SeatIx) -> bool:
    """Whether a seat can surely do more than pass: it may Hold."""
    return not table.state.ready[seat]


def _cards(table: Table, seat: SeatIx) -> list[Action]:
    found: list[Action] = []
    for card in map(CardIx, sorted(set(table.state.hands[seat]))):
        if card_reason(table, seat, card) is None:
            found += aimed(table, seat, card, "play")
    return found


def _nadc(table: Table, seat: SeatIx) -> list[Action]:
    menu = table.tables.menu
    routes, pieces_ = menu.routes(seat, "case"), menu.pieces(seat, "case")
    raid, surge = menu.pieces(seat, "raid"), menu.routes(seat, "surge")
    return [
        *_surveils(table, seat),
        *(surge[route] for route in _surges(table, seat)),
        *(raid[piece] for piece in _raids(table, seat)),
        # references to routes sort before those to pieces, as the list must
        *(routes[route] for route in _markers(table, seat)),
        *(pieces_[piece] for piece in _evidence(table, seat)),
    ]


def _surveils(table: Table, seat: SeatIx) -> Row:
    """Surveil wherever Consent allows it; that hangs on nothing but the level (K1)."""
    key = ("surveil", seat, table.state.tracks[CONSENT])
    return table.tables.menu.once(key, lambda: _list_surveils(table, seat))


def _list_surveils(table: Table, seat: SeatIx) -> Row:
    tables = table.tables
    areas, routes = tables.menu.areas(seat, "surveil"), tables.menu.routes(seat, "surveil")
    open_areas = [area for area in tables.every_area if _may_surveil(table, seat, area)]
    return (
        *(areas[area] for area in open_areas),
        *(
            routes[route]
            for route in tables.watchable
            if tables.route_from[route] in open_areas or tables.route_to[route] in open_areas
        ),
    )


def _may_surveil(table: Table, seat: SeatIx, area: AreaIx) -> bool:
    return allowed(table, may_surveil(table.tables, table.state, seat, area))


def _surges(table: Table, seat: SeatIx) -> list[RouteIx]:
    """Routes that an own law-enforcement unit watches (K2)."""
    tables, state = table.tables, table.state
    routes = {
        state.piece_watch[piece]
        for piece in tables.seat_pieces[seat]
        if state.piece_watch[piece] >= 0 and not state.piece_rotation[piece] and tables.law[piece]
    }
    return [RouteIx(route) for route in sorted(routes) if not state.surged[route]]


def _raids(table: Table, seat: SeatIx) -> list[PieceIx]:
    """Exposed pieces where the seat has a law-enforcement unit and jurisdiction (K3)."""
    tables, state = table.tables, table.state
    return [
        piece
        for piece in tables.red_pieces
        if state.piece_marks[piece] & EXPOSED
        and state.piece_area[piece] >= 0
        and sees_piece(tables, state, seat, piece)
        and has_law(table, seat, AreaIx(state.piece_area[piece]))
    ]


def _markers(table: Table, seat: SeatIx) -> list[RouteIx]:
    """Routes with a seizure in the last FLOW on which no case was built, where a unit of the
    seat watches, or that partners share (K4)."""
    tables, state = table.tables, table.state
    routes = [RouteIx(ix) for ix, count in enumerate(state.marker) if count]
    if not routes or shares(tables, state):
        return routes
    own = 0
    for piece in tables.seat_pieces[seat]:
        own |= state.piece_rotation[piece]
        for watched in (state.piece_watch[piece], state.piece_watch2[piece]):
            own |= 1 << watched if watched >= 0 else 0
    return [route for route in routes if own >> route & 1]


def _evidence(table: Table, seat: SeatIx) -> list[PieceIx]:
    """Pieces exposed or raided this quarter on which no case was built (K4)."""
    tables, state = table.tables, table.state
    found = []
    for piece in tables.red_pieces:
        marks = state.piece_marks[piece]
        if marks & CASED or not marks & (FOUND | RAIDED):
            continue
        exposed = state.piece_area[piece] >= 0 and sees_piece(tables, state, seat, piece)
        if exposed or knows_raid(tables, state, seat, piece):
            found.append(piece)
    return found


def _red(table: Table, seat: SeatIx) -> list[Action]:
    tables, state = table.tables, table.state
    reach = tables.areas_in(table.presence.reach(seat) & tables.governed_mask)
    found: list[Action] = []
    if state.cash[seat] >= table.rules.tests.bribe_cash:
        found += _bribes(table, seat, reach)
    row = tables.menu.areas(seat, "intimidate")
    found += [row[area] for area in reach]
    found += _relocations(table, seat)
    return found


def _bribes(table: Table, seat: SeatIx, reach: list[AreaIx]) -> list[Action]:
    """Bribes that lower governance or place a mole, area by area."""
    menu, gov = table.tables.menu, table.state.gov
    for_gov = menu.areas(seat, "bribe", NO_CARD, _GOV)
    for_mole = menu.areas(seat, "bribe", NO_CARD, _MOLE)
    moles = _mole_places(table, seat)
    found: list[Action] = []
    for area in reach:
        if gov[area] > -2:
            found.append(for_gov[area])
        if moles >> area & 1:
            found.append(for_mole[area])
    return found


def _mole_places(table: Table, seat: SeatIx) -> int:
    kind = basic_actions.mole_kind(table, seat)
    if kind < 0 or pieces.in_pool(table.tables, table.state, seat, kind) is None:
        return 0
    return pieces.red_places(table, kind, seat)


def _relocations(table: Table, seat: SeatIx) -> list[Action]:
    tables, places = table.tables, table.state.piece_area
    where: dict[int, int] = {}
    found: list[Action] = []
    for piece in tables.seat_pieces[seat]:
        area, kind = places[piece], tables.piece_kind[piece]
        if area < 0:
            continue
        mask = where.get(kind)
        if mask is None:
            mask = where[kind] = pieces.red_moves(table, kind, seat)
        row = tables.menu.to_areas(seat, "relocate", piece)
        found += [row[other] for other in tables.near[area] if mask >> other & 1]
    return found


def _orders(table: Table, seat: SeatIx) -> list[Action]:
    """Standing reactions that a seat may set; setting one does not end its turn."""
    windows = {order.window for order in table.state.orders[seat]}
    found = []
    if BEFORE_TEST not in windows:
        window = window_ref(BEFORE_TEST)
        found.append(Action(seat, "order", NO_CARD, window, _HINDER))
        if reactions.has_partner(table, seat):
            found.append(Action(seat, "order", NO_CARD, window, _HELP))
    for card in map(CardIx, sorted(set(table.state.hands[seat]))):
        reaction = table.campaign.cards[card].reaction
        if reaction is not None and WINDOWS.index(reaction.window) not in windows:
            window = window_ref(WINDOWS.index(reaction.window))
            found.append(Action(seat, "order", card, window))
    return found


# --- carrying out


def perform(table: Table, action: Action) -> None:
    """Carry out a tactical action; all but a standing order end the turn."""
    if action.verb == "order":
        seen = table.private(action.seat)
        helps = action.other == _HELP
        order = reactions.order_of(table, ref_ix(action.target), action.card, helps=helps)
        table.emit(ReactionOrdered(action.seat, order, cause=table.cause, seen=seen))
        return
    table.emit(TurnEnded(action.seat, cause=table.cause))
    basic_actions.PERFORM[action.verb](table, action)


def open_sealed(table: Table, seat: SeatIx) -> bool:
    """Carry out a sealed turn, if there is one: its order, else its fallback, else nothing."""
    if not table.state.sealed[seat]:
        return False
    sealed = table.state.sealed[seat][0]
    seen = table.private(seat)
    table.emit(SealOpened(seat, cause=table.cause, seen=seen))
    possible = legal(table, seat)
    action = next(
        (a for a in (sealed.order, sealed.fallback) if a is not None and a in possible),
        Action(seat, "pass"),
    )
    table.cause = table.emit(
        ActionTaken(action, cause=table.cause, seen=action_seen(table, action))
    )
    perform(table, action)
    return True


def action_seen(table: Table, action: Action) -> SeatMask:
    """The seats that see a tactical action itself (what it brings may be hidden).

    A standing reaction is its seat's own secret on either side (RULES 12).
    """
    hidden = action.verb == "order"
    if table.tables.is_red(action.seat):
        hidden = (
            hidden
            or action.verb == "relocate"
            or (action.verb == "play" and not is_public(table, action.card))
        )
    return table.private(action.seat) if hidden else ALL_SEATS


def legal_prosecute(table: Table, decision: Decision) -> list[Action]:
    """Spend a Case, or not."""
    return [
        Action(decision.seat, "prosecute", NO_CARD, decision.target),
        Action(decision.seat, "pass"),
    ]


def answer_prosecute(table: Table, decision: Decision, action: Action) -> None:
    """A removed piece leaves the game for a Case (RULES 7)."""
    table.close()
    piece = PieceIx(ref_ix(decision.target))
    if action.verb == "prosecute" and table.state.piece_area[piece] == IN_POOL:
        table.track(CASES, -table.rules.tests.prosecute_cases)
        table.emit(PieceRemoved(piece, IN_POOL, True, cause=table.cause))
