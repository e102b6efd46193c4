"""Players without hands: random legal ones, and stances read from a campaign (RULES 15)."""

from game.bots.context import context_of, next_seat
from game.bots.player import BotContext, Choice, Player
from game.bots.roster import RANDOM, bots_for, can_play, make_player, skilled_bots_for

__all__ = [
    "RANDOM",
    "BotContext",
    "Choice",
    "Player",
    "bots_for",
    "can_play",
    "context_of",
    "make_player",
    "next_seat",
    "skilled_bots_for",
]
