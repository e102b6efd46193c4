"""The book of a sitting: every decision goes into it, and from it to the disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from game.model.actions import Action
from game.model.events import CampaignReloaded, Event
from game.model.ids import SeatIx
from game.play.form import EVENT_FORMAT, Change, Entry, Header, Rewriting, SeatSetup
from game.play.handover import people_of
from game.play.record import (
    Record,
    action_entry,
    reload_entry,
    seat_entry,
    texts_of,
    write_events,
    write_state,
)
from game.play.save import Save
from game.play.trouble import SaveError
from game.play.writer import Receipt, SaveWriter
from game.rules.engine import Game
from game.rules.version import RULES_VERSION

STATE_EVERY = 60
"""A whole state is kept at least after so many entries, where nobody hands over the laptop."""


class Ledger:
    """Numbers the entries of one sitting, marks those undone, and keeps the header right."""

    def __init__(
        self, path: Path, save: Save, header: Header, game: Game, live: list[int], following: int
    ) -> None:
        self.path = path
        self.header = header
        self._game = game
        self._writer = SaveWriter(save)
        self._live = live
        self._undone: list[int] = []
        self._next = following
        self._person_to_move = _people(game)
        self._last_state = live[-1]

    @classmethod
    def begin(cls, path: Path, game: Game, header: Header) -> Ledger:
        """A new file; on the disk when this returns. Raises SaveError."""
        campaign = game.campaign
        entry = Entry(0, "start", "", "", write_events(campaign, game.journal))
        first = Change(_moved(header, game), entry, write_state(campaign, game.state))
        save = Save.create(path, texts_of(campaign), first)
        return cls(path, save, first.header, game, [0], 1)

    @classmethod
    def go_on(cls, path: Path, game: Game, record: Record) -> Ledger:
        """Go on writing a file that was read; raises SaveError."""
        save = Save.open(path)
        header = msgspec.structs.replace(
            record.contents.header, rules_version=RULES_VERSION, event_format=EVENT_FORMAT
        )
        live = [step.number for step in record.steps]
        return cls(path, save, header, game, live, len(record.contents.entries))

    @property
    def trouble(self) -> SaveError | None:
        """Why nothing is being written, or None."""
        return self._writer.trouble

    def action(self, action: Action, events: Sequence[Event]) -> Receipt:
        """Write an action that the game has just applied."""
        self._undone.clear()
        return self._add(action_entry(self._game.campaign, self._next, action, events))

    def seat(self, setup: SeatSetup, events: Sequence[Event]) -> Receipt:
        """Write that a seat changed hands."""
        self._undone.clear()
        seats = tuple(setup if one.seat == setup.seat else one for one in self.header.seats)
        self.header = msgspec.structs.replace(self.header, seats=seats)
        return self._add(seat_entry(self._game.campaign, self._next, setup, events))

    def reload(self, game: Game, event: CampaignReloaded, rewriting: Rewriting) -> Receipt:
        """Write that the sitting goes on with an edited campaign, in one piece."""
        self._undone.clear()
        self._game = game
        campaign = game.campaign
        setups = {one.seat: one for one in self.header.seats}
        self.header = msgspec.structs.replace(
            self.header,
            title=campaign.title,
            digest=campaign.digest,
            quarters=campaign.frame.quarters,
            seats=tuple(setups[seat.id] for seat in campaign.seats),
        )
        entry = reload_entry(campaign, self._next, event)
        self._person_to_move = _people(game)
        return self._write(entry, write_state(campaign, game.state), rewriting)

    def undo(self) -> Receipt:
        """Mark the last action as undone; it stays on the record."""
        number = self._live.pop()
        self._undone.append(number)
        return self._mark(number, True)

    def redo(self) -> Receipt:
        """Count the action undone last again: the same action has the same events."""
        number = self._undone.pop()
        self._live.append(number)
        return self._mark(number, False)

    def set(self, **values: object) -> Receipt:
        """Change settings of the sitting in its header."""
        self.header = msgspec.structs.replace(self.header, **values)
        return self._writer.submit(Change(self.header))

    def finish(self, receipt: Receipt) -> None:
        """Wait until a change is on the disk; raises SaveError."""
        self._writer.finish(receipt)

    def retry(self) -> None:
        """Try once more what the disk refused."""
        self._writer.retry()

    def close(self) -> None:
        """Write what waits and close the file."""
        self._writer.close()

    def _add(self, entry: Entry) -> Receipt:
        return self._write(entry, self._state_now(entry.number))

    def _write(
        self, entry: Entry, state: bytes | None, rewriting: Rewriting | None = None
    ) -> Receipt:
        self.header = _moved(self.header, self._game)
        if state is not None:
            self._last_state = entry.number
        self._live.append(entry.number)
        self._next += 1
        return self._writer.submit(Change(self.header, entry, state, rewriting=rewriting))

    def _mark(self, number: int, undone: bool) -> Receipt:
        self.header = _moved(self.header, self._game)
        self._person_to_move = _people(self._game)
        return self._writer.submit(Change(self.header, mark=number, undone=undone))

    def _state_now(self, number: int) -> bytes | None:
        """The whole position, when the laptop changes hands or it is long since the last one."""
        people = _people(self._game)
        handed_over = bool(people) and people != self._person_to_move
        if people:
            self._person_to_move = people
        if not (handed_over or self._game.is_over or number - self._last_state >= STATE_EVERY):
            return None
        return write_state(self._game.campaign, self._game.state)


def _people(game: Game) -> tuple[SeatIx, ...]:
    return people_of(game.state.persons, game.to_move)


def _asked(game: Game) -> list[SeatIx]:
    """The seats whose answer is awaited; one that only may take its proposal back is not."""
    pending = game.state.pending
    waits = pending[-1].waiting if pending else -1
    return [seat for seat in game.to_move if waits >> seat & 1]


def _moved(header: Header, game: Game) -> Header:
    """The header as the game stands now."""
    return msgspec.structs.replace(
        header,
        saved=datetime.now(UTC).isoformat(timespec="milliseconds"),
        quarter=game.state.quarter,
        phase=game.state.phase,
        awaits=tuple(game.campaign.seats[seat].id for seat in _asked(game)),
        over=game.is_over,
        ending_due=game.is_over and (header.ending_due or not header.over),
    )
