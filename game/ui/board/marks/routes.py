"""How a route looks: its mode's line, last quarter's ghost, the arrow, and the gold of a choice."""

import math
from collections.abc import Hashable, Mapping, Sequence

import pygame

from game.ui.board.land.shapes import Point, cut_dashes, thin
from game.ui.board.marks.ink import Ink, Rgba, Shape, dots, fill, gather, line, sheer, solid
from game.ui.board.scene import RouteMark
from game.ui.curves import arrow_head, evenly, length, portion
from game.ui.theme import Theme, mix

GHOST_LEVEL = 10
ROUTE_LEVEL = 20
_UNIT = 2.6
_UNIT_AFAR = 1.8
_THINNEST = 2.2
_LEVELS_EACH = 8
_LIT, _CHOSEN = 5.0, 9.0
"""Design pixels of gold beside a route that may be chosen, and beside the one that is."""


def unit_width(detail: float) -> float:
    """Design pixels of width for one unit of flow; a full map draws thinner lines.

    `detail` is pixels per board unit over pixels per design pixel.
    """
    share = min(1.0, max(0.0, (detail - 0.25) / 0.4))
    return _UNIT_AFAR + (_UNIT - _UNIT_AFAR) * share


def line_width(route: RouteMark, detail: float, theme: Theme) -> float:
    """The width of a route's line in design pixels."""
    return max(_THINNEST, route.flow * unit_width(detail) * theme.flow_gain)


def trimmed(path: Sequence[Point], blocks: Sequence[pygame.Rect], gap: float) -> list[Point]:
    """The path without the stretches at its ends that lie under plates."""
    points = list(path)
    covers = [block.inflate(2 * gap, 2 * gap) for block in blocks]
    for _ in range(2):
        kept = 0
        while kept < len(points) - 2 and any(c.collidepoint(points[kept]) for c in covers):
            kept += 1
        points = points[kept:][::-1]
    return points


def route_ink(
    route: RouteMark,
    path: Sequence[Point],
    order: int,
    detail: float,
    pen: float,
    theme: Theme,
    held: Mapping[Hashable, Ink],
) -> Ink | None:
    """The shapes of a route along a path in world pixels.

    `order` decides which of two crossing routes lies above, `pen` is pixels per design pixel;
    `held` are inks drawn before in the same theme, of which an equal one is used again.
    """
    if len(path) < 2 or length(path) < 8 * pen:
        return None
    key = ("route", route, order, round(pen, 3), round(detail, 5), len(path), path[0], path[-1])
    again = held.get(key)
    if again is not None:
        return again
    return gather(key, _RouteDrawing(route, path, order, detail, pen, theme).shapes())


