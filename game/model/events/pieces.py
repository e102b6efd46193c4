"""Pieces on the map."""

from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import NO_CARD, AreaIx, CardIx, PieceIx, RouteIx, SeatMask
from game.model.state import CASED, EXPOSED, FOUND, IN_POOL, KEPT, OUT_OF_GAME, RAIDED, SET, State


def _stand(s: State, piece: PieceIx, place: int) -> None:
    """Put a piece somewhere; it watches nothing until told to."""
    s.piece_area = put(s.piece_area, piece, place)
    s.piece_watch = put(s.piece_watch, piece, -1)
    s.piece_watch2 = put(s.piece_watch2, piece, -1)
    s.piece_rotation = put(s.piece_rotation, piece, 0)


class PieceDeployed(Event, frozen=True, tag=True):
    """A piece came from its pool onto the map."""

    moves_pieces = True
    piece: PieceIx
    area: int
    card: CardIx = NO_CARD
    kept: bool = False
    quarter: int = 0

    def apply(self, s: State) -> None:
        """Put it there, hidden if it is Red's."""
        ix = self.piece
        _stand(s, ix, self.area)
        s.piece_marks = put(s.piece_marks, ix, KEPT if self.kept else 0)
        s.piece_known = put(s.piece_known, ix, 0)
        s.piece_card = put(s.piece_card, ix, self.card)
        s.piece_since = put(s.piece_since, ix, self.quarter)


class PieceMoved(Event, frozen=True, tag=True):
    """A piece moved to another area; a Red one hides again."""

    moves_pieces = True
    piece: PieceIx
    before: AreaIx
    after: AreaIx

    def apply(self, s: State) -> None:
        """Move it; it watches nothing until told to."""
        ix = self.piece
        _stand(s, ix, self.after)
        s.piece_marks = put(s.piece_marks, ix, s.piece_marks[ix] & ~EXPOSED)
        s.piece_known = put(s.piece_known, ix, 0)


class PieceRemoved(Event, frozen=True, tag=True):
    """A piece left the map: to its pool, or out of the game when prosecuted."""

    moves_pieces = True
    piece: PieceIx
    area: int
    out: bool = False

    def apply(self, s: State) -> None:
        """Take it off."""
        ix = self.piece
        _stand(s, ix, OUT_OF_GAME if self.out else IN_POOL)
        if self.area >= 0:
            s.piece_left = put(s.piece_left, ix, self.area)
        s.piece_marks = put(s.piece_marks, ix, s.piece_marks[ix] & (RAIDED | CASED))
        s.piece_known = put(s.piece_known, ix, 0)
        s.piece_card = put(s.piece_card, ix, -1)


class PieceExposed(Event, frozen=True, tag=True):
    """A hidden piece was turned face up for some seats."""

    barrier = True
    piece: PieceIx
    area: AreaIx
    seats: SeatMask

    def apply(self, s: State) -> None:
        """Show it."""
        ix = self.piece
        s.piece_marks = put(s.piece_marks, ix, s.piece_marks[ix] | EXPOSED | FOUND)
        s.piece_known = put(s.piece_known, ix, s.piece_known[ix] | self.seats)


class PieceHidden(Event, frozen=True, tag=True):
    """An exposed piece was lost from sight."""

    piece: PieceIx
    area: AreaIx

    def apply(self, s: State) -> None:
        """Hide it."""
        ix = self.piece
        s.piece_marks = put(s.piece_marks, ix, s.piece_marks[ix] & ~EXPOSED)
        s.piece_known = put(s.piece_known, ix, 0)


class PieceMarked(Event, frozen=True, tag=True):
    """A mark was set on a piece: raided, a case built, its watch set this quarter."""

    piece: PieceIx
    mark: int

    def apply(self, s: State) -> None:
        """Set the mark."""
        marks = s.piece_marks[self.piece] | self.mark
        s.piece_marks = put(s.piece_marks, self.piece, marks)


class WatchChanged(Event, frozen=True, tag=True):
    """A unit watches another route (or two), or none."""

    moves_pieces = True
    piece: PieceIx
    route: RouteIx
    second: RouteIx
    fixed: bool = True

    def apply(self, s: State) -> None:
        """Set what it watches."""
        ix = self.piece
        s.piece_watch = put(s.piece_watch, ix, self.route)
        s.piece_watch2 = put(s.piece_watch2, ix, self.second)
        s.piece_rotation = put(s.piece_rotation, ix, 0)
        if self.fixed:
            s.piece_marks = put(s.piece_marks, ix, s.piece_marks[ix] | SET)


class RotationSet(Event, frozen=True, tag=True):
    """A unit rotates among routes; which one it watches is drawn in FLOW."""

    moves_pieces = True
    piece: PieceIx
    routes: int

    def apply(self, s: State) -> None:
        """Set the routes (bit `1 << route`)."""
        ix = self.piece
        s.piece_rotation = put(s.piece_rotation, ix, self.routes)
        s.piece_watch = put(s.piece_watch, ix, -1)
        s.piece_watch2 = put(s.piece_watch2, ix, -1)
        s.piece_marks = put(s.piece_marks, ix, s.piece_marks[ix] | SET)
