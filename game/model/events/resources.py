"""Tracks, money and marks of seats."""

from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import SeatIx, TrackIx
from game.model.state import EXPOSED, KEPT, State

_LASTING = EXPOSED | KEPT
"""Marks of a piece that stay when a quarter ends."""


class TrackChanged(Event, frozen=True, tag=True):
    """A public track moved."""

    track: TrackIx
    before: int
    after: int

    def apply(self, s: State) -> None:
        """Set the track."""
        s.tracks = put(s.tracks, self.track, self.after)


class MoneyChanged(Event, frozen=True, tag=True):
    """A seat's Budget, Capital, Cash, bank or stash changed."""

    seat: SeatIx
    what: str
    before: int
    after: int

    def apply(self, s: State) -> None:
        """Set the amount."""
        setattr(s, self.what, put(getattr(s, self.what), self.seat, self.after))


class SeatMarked(Event, frozen=True, tag=True):
    """A counter kept for a seat changed (deployments, moves, marks of the quarter)."""

    seat: SeatIx
    what: str
    value: int

    def apply(self, s: State) -> None:
        """Set the counter."""
        setattr(s, self.what, put(getattr(s, self.what), self.seat, self.value))


class QuarterCleared(Event, frozen=True, tag=True):
    """Marks that last a quarter are cleared, and Rotating units leave the route that was drawn
    for them (RULES 5, 8f)."""

    moves_pieces = True

    def apply(self, s: State) -> None:
        """Clear them."""
        s.deployments = [0] * len(s.deployments)
        s.moves = [0] * len(s.moves)
        s.used = [0] * len(s.used)
        s.reacted = [0] * len(s.reacted)
        s.ready = [max(0, left - 1) for left in s.ready]
        s.governed_areas = s.governed_free = 0
        s.flags = 0
        s.surged = [0] * len(s.surged)
        s.opened_now = []
        s.ran_before, s.ran = s.ran, []
        s.piece_marks = [marks & _LASTING for marks in s.piece_marks]
        both = zip(s.piece_watch, s.piece_rotation, strict=True)
        s.piece_watch = [-1 if routes else watch for watch, routes in both]
        s.mods = [mod for mod in s.mods if mod.lasts != "quarter"]
