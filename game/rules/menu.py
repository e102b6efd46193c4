"""Actions made once for a campaign and shared by every list of legal ones.

A list of choices is put together from rows: one seat doing one thing (with one card) to each
area, route or piece. Each row is made when it is first asked for, and never changes.
"""

from collections.abc import Callable

from game.model.actions import Action, Verb
from game.model.ids import (
    NO_CARD,
    NO_REF,
    CardIx,
    PieceIx,
    Ref,
    SeatIx,
    area_ref,
    piece_ref,
    route_ref,
)

Row = tuple[Action, ...]
"""One action for each area, route or piece, by its place."""


class Menu:
    """The actions of a campaign with so many areas, routes and pieces."""

    __slots__ = ("_areas", "_kept", "_lists", "_pieces", "_routes")

    def __init__(self, areas: int, routes: int, pieces: int) -> None:
        self._areas = range(areas)
        self._routes = range(routes)
        self._pieces = range(pieces)
        self._kept: dict[tuple[object, ...], Row] = {}
        self._lists: dict[tuple[object, ...], Row] = {}

    def plain(self, seat: SeatIx, verb: Verb, card: CardIx = NO_CARD) -> Action:
        """The action without a target."""
        key = (seat, verb, card)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = (Action(seat, verb, card),)
        return found[0]

    def areas(self, seat: SeatIx, verb: Verb, card: CardIx = NO_CARD, other: Ref = NO_REF) -> Row:
        """The action at each area, all with the same second target."""
        key = ("area", seat, verb, card, other)
        found = self._kept.get(key)
        if found is None:
            row = tuple(Action(seat, verb, card, area_ref(ix), other) for ix in self._areas)
            found = self._kept[key] = row
        return found

    def routes(self, seat: SeatIx, verb: Verb, card: CardIx = NO_CARD) -> Row:
        """The action at each route."""
        key = ("route", seat, verb, card)
        found = self._kept.get(key)
        if found is None:
            row = tuple(Action(seat, verb, card, route_ref(ix)) for ix in self._routes)
            found = self._kept[key] = row
        return found

    def pieces(self, seat: SeatIx, verb: Verb, card: CardIx = NO_CARD) -> Row:
        """The action at each piece."""
        key = ("piece", seat, verb, card)
        found = self._kept.get(key)
        if found is None:
            row = tuple(Action(seat, verb, card, piece_ref(ix)) for ix in self._pieces)
            found = self._kept[key] = row
        return found

    def to_areas(self, seat: SeatIx, verb: Verb, piece: PieceIx) -> Row:
        """The action with a piece towards each area."""
        key = ("to-area", seat, verb, piece)
        found = self._kept.get(key)
        if found is None:
            ref = piece_ref(piece)
            row = tuple(Action(seat, verb, NO_CARD, ref, area_ref(ix)) for ix in self._areas)
            found = self._kept[key] = row
        return found

    def to_routes(self, seat: SeatIx, verb: Verb, piece: PieceIx) -> Row:
        """The action with a piece towards each route."""
        key = ("to-route", seat, verb, piece)
        found = self._kept.get(key)
        if found is None:
            ref = piece_ref(piece)
            row = tuple(Action(seat, verb, NO_CARD, ref, route_ref(ix)) for ix in self._routes)
            found = self._kept[key] = row
        return found

    def once(self, key: tuple[object, ...], make: Callable[[], Row]) -> Row:
        """A list that depends on nothing but its key, made when it is first asked for."""
        found = self._lists.get(key)
        if found is None:
            found = self._lists[key] = make()
        return found
