"""What is drawn afresh in each frame, above the finished picture: hover, tokens, a fanned stack."""

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby

import pygame

from game.ui.board.land.places import Place
from game.ui.board.land.shapes import Point, box_of, boxes_meet, cut_dashes, thin
from game.ui.board.layout.arranging import Item
from game.ui.board.marks.counters import Stack, counter_picture
from game.ui.board.marks.ink import Rgba, Shape, line, solid
from game.ui.board.marks.pictures import Picture, Studio
from game.ui.board.marks.plates import SEEN
from game.ui.board.marks.routes import trimmed
from game.ui.board.scene import CounterMark, FlowToken
from game.ui.kit import Kit
from game.ui.paint import polyline

_FACTOR = 2
_SMOOTH_PIXELS = 160_000
_RIM = 1.1
_SMALLEST_STEP = 1.6
_TRAIL = ((0.045, 60), (0.03, 100), (0.015, 150))
_TOKENS = {"unit": "load", "delivered": "load", "seized": "seized", "seen": "seen"}


@dataclass(frozen=True, slots=True)
class Overlay:
    """A smooth drawing to be blitted with premultiplied alpha at a pixel."""

    key: Hashable
    surface: pygame.Surface
    at: tuple[int, int]

    @property
    def rect(self) -> pygame.Rect:
        """The pixels that it covers."""
        return self.surface.get_rect(topleft=self.at)


def overlay(key: Hashable, shapes: Sequence[Shape], view: pygame.Rect) -> Overlay | None:
    """Shapes in screen pixels as one drawing, cut to the view; None when nothing is in view."""
    if not shapes:
        return None
    left, top, right, bottom = box_of(
        [corner for shape in shapes for corner in (shape.box[:2], shape.box[2:])]
    )
    frame = pygame.Rect(int(left), int(top), int(right - left) + 2, int(bottom - top) + 2)
    frame = frame.clip(view)
    if frame.width < 1 or frame.height < 1:
        return None
    factor = _FACTOR if frame.width * frame.height < _SMOOTH_PIXELS else 1
    drawn = pygame.Surface((frame.width * factor, frame.height * factor), pygame.SRCALPHA)
    seen = (frame.left, frame.top, frame.right, frame.bottom)
    below: Rgba = (0, 0, 0, 0)
    for _, group in groupby(sorted(shapes, key=_level), key=_level):
        runs = [shape for shape in group if boxes_meet(shape.box, seen)]
        if factor == 1:
            # Too large to be drawn at twice its size in one frame: a paler rim smooths it.
            for shape in runs:
                rim = _between(below, shape.colour)
                polyline(drawn, _within(shape, frame, 1), rim, shape.width + _RIM)
        for shape in runs:
            polyline(drawn, _within(shape, frame, factor), shape.colour, shape.width * factor)
            below = shape.colour
    if factor > 1:
        drawn = pygame.transform.smoothscale(drawn, frame.size)
    return Overlay(key, drawn, frame.topleft)


def _within(shape: Shape, frame: pygame.Rect, factor: int) -> list[Point]:
    return [((x - frame.x) * factor, (y - frame.y) * factor) for x, y in shape.points]


