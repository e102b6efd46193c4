"""Since your last turn: what a seat may know of what happened while others acted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from game.model.events import ActionTaken, Event
from game.model.ids import SeatIx, SeatMask


def is_known(event: Event, viewers: SeatMask) -> bool:
    """Whether every one of the viewers may know of an event; no viewers means the truth."""
    return event.seen & viewers == viewers


def since_last_turn(journal: Sequence[Event], seat: SeatIx) -> tuple[int, ...]:
    """Places in the journal of the events that a seat may know of since it last acted."""
    begin = len(journal)
    while begin and not _is_by(journal[begin - 1], seat):
        begin -= 1
    viewer = SeatMask(1 << seat)
    return tuple(ix for ix in range(begin, len(journal)) if is_known(journal[ix], viewer))


def is_choice(event: Event) -> TypeGuard[ActionTaken]:
    """Whether an event is a choice made now, and not a plan or a sealed order carried out."""
    return isinstance(event, ActionTaken) and event.cause < 0


def _is_by(event: Event, seat: SeatIx) -> bool:
    return is_choice(event) and event.action.seat == seat
