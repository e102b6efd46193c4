"""The gold of areas that may be chosen: a wash over the land and an edge cased in ink."""

from game.ui.board.land.places import Place
from game.ui.board.land.shapes import Point, box_of, thin
from game.ui.board.marks.ink import Ink, Shape, fill, gather, line, sheer, solid
from game.ui.board.scene import AreaMark
from game.ui.theme import Theme, mix

_WASH, _CASE, _EDGE = 0, 1, 2
_SMALLEST_RING_PX = 9.0
_ON_LAND, _ON_WATER = 0.8, 0.36


def area_ink(mark: AreaMark, place: Place, scale: float, pen: float, theme: Theme) -> Ink | None:
    """The wash and edge of a lit or chosen area; None for others and for plates and boxes.

    `scale` is pixels per board unit, `pen` pixels per design pixel.
    """
    if place.region is None or place.is_plate or not (mark.lit or mark.chosen):
        return None
    shapes: list[Shape] = []
    # The sea keeps its colour, or coasts would be lost between lit land and lit sea.
    share = _ON_WATER if place.is_water else _ON_LAND
    wash = sheer(mix(theme.gold, theme.wash, 0.8 if mark.chosen else 0.94), share)
    for ring in place.region.fills:
        shapes.extend(fill(_scaled(ring, scale), wash, _WASH))
    edge = (4.6 if mark.chosen else 3.0) * pen
    for ring in place.region.outline:
        points = _scaled(ring, scale)
        left, top, right, bottom = box_of(points)
        if max(right - left, bottom - top) < _SMALLEST_RING_PX * pen:
            continue
        closed = [*points, points[0]]
        shapes.extend(line(closed, solid(theme.ink), _CASE, edge + 2.2 * pen))
        shapes.extend(line(closed, solid(theme.gold), _EDGE, edge))
    key = ("wash", mark.id, mark.chosen, round(scale, 5), round(pen, 3))
    return gather(key, shapes)


def _scaled(ring: tuple[Point, ...], scale: float) -> list[Point]:
    return thin([(x * scale, y * scale) for x, y in ring], 1.6)
