"""The course of play: phases, steps, turns, questions."""

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import NO_SEAT, CardIx, SeatIx, SeatMask
from game.model.state import State


class ActionTaken(Event, frozen=True, tag=True):
    """A seat made a choice; what follows has this as its cause."""

    action: Action


class PhaseBegan(Event, frozen=True, tag=True):
    """A phase began."""

    phase: str
    quarter: int
    round: int

    def apply(self, s: State) -> None:
        """Move the clock of the game."""
        s.phase, s.quarter, s.round, s.step = self.phase, self.quarter, self.round, 0
        s.active = NO_SEAT
        s.queue = []


class StepBegan(Event, frozen=True, tag=True):
    """A step of the phase began, with the seats that act in it."""

    step: int
    queue: tuple[SeatIx, ...]

    def apply(self, s: State) -> None:
        """Set who acts, in order."""
        s.step = self.step
        s.active = self.queue[0] if self.queue else NO_SEAT
        s.queue = list(self.queue[1:])


class TurnEnded(Event, frozen=True, tag=True):
    """The seat to move has finished; the next one follows."""

    seat: SeatIx

    def apply(self, s: State) -> None:
        """Pass the turn on."""
        s.active = s.queue[0] if s.queue else NO_SEAT
        s.queue = s.queue[1:]


class DecisionAsked(Event, frozen=True, tag=True):
    """Somebody must choose before play goes on."""

    decision: Decision

    def apply(self, s: State) -> None:
        """Put the question on the stack."""
        s.pending = [*s.pending, self.decision]


class DecisionChanged(Event, frozen=True, tag=True):
    """A question on the stack changed: an answer came in, or the proposal is another."""

    decision: Decision

    def apply(self, s: State) -> None:
        """Replace the question on top."""
        s.pending = [*s.pending[:-1], self.decision]


class DecisionClosed(Event, frozen=True, tag=True):
    """The question on top has its answer."""

    def apply(self, s: State) -> None:
        """Take it off the stack."""
        s.pending = s.pending[:-1]


class SeatChanged(Event, frozen=True, tag=True):
    """A seat passed to a person or to a bot."""

    seat: SeatIx
    person: bool

    def apply(self, s: State) -> None:
        """Note who is a person."""
        bit = 1 << self.seat
        s.persons = SeatMask(s.persons | bit if self.person else s.persons & ~bit)


class CampaignReloaded(Event, frozen=True, tag=True):
    """The campaign's files were edited and read again in the middle of the game.

    `digest` is the hash of their text. `added` are cards that are new in a seat's deck; they lie
    on its discards until it is shuffled next.
    """

    barrier = True
    digest: str
    added: tuple[tuple[SeatIx, CardIx], ...] = ()

    def apply(self, s: State) -> None:
        """Lay the new cards on the discards."""
        for seat, card in self.added:
            s.discards = put(s.discards, seat, [*s.discards[seat], card])


class GameEnded(Event, frozen=True, tag=True):
    """The game is over; `sudden` tells why: 0 last quarter, 1 NADC failed, 2 Red failed, 3 both."""

    sudden: int

    def apply(self, s: State) -> None:
        """Close the game."""
        s.over, s.sudden = 1, self.sudden
