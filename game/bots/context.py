"""What a bot is handed at a decision: its own luck, odds and samples, and no truth (RULES 15)."""

from functools import partial

from game.bots.player import BotContext
from game.model.dice import draw, stream
from game.model.ids import SeatIx
from game.rules.engine import Game
from game.rules.sample import sample

_BOTS = stream("bots")


def context_of(game: Game, seat: SeatIx) -> BotContext:
    """The context of a seat at this decision.

    The salt is scrambled out of the game's seed one way, so that a game replays with the same
    bots while no bot can foretell a die from its salt.
    """
    state = game.state
    return BotContext(
        salt=draw(state.seed, _BOTS, state.branch, seat),
        moment=state.clock,
        odds=partial(game.odds, viewer=seat),
        sample=partial(sample, game.tables, state, seat),
    )


def next_seat(game: Game) -> SeatIx | None:
    """The seat that a table of bots asks next; None when the game is over.

    Of several seats the first whose answer a question awaits comes before those that could
    only take a proposal back.
    """
    waiting = game.state.pending[-1].waiting if game.state.pending else -1
    to_move = game.to_move
    return next((seat for seat in to_move if waiting >> seat & 1), next(iter(to_move), None))
