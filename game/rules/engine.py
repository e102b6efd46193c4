"""Game: the only door to the rules. Person, bot, replay, study and fuzzer come through it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from game.content.campaign import Campaign
from game.model.actions import Action
from game.model.errors import IllegalAction
from game.model.events import ActionTaken, Event, Said, SeatChanged
from game.model.ids import NO_CARD, NO_REF, CardIx, Ref, SeatIx, SeatMask, seats_in
from game.model.state import State
from game.model.view import View
from game.rules import phases, reasons
from game.rules.decisions import DECISIONS
from game.rules.law import Reason
from game.rules.notation import write_action
from game.rules.odds import odds_of
from game.rules.proposals import may_withdraw
from game.rules.resolution import Odds
from game.rules.scores import Margin
from game.rules.setup import first_state
from game.rules.table import Table
from game.rules.tables import tables_for
from game.rules.victory import Outcome, grade, outcomes
from game.rules.views import make_view


class _Step(msgspec.Struct):
    """A position to which one may go back: what was there before an action."""

    state: State
    length: int
    action: Action


_ROLLED, _TURN, _OFF = Reason("undo-rolled"), Reason("undo-turn"), Reason("undo-off")


class Game:
    """One game: a campaign, a position, and the journal of what happened.

    Every action is checked against the list of legal ones for the position. `journal[i].cause`
    is the place in the journal of what led to event i, or -1.
    """

    def __init__(self, campaign: Campaign, state: State, journal: list[Event]) -> None:
        self.campaign = campaign
        self.tables = tables_for(campaign)
        self.state = state
        self.journal = journal
        self._legal: tuple[Action, ...] | None = None
        self._table: Table | None = None
        self._steps: list[_Step] = []
        self._undone: list[Action] = []
        self._blocked = Reason("undo-nothing")

    @classmethod
    def start(cls, campaign: Campaign, persons: Iterable[str] = (), seed: int = 0) -> "Game":
        """A new game, played to its first choice; `persons` are ids of seats that people play.

        Raises KeyError for a seat that the campaign does not have.
        """
        tables = tables_for(campaign)
        game = cls(campaign, first_state(tables, persons, seed), [])
        game._go_on(game._lay())
        return game

    @classmethod
    def resume(cls, campaign: Campaign, state: State, journal: list[Event]) -> "Game":
        """A game that goes on from a position and its journal; what came before is fixed."""
        return cls(campaign, state, journal)

    # --- what may be done

    def _lay(self) -> Table:
        """The table for this position; kept as long as only events change it."""
        table = self._table
        if table is None or table.state is not self.state:
            table = self._table = Table(self.tables, self.state, self.journal)
        return table

    @property
    def to_move(self) -> tuple[SeatIx, ...]:
        """The seats whose choice is awaited; several in a caucus, none when it is over."""
        state = self.state
        if state.pending:
            decision = state.pending[-1]
            waiting = decision.waiting
            if decision.kind == "fund" or (
                decision.kind == "agree" and may_withdraw(self.tables, state, decision.seat)
            ):
                waiting = SeatMask(waiting | 1 << decision.seat)
            return seats_in(waiting, len(self.campaign.seats))
        return (state.active,) if state.active >= 0 else ()

    @property
    def is_over(self) -> bool:
        """Whether the game has ended."""
        return bool(self.state.over)

    def legal_actions(self, seat: SeatIx | None = None) -> tuple[Action, ...]:
        """Every legal action in this position, sorted; only one seat's if it is named."""
        legal = self._legal
        if legal is None:
            legal = self._legal = tuple(self._list())
        if seat is None or not legal or legal[0].seat == seat == legal[-1].seat:
            return legal  # sorted by seat: where the first and the last are its own, all are
        return tuple(action for action in legal if action.seat == seat)

    def _list(self) -> list[Action]:
        state, table = self.state, self._lay()
        if state.pending:
            decision = state.pending[-1]
            return DECISIONS[decision.kind][0](table, decision)
        if state.active >= 0:
            return phases.TURNS[state.phase][0](table, state.active)
        return []

    def apply(self, action: Action, why: str = "") -> tuple[Event, ...]:
        """Carry out an action and all that follows; returns what happened, in order.

        `why` is a bot's reason: who may know of the action may read it in the journal. Raises
        IllegalAction, with the reason, for one that is not in `legal_actions`.
        """
        if action not in self.legal_actions():
            raise IllegalAction(
                write_action(self.campaign, action), self.state.phase, self._refusal(action)
            )
        self._undone.clear()
        return self._carry_out(action, why)

    def _carry_out(self, action: Action, why: str = "") -> tuple[Event, ...]:
        state, journal, table = self.state, self.journal, self._lay()
        before, mover, length = state.snapshot(), self.to_move, len(journal)
        self._legal = None
        seen = phases.seen_by(table, action)
        table.cause = table.emit(ActionTaken(action, seen=seen))
        if why:
            table.emit(Said(action.seat, why, "why", cause=table.cause, seen=seen))
        if state.pending:
            decision = state.pending[-1]
            DECISIONS[decision.kind][1](table, decision, action)
        else:
            phases.TURNS[state.phase][1](table, action)
        self._go_on(table)
        events = tuple(journal[length:])
        self._remember(_Step(before, length, action), self._barrier(mover, events))
        return events

    def _go_on(self, table: Table) -> None:
        choices = phases.run(table)
        self._legal = None if choices is None else tuple(choices)

    def _refusal(self, action: Action) -> str:
        reason = self.why_not(action.seat, action.verb, action.card, action.target)
        return reason.code if reason is not None else "not-legal"

    # --- taking back

    def recall(self, before: Sequence[tuple[State, int]]) -> None:
        """Let the last choices of a game that goes on from its journal be taken back as well.

        `before` holds, in order, the position before each of them and the place in the journal
        where its events begin. What could not be taken back when it was chosen stays.
        """
        marks = [*before, (self.state, len(self.journal))]
        for (state, place), (after, end) in pairwise(marks):
            taken = self.journal[place]
            if not isinstance(taken, ActionTaken):
                raise ValueError("no choice begins there")
            mover = Game.resume(self.campaign, state, []).to_move
            then = Game.resume(self.campaign, after, [])
            blocked = then._barrier(mover, self.journal[place:end])
            self._remember(_Step(state, place, taken.action), blocked)

    def _remember(self, step: _Step, blocked: Reason | None) -> None:
        if blocked is None:
            self._steps.append(step)
        else:
            self._steps.clear()
            self._blocked = blocked

    def _barrier(self, mover: tuple[SeatIx, ...], events: Sequence[Event]) -> Reason | None:
        """Why what just happened cannot be taken back; None if it can."""
        for event in events:
            if event.barrier:
                return _ROLLED
        if self.to_move != mover:
            return _TURN
        return None if self.campaign.rules.undo else _OFF

    def undo_blocked(self) -> Reason | None:
        """Why the last choice cannot be taken back; None if it can."""
        return None if self._steps else self._blocked

    def undo(self) -> Action | None:
        """Take back the last choice; returns it, or None where nothing can be taken back."""
        if not self._steps:
            return None
        step = self._steps.pop()
        self.state = step.state
        del self.journal[step.length :]
        self._legal = None
        self._undone.append(step.action)
        return step.action

    def redo(self) -> Action | None:
        """Make the choice again that was taken back last; returns it, or None."""
        if not self._undone:
            return None
        action = self._undone.pop()
        kept = list(self._undone)
        self._carry_out(action)
        self._undone = kept
        return action

    # --- what may be known

    def view_for(self, seats: SeatMask) -> View:
        """What all of these seats may know; mask 0 is White, who sees the truth."""
        return make_view(self.tables, self.state, seats, self.to_move)

    def odds(self, action: Action, viewer: SeatIx | None = None) -> Odds | None:
        """The Test that an action would roll, as its seat can know it; None where it has none."""
        del viewer  # odds depend on the acting seat's view alone
        return odds_of(self.tables, self.state, action)

    def why_not(
        self, seat: SeatIx, verb: str, card: CardIx = NO_CARD, target: Ref = NO_REF
    ) -> Reason | None:
        """Why a seat cannot do this now; None if it can, with some target."""
        for action in self.legal_actions():
            if (action.seat, action.verb, action.card) == (seat, verb, card) and target in (
                NO_REF,
                action.target,
            ):
                return None
        return reasons.why_not(self._lay(), self.to_move, seat, verb, card, target)

    # --- people, and the ending

    def change_seat(self, seat: SeatIx, person: bool) -> tuple[Event, ...]:
        """Hand a seat to a person or to a bot; it may be done at any moment."""
        event = SeatChanged(seat, person)
        self._lay().emit(event)
        self._steps.clear()
        self._undone.clear()
        self._blocked = Reason("undo-nothing")
        self._legal = None
        return (event,)

    def outcomes(self) -> tuple[Outcome, ...]:
        """Margins and bands of all seats as the position stands."""
        return outcomes(self.tables, self.state)

    def margins(self) -> tuple[Margin, ...]:
        """Every playing seat's margin as the position stands, with the parts of its sum."""
        return tuple(outcome.margin for outcome in self.outcomes())

    def grade(self) -> int:
        """The coalition's band as the position stands, 0 failure to 4 decisive."""
        return grade(self.tables, self.state)
