"""A game into a saved sitting and back: ids as words, never places in a tuple.

Going on from a save folds the events over the last whole state and never plays the rules again,
so that a sitting outlives a change of the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from game.content.campaign import Campaign
from game.content.loader import load_campaign_texts
from game.content.problems import ContentError
from game.model.actions import Action
from game.model.events import ActionTaken, CampaignReloaded, Event
from game.model.ids import SeatIx, SeatMask
from game.model.state import State
from game.play import form
from game.play.form import Contents, Entry, SeatSetup, Texts
from game.play.trouble import damaged
from game.rules.carrying import Carrier
from game.rules.engine import Game
from game.rules.notation import (
    event_from_json,
    event_to_json,
    read_action,
    write_action,
)
from game.rules.positions import state_from_json, state_to_json

MISFITS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    MemoryError,
    msgspec.MsgspecError,
)
"""What comes of data that a rule would never have written."""


@dataclass(frozen=True, slots=True)
class Step:
    """A live entry read back: what was done and the events that came of it."""

    number: int
    kind: form.EntryKind
    seat: SeatIx
    action: Action | None
    setup: SeatSetup | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A saved sitting read back. `states` are whole positions by entry number."""

    contents: Contents
    campaign: Campaign
    steps: tuple[Step, ...]
    states: dict[int, State]

    @property
    def journal(self) -> list[Event]:
        """Every event that counts, in order."""
        return [event for step in self.steps for event in step.events]

    def state_after(self, place: int) -> State:
        """The position after a step, by its place in `steps`; events may go on with it."""
        begin = place
        while self.steps[begin].number not in self.states:
            begin -= 1
        state = self.states[self.steps[begin].number].snapshot()
        for step in self.steps[begin + 1 : place + 1]:
            fold(state, step.events)
        return state

    def last_choices(self) -> list[tuple[State, int]]:
        """The position before each choice since something that stays, that included, with the
        place in the journal where its events begin."""
        begin = len(self.steps)
        while begin > 1 and _is_choice(self.steps[begin - 1]):
            begin -= 1
            if any(event.barrier for event in self.steps[begin].events):
                break
        place = sum(len(step.events) for step in self.steps[:begin])
        state, before = self.state_after(begin - 1), []
        for step in self.steps[begin:]:
            before.append((state.snapshot(), place))
            fold(state, step.events)
            place += len(step.events)
        return before


def fold(state: State, events: Iterable[Event]) -> None:
    """Let events happen to a position."""
    for event in events:
        event.apply(state)
        state.clock += 1


def texts_of(campaign: Campaign) -> Texts:
    """The whole text of a campaign, for a save."""
    return Texts(dict(campaign.texts), dict(campaign.library_texts))


def write_events(campaign: Campaign, events: Sequence[Event]) -> str:
    """Events as a JSON list."""
    return msgspec.json.encode([event_to_json(campaign, event) for event in events]).decode()


def write_state(campaign: Campaign, state: State) -> bytes:
    """A whole position, packed."""
    return form.pack(msgspec.json.encode(state_to_json(campaign, state)))


def action_entry(campaign: Campaign, number: int, action: Action, events: Sequence[Event]) -> Entry:
    """The entry of an action."""
    seat = campaign.seats[action.seat].id
    words = write_action(campaign, action)
    return Entry(number, "action", seat, words, write_events(campaign, events))


def seat_entry(campaign: Campaign, number: int, setup: SeatSetup, events: Sequence[Event]) -> Entry:
    """The entry of a seat that changed hands."""
    words = msgspec.json.encode(setup).decode()
    return Entry(number, "seat", setup.seat, words, write_events(campaign, events))


def reload_entry(campaign: Campaign, number: int, event: CampaignReloaded) -> Entry:
    """The entry of a campaign that was edited and read again; its body is the texts' hash."""
    return Entry(number, "reload", "", event.digest, write_events(campaign, [event]))


def carried_entries(carrier: Carrier, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Those entries whose events read otherwise in an edited campaign, written for it."""
    for entry in entries:
        events = write_events(carrier.new, carrier.events(_events(carrier.old, entry)))
        if events != entry.events:
            yield msgspec.structs.replace(entry, events=events)


def read_record(name: str, contents: Contents, campaign: Campaign | None = None) -> Record:
    """A saved sitting's campaign, steps and states; raises SaveError when they do not fit.

    `campaign` is that of the same texts, where it has been read before.
    """
    campaign = campaign or _campaign(name, contents.texts)
    try:
        steps = tuple(_step(campaign, entry) for entry in contents.live)
        live = {step.number for step in steps}
        states = {
            number: _state(campaign, body)
            for number, body in contents.states.items()
            if number in live
        }
    except MISFITS as failure:
        raise damaged(name, f"{type(failure).__name__}: {failure}") from None
    if not steps or steps[0].number not in states:
        raise damaged(name, "no first state")
    return Record(contents, campaign, steps, states)


def resume_game(name: str, record: Record) -> Game:
    """The game as it stood after the last entry; raises SaveError when it does not fit.

    The position is looked at once, so that a file made up by somebody fails here and not later.
    """
    try:
        state = record.state_after(len(record.steps) - 1)
        game = Game.resume(record.campaign, state, record.journal)
        game.recall(record.last_choices())
        game.view_for(SeatMask(0))
        game.legal_actions()
        return game
    except MISFITS as failure:
        raise damaged(name, f"{type(failure).__name__}: {failure}") from None


def _is_choice(step: Step) -> bool:
    return step.kind == "action" and isinstance(next(iter(step.events), None), ActionTaken)


def _campaign(name: str, texts: Texts) -> Campaign:
    try:
        return load_campaign_texts(texts.campaign, texts.library)
    except ContentError as failure:
        raise damaged(name, f"campaign: {failure.problems[0].message}") from None


def _step(campaign: Campaign, entry: Entry) -> Step:
    seat = SeatIx(campaign.seat_ix[entry.seat]) if entry.seat else SeatIx(-1)
    action = read_action(campaign, entry.body) if entry.kind == "action" else None
    setup = form.decode(entry.body, SeatSetup) if entry.kind == "seat" else None
    return Step(entry.number, entry.kind, seat, action, setup, _events(campaign, entry))


def _events(campaign: Campaign, entry: Entry) -> tuple[Event, ...]:
    data = form.decode(entry.events, list[dict[str, Any]])
    return tuple(event_from_json(campaign, one) for one in data)


def _state(campaign: Campaign, body: bytes) -> State:
    data = form.decode(form.unpack(body, form.MAX_STATE), dict[str, Any])
    return state_from_json(campaign, data)
