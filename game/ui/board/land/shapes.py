"""Plane geometry on plain tuples: rings, boxes and polylines. Knows no map and no pixel."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from game.ui.curves import evenly

Point = tuple[float, float]
Ring = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box around some points; at least one is needed."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def join_boxes(boxes: Iterable[Box]) -> Box:
    """The smallest box around some boxes; at least one is needed."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def boxes_meet(first: Box, second: Box) -> bool:
    """Whether two boxes share a point."""
    return (
        first[0] <= second[2]
        and second[0] <= first[2]
        and first[1] <= second[3]
        and second[1] <= first[3]
    )


def ring_area(ring: Sequence[Point]) -> float:
    """The area enclosed by a ring, whichever way it turns."""
    total = 0.0
    before = ring[-1]
    for point in ring:
        total += before[0] * point[1] - point[0] * before[1]
        before = point
    return abs(total) / 2


def ring_contains(ring: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies inside a ring."""
    inside = False
    bx, by = ring[-1]
    for ax, ay in ring:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        bx, by = ax, ay
    return inside


def distance_to_segment(x: float, y: float, a: Point, b: Point) -> float:
    """How far a point is from a straight stretch."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = 0.0 if not length else ((x - a[0]) * dx + (y - a[1]) * dy) / length
    share = min(1.0, max(0.0, share))
    return math.hypot(a[0] + share * dx - x, a[1] + share * dy - y)


def distance_to_line(x: float, y: float, points: Sequence[Point]) -> float:
    """How far a point is from a polyline of at least two points."""
    return min(distance_to_segment(x, y, a, b) for a, b in pairwise(points))


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of a ring inside a box; empty where they do not meet."""
    points = list(ring)
    for axis, limit, keep_above in (
        (1, box[1], True),
        (1, box[3], False),
        (0, box[0], True),
        (0, box[2], False),
    ):
        if not points:
            break
        points = _clip_side(points, axis, limit, keep_above)
    return points


def _clip_side(points: list[Point], axis: int, limit: float, keep_above: bool) -> list[Point]:
    kept: list[Point] = []
    before = points[-1]
    inside_before = (before[axis] >= limit) == keep_above
    for point in points:
        inside = (point[axis] >= limit) == keep_above
        if inside != inside_before:
            kept.append(_crossing(before, point, axis, limit))
        if inside:
            kept.append(point)
        before, inside_before = point, inside
    return kept


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    if axis == 0:
        return limit, a[1] + share * (b[1] - a[1])
    return a[0] + share * (b[0] - a[0]), limit


def thin(points: Sequence[Point], step: float) -> list[Point]:
    """The polyline without points closer than `step` to the last one kept; its ends stay."""
    if len(points) < 3:
        return list(points)
    kept = [points[0]]
    x, y = points[0]
    for point in points[1:-1]:
        if abs(point[0] - x) + abs(point[1] - y) >= step:
            kept.append(point)
            x, y = point
    kept.append(points[-1])
    return kept


def cut_dashes(points: Sequence[Point], on: float, off: float) -> list[list[Point]]:
    """A line cut into dashes with gaps, in one walk along it; lengths are kept to a few pixels."""
    step = max(2.0, min(on, off) / 3)
    spots = evenly(points, step)
    lit, gap = max(1, round(on / step)), max(1, round(off / step))
    return [thin(spots[at : at + lit + 1], 6.0) for at in range(0, len(spots) - 1, lit + gap)]
