"""Who stands where: sets of areas and routes read off the pieces, each made when asked for."""

from game.model.state import State
from game.rules.board import mask_of
from game.rules.tables import Tables

_SEAT_BITS = 4


class Presence:
    """Where pieces crowd, and how far a seat reaches, as sets of areas (bit `1 << area`).

    It holds as long as no piece moves and no watch changes: the table throws it away then.
    """

    __slots__ = ("_kept", "_places", "_state", "_tables")

    def __init__(self, tables: Tables, state: State) -> None:
        self._tables = tables
        self._state = state
        self._places = state.piece_area
        self._kept: dict[tuple[str, int], int] = {}

    def full(self, *, red: bool) -> int:
        """Areas that hold as many pieces of a side as an area can."""
        key = ("full", red)
        found = self._kept.get(key)
        if found is None:
            tables = self._tables
            side = tables.red_pieces if red else tables.nadc_pieces
            most = tables.campaign.rules.limits.area_pieces
            found = self._kept[key] = self._crowded(side, most)
        return found

    def full_of(self, kind: int) -> int:
        """Areas that hold as many pieces of a kind as an area can."""
        key = ("kind", kind)
        found = self._kept.get(key)
        if found is None:
            tables = self._tables
            most = tables.kinds[kind].area_max
            found = self._kept[key] = self._crowded(tables.kind_pieces[kind], most)
        return found

    def _crowded(self, pieces: tuple[int, ...], most: int) -> int:
        """Areas with so many of these pieces or more."""
        if len(pieces) < most:
            return 0
        places = self._places
        return _repeated([places[piece] for piece in pieces if places[piece] >= 0], most)

    def guests_full(self, need: int) -> int:
        """Areas of the host country with as many foreign units as Consent lets in that need
        this level, 2 (advisors) or 3 (law enforcement)."""
        key = ("guests", need)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._count_guests(need)
        return found

    def _count_guests(self, need: int) -> int:
        tables, limits = self._tables, self._tables.campaign.rules.limits
        counts: dict[int, int] = {}
        for piece in tables.nadc_pieces:
            area, own = self._places[piece], tables.consent_need[tables.piece_kind[piece]]
            if area < 0 or not tables.foreign_mask[tables.piece_seat[piece]] >> area & 1:
                continue
            counts[area] = counts.get(area, 0) + (own == need)
        mask = 0
        for area in tables.areas_in(tables.host_mask):
            limit = tables.campaign.areas[area].presence_limit if need == 2 else None
            default = limits.consent_advisors if need == 2 else limits.consent_units
            if counts.get(area, 0) >= (default if limit is None else limit):
                mask |= 1 << area
        return mask

    def watched_fully(self) -> int:
        """Routes that as many units watch as one route can bear (a set of routes)."""
        found = self._kept.get(("watch", 0))
        if found is None:
            found = self._kept["watch", 0] = self._count_watchers()
        return found

    def _count_watchers(self) -> int:
        state = self._state
        watched = [route for route in state.piece_watch if route >= 0]
        watched += [route for route in state.piece_watch2 if route >= 0]
        return _repeated(watched, self._tables.campaign.rules.limits.watch)

    def reach(self, seat: int) -> int:
        """The areas in reach of a seat's cells: theirs and the neighbours' (RULES 7)."""
        key = ("reach", seat)
        found = self._kept.get(key)
        if found is None:
            tables, found = self._tables, 0
            cells = tables.trait_kinds.get("cell", frozenset())
            for piece in tables.seat_pieces[seat]:
                area = self._places[piece]
                if area >= 0 and tables.piece_kind[piece] in cells:
                    found |= tables.near_mask[area]
            self._kept[key] = found
        return found

    def held(self, seat: int) -> int:
        """The areas where a seat has a piece."""
        return self._where(("held", seat), self._tables.seat_pieces[seat])

    def holding(self, kind: int, seat: int) -> int:
        """The areas where a seat has a piece of a kind."""
        pool = self._tables.pools.get((seat, kind), ())
        return self._where(("holding", kind << _SEAT_BITS | seat), pool)

    def _where(self, key: tuple[str, int], pieces: tuple[int, ...]) -> int:
        found = self._kept.get(key)
        if found is None:
            places, found = self._places, 0
            for piece in pieces:
                if places[piece] >= 0:
                    found |= 1 << places[piece]
            self._kept[key] = found
        return found


def _repeated(places: list[int], least: int) -> int:
    """The places that are listed so many times or more, as a set."""
    each = set(places)
    if len(places) - len(each) < least - 1:
        return 0
    return mask_of(place for place in each if places.count(place) >= least)
