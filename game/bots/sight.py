"""What a seat sees, laid out for looking things up: pieces, watches, flows, coverage."""

from functools import cached_property

from game.model.ids import AreaIx, KindIx, PieceIx, RouteIx, SeatIx
from game.model.view import PieceView, RouteView, SeatView, View
from game.rules.tables import Tables

UNSEEN_FLOW = 6
"""The most units guessed for a route before any FLOW was seen."""


class Sight:
    """A view of one seat with the campaign's tables beside it; nothing in it is hidden truth."""

    def __init__(self, tables: Tables, seat: SeatIx, view: View) -> None:
        self.tables = tables
        self.campaign = tables.campaign
        self.seat = seat
        self.view = view

    @property
    def own(self) -> SeatView:
        """The seat's own means."""
        return self.view.means[self.seat]

    @property
    def is_red(self) -> bool:
        """Whether the seat is Red's."""
        return self.tables.is_red(self.seat)

    @property
    def is_last_quarter(self) -> bool:
        """Whether no quarter follows."""
        return self.view.quarter >= self.campaign.frame.quarters

    @cached_property
    def pieces(self) -> dict[int, PieceView]:
        """The pieces that the seat knows of, by place."""
        return {one.piece: one for one in self.view.pieces}

    @cached_property
    def in_area(self) -> dict[int, list[PieceView]]:
        """The same, by area."""
        found: dict[int, list[PieceView]] = {}
        for one in self.view.pieces:
            found.setdefault(one.area, []).append(one)
        return found

    @cached_property
    def watchers(self) -> dict[int, list[PieceView]]:
        """NADC units by the routes that they may watch, as far as the seat knows."""
        found: dict[int, list[PieceView]] = {}
        for one in self.view.pieces:
            for route in one.watch:
                found.setdefault(route, []).append(one)
        return found

    def route(self, route: int) -> RouteView:
        """A route as the seat knows it."""
        return self.view.routes[route]

    def is_own(self, piece: int) -> bool:
        """Whether the seat owns the piece."""
        return self.tables.piece_seat[piece] == self.seat

    def knows_pieces_of(self, seat: int) -> bool:
        """Whether every piece of that seat is in its view."""
        return self.tables.is_nadc(seat) or seat == self.seat

    def kind_of(self, piece: int) -> KindIx:
        """The kind of a piece."""
        return self.tables.piece_kind[piece]

    def count(self, trait: str, seat: int) -> int:
        """Pieces of a seat on the map that the rules treat as this."""
        kinds = self.tables.trait_kinds.get(trait, frozenset())
        return sum(one.seat == seat and one.kind in kinds for one in self.view.pieces)

    def flow(self, route: int) -> int:
        """Twice the flow of a route last quarter, by the seat's best guess.

        Before any FLOW wide and cheap routes are expected to carry most.
        """
        seen = self.view.routes[route]
        if seen.ghost >= 0:
            return 2 * seen.ghost
        if seen.low >= 0:
            return seen.low + seen.high
        return self._usual_flow(route) if seen.open else 0

    def _usual_flow(self, route: int) -> int:
        """Twice what a route may be expected to carry: much where it is wide and cheap."""
        width = min(self.tables.route_cap[route], UNSEEN_FLOW)
        return 2 * width // max(1, self.tables.route_cost[route])

    def area_flow(self, area: int) -> int:
        """Twice the flow of all routes that start or end in an area."""
        tables = self.tables
        return sum(
            self.flow(route)
            for route in range(len(self.view.routes))
            if area in (tables.route_from[route], tables.route_to[route])
        )

    def piece_area(self, piece: PieceIx | int) -> AreaIx:
        """Where a piece stands, as far as the seat knows; negative when not in an area."""
        seen = self.pieces.get(piece)
        return AreaIx(seen.area if seen is not None else -1)

    def ends(self, route: RouteIx | int) -> tuple[AreaIx, AreaIx]:
        """Where a route starts and ends."""
        return self.tables.route_from[route], self.tables.route_to[route]
