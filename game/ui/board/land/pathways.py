"""Lays the routes on the map: calm curves that fan apart and keep to land or water.

Paths are in board units and depend only on which areas and routes there are, so they stay where
they are whatever flows on them.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.ui.board.land.places import Place
from game.ui.board.land.shapes import Box, Point
from game.ui.board.land.terrain import Terrain
from game.ui.board.land.wayfinding import Ground, Wayfinder
from game.ui.board.scene import Mode, RouteMark
from game.ui.curves import evenly, length, spline

_BOWS = (0.05, -0.05, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3)
_LEG_BOWS = (0.05, -0.05, 0.16, -0.16, 0.28, -0.28)
_ARCHED = frozenset({"air", "cyber", "finance"})
_GAP = math.radians(24)
_RELAX_ROUNDS = 12
_PORT_REACH = 40.0
_FURTHEST_DOCK = 85.0
_FURTHEST_SEA_DOCK = 130.0
_PLATE_DOCK = 14.0
_DOCK_SHARE = 0.5
_POINT_STEP = 9.0
_SMOOTHING = 14

_CELL = 14.0
_EDGE = 30.0
_TERRAIN_COST = 5.0
_CROWD_COST = 3.0
_ANCHOR_COST = 4.0
_BOW_COST = 26.0
_LENGTH_COST = 60.0
_ANCHOR_ROOM = 34.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a path joins, and the turning points of its legs between fixed points."""

    route_id: str
    mode: Mode
    ground: Ground | None
    start: Place
    end: Place
    node: Point | None
    legs: tuple[tuple[Point, ...], ...]


@dataclass(slots=True)
class _End:
    """One end of a path at an area, and the direction in which it leaves the anchor."""

    place: Place
    bearing: float
    fixed: Point | None


def lay_paths(
    routes: Iterable[RouteMark],
    places: Mapping[str, Place],
    nodes: Mapping[str, Point],
    terrain: Terrain,
) -> dict[str, tuple[Point, ...]]:
    """The path of each route by its id, from its first area to its second.

    `nodes` gives the points of map nodes. Routes whose areas have no place are left out.
    """
    wayfinder = Wayfinder(terrain)
    plans = [
        plan
        for plan in (_plan(route, places, nodes, wayfinder) for route in _in_order(routes))
        if plan is not None
    ]
    ends = _docked(plans)
    layer = _Layer(places, terrain)
    return {plan.route_id: layer.lay(plan, *ends[plan.route_id]) for plan in plans}


def _in_order(routes: Iterable[RouteMark]) -> list[RouteMark]:
    """Roads and lanes first, since later ones give way; the listed order decides among equals.

    Whether a route is dormant does not matter, so that opening one moves no other.
    """
    return sorted(routes, key=lambda route: (route.backstop, route.mode in _ARCHED))


def _plan(
    route: RouteMark,
    places: Mapping[str, Place],
    nodes: Mapping[str, Point],
    wayfinder: Wayfinder,
) -> _Plan | None:
    start, end = places.get(route.from_id), places.get(route.to_id)
    if start is None or end is None or start is end:
        return None
    node = nodes.get(route.node) if route.node is not None else None
    if node in (start.anchor, end.anchor):
        node = None
    stops = [start.anchor, *([node] if node is not None else []), end.anchor]
    if route.mode == "sea":
        stops[0] = _harbour(start, stops[1], wayfinder)
        stops[-1] = _harbour(end, stops[-2], wayfinder)
    ground = _ground(route.mode, start, end)
    legs = tuple(tuple(_leg(ground, a, b, wayfinder)) for a, b in pairwise(stops))
    return _Plan(route.id, route.mode, ground, start, end, node, legs)


def _harbour(place: Place, toward: Point, wayfinder: Wayfinder) -> Point:
    """Where a sea path meets an area: its anchor at sea, else the coast on the straight way."""
    if place.is_water or place.is_plate or place.region is None:
        return place.anchor
    coast = wayfinder.coast(place.anchor, toward, place.contains)
    return coast if coast is not None else place.anchor


