"""Reactions: standing orders in five windows (RULES 12)."""

from game.model.events import CardDiscarded, Reacted
from game.model.ids import NO_AREA, NO_SEAT, AreaIx, SeatIx
from game.model.state import Order
from game.rules.law import jammer
from game.rules.table import Table

WINDOWS = (
    "on_card_played",
    "before_test",
    "on_seizure",
    "on_plot_advance",
    "on_track_threshold",
)
BEFORE_TEST = WINDOWS.index("before_test")


def may_react(table: Table, seat: SeatIx) -> bool:
    """Whether a seat has a reaction left: one a quarter, one more with a Ready marker."""
    state = table.state
    return table.rules.reactions and state.reacted[seat] < 1 + bool(state.ready[seat])


def is_present(table: Table, seat: SeatIx, area: AreaIx) -> bool:
    """Whether a seat has a unit or piece in an area."""
    places = table.state.piece_area
    return any(places[piece] == area for piece in table.tables.seat_pieces[seat])


def opponents(table: Table, acting: SeatIx) -> tuple[SeatIx, ...]:
    """The seats that may react to one (to nobody: every seat), in initiative order."""
    tables, state = table.tables, table.state
    order = tables.initiative(max(1, state.quarter), max(1, state.round))
    if acting == NO_SEAT:
        return order
    return tuple(seat for seat in order if tables.is_nadc(seat) != tables.is_nadc(acting))


def find(table: Table, window: int, acting: SeatIx, area: AreaIx) -> tuple[SeatIx, Order] | None:
    """The first standing order that a window calls: its seat and the order."""
    if not table.rules.reactions:
        return None
    for seat in opponents(table, acting):
        if table.tables.is_red(seat) and jammer(table.tables, table.state, area) >= 0:
            continue
        for order in table.state.orders[seat]:
            if order.window != window or not may_react(table, seat):
                continue
            if order.area not in (NO_AREA, area):
                continue
            if order.card >= 0 or is_present(table, seat, area):
                return seat, order
    return None


def before_test(table: Table, acting: SeatIx, area: AreaIx) -> int:
    """Carry out a standing reaction to a Test; returns the change of N (0 for none)."""
    found = find(table, BEFORE_TEST, acting, area) if area >= 0 else None
    if found is None:
        return 0
    seat, order = found
    by = -table.rules.tests.respond
    if order.card >= 0:
        reaction = table.campaign.cards[order.card].reaction
        by = reaction.by if reaction is not None else by
    table.emit(Reacted(seat, order, by, cause=table.cause))
    if order.card >= 0 and order.card in table.state.hands[seat]:
        table.emit(CardDiscarded(seat, order.card, cause=table.cause))
    return by
