"""Odds of actions before commitment, as their seat can know them (RULES 7)."""

from game.model.actions import Action
from game.model.state import State
from game.rules.resolution import Odds, aim_at, odds
from game.rules.tables import Tables

TESTED = ("surveil", "raid", "case", "bribe", "intimidate", "govern")


def odds_of(tables: Tables, state: State, action: Action) -> Odds | None:
    """The Test that an action would roll; None where it rolls none.

    A strategic card's Test comes later; its odds are those of today.
    """
    if action.verb in TESTED:
        return odds(tables, state, aim_at(tables, state, action.seat, action.verb, action.target))
    if action.card < 0 or action.verb not in ("play", "deploy", "plan", "join", "agree"):
        return None
    if tables.campaign.cards[action.card].test is None:
        return None
    aim = aim_at(tables, state, action.seat, "card", action.target, action.card, action.other)
    return odds(tables, state, aim)
