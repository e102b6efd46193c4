"""How a bot answers the questions that play puts to it, whatever its stance (RULES 15)."""

from collections.abc import Callable, Mapping, Sequence

from game.bots import guard, reasons
from game.bots.knowledge import surely
from game.bots.lines import Order, pick
from game.bots.player import BotContext, Choice
from game.bots.ranks import rank
from game.bots.sight import Sight
from game.content.conditions import Condition
from game.content.schema.bots import Bot
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import ref_ix, ref_kind

SHARE_BITS = 4
"""Bits of a seat's share in a packed split of a Govern's price."""
_SIXTHS = 36
_RATINGS = {"good": 3, "fair": 2, None: 1, "poor": 0}
"""How gladly a bot takes an option that its author has rated so."""


class Question:
    """A decision on the stack as one bot meets it.

    `line` is the line that led to it, if any; `prosecutes` are the stance's lines about that.
    """

    __slots__ = (
        "bot",
        "context",
        "decision",
        "legal",
        "line",
        "prosecutes",
        "refuse",
        "sight",
    )

    def __init__(
        self,
        sight: Sight,
        context: BotContext,
        bot: Bot,
        refuse: Condition | None,
        decision: Decision,
        legal: Sequence[Action],
        line: Order | None,
        prosecutes: Sequence[Order] = (),
    ) -> None:
        self.sight = sight
        self.context = context
        self.bot = bot
        self.refuse = refuse
        self.decision = decision
        self.legal = legal
        self.line = line
        self.prosecutes = prosecutes

    def first(self, *verbs: str) -> Action | None:
        """The first legal action with one of these verbs, in the order of the verbs."""
        for verb in verbs:
            for action in self.legal:
                if action.verb == verb:
                    return action
        return None

    def with_verb(self, verb: str) -> list[Action]:
        """The legal actions with this verb."""
        return [action for action in self.legal if action.verb == verb]

    def refuses(self) -> bool:
        """Whether the bot's instructions have it refuse proposals now."""
        return self.refuse is not None and surely(self.sight, self.refuse)

    def best_by(self, actions: Sequence[Action], worth: Callable[[Action], int]) -> Action | None:
        """The action that the line ranks first, then the one worth most, then the first listed."""
        ranks = () if self.line is None else self.line.line.target
        if not actions:
            return None
        return min(
            actions,
            key=lambda one: (rank(self.sight, self.context, one, ranks), -worth(one)),
        )


def answer(question: Question) -> Choice | None:
    """The bot's answer to a decision; None where no manner fits what is legal."""
    return _ANSWERS[question.decision.kind](question)


def _choice(action: Action | None, why: str = "") -> Choice | None:
    return None if action is None else Choice(action, why)


def _place(question: Question) -> Choice | None:
    sight = question.sight
    kind = placed_kind(sight, question.decision)

    def worth(action: Action) -> int:
        area = ref_ix(action.target)
        best = 0 if kind < 0 else guard.best_gain(sight, kind, area)
        return 1000 * best + sight.area_flow(area)

    return _choice(question.best_by(question.with_verb("place"), worth))


def placed_kind(sight: Sight, decision: Decision) -> int:
    """The kind of piece that a `place` decision puts down; -1 where it puts none down."""
    for ref in (decision.target, decision.other):
        if ref_kind(ref) == "kind":
            return ref_ix(ref)
    if decision.card >= 0:
        for effect in sight.campaign.cards[decision.card].effects:
            if effect.do == "deploy":
                return sight.campaign.kind_ix[effect.unit]
    return -1


def _watch(question: Question) -> Choice | None:
    sight = question.sight

    def worth(action: Action) -> int:
        return guard.gain(sight, sight.kind_of(ref_ix(action.target)), ref_ix(action.other))

    chosen = question.best_by(question.with_verb("watch"), worth)
    return _choice(chosen or question.first("pass"))


def _rotate(question: Question) -> Choice | None:
    """The set of routes over which a unit is worth most on the mean; the larger one of equals."""
    sight, options = question.sight, question.decision.options
    piece = ref_ix(question.decision.target)

    def worth(action: Action) -> tuple[int, int]:
        bits = options[ref_ix(action.target)]
        routes = [route for route in range(bits.bit_length()) if bits >> route & 1]
        total = sum(guard.value(sight, piece, route) for route in routes)
        return total * _SIXTHS // max(1, len(routes)), len(routes)

    found = question.with_verb("routes")
    return _choice(max(found, key=worth) if found else question.first("pass"))


def _target(question: Question) -> Choice | None:
    line = None if question.line is None else question.line.line
    return _choice(pick(question.sight, question.context, line, question.legal))


def _agree(question: Question) -> Choice | None:
    if question.refuses():
        return _choice(question.first("refuse", "withdraw"), reasons.REFUSES)
    return _choice(question.first("agree", "refuse", "withdraw"), reasons.AGREES)


def _join(question: Question) -> Choice | None:
    if question.refuses():
        return _choice(question.first("decline"), reasons.REFUSES)
    return _choice(question.first("join", "decline"))


