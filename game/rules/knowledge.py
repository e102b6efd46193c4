"""Who knows of what: pieces, routes, and counts as a seat sees them (RULES 11)."""

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from game.content.conditions import Condition, holds, read_condition
from game.content.schema.words import AllOf, AnyOf
from game.model.ids import PieceIx, RouteIx, SeatIx, SeatMask
from game.model.state import ACTIVE, EXPOSED, OPENED, PENDING, State
from game.rules.law import watchers
from game.rules.scores import gov_score, margin_of, reach, supply
from game.rules.tables import FUSION, TRACK_IX, Tables


def sees_piece(tables: Tables, state: State, seat: int, piece: int) -> bool:
    """Whether a seat knows of a piece that is on the map."""
    owner = tables.piece_seat[piece]
    if tables.is_nadc(owner) or owner == seat:
        return True
    known = state.piece_known[piece]
    if not tables.is_nadc(seat):
        return bool(known >> seat & 1)
    if state.tracks[FUSION] >= 1:
        return bool(known & tables.nadc_mask)
    return bool(known >> seat & 1)


def knows_route(tables: Tables, state: State, seat: int, route: int) -> bool:
    """Whether a seat knows whether a route is in use."""
    if state.open[route] != OPENED or not tables.is_nadc(seat):
        return True
    if state.tracks[FUSION] >= tables.campaign.rules.thresholds.flow_fusion:
        return True
    known = state.route_known[route]
    if state.tracks[FUSION] >= 1:
        return bool(known & tables.nadc_mask)
    return bool(known >> seat & 1)


def seems_open(tables: Tables, state: State, seat: int, route: int) -> bool:
    """Whether a route is in use as far as a seat knows."""
    return bool(state.open[route]) and knows_route(tables, state, seat, route)


def knows_flow(tables: Tables, state: State, seat: int, route: int) -> bool:
    """Whether a seat knows a route's true flow of last quarter."""
    if tables.campaign.rules.ghost or not tables.is_nadc(seat):
        return True
    known = state.true_known[route]
    return bool(known & tables.nadc_mask if state.tracks[FUSION] >= 1 else known >> seat & 1)


def finders(tables: Tables, state: State, seat: SeatIx) -> SeatMask:
    """The seats that learn what a coalition seat finds: all partners at Fusion 1 or more."""
    return tables.nadc_mask if state.tracks[FUSION] >= 1 else SeatMask(1 << seat)


def owner_and(tables: Tables, piece: PieceIx, seats: SeatMask) -> SeatMask:
    """These seats and the owner of a piece."""
    return SeatMask(seats | 1 << tables.piece_seat[piece])


@cache
def compiled(written: str | AllOf | AnyOf) -> Condition:
    """A condition of the campaign's files, read once."""
    return read_condition(written)


_SUMS: dict[str, Callable[[Tables, State, SeatIx], int]] = {
    "reach": lambda tables, state, seat: reach(tables, state),
    "supply": supply,
    "margin": lambda tables, state, seat: margin_of(tables, state, seat).value,
}


class Knowledge:
    """Quantities of conditions as one seat can know them; seat -1 knows the truth."""

    __slots__ = ("seat", "state", "tables")

    def __init__(self, tables: Tables, state: State, seat: int = -1) -> None:
        self.tables = tables
        self.state = state
        self.seat = seat

    def holds(self, condition: Condition) -> bool:
        """Whether a condition holds as far as the seat knows."""
        return holds(condition, self.value)

    def value(self, name: str, argument: str | None) -> int | Fraction:
        """A quantity's value by name and argument; raises KeyError for an unknown name."""
        track = TRACK_IX.get(name)
        if track is not None:
            return self.state.tracks[track]
        if argument is None:
            return self._plain(name)
        return self._of(name, argument)

    def _plain(self, name: str) -> int:
        state = self.state
        tally = dict(
            zip(
                ("routed", "seized", "seen_not_stopped", "delivered", "undetected"),
                state.tally,
                strict=False,
            )
        )
        if name in tally:
            return tally[name]
        if name == "gov_score":
            return gov_score(self.tables, state)
        left = self.tables.campaign.frame.quarters - state.quarter
        return {"quarter": state.quarter, "round": state.round, "quarters_left": left}[name]

    def _of(self, name: str, argument: str) -> int | Fraction:
        campaign = self.tables.campaign
        if argument in campaign.seat_ix:
            return self._of_seat(name, campaign.seat_ix[argument])
        if name in ("gov", "violence"):
            values = self.state.gov if name == "gov" else self.state.violence
            return values[campaign.area_ix[argument]]
        if name in ("heat", "flow", "open", "watchers"):
            return self._of_route(name, RouteIx(campaign.route_ix[argument]))
        if name in ("pieces", "exposed"):
            return self._pieces(campaign.kind_ix[argument], only_exposed=name == "exposed")
        return self._of_card(name, campaign.card_ix[argument])

    def _of_seat(self, name: str, seat: int) -> int | Fraction:
        state, tables = self.state, self.tables
        if name == "loss_rate":
            routed = state.tally[0]
            return Fraction(state.lost[seat], routed) if routed else 0
        if name in ("fronts", "labs", "cells"):
            kinds = tables.trait_kinds.get(name[:-1], frozenset())
            return sum(
                self._counts(one) and tables.piece_kind[one] in kinds
                for one in tables.seat_pieces[seat]
            )
        if name in _SUMS:
            return _SUMS[name](tables, state, SeatIx(seat))
        if name in ("units", "hand"):
            places = state.piece_area
            hand, units = len(state.hands[seat]), tables.seat_pieces[seat]
            return hand if name == "hand" else sum(places[one] >= 0 for one in units)
        if name in ("cash", "bank", "stash") and self.seat not in (-1, seat):
            return 0
        amounts: list[int] = getattr(state, name)
        return amounts[seat]

    def _of_route(self, name: str, route: RouteIx) -> int:
        if name == "heat":
            return self.state.heat[route]
        if name == "watchers":
            return watchers(self.state, self.tables, route)
        if name == "open":
            return int(
                seems_open(self.tables, self.state, self.seat, route)
                if self.seat >= 0
                else self.state.open[route] > 0
            )
        if self.seat >= 0 and not knows_flow(self.tables, self.state, self.seat, route):
            return 0
        return self.state.flow[route]

    def _of_card(self, name: str, card: int) -> int:
        state = self.state
        if name == "active":
            return int(state.card_state[card] == ACTIVE)
        if name == "unlocked":
            return state.unlocked >> card & 1
        if name == "pending":
            return int(state.card_state[card] == PENDING)
        return {"played": int(state.played[card] > 0)}[name]

    def _pieces(self, kind: int, *, only_exposed: bool) -> int:
        state, tables = self.state, self.tables
        return sum(
            self._counts(piece) and (not only_exposed or bool(state.piece_marks[piece] & EXPOSED))
            for piece, one in enumerate(tables.piece_kind)
            if one == kind
        )

    def _counts(self, piece: int) -> bool:
        if self.state.piece_area[piece] < 0:
            return False
        return self.seat < 0 or sees_piece(self.tables, self.state, self.seat, piece)
