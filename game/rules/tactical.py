"""TACTICAL: basic actions, tactical cards, Hold, standing reactions (RULES 6, 7, 12)."""

from functools import cache

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events import (
    ActionTaken,
    MarkerUsed,
    MoneyChanged,
    PieceMarked,
    PieceMoved,
    PieceRemoved,
    ReactionOrdered,
    RouteSurged,
    SealOpened,
    TurnEnded,
)
from game.model.ids import (
    ALL_SEATS,
    NO_AREA,
    NO_CARD,
    AreaIx,
    CardIx,
    PieceIx,
    RouteIx,
    SeatIx,
    SeatMask,
    area_ref,
    option_ref,
    piece_ref,
    ref_ix,
    ref_kind,
    route_ref,
    window_ref,
)
from game.model.state import CASED, EXPOSED, FOUND, IN_POOL, RAIDED, Order
from game.rules import pieces
from game.rules.cards import (
    card_reason,
    complication,
    is_public,
    offer_prosecution,
    play_tactical,
)
from game.rules.effects import change_gov, change_violence
from game.rules.knowledge import finders, sees_piece
from game.rules.law import ADVISORS, allowed, may_surveil, pay_penalty
from game.rules.reactions import BEFORE_TEST, WINDOWS
from game.rules.resolution import aim_at, roll
from game.rules.strategic import aimed
from game.rules.table import Table
from game.rules.tables import CASES, Tables
from game.rules.targets import has_law


def legal(table: Table, seat: SeatIx) -> list[Action]:
    """What a seat may do on its tactical turn, sorted."""
    found = _cards(table, seat)
    found += _nadc(table, seat) if table.tables.is_nadc(seat) else _red(table, seat)
    if not table.state.ready[seat]:
        found.append(Action(seat, "hold"))
    found += _orders(table, seat)
    found.append(Action(seat, "pass"))
    return found


def _cards(table: Table, seat: SeatIx) -> list[Action]:
    found: list[Action] = []
    for card in map(CardIx, sorted(set(table.state.hands[seat]))):
        if card_reason(table, seat, card) is None:
            found += aimed(table, seat, card, "play")
    return found


@cache
def _surveil_everywhere(tables: Tables, seat: SeatIx) -> tuple[Action, ...]:
    areas = [area_ref(ix) for ix in range(len(tables.campaign.areas))]
    routes = [route_ref(ix) for ix in tables.watchable]
    return tuple(Action(seat, "surveil", NO_CARD, ref) for ref in (*areas, *routes))


def _nadc(table: Table, seat: SeatIx) -> list[Action]:
    surveil = _surveil_everywhere(table.tables, seat)
    found = [action for action in surveil if _may_surveil(table, seat, action)]
    found += [Action(seat, "surge", NO_CARD, route_ref(r)) for r in _surges(table, seat)]
    found += [Action(seat, "raid", NO_CARD, piece_ref(p)) for p in _raids(table, seat)]
    found += [Action(seat, "case", NO_CARD, route_ref(r)) for r in _markers(table)]
    found += [Action(seat, "case", NO_CARD, piece_ref(p)) for p in _evidence(table, seat)]
    # references to routes sort before those to pieces, as the list must
    return found


def _may_surveil(table: Table, seat: SeatIx, action: Action) -> bool:
    tables, ix = table.tables, ref_ix(action.target)
    if ref_kind(action.target) == "area":
        return allowed(table, may_surveil(tables, table.state, seat, AreaIx(ix)))
    ends = (tables.route_from[ix], tables.route_to[ix])
    return any(allowed(table, may_surveil(tables, table.state, seat, end)) for end in ends)


