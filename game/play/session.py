"""One sitting without a screen: a game, its seats, its hand-overs and its save."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.campaign import Campaign
from game.model.actions import Action
from game.model.events import CampaignReloaded, Event
from game.model.ids import SeatIx, SeatMask
from game.model.state import State
from game.play.briefing import is_choice, since_last_turn
from game.play.evidence import Evidence, evidence
from game.play.folders import own_folder, remember, remembered
from game.play.fork import ForkResult, run_fork
from game.play.form import EVENT_FORMAT, Entry, Header, Rewriting, SeatSetup
from game.play.guide import Guide, progress
from game.play.handover import HandOver, turn_of
from game.play.ledger import Ledger
from game.play.pin import lock_pin
from game.play.reading import read
from game.play.record import fold, read_record, resume_game, texts_of, write_state
from game.play.shelf import Shelf, free_path
from game.play.trouble import SaveError
from game.play.writer import Receipt
from game.rules.carrying import Carrier
from game.rules.engine import Game
from game.rules.law import Reason
from game.rules.setup import first_state
from game.rules.version import RULES_VERSION

if TYPE_CHECKING:
    from game.bots import Player
    from game.play.reload import ReloadResult


@dataclass(frozen=True, slots=True)
class Turn:
    """One decision and what it led to; to be shown once it is `ready`, never before."""

    seat: SeatIx
    action: Action
    events: tuple[Event, ...]
    why: str = ""
    receipt: Receipt | None = None

    @property
    def ready(self) -> bool:
        """Whether it would outlive a power cut now."""
        return self.receipt is None or self.receipt.done


class Session:
    """A sitting. Without a ledger nothing is saved, as in tests and what-ifs."""

    def __init__(self, game: Game, seats: Sequence[SeatSetup], ledger: Ledger | None) -> None:
        self.game = game
        self.seats: tuple[SeatSetup, ...] = tuple(seats)
        self.new_rules = False
        """Whether the sitting goes on under rules newer than those it began with."""
        self.folder = own_folder(game.campaign)
        """The folder of the campaign, where it is not a shipped one and can be read again."""
        self._ledger = ledger
        self._path = ledger.path if ledger else None
        self._last: Receipt | None = None
        self._acknowledged: tuple[str, ...] = ledger.header.acknowledged if ledger else ()
        self._watched = ledger.header.watched if ledger else -1
        self._players: dict[SeatIx, Player] = {}
        self._opening = (game.state.snapshot(), len(game.journal))
        curtains = ledger.header.curtains if ledger else True
        self.hand_over = HandOver(game.tables, game.state.persons, curtains)

    @classmethod
    def start(
        cls,
        campaign: Campaign,
        seats: Iterable[SeatSetup] = (),
        seed: int = 0,
        folder: Path | None = None,
        pin: str = "",
    ) -> Session:
        """A new sitting, saved in a folder when one is given.

        Seats that are not set up are played as the campaign proposes. `pin` is the
        facilitator's; it is kept only as a salted hash. Raises SaveError.
        """
        setups = complete_seats(campaign, seats)
        game = Game.start(campaign, [one.seat for one in setups if one.is_person], seed)
        ledger = None
        if folder is not None:
            now = datetime.now()
            name = Shelf(folder).free_name(f"{campaign.title} {now:%Y-%m-%d %H:%M}")
            header = _header(campaign, setups, seed, (name, now), pin)
            ledger = Ledger.begin(free_path(folder, campaign.id, now), game, header)
        session = cls(game, setups, ledger)
        if ledger is not None and session.folder is not None:
            remember(campaign.id, session.folder)
        session.hand_over.follow(game.to_move, turn_of(game.state))
        return session

    @classmethod
    def resume(cls, path: Path) -> Session:
        """Go on with a saved sitting at the decision where it stopped; raises SaveError."""
        record = read_record(path.name, read(path))
        game = resume_game(path.name, record)
        session = cls(game, record.contents.header.seats, Ledger.go_on(path, game, record))
        session._opening = (record.states[0], len(record.steps[0].events))
        session.folder = remembered(record.campaign.id)
        session.new_rules = record.contents.header.rules_version != RULES_VERSION
        session.hand_over.resume(game.to_move, turn_of(game.state))
        return session

    @property
    def campaign(self) -> Campaign:
        """The campaign being played."""
        return self.game.campaign

    @property
    def path(self) -> Path | None:
        """The file of the sitting, or None when it is not saved."""
        return self._path

    @property
    def name(self) -> str:
        """What the sitting is called in the list."""
        return self._ledger.header.name if self._ledger else self.campaign.title

    @property
    def curtains(self) -> bool:
        """Whether hand-overs in this sitting draw the curtain."""
        return self.hand_over.curtains

    @property
    def is_saved(self) -> bool:
        """Whether everything done so far is on the disk."""
        return self._last is None or self._last.done

    @property
    def trouble(self) -> SaveError | None:
        """Why the sitting cannot be saved at the moment; `retry` tries again."""
        return self._ledger.trouble if self._ledger else None

    def seat(self, seat: SeatIx) -> SeatSetup:
        """Who plays a seat."""
        return self.seats[seat]

    def reader(self) -> SeatSetup | None:
        """Whose language and text size the screen takes: the person to move, else the first."""
        people = [one for one in self.game.to_move if self.seats[one].is_person]
        if people:
            return self.seats[people[0]]
        return next((one for one in self.seats if one.is_person), None)

    # -- who looks at the screen -----------------------------------------------------------

    def audience(self) -> SeatMask:
        """The seats for which the screen is drawn now."""
        return self.hand_over.audience()

    def needs_curtain(self) -> SeatIx | None:
        """The seat whose curtain must be drawn before anything else, or None."""
        return self.hand_over.needs_curtain()

    def reveal(self, seat: SeatIx) -> None:
        """The seat lifts its curtain."""
        self.hand_over.reveal(seat)

    def cover(self) -> None:
        """Draw the curtain again."""
        self.hand_over.cover()

    def ask_curtain(self, seat: SeatIx) -> None:
        """A seat asks to decide in private until its turn ends."""
        self.hand_over.ask(seat, self.game.to_move)

    def set_curtains(self, on: bool) -> None:
        """Switch the curtain of this sitting on or off."""
        self.hand_over.curtains = on
        self._set(curtains=on)

    def open_choices(self, seat: SeatIx) -> tuple[Action, ...]:
        """What a seat may do that may be offered to whoever looks at the screen, in order."""
        shows = self.hand_over.may_show
        return tuple(action for action in self.game.legal_actions(seat) if shows(action))

    # -- decisions -------------------------------------------------------------------------

    def choose(self, action: Action) -> tuple[Event, ...]:
        """Carry out an action and save it, then hand over its events.

        Raises IllegalAction, and SaveError while the disk refuses: the action is kept and
        written by `retry`.
        """
        turn = self.submit(action)
        self._finish(turn.receipt)
        return turn.events

    def submit(self, action: Action, why: str = "") -> Turn:
        """Carry out an action without waiting for the disk; raises IllegalAction.

        Show nothing of it until the turn is `ready`.
        """
        events = self.game.apply(action, why)
        receipt = self._ledger.action(action, events) if self._ledger else None
        self._moved(receipt)
        return Turn(action.seat, action, events, why, receipt)

    def step_bot(self) -> Turn | None:
        """Let one bot make one decision; None when a person must decide or the game is over."""
        seat = self._bot_to_move()
        if seat is None:
            return None
        from game.bots import context_of

        player = self._player(seat)
        viewer = SeatMask(1 << seat)
        legal = self.game.legal_actions(seat)
        choice = player.choose(self.game.view_for(viewer), legal, context_of(self.game, seat))
        return self.submit(choice.action, choice.why)

    def run_bots(self, limit: int = 10_000) -> tuple[Turn, ...]:
        """Let bots decide until a person must, at most `limit` times, and save it all."""
        turns: list[Turn] = []
        while len(turns) < limit and (turn := self.step_bot()) is not None:
            turns.append(turn)
        if turns:
            self._finish(turns[-1].receipt)
        return tuple(turns)

    def undo_blocked(self) -> Reason | None:
        """Why the last action cannot be undone; None when it can. A bot's stands."""
        journal = self.game.journal
        if journal and isinstance(journal[-1], CampaignReloaded):
            return Reason("undo-reloaded")
        return self._bots_last or self.game.undo_blocked()

    def undo(self) -> Action | None:
        """Take the last action back; None when that is impossible. It stays on the record."""
        action = None if self._bots_last else self.game.undo()
        if action is not None:
            self._moved(self._ledger.undo() if self._ledger else None)
        return action

    def redo(self) -> Action | None:
        """Carry out again what was undone last; None when nothing was."""
        action = self.game.redo()
        if action is not None:
            self._moved(self._ledger.redo() if self._ledger else None)
        return action

    def change_seat(self, setup: SeatSetup) -> tuple[Event, ...]:
        """A seat passes to a person, a bot or the facilitator, or its person reads otherwise.

        Raises KeyError for a seat or a bot that the campaign does not have.
        """
        from game.bots import make_player

        seat = SeatIx(self.campaign.seat_ix[setup.seat])
        if not setup.is_person:
            self._players[seat] = make_player(self.game.tables, setup.player, seat)
        events = self._passed(seat, setup)
        self.seats = tuple(setup if one.seat == setup.seat else one for one in self.seats)
        self.hand_over.persons = self.game.state.persons
        self._moved(self._ledger.seat(setup, events) if self._ledger else None)
        return events

    def game_at(self, length: int) -> Game:
        """The game as it stood after so many events of its journal."""
        opening, count = self._opening
        if length >= count:
            state = opening.snapshot()
        else:
            people = [one.seat for one in self.seats if one.is_person]
            state, count = first_state(self.game.tables, people, self.game.state.seed), 0
        fold(state, self.game.journal[count:length])
        return Game.resume(self.campaign, state, self.game.journal[:length])

    # -- the campaign ----------------------------------------------------------------------

    def reload(self) -> ReloadResult:
        """Read the campaign's folder again and go on at the same decision with its new text.

        What cannot be taken is refused with the reason, and nothing has changed then. Raises
        ValueError where the sitting has no folder, and SaveError as `choose` does.
        """
        from game.content.loader import check_campaign
        from game.play.reload import reload_campaign

        if self.folder is None:
            raise ValueError("this sitting's campaign has no folder of its own")
        return reload_campaign(self, check_campaign(self.folder))

    @property
    def opening(self) -> tuple[State, int]:
        """The position before the first choice, and how many events led to it."""
        return self._opening

    def carry_over(
        self, game: Game, opening: State, carrier: Carrier, entries: Sequence[Entry]
    ) -> None:
        """Go on with an edited campaign: `game` ends with the event that tells of it.

        `opening` is the first position under the edited campaign, `entries` those entries of the
        save whose events read otherwise under it. Raises SaveError as `choose` does.
        """
        event = game.journal[-1]
        assert isinstance(event, CampaignReloaded)
        seats = [SeatIx(carrier.place("seat", ix)) for ix in range(len(self.seats))]
        self.hand_over.carry_over(game.tables, game.state.persons, seats)
        self.game = game
        self._players.clear()
        self._opening = (opening, self._opening[1])
        setups = {one.seat: one for one in self.seats}
        self.seats = tuple(setups[seat.id] for seat in game.campaign.seats)
        if self._ledger:
            first = write_state(game.campaign, opening)
            rewriting = Rewriting(texts_of(game.campaign), tuple(entries), first)
            self._moved(self._ledger.reload(game, event, rewriting))
            self.flush()

    # -- what the sitting tells ------------------------------------------------------------

    def guide(self, shown: tuple[int, str] | None = None) -> Guide:
        """The guided step to show now, and those done.

        `shown` is the quarter and phase on the screen where that lags behind, as in FLOW.
        """
        game = self.game
        deciders = [seat for seat in game.to_move if self.seats[seat].is_person]
        legal = [action for seat in deciders for action in self.open_choices(seat)]
        people = {one.seat for one in self.seats if one.is_person}
        return progress(self.campaign, game.journal, self._acknowledged, legal, shown, people)

    def acknowledge(self, step: str) -> None:
        """A guided step was read, or what it asks to look at was clicked."""
        if step not in self._acknowledged:
            self._acknowledged = (*self._acknowledged, step)
            self._set(acknowledged=self._acknowledged)

    @property
    def watched(self) -> int:
        """The place in the journal up to which the table has watched what must be watched; -1
        where that was not noted."""
        return self._watched

    def note_watched(self, place: int) -> None:
        """The table has watched everything up to a place in the journal; a sitting that is
        resumed begins with what comes after."""
        if place != self._watched:
            self._watched = place
            self._set(watched=place)

    def note_ending(self) -> None:
        """The ending was shown."""
        self._set(ending_due=False)

    @property
    def _bots_last(self) -> Reason | None:
        """The reason why a bot's action stands, where one was the last."""
        last = next((one for one in reversed(self.game.journal) if is_choice(one)), None)
        by_bot = last is not None and not self.seats[last.action.seat].is_person
        return Reason("undo-turn") if by_bot else None

    @property
    def acknowledged(self) -> Collection[str]:
        """Guided steps that were read."""
        return self._acknowledged

    def briefing(self, seat: SeatIx) -> tuple[int, ...]:
        """Places in the journal of what a seat may know of since it last acted."""
        return since_last_turn(self.game.journal, seat)

    def evidence(self) -> tuple[Evidence, ...]:
        """What play has shown so far of the campaign's objectives."""
        return evidence(self.campaign, self.game.journal)

    def fork(self) -> ForkResult | None:
        """The campaign's closing what-if, played now; None where it has none."""
        return run_fork(self.game, *self._opening)

    # -- the save --------------------------------------------------------------------------

    def flush(self) -> None:
        """Wait until everything is on the disk; raises SaveError."""
        self._finish(self._last)

    def retry(self) -> None:
        """Try once more to save what the disk refused."""
        if self._ledger:
            self._ledger.retry()

    def close(self) -> None:
        """End the sitting: write what waits and close the file. It can be resumed."""
        if self._ledger:
            self._ledger.close()
            self._ledger = None

    def _bot_to_move(self) -> SeatIx | None:
        pending = self.game.state.pending
        waiting = pending[-1].waiting if pending else -1
        for seat in self.game.to_move:
            if waiting >> seat & 1 and not self.seats[seat].is_person:
                return seat
        return None

    def _player(self, seat: SeatIx) -> Player:
        if seat not in self._players:
            from game.bots import make_player

            self._players[seat] = make_player(self.game.tables, self.seats[seat].player, seat)
        return self._players[seat]

    def _passed(self, seat: SeatIx, setup: SeatSetup) -> tuple[Event, ...]:
        if setup.is_person == self.seats[seat].is_person:
            return ()
        return self.game.change_seat(seat, setup.is_person)

    def _moved(self, receipt: Receipt | None) -> None:
        self.hand_over.follow(self.game.to_move, turn_of(self.game.state))
        self._last = receipt or self._last

    def _set(self, **values: object) -> None:
        if self._ledger:
            self._last = self._ledger.set(**values)

    def _finish(self, receipt: Receipt | None) -> None:
        if self._ledger and receipt:
            self._ledger.finish(receipt)


