"""FLOW: units on their way, estimates, pins."""

from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import PieceIx, RouteIx, SeatIx
from game.model.state import State


def _more(counts: list[int], *places: int) -> list[int]:
    """The list with one more at each of these places."""
    new = counts[:]
    for place in places:
        new[place] += 1
    return new


def _until(path: tuple[RouteIx, ...], last: RouteIx) -> tuple[RouteIx, ...]:
    """A path as far as a unit came: to where it was seized, else all of it."""
    return path[: path.index(last) + 1] if last >= 0 else path


class UnitDrawn(Event, frozen=True, tag=True):
    """A Rotating unit's route was drawn for this FLOW."""

    barrier = True
    moves_pieces = True
    piece: PieceIx
    route: RouteIx

    def apply(self, s: State) -> None:
        """It watches that route now."""
        s.piece_watch = put(s.piece_watch, self.piece, self.route)


class FlowBegan(Event, frozen=True, tag=True):
    """FLOW began with so many units routed; last quarter's figures are laid aside."""

    barrier = True
    routed: int

    def apply(self, s: State) -> None:
        """Set the counts to zero."""
        count = len(s.flow)
        s.flow_before = s.flow
        s.flow, s.seized, s.seen = [0] * count, [0] * count, [0] * count
        s.marker, s.true_known = [0] * count, [0] * count
        s.tally = [0, 0, 0, 0, 0]
        s.sent = s.lost = s.ways = [0] * len(s.lost)


class UnitFlowed(Event, frozen=True, tag=True):
    """One unit of flow went its way. For each watched route of its path `rolls` has four
    numbers: route, D roll, E roll and the roll of a hand-over (0 where nothing was rolled)."""

    seat: SeatIx
    path: tuple[RouteIx, ...]
    rolls: tuple[tuple[int, int, int, int], ...]
    seized_at: RouteIx
    seen_at: tuple[RouteIx, ...] = ()
    number: int = 0

    def apply(self, s: State) -> None:
        """Count it."""
        used = _until(self.path, self.seized_at)
        s.flow = _more(s.flow, *used)
        s.sent = _more(s.sent, self.seat)
        ways = s.ways[self.seat]
        for route in used:
            ways |= 1 << route
        s.ways = put(s.ways, self.seat, ways)
        s.seen = _more(s.seen, *self.seen_at)
        if self.seized_at >= 0:
            s.seized = _more(s.seized, self.seized_at)
            s.marker = put(s.marker, self.seized_at, 1)
            s.lost = _more(s.lost, self.seat)
        routed, seized, seen, delivered, undetected = s.tally
        is_seized = self.seized_at >= 0
        s.tally = [
            routed + 1,
            seized + is_seized,
            seen + len(self.seen_at),
            delivered + (not is_seized),
            undetected + (not is_seized and not self.seen_at),
        ]


class MarkerUsed(Event, frozen=True, tag=True):
    """A case was built on a seizure."""

    route: RouteIx

    def apply(self, s: State) -> None:
        """Take the marker."""
        s.marker = put(s.marker, self.route, 0)


class EstimatesMade(Event, frozen=True, tag=True):
    """Analysts estimated the flow of every route: the error of each estimate's middle."""

    barrier = True
    errors: tuple[int, ...]

    def apply(self, s: State) -> None:
        """Keep the errors."""
        s.estimate = list(self.errors)


class SupplyCut(Event, frozen=True, tag=True):
    """Unpaid upkeep cuts a network's supply of next quarter."""

    seat: SeatIx
    by: int

    def apply(self, s: State) -> None:
        """Note it."""
        s.supply_cut = put(s.supply_cut, self.seat, self.by)


class FlowOrdersCleared(Event, frozen=True, tag=True):
    """What a Red seat had said for this FLOW is done with: its pins and the routes to open."""

    seat: SeatIx

    def apply(self, s: State) -> None:
        """Forget it."""
        s.pins = put(s.pins, self.seat, [])
        s.wakes = put(s.wakes, self.seat, [])


class PlaysCut(Event, frozen=True, tag=True):
    """A Red seat will execute fewer plays in its next RED_REVEAL."""

    seat: SeatIx
    value: int

    def apply(self, s: State) -> None:
        """Note it."""
        s.fewer_plays = put(s.fewer_plays, self.seat, self.value)


class UnitSighted(Event, frozen=True, tag=True):
    """The coalition saw a unit of flow on a route, and stopped it or not; the rest of its way
    stays unknown. Rolls as in `UnitFlowed`."""

    barrier = True
    number: int
    route: RouteIx
    rolls: tuple[int, int, int]
    seized: bool


class FlowSettled(Event, frozen=True, tag=True):
    """FLOW is over: routed, seized, seen not stopped, delivered, undetected; and the loss rate
    in percent (of two networks, that of the one that lost more) against the tolerance."""

    counts: tuple[int, int, int, int, int]
    loss: int
    tolerance: int


class Laundered(Event, frozen=True, tag=True):
    """A network laundered income and paid its upkeep; what it could not pay is `short`."""

    seat: SeatIx
    income: int
    cleaned: int
    upkeep: int
    short: int
