"""Whole games among bots, and what the tests of campaigns ask of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.bots.context import context_of, next_seat
from game.bots.player import BotContext, Choice, Player
from game.bots.roster import make_player
from game.bots.stances import IDLE
from game.content.campaign import Campaign
from game.content.schema.bots import Bot
from game.model.actions import Action
from game.model.ids import SeatIx, SeatMask, ref_ix
from game.model.view import View
from game.rules.engine import Game
from game.rules.tables import HARM
from game.study.batch import choose_bots, game_seed

_CARD_VERBS = frozenset({"play", "deploy", "plan"})
HALF = 2
"""The quarter after which First Light is half over."""
NOBODY = "nobody"
"""In place of a bot: a seat whose people do nothing, except that a network banks all it can."""


class Nobody:
    """Ends every turn, refuses what it is asked, and banks all of its Cash."""

    def choose(self, view: View, legal: Sequence[Action], context: BotContext) -> Choice:
        """The action that does least."""
        for verb in (*IDLE, "refuse", "decline"):
            for action in legal:
                if action.verb == verb:
                    return Choice(action)
        return Choice(min(legal, key=lambda one: ref_ix(one.target)))


@dataclass
class Played:
    """One game: who achieved what in the end, what was so at half-time, and the cards used."""

    succeeded: dict[str, bool]
    at_half: dict[str, bool]
    harm: int
    cards: set[str] = field(default_factory=set)


def play(campaign: Campaign, bots: dict[str, str], seed: int) -> Played:
    """A game from its start to its end."""
    game = Game.start(campaign, (), seed)
    players: list[Player] = [
        Nobody() if bots[spec.id] == NOBODY else make_player(game.tables, bots[spec.id], SeatIx(ix))
        for ix, spec in enumerate(campaign.seats)
    ]
    cards: set[str] = set()
    half: dict[str, bool] = {}
    while not game.is_over:
        if not half and game.state.quarter > HALF:
            half = _success(game)
        seat = next_seat(game)
        assert seat is not None
        view = game.view_for(SeatMask(1 << seat))
        action = players[seat].choose(view, game.legal_actions(seat), context_of(game, seat)).action
        if action.card >= 0 and action.verb in _CARD_VERBS:
            cards.add(campaign.cards[action.card].id)
        game.apply(action)
    return Played(_success(game), half, game.state.tracks[HARM], cards)


def _success(game: Game) -> dict[str, bool]:
    seats = game.campaign.seats
    return {seats[one.margin.seat].id: one.succeeded for one in game.outcomes()}


def many(campaign: Campaign, games: int, seed: int, **bots: str) -> list[Played]:
    """Games of one batch; seats that are not named take their own bot."""
    idle = {seat: bot for seat, bot in bots.items() if bot == NOBODY}
    chosen = choose_bots(campaign, {seat: bots[seat] for seat in bots if seat not in idle}) | idle
    return [play(campaign, chosen, game_seed(seed, index)) for index in range(games)]


def held_to(campaign: Campaign, bot: str, stance: str) -> Campaign:
    """The campaign with a bot that knows one of its stances only, in every quarter."""

    def narrowed(spec: Bot) -> Bot:
        kept = [one.model_copy(update={"when": None}) for one in spec.stances if one.id == stance]
        return spec.model_copy(update={"stances": tuple(kept)}) if spec.id == bot else spec

    return replace(campaign, bots=tuple(narrowed(spec) for spec in campaign.bots))


def together(games: list[Played], *seats: str) -> float:
    """The share of games in which all of these seats succeeded."""
    return sum(all(game.succeeded[seat] for seat in seats) for game in games) / len(games)


def share(games: list[Played], seat: str) -> float:
    """The share of games in which a seat succeeded."""
    return sum(game.succeeded[seat] for game in games) / len(games)