def _between(first: Rgba, second: Rgba) -> Rgba:
    r, g, b, a = ((one + other) // 2 for one, other in zip(first, second, strict=True))
    return r, g, b, a


def _level(shape: Shape) -> int:
    return shape.level


def outline_shapes(rings: Sequence[Sequence[Point]], kit: Kit) -> list[Shape]:
    """The outline of an area under the pointer, in screen pixels."""
    white, ink = solid(kit.theme.white), solid(kit.theme.ink)
    pen = kit.metrics.scale
    shapes: list[Shape] = []
    for ring in rings:
        shapes.extend(line([*ring, ring[0]], white, 0, 4.4 * pen))
    for ring in rings:
        shapes.extend(line([*ring, ring[0]], ink, 1, 2.0 * pen))
    return shapes


def named_outline(rings: Sequence[Sequence[Point]], kit: Kit) -> list[Shape]:
    """The outline of an area that is spoken of, in screen pixels: gold cased in ink."""
    pen = kit.metrics.scale
    shapes: list[Shape] = []
    for level, colour, width in ((0, kit.theme.ink, 6.2), (1, kit.theme.gold, 4.0)):
        for ring in rings:
            shapes.extend(line([*ring, ring[0]], solid(colour), level, width * pen))
    return shapes


def named_route(path: Sequence[Point], width: float, kit: Kit) -> list[Shape]:
    """A gold band along both sides of a route that is spoken of, in screen pixels."""
    pen = kit.metrics.scale
    outer = line(path, solid(kit.theme.ink), 0, width + 10 * pen)
    gold = line(path, solid(kit.theme.gold), 1, width + 7.4 * pen)
    hole = line(path, (0, 0, 0, 0), 2, width + 2.2 * pen)
    return [*outer, *gold, *hole]


def route_shapes(path: Sequence[Point], width: float, kit: Kit) -> list[Shape]:
    """Two lines along a route under the pointer, in screen pixels."""
    pen = kit.metrics.scale
    ink, white = solid(kit.theme.ink), solid(kit.theme.white)
    outer = line(path, ink, 0, width + 8 * pen)
    inner = line(path, white, 1, width + 5 * pen)
    hole = line(path, (0, 0, 0, 0), 2, width + 2.4 * pen)
    return [*outer, *inner, *hole]


def watch_shapes(counter: pygame.Rect, ends: Sequence[pygame.Rect], kit: Kit) -> list[Shape]:
    """Dashed lines from a counter to the plates of the routes that it watches, in screen pixels."""
    pen = kit.metrics.scale
    ink, white = solid(kit.theme.ink), solid(kit.theme.white)
    shapes: list[Shape] = []
    for end in ends:
        clear = [counter.inflate(6, 6), end.inflate(6, 6)]
        way = trimmed(resample(counter.center, end.center, 3.0), clear, 0.0)
        shapes.extend(line(way, white, 0, 5.4 * pen))
        for dash in cut_dashes(way, 8 * pen, 5 * pen):
            shapes.extend(line(dash, ink, 1, 2.4 * pen))
        ring = [end.topleft, end.topright, end.bottomright, end.bottomleft, end.topleft]
        shapes.extend(line(ring, ink, 1, 2.4 * pen))
    return shapes


def resample(start: Point, end: Point, step: float) -> list[Point]:
    """A straight line as points about `step` apart, ends included."""
    parts = max(1, round(math.dist(start, end) / step))
    return [
        (
            start[0] + (end[0] - start[0]) * part / parts,
            start[1] + (end[1] - start[1]) * part / parts,
        )
        for part in range(parts + 1)
    ]


class Fan:
    """A stack spread out so that each piece can be pointed at."""

    def __init__(
        self,
        item: Item,
        rect: pygame.Rect,
        marks: Sequence[CounterMark],
        studio: Studio,
        view: pygame.Rect,
    ) -> None:
        self.item = item
        gap = studio.kit.px(8)
        self._kit = studio.kit
        pictures = [counter_picture(studio, Stack((mark,))) for mark in marks]
        width = sum(picture.size[0] + gap for picture in pictures) + gap
        height = max(picture.size[1] for picture in pictures) + 2 * gap
        self.rect = pygame.Rect(0, 0, width, height)
        self.rect.center = rect.center
        self.rect.clamp_ip(view)
        self._pieces: list[tuple[str, Picture, pygame.Rect]] = []
        x = self.rect.left + gap
        for mark, picture in zip(marks, pictures, strict=True):
            body = pygame.Rect((x, 0), picture.size)
            body.centery = self.rect.centery
            self._pieces.append((mark.id, picture, body))
            x += picture.size[0] + gap

    def piece_at(self, spot: tuple[int, int]) -> str | None:
        """The piece under a pixel."""
        for piece_id, _, body in self._pieces:
            if body.collidepoint(spot):
                return piece_id
        return None

    def piece_rect(self, piece_id: str) -> pygame.Rect | None:
        """Where a piece lies."""
        return next((body for other, _, body in self._pieces if other == piece_id), None)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the pieces on a paper tray."""
        kit = self._kit
        kit.paint.panel(surface, self.rect, kit.theme.sunken, 8, kit.theme.ink3, 1.2, level=2)
        for _, picture, body in self._pieces:
            surface.blit(picture.surface, (body.x - picture.margin, body.y - picture.margin))


def draw_token(
    surface: pygame.Surface, kit: Kit, token: FlowToken, path: Sequence[tuple[float, Point]]
) -> None:
    """Draw a load at the last of some points of its path, with a fading trail at the others.

    `path` pairs each point with its share of opacity, 0 to 255, oldest first.
    """
    for alpha, spot in path[:-1]:
        _draw_trail(surface, kit, round(alpha), spot)
    at = path[-1][1]
    colours = {"seized": kit.theme.ink, "seen": SEEN}
    colour = colours.get(token.kind, kit.theme.flow)
    if token.kind in ("unit", "delivered"):
        side = kit.px(28)
        rim = pygame.Rect(0, 0, side, side)
        rim.center = round(at[0]), round(at[1])
        kit.paint.box(surface, rim, kit.theme.white, 7)
    size = 26 if token.kind in ("unit", "delivered") else 30
    kit.glyphs.draw(surface, _TOKENS[token.kind], at, size, colour, kit.theme.white)


def trail_shares(share: float) -> list[tuple[float, float]]:
    """Where the trail of a load at a share of its way lies: (opacity, share), oldest first."""
    return [*((alpha, max(0.0, share - back)) for back, alpha in _TRAIL), (255, share)]


def _draw_trail(surface: pygame.Surface, kit: Kit, alpha: int, spot: Point) -> None:
    side = kit.px(16)

    def draw(big: pygame.Surface, factor: float) -> None:
        middle = (big.get_width() / 2, big.get_height() / 2)
        pygame.draw.circle(big, (*kit.theme.flow, alpha), middle, big.get_width() / 2)

    sprite = kit.paint.sprite(("trail", alpha), (side, side), draw, kit.theme.flow)
    surface.blit(sprite, (round(spot[0] - side / 2), round(spot[1] - side / 2)))


def screen_rings(
    place: Place, to_screen: Callable[[float, float], Point], view: pygame.Rect
) -> list[list[Point]]:
    """The outline of a place in screen pixels, without rings that are out of view or tiny."""
    if place.region is None:
        return []
    rings: list[list[Point]] = []
    for ring in place.region.outline:
        points = thin([to_screen(x, y) for x, y in ring], _SMALLEST_STEP)
        left, top, right, bottom = box_of(points)
        if max(right - left, bottom - top) < 8:
            continue
        if view.colliderect(pygame.Rect(left, top, right - left + 1, bottom - top + 1)):
            rings.append(points)
    return rings
