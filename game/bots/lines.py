"""Lines of a stance: which legal action, if any, a line means now (RULES 15)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.bots import guard
from game.bots.knowledge import surely
from game.bots.player import BotContext
from game.bots.purse import can_keep
from game.bots.ranks import rank
from game.bots.sight import Sight
from game.content.campaign import Campaign
from game.content.conditions import Condition, read_condition
from game.content.schema.bots import Line, Stance
from game.model.actions import Action
from game.model.dice import below, stream
from game.model.ids import piece_ref, ref_ix, ref_kind, route_ref
from game.model.view import PieceView

_TIES = stream("bot-ties")
ANY, MISSING = -1, -2
_VERBS = {"pass": ("pass", "done")}
"""Verbs that a line's word stands for, where there are several: to pass also ends a turn."""
_MOLE_OPTION = 1
"""The second choice of a Bribe: a mole instead of a step of governance."""


@dataclass(frozen=True, slots=True)
class Order:
    """A line of a stance with its words looked up.

    `card` and `kind` are `ANY` where it names none, and `MISSING` where the campaign has none of
    that name: such a line is passed over, so that one bot serves many campaigns.
    """

    line: Line
    when: Condition | None
    card: int
    kind: int


@dataclass(frozen=True, slots=True)
class Manner:
    """A stance with its words looked up: when it may be drawn, and its lines by phase."""

    stance: Stance
    when: Condition | None
    phases: Mapping[str, tuple[Order, ...]]

    def about(self, do: str) -> tuple[Order, ...]:
        """Its lines of every phase with this word."""
        return tuple(one for lines in self.phases.values() for one in lines if one.line.do == do)


def manner_of(campaign: Campaign, stance: Stance) -> Manner:
    """A stance ready for play."""
    phases = {
        "red-plan": stance.plan,
        "strategic": stance.strategic,
        "operational": stance.operational,
        "tactical": stance.tactical,
        "assess": stance.govern,
    }
    return Manner(
        stance,
        None if stance.when is None else read_condition(stance.when),
        {phase: tuple(_order(campaign, line) for line in lines) for phase, lines in phases.items()},
    )


def _order(campaign: Campaign, line: Line) -> Order:
    return Order(
        line,
        None if line.when is None else read_condition(line.when),
        ANY if line.card is None else campaign.card_ix.get(line.card, MISSING),
        ANY if line.kind is None else campaign.kind_ix.get(line.kind, MISSING),
    )


def means(sight: Sight, order: Order, action: Action) -> bool:
    """Whether an action is of the sort that a line names, its condition and odds aside."""
    line = order.line
    if action.verb not in _VERBS.get(line.do, (line.do,)) or MISSING in (order.card, order.kind):
        return False
    if order.card >= 0 and action.card != order.card:
        return False
    if line.do == "consent":
        return line.level is None or ref_ix(action.target) == line.level
    if line.do == "bribe":
        return _bribe(sight, order, action)
    if line.do in ("watch", "rotate", "move") and not _is_fresh(sight, action):
        return False
    return order.kind < 0 or _has_kind(sight, order.kind, action)


def best(sight: Sight, context: BotContext, order: Order, legal: Sequence[Action]) -> Action | None:
    """The legal action that carries out a line; None where there is none now."""
    line = order.line
    if not surely(sight, order.when):
        return None
    found = [one for one in legal if means(sight, order, one) and can_keep(sight, one)]
    if line.do == "watch":
        found = [action for action in found if _is_better_watch(sight, context, line, action)]
    if line.odds > 1:
        found = [action for action in found if _promises(context, action, line.odds)]
    return pick(sight, context, line, found)


def pick(
    sight: Sight, context: BotContext, line: Line | None, found: Iterable[Action]
) -> Action | None:
    """The action whose target ranks first; what still ties is drawn."""
    ranks = () if line is None else line.target
    keyed = [(rank(sight, context, action, ranks), action) for action in found]
    if not keyed:
        return None
    first = min(key for key, _ in keyed)
    ties = [action for key, action in keyed if key == first]
    return ties[below(len(ties), context.salt, context.moment, _TIES)]


def _promises(context: BotContext, action: Action, least: int) -> bool:
    odds = context.odds(action)
    return odds is None or odds.needed >= least


def _has_kind(sight: Sight, kind: int, action: Action) -> bool:
    """Whether the action uses, or is aimed at, a piece of this kind."""
    target, place = ref_kind(action.target), ref_ix(action.target)
    if target == "kind":
        return place == kind
    if target == "piece":
        return sight.kind_of(place) == kind
    if target == "area":
        return any(one.kind == kind for one in sight.in_area.get(place, ()))
    return action.verb in ("deploy", "play", "plan")


def _bribe(sight: Sight, order: Order, action: Action) -> bool:
    """A Bribe lowers governance, unless the line asks for a mole."""
    wants_mole = order.kind >= 0 and "mole" in sight.campaign.kinds[order.kind].traits
    return (ref_ix(action.other) == _MOLE_OPTION) == wants_mole


def _is_fresh(sight: Sight, action: Action) -> bool:
    """Whether the unit has not been told what to watch this quarter, so that no line loops."""
    unit = sight.pieces.get(ref_ix(action.target))
    if unit is None or unit.set:
        return False
    return action.verb != "move" or sight.own.moves < sight.campaign.rules.limits.free_moves


def _is_better_watch(sight: Sight, context: BotContext, line: Line, action: Action) -> bool:
    """Whether a unit is worth more on another route, by the line's ranks or else by its worth."""
    unit = sight.pieces[ref_ix(action.target)]
    route = ref_ix(action.other)
    if route in unit.watch:
        return False
    if not unit.watch:
        return True
    if not line.target:
        return guard.gain(sight, unit.kind, route) > guard.worth(sight, unit)
    now = _watching(action, unit)
    ranked = [rank(sight, context, one, line.target) for one in now]
    return rank(sight, context, action, line.target) < min(ranked)


def _watching(action: Action, unit: PieceView) -> list[Action]:
    """The same order for what the unit watches already, to compare with."""
    return [
        Action(action.seat, "watch", action.card, piece_ref(unit.piece), route_ref(route))
        for route in unit.watch
    ]
