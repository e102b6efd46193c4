"""Decisions: interrupts as data on a stack, never flags (RULES 5)."""

from typing import Literal

import msgspec

from game.model.ids import NO_CARD, NO_REF, NO_SEAT, CardIx, Ref, SeatIx, SeatMask

DecisionKind = Literal[
    "place",  # where a deployed piece goes
    "watch",  # which route (or two) a piece watches
    "rotate",  # among which routes a piece rotates
    "agree",  # a consent card waits for its seats
    "join",  # others may join a card
    "fund",  # who pays for a Govern
    "prosecute",  # spend a Case on what was just removed
    "inject",  # an inject asks
    "seal",  # a sealed order for a tactical turn
    "fallback",  # what to do when the sealed order is illegal
    "upkeep",  # which unit goes home unpaid
    "bank",  # how much Cash is banked
    "reading",  # which reading of contested evidence holds
    "odds-probe",  # a question of the tutorial: read the odds
    "growth-probe",  # a question of the tutorial: where will flow grow
]


class Decision(msgspec.Struct, frozen=True, gc=False):
    """A choice that must be made before play goes on; the last on the stack comes first."""

    kind: DecisionKind
    waiting: SeatMask
    """The seats whose answer is awaited."""
    seat: SeatIx = NO_SEAT
    """The seat that it is about."""
    card: CardIx = NO_CARD
    target: Ref = NO_REF
    other: Ref = NO_REF
    value: int = 0
    """A number whose meaning depends on the kind (a cost, a round, an inject)."""
    agreed: SeatMask = SeatMask(0)
    """Seats that have agreed or joined so far."""
    options: tuple[int, ...] = ()
    """What may be chosen, where the kind needs a list."""
