"""Where things may stand: the places that plates, counters, names and markers try, best first."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.ui.board.land.geography import Inset, Node
from game.ui.board.land.places import Place
from game.ui.board.land.shapes import Point
from game.ui.board.land.terrain import Owners
from game.ui.board.layout.dodging import Room, Try
from game.ui.board.marks.pictures import Studio
from game.ui.curves import point_at

_SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)
_BESIDE_SHARES = (0.5, 0.35, 0.65, 0.22, 0.78)
_MOST_SPOTS = 18
_ROW_COST = 70.0
_SPREAD = 0.075
_NO_LAND = 70.0
_AT_SHORE = 240.0
_OTHER_SEA = 240.0
_OTHER_LAND = 600.0
_OTHER_COUNTRY = 900.0
_COUNTER_PULL = 0.45
_NAME_PULL = 0.3
_STEM_PULL = 0.3
_STEM_CROSSING = 70.0
_OVER_OTHERS = 500.0
_OVER_THINGS = 350.0
_STEM_LOOKS = 8
_LONG_STEM = 80.0
_LONG_STEM_PULL = 2.5
_WATCH_PULL = 0.3
_FEWEST_IN_SIGHT = 0.2
_PLATE_SHIFTS = (
    (-0.3, 0.0),
    (0.3, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (-0.6, 0.0),
    (0.6, 0.0),
    (-0.5, -1.0),
    (0.5, -1.0),
    (-0.5, 1.0),
    (0.5, 1.0),
    (-0.8, 0.0),
    (0.8, 0.0),
    (0.0, -2.0),
    (0.0, 2.0),
    (-0.8, -2.0),
    (0.8, -2.0),
    (-0.8, 2.0),
    (0.8, 2.0),
)
_NAME_SHIFTS = (
    (0.0, 0.0),
    (0.0, -0.6),
    (0.0, 0.6),
    (-0.5, 0.0),
    (0.5, 0.0),
    (0.0, -1.2),
    (0.0, 1.2),
    (-0.9, 0.0),
    (0.9, 0.0),
)
_LEAST_BOX = (170.0, 112.0)
_BOX_HEAD = 28.0
_BOX_ROWS = 6
_RINGS = (
    (1.0, 0.0),
    (0.0, 1.0),
    (1.0, 1.0),
    (2.0, 0.0),
    (0.0, 2.0),
    (2.0, 1.0),
    (1.0, 2.0),
    (2.0, 2.0),
    (0.0, 3.0),
    (1.0, 3.0),
    (3.0, 0.0),
    (3.0, 1.0),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What things stand on: the areas' places, the routes' paths, the nodes, whose land it is.

    `is_land` tells land from water, for the land that is nobody's area is somebody's country.
    `insets` are the framed parts of the map that are in use.
    """

    places: Mapping[str, Place]
    paths: Mapping[str, Sequence[Point]]
    nodes: Mapping[str, Node]
    owners: Owners
    is_land: Callable[[Point], bool]
    insets: tuple[Inset, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """How the scene is seen: pixels per board unit, the part in sight, and the pictures' sizes.

    `covered` are the parts of the sight that lie under the legend and the like. `detail` is pixels
    per board unit at design size, which decides what is shown.
    """

    scale: float
    detail: float
    sight: pygame.Rect
    covered: tuple[pygame.Rect, ...]
    studio: Studio

    @property
    def pen(self) -> float:
        """Pixels per design pixel of what stands on the map."""
        return self.studio.kit.metrics.scale


class Spots:
    """Works out the places to try, in world pixels."""

    def __init__(self, setting: Setting, view: View, room: Room) -> None:
        self._setting = setting
        self._view = view
        self._room = room
        self._pen = view.pen
        self._inside: dict[tuple[str, float], list[Point]] = {}

    def px(self, at: Point) -> Point:
        """The world pixel of a board point."""
        return at[0] * self._view.scale, at[1] * self._view.scale

    def is_seen(self, place: Place) -> bool:
        """Whether enough of an area is in sight for its things to keep to the part in sight."""
        if place.region is None:
            return self._view.sight.collidepoint(self.px(place.anchor))
        spots = place.region.spots
        seen = sum(self._view.sight.collidepoint(self.px(spot)) for spot in spots)
        return seen >= _FEWEST_IN_SIGHT * len(spots)

    def of_plate(self, place: Place, size: tuple[int, int]) -> list[Try]:
        """On an area's anchor, or close beside it."""
        x, y = self.px(place.anchor)
        shifted = [
            Try(x + dx * size[0], y + dy * size[1], 30 * math.hypot(dx, dy))
            for dx, dy in _PLATE_SHIFTS
        ]
        return [Try(x, y), *shifted]

    def along(self, path: Sequence[Point], wanted: float) -> list[Try]:
        """On a path, near a share of its length."""
        shares = sorted({wanted, *_SHARES}, key=lambda share: abs(share - wanted))
        return [Try(*point_at(path, share)[0], 110 * abs(share - wanted)) for share in shares]

    def of_route_plate(
        self, path: Sequence[Point], size: tuple[int, int], *, rows: int = 1
    ) -> list[Try]:
        """On a path, the nearer to its middle the better, or else beside it; `rows` says how far
        aside in heights of the plate."""
        tries = self.along(path, 0.5)
        for share in _BESIDE_SHARES:
            (x, y), angle = point_at(path, share)
            aside_x, aside_y = -math.sin(angle), math.cos(angle)
            reach = abs(aside_x) * size[0] / 2 + abs(aside_y) * size[1] / 2 + 6 * self._pen
            for row in range(rows):
                away = reach + row * (size[1] + 6 * self._pen)
                cost = 60 + 110 * abs(share - 0.5) + _ROW_COST * row
                for side in (away, -away):
                    tries.append(Try(x + aside_x * side, y + aside_y * side, cost))
        return tries

    def of_counter(self, place: Place, size: tuple[int, int], goal: Point | None) -> list[Try]:
        """Inside an area, drawn to its anchor and to the route that the piece watches."""
        if place.region is None:
            return self._in_box(place, size)
        spots = self.inside(place, 16 * self._pen)
        hub = spots[0]
        tries = [self._pulled(x, y, hub, _COUNTER_PULL) for x, y in spots]
        tries.extend(self._rings(hub, size, _COUNTER_PULL))
        return self._at_home(place, size, self.drawn_to(tries, goal))

    def beside_plate(
        self, plate: pygame.Rect, size: tuple[int, int], goal: Point | None
    ) -> list[Try]:
        """Around a plate, drawn to the route that the piece watches."""
        return self.drawn_to(beside(plate, size, round(9 * self._pen)), goal)

    def of_name(self, place: Place, size: tuple[int, int], base: float) -> list[Try]:
        """Inside an area or close to it; `base` is added to every cost."""
        spots = self.inside(place, 13 * self._pen)
        hub = spots[0]
        tries = [
            self._pulled(x + dx * size[0], y + dy * size[1], hub, _NAME_PULL, base)
            for x, y in spots
            for dx, dy in _NAME_SHIFTS
        ]
        tries.extend(self._rings(hub, size, _NAME_PULL, base))
        return self._at_home(place, size, tries, at_sea=_OTHER_SEA)

    def drawn_to(self, tries: Sequence[Try], goal: Point | None) -> list[Try]:
        """The same places, dearer the further they are from a goal."""
        if goal is None:
            return list(tries)
        pull = _WATCH_PULL / self._pen
        return [
            Try(t.x, t.y, t.cost + min(90.0, pull * math.hypot(t.x - goal[0], t.y - goal[1])))
            for t in tries
        ]

    def inside(self, place: Place, apart: float) -> list[Point]:
        """Places inside an area, the best first, well apart."""
        key = (place.id, apart)
        held = self._inside.get(key)
        if held is None:
            held = self._inside[key] = self._found(place, apart)
        return held

    def stem(self, place: Place, rect: pygame.Rect) -> Point | None:
        """The nearest spot of an area to a thing that stands outside it; None inside."""
        if place.region is None:
            return None
        scale = self._view.scale
        for x in (rect.left, rect.centerx, rect.right):
            for y in (rect.top, rect.centery, rect.bottom):
                if self._setting.owners.at(x / scale, y / scale) == place.id:
                    return None
        return self._nearest(place, (float(rect.centerx), float(rect.centery)))

    def _found(self, place: Place, apart: float) -> list[Point]:
        if place.region is None:
            return [self.px(place.anchor)]
        spots = [self.px(spot) for spot in place.region.spots]
        if self.is_seen(place):
            spots = [spot for spot in spots if self._view.sight.collidepoint(spot)]
        kept: list[Point] = []
        left, top, right, bottom = place.region.box
        apart = max(apart, _SPREAD * self._view.scale * math.hypot(right - left, bottom - top))
        for x, y in spots:
            if all(abs(x - kx) + abs(y - ky) >= apart for kx, ky in kept):
                kept.append((x, y))
                if len(kept) == _MOST_SPOTS:
                    break
        return kept

    def box_rect(self, place: Place) -> pygame.Rect:
        """The rect of an area with a place of its own; never too small for what stands in it."""
        x0, y0 = self.px((place.box[0], place.box[1]))
        x1, y1 = self.px((place.box[2], place.box[3]))
        width = max(round(x1 - x0), round(_LEAST_BOX[0] * self._pen))
        height = max(round(y1 - y0), round(_LEAST_BOX[1] * self._pen))
        rect = pygame.Rect(0, 0, width, height)
        rect.center = round((x0 + x1) / 2), round((y0 + y1) / 2)
        return rect

    def _in_box(self, place: Place, size: tuple[int, int]) -> list[Try]:
        """Places in rows below the head of a box, from the left."""
        rect = self.box_rect(place)
        gap = round(10 * self._pen)
        head = round(_BOX_HEAD * self._pen)
        top = rect.top + head + gap + size[1] / 2
        columns = max(1, (rect.width - gap) // (size[0] + gap))
        tries: list[Try] = []
        for number in range(columns * _BOX_ROWS):
            row, column = divmod(number, columns)
            x = rect.left + gap + size[0] / 2 + column * (size[0] + gap)
            y = top + row * (size[1] + gap)
            outside = y + size[1] / 2 > rect.bottom
            tries.append(Try(x, y, number + (200.0 if outside else 0.0)))
        return tries

    def _pulled(self, x: float, y: float, hub: Point, pull: float, base: float = 0.0) -> Try:
        away = math.hypot(x - hub[0], y - hub[1]) / self._pen
        return Try(x, y, base + pull * away)

    def _rings(
        self, hub: Point, size: tuple[int, int], pull: float, base: float = 0.0
    ) -> list[Try]:
        """Places around a hub, further out where the near ones are taken."""
        wide, high = size[0] * 1.08, size[1] * 1.08
        return [
            self._pulled(hub[0] + sx * dx * wide, hub[1] + sy * dy * high, hub, pull, base)
            for dx, dy in _RINGS
            for sx in ((1, -1) if dx else (1,))
            for sy in ((1, -1) if dy else (1,))
        ]

    def _at_home(
        self,
        place: Place,
        size: tuple[int, int],
        tries: Sequence[Try],
        *,
        at_sea: float = _OTHER_LAND,
    ) -> list[Try]:
        """The same places, dearer where a thing would stand on another area or beside its own.

        `at_sea` is what another area costs that is water.
        """
        if place.region is None:
            return list(tries)
        scale, owners = self._view.scale, self._setting.owners
        reach = size[0] * (0.48 if place.is_water else 0.3)
        beside = _AT_SHORE if place.is_water else _NO_LAND
        dearer: list[Try] = []
        for spot in tries:
            cost, away = 0.0, 0
            for x in (spot.x - reach, spot.x, spot.x + reach):
                at = (x / scale, spot.y / scale)
                owner = owners.at(*at)
                if owner != place.id:
                    away += 1
                    cost += self._stranger(owner, at, beside, at_sea) / 3
            if away == 3 and not place.is_water:
                cost += self._stem_cost(place, (spot.x, spot.y))
            dearer.append(Try(spot.x, spot.y, spot.cost + cost))
        return dearer

    def _stranger(self, owner: str, at: Point, beside: float, at_sea: float) -> float:
        """What a board point costs that is not one's own: in open water, or in another's sea."""
        if owner:
            return at_sea if self._setting.places[owner].is_water else _OTHER_LAND
        return _OTHER_COUNTRY if self._setting.is_land(at) else beside

    def _stem_cost(self, place: Place, at: Point) -> float:
        """What the line costs that would join a thing to its area."""
        end = self._nearest(place, at)
        length = math.hypot(end[0] - at[0], end[1] - at[1]) / self._pen
        long = max(0.0, length - _LONG_STEM)
        crossed = self._room.crossings(at, end)
        cost = _STEM_PULL * length + _LONG_STEM_PULL * long + _STEM_CROSSING * crossed
        cost += _OVER_THINGS * self._room.lies_between(at, end)
        return cost + _OVER_OTHERS * self._leads_over_others(place, at, end)

    def _leads_over_others(self, place: Place, at: Point, end: Point) -> bool:
        """Whether a line from a thing to its area leads over another area."""
        scale, owners = self._view.scale, self._setting.owners
        for step in range(_STEM_LOOKS):
            share = step / _STEM_LOOKS
            x, y = at[0] + (end[0] - at[0]) * share, at[1] + (end[1] - at[1]) * share
            board = (x / scale, y / scale)
            owner = owners.at(*board)
            if owner != place.id and self._setting.is_land(board):
                return True
        return False

    def _nearest(self, place: Place, at: Point) -> Point:
        spots = self.inside(place, 13 * self._pen)
        return min(spots, key=lambda spot: abs(spot[0] - at[0]) + abs(spot[1] - at[1]))


def beside(rect: pygame.Rect, size: tuple[int, int], gap: int) -> list[Try]:
    """Places for a thing beside a rect: over, under, left and right of it, then further out."""
    width, height = size
    over, under = rect.top - gap - height / 2, rect.bottom + gap + height / 2
    left, right = rect.left - gap - width / 2, rect.right + gap + width / 2
    inner_left, inner_right = rect.left + width / 2, rect.right - width / 2
    x, y = rect.center
    return [
        Try(x, over),
        Try(inner_left, over, 3),
        Try(inner_right, over, 3),
        Try(x, under, 4),
        Try(right, y, 6),
        Try(left, y, 6),
        Try(inner_left, under, 7),
        Try(inner_right, under, 7),
        Try(inner_left - width - gap, over, 12),
        Try(inner_right + width + gap, over, 12),
        Try(inner_left - width - gap, under, 14),
        Try(inner_right + width + gap, under, 14),
        Try(right, over, 16),
        Try(left, over, 16),
        Try(right, under, 18),
        Try(left, under, 18),
        Try(right + width + gap, y, 24),
        Try(left - width - gap, y, 24),
        Try(x, over - height - gap, 30),
        Try(x, under + height + gap, 32),
    ]


def nearest_outside(path: Sequence[Point], rect: pygame.Rect) -> Point | None:
    """The point of a path nearest to a rect; None when the path runs through the rect."""
    if any(rect.collidepoint(spot) for spot in path):
        return None
    x, y = rect.center
    return min(path, key=lambda spot: math.hypot(spot[0] - x, spot[1] - y))