class _RouteDrawing:
    """Builds the shapes of one route."""

    def __init__(
        self,
        route: RouteMark,
        path: Sequence[Point],
        order: int,
        detail: float,
        pen: float,
        theme: Theme,
    ) -> None:
        self._route = route
        self._theme = theme
        self._pen = pen
        self._base = ROUTE_LEVEL + order * _LEVELS_EACH
        self._unit = unit_width(detail) * theme.flow_gain
        self._width = line_width(route, detail, theme) * pen
        self._path = thin(path, 3.0)
        self._colour = solid(self._line_colour())

    def shapes(self) -> list[Shape]:
        if self._route.dormant and not self._route.opening:
            return [*self._ghost(self._path), *self._gold(), *self._dormant()]
        head = self._width + self._head_gain() * self._pen
        body = self._without_head(head)
        return [*self._ghost(body), *self._gold(), *self._body(body), *self._arrow(head)]

    def _head_gain(self) -> float:
        if self._route.opening:
            return 10.0
        return 6.0 if self._route.flow else 4.0

    def _line_colour(self) -> tuple[int, int, int]:
        theme, route = self._theme, self._route
        if route.opening:
            return theme.ink
        colour = theme.flow if route.flow else mix(theme.flow, theme.ink2, 0.55)
        if route.dimmed:
            return mix(colour, theme.land["unplayed"], 0.55)
        return colour

    def _ghost(self, path: list[Point]) -> list[Shape]:
        if not self._route.ghost:
            return []
        wide = (self._route.ghost * self._unit * 1.25 + 8) * self._pen
        edge, inside = self._theme.flow, self._theme.flow_light
        rim = 1.2 * self._pen * (2 if self._theme.high_contrast else 1)
        return [
            *line(path, sheer(edge, 0.6), GHOST_LEVEL, wide),
            *line(path, sheer(inside, 0.35), GHOST_LEVEL + 1, wide - 2 * rim),
        ]

    def _gold(self) -> list[Shape]:
        route, pen = self._route, self._pen
        if not (route.lit or route.chosen or route.opening):
            return []
        gold = self._width + (_CHOSEN if route.chosen or route.opening else _LIT) * pen
        return [
            *line(self._path, solid(self._theme.ink), self._base, gold + 2.2 * pen),
            *line(self._path, solid(self._theme.gold), self._base + 1, gold),
        ]

    def _without_head(self, head: float) -> list[Point]:
        total = length(self._path)
        return portion(self._path, 0.0, max(total * 0.5, total - head * 1.2)) or self._path

    def _body(self, path: list[Point]) -> list[Shape]:
        mode = self._route.mode
        if self._route.opening:
            return self._opening(path)
        if mode == "sea":
            return self._sea(path)
        if mode == "air":
            return self._air(path)
        if mode in ("finance", "cyber"):
            return self._double(path)
        return self._land(path)

    @property
    def _casing(self) -> float:
        return 2 * self._theme.casing * self._pen

    def _cased(self, path: list[Point], width: float, casing: Rgba) -> list[Shape]:
        return line(path, casing, self._base + 2, width + self._casing)

    def _land(self, path: list[Point]) -> list[Shape]:
        width = self._width * (0.75 if self._route.backstop else 1.0)
        casing = self._cased(path, width, solid(self._theme.white))
        return [*casing, *line(path, self._colour, self._base + 3, width)]

    def _sea(self, path: list[Point]) -> list[Shape]:
        width, pen = self._width, self._pen
        on = (14 * pen + width) * self._theme.dash_gain
        off = (5 * pen + width * 0.7) * self._theme.dash_gain
        shapes = self._cased(path, width, solid(mix(self._theme.sea_light, (255, 255, 255), 0.5)))
        for dash in cut_dashes(path, on, off):
            shapes.extend(line(dash, self._colour, self._base + 3, width))
        return shapes

    def _opening(self, path: list[Point]) -> list[Shape]:
        """Dashes of ink on the gold that marks a route opening just now."""
        width, shapes = max(self._width, 3.4 * self._pen), []
        for dash in cut_dashes(path, 11 * self._pen, 8 * self._pen):
            shapes.extend(line(dash, self._colour, self._base + 3, width))
        return shapes

    def _air(self, path: list[Point]) -> list[Shape]:
        width = self._width + 1.4 * self._pen
        spots = evenly(path, width * 1.5 + 4.5 * self._pen)
        casing = dots(spots, solid(self._theme.white), self._base + 2, width + self._casing)
        return [*casing, *dots(spots, self._colour, self._base + 3, width)]

    def _double(self, path: list[Point]) -> list[Shape]:
        width, white = self._width + 3 * self._pen, solid(self._theme.white)
        hollow = max(1.4 * self._pen, self._width * 0.6)
        return [
            *self._cased(path, width, white),
            *line(path, self._colour, self._base + 3, width),
            *line(path, white, self._base + 4, hollow),
        ]

    def _dormant(self) -> list[Shape]:
        pen = self._pen
        grey = mix(self._theme.ink3, self._theme.white, 0.08)
        if self._route.dimmed:
            grey = mix(grey, self._theme.land["unplayed"], 0.5)
        spots = evenly(self._path, 6.4 * pen * self._theme.dash_gain)
        return [
            *dots(spots, solid(self._theme.white), self._base + 2, 4.4 * pen),
            *dots(spots, solid(grey), self._base + 3, 2.5 * pen * self._theme.dash_gain),
        ]

    def _arrow(self, head: float) -> list[Shape]:
        (ax, ay), tip = self._path[max(0, len(self._path) - 4)], self._path[-1]
        angle = math.atan2(tip[1] - ay, tip[0] - ax)
        rim = self._theme.casing * self._pen
        back = (tip[0] - math.cos(angle) * head * 0.1, tip[1] - math.sin(angle) * head * 0.1)
        corners = arrow_head(back, angle, head)
        edge, inside = solid(self._theme.white), self._colour
        if self._route.opening:
            edge, inside = solid(self._theme.ink), solid(self._theme.gold)
        cased = line([*corners, corners[0]], edge, self._base + 5, 2 * rim)
        return [*cased, *fill(corners, inside, self._base + 6)]
