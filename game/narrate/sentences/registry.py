"""The list of sentences: one for each kind of event, or none where it is mere bookkeeping."""

from collections.abc import Callable
from typing import Any, TypeVar

from game.model.events import Event
from game.model.ids import NO_SEAT, SeatIx
from game.narrate.line import LineKind
from game.narrate.pen import Pen

E = TypeVar("E", bound=Event)
Sayer = Callable[[Pen, Any], str | None]

SENTENCES: dict[type[Event], Sayer] = {}
"""What words each kind of event; None from it means that this one goes without saying."""
KINDS: dict[type[Event], LineKind] = {}
"""The kind of line that an event begins."""


def says(
    event: type[E], kind: LineKind = "change"
) -> Callable[[Callable[[Pen, E], str | None]], Callable[[Pen, E], str | None]]:
    """Register the function that words a kind of event."""

    def register(sayer: Callable[[Pen, E], str | None]) -> Callable[[Pen, E], str | None]:
        SENTENCES[event] = sayer
        KINDS[event] = kind
        return sayer

    return register


def seat_of(pen: Pen, event: Event) -> SeatIx:
    """The seat whose shape stands before an event's sentence."""
    action = getattr(event, "action", None)
    if action is not None:
        return SeatIx(action.seat)
    seat = getattr(event, "seat", None)
    if seat is not None:
        return SeatIx(seat)
    piece = getattr(event, "piece", None)
    return pen.words.tables.piece_seat[piece] if piece is not None else NO_SEAT
