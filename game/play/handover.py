"""Who may look at the screen now, and when the laptop changes hands (RULES 5, privacy).

Open phases draw the table view: what everybody present may know. A decision that needs private
knowledge is drawn for its seat alone, after a curtain that the seat lifts itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.model.actions import Action
from game.model.ids import ALL_SEATS, NO_CARD, NO_SEAT, SeatIx, SeatMask
from game.model.state import State
from game.rules.tables import Tables

Turn = tuple[int, str, int]
"""A quarter, a phase and its round."""

_FROM_HAND = ("play", "swap")
_AFTER_FLOW = ("flow", "assess", "review", "end", "hot-wash")


class HandOver:
    """The curtain of one sitting.

    `curtains` is the sitting's switch. `persons` are the seats that people play; `follow` must be
    told after every change who is to move.
    """

    def __init__(self, tables: Tables, persons: SeatMask, curtains: bool = True) -> None:
        self._tables = tables
        self.persons = persons
        self.curtains = curtains
        self._private = NO_SEAT
        self._shown = NO_SEAT
        self._asked = NO_SEAT
        self._insists = False
        self._turn: Turn = (0, "", 0)

    @property
    def table(self) -> SeatMask:
        """The seats whose shared knowledge the open screen draws: everybody present.

        Where nobody plays, only what every seat of the campaign may know is drawn.
        """
        return self.persons or ALL_SEATS

    def follow(self, to_move: Sequence[SeatIx], turn: Turn | None = None) -> None:
        """Note who is to move, and in which turn where that is known.

        A seat that no longer has the laptop is covered again; so is one that is to move once more
        after a FLOW, which everybody has watched, and one whose turn behind the curtain is over.
        """
        turn = turn or self._turn
        if turn != self._turn:
            self._asked = NO_SEAT
        if _watched(turn) != _watched(self._turn):
            self._shown = NO_SEAT
        self._turn = turn
        private = self._private_seat(to_move)
        if private != self._private:
            self._shown = self._asked = NO_SEAT
            # Somebody who plays alone meets the curtain at the start of a sitting only.
            self._insists = self._insists and self._private == NO_SEAT
        self._private = private

    def resume(self, to_move: Sequence[SeatIx], turn: Turn | None = None) -> None:
        """Begin a sitting that was saved: a private decision opens on the curtain, always."""
        self._insists = True
        self.follow(to_move, turn)

    def carry_over(self, tables: Tables, persons: SeatMask, seats: Sequence[SeatIx]) -> None:
        """Go on with an edited campaign; `seats` says where each seat is listed now.

        Whoever has the laptop keeps it.
        """
        self._tables = tables
        self.persons = persons
        self._private, self._shown, self._asked = (
            seat if seat == NO_SEAT else seats[seat]
            for seat in (self._private, self._shown, self._asked)
        )

    def audience(self) -> SeatMask:
        """The seats for which the screen is drawn now; never a seat behind a curtain."""
        if self._private == NO_SEAT or self.needs_curtain() is not None:
            return self.table
        return SeatMask(1 << self._private)

    def needs_curtain(self) -> SeatIx | None:
        """The seat that must lift the curtain before anything of its view is drawn, or None."""
        if self._private == NO_SEAT or self._private == self._shown or not self.curtains:
            return None
        alone = self.persons == 1 << self._private
        return None if alone and not self._insists else self._private

    @property
    def was_asked(self) -> bool:
        """Whether the curtain is a seat's own wish, in the middle of what it was doing."""
        return self._asked != NO_SEAT

    def reveal(self, seat: SeatIx) -> None:
        """The seat has the laptop; raises ValueError when another seat's curtain is drawn."""
        if seat != self._private:
            raise ValueError("the curtain is another seat's to lift")
        self._shown = seat
        self._insists = False

    def cover(self) -> None:
        """Draw the curtain again, for a seat that leaves the laptop for a moment."""
        self._shown = NO_SEAT
        self._insists = self._private != NO_SEAT

    def may_show(self, action: Action) -> bool:
        """Whether a choice may be offered to whoever looks now.

        Before others, a seat is never offered a standing reaction; nor a card of its hand, where
        somebody of the other side looks too (RULES 12).
        """
        audience, seat = self.audience(), action.seat
        if audience == 1 << seat:
            return True
        if action.verb not in _FROM_HAND or action.card == NO_CARD:
            return action.verb != "order"
        is_tactical = self._tables.cards[action.card].spec.level == "tactical"
        is_shared = self._tables.is_nadc(seat) and not audience & ~self._tables.nadc_mask
        return not is_tactical or is_shared

    def ask(self, seat: SeatIx, to_move: Sequence[SeatIx]) -> None:
        """A seat asks to decide behind the curtain until its turn ends (RULES 5, phase 6)."""
        if seat in to_move and self.persons >> seat & 1:
            self._asked = seat
            self._private = seat
            self._shown = NO_SEAT

    def _private_seat(self, to_move: Sequence[SeatIx]) -> SeatIx:
        people = [seat for seat in to_move if self.persons >> seat & 1]
        if people == [self._asked]:
            return self._asked
        if not people or any(not self._tables.is_red(seat) for seat in people):
            return NO_SEAT
        return people[0]


def turn_of(state: State) -> Turn:
    """The turn of a position."""
    return state.quarter, state.phase, state.round


def _watched(turn: Turn) -> tuple[int, bool]:
    """How many FLOWs the table had watched when a turn began, as a pair that grows."""
    return turn[0], turn[1] in _AFTER_FLOW


def mask_of(seats: Sequence[SeatIx]) -> SeatMask:
    """The set of some seats."""
    return SeatMask(sum(1 << seat for seat in seats))


def people_of(persons: SeatMask, to_move: Sequence[SeatIx]) -> tuple[SeatIx, ...]:
    """Those of the seats to move that people play."""
    return tuple(seat for seat in to_move if persons >> seat & 1)
