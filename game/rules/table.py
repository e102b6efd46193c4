"""Table: a campaign's tables, a position and its journal. It emits, rolls and asks; no rules."""

from game.content.campaign import Campaign
from game.content.schema.rules import Rules
from game.model.decisions import Decision
from game.model.dice import below, die, draw, stream
from game.model.events import (
    DecisionAsked,
    DecisionChanged,
    DecisionClosed,
    DieRolled,
    Event,
    MoneyChanged,
    TrackChanged,
)
from game.model.ids import ALL_SEATS, NO_AREA, NO_CARD, AreaIx, CardIx, SeatIx, SeatMask, TrackIx
from game.model.state import State
from game.rules.presence import Presence
from game.rules.tables import TRACK_MAX, Tables

_PLAIN_DIE = stream("plain")


class Table:
    """What every rule is handed: it reads `state` and writes it through `emit` alone.

    Who writes a position in another way lays a new table for it.
    """

    __slots__ = ("_presence", "cause", "journal", "reacting", "rules", "state", "tables")

    def __init__(self, tables: Tables, state: State, journal: list[Event]) -> None:
        self.tables = tables
        self.rules: Rules = tables.campaign.rules
        self.state = state
        self.journal = journal
        self.cause = -1
        self.reacting = False
        self._presence: Presence | None = None

    @property
    def campaign(self) -> Campaign:
        """The campaign being played."""
        return self.tables.campaign

    @property
    def presence(self) -> Presence:
        """Who stands where now."""
        found = self._presence
        if found is None:
            found = self._presence = Presence(self.tables, self.state)
        return found

    def emit(self, event: Event) -> int:
        """Let something happen; returns its place in the journal."""
        state, journal = self.state, self.journal
        event.apply(state)
        journal.append(event)
        state.clock += 1
        if event.moves_pieces:
            self._presence = None
        return len(journal) - 1

    def ask(self, decision: Decision, seen: SeatMask = ALL_SEATS) -> None:
        """Put a question on the stack."""
        self.emit(DecisionAsked(decision, cause=self.cause, seen=seen))

    def change(self, decision: Decision) -> None:
        """Change the question on top."""
        self.emit(DecisionChanged(decision, cause=self.cause))

    def close(self) -> None:
        """Take the question on top off the stack."""
        self.emit(DecisionClosed(cause=self.cause))

    def track(self, track: int, by: int) -> None:
        """Move a public track; it stops at its ends (RULES 4)."""
        before = self.state.tracks[track]
        after = min(TRACK_MAX[track], max(0, before + by))
        if after != before:
            self.emit(TrackChanged(TrackIx(track), before, after, cause=self.cause))

    def money(self, seat: SeatIx, what: str, by: int, highest: int = 999) -> int:
        """Change an amount of a seat, within 0 and `highest`; returns the change made."""
        amounts: list[int] = getattr(self.state, what)
        before = amounts[seat]
        after = min(highest, max(0, before + by))
        if after != before:
            seen = self.private(seat) if what in ("cash", "bank", "stash") else ALL_SEATS
            self.emit(MoneyChanged(seat, what, before, after, cause=self.cause, seen=seen))
        return after - before

    def private(self, seat: SeatIx) -> SeatMask:
        """The seats that may know what only this seat does."""
        return SeatMask(1 << seat)

    def die(self, purpose: int, *key: int) -> int:
        """A die, 1 to 6, keyed by what it is for, so that parallel tables share their luck."""
        state = self.state
        return die(state.seed, state.branch, purpose, state.quarter, *key)

    def luck(self, purpose: int) -> int:
        """The part that all dice of a purpose share this quarter; `die_of` goes on from it."""
        state = self.state
        return draw(state.seed, state.branch, purpose, state.quarter)

    def below(self, limit: int, purpose: int, *key: int) -> int:
        """A number from 0 up to, but not including, `limit`."""
        state = self.state
        return below(limit, state.seed, state.branch, purpose, state.quarter, *key)

    def happens(
        self,
        what: str,
        needed: int,
        area: AreaIx = NO_AREA,
        card: CardIx = NO_CARD,
        seen: SeatMask = ALL_SEATS,
        key: tuple[int, ...] = (),
    ) -> bool:
        """Roll a plain die for something that happens on `needed` or less."""
        if needed <= 0:
            return False
        rolled = self.die(_PLAIN_DIE, stream(what), area, card, *key)
        self.emit(DieRolled(what, area, needed, rolled, card, cause=self.cause, seen=seen))
        return rolled <= needed
