"""A bot of skill 2: where its stance sends a unit, it tries 20 FLOWs first (RULES 15)."""

from collections.abc import Sequence

from game.bots import guard, reasons
from game.bots.player import BotContext, Choice
from game.bots.sight import Sight
from game.bots.stances import IDLE, StancePlayer
from game.model.actions import Action
from game.model.ids import SeatIx, SeatMask, ref_ix
from game.model.state import State
from game.model.view import View
from game.rules.engine import Game
from game.rules.tables import Tables

FLOWS = 20
"""Positions that are played to the end of FLOW for each thing that could be done."""
MOST = 6
"""How many things are tried, the most promising first."""
_TRIED = frozenset({"watch", "place", "routes", "surge"})
"""Choices that FLOW answers: where units stand, watch, rotate and surge."""
_UNTIL_FLOW = frozenset({"operational", "red-reveal", "tactical", "flow"})


class LookaheadPlayer:
    """Plays as its stances say, but looks for a better place for what they would do.

    What is tried is played on positions drawn from what the seat knows, the other seats doing
    nothing more, until FLOW is over.
    """

    def __init__(self, tables: Tables, stances: StancePlayer, seat: SeatIx) -> None:
        self._tables = tables
        self._stances = stances
        self._seat = seat

    def choose(self, view: View, legal: Sequence[Action], context: BotContext) -> Choice:
        """The stance's choice, or the same thing done where it stops more."""
        first = self._stances.choose(view, legal, context)
        others = self._others(view, legal, first.action)
        if context.sample is None or not others:
            return first
        tried = (first.action, *others)
        scores = [0] * len(tried)
        for salt in range(FLOWS):
            position = context.sample(salt)
            for place, action in enumerate(tried):
                scores[place] += self._passed(position, action, context)
        best = min(range(len(tried)), key=lambda place: scores[place])
        return first if best == 0 else Choice(tried[best], first.why or reasons.LOOKED_AHEAD)

    def _others(self, view: View, legal: Sequence[Action], first: Action) -> tuple[Action, ...]:
        """The same verb with other targets, the most promising first; none if FLOW is over."""
        if first.verb not in _TRIED or view.phase not in _UNTIL_FLOW:
            return ()
        sight = Sight(self._tables, self._seat, view)
        found = [action for action in legal if action.verb == first.verb and action != first]
        found.sort(key=lambda action: -_promise(sight, action))
        return tuple(found[: MOST - 1])

    def _passed(self, position: State, action: Action, context: BotContext) -> int:
        """What gets through in a FLOW after an action: delivered units, unseen ones the more."""
        state = position.snapshot()
        state.persons = SeatMask(0)
        game = Game.resume(self._tables.campaign, state, [])
        quarter = state.quarter
        game.apply(action)
        while game.state.phase in _UNTIL_FLOW and game.state.quarter == quarter and game.to_move:
            game.apply(self._next(game, context))
        _, _, _, delivered, undetected = game.state.tally
        return 4 * delivered + undetected

    def _next(self, game: Game, context: BotContext) -> Action:
        """The bot answers what its action leads to; apart from that everybody does the least."""
        legal = game.legal_actions(self._seat)
        if legal and game.state.pending:
            view = game.view_for(SeatMask(1 << self._seat))
            return self._stances.choose(view, legal, context).action
        return _least(game.legal_actions())


def _promise(sight: Sight, action: Action) -> int:
    """How much an action may be worth at first sight."""
    if action.verb == "place":
        decision = sight.view.pending
        kind = -1 if decision is None else ref_ix(decision.target)
        return guard.best_gain(sight, kind, ref_ix(action.target)) if kind >= 0 else 0
    if action.verb == "watch":
        return guard.value(sight, ref_ix(action.target), ref_ix(action.other))
    return sight.flow(ref_ix(action.target)) if action.verb == "surge" else 0


def _least(legal: Sequence[Action]) -> Action:
    """The action that does least: ending a turn, else the first listed."""
    for verb in IDLE:
        for action in legal:
            if action.verb == verb:
                return action
    return legal[0]
