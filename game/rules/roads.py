"""FLOW, step 1: what is sent out, and the cheapest ways of the moment (RULES 8)."""

from heapq import heappop, heappush

from game.model.dice import extend_each, mix, stream
from game.model.ids import NO_AREA, AreaIx, RouteIx, SeatIx
from game.rules.scores import supply
from game.rules.table import Table

_TIE = stream("tie")
_FAR = 1 << 40
_SCALE = 10
"""Costs are kept above this many bits, and the seeded tie-break below them."""


def units(table: Table) -> list[tuple[SeatIx, AreaIx]]:
    """The units to be sent, one at a time: areas in listed order in turn, and where several
    networks draw on one, they in turn too."""
    made: dict[tuple[AreaIx, SeatIx], int] = {}
    for seat in table.tables.networks:
        for area, count in _sent_by(table, seat).items():
            made[area, seat] = count
    found: list[tuple[SeatIx, AreaIx]] = []
    while any(made.values()):
        for area, seat in sorted(made):
            if made[area, seat]:
                made[area, seat] -= 1
                found.append((seat, area))
    return found


def _sent_by(table: Table, seat: SeatIx) -> dict[AreaIx, int]:
    """What a network sends out from each area; what it cannot supply is missing at the last."""
    made = _production(table, seat)
    missing = sum(made.values()) - supply(table.tables, table.state, seat)
    for area in sorted(made, reverse=True):
        cut = min(made[area], max(0, missing))
        made[area] -= cut
        missing -= cut
    return made


def _production(table: Table, seat: SeatIx) -> dict[AreaIx, int]:
    """What each area puts out: sources, and Labs where they stand."""
    tables, state = table.tables, table.state
    made = dict(tables.sourced[seat])
    for piece in tables.seat_pieces[seat]:
        units = tables.kind_of(piece).supply
        place = AreaIx(state.piece_area[piece])
        if units and place >= 0 and state.piece_since[piece] < state.quarter:
            made[place] = made.get(place, 0) + units
    for mod in state.mods:
        if mod.what == "source-output" and mod.by > 0 and mod.seats >> seat & 1:
            first = _first_source(table, seat, mod.areas, made)
            if first >= 0:
                made[first] = made.get(first, 0) + mod.by
    return made


def _first_source(table: Table, seat: SeatIx, areas: int, made: dict[AreaIx, int]) -> AreaIx:
    sources = (area for area, _ in table.tables.sourced[seat])
    named = [area for area in sources if areas == -1 or areas >> area & 1]
    return named[0] if named else min(made, default=AreaIx(-1))


class Roads:
    """Route costs as the network reads them, rising as units crowd in.

    Costs only ever rise, so a cheapest way stays the cheapest until one of its own routes, or
    the market at its end, becomes dearer.
    """

    def __init__(self, table: Table) -> None:
        tables, state = table.tables, table.state
        self.tables = tables
        self.flow = [0] * len(tables.route_from)
        self.sold = [0] * len(tables.near)
        self.crowded = table.rules.flow.over_cap_cost << _SCALE
        self.sated = table.rules.flow.over_demand_cost << _SCALE
        ties = extend_each(mix(table.luck(_TIE)), len(tables.route_cost))
        self.cost = [
            (cost + heat << _SCALE) + (tie & 63)
            for cost, heat, tie in zip(tables.route_cost, state.heat, ties, strict=True)
        ]
        for mod in state.mods:
            if mod.what == "route" and mod.cost:
                self.cost[mod.route] += mod.cost << _SCALE
        self.exits = [
            [(route, tables.route_to[route]) for route in row if state.open[route]]
            for row in tables.exits
        ]
        self._ways: dict[AreaIx, list[RouteIx]] = {}

    def take(self, path: list[RouteIx]) -> None:
        """Count a unit's way; a route at its cap, or a market at its demand, becomes dearer."""
        dearer = set()
        for route in path:
            self.flow[route] += 1
            if self.flow[route] >= self.tables.route_cap[route]:
                self.cost[route] += self.crowded
                dearer.add(route)
        market = self.tables.route_to[path[-1]]
        self.sold[market] += 1
        if self.sold[market] >= self.tables.demand[market]:
            self._ways.clear()
        elif dearer:
            self._ways = {a: way for a, way in self._ways.items() if dearer.isdisjoint(way)}

    def to_market(self, start: AreaIx) -> list[RouteIx]:
        """The cheapest way to a market; empty if there is none."""
        way = self._ways.get(start)
        if way is None:
            way = self._ways[start] = self.cheapest(start)
        return way

    def cheapest(self, start: AreaIx, goal: AreaIx = NO_AREA) -> list[RouteIx]:
        """The cheapest way to a market (or to one area); empty if there is none (Dijkstra)."""
        is_market, exits, cost = self.tables.is_market, self.exits, self.cost
        best = {start: 0}
        came: dict[AreaIx, RouteIx] = {}
        heap: list[tuple[int, AreaIx]] = [(0, start)]
        ends: tuple[int, AreaIx] = (_FAR, AreaIx(-1))
        while heap:
            spent, area = heappop(heap)
            if spent > best[area]:
                continue
            if spent >= ends[0]:
                break
            if area == goal or (goal < 0 and is_market[area]):
                over = max(0, self.sold[area] + 1 - self.tables.demand[area])
                ends = min(ends, (spent + over * self.sated, area))
                continue
            for route, other in exits[area]:
                total = spent + cost[route]
                if total < best.get(other, _FAR):
                    best[other] = total
                    came[other] = route
                    heappush(heap, (total, other))
        return self._back(came, start, ends[1])

    def _back(self, came: dict[AreaIx, RouteIx], start: AreaIx, end: AreaIx) -> list[RouteIx]:
        path: list[RouteIx] = []
        while end >= 0 and end != start:
            path.append(came[end])
            end = self.tables.route_from[came[end]]
        return path[::-1]


def way_through(table: Table, roads: Roads, start: AreaIx, pin: RouteIx) -> list[RouteIx]:
    """The cheapest way to a market that uses a route; empty if there is none."""
    if not table.state.open[pin]:
        return []
    tables = table.tables
    goal, out = tables.route_from[pin], tables.route_to[pin]
    first = [] if start == goal else roads.cheapest(start, goal)
    rest = [] if tables.is_market[out] else roads.cheapest(out)
    arrives = bool(first or start == goal) and bool(rest or tables.is_market[out])
    return [*first, pin, *rest] if arrives else []
