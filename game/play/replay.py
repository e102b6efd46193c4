"""A saved sitting, looked at again: every position, for those who may see it, and as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.content.campaign import Campaign
from game.model.actions import Action
from game.model.events import ActionTaken, Event
from game.model.ids import ALL_SEATS, SeatMask
from game.model.view import View
from game.play.briefing import is_known
from game.play.form import Header
from game.play.pin import opens
from game.play.reading import read, read_header
from game.play.record import Record, Step, read_record
from game.rules.engine import Game

TRUTH = SeatMask(0)
"""Viewers who may know everything: the facilitator, and everybody once a game is over."""


@dataclass(frozen=True, slots=True)
class Position:
    """One step of a replay, as far as the viewers may know of it: the action that was taken
    (None for the start, a seat that changed hands, or what is hidden), its events, the view."""

    place: int
    action: Action | None
    events: tuple[Event, ...]
    view: View


class Replay:
    """A sitting read from its file; nothing is ever written. Places count from 0, the start."""

    def __init__(self, path: Path, record: Record) -> None:
        self.path = path
        self._record = record

    @classmethod
    def open(cls, path: Path) -> Replay:
        """Read a sitting, also one that is being played in another window; raises SaveError."""
        return cls(path, read_record(path.name, read(path)))

    @property
    def header(self) -> Header:
        """The sitting's header."""
        return self._record.contents.header

    @property
    def campaign(self) -> Campaign:
        """The campaign as it was played."""
        return self._record.campaign

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done, in order, without what was undone; the first is the set-up."""
        return self._record.steps

    @property
    def undone(self) -> int:
        """How many actions were undone; they are on the record and count for nothing."""
        return sum(entry.undone for entry in self._record.contents.entries)

    def viewers(self, pin: str = "") -> SeatMask:
        """Who looks: everything once the game is over or with the PIN, else the table view."""
        if self.header.over or (pin and opens(pin, self.header.pin)):
            return TRUTH
        return self.table()

    def table(self) -> SeatMask:
        """The seats of the people present; every seat where nobody plays."""
        ix = self.campaign.seat_ix
        people = sum(1 << ix[one.seat] for one in self.header.seats if one.is_person)
        return SeatMask(people) if people else ALL_SEATS

    def game_at(self, place: int) -> Game:
        """The game as it stood after a step."""
        journal = [event for step in self.steps[: place + 1] for event in step.events]
        return Game.resume(self.campaign, self._record.state_after(place), journal)

    def position(self, place: int, viewers: SeatMask) -> Position:
        """What viewers see after a step."""
        step = self.steps[place]
        known = tuple(event for event in step.events if is_known(event, viewers))
        action = step.action if any(isinstance(one, ActionTaken) for one in known) else None
        return Position(place, action, known, self.game_at(place).view_for(viewers))

    def positions(self, viewers: SeatMask) -> Iterator[Position]:
        """Every position in order."""
        for place in range(len(self.steps)):
            yield self.position(place, viewers)

    def refreshed(self) -> Replay:
        """This sitting as it stands on the disk now: itself when nothing has happened since.

        Raises SaveError when the file has gone or is being replaced; the last picture still holds.
        """
        if read_header(self.path) == self.header:
            return self
        contents = read(self.path)
        same = contents.header.digest == self.header.digest
        campaign = self.campaign if same else None
        return Replay(self.path, read_record(self.path.name, contents, campaign))
