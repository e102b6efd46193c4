"""A bot of skill 0: any legal action (RULES 15)."""

from collections.abc import Sequence

from game.bots.player import BotContext, Choice
from game.model.actions import Action
from game.model.dice import below, stream
from game.model.view import View

_VERB, _ACTION = stream("bot-verb"), stream("bot-action")


class RandomPlayer:
    """Draws a verb, then one of its actions, so that long lists of targets weigh no more."""

    def choose(self, view: View, legal: Sequence[Action], context: BotContext) -> Choice:
        """One of the legal actions, drawn."""
        verbs = sorted({action.verb for action in legal})
        verb = verbs[below(len(verbs), context.salt, context.moment, _VERB)]
        found = [action for action in legal if action.verb == verb]
        return Choice(found[below(len(found), context.salt, context.moment, _ACTION)])
