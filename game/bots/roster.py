"""Which bots a campaign has for a seat, and how one is made ready to play (RULES 15)."""

from game.bots.lookahead import LookaheadPlayer
from game.bots.player import Player
from game.bots.random_legal import RandomPlayer
from game.bots.stances import StancePlayer
from game.content.campaign import Campaign
from game.model.ids import SeatIx
from game.rules.tables import Tables

RANDOM = "random"
"""The bot of every seat and every campaign that plays any legal action."""
LOOKS_AHEAD = "-ahead"
"""Written after a bot's id: skill 2, which tries FLOWs before it says where units go."""


def bots_for(campaign: Campaign, seat: int) -> tuple[str, ...]:
    """The bots that can play a seat, its own proposal first, `random` last."""
    spec = campaign.seats[seat]
    found = [bot.id for bot in campaign.bots if spec.id in bot.seats]
    found.sort(key=lambda name: name != spec.bot)
    return (*found, RANDOM)


def skilled_bots_for(campaign: Campaign, seat: int) -> tuple[str, ...]:
    """The bots that can play a seat, at each skill: those of `bots_for`, then those that look
    ahead."""
    plain = bots_for(campaign, seat)
    return (*plain, *(name + LOOKS_AHEAD for name in plain if name != RANDOM))


def make_player(tables: Tables, bot_id: str, seat: SeatIx) -> Player:
    """A player for a seat; `-ahead` after a bot's id has it look ahead.

    Raises `KeyError` for a bot that the campaign does not have.
    """
    if bot_id == RANDOM:
        return RandomPlayer()
    name = plain_id(bot_id)
    for bot in tables.campaign.bots:
        if bot.id == name:
            player = StancePlayer(tables, bot, seat)
            return player if bot_id == name else LookaheadPlayer(tables, player, seat)
    raise KeyError(bot_id)


def can_play(campaign: Campaign, seat: int, bot_id: str) -> bool:
    """Whether a bot, of any skill, can play a seat of the campaign."""
    return bot_id in skilled_bots_for(campaign, seat)


def plain_id(bot_id: str) -> str:
    """A bot's id without the mark of its skill.

    >>> plain_id("balanced-ahead")
    'balanced'
    """
    return bot_id.removesuffix(LOOKS_AHEAD)