def _leg(ground: Ground | None, a: Point, b: Point, wayfinder: Wayfinder) -> list[Point]:
    return [a, b] if ground is None else wayfinder.way(a, b, ground)


def _ground(mode: Mode, start: Place, end: Place) -> Ground | None:
    """What a path keeps to: a road that begins or ends at sea may cross anything."""
    if mode == "land":
        return None if start.is_water or end.is_water else "land"
    return "sea" if mode == "sea" else None


def _docked(plans: Sequence[_Plan]) -> dict[str, tuple[_End, _End]]:
    """The two ends of each path, turned apart around each area so that they do not pile up."""
    ends: dict[str, tuple[_End, _End]] = {}
    gathered: dict[str, list[_End]] = {}
    for plan in plans:
        pair = (
            _end(plan, plan.start, plan.legs[0]),
            _end(plan, plan.end, plan.legs[-1][::-1]),
        )
        ends[plan.route_id] = pair
        for end in pair:
            if end.fixed is None:
                gathered.setdefault(end.place.id, []).append(end)
    for group in gathered.values():
        _spread(group)
    return ends


def _end(plan: _Plan, place: Place, leg: Sequence[Point]) -> _End:
    toward = leg[1]
    bearing = math.atan2(toward[1] - place.anchor[1], toward[0] - place.anchor[0])
    fixed = _port(plan, place)
    if fixed is None and leg[0] != place.anchor:
        fixed = leg[0]
    return _End(place, bearing, fixed)


def _port(plan: _Plan, place: Place) -> Point | None:
    """The port where a sea path meets this land area, if it uses one."""
    if plan.node is None or plan.mode != "sea" or place.is_water:
        return None
    x, y = plan.node
    steps = (-_PORT_REACH, 0.0, _PORT_REACH)
    around = [(x + dx, y + dy) for dx in steps for dy in steps]
    return plan.node if any(place.contains(spot) for spot in around) else None


def _spread(ends: list[_End]) -> None:
    """Turn the ends of one area apart until they are well separated, or as far as there is room."""
    gap = min(_GAP, 2 * math.pi / len(ends) * 0.9)
    for _ in range(_RELAX_ROUNDS):
        ends.sort(key=lambda end: end.bearing)
        for first, second in pairwise(ends):
            lack = gap - (second.bearing - first.bearing)
            if lack > 0:
                first.bearing -= lack / 2
                second.bearing += lack / 2


def _dock(end: _End) -> Point:
    place = end.place
    dx, dy = math.cos(end.bearing), math.sin(end.bearing)
    if place.is_plate:
        away = _PLATE_DOCK
    else:
        furthest = _FURTHEST_SEA_DOCK if place.is_water else _FURTHEST_DOCK
        away = min(furthest, _way_out(place, dx, dy) * _DOCK_SHARE)
    return place.anchor[0] + dx * away, place.anchor[1] + dy * away


def _way_out(place: Place, dx: float, dy: float) -> float:
    """How far from the anchor the area ends in a direction."""
    step = max(6.0, place.reach / 4)
    x, y = place.anchor
    away = step
    while away < 400 and place.contains((x + dx * away, y + dy * away)):
        away += step
    return away


