"""One game played by bots from the first choice to the end, as a record."""

from collections.abc import Mapping, Sequence

from game.bots import Player, context_of, make_player, next_seat
from game.content.campaign import Campaign
from game.model.actions import Action
from game.model.events import Event, FlowBegan, UnitFlowed
from game.model.ids import CardIx, SeatIx, SeatMask
from game.rules.engine import Game
from game.rules.law import Reason
from game.rules.notation import write_action
from game.rules.scores import BANDS, gov_score
from game.study.records import Blocked, Failure, GameRecord

RUNAWAY = 5000
"""Actions after which a game counts as never ending."""
EXPLAINED = 40
"""Games of a batch, the first ones, that ask why cards could not be played."""
_CARD_VERBS = frozenset({"play", "deploy", "plan"})
_PHASE_VERBS: Mapping[str, str] = {
    "strategic": "play",
    "operational": "deploy",
    "red-plan": "plan",
    "tactical": "play",
}


class _Stuck(Exception):
    """A game that cannot go on: its kind and a sentence."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class SingleGame:
    """A game among bots and what is counted while they play."""

    def __init__(
        self, campaign: Campaign, seed: int, bots: Mapping[str, str], index: int = 0
    ) -> None:
        self.campaign = campaign
        self.seed = seed
        self.index = index
        self.bots = dict(bots)
        seats = len(campaign.seats)
        self.actions: list[Action] = []
        self.decisions = [0] * seats
        self.playable = [0] * seats
        self.played = [0] * seats
        self.blocked: dict[tuple[str, str, str], Blocked] = {}
        self._asked: set[tuple[int, int, str]] = set()
        self.game: Game | None = None

    def play(self) -> GameRecord:
        """Play to the end; a game that fails gives a record with its failure."""
        try:
            game = self.game = Game.start(self.campaign, persons=(), seed=self.seed)
            players = self._players(game)
            while not game.is_over:
                self._step(game, players)
        except _Stuck as stuck:
            return self._failed(stuck.kind, str(stuck))
        except Exception as error:  # any error of the rules is what a study looks for
            return self._failed("error", f"{type(error).__name__}: {error}")
        return self._finished(game)

    def _players(self, game: Game) -> tuple[Player, ...]:
        return tuple(
            make_player(game.tables, self.bots[spec.id], SeatIx(ix))
            for ix, spec in enumerate(self.campaign.seats)
        )

    def _step(self, game: Game, players: Sequence[Player]) -> None:
        if len(self.actions) >= RUNAWAY:
            raise _Stuck("runaway", f"no end after {RUNAWAY} actions")
        seat = next_seat(game)
        if seat is None:
            raise _Stuck("dead-end", "the game is not over and nobody is to move")
        legal = game.legal_actions(seat)
        if not legal:
            raise _Stuck("dead-end", f"{self.campaign.seats[seat].id} has no legal action")
        self._note(game, seat, legal)
        view = game.view_for(SeatMask(1 << seat))
        action = players[seat].choose(view, legal, context_of(game, seat)).action
        self.actions.append(action)
        self.decisions[seat] += 1
        if action.card >= 0 and action.verb in _CARD_VERBS:
            self.played[seat] |= 1 << action.card
        game.apply(action)

    def _note(self, game: Game, seat: SeatIx, legal: Sequence[Action]) -> None:
        """Count which cards could be played, and in the first games why others could not."""
        for action in legal:
            if action.card >= 0 and action.verb in _CARD_VERBS:
                self.playable[seat] |= 1 << action.card
        state = game.state
        verb = _PHASE_VERBS.get(state.phase)
        moment = (seat, state.quarter, state.phase)
        if verb is None or self.index >= EXPLAINED or state.pending or moment in self._asked:
            return
        self._asked.add(moment)
        self._explain(game, seat, verb)

    def _explain(self, game: Game, seat: SeatIx, verb: str) -> None:
        level = "tactical" if game.state.phase == "tactical" else None
        portfolio = (*game.tables.strategic[seat], *game.tables.operational[seat])
        hand = game.state.hands[seat]
        for card in map(CardIx, dict.fromkeys(hand if level else portfolio)):
            if not level and not _fits(self.campaign.cards[card].level, verb):
                continue
            reason = game.why_not(seat, verb, card)
            if reason is not None:
                self._count(self.campaign.seats[seat].id, self.campaign.cards[card].id, reason)

    def _count(self, seat: str, card: str, reason: Reason) -> None:
        key = (seat, card, reason.code)
        found = self.blocked.get(key)
        times = 1 if found is None else found.times + 1
        self.blocked[key] = Blocked(seat, card, reason if found is None else found.reason, times)

    def _finished(self, game: Game) -> GameRecord:
        seats = range(len(self.campaign.seats))
        outcomes = {one.margin.seat: one for one in game.outcomes()}
        found = [outcomes.get(SeatIx(ix)) for ix in seats]
        return GameRecord(
            index=self.index,
            seed=self.seed,
            margins=tuple(0 if one is None else one.margin.value for one in found),
            bands=tuple("" if one is None else one.word for one in found),
            succeeded=tuple(one is not None and one.succeeded for one in found),
            grade=BANDS[game.grade()],
            tracks=tuple(game.state.tracks),
            gov_score=gov_score(game.tables, game.state),
            sudden=game.state.sudden,
            quarters=game.state.quarter,
            losses=losses(game.journal),
            decisions=tuple(self.decisions),
            playable=tuple(self.playable),
            played=tuple(self.played),
            blocked=tuple(self.blocked[key] for key in sorted(self.blocked)),
        )

    def _failed(self, kind: str, message: str) -> GameRecord:
        state = None if self.game is None else self.game.state
        failure = Failure(
            kind=kind,
            message=message,
            phase="setup" if state is None else state.phase,
            quarter=0 if state is None else state.quarter,
            seed=self.seed,
            bots=self.bots,
            actions=tuple(write_action(self.campaign, one) for one in self.actions),
        )
        none = (0,) * len(self.campaign.seats)
        return GameRecord(
            self.index, self.seed, none, (), (), "", (), 0, 0, 0, (), none, none, none, (), failure
        )


def _fits(level: str, verb: str) -> bool:
    return verb == "plan" or (level == "strategic") == (verb == "play")


def losses(journal: Sequence[Event]) -> tuple[tuple[int, int], ...]:
    """Units routed and seized in each FLOW of a journal."""
    found: list[tuple[int, int]] = []
    for event in journal:
        if isinstance(event, FlowBegan):
            found.append((event.routed, 0))
        elif isinstance(event, UnitFlowed) and event.seized_at >= 0:
            routed, seized = found[-1]
            found[-1] = (routed, seized + 1)
    return tuple(found)
