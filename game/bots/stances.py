"""A bot that plays by stances: one a quarter, and its first legal line (RULES 15)."""

from collections.abc import Iterator, Sequence

from game.bots import reasons
from game.bots.knowledge import surely
from game.bots.lines import Manner, Order, best, manner_of, means
from game.bots.manners import Question, answer
from game.bots.player import BotContext, Choice
from game.bots.sight import Sight
from game.content.conditions import read_condition
from game.content.schema.bots import Bot, Stance
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.dice import below, draw, stream
from game.model.ids import SeatIx, ref_ix
from game.model.view import View
from game.rules.tables import CONSENT, Tables

_STANCE = stream("bot-stance")
IDLE = ("done", "pass", "hold")
"""What a bot does when no line is legal, in this order."""


class StancePlayer:
    """A bot of skill 1. It remembers nothing: its stance follows from its salt and the quarter."""

    def __init__(self, tables: Tables, bot: Bot, seat: SeatIx) -> None:
        self.bot = bot
        self._tables = tables
        self._seat = seat
        self._manners = tuple(manner_of(tables.campaign, stance) for stance in bot.stances)
        self._refuse = None if bot.refuse is None else read_condition(bot.refuse)
        lower = bot.lower_consent
        self._lower = None if lower is None else read_condition(lower)

    def choose(self, view: View, legal: Sequence[Action], context: BotContext) -> Choice:
        """One of the legal actions, with the reason of the line that it carries out."""
        sight = Sight(self._tables, self._seat, view)
        decision = view.pending
        if decision is not None and decision.waiting >> self._seat & 1:
            return self._answer(sight, context, decision, legal)
        return self._act(sight, context, legal)

    def stance(self, view: View, context: BotContext) -> Stance | None:
        """The stance that the bot plays this quarter; None when no stance may be drawn."""
        drawn = self._drawn(Sight(self._tables, self._seat, view), context)
        return None if drawn is None else drawn.stance

    def ordered(
        self, sight: Sight, context: BotContext, legal: Sequence[Action]
    ) -> Iterator[Choice]:
        """What each line means now, in order of the lines; the first is what the bot does."""
        lines = self._lines(sight, context)
        if sight.view.phase == "red-plan":
            lines = _unplanned(sight, lines)
        for order in lines:
            action = best(sight, context, order, legal)
            if action is not None:
                yield Choice(action, order.line.why)

    def _act(self, sight: Sight, context: BotContext, legal: Sequence[Action]) -> Choice:
        lowered = self._lowers_consent(sight, legal)
        if lowered is not None:
            return lowered
        for choice in self.ordered(sight, context, legal):
            return choice
        return _idle(legal, context)

    def _answer(
        self, sight: Sight, context: BotContext, decision: Decision, legal: Sequence[Action]
    ) -> Choice:
        line = self._cause(sight, context, decision)
        drawn = self._drawn(sight, context)
        about = () if drawn is None else drawn.about("prosecute")
        question = Question(sight, context, self.bot, self._refuse, decision, legal, line, about)
        return answer(question) or _idle(legal, context)

    def _drawn(self, sight: Sight, context: BotContext) -> Manner | None:
        """Stances are laid out by weight once a quarter; the first whose `when` holds is played."""
        left = list(self._manners)
        for place in range(len(left)):
            total = sum(one.stance.weight for one in left)
            key = (_STANCE, self._seat, sight.view.quarter, place)
            ticket = below(total, context.salt, *key)
            for one in left:
                ticket -= one.stance.weight
                if ticket < 0:
                    break
            if surely(sight, one.when):
                return one
            left.remove(one)
        return None

    def _lines(self, sight: Sight, context: BotContext) -> tuple[Order, ...]:
        drawn = self._drawn(sight, context)
        return () if drawn is None else drawn.phases.get(sight.view.phase, ())

    def _cause(self, sight: Sight, context: BotContext, decision: Decision) -> Order | None:
        """The line that most likely led to a question about where a card or a unit goes."""
        for order in self._lines(sight, context):
            if order.card >= 0 and order.card == decision.card:
                return order
        if decision.card >= 0 or decision.kind not in ("place", "watch", "rotate"):
            return None
        verbs = ("reinforce", "move", "rotate", "watch")
        found = (one for one in self._lines(sight, context) if one.line.do in verbs)
        return next((one for one in found if surely(sight, one.when)), None)

    def _lowers_consent(self, sight: Sight, legal: Sequence[Action]) -> Choice | None:
        if self._lower is None or not surely(sight, self._lower):
            return None
        wanted = sight.view.tracks[CONSENT] - 1
        for action in legal:
            if action.verb == "consent" and ref_ix(action.target) == wanted:
                return Choice(action, reasons.LOWERS_CONSENT)
        return None


def _unplanned(sight: Sight, lines: Sequence[Order]) -> tuple[Order, ...]:
    """The lines that no play chosen this quarter has used up yet."""
    planned = list(sight.own.plans)
    left = []
    for order in lines:
        used = next((action for action in planned if means(sight, order, action)), None)
        if used is None:
            left.append(order)
        else:
            planned.remove(used)
    return tuple(left)


def _idle(legal: Sequence[Action], context: BotContext) -> Choice:
    """End the turn; where that is not possible, one of the legal actions is drawn."""
    for verb in IDLE:
        for action in legal:
            if action.verb == verb:
                return Choice(action)
    return Choice(legal[draw(context.salt, context.moment) % len(legal)])
