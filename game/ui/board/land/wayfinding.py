"""Finds a way around: roads that stay ashore and sea lanes that stay at sea, as few turning points.

Used only where the straight way will not do. The search runs on a coarse grid over the theatre.
"""

import heapq
import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from game.ui.board.land.shapes import Point
from game.ui.board.land.terrain import Terrain

Ground = Literal["land", "sea"]

_CELL = 30
_WRONG = 18.0
_SHORE = 0.9
_PADDING = 15
_SAMPLE = 12.0
_STRAIGHT_ENOUGH = 0.06
_FURTHEST_COAST = 420.0
_COAST_STEP = 6.0
_COAST_TURNS = (0, 10, -10, 20, -20, 30, -30, 45, -45, 60, -60, 90, -90)
_OFFING = 26.0
_STEPS = tuple((dc, dr, math.hypot(dc, dr)) for dc in (-1, 0, 1) for dr in (-1, 0, 1) if dc or dr)


class Wayfinder:
    """Searches ways over one theatre."""

    def __init__(self, terrain: Terrain) -> None:
        self._terrain = terrain
        x0, y0, x1, y1 = terrain.world
        self._columns = int(x1 - x0) // _CELL + 1
        self._rows = int(y1 - y0) // _CELL + 1
        self._land = [terrain.is_land(self._centre(c)) for c in range(self._columns * self._rows)]
        self._costs: dict[Ground, dict[int, float]] = {"land": {}, "sea": {}}

    def way(self, start: Point, end: Point, ground: Ground) -> list[Point]:
        """Turning points from start to end, both included; two points where straight will do."""
        if self._wrong(start, end, ground) <= _STRAIGHT_ENOUGH:
            return [start, end]
        cells = self._search(self._cell(start), self._cell(end), ground)
        points = [start, *(self._centre(cell) for cell in cells[1:-1]), end]
        return self._pulled(points, ground)

    def coast(self, start: Point, toward: Point, ashore: Callable[[Point], bool]) -> Point | None:
        """Where a way from a place on land meets water, as straight toward a goal as may be.

        `ashore` says whether a point still belongs to the land where the way starts: it must reach
        water without crossing anybody else's. None where there is no such coast.
        """
        straight = math.atan2(toward[1] - start[1], toward[0] - start[0])
        for turn in _COAST_TURNS:
            angle = straight + math.radians(turn)
            spot = self._shore(start, math.cos(angle), math.sin(angle), ashore)
            if spot is not None:
                return spot
        return None

    def _shore(
        self, start: Point, dx: float, dy: float, ashore: Callable[[Point], bool]
    ) -> Point | None:
        gone = 0.0
        while gone < _FURTHEST_COAST:
            spot = (start[0] + dx * gone, start[1] + dy * gone)
            if not self._terrain.is_land(spot):
                beyond = (spot[0] + dx * _OFFING, spot[1] + dy * _OFFING)
                return None if self._terrain.is_land(beyond) else spot
            if gone > 2 * _OFFING and not ashore(spot):
                before = (spot[0] - dx * _OFFING, spot[1] - dy * _OFFING)
                if not ashore(before):
                    return None
            gone += _COAST_STEP
        return None

    def _centre(self, cell: int) -> Point:
        row, column = divmod(cell, self._columns)
        return (column + 0.5) * _CELL, (row + 0.5) * _CELL

    def _cell(self, at: Point) -> int:
        column = min(self._columns - 1, max(0, int(at[0]) // _CELL))
        row = min(self._rows - 1, max(0, int(at[1]) // _CELL))
        return row * self._columns + column

    def _cost(self, cell: int, ground: Ground) -> float:
        """What it costs to enter a cell: wrong ground is dear, the shore and the edge a little."""
        held = self._costs[ground].get(cell)
        if held is None:
            held = self._costs[ground][cell] = self._new_cost(cell, ground == "land")
        return held

    def _new_cost(self, cell: int, wanted: bool) -> float:
        columns, rows = self._columns, self._rows
        if self._land[cell] != wanted:
            return _WRONG
        row, column = divmod(cell, columns)
        if row in (0, rows - 1) or column in (0, columns - 1):
            return 1.0 + _SHORE
        around = (cell + dr * columns + dc for dr in (-1, 0, 1) for dc in (-1, 0, 1))
        return 1.0 if all(self._land[near] == wanted for near in around) else 1.0 + _SHORE

    def _wrong(self, a: Point, b: Point, ground: Ground) -> float:
        count = max(2, int(math.dist(a, b) / _SAMPLE))
        wrong = 0
        for step in range(1, count):
            share = step / count
            spot = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            wrong += self._terrain.is_land(spot) != (ground == "land")
        return wrong / count

    def _search(self, start: int, goal: int, ground: Ground) -> list[int]:
        """The cheapest cells from start to goal (A*), within a frame around the two."""
        columns = self._columns
        goal_row, goal_column = divmod(goal, columns)
        left, top, right, bottom = self._frame(start, goal)
        best = {start: 0.0}
        before: dict[int, int] = {}
        queue = [(0.0, start)]
        done: set[int] = set()
        while queue:
            _, cell = heapq.heappop(queue)
            if cell == goal:
                break
            if cell in done:
                continue
            done.add(cell)
            row, column = divmod(cell, columns)
            for dc, dr, stride in _STEPS:
                c, r = column + dc, row + dr
                if not (left <= c <= right and top <= r <= bottom):
                    continue
                after = r * columns + c
                cost = best[cell] + stride * self._cost(after, ground)
                if cost < best.get(after, math.inf):
                    best[after] = cost
                    before[after] = cell
                    ahead = math.hypot(c - goal_column, r - goal_row)
                    heapq.heappush(queue, (cost + ahead, after))
        return _trace(before, start, goal)

    def _frame(self, start: int, goal: int) -> tuple[int, int, int, int]:
        rows, columns = zip(divmod(start, self._columns), divmod(goal, self._columns), strict=True)
        return (
            max(0, min(columns) - _PADDING),
            max(0, min(rows) - _PADDING),
            min(self._columns - 1, max(columns) + _PADDING),
            min(self._rows - 1, max(rows) + _PADDING),
        )

    def _pulled(self, points: Sequence[Point], ground: Ground) -> list[Point]:
        """The way with as few turning points as the ground allows."""
        kept = [points[0]]
        index = 0
        while index < len(points) - 1:
            furthest = index + 1
            for other in range(len(points) - 1, index + 1, -1):
                along = self._along(points[index : other + 1], ground)
                if self._wrong(points[index], points[other], ground) <= along:
                    furthest = other
                    break
            kept.append(points[furthest])
            index = furthest
        return kept

    def _along(self, points: Sequence[Point], ground: Ground) -> float:
        """The share of wrong ground on the searched way, which a short cut may not exceed."""
        total = sum(math.dist(a, b) for a, b in pairwise(points)) or 1.0
        wrong = sum(self._wrong(a, b, ground) * math.dist(a, b) for a, b in pairwise(points))
        return wrong / total + 0.02


def _trace(before: dict[int, int], start: int, goal: int) -> list[int]:
    cells = [goal]
    while cells[-1] != start:
        cells.append(before[cells[-1]])
    return cells[::-1]
