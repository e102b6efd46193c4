"""Reactions: standing orders in five windows (RULES 12)."""

from collections.abc import Iterator

import msgspec

from game.model.events import CardDiscarded, MoneyChanged, Reacted
from game.model.ids import (
    NO_AREA,
    NO_CARD,
    NO_PIECE,
    NO_ROUTE,
    NO_SEAT,
    AreaIx,
    CardIx,
    PieceIx,
    RouteIx,
    SeatIx,
)
from game.model.state import Order
from game.rules.law import jammer
from game.rules.prices import cannot_afford, pay, price_of
from game.rules.table import Table

WINDOWS = (
    "on_card_played",
    "before_test",
    "on_seizure",
    "on_plot_advance",
    "on_track_threshold",
)
BEFORE_TEST = WINDOWS.index("before_test")


class Spot(msgspec.Struct, frozen=True, gc=False):
    """Where something happens that a seat may react to: an area or a route, and to which piece."""

    area: AreaIx = NO_AREA
    route: RouteIx = NO_ROUTE
    piece: PieceIx = NO_PIECE


NOWHERE = Spot()


def has_partner(table: Table, seat: SeatIx) -> bool:
    """Whether another seat is of the same side."""
    return len(table.tables.nadc if table.tables.is_nadc(seat) else table.tables.red) > 1


def areas_of(table: Table, spot: Spot) -> tuple[AreaIx, ...]:
    """The area of a spot, or both ends of its route."""
    if spot.route >= 0:
        return (table.tables.route_from[spot.route], table.tables.route_to[spot.route])
    return (spot.area,) if spot.area >= 0 else ()


def is_present(table: Table, seat: SeatIx, spot: Spot) -> bool:
    """Whether a seat has a unit or piece in the area, on the route, or at one of its ends."""
    state, areas = table.state, areas_of(table, spot)
    for piece in table.tables.seat_pieces[seat]:
        if state.piece_area[piece] in areas:
            return True
        watched = (state.piece_watch[piece], state.piece_watch2[piece])
        if spot.route >= 0 and spot.route in watched:
            return True
    return False


def in_order(table: Table, acting: SeatIx, spot: Spot) -> list[SeatIx]:
    """The seats that may react, the defender first, then in initiative order."""
    tables, state = table.tables, table.state
    order = tables.initiative(max(1, state.quarter), max(1, state.round))
    first = _defender(table, acting, spot)
    return [seat for seat in order if seat == first] + [
        seat for seat in order if seat not in (first, acting)
    ]


def _defender(table: Table, acting: SeatIx, spot: Spot) -> SeatIx:
    """Whose piece or land it is; nobody where it is the acting seat's own."""
    tables = table.tables
    if spot.piece >= 0:
        owner = tables.piece_seat[spot.piece]
        return NO_SEAT if owner == acting else owner
    lands = [tables.country[area] for area in areas_of(table, spot)]
    hosts = (seat for seat in tables.nadc if tables.seat(seat).country in lands)
    return next((seat for seat in hosts if seat != acting), NO_SEAT)


def called(table: Table, window: int, acting: SeatIx, spot: Spot) -> Iterator[tuple[SeatIx, Order]]:
    """The standing orders that a window calls, one a seat, each as its turn comes."""
    if not table.rules.reactions or table.reacting:
        return
    for seat in in_order(table, acting, spot):
        order = next((one for one in table.state.orders[seat] if one.window == window), None)
        if order is not None and _may_react(table, seat, acting, order, spot):
            yield seat, order


def _may_react(table: Table, seat: SeatIx, acting: SeatIx, order: Order, spot: Spot) -> bool:
    """Whether a seat has a reaction left (one more with a Ready marker), is meant, and can pay."""
    tables, state = table.tables, table.state
    if state.reacted[seat] >= table.rules.limits.reactions + bool(state.ready[seat]):
        return False
    if tables.is_red(seat) and any(
        jammer(tables, state, area) >= 0 for area in areas_of(table, spot)
    ):
        return False
    if acting != NO_SEAT and order.helps != (tables.is_nadc(seat) == tables.is_nadc(acting)):
        return False
    if order.card == NO_CARD:
        return is_present(table, seat, spot)
    in_hand = order.card in state.hands[seat]
    return in_hand and cannot_afford(table, seat, price_of(table, order.card)) is None


def use(table: Table, seat: SeatIx, order: Order, by: int = 0) -> None:
    """A standing order is used up: its card is paid and discarded, and one reaction more than a
    quarter has takes the Ready marker."""
    state = table.state
    if state.reacted[seat] >= table.rules.limits.reactions:
        table.emit(MoneyChanged(seat, "ready", state.ready[seat], 0, cause=table.cause))
    table.emit(Reacted(seat, order, by, cause=table.cause))
    if order.card != NO_CARD:
        pay(table, (seat,), price_of(table, order.card))
        table.emit(CardDiscarded(seat, order.card, cause=table.cause))


def before_test(table: Table, acting: SeatIx, spot: Spot) -> list[tuple[str, int]]:
    """Carry out the standing reactions to a Test; returns their changes of N by label code."""
    found: list[tuple[str, int]] = []
    for seat, order in called(table, BEFORE_TEST, acting, spot):
        by = change_of(table, order)
        use(table, seat, order, by)
        found.append((_label(table, order), by))
    return found


def change_of(table: Table, order: Order) -> int:
    """By how much an order changes N."""
    if order.card == NO_CARD:
        return table.rules.tests.respond if order.helps else -table.rules.tests.respond
    reaction = table.campaign.cards[order.card].reaction
    return 0 if reaction is None else reaction.by


def _label(table: Table, order: Order) -> str:
    if order.card != NO_CARD:
        return f"card:{table.campaign.cards[order.card].id}"
    return "respond-help" if order.helps else "respond"


def order_of(table: Table, window: int, card: CardIx, *, helps: bool) -> Order:
    """A standing order; a card helps partners in their Tests where it raises N."""
    reaction = None if card == NO_CARD else table.campaign.cards[card].reaction
    return Order(window, card, helps if reaction is None else reaction.by > 0)
