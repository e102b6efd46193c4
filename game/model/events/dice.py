"""Dice."""

from game.model.events.event import Event
from game.model.ids import NO_CARD, AreaIx, CardIx, Ref, SeatIx


class TestRolled(Event, frozen=True, tag=True):
    """A Test was rolled. `mods` are pairs of a label and a number that everybody may know,
    `hidden` is the sum of what the acting seat could not know."""

    barrier = True
    seat: SeatIx
    what: str
    card: CardIx
    target: Ref
    base: int
    mods: tuple[tuple[str, int], ...]
    hidden: int
    needed: int
    rolled: int

    @property
    def success(self) -> bool:
        """Whether the die showed N or less, and not a 6."""
        return self.rolled <= self.needed and self.rolled < 6


class DieRolled(Event, frozen=True, tag=True):
    """A plain die: it happens on `needed` or less."""

    barrier = True
    what: str
    area: AreaIx
    needed: int
    rolled: int
    card: CardIx = NO_CARD
