"""Who stands where: an index over the pieces, made once for a position."""

from game.model.ids import AreaIx, PieceIx
from game.model.state import State
from game.rules.tables import Tables


class Presence:
    """Pieces by area, watchers by route, and the reach of each seat's cells.

    `nadc[area]` and `red[area]` list pieces in order; `watchers[route]` counts units on fixed
    watch; `places` keeps where a seat may put a kind of piece, once that was worked out. It holds
    for one value of `State.clock` only.
    """

    __slots__ = ("_reach", "_state", "_tables", "clock", "nadc", "places", "red", "watchers")

    def __init__(self, tables: Tables, state: State) -> None:
        self._tables = tables
        self._state = state
        self._reach: dict[int, frozenset[int]] = {}
        self.clock = state.clock
        self.places: dict[tuple[int, int], tuple[AreaIx, ...]] = {}
        places, first, second = state.piece_area, state.piece_watch, state.piece_watch2
        self.nadc: list[list[PieceIx]] = [[] for _ in state.gov]
        self.red: list[list[PieceIx]] = [[] for _ in state.gov]
        self.watchers = [0] * len(state.heat)
        for piece in tables.red_pieces:
            if places[piece] >= 0:
                self.red[places[piece]].append(piece)
        for piece in tables.nadc_pieces:
            if places[piece] >= 0:
                self.nadc[places[piece]].append(piece)
            if first[piece] >= 0:
                self.watchers[first[piece]] += 1
            if second[piece] >= 0:
                self.watchers[second[piece]] += 1

    def reach(self, seat: int) -> frozenset[int]:
        """The areas in reach of a seat's cells: theirs and the neighbours' (RULES 7)."""
        found = self._reach.get(seat)
        if found is None:
            found = self._reach[seat] = self._make_reach(seat)
        return found

    def _make_reach(self, seat: int) -> frozenset[int]:
        tables, places = self._tables, self._state.piece_area
        cells = tables.trait_kinds.get("cell", frozenset())
        reach: set[AreaIx] = set()
        for piece in tables.seat_pieces[seat]:
            area = places[piece]
            if area >= 0 and tables.piece_kind[piece] in cells:
                reach.add(AreaIx(area))
                reach.update(tables.near[area])
        return frozenset(reach)