def _surges(table: Table, seat: SeatIx) -> list[RouteIx]:
    """Routes that an own law-enforcement unit watches (K2)."""
    tables, state = table.tables, table.state
    routes = {
        state.piece_watch[piece]
        for piece in tables.seat_pieces[seat]
        if state.piece_watch[piece] >= 0
        and not state.piece_rotation[piece]
        and tables.is_law(piece)
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


def _markers(table: Table) -> list[RouteIx]:
    """Seizures of the last FLOW on which no case was built (K4)."""
    return [RouteIx(ix) for ix, count in enumerate(table.state.marker) if count > 0]


def _evidence(table: Table, seat: SeatIx) -> list[PieceIx]:
    """Pieces exposed or raided this quarter on which no case was built (K4)."""
    tables, state = table.tables, table.state
    found = []
    for piece in tables.red_pieces:
        marks = state.piece_marks[piece]
        if marks & CASED:
            continue
        exposed = marks & FOUND and state.piece_area[piece] >= 0
        if marks & RAIDED or (exposed and sees_piece(tables, state, seat, piece)):
            found.append(piece)
    return found


def _red(table: Table, seat: SeatIx) -> list[Action]:
    tables, state = table.tables, table.state
    reach = [AreaIx(ix) for ix in sorted(table.presence.reach(seat)) if tables.governed[ix]]
    found: list[Action] = []
    if state.cash[seat] >= table.rules.tests.bribe_cash:
        for area in reach:
            if state.gov[area] > -2:
                found.append(Action(seat, "bribe", NO_CARD, area_ref(area), option_ref(0)))
            if _may_place_mole(table, seat, area):
                found.append(Action(seat, "bribe", NO_CARD, area_ref(area), option_ref(1)))
    found += [Action(seat, "intimidate", NO_CARD, area_ref(area)) for area in reach]
    found += _relocations(table, seat)
    return found


def _mole_kind(table: Table, seat: SeatIx) -> int:
    kinds = sorted(table.tables.trait_kinds.get("mole", ()))
    return next((kind for kind in kinds if (seat, kind) in table.tables.pools), -1)


def _may_place_mole(table: Table, seat: SeatIx, area: AreaIx) -> bool:
    kind = _mole_kind(table, seat)
    if kind < 0 or pieces.in_pool(table.tables, table.state, seat, kind) is None:
        return False
    return area in pieces.red_places(table, kind, seat)


def _relocations(table: Table, seat: SeatIx) -> list[Action]:
    tables, state = table.tables, table.state
    found = []
    for piece in tables.seat_pieces[seat]:
        area = state.piece_area[piece]
        if area < 0:
            continue
        kind = tables.piece_kind[piece]
        found += [
            Action(seat, "relocate", NO_CARD, piece_ref(piece), area_ref(other))
            for other in tables.near[area]
            if _may_relocate(table, seat, kind, other)
        ]
    return found


def _may_relocate(table: Table, seat: SeatIx, kind: int, area: AreaIx) -> bool:
    reason = pieces.may_place_red(table, kind, seat, area)
    return reason is None or reason.code == "out-of-reach"


def _orders(table: Table, seat: SeatIx) -> list[Action]:
    """Standing reactions that a seat may set; setting one does not end its turn."""
    if not table.rules.reactions:
        return []
    windows = {order.window for order in table.state.orders[seat]}
    found = []
    if BEFORE_TEST not in windows:
        found.append(Action(seat, "order", NO_CARD, window_ref(BEFORE_TEST)))
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
        order = Order(ref_ix(action.target), action.card, NO_AREA)
        table.emit(ReactionOrdered(action.seat, order, cause=table.cause, seen=seen))
        return
    table.emit(TurnEnded(action.seat, cause=table.cause))
    _PERFORM[action.verb](table, action)


def _pass(table: Table, action: Action) -> None:
    """Nothing is done."""


def _hold(table: Table, action: Action) -> None:
    table.emit(MoneyChanged(action.seat, "ready", 0, 1, cause=table.cause))


def _play(table: Table, action: Action) -> None:
    play_tactical(table, action.seat, action.card, action.target, action.other)


def _surveil(table: Table, action: Action) -> None:
    tables, state, seat = table.tables, table.state, action.seat
    aim = aim_at(tables, state, seat, "surveil", action.target)
    if aim.area >= 0:
        pay_penalty(table, may_surveil(tables, state, seat, aim.area))
    outcome = roll(table, aim)
    seats = finders(tables, state, seat)
    if outcome.success:
        if aim.route >= 0:
            pieces.learn_route(table, aim.route, seats)
            ends = (tables.route_from[aim.route], tables.route_to[aim.route])
            pieces.expose_some(table, seats, ends, 1)
        else:
            count = 2 if outcome.rolled == 1 else 1
            pieces.expose_some(table, seats, (aim.area,), count)
    elif outcome.rolled == 6:
        complication(table, aim, outcome)


def _surge(table: Table, action: Action) -> None:
    route = RouteIx(ref_ix(action.target))
    table.emit(RouteSurged(route, action.seat, cause=table.cause))


def _raid(table: Table, action: Action) -> None:
    tables, seat = table.tables, action.seat
    aim = aim_at(tables, table.state, seat, "raid", action.target)
    outcome = roll(table, aim)
    if not outcome.success:
        if outcome.rolled == 6:
            complication(table, aim, outcome)
        return
    if tables.has_trait(aim.piece, "front"):
        table.money(tables.piece_seat[aim.piece], "stash", -table.rules.tests.raid_stash)
    pieces.remove(table, aim.piece)
    table.emit(PieceMarked(aim.piece, RAIDED, cause=table.cause))
    if outcome.rolled == 1:
        table.track(CASES, 1)
    offer_prosecution(table, seat, aim.piece)


def _case(table: Table, action: Action) -> None:
    aim = aim_at(table.tables, table.state, action.seat, "case", action.target)
    outcome = roll(table, aim)
    if aim.route >= 0:
        table.emit(MarkerUsed(aim.route, cause=table.cause))
    else:
        table.emit(PieceMarked(aim.piece, CASED, cause=table.cause))
    if outcome.success:
        table.track(CASES, 2 if outcome.rolled == 1 else 1)
    elif outcome.rolled == 6:
        complication(table, aim, outcome)


def _bribe(table: Table, action: Action) -> None:
    seat = action.seat
    aim = aim_at(table.tables, table.state, seat, "bribe", action.target)
    table.money(seat, "cash", -table.rules.tests.bribe_cash)
    outcome = roll(table, aim)
    if not outcome.success:
        if outcome.rolled == 6:
            complication(table, aim, outcome)
        return
    if ref_ix(action.other) == 0:
        change_gov(table, aim.area, -1)
        return
    piece = pieces.in_pool(table.tables, table.state, seat, _mole_kind(table, seat))
    if piece is not None:
        pieces.deploy(table, piece, aim.area)


def _intimidate(table: Table, action: Action) -> None:
    tables, state = table.tables, table.state
    aim = aim_at(tables, state, action.seat, "intimidate", action.target)
    outcome = roll(table, aim)
    if not outcome.success:
        if outcome.rolled == 6:
            complication(table, aim, outcome)
        return
    change_violence(table, aim.area, 1)
    here = [p for p in tables.nadc_pieces if state.piece_area[p] == aim.area]
    advisors = [p for p in here if any(tables.has_trait(p, trait) for trait in ADVISORS)]
    teams = [p for p in here if tables.is_law(p)]
    for piece in (advisors or teams)[:1]:
        pieces.send_home(table, piece)


def _relocate(table: Table, action: Action) -> None:
    piece, area = PieceIx(ref_ix(action.target)), AreaIx(ref_ix(action.other))
    before = AreaIx(table.state.piece_area[piece])
    exposed = table.state.piece_marks[piece] & EXPOSED
    seen = table.private(action.seat)
    if exposed:
        pieces.hide(table, piece)
    table.emit(PieceMoved(piece, before, area, cause=table.cause, seen=seen))


_PERFORM = {
    "pass": _pass,
    "hold": _hold,
    "play": _play,
    "surveil": _surveil,
    "surge": _surge,
    "raid": _raid,
    "case": _case,
    "bribe": _bribe,
    "intimidate": _intimidate,
    "relocate": _relocate,
}


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
    """The seats that see a tactical action itself (what it brings may be hidden)."""
    if table.tables.is_nadc(action.seat):
        return ALL_SEATS
    hidden = action.verb in ("relocate", "order") or (
        action.verb == "play" and not is_public(table, action.card)
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
