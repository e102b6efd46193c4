"""Areas and routes."""

from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import NO_SEAT, AreaIx, RouteIx, SeatIx, SeatMask
from game.model.state import DORMANT, OPENED, State


class GovChanged(Event, frozen=True, tag=True):
    """An area moved on the governance ladder."""

    area: AreaIx
    before: int
    after: int

    def apply(self, s: State) -> None:
        """Set the step."""
        s.gov = put(s.gov, self.area, self.after)


class ViolenceChanged(Event, frozen=True, tag=True):
    """Violence in an area changed."""

    area: AreaIx
    before: int
    after: int

    def apply(self, s: State) -> None:
        """Set the level."""
        s.violence = put(s.violence, self.area, self.after)


class AreaGoverned(Event, frozen=True, tag=True):
    """A Govern was tried in an area; once a seat and an area each quarter. `free` says that a
    card gave it."""

    seat: SeatIx
    area: AreaIx
    free: bool = False

    def apply(self, s: State) -> None:
        """Mark the area."""
        s.governed_areas |= 1 << self.area
        if self.free:
            s.governed_free |= 1 << self.area


class HeatChanged(Event, frozen=True, tag=True):
    """A route became hotter or cooler; `cooling` counts halves towards the next step."""

    route: RouteIx
    before: int
    after: int
    cooling: int = 0

    def apply(self, s: State) -> None:
        """Set the heat."""
        s.heat = put(s.heat, self.route, self.after)
        s.cooling = put(s.cooling, self.route, self.cooling)


class RouteOpened(Event, frozen=True, tag=True):
    """A dormant route came into use."""

    route: RouteIx
    seat: SeatIx = NO_SEAT

    def apply(self, s: State) -> None:
        """Open it."""
        s.open = put(s.open, self.route, OPENED)
        s.opener = put(s.opener, self.route, self.seat)
        s.opened_now = [*s.opened_now, self.route]


class RouteClosed(Event, frozen=True, tag=True):
    """A route fell out of use."""

    route: RouteIx

    def apply(self, s: State) -> None:
        """Close it, and forget who knew of it."""
        s.open = put(s.open, self.route, DORMANT)
        s.route_known = put(s.route_known, self.route, 0)


class RouteKnown(Event, frozen=True, tag=True):
    """Seats learned that a route opened in play is in use."""

    barrier = True
    route: RouteIx
    seats: SeatMask

    def apply(self, s: State) -> None:
        """Note who knows."""
        known = s.route_known[self.route] | self.seats
        s.route_known = put(s.route_known, self.route, known)


class RouteWatched(Event, frozen=True, tag=True):
    """Seats learned a route's true flow of last quarter."""

    barrier = True
    route: RouteIx
    seats: SeatMask

    def apply(self, s: State) -> None:
        """Note who knows."""
        known = s.true_known[self.route] | self.seats
        s.true_known = put(s.true_known, self.route, known)


class RouteSurged(Event, frozen=True, tag=True):
    """A route is surged this quarter: +1 D, +1 E."""

    route: RouteIx
    seat: SeatIx

    def apply(self, s: State) -> None:
        """Mark it."""
        s.surged = put(s.surged, self.route, 1)
