"""The closing what-if: the same plays from a quarter, with some units set Rotating (RULES B1).

Dice are keyed by what they are for, so the other line meets the same luck wherever it does the
same thing. A recorded play that has become illegal is passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.content.schema.guide import Fork
from game.model.actions import Action
from game.model.events import Event, PhaseBegan, TrackChanged
from game.model.ids import PieceIx, SeatIx, ref_ix
from game.model.state import State
from game.play.briefing import is_choice
from game.play.record import fold
from game.rules.engine import Game
from game.rules.tables import HARM

_MOST_ACTIONS = 20_000
_GIVES_WAY = ("done", "pass", "decline", "refuse")
_SETS_WATCH = ("watch", "rotate", "move")

Moment = tuple[int, str, int]
"""Quarter, phase and tactical round: where a recorded play belongs."""


@dataclass(frozen=True, slots=True)
class ForkResult:
    """Harm at the end of each quarter, as it was played and as it would have been.

    `units` were set Rotating; `passed` counts recorded plays that had become illegal. `game` is
    the other line, played to its end.
    """

    quarters: tuple[int, ...]
    actual: tuple[int, ...]
    forked: tuple[int, ...]
    units: tuple[PieceIx, ...]
    passed: int
    game: Game


def run_fork(game: Game, opening: State, opened: int) -> ForkResult | None:
    """Play the campaign's fork of a finished game; None where it has none or it never got there.

    `opening` is the position after the first `opened` events of the journal.
    """
    fork = game.campaign.frame.fork
    begin = _first_action(game.journal, fork.from_quarter) if fork else None
    if fork is None or begin is None:
        return None
    state = opening.snapshot()
    fold(state, game.journal[opened:begin])
    other = Game.resume(game.campaign, state, list(game.journal[:begin]))
    line = _Line(other, fork, _plays(game.journal, begin))
    line.run()
    actual, forked = harm_by_quarter(game), harm_by_quarter(other)
    quarters = tuple(sorted(set(actual) | set(forked)))
    return ForkResult(
        quarters,
        tuple(_value(actual, quarter) for quarter in quarters),
        tuple(_value(forked, quarter) for quarter in quarters),
        tuple(line.units),
        line.passed,
        other,
    )


def harm_by_quarter(game: Game) -> dict[int, int]:
    """Harm as each quarter ended, from the journal; a game that is over stays where it was."""
    harm = game.campaign.frame.start.harm
    ends: dict[int, int] = {}
    quarter = 0
    for event in game.journal:
        if isinstance(event, PhaseBegan):
            quarter = event.quarter
        elif isinstance(event, TrackChanged) and event.track == HARM:
            harm = event.after
        if quarter:
            ends[quarter] = harm
    return ends


def _value(ends: dict[int, int], quarter: int) -> int:
    return ends.get(quarter, ends[max(ends)])


def _first_action(journal: Sequence[Event], quarter: int) -> int | None:
    now = 0
    for place, event in enumerate(journal):
        if isinstance(event, PhaseBegan):
            now = event.quarter
        elif is_choice(event) and now >= quarter:
            return place
    return None


def _plays(journal: Sequence[Event], begin: int) -> dict[Moment, list[Action]]:
    """Every choice from a place on, by where it belongs, in order."""
    plays: dict[Moment, list[Action]] = defaultdict(list)
    quarter, phase, turn = 0, "", 0
    for place, event in enumerate(journal):
        if isinstance(event, PhaseBegan):
            quarter, phase, turn = event.quarter, event.phase, event.round
        elif is_choice(event) and place >= begin:
            plays[quarter, phase, turn].append(event.action)
    return plays


@dataclass(slots=True)
class _Line:
    """The other line while it is being played."""

    game: Game
    fork: Fork
    plays: dict[Moment, list[Action]]
    units: list[PieceIx] = field(default_factory=list)
    passed: int = 0
    _turned: set[SeatIx] = field(default_factory=set)

    def run(self) -> None:
        """Play to the end."""
        for _ in range(_MOST_ACTIONS):
            if self.game.is_over:
                return
            seat = self._next_seat()
            action = self._change(seat) or self._recorded() or self._instead(seat)
            self.game.apply(action)

    def _next_seat(self) -> SeatIx:
        pending = self.game.state.pending
        waiting = pending[-1].waiting if pending else -1
        to_move = self.game.to_move
        return next((seat for seat in to_move if waiting >> seat & 1), to_move[0])

    def _now(self) -> list[Action]:
        state = self.game.state
        return self.plays.get((state.quarter, state.phase, state.round), [])

    def _change(self, seat: SeatIx) -> Action | None:
        """The one difference: at its first turn a seat sets its share of the units Rotating."""
        state = self.game.state
        if state.pending and state.pending[-1].kind == "rotate":
            return self._routes(seat, PieceIx(ref_ix(state.pending[-1].target)))
        starts = state.quarter == self.fork.from_quarter and state.phase == "operational"
        if not starts or state.pending or seat in self._turned:
            return None
        nadc = len(self.game.tables.nadc)
        due = -(-self.fork.count * (len(self._turned) + 1) // nadc)
        action = self._rotate(seat) if len(self.units) < due else None
        if action is None:
            self._turned.add(seat)
        else:
            self.units.append(PieceIx(ref_ix(action.target)))
        return action

    def _rotate(self, seat: SeatIx) -> Action | None:
        """A unit to set Rotating, one first for which the record has no other use this quarter."""
        legal = [one for one in self.game.legal_actions(seat) if one.verb == "rotate"]
        fresh = [one for one in legal if ref_ix(one.target) not in self.units]
        used = {one.target for one in self._now() if one.verb in _SETS_WATCH}
        idle = [one for one in fresh if one.target not in used]
        return next(iter(idle or fresh), None)

    def _routes(self, seat: SeatIx, piece: PieceIx) -> Action | None:
        """Among as many routes as the rules allow, the one it watches now included."""
        if piece not in self.units:
            return None
        options = self.game.state.pending[-1].options
        watch = self.game.state.piece_watch[piece]
        legal = self.game.legal_actions(seat)

        def worth(action: Action) -> tuple[int, int]:
            routes = options[ref_ix(action.target)]
            return (routes.bit_count(), routes >> watch & 1 if watch >= 0 else 0)

        return max(legal, key=worth)

    def _recorded(self) -> Action | None:
        """The next recorded play of this moment that is legal; the seat's before it are lost."""
        plays = self._now()
        legal = set(self.game.legal_actions())
        for place, action in enumerate(plays):
            if action in legal and not self._would_undo(action):
                missed = [one for one in plays[:place] if one.seat == action.seat]
                self.passed += sum(not self._would_undo(one) for one in missed)
                plays[: place + 1] = [one for one in plays[:place] if one.seat != action.seat]
                return action
        return None

    def _would_undo(self, action: Action) -> bool:
        return action.verb in _SETS_WATCH and ref_ix(action.target) in self.units

    def _instead(self, seat: SeatIx) -> Action:
        """The least that may be done where the record has nothing that is legal."""
        legal = self.game.legal_actions(seat)
        for verb in _GIVES_WAY:
            for action in legal:
                if action.verb == verb:
                    return action
        return legal[0]
