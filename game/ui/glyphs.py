"""Drawn signs: glyphs, seat shapes, dice, values and heat.

Everything is placed by its middle in pixels and sized in design pixels, and is drawn once for each
size and colour. A glyph has an ink and a back: the back fills its holes, so it is the colour of
what the glyph lies on.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

import pygame

from game.ui.curves import Point, regular_polygon
from game.ui.glyph_shapes import SHAPES, Pen
from game.ui.paint import Painter, dashed, polyline
from game.ui.text import FontBook
from game.ui.theme import Colour, Metrics, SeatStyle, Theme

GLYPHS = tuple(SHAPES)
"""Every glyph name that `Glyphs.draw` knows."""

LEVEL_GLYPHS: Mapping[str, str] = MappingProxyType(
    {"strategic": "building", "operational": "flag", "tactical": "bolt", "inject": "envelope"}
)
"""The glyph of each card level."""

MODE_GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "land": "land",
        "sea": "sea",
        "air": "air",
        "finance": "finance",
        "cyber": "cyber",
        "people": "people",
    }
)
"""The glyph of each route mode."""

_SPREAD = 1.36
_POLYGONS: Mapping[str, tuple[int, float, float]] = MappingProxyType(
    {
        "triangle": (3, 0.0, 1.24),
        "diamond": (4, 0.0, 1.16),
        "pentagon": (5, math.pi, 1.06),
        "hexagon": (6, math.pi / 6, 1.06),
        "octagon": (8, math.pi / 8, 1.06),
    }
)


class Glyphs:
    """Draws signs at the scale of its metrics."""

    def __init__(self, painter: Painter, fonts: FontBook, metrics: Metrics, theme: Theme) -> None:
        self._painter = painter
        self._fonts = fonts
        self._metrics = metrics
        self._theme = theme

    def sprite(
        self, name: str, size: float, colour: Colour, back: Colour | None = None
    ) -> pygame.Surface:
        """The picture of a glyph, somewhat larger than its size on every side."""
        behind = self._theme.paper if back is None else back
        px = max(4.0, size * self._metrics.scale)
        side = math.ceil(px * _SPREAD / 2) * 2
        shape = SHAPES[name]
        return self._painter.sprite(
            ("glyph", name, round(px, 2), colour, behind),
            (side, side),
            lambda big, k: shape(Pen(big, px * k, self._bold), colour, behind),
            colour,
        )

    def draw(
        self,
        surface: pygame.Surface,
        name: str,
        centre: tuple[float, float],
        size: float,
        colour: Colour,
        back: Colour | None = None,
    ) -> None:
        """Draw a glyph around a point; `back` defaults to paper."""
        _blit_centred(surface, self.sprite(name, size, colour, back), centre)

    def seat(
        self,
        surface: pygame.Surface,
        style: str,
        centre: tuple[float, float],
        radius: float,
        *,
        border: Colour | None = None,
        border_width: float = 1.5,
        letters: bool = True,
        inverted: bool = False,
        colour: Colour | None = None,
    ) -> None:
        """Draw a seat's shape with its letters; `radius` in design pixels.

        `inverted` draws it white with coloured letters, for bars in the seat's own colour; `colour`
        replaces the seat's colour, for a seat that is not in play.
        """
        mark = self._theme.seat(style)
        own = mark.colour if colour is None else colour
        fill, text = (self._theme.white, own) if inverted else (own, self._theme.white)
        px = radius * self._metrics.scale
        line = border_width * self._metrics.scale if border is not None else 0.0
        side = math.ceil(px * 1.3 + line) * 2
        sprite = self._painter.sprite(
            ("seat", mark, round(px, 2), fill, text, border, round(line, 2), letters),
            (side, side),
            lambda big, k: self._draw_seat(
                big, mark, px * k, fill, text if letters else None, border, line * k
            ),
            border if border is not None else fill,
        )
        _blit_centred(surface, sprite, centre)

    def level(
        self,
        surface: pygame.Surface,
        level: str,
        centre: tuple[float, float],
        size: float,
        colour: Colour,
        back: Colour | None = None,
    ) -> None:
        """Draw the glyph of a card level."""
        self.draw(surface, LEVEL_GLYPHS.get(level, "envelope"), centre, size, colour, back)

    def mode(
        self,
        surface: pygame.Surface,
        mode: str,
        centre: tuple[float, float],
        size: float,
        colour: Colour,
        back: Colour | None = None,
    ) -> None:
        """Draw the glyph of a route mode."""
        self.draw(surface, MODE_GLYPHS.get(mode, "dot"), centre, size, colour, back)

    def dashed_diamond(
        self, surface: pygame.Surface, centre: tuple[float, float], height: float
    ) -> None:
        """Draw the mark of a suspected hidden piece: a dashed diamond with a question mark."""
        px = height * self._metrics.scale
        side = math.ceil(px / 2 + 2 * self._metrics.scale) * 2
        red = self._theme.seat("cartel").colour
        sprite = self._painter.sprite(
            ("suspected", round(px, 2), red, self._theme.paper),
            (side, side),
            lambda big, k: self._draw_suspected(big, px * k / 2, red),
            red,
        )
        _blit_centred(surface, sprite, centre)

    def _draw_suspected(self, big: pygame.Surface, radius: float, red: Colour) -> None:
        middle = (big.get_width() / 2, big.get_height() / 2)
        corners = regular_polygon(middle, radius, 4)
        pygame.draw.polygon(big, self._theme.paper, corners)
        dashed(big, [*corners, corners[0]], red, radius * 0.1, (radius * 0.22, radius * 0.17))
        Pen(big, radius, self._bold).letters("?", 0, 0, 1.0, red)

    def _draw_seat(
        self,
        big: pygame.Surface,
        mark: SeatStyle,
        radius: float,
        fill: Colour,
        text: Colour | None,
        border: Colour | None,
        line: float,
    ) -> None:
        _seat_outline(big, mark.shape, radius, fill, border, line)
        if text is None:
            return
        low = 0.3 if mark.shape == "triangle" else 0.0
        size = 0.8 if mark.shape in ("triangle", "diamond") else 0.98
        Pen(big, radius, self._bold).letters(mark.letters, 0, low, size, text)

    def _bold(self, px: int) -> pygame.font.Font:
        return self._fonts.get("bold", px)


def seat_corners(shape: str, centre: Point, radius: float) -> list[Point]:
    """The corners of a seat shape for drawing it elsewhere; a circle has forty."""
    if shape == "square":
        reach = radius * 0.86
        x, y = centre
        return [
            (x - reach, y - reach),
            (x + reach, y - reach),
            (x + reach, y + reach),
            (x - reach, y + reach),
        ]
    if shape == "circle":
        return regular_polygon(centre, radius, 40)
    corners, turn, gain = _POLYGONS.get(shape, _POLYGONS["octagon"])
    low = radius * 0.2 if corners == 3 else 0.0
    return regular_polygon((centre[0], centre[1] + low), radius * gain, corners, turn)


def _seat_outline(
    big: pygame.Surface,
    shape: str,
    radius: float,
    fill: Colour,
    border: Colour | None,
    line: float,
) -> None:
    middle = (big.get_width() / 2, big.get_height() / 2)
    corners = seat_corners(shape, middle, radius)
    pygame.draw.polygon(big, fill, corners)
    if shape != "circle":
        polyline(big, corners, fill, radius * 0.1, closed=True)
    if border is not None:
        polyline(big, corners, border, line, closed=True)


def _blit_centred(
    surface: pygame.Surface, sprite: pygame.Surface, centre: tuple[float, float]
) -> None:
    x = round(centre[0] - sprite.get_width() / 2)
    y = round(centre[1] - sprite.get_height() / 2)
    surface.blit(sprite, (x, y))
