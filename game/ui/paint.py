"""Shapes with smooth edges: boxes, shadows, rings, thick lines, dashes, arrows.

Pygame's own shapes have hard edges, so each shape is drawn once at a multiple of its size, reduced
and kept. The free functions draw straight onto a surface in its own pixels and are meant for
surfaces that will be reduced; the `Painter` gives finished shapes. Rectangles are in pixels; radii,
borders and levels in design pixels.
"""

import math
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise

import pygame

from game.ui.curves import Point, arrow_head, dashes
from game.ui.sprites import SpriteCache
from game.ui.theme import Colour, Metrics, Theme

ALL, TOP, BOTTOM, LEFT, RIGHT = "all", "top", "bottom", "left", "right"
_FACTOR = 4
_KEPT_WHOLE = 20_000
_SHADOWS = ((1.0, 26), (3.0, 16), (6.0, 10), (10.0, 7))

Draw = Callable[[pygame.Surface, float], None]


def polyline(
    surface: pygame.Surface,
    points: Sequence[Point],
    colour: Colour | tuple[int, int, int, int],
    width: float,
    *,
    closed: bool = False,
) -> None:
    """Draw a line of any width with round joins and ends; hard-edged, in surface pixels."""
    if len(points) < 2:
        return
    line = [*points, points[0]] if closed else points
    for a, b in pairwise(line):
        span = math.dist(a, b)
        if span < 0.01:
            continue
        nx, ny = (a[1] - b[1]) / span * width / 2, (b[0] - a[0]) / span * width / 2
        corners = [
            (a[0] + nx, a[1] + ny),
            (b[0] + nx, b[1] + ny),
            (b[0] - nx, b[1] - ny),
            (a[0] - nx, a[1] - ny),
        ]
        pygame.draw.polygon(surface, colour, corners)
    if width > 2:
        for point in line:
            pygame.draw.circle(surface, colour, point, width / 2)


def dashed(
    surface: pygame.Surface,
    points: Sequence[Point],
    colour: Colour,
    width: float,
    pattern: tuple[float, float],
    phase: float = 0.0,
) -> None:
    """Draw a line in dashes of `pattern` (on, off); hard-edged, in surface pixels."""
    for dash in dashes(points, pattern[0], pattern[1], phase):
        polyline(surface, dash, colour, width)


def fill_in(surface: pygame.Surface, colour: Colour, rect: pygame.Rect) -> None:
    """Fill a rect, also where it begins above or left of the surface.

    pygame's own fill moves such a rect into the surface and keeps its size, so that it reaches
    further than it should; in what is scrolled that shows.
    """
    surface.fill(colour, rect.clip(surface.get_rect()))


def arrow(surface: pygame.Surface, points: Sequence[Point], colour: Colour, width: float) -> None:
    """Draw a line that ends in an arrow head; hard-edged, in surface pixels."""
    before, tip = points[-2], points[-1]
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    head = width * 1.6 + 2
    neck = (tip[0] - math.cos(angle) * head * 1.4, tip[1] - math.sin(angle) * head * 1.4)
    polyline(surface, [*points[:-1], neck], colour, width)
    pygame.draw.polygon(surface, colour, arrow_head(tip, angle, head))


def supersampled(
    size: tuple[int, int], draw: Draw, edge: Colour, factor: int = 2
) -> pygame.Surface:
    """A picture drawn at `factor` times its size and reduced.

    `draw` gets the large surface and the factor. `edge` is the colour of the outermost line: it
    keeps the smooth rim from darkening.
    """
    large = pygame.Surface((size[0] * factor, size[1] * factor), pygame.SRCALPHA)
    large.fill((*edge, 0))
    draw(large, float(factor))
    return pygame.transform.smoothscale(large, size)