def _fund(question: Question) -> Choice | None:
    splits = question.with_verb("split")
    if splits:
        return _choice(_split(question, splits))
    if question.refuses():
        return _choice(question.first("refuse", "pass"), reasons.REFUSES)
    if _own_share(question) > question.bot.share and question.first("refuse"):
        return _choice(question.first("refuse"), reasons.SHARE_TOO_HIGH)
    return _choice(question.first("agree", "pass"), reasons.AGREES)


def share(packed: int, seat: int) -> int:
    """A seat's share of a Govern's price, in Budget."""
    return packed >> SHARE_BITS * seat & (1 << SHARE_BITS) - 1


def _own_share(question: Question) -> int:
    """What the split on the table asks of the bot; `value` is the option that is proposed."""
    decision = question.decision
    return share(decision.options[decision.value], question.sight.seat)


def _split(question: Question, splits: Sequence[Action]) -> Action:
    """Ask of each partner what the bot itself would give, and pay the rest."""
    sight, options = question.sight, question.decision.options

    def cost(action: Action) -> tuple[int, int]:
        packed = options[ref_ix(action.target)]
        asked = [share(packed, seat) for seat in sight.tables.nadc if seat != sight.seat]
        over = sum(max(0, one - question.bot.share) for one in asked)
        return over, share(packed, sight.seat)

    return min(splits, key=cost)


def _prosecute(question: Question) -> Choice | None:
    """Prosecute, unless every line of the stance that speaks of it holds back now."""
    chosen, orders = question.first("prosecute"), question.prosecutes
    if chosen is None:
        return _choice(question.first("pass"))
    if not orders:
        return Choice(chosen, reasons.PROSECUTES)
    order = next((one for one in orders if surely(question.sight, one.when)), None)
    return _choice(question.first("pass")) if order is None else Choice(chosen, order.line.why)


def _inject(question: Question) -> Choice | None:
    """The option that the author rates highest, else the one marked as the default."""
    options = question.sight.campaign.injects[question.decision.value].options

    def worth(action: Action) -> tuple[int, bool]:
        option = options[ref_ix(action.target)]
        return _RATINGS[option.score], option.default

    return _choice(max(question.with_verb("answer"), key=worth, default=None))


def _swap(question: Question) -> Choice | None:
    """Change the card that is least urgent of those that cannot be played."""
    cards = question.sight.campaign.cards
    found = question.with_verb("swap")
    chosen = min(found, key=lambda one: cards[one.card].ai.urgency) if found else None
    return _choice(chosen or question.first("pass"))


def _leave(question: Question) -> Choice | None:
    return _choice(question.first("pass"))


def _upkeep(question: Question) -> Choice | None:
    sight = question.sight
    found = [one for one in question.with_verb("return") if ref_ix(one.target) in sight.pieces]
    least = min(
        found, key=lambda one: guard.worth(sight, sight.pieces[ref_ix(one.target)]), default=None
    )
    return _choice(least, reasons.SENDS_HOME)


def _bank(question: Question) -> Choice | None:
    """How much Cash is kept when the rest is banked: none in the last quarter."""
    last = question.sight.is_last_quarter
    keep = 0 if last else question.bot.keep_cash
    found = question.with_verb("bank")
    nearest = min(found, key=lambda one: abs(ref_ix(one.target) - keep), default=None)
    return _choice(nearest, reasons.BANKS_ALL if last else reasons.BANKS)


def _odds_probe(question: Question) -> Choice | None:
    """The option nearest to D x E as the seat reads them."""
    seen = question.sight.route(ref_ix(question.decision.target))
    percent = round(100 * seen.detect * seen.endgame / _SIXTHS)
    options = question.decision.options
    found = question.with_verb("answer")
    return _choice(
        min(found, key=lambda one: abs(options[ref_ix(one.target)] - percent), default=None)
    )


def _growth_probe(question: Question) -> Choice | None:
    """The route that is cheapest for one more unit, heat and crowding counted."""
    sight, options = question.sight, question.decision.options
    tables = sight.tables
    crowding = sight.campaign.rules.flow.over_cap_cost

    def cost(action: Action) -> int:
        route = options[ref_ix(action.target)]
        over = sight.flow(route) // 2 + 1 - tables.route_cap[route]
        return tables.route_cost[route] + sight.route(route).heat + crowding * max(0, over)

    return _choice(min(question.with_verb("answer"), key=cost, default=None))


_ANSWERS: Mapping[str, Callable[[Question], Choice | None]] = {
    "place": _place,
    "watch": _watch,
    "rotate": _rotate,
    "target": _target,
    "agree": _agree,
    "join": _join,
    "fund": _fund,
    "prosecute": _prosecute,
    "inject": _inject,
    "swap": _swap,
    "seal": _leave,
    "fallback": _leave,
    "upkeep": _upkeep,
    "bank": _bank,
    "reading": _target,
    "odds-probe": _odds_probe,
    "growth-probe": _growth_probe,
}
"""An answer for every kind of decision."""
