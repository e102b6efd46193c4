"""Games of First Light played at random, to be put into words."""

from functools import cache
from pathlib import Path

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.model.actions import Action
from game.model.dice import below
from game.model.ids import SeatMask
from game.narrate.language import translator
from game.narrate.words import Words
from game.rules.engine import Game

SHIPPED = Path(__file__).resolve().parents[2] / "campaigns"
SEEDS = (1, 2, 3, 4)
PERSONS = ("us", "mexico", "cartel")
TRUTH, US, MEXICO, COALITION, CARTEL, TABLE = (SeatMask(mask) for mask in (0, 1, 2, 3, 4, 7))
"""Sets of readers in First Light; the table is everybody present."""
MASKS = (TRUTH, US, MEXICO, COALITION, CARTEL, TABLE)
_IDLE = ("pass", "done", "hold")


@cache
def first_light() -> Campaign:
    """The tutorial campaign."""
    return load_campaign(SHIPPED / "first-light")


@cache
def words(language: str = "en") -> Words:
    """The tutorial's words in a language."""
    return Words(first_light(), translator(language), language)


def choose(game: Game, seed: int, turn: int) -> Action:
    """A legal action at random, seldom an idle one."""
    legal = game.legal_actions()
    busy = [action for action in legal if action.verb not in _IDLE]
    choices = busy if busy and below(5, seed, turn) else legal
    return choices[below(len(choices), seed, turn, 1)]


@cache
def finished(seed: int) -> Game:
    """A game played to its end by persons who choose at random."""
    game = Game.start(first_light(), PERSONS, seed)
    turn = 0
    while not game.is_over:
        game.apply(choose(game, seed, turn))
        turn += 1
    return game
