"""The small drawn signs, each a function of a pen.

A pen draws around its middle in units of the sign's size: the sign lies within about 0.56 of the
middle on every side, y grows downward. Signs are drawn, never typed, so that they look the same
beside every font and letter size.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import pygame

from game.ui.curves import Point
from game.ui.paint import polyline
from game.ui.theme import Colour


class Pen:
    """Draws in units of a sign's size around the middle of a large surface."""

    def __init__(
        self, surface: pygame.Surface, unit: float, fonts: Callable[[int], pygame.font.Font]
    ) -> None:
        self._surface = surface
        self._unit = unit
        self._x = surface.get_width() / 2
        self._y = surface.get_height() / 2
        self._fonts = fonts

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line with round joins."""
        polyline(self._surface, [self._at(p) for p in points], colour, width * self._unit)

    def poly(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled shape."""
        pygame.draw.polygon(self._surface, colour, [self._at(p) for p in points])

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle."""
        pygame.draw.circle(self._surface, colour, self._at((x, y)), radius * self._unit)

    def ring(self, x: float, y: float, radius: float, colour: Colour, width: float) -> None:
        """A circle line; `radius` is its outer edge."""
        thick = max(1, round(width * self._unit))
        pygame.draw.circle(self._surface, colour, self._at((x, y)), radius * self._unit, thick)

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        colour: Colour,
        radius: float = 0.0,
        line: float = 0.0,
    ) -> None:
        """A rounded rectangle, filled, or a line of this width."""
        x, y = self._at((left, top))
        rect = pygame.Rect(
            round(x), round(y), round(width * self._unit), round(height * self._unit)
        )
        thick = max(1, round(line * self._unit)) if line else 0
        pygame.draw.rect(self._surface, colour, rect, thick, round(radius * self._unit))

    def letters(self, text: str, x: float, y: float, size: float, colour: Colour) -> None:
        """Bold letters centred on a point."""
        font = self._fonts(max(6, round(size * self._unit)))
        image = font.render(text, True, colour)
        left, middle = self._at((x, y))
        top = middle - font.get_ascent() + 0.349 * size * self._unit
        self._surface.blit(image, (round(left - image.get_width() / 2), round(top)))

    def _at(self, point: Point) -> Point:
        return (self._x + point[0] * self._unit, self._y + point[1] * self._unit)


Shape = Callable[[Pen, Colour, Colour], None]


def _building(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly([(-0.52, -0.2), (0, -0.54), (0.52, -0.2)], ink)
    for x in (-0.32, 0.0, 0.32):
        pen.box(x - 0.07, -0.13, 0.14, 0.44, ink)
    pen.box(-0.5, 0.36, 1.0, 0.14, ink)


def _flag(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.38, -0.48), (-0.38, 0.5)], ink, 0.13)
    pen.poly([(-0.36, -0.5), (0.52, -0.2), (-0.36, 0.1)], ink)


def _bolt(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly(
        [(0.12, -0.56), (-0.36, 0.1), (-0.02, 0.1), (-0.14, 0.56), (0.36, -0.12), (0.02, -0.12)],
        ink,
    )


def _envelope(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.5, -0.37, 1.0, 0.74, ink, 0.07, 0.12)
    pen.line([(-0.43, -0.28), (0, 0.08), (0.43, -0.28)], ink, 0.11)


def _check(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.42, 0.02), (-0.12, 0.34), (0.44, -0.34)], ink, 0.19)


def _cross(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.34, -0.34), (0.34, 0.34)], ink, 0.18)
    pen.line([(-0.34, 0.34), (0.34, -0.34)], ink, 0.18)


def _plus(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.4, 0), (0.4, 0)], ink, 0.16)
    pen.line([(0, -0.4), (0, 0.4)], ink, 0.16)


def _minus(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.4, 0), (0.4, 0)], ink, 0.16)


def _lock(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.ring(0, -0.14, 0.32, ink, 0.13)
    pen.box(-0.42, -0.07, 0.84, 0.6, ink, 0.1)


def _almond(width: float, height: float) -> list[Point]:
    steps = [step / 16 for step in range(17)]
    top = [(-width + 2 * width * t, -height * math.sin(math.pi * t)) for t in steps]
    return top + [(-x, -y) for x, y in top[1:]]


def _eye(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line(_almond(0.54, 0.35), ink, 0.12)
    pen.disc(0, 0, 0.2, ink)


def _eye_off(pen: Pen, ink: Colour, back: Colour) -> None:
    _eye(pen, ink, back)
    pen.line([(-0.3, 0.3), (0.3, -0.3)], back, 0.3)
    pen.line([(-0.42, 0.42), (0.42, -0.42)], ink, 0.12)


def _clock(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.ring(0, 0, 0.54, ink, 0.13)
    pen.line([(0, -0.29), (0, 0.02), (0.2, 0.14)], ink, 0.12)


def _triangle_up(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly([(0, -0.5), (0.56, 0.44), (-0.56, 0.44)], ink)


def _triangle_down(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly([(0, 0.5), (0.56, -0.44), (-0.56, -0.44)], ink)


def _chevron_right(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.2, -0.38), (0.2, 0), (-0.2, 0.38)], ink, 0.15)


def _chevron_left(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(0.2, -0.38), (-0.2, 0), (0.2, 0.38)], ink, 0.15)


def _chevron_down(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.38, -0.2), (0, 0.2), (0.38, -0.2)], ink, 0.15)


def _chevron_up(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.38, 0.2), (0, -0.2), (0.38, 0.2)], ink, 0.15)


def _arrow_right(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.5, 0), (0.2, 0)], ink, 0.14)
    pen.poly([(0.54, 0), (0.12, -0.28), (0.12, 0.28)], ink)


def _arrow_down(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(0, -0.5), (0, 0.2)], ink, 0.14)
    pen.poly([(0, 0.54), (-0.28, 0.12), (0.28, 0.12)], ink)


def _undo(pen: Pen, ink: Colour, back: Colour) -> None:
    turn = [math.pi * (0.75 - step / 16 * 1.35) for step in range(17)]
    arc = [(0.06 + 0.38 * math.cos(t), 0.08 - 0.38 * math.sin(t)) for t in turn]
    pen.line(arc, ink, 0.13)
    pen.poly([(-0.54, -0.06), (-0.44, -0.5), (-0.02, -0.16)], ink)


def _redo(pen: Pen, ink: Colour, back: Colour) -> None:
    turn = [math.pi * (0.75 - step / 16 * 1.35) for step in range(17)]
    arc = [(-0.06 - 0.38 * math.cos(t), 0.08 - 0.38 * math.sin(t)) for t in turn]
    pen.line(arc, ink, 0.13)
    pen.poly([(0.54, -0.06), (0.44, -0.5), (0.02, -0.16)], ink)


def _warning(pen: Pen, ink: Colour, back: Colour) -> None:
    corners = [(0.0, -0.46), (0.5, 0.42), (-0.5, 0.42)]
    pen.line([*corners, corners[0]], ink, 0.15)
    pen.poly(corners, back)
    pen.line([(0, -0.16), (0, 0.14)], ink, 0.11)
    pen.disc(0, 0.3, 0.07, ink)


def _info(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.ring(0, 0, 0.54, ink, 0.11)
    pen.disc(0, -0.26, 0.08, ink)
    pen.line([(0, -0.04), (0, 0.28)], ink, 0.12)


def _question(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.ring(0, 0, 0.54, ink, 0.1)
    pen.letters("?", 0, 0, 0.74, ink)


def _menu(pen: Pen, ink: Colour, back: Colour) -> None:
    for y in (-0.32, 0.0, 0.32):
        pen.line([(-0.45, y), (0.45, y)], ink, 0.13)


def _pause(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.34, -0.42, 0.24, 0.84, ink, 0.04)
    pen.box(0.1, -0.42, 0.24, 0.84, ink, 0.04)


def _play(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly([(-0.32, -0.46), (0.48, 0), (-0.32, 0.46)], ink)


def _skip(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly([(-0.44, -0.42), (0.22, 0), (-0.44, 0.42)], ink)
    pen.box(0.24, -0.42, 0.16, 0.84, ink)


def _gear(pen: Pen, ink: Colour, back: Colour) -> None:
    for step in range(8):
        angle = step * math.pi / 4
        x, y = math.cos(angle), math.sin(angle)
        pen.line([(0.3 * x, 0.3 * y), (0.46 * x, 0.46 * y)], ink, 0.18)
    pen.disc(0, 0, 0.37, ink)
    pen.disc(0, 0, 0.16, back)


def _person(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.disc(0, -0.28, 0.22, ink)
    pen.box(-0.36, 0.02, 0.72, 0.46, ink, 0.22)


def _bot(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(0, -0.5), (0, -0.2)], ink, 0.1)
    pen.disc(0, -0.48, 0.09, ink)
    pen.box(-0.44, -0.24, 0.88, 0.68, ink, 0.14)
    pen.disc(-0.18, 0.08, 0.09, back)
    pen.disc(0.18, 0.08, 0.09, back)


def _people(pen: Pen, ink: Colour, back: Colour) -> None:
    for x in (-0.26, 0.26):
        pen.disc(x, -0.28, 0.17, ink)
        pen.box(x - 0.23, -0.04, 0.46, 0.44, ink, 0.16)


def _land(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.54, -0.36, 0.64, 0.52, ink, 0.06)
    pen.box(0.15, -0.16, 0.41, 0.32, ink, 0.07)
    for x in (-0.27, 0.3):
        pen.disc(x, 0.26, 0.2, back)
        pen.disc(x, 0.26, 0.15, ink)


def _sea(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly([(-0.56, 0.02), (0.56, 0.02), (0.36, 0.4), (-0.36, 0.4)], ink)
    pen.box(-0.2, -0.36, 0.36, 0.32, ink)


def _air(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(0, -0.46), (0, 0.44)], ink, 0.15)
    pen.poly([(0, -0.2), (0.55, 0.14), (0.55, 0.26), (0, 0.12)], ink)
    pen.poly([(0, -0.2), (-0.55, 0.14), (-0.55, 0.26), (0, 0.12)], ink)
    pen.poly([(0, 0.26), (0.24, 0.46), (-0.24, 0.46)], ink)


def _finance(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.letters("$", 0, 0, 1.15, ink)


def _cyber(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.5, -0.4, 1.0, 0.62, ink, 0.08, 0.12)
    pen.line([(-0.28, 0.44), (0.28, 0.44)], ink, 0.12)
    pen.line([(-0.24, -0.2), (-0.08, -0.08), (-0.24, 0.04)], ink, 0.09)
    pen.line([(0.04, 0.04), (0.24, 0.04)], ink, 0.09)


def _crossing(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.5, -0.5, 1.0, 0.17, ink)
    for x in (-0.32, 0.0, 0.32):
        pen.box(x - 0.075, -0.5, 0.15, 1.0, ink)


def _sector(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.52, 0.3), (-0.2, -0.2), (0.12, 0.16), (0.5, -0.36)], ink, 0.15)


def _port(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.ring(0, -0.38, 0.16, ink, 0.1)
    pen.line([(0, -0.26), (0, 0.46)], ink, 0.12)
    pen.line([(-0.22, -0.08), (0.22, -0.08)], ink, 0.11)
    arc = [math.pi * step / 12 for step in range(13)]
    pen.line([(0.44 * math.cos(t), 0.06 + 0.4 * math.sin(t)) for t in arc], ink, 0.12)


def _budget(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.disc(0, 0, 0.52, ink)
    pen.letters("B", 0, 0, 0.7, back)


def _capital(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.49, -0.49, 0.98, 0.98, ink, 0.18)
    pen.letters("C", 0, 0, 0.7, back)


def _cash(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.poly([(0, -0.6), (0.6, 0), (0, 0.6), (-0.6, 0)], ink)
    pen.letters("$", 0, 0, 0.66, back)


def _case(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.5, -0.42, 0.46, 0.3, ink, 0.07)
    pen.box(-0.5, -0.32, 1.0, 0.78, ink, 0.08)
    pen.line([(-0.28, -0.04), (0.28, -0.04)], back, 0.09)
    pen.line([(-0.28, 0.2), (0.1, 0.2)], back, 0.09)


def _load(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.5, -0.5, 1.0, 1.0, ink, 0.2)
    pen.box(-0.34, -0.34, 0.68, 0.68, back, 0.08)
    pen.box(-0.22, -0.22, 0.44, 0.44, ink, 0.04)
    pen.box(-0.09, -0.36, 0.18, 0.34, back)


def _seized(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.5, -0.5, 1.0, 1.0, ink, 0.2)
    pen.box(-0.38, -0.38, 0.76, 0.76, back, 0.1)
    pen.line([(-0.19, -0.19), (0.19, 0.19)], ink, 0.14)
    pen.line([(-0.19, 0.19), (0.19, -0.19)], ink, 0.14)


def _seen(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.disc(0, 0, 0.53, ink)
    almond = [(x * 0.66, y * 0.66) for x, y in _almond(0.54, 0.35)]
    pen.line(almond, back, 0.09)
    pen.disc(0, 0, 0.14, back)


def _reroute(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.line([(-0.5, 0.3), (-0.16, -0.14), (0.06, 0.12), (0.26, -0.12)], ink, 0.17)
    pen.poly([(0.54, -0.44), (0.46, 0.14), (0.02, -0.24)], ink)


def _die(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.48, -0.48, 0.96, 0.96, ink, 0.16, 0.11)
    for x, y in ((-0.2, -0.2), (0.2, 0.2), (0, 0), (0.2, -0.2), (-0.2, 0.2)):
        pen.disc(x, y, 0.08, ink)


def _dot(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.disc(0, 0, 0.3, ink)


def _search(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.ring(-0.1, -0.1, 0.4, ink, 0.13)
    pen.line([(0.18, 0.18), (0.46, 0.46)], ink, 0.16)


def _book(pen: Pen, ink: Colour, back: Colour) -> None:
    pen.box(-0.52, -0.4, 0.5, 0.78, ink, 0.06)
    pen.box(0.02, -0.4, 0.5, 0.78, ink, 0.06)
    for x in (-0.4, 0.14):
        pen.line([(x, -0.16), (x + 0.26, -0.16)], back, 0.08)
        pen.line([(x, 0.06), (x + 0.26, 0.06)], back, 0.08)


def _list(pen: Pen, ink: Colour, back: Colour) -> None:
    for y in (-0.34, 0.0, 0.34):
        pen.disc(-0.42, y, 0.09, ink)
        pen.line([(-0.18, y), (0.46, y)], ink, 0.12)


def _fit(pen: Pen, ink: Colour, back: Colour) -> None:
    for x, y in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        corner = [(0.46 * x, 0.18 * y), (0.46 * x, 0.46 * y), (0.18 * x, 0.46 * y)]
        pen.line(corner, ink, 0.12)
    pen.disc(0, 0, 0.13, ink)


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "building": _building,
        "flag": _flag,
        "bolt": _bolt,
        "envelope": _envelope,
        "check": _check,
        "cross": _cross,
        "plus": _plus,
        "minus": _minus,
        "lock": _lock,
        "eye": _eye,
        "eye-off": _eye_off,
        "clock": _clock,
        "triangle-up": _triangle_up,
        "triangle-down": _triangle_down,
        "chevron-right": _chevron_right,
        "chevron-left": _chevron_left,
        "chevron-down": _chevron_down,
        "chevron-up": _chevron_up,
        "arrow-right": _arrow_right,
        "arrow-down": _arrow_down,
        "undo": _undo,
        "redo": _redo,
        "warning": _warning,
        "info": _info,
        "question": _question,
        "menu": _menu,
        "pause": _pause,
        "play": _play,
        "skip": _skip,
        "gear": _gear,
        "person": _person,
        "bot": _bot,
        "people": _people,
        "land": _land,
        "sea": _sea,
        "air": _air,
        "finance": _finance,
        "cyber": _cyber,
        "crossing": _crossing,
        "sector": _sector,
        "port": _port,
        "budget": _budget,
        "capital": _capital,
        "cash": _cash,
        "case": _case,
        "load": _load,
        "seized": _seized,
        "seen": _seen,
        "reroute": _reroute,
        "die": _die,
        "dot": _dot,
        "search": _search,
        "book": _book,
        "list": _list,
        "fit": _fit,
    }
)
