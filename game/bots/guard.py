"""How much a unit is worth on a route, from what its seat sees (RULES 8, steps 2 and 3)."""

from game.bots.sight import Sight
from game.model.view import PieceView
from game.rules.tables import LAW

SEEING = 2
"""Worth of one more sixth of being seen, in thirty-sixths of being stopped."""


def gain(sight: Sight, kind: int, route: int) -> int:
    """What one more unit of a kind would add on a route, in 72nds of a unit of flow stopped."""
    seen = sight.route(route)
    most = sight.campaign.rules.flow.detect_max
    detect, endgame = _with(sight, kind, route)
    detect, endgame = min(most, detect), min(most, endgame)
    stopped = detect * endgame - seen.detect * seen.endgame
    return sight.flow(route) * (stopped + SEEING * (detect - seen.detect))


def loss(sight: Sight, kind: int, route: int) -> int:
    """What a route would lose without one unit of a kind that watches it now."""
    seen = sight.route(route)
    spec = sight.campaign.kinds[kind]
    detect = max(0, seen.detect - spec.detect)
    endgame = max(0, seen.endgame - spec.endgame)
    stopped = seen.detect * seen.endgame - detect * endgame
    return sight.flow(route) * (stopped + SEEING * (seen.detect - detect))


def worth(sight: Sight, unit: PieceView) -> int:
    """What a unit on the map adds where it now watches; a Rotating one the mean of its routes."""
    worths = [loss(sight, unit.kind, route) for route in unit.watch]
    if not worths:
        return 0
    return sum(worths) // len(worths) if unit.rotating else sum(worths)


def value(sight: Sight, piece: int, route: int) -> int:
    """What a unit on the map adds on a route, or would add there."""
    unit = sight.pieces.get(piece)
    if unit is not None and route in unit.watch and not unit.rotating:
        return loss(sight, unit.kind, route)
    return gain(sight, sight.kind_of(piece), route)


def best_gain(sight: Sight, kind: int, area: int) -> int:
    """The most that a unit of a kind could add on a route it can watch from an area."""
    spec = sight.campaign.kinds[kind]
    modes = sight.tables.route_mode
    gains = [
        gain(sight, kind, route)
        for route in sight.tables.watch_here[area]
        if modes[route] in spec.modes
    ]
    return max(gains, default=0)


def _with(sight: Sight, kind: int, route: int) -> tuple[int, int]:
    seen = sight.route(route)
    spec = sight.campaign.kinds[kind]
    lawful = seen.lawful or spec.authority in LAW
    endgame = seen.endgame + (spec.endgame if lawful else 0)
    if lawful and not seen.lawful:
        endgame += _support_waiting(sight, route)
    elif seen.lawful:
        endgame += spec.support_endgame
    return seen.detect + spec.detect, endgame


def _support_waiting(sight: Sight, route: int) -> int:
    """E of supporting units that only wait for someone who may lawfully stop flow there."""
    kinds = sight.campaign.kinds
    support = sum(kinds[one.kind].support_endgame for one in sight.watchers.get(route, ()))
    return min(support, sight.campaign.rules.limits.support_endgame)
