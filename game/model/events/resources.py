"""Tracks, money and marks of seats."""

from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import SeatIx, TrackIx
from game.model.state import CASED, FOUND, RAIDED, SET, State

CLEARED_EACH_QUARTER = RAIDED | CASED | SET | FOUND
"""Marks of a piece that last a quarter."""


class TrackChanged(Event, frozen=True, tag=True):
    """A public track moved."""

    track: TrackIx
    before: int
    after: int

    def apply(self, s: State) -> None:
        """Set the track."""
        s.tracks = put(s.tracks, self.track, self.after)


class MoneyChanged(Event, frozen=True, tag=True):
    """A seat's Budget, Capital, Cash, bank, stash or dirty cash changed."""

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
    """Marks that last a quarter are cleared (RULES 5, 8f)."""

    def apply(self, s: State) -> None:
        """Clear them."""
        s.deployments = [0] * len(s.deployments)
        s.moves = [0] * len(s.moves)
        s.used = [0] * len(s.used)
        s.reacted = [0] * len(s.reacted)
        s.instruments = [0] * len(s.instruments)
        s.governed_areas = 0
        s.flags = 0
        s.surged = [0] * len(s.surged)
        s.opened_now = []
        s.piece_marks = [marks & ~CLEARED_EACH_QUARTER for marks in s.piece_marks]
        s.mods = [mod for mod in s.mods if mod.lasts != "quarter"]
