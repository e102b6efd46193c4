"""Pieces coming onto the map, leaving it, being found and lost (RULES 3, 4, 11)."""

from game.model.dice import stream
from game.model.events import (
    CardEnded,
    PieceDeployed,
    PieceExposed,
    PieceHidden,
    PieceRemoved,
    RouteKnown,
    RouteWatched,
    WatchChanged,
)
from game.model.ids import (
    ALL_SEATS,
    NO_CARD,
    NO_ROUTE,
    AreaIx,
    CardIx,
    PieceIx,
    RouteIx,
    SeatIx,
    SeatMask,
)
from game.model.state import ACTIVE, ALOFT, EXPOSED, IN_POOL, OPENED, State
from game.rules.knowledge import owner_and, sees_piece
from game.rules.law import over_consent, over_flights
from game.rules.table import Table
from game.rules.tables import CONSENT, Tables

_EXPOSE = stream("expose")


def in_pool(tables: Tables, state: State, seat: int, kind: int) -> PieceIx | None:
    """The first piece of a kind left in a seat's pool."""
    places = state.piece_area
    for piece in tables.pools.get((seat, kind), ()):
        if places[piece] == IN_POOL:
            return piece
    return None


def red_places(table: Table, kind: int, seat: SeatIx) -> int:
    """The areas where a Red piece of this kind may be placed, as a set (RULES 3)."""
    mask = red_moves(table, kind, seat)
    return mask & table.presence.reach(seat) if table.tables.kinds[kind].reach else mask


def red_moves(table: Table, kind: int, seat: SeatIx) -> int:
    """The areas to which a Red piece of this kind may relocate, as a set."""
    return _red_ground(table, kind) & _red_room(table, kind, seat)


def _red_ground(table: Table, kind: int) -> int:
    most = table.tables.kinds[kind].gov_max
    ground = table.tables.ground[kind]
    return ground if most is None else ground & gov_at_most(table, most)


def _red_room(table: Table, kind: int, seat: SeatIx) -> int:
    """Areas that are not full, and hold what a piece of this kind needs beside it of its own
    seat."""
    presence, needs = table.presence, table.tables.kinds[kind].needs
    room = ~presence.full(red=True) & ~presence.full_of(kind)
    return room if needs is None else room & presence.holding(table.campaign.kind_ix[needs], seat)


def gov_at_most(table: Table, most: int) -> int:
    """The areas at this governance or less; areas without governance count as 0."""
    gov, mask = table.state.gov, 0
    for area in table.tables.every_area:
        if gov[area] <= most:
            mask |= 1 << area
    return mask


def deploy(
    table: Table, piece: PieceIx, area: int, card: CardIx = NO_CARD, *, kept: bool = False
) -> None:
    """Put a piece from its pool on the map; a Red one stays hidden."""
    owner = table.tables.piece_seat[piece]
    seen = ALL_SEATS if table.tables.is_nadc(owner) else table.private(owner)
    table.emit(
        PieceDeployed(piece, area, card, kept, table.state.quarter, cause=table.cause, seen=seen)
    )


def remove(table: Table, piece: PieceIx, *, out: bool = False) -> None:
    """Take a piece off the map; a card whose last piece left comes back to its portfolio."""
    tables, state = table.tables, table.state
    area, card = state.piece_area[piece], state.piece_card[piece]
    owner = tables.piece_seat[piece]
    seen = ALL_SEATS
    if tables.is_red(owner):
        known = [s for s in tables.nadc if sees_piece(tables, state, s, piece)]
        seen = owner_and(tables, piece, SeatMask(sum(1 << s for s in known)))
    table.emit(PieceRemoved(piece, area, out, cause=table.cause, seen=seen))
    if card >= 0 and card not in state.piece_card and state.card_state[card] == ACTIVE:
        table.emit(CardEnded(CardIx(card), False, cause=table.cause, seen=seen))


def expose(table: Table, piece: PieceIx, seats: SeatMask) -> None:
    """Turn a hidden piece face up for some seats."""
    area = AreaIx(table.state.piece_area[piece])
    seen = owner_and(table.tables, piece, seats)
    table.emit(PieceExposed(piece, area, seats, cause=table.cause, seen=seen))


def hide(table: Table, piece: PieceIx) -> None:
    """Lose an exposed piece from sight."""
    if table.state.piece_marks[piece] & EXPOSED:
        area = AreaIx(table.state.piece_area[piece])
        table.emit(PieceHidden(piece, area, cause=table.cause))


def hidden_in(table: Table, seats: SeatMask, areas: tuple[int, ...]) -> list[PieceIx]:
    """Red pieces in these areas that not all of these seats know of."""
    tables, state = table.tables, table.state
    viewers = [seat for seat in tables.nadc if seats >> seat & 1]
    return [
        piece
        for piece in tables.red_pieces
        if state.piece_area[piece] in areas
        and not all(sees_piece(tables, state, seat, piece) for seat in viewers)
    ]


def expose_some(
    table: Table, seats: SeatMask, areas: tuple[int, ...], count: int, kind: int = -1
) -> list[PieceIx]:
    """Expose up to `count` hidden pieces at random; returns those that were shown.

    A decoy takes the result that would have shown another piece in its area, and then leaves
    (RULES 3).
    """
    tables, places = table.tables, table.state.piece_area
    shown: list[PieceIx] = []
    for attempt in range(count):
        hidden = hidden_in(table, seats, areas)
        wanted = [p for p in hidden if kind < 0 or tables.piece_kind[p] == kind]
        if not wanted:
            break
        key = (areas[0], seats, table.state.round, attempt)
        piece = wanted[table.below(len(wanted), _EXPOSE, *key)]
        here = [p for p in hidden if places[p] == places[piece]]
        piece = next((p for p in here if tables.has_trait(p, "decoy")), piece)
        expose(table, piece, seats)
        shown.append(piece)
        if tables.has_trait(piece, "decoy"):
            remove(table, piece)
    return shown


def learn_route(table: Table, route: RouteIx, seats: SeatMask) -> None:
    """Seats learn a route's true flow of last quarter, and whether it is in use."""
    seen = seats
    table.emit(RouteWatched(route, seats, cause=table.cause, seen=seen))
    know_route(table, route, seats)


def know_route(table: Table, route: RouteIx, seats: SeatMask) -> None:
    """Seats learn that a route opened in play is in use."""
    state = table.state
    if state.open[route] == OPENED and state.route_known[route] & seats != seats:
        seen = SeatMask(seats | table.tables.red_mask)
        table.emit(RouteKnown(route, seats, cause=table.cause, seen=seen))


def set_consent(table: Table, by: int) -> None:
    """Consent changes; units over the new limit go home, and satellites look away (RULES 4)."""
    table.track(CONSENT, by)
    for piece in over_consent(table.tables, table.state):
        send_home(table, piece)
    for piece in over_flights(table.tables, table.state):
        nothing = WatchChanged(piece, NO_ROUTE, NO_ROUTE, fixed=False, cause=table.cause)
        table.emit(nothing)


def send_home(table: Table, piece: PieceIx) -> None:
    """Return a unit to its pool."""
    if table.state.piece_area[piece] >= 0 or table.state.piece_area[piece] == ALOFT:
        remove(table, piece)
