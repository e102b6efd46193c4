"""How a bot ranks targets: by listed priorities, from what its seat can see (RULES 15)."""

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from game.bots.player import BotContext
from game.bots.sight import Sight
from game.content.schema.bots import Rank
from game.model.actions import Action
from game.model.ids import AreaIx, Ref, ref_ix, ref_kind

_SECOND = frozenset({"watch", "move", "relocate"})
"""Verbs whose first target is the piece, and whose second is where it goes."""


def subject(action: Action) -> Ref:
    """What an action is aimed at: the place, where it moves a piece somewhere."""
    return action.other if action.verb in _SECOND else action.target


def rank(
    sight: Sight, context: BotContext, action: Action, ranks: Sequence[Rank]
) -> tuple[int, ...]:
    """A key that is smaller the better the action's target answers the ranks, in their order."""
    return tuple(
        -_odds(context, action) if one == "odds-high" else _RANKS[one](sight, _place(one, action))
        for one in ranks
    )


def _place(one: Rank, action: Action) -> Ref:
    """Exposure is asked of the piece that acts; everything else of where it goes."""
    return action.target if one == "exposed" else subject(action)


def _odds(context: BotContext, action: Action) -> int:
    odds = context.odds(action)
    return 0 if odds is None else odds.needed


def _areas(sight: Sight, ref: Ref) -> tuple[AreaIx, ...]:
    """The areas a target touches: itself, a route's ends, or where a piece stands."""
    kind, place = ref_kind(ref), ref_ix(ref)
    if kind == "area":
        return (AreaIx(place),)
    if kind == "route":
        return sight.ends(place)
    if kind == "piece":
        area = sight.piece_area(place)
        return (area,) if area >= 0 else ()
    return ()


def _routes(sight: Sight, ref: Ref) -> tuple[int, ...]:
    """The routes a target touches: itself, those of an area, or those a piece watches."""
    kind, place = ref_kind(ref), ref_ix(ref)
    if kind == "route":
        return (place,)
    if kind == "area":
        return tuple(route for route in range(len(sight.view.routes)) if place in sight.ends(route))
    if kind == "piece" and place in sight.pieces:
        return sight.pieces[place].watch
    return ()


def _gov(sight: Sight, ref: Ref) -> int:
    found = [sight.view.gov[area] for area in _areas(sight, ref) if sight.tables.governed[area]]
    return min(found, default=0)


def _gov_zero(sight: Sight, ref: Ref) -> int:
    return int(_gov(sight, ref) != 0)


def _pop(sight: Sight, ref: Ref) -> int:
    return max((sight.tables.pop[area] for area in _areas(sight, ref)), default=0)


def _violence(sight: Sight, ref: Ref) -> int:
    return max((sight.view.violence[area] for area in _areas(sight, ref)), default=0)


def _flow(sight: Sight, ref: Ref) -> int:
    return sum(sight.flow(route) for route in _routes(sight, ref))


def _heat(sight: Sight, ref: Ref) -> int:
    return max((sight.route(route).heat for route in _routes(sight, ref)), default=0)


def _cost(sight: Sight, ref: Ref) -> int:
    return min((sight.tables.route_cost[route] for route in _routes(sight, ref)), default=0)


def _exposed(sight: Sight, ref: Ref) -> int:
    if ref_kind(ref) == "piece":
        seen = sight.pieces.get(ref_ix(ref))
        return -int(seen is not None and seen.exposed)
    return -sum(one.exposed for area in _areas(sight, ref) for one in sight.in_area.get(area, ()))


def _own_units(sight: Sight, ref: Ref) -> int:
    if ref_kind(ref) == "route":
        return -sum(one.seat == sight.seat for one in sight.watchers.get(ref_ix(ref), ()))
    return -_count(sight, ref, lambda seat: seat == sight.seat)


def _guards(sight: Sight, ref: Ref) -> int:
    if ref_kind(ref) == "route":
        return len(sight.watchers.get(ref_ix(ref), ()))
    return _count(sight, ref, sight.tables.is_nadc)


def _red(sight: Sight, ref: Ref) -> int:
    return _count(sight, ref, sight.tables.is_red)


def _count(sight: Sight, ref: Ref, counts: Callable[[int], bool]) -> int:
    found = (one for area in _areas(sight, ref) for one in sight.in_area.get(area, ()))
    return sum(counts(one.seat) for one in found)


def _border(sight: Sight, ref: Ref) -> int:
    """A border area, or a route between two countries."""
    areas = _areas(sight, ref)
    crosses = ref_kind(ref) == "route" and len({sight.tables.country[one] for one in areas}) > 1
    return -int(crosses or any(sight.tables.area_kind[one] == "border" for one in areas))


def _home(sight: Sight, ref: Ref) -> int:
    own = sight.campaign.seats[sight.seat].country
    return -int(any(sight.tables.country[one] == own for one in _areas(sight, ref)))


def _most(read: Callable[[Sight, Ref], int]) -> Callable[[Sight, Ref], int]:
    return lambda sight, ref: -read(sight, ref)


_RANKS: Mapping[Rank, Callable[[Sight, Ref], int]] = {
    "gov-low": _gov,
    "gov-high": _most(_gov),
    "gov-zero-first": _gov_zero,
    "pop-high": _most(_pop),
    "pop-low": _pop,
    "violence-high": _most(_violence),
    "violence-low": _violence,
    "flow-high": _most(_flow),
    "flow-low": _flow,
    "heat-low": _heat,
    "heat-high": _most(_heat),
    "cost-low": _cost,
    "exposed": _exposed,
    "own-unit": _own_units,
    "unguarded": _guards,
    "red-many": _most(_red),
    "red-few": _red,
    "border-first": _border,
    "home-first": _home,
}
RANKS: tuple[Rank, ...] = get_args(Rank)
"""Every rank that a campaign may name."""