class Painter:
    """Draws finished shapes at the scale of its metrics."""

    def __init__(self, sprites: SpriteCache, metrics: Metrics, theme: Theme) -> None:
        self._sprites = sprites
        self._metrics = metrics
        self._theme = theme

    def at(self, metrics: Metrics, theme: Theme) -> "Painter":
        """The same pictures at another scale or in another theme."""
        return Painter(self._sprites, metrics, theme)

    def sprite(
        self, key: Hashable, size: tuple[int, int], draw: Draw, edge: Colour, factor: int = _FACTOR
    ) -> pygame.Surface:
        """A kept picture of `size` pixels; see `supersampled` for `draw` and `edge`.

        The key must name all that the drawing depends on besides the size.
        """
        return self._sprites.get(
            ("sprite", key, size, factor), lambda: supersampled(size, draw, edge, factor)
        )

    def box(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        fill: Colour | None,
        radius: float = 0.0,
        border: Colour | None = None,
        border_width: float = 1.0,
        corners: str = ALL,
    ) -> None:
        """Draw a rounded rectangle; `corners` says which side is rounded, `fill` None is hollow."""
        if rect.width <= 0 or rect.height <= 0:
            return
        round_px = min(radius * self._metrics.scale, rect.width / 2, rect.height / 2)
        line_px = max(1.0, border_width * self._metrics.scale) if border is not None else 0.0
        if fill is not None and round_px < 0.5 and border is None:
            fill_in(surface, fill, rect)
            return
        reach = math.ceil(max(round_px, line_px)) + 1
        size = (min(rect.width, 2 * reach + 1), min(rect.height, 2 * reach + 1))
        key = ("box", size, fill, round(round_px, 2), border, round(line_px, 2), corners)
        edge = border if border is not None else fill
        sprite = self._sprites.get(
            key,
            lambda: supersampled(
                size,
                lambda big, k: _rounded(big, fill, border, round_px * k, line_px * k, corners),
                edge if edge is not None else self._theme.ink,
                _FACTOR,
            ),
        )
        if rect.width * rect.height > _KEPT_WHOLE:
            _stretch(surface, sprite, rect, fill)
            return
        whole = self._sprites.get((*key, rect.size), lambda: _grown(sprite, rect.size, fill))
        surface.blit(whole, rect)

    def shadow(
        self, surface: pygame.Surface, rect: pygame.Rect, radius: float = 8.0, level: int = 1
    ) -> None:
        """Draw a shape's soft shadow; level 0 counter, 1 card, 2 callout, 3 popover or dialog."""
        scale = self._metrics.scale
        layers = [(depth * scale, alpha) for depth, alpha in _SHADOWS[: level + 1]]
        deepest = layers[-1][0]
        side, below = math.ceil(deepest / 2) + 1, math.ceil(deepest * 1.2) + 1
        round_px = min(radius * scale, rect.width / 2, rect.height / 2)
        reach = math.ceil(round_px + deepest) + 1
        core = (min(rect.width, 2 * reach + 1), min(rect.height, 2 * reach + 1))
        size = (core[0] + 2 * side, core[1] + below)
        key = ("shadow", size, round(round_px, 2), level, round(scale, 3), self._theme.shadow)
        sprite = self._sprites.get(
            key, lambda: _shadow(size, core, side, round_px, layers, self._theme.shadow)
        )
        target = pygame.Rect(rect.x - side, rect.y, rect.width + 2 * side, rect.height + below)
        _stretch(surface, sprite, target, None)

    def panel(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        fill: Colour | None = None,
        radius: float = 8.0,
        border: Colour | None = None,
        border_width: float = 1.4,
        level: int = 1,
    ) -> None:
        """Draw a lifted surface: its shadow, then the box; paper when no fill is given."""
        self.shadow(surface, rect, radius, level)
        paper = self._theme.paper if fill is None else fill
        self.box(surface, rect, paper, radius, border, border_width)

    def focus_ring(self, surface: pygame.Surface, rect: pygame.Rect, radius: float = 6.0) -> None:
        """Draw the focus ring around a rect: white inside, blue outside."""
        inner = rect.inflate(2 * self._metrics.px(2), 2 * self._metrics.px(2))
        outer = rect.inflate(2 * self._metrics.px(5), 2 * self._metrics.px(5))
        self.box(surface, outer, None, radius + 5, self._theme.focus, 3.2)
        self.box(surface, inner, None, radius + 2, self._theme.white, 2.2)

    def chosen_ring(self, surface: pygame.Surface, rect: pygame.Rect, radius: float = 8.0) -> None:
        """Draw the ring of what is chosen or legal around a rect: gold cased in ink."""
        outer = rect.inflate(2 * self._metrics.px(5), 2 * self._metrics.px(5))
        self.box(surface, outer, self._theme.gold, radius + 4.5, self._theme.ink, 1.5)

    def rule(
        self,
        surface: pygame.Surface,
        start: tuple[int, int],
        length: int,
        colour: Colour | None = None,
        *,
        vertical: bool = False,
        width: float = 1.0,
    ) -> None:
        """Draw a hair line from `start` to the right, or downward; `length` in pixels."""
        thick = self._metrics.px(width)
        size = (thick, length) if vertical else (length, thick)
        surface.fill(colour if colour is not None else self._theme.line, pygame.Rect(start, size))

    def veil(self, surface: pygame.Surface, rect: pygame.Rect, alpha: int = 84) -> None:
        """Darken what lies behind a dialog."""
        keep = 255 - alpha
        tint = [value * alpha // 255 for value in self._theme.shadow]
        surface.fill((keep, keep, keep), rect, special_flags=pygame.BLEND_RGB_MULT)
        surface.fill(tint, rect, special_flags=pygame.BLEND_RGB_ADD)


def _rounded(
    surface: pygame.Surface,
    fill: Colour | None,
    border: Colour | None,
    radius: float,
    line: float,
    corners: str,
) -> None:
    rect = surface.get_rect()
    if border is None:
        if fill is not None:
            _round_rect(surface, fill, rect, radius, corners)
        return
    _round_rect(surface, border, rect, radius, corners)
    inner = rect.inflate(-2 * round(line), -2 * round(line))
    hole = (*border, 0) if fill is None else fill
    _round_rect(surface, hole, inner, max(0.0, radius - line), corners)


def _round_rect(
    surface: pygame.Surface,
    colour: Colour | tuple[int, int, int, int],
    rect: pygame.Rect,
    radius: float,
    corners: str,
) -> None:
    r = round(radius)
    top, bottom = corners in (ALL, TOP), corners in (ALL, BOTTOM)
    left, right = corners == LEFT, corners == RIGHT
    pygame.draw.rect(
        surface,
        colour,
        rect,
        border_radius=0,
        border_top_left_radius=r if top or left else 0,
        border_top_right_radius=r if top or right else 0,
        border_bottom_left_radius=r if bottom or left else 0,
        border_bottom_right_radius=r if bottom or right else 0,
    )


def _shadow(
    size: tuple[int, int],
    core: tuple[int, int],
    side: int,
    radius: float,
    layers: Sequence[tuple[float, int]],
    colour: Colour,
) -> pygame.Surface:
    factor = 2
    total = pygame.Surface((size[0] * factor, size[1] * factor), pygame.SRCALPHA)
    total.fill((*colour, 0))
    for depth, alpha in layers:
        sheet = pygame.Surface(total.get_size(), pygame.SRCALPHA)
        sheet.fill((*colour, 0))
        rect = pygame.Rect(
            round((side - depth / 2) * factor),
            round(depth * 0.4 * factor),
            round((core[0] + depth) * factor),
            round((core[1] + depth * 0.8) * factor),
        )
        corner = round((radius + depth / 2) * factor)
        pygame.draw.rect(sheet, (*colour, alpha), rect, border_radius=corner)
        total.blit(sheet, (0, 0))
    return pygame.transform.smoothscale(total, size)


def _grown(sprite: pygame.Surface, size: tuple[int, int], fill: Colour | None) -> pygame.Surface:
    whole = pygame.Surface(size, pygame.SRCALPHA)
    _stretch(whole, sprite, whole.get_rect(), fill)
    return whole


def _stretch(
    surface: pygame.Surface, sprite: pygame.Surface, rect: pygame.Rect, fill: Colour | None
) -> None:
    """Blit a picture grown to a rect: corners as they are, its middle row and column repeated."""
    columns = _slices(sprite.get_width(), rect.width)
    rows = _slices(sprite.get_height(), rect.height)
    for sx, sw, dx, dw in columns:
        for sy, sh, dy, dh in rows:
            place = (rect.x + dx, rect.y + dy)
            if sw == dw and sh == dh:
                surface.blit(sprite, place, (sx, sy, sw, sh))
            elif sw != dw and sh != dh:
                if fill is not None:
                    fill_in(surface, fill, pygame.Rect(*place, dw, dh))
            else:
                strip = sprite.subsurface((sx, sy, sw, sh))
                surface.blit(pygame.transform.scale(strip, (dw, dh)), place)


def _slices(have: int, want: int) -> tuple[tuple[int, int, int, int], ...]:
    """(source start, source length, target start, target length) along one direction."""
    if have >= want:
        return ((0, want, 0, want),)
    half = have // 2
    rest = have - half - 1
    return (
        (0, half, 0, half),
        (half, 1, half, want - half - rest),
        (half + 1, rest, want - rest, rest),
    )
