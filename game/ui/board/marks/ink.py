"""What is drawn over the base map with smooth edges: washes, outlines, bands, lines and dots.

Shapes are in world pixels (board units times the scale) and are drawn at twice their size onto a
clear sheet which is then reduced, so that alpha and edges come out right over any ground.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.board.land.shapes import Box, Point, box_of, boxes_meet, clip_ring
from game.ui.board.picture.layers import TILE
from game.ui.paint import polyline
from game.ui.theme import Colour

Rgba = tuple[int, int, int, int]

_SUPERSAMPLE = 2
_RUN = 12
_LARGE_FILL = 3.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled ring, a line of a width, or a dot whose radius is half its width.

    `level` orders shapes: lower ones lie below. The colour's parts are multiplied by its alpha.
    """

    kind: Literal["fill", "line", "dot"]
    points: Sequence[Point]
    colour: Rgba
    level: int
    width: float
    box: Box


@dataclass(frozen=True, slots=True)
class Ink:
    """The shapes of one thing. Equal keys mean equal pictures."""

    key: Hashable
    shapes: tuple[Shape, ...]
    box: Box


def solid(colour: Colour) -> Rgba:
    """A colour that hides what is below."""
    return (*colour, 255)


def sheer(colour: Colour, share: float) -> Rgba:
    """A colour that covers what is below by a share of 0 to 1."""
    return (
        round(colour[0] * share),
        round(colour[1] * share),
        round(colour[2] * share),
        round(255 * share),
    )


def fill(points: Sequence[Point], colour: Rgba, level: int) -> list[Shape]:
    """A filled ring."""
    if len(points) < 3:
        return []
    return [Shape("fill", points, colour, level, 0.0, box_of(points))]


def line(points: Sequence[Point], colour: Rgba, level: int, width: float) -> list[Shape]:
    """A line, in short runs so that a tile draws only what crosses it."""
    shapes: list[Shape] = []
    for start in range(0, len(points) - 1, _RUN):
        run = points[start : start + _RUN + 1]
        shapes.append(Shape("line", run, colour, level, width, _grown(box_of(run), width)))
    return shapes


def dots(points: Iterable[Point], colour: Rgba, level: int, width: float) -> list[Shape]:
    """Round dots of a width."""
    return [
        Shape("dot", (spot,), colour, level, width, _grown((*spot, *spot), width))
        for spot in points
    ]


def gather(key: Hashable, shapes: Sequence[Shape]) -> Ink | None:
    """Shapes as one thing; None where there is nothing to draw."""
    if not shapes:
        return None
    boxes = [shape.box for shape in shapes]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Ink(key, tuple(shapes), (min(lefts), min(tops), max(rights), max(bottoms)))


class InkSheet:
    """Draws shapes onto tiles, with one sheet that serves all."""

    def __init__(self) -> None:
        side = TILE * _SUPERSAMPLE
        self._large = pygame.Surface((side, side), pygame.SRCALPHA)
        self._small = pygame.Surface((TILE, TILE), pygame.SRCALPHA)

    def draw(self, target: pygame.Surface, origin: tuple[int, int], shapes: list[Shape]) -> None:
        """Draw shapes, in the given order, onto a tile whose corner is at a world pixel."""
        self._large.fill((0, 0, 0, 0))
        for shape in shapes:
            self._draw(shape, origin)
        pygame.transform.smoothscale(self._large, (TILE, TILE), self._small)
        target.blit(self._small, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)

    def _draw(self, shape: Shape, origin: tuple[int, int]) -> None:
        left, top = origin
        points = shape.points
        if shape.kind == "fill" and shape.box[3] - shape.box[1] > _LARGE_FILL * TILE:
            points = clip_ring(points, (left - 8, top - 8, left + TILE + 8, top + TILE + 8))
            if len(points) < 3:
                return
        spots = [((x - left) * _SUPERSAMPLE, (y - top) * _SUPERSAMPLE) for x, y in points]
        if shape.kind == "fill":
            pygame.draw.polygon(self._large, shape.colour, spots)
        elif shape.kind == "line":
            polyline(self._large, spots, shape.colour, shape.width * _SUPERSAMPLE)
        else:
            radius = shape.width / 2 * _SUPERSAMPLE
            pygame.draw.circle(self._large, shape.colour, spots[0], radius)


def shapes_within(inks: Iterable[Ink], box: Box) -> list[Shape]:
    """The shapes that touch a box, lowest first; equal levels keep the order of their things."""
    found = [
        shape
        for ink in inks
        if boxes_meet(ink.box, box)
        for shape in ink.shapes
        if boxes_meet(shape.box, box)
    ]
    found.sort(key=_level)
    return found


def _level(shape: Shape) -> int:
    return shape.level


def _grown(box: Box, width: float) -> Box:
    reach = width / 2 + 1
    return box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach
