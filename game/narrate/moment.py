"""Moment: what a reader who follows the journal knows while reading one of its events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.model.events import (
    ActionTaken,
    DecisionAsked,
    DecisionChanged,
    DecisionClosed,
    Event,
    FlowBegan,
    PhaseBegan,
    PieceDeployed,
    PieceExposed,
    PieceHidden,
    PieceMoved,
    PieceRemoved,
    TrackChanged,
    UnitFlowed,
)
from game.model.ids import NO_SEAT, SeatIx, SeatMask
from game.rules.setup import first_state
from game.rules.tables import CONSENT, Tables

TRUTH = SeatMask(0)
"""The readers' mask of those who may know everything (White, the review)."""


@dataclass(slots=True)
class Moment:
    """Quarter, phase, open questions, and where the pieces stand that the readers know of.

    `mask` is the set of readers, who all read the same page; 0 is the truth (White).
    """

    mask: SeatMask = TRUTH
    quarter: int = 0
    phase: str = "setup"
    round: int = 0
    where: dict[int, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    followed: set[int] = field(default_factory=set)
    """Numbers of the units of this FLOW whose whole way the readers know."""
    consent: int = 0
    acted: set[SeatIx] = field(default_factory=set)
    """Seats that have made a choice in this phase, as far as the readers know."""
    actor: SeatIx = NO_SEAT
    """The seat that chose last in this phase."""
    verb: str = ""
    """What it chose."""

    @classmethod
    def at_start(cls, tables: Tables, mask: SeatMask = TRUTH) -> "Moment":
        """The moment before the first event: the campaign's own placements."""
        start = first_state(tables, (), 0)
        where = {
            piece: area
            for piece, area in enumerate(start.piece_area)
            if area >= 0 and _is_known(tables, piece, mask)
        }
        return cls(mask, where=where, consent=start.tracks[CONSENT])

    def sees(self, event: Event) -> bool:
        """Whether every reader may know of an event."""
        return event.seen & self.mask == self.mask

    def follow(self, journal: Iterable[Event]) -> Iterator[tuple[int, Event]]:
        """The events that the readers may know of, each with its place, at its own moment: what
        begins a phase is taken in before it is handed out, everything else after."""
        for place, event in enumerate(journal):
            if not self.sees(event):
                continue
            begins = isinstance(event, PhaseBegan)
            if begins:
                self.read(event)
            yield place, event
            if not begins:
                self.read(event)

    def read(self, event: Event) -> None:
        """Take in an event that the readers may know of."""
        if isinstance(event, PhaseBegan):
            self.quarter, self.phase, self.round = event.quarter, event.phase, event.round
            self.asked.clear()
            self.acted.clear()
            self.actor, self.verb = NO_SEAT, ""
        elif isinstance(event, ActionTaken):
            self.actor, self.verb = event.action.seat, event.action.verb
            self.acted.add(self.actor)
        elif isinstance(event, TrackChanged):
            self.consent = event.after if event.track == CONSENT else self.consent
        elif isinstance(event, DecisionAsked):
            self.asked.append(event.decision.kind)
        elif isinstance(event, DecisionChanged):
            self.asked[-1:] = [event.decision.kind]
        elif isinstance(event, DecisionClosed):
            del self.asked[-1:]
        elif isinstance(event, FlowBegan):
            self.followed.clear()
        elif isinstance(event, UnitFlowed):
            self.followed.add(event.number)
        else:
            self._place(event)

    def _place(self, event: Event) -> None:
        if isinstance(event, PieceMoved):
            self.where[event.piece] = event.after
        elif isinstance(event, (PieceDeployed, PieceExposed)):
            self.where[event.piece] = event.area
        elif isinstance(event, (PieceRemoved, PieceHidden)):
            self.where.pop(event.piece, None)


def _is_known(tables: Tables, piece: int, mask: SeatMask) -> bool:
    """Whether every reader knows a piece of the set-up: units are public, Red pieces hidden."""
    owner = tables.piece_seat[piece]
    return tables.is_nadc(owner) or not mask & ~(1 << owner)
