"""Lines and curves as lists of points: no drawing, only where things are."""

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]


def bezier(start: Point, control: Point, end: Point, steps: int = 36) -> list[Point]:
    """Points along a quadratic curve from start to end, both included."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (
                a * start[0] + b * control[0] + c * end[0],
                a * start[1] + b * control[1] + c * end[1],
            )
        )
    return points


def spline(through: Sequence[Point], steps: int = 14) -> list[Point]:
    """Points along a smooth curve (Catmull-Rom) through every given point."""
    if len(through) < 3:
        return list(through)
    guide = [through[0], *through, through[-1]]
    points: list[Point] = []
    for index in range(1, len(guide) - 2):
        before, start, end, after = guide[index - 1 : index + 3]
        for step in range(steps):
            t = step / steps
            points.append(
                (
                    _catmull(before[0], start[0], end[0], after[0], t),
                    _catmull(before[1], start[1], end[1], after[1], t),
                )
            )
    return [*points, through[-1]]


def length(points: Sequence[Point]) -> float:
    """The length of a line of points."""
    return sum(math.dist(a, b) for a, b in pairwise(points))


def point_at(points: Sequence[Point], share: float) -> tuple[Point, float]:
    """The point a share (0 to 1) of the way along, and its direction in radians."""
    left = length(points) * share
    for a, b in pairwise(points):
        step = math.dist(a, b)
        if step > 0 and left <= step:
            t = left / step
            at = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            return at, math.atan2(b[1] - a[1], b[0] - a[0])
        left -= step
    a, b = points[-2], points[-1]
    return b, math.atan2(b[1] - a[1], b[0] - a[0])


def portion(points: Sequence[Point], start: float, end: float) -> list[Point]:
    """The stretch of a line between two distances along it."""
    part: list[Point] = []
    walked = 0.0
    for a, b in pairwise(points):
        step = math.dist(a, b)
        if step == 0:
            continue
        if walked + step >= start and walked <= end:
            first = max(0.0, (start - walked) / step)
            last = min(1.0, (end - walked) / step)
            if not part:
                part.append(_between(a, b, first))
            part.append(_between(a, b, last))
        walked += step
        if walked > end:
            break
    return part


def dashes(points: Sequence[Point], on: float, off: float, phase: float = 0.0) -> list[list[Point]]:
    """Cut a line into dashes of `on` with gaps of `off`; `phase` shifts the pattern along."""
    total = length(points)
    period = on + off
    start = -(phase % period)
    cut: list[list[Point]] = []
    while start < total:
        dash = portion(points, max(0.0, start), min(total, start + on))
        if len(dash) > 1:
            cut.append(dash)
        start += period
    return cut


def evenly(points: Sequence[Point], step: float) -> list[Point]:
    """Points a fixed distance apart along a line, the first included."""
    spread = [points[0]]
    carried = 0.0
    for a, b in pairwise(points):
        span = math.dist(a, b)
        if span == 0:
            continue
        at = step - carried
        while at <= span:
            spread.append(_between(a, b, at / span))
            at += step
        carried = (carried + span) % step
    return spread


def arrow_head(tip: Point, angle: float, size: float) -> list[Point]:
    """The corners of an arrow head with its tip first; the angle is in radians.

    The head is about 1.7 times `size` long and 1.5 times as wide.
    """
    x, y = tip[0] - math.cos(angle) * size, tip[1] - math.sin(angle) * size
    return [
        (x + math.cos(angle + turn) * size, y + math.sin(angle + turn) * size)
        for turn in (0.0, 2.3, -2.3)
    ]


def regular_polygon(centre: Point, radius: float, corners: int, turn: float = 0.0) -> list[Point]:
    """The corners of a regular polygon; `turn` 0 puts the first corner at the top (radians)."""
    return [
        (
            centre[0] + radius * math.sin(turn + 2 * math.pi * corner / corners),
            centre[1] - radius * math.cos(turn + 2 * math.pi * corner / corners),
        )
        for corner in range(corners)
    ]


def _between(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _catmull(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t * t
        + (3 * start - before - 3 * end + after) * t**3
    )
