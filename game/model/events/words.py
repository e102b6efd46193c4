"""Injects, answers and sentences."""

from game.model.events.event import Event
from game.model.ids import NO_SEAT, CardIx, InjectIx, SeatIx
from game.model.state import State


class InjectFired(Event, frozen=True, tag=True):
    """An inject came into play."""

    inject: InjectIx

    def apply(self, s: State) -> None:
        """It fires once unless it repeats."""
        s.fired |= 1 << self.inject
        s.injects_due = [one for one in s.injects_due if one != self.inject]


class InjectQueued(Event, frozen=True, tag=True):
    """An inject will fire in the next SITUATION."""

    inject: InjectIx

    def apply(self, s: State) -> None:
        """Queue it."""
        s.injects_due = [*s.injects_due, self.inject]


class OptionChosen(Event, frozen=True, tag=True):
    """A seat answered an inject."""

    seat: SeatIx
    inject: InjectIx
    option: int


class ProbeAnswered(Event, frozen=True, tag=True):
    """A seat answered a question of the tutorial; it never affects play."""

    seat: SeatIx
    probe: str
    answer: int
    right: bool
    detail: tuple[int, ...] = ()


class ConsentAnswered(Event, frozen=True, tag=True):
    """A seat agreed to, refused, joined or declined a proposal."""

    seat: SeatIx
    card: CardIx
    verb: str
    proposer: SeatIx = NO_SEAT


class Said(Event, frozen=True, tag=True):
    """A sentence for the log: `why` of a bot, or a message of a card."""

    seat: SeatIx
    text: str
    kind: str = "message"


class FlagSet(Event, frozen=True, tag=True):
    """A once-a-quarter mark of the whole table was set."""

    flag: int

    def apply(self, s: State) -> None:
        """Set it."""
        s.flags |= self.flag


class ReadingChosen(Event, frozen=True, tag=True):
    """The reading of contested evidence was chosen; the review shows both."""

    seat: SeatIx
    card: CardIx
    reading: str
