"""Finds room for things on the map, so that nothing lies on anything else.

Things are placed one after the other, the important ones first. Each tries several places and takes
the cheapest: free, off the routes, near where it belongs and in view.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.board.land.shapes import Point

OVERLAP_COST = 1000.0
"""A place that costs this much or more lies on something."""

_CELL = 9.0
_WISH_COST, _WISH_SHARE = 60.0, 700.0
_FAINT = 0.22


@dataclass(frozen=True, slots=True)
class Try:
    """A place to try: the middle of the thing, and what this place costs in itself."""

    x: float
    y: float
    cost: float = 0.0


class Room:
    """Keeps what is taken, in world pixels.

    `pen` is pixels per design pixel, `sight` the part in view.
    """

    def __init__(self, pen: float, sight: pygame.Rect) -> None:
        self._sight = sight
        self._cell = max(4.0, _CELL * pen)
        self._taken: list[pygame.Rect] = []
        self._wished: list[pygame.Rect] = []
        self._weights: list[float] = []
        self._lines: dict[tuple[int, int], int] = {}
        self._faint: set[tuple[int, int]] = set()

    def copy(self) -> "Room":
        """The same room, to try things out in."""
        other = Room(0.0, self._sight)
        other._cell = self._cell
        other._taken = [*self._taken]
        other._wished, other._weights = [*self._wished], [*self._weights]
        other._lines, other._faint = self._lines, self._faint
        return other

    def take(self, rect: pygame.Rect) -> None:
        """Nothing placed later may lie here."""
        self._taken.append(rect)

    def wish(self, rect: pygame.Rect, weight: float = 1.0) -> None:
        """Things placed later had better stay away; `weight` says how much better."""
        self._wished.append(rect)
        self._weights.append(weight)

    def grant(self, rect: pygame.Rect) -> None:
        """What wished for this place comes to take it."""
        if rect in self._wished:
            place = self._wished.index(rect)
            del self._wished[place], self._weights[place]

    def forget_wishes(self) -> None:
        """Wished places are free again."""
        self._wished.clear()
        self._weights.clear()

    def take_line(self, points: Iterable[Point], number: int) -> None:
        """A line runs here; `number` tells lines apart."""
        cell, bit = self._cell, 1 << number
        for x, y in points:
            key = (int(x // cell), int(y // cell))
            self._lines[key] = self._lines.get(key, 0) | bit

    def take_faint_line(self, points: Iterable[Point]) -> None:
        """A thin line runs here, on which things may stand if they must."""
        cell = self._cell
        self._faint.update((int(x // cell), int(y // cell)) for x, y in points)

    def best(
        self,
        size: tuple[int, int],
        tries: Sequence[Try],
        *,
        line_cost: float = 125.0,
        own_line: int | None = None,
        gap: int = 0,
        in_sight: bool = True,
    ) -> tuple[pygame.Rect, float] | None:
        """The cheapest place for a thing of this size, with its cost; None without tries.

        `gap` is the air it wants around it; `in_sight` whether it should keep to the view.
        """
        found: tuple[pygame.Rect, float] | None = None
        for spot in sorted(tries, key=_own_cost):
            if found is not None and spot.cost >= found[1]:
                break
            rect = pygame.Rect(
                round(spot.x - size[0] / 2), round(spot.y - size[1] / 2), size[0], size[1]
            )
            cost = spot.cost + self._cost(rect, line_cost, own_line, gap)
            if in_sight:
                cost += self._hidden(rect)
            if found is None or cost < found[1]:
                found = rect, cost
        return found

    def is_free(self, rect: pygame.Rect) -> bool:
        """Whether nothing taken lies here."""
        return rect.collidelist(self._taken) < 0

    def crossings(self, a: Point, b: Point) -> int:
        """How many routes a straight line would cross."""
        away = math.hypot(b[0] - a[0], b[1] - a[1])
        steps = max(1, int(away / self._cell))
        seen = 0
        for step in range(steps + 1):
            share = step / steps
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            seen |= self._lines.get((int(x // self._cell), int(y // self._cell)), 0)
        return seen.bit_count()

    def lies_between(self, a: Point, b: Point) -> bool:
        """Whether a straight line would lead over something taken."""
        return any(rect.clipline(a, b) for rect in self._taken)

    def _cost(self, rect: pygame.Rect, line_cost: float, own_line: int | None, gap: int) -> float:
        cost = 0.0
        roomy = rect.inflate(2 * gap, 2 * gap)
        size = rect.width * rect.height
        for index in roomy.collidelistall(self._taken):
            shared = roomy.clip(self._taken[index])
            cost += OVERLAP_COST + 2000 * shared.width * shared.height / size
        for index in rect.collidelistall(self._wished):
            shared = rect.clip(self._wished[index])
            part = shared.width * shared.height / size
            cost += self._weights[index] * (_WISH_COST + _WISH_SHARE * part)
        return cost + line_cost * self._crossed(rect, own_line)

    def _hidden(self, rect: pygame.Rect) -> float:
        """What it costs to stand partly or wholly out of view."""
        if self._sight.contains(rect):
            return 0.0
        shared = rect.clip(self._sight)
        return 160 + 500 * (1 - shared.width * shared.height / (rect.width * rect.height))

    def _crossed(self, rect: pygame.Rect, own_line: int | None) -> float:
        """How much of a rect routes run through: 0 none, about 1 for one straight across."""
        cell = self._cell
        mask = ~(1 << own_line) if own_line is not None else -1
        left, right = int(rect.left // cell), int(rect.right // cell)
        lines, faint, crossed = self._lines, self._faint, 0.0
        for row in range(int(rect.top // cell), int(rect.bottom // cell) + 1):
            for column in range(left, right + 1):
                if lines.get((column, row), 0) & mask:
                    crossed += 1
                elif (column, row) in faint:
                    crossed += _FAINT
        rows = max(1, int(rect.height / cell))
        return crossed / rows


def _own_cost(spot: Try) -> float:
    return spot.cost