def complete_seats(campaign: Campaign, seats: Iterable[SeatSetup]) -> tuple[SeatSetup, ...]:
    """A set-up for every seat in listed order, with the campaign's proposal where none is given.

    Raises KeyError for a seat or a bot that the campaign does not have.
    """
    from game.bots import bots_for, can_play

    given = {one.seat: one for one in seats}
    complete = []
    for ix, spec in enumerate(campaign.seats):
        proposed = "person" if spec.player == "person" else bots_for(campaign, ix)[0]
        setup = given.pop(spec.id, None) or SeatSetup(spec.id, proposed)
        if not setup.is_person and not can_play(campaign, ix, setup.player):
            raise KeyError(setup.player)
        complete.append(setup)
    if given:
        raise KeyError(next(iter(given)))
    return tuple(complete)


def _header(
    campaign: Campaign,
    seats: tuple[SeatSetup, ...],
    seed: int,
    begun: tuple[str, datetime],
    pin: str,
) -> Header:
    name, now = begun
    started = now.astimezone(UTC).isoformat(timespec="milliseconds")
    return Header(
        name=name,
        campaign=campaign.id,
        title=campaign.title,
        digest=campaign.digest,
        seed=seed,
        quarters=campaign.frame.quarters,
        started=started,
        saved=started,
        rules_version=RULES_VERSION,
        event_format=EVENT_FORMAT,
        seats=seats,
        pin=lock_pin(pin) if pin else "",
    )