class _Layer:
    """Lays one path after the other, each minding those already there."""

    def __init__(self, places: Mapping[str, Place], terrain: Terrain) -> None:
        self._terrain = terrain
        self._places = places
        self._taken: dict[tuple[int, int], float] = {}

    def lay(self, plan: _Plan, start: _End, end: _End) -> tuple[Point, ...]:
        legs = _between_docks(plan, start, end)
        straight = sum(length(leg) for leg in legs) or 1.0
        best = min(_options(legs), key=lambda option: self._cost(plan, option, straight))
        path = tuple(_smoothed(best[0]))
        self._take(path)
        return path

    def _cost(self, plan: _Plan, option: tuple[list[Point], float], straight: float) -> float:
        points, bow = option
        wanted = 0.16 if plan.mode in _ARCHED else 0.05
        cost = abs(abs(bow) - wanted) * _BOW_COST
        cost += (length(points) / straight - 1) * _LENGTH_COST
        margin = max(1, len(points) // 9)
        inner = points[margin:-margin]
        return cost + sum(self._spot_cost(plan, spot) for spot in inner) * 24 / len(inner)

    def _spot_cost(self, plan: _Plan, spot: Point) -> float:
        cost = _CROWD_COST * self._taken.get(_cell(spot), 0.0)
        if plan.ground and self._terrain.is_land(spot) != (plan.ground == "land"):
            cost += _TERRAIN_COST
        if not _inside(spot, self._terrain.world):
            cost += _TERRAIN_COST
        for place in self._places.values():
            if place is not plan.start and place is not plan.end:
                x, y = place.anchor
                if abs(x - spot[0]) + abs(y - spot[1]) < _ANCHOR_ROOM:
                    cost += _ANCHOR_COST
        return cost

    def _take(self, path: Sequence[Point]) -> None:
        cells: dict[tuple[int, int], float] = {}
        for spot in path:
            column, row = _cell(spot)
            for dc, dr in itertools.product((-2, -1, 0, 1, 2), repeat=2):
                near = 1.0 if abs(dc) < 2 and abs(dr) < 2 else 0.5
                key = (column + dc, row + dr)
                cells[key] = max(near, cells.get(key, 0.0))
        for key, near in cells.items():
            self._taken[key] = self._taken.get(key, 0.0) + near


def _between_docks(plan: _Plan, start: _End, end: _End) -> list[list[Point]]:
    """The legs from dock to dock instead of from anchor to anchor."""
    legs = [list(leg) for leg in plan.legs]
    if start.fixed is None:
        legs[0][0] = _dock(start)
    elif start.fixed == plan.node:
        legs = legs[1:]
    if end.fixed is None:
        legs[-1][-1] = _dock(end)
    elif end.fixed == plan.node:
        legs = legs[:-1]
    return legs


def _options(legs: Sequence[Sequence[Point]]) -> Iterator[tuple[list[Point], float]]:
    """Curves that the path could take, each with how far it bows."""
    lines = [spline(leg, 8) if len(leg) > 2 else list(leg) for leg in legs]
    spread = [evenly(line, max(4.0, length(line) / 14)) for line in lines]
    for line, points in zip(lines, spread, strict=True):
        points[-1] = line[-1]
    bows = _BOWS if len(legs) == 1 else _LEG_BOWS
    for chosen in itertools.product(bows, repeat=len(legs)):
        points = [legs[0][0]]
        for line, bow in zip(spread, chosen, strict=True):
            points.extend(_bowed(line, bow)[1:])
        yield points, sum(abs(bow) for bow in chosen) / len(chosen)


def _bowed(line: Sequence[Point], bow: float) -> list[Point]:
    """A line pushed sideways, most in its middle, by a share of its length."""
    (ax, ay), (bx, by) = line[0], line[-1]
    dx, dy = bx - ax, by - ay
    last = len(line) - 1
    return [
        (x - dy * bow * math.sin(math.pi * i / last), y + dx * bow * math.sin(math.pi * i / last))
        for i, (x, y) in enumerate(line)
    ]


def _smoothed(points: Sequence[Point]) -> list[Point]:
    """The path with even points and its corners rounded."""
    total = length(points)
    line = evenly(points, max(4.0, min(_POINT_STEP, total / 12)))
    if math.dist(line[-1], points[-1]) > 1.0:
        line.append(points[-1])
    for _ in range(_SMOOTHING):
        line = [
            line[0],
            *(
                ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
                for a, b, c in zip(line, line[1:], line[2:], strict=False)
            ),
            line[-1],
        ]
    return line


def _inside(spot: Point, box: Box) -> bool:
    return box[0] + _EDGE < spot[0] < box[2] - _EDGE and box[1] + _EDGE < spot[1] < box[3] - _EDGE


def _cell(spot: Point) -> tuple[int, int]:
    return int(spot[0] // _CELL), int(spot[1] // _CELL)
