"""Red's plans, sealed turns and standing reactions."""

from game.model.actions import Action
from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import RouteIx, SeatIx
from game.model.state import Order, Plan, Sealed, State


class PlayPlanned(Event, frozen=True, tag=True):
    """A Red seat chose a play."""

    seat: SeatIx
    action: Action

    def apply(self, s: State) -> None:
        """Add it to the plan."""
        s.plans = put(s.plans, self.seat, [*s.plans[self.seat], Plan(self.action)])


class PlaySignalled(Event, frozen=True, tag=True):
    """NADC learned one of Red's plays."""

    barrier = True
    seat: SeatIx
    place: int
    action: Action

    def apply(self, s: State) -> None:
        """Mark it as shown."""
        plans = s.plans[self.seat]
        shown = Plan(plans[self.place].action, True)
        s.plans = put(s.plans, self.seat, put(plans, self.place, shown))


class PlayDropped(Event, frozen=True, tag=True):
    """A play could not be carried out and was dropped, unseen."""

    seat: SeatIx
    action: Action


class PlansCleared(Event, frozen=True, tag=True):
    """A Red seat's plays of this quarter are done with."""

    seat: SeatIx

    def apply(self, s: State) -> None:
        """Forget them."""
        s.plans = put(s.plans, self.seat, [])


class UnitPinned(Event, frozen=True, tag=True):
    """A Red seat named a route that one unit of flow must use."""

    seat: SeatIx
    route: RouteIx

    def apply(self, s: State) -> None:
        """Note it for FLOW."""
        s.pins = put(s.pins, self.seat, [*s.pins[self.seat], self.route])


class WakePreferred(Event, frozen=True, tag=True):
    """A Red seat named a dormant route that it would open first should it lose too much, or
    (NO_ROUTE) that it would open no others."""

    seat: SeatIx
    route: RouteIx

    def apply(self, s: State) -> None:
        """Note it for FLOW."""
        s.wakes = put(s.wakes, self.seat, [*s.wakes[self.seat], self.route])


class TurnSealed(Event, frozen=True, tag=True):
    """A Red seat sealed one of its tactical turns."""

    seat: SeatIx
    sealed: Sealed

    def apply(self, s: State) -> None:
        """Keep the order."""
        s.sealed = put(s.sealed, self.seat, [*s.sealed[self.seat], self.sealed])


class SealOpened(Event, frozen=True, tag=True):
    """A sealed order was opened."""

    seat: SeatIx

    def apply(self, s: State) -> None:
        """Take it from the pile."""
        s.sealed = put(s.sealed, self.seat, s.sealed[self.seat][1:])


class ReactionOrdered(Event, frozen=True, tag=True):
    """A seat set a standing reaction."""

    seat: SeatIx
    order: Order

    def apply(self, s: State) -> None:
        """Keep it; one for each window."""
        kept = [one for one in s.orders[self.seat] if one.window != self.order.window]
        s.orders = put(s.orders, self.seat, [*kept, self.order])


class Reacted(Event, frozen=True, tag=True):
    """A standing reaction was carried out."""

    seat: SeatIx
    order: Order
    by: int = 0

    def apply(self, s: State) -> None:
        """Use it up."""
        left = [one for one in s.orders[self.seat] if one != self.order]
        s.orders = put(s.orders, self.seat, left)
        s.reacted = put(s.reacted, self.seat, s.reacted[self.seat] + 1)


class RedActed(Event, frozen=True, tag=True):
    """A Red seat carried out so many plays; everybody sees the number, not the plays."""

    seat: SeatIx
    plays: int
