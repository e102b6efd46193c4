"""What lies under the pointer, and where things are on the screen."""

from collections.abc import Iterable, Iterator, Mapping, Set

import pygame

from game.ui.board.camera import Camera
from game.ui.board.land.places import Place
from game.ui.board.land.shapes import Point, box_of, distance_to_line
from game.ui.board.layout.arranging import BOX_LEVEL, Item
from game.ui.board.picks import PickKind
from game.ui.board.picture.frames import Frame
from game.ui.board.scene import Scene
from game.ui.curves import point_at
from game.ui.kit import Kit

Target = tuple[PickKind, str]

_ROUTE_REACH = 8.0
_KIND_ORDER = {"counter": 0, "pin": 1, "route": 2, "area": 3}


class Finder:
    """Answers for one finished frame, whatever the camera does; screen points go through it."""

    def __init__(
        self, frame: Frame, camera: Camera, scene: Scene, places: Mapping[str, Place], pen: float
    ) -> None:
        self._frame = frame
        self._camera = camera
        self._scene = scene
        self._places = places
        self._pen = pen
        self._lit = lit_targets(scene)
        self._boxes = {
            route_id: box_of(path)
            for route_id, path in frame.arrangement.paths.items()
            if len(path) > 1
        }

    def at(self, px: float, py: float, *, lit_first: bool = False) -> Target | None:
        """What is under a pixel: counters, pins and plates, then routes, then areas.

        `lit_first` takes what may be chosen, if there is any under the pixel, before the rest.
        """
        found = list(self._found(px, py))
        if lit_first:
            found.sort(key=lambda target: target not in self._lit)
        return found[0] if found else None

    def item_at(self, px: float, py: float) -> Item | None:
        """The counter under a pixel."""
        x, y = self._world(px, py)
        for item in reversed(self._frame.arrangement.items):
            if item.kind == "counter" and item.rect.collidepoint(x, y):
                return item
        return None

    def rect(self, kind: PickKind, target_id: str) -> pygame.Rect | None:
        """Where something is on the screen; None when it is not on the board."""
        for item in self._frame.arrangement.items:
            same = item.kind == kind and (item.id == target_id or target_id in item.members)
            if same:
                return self._on_screen(item.rect)
        if kind == "route":
            return self._around(self._middle(target_id))
        if kind == "area" and target_id in self._places:
            return self._around(self._camera.to_screen(*self._places[target_id].anchor))
        return None

    def standing(self, within: pygame.Rect) -> tuple[Target, ...]:
        """All plates, counters, names and marks of the last FLOW in a part of the screen."""
        found: dict[Target, None] = {}
        for item in self._frame.arrangement.items:
            if item.kind != "node" and within.contains(self._on_screen(item.rect)):
                found[item.kind, item.id] = None
        return tuple(found)

    def edge(self, kind: PickKind, target_id: str) -> pygame.Rect | None:
        """The edge of a plate, a counter or a mark on the screen; None for what has none."""
        for item in self._frame.arrangement.items:
            if item.kind == kind and item.id == target_id and not item.is_name:
                return self._on_screen(item.rect) if item.level > BOX_LEVEL else None
        return None

    @property
    def stamp(self) -> tuple[int, object]:
        """Changes whenever the same thing would be drawn elsewhere."""
        return id(self._frame), self._camera.shot

    def to_screen(self, x: float, y: float) -> Point:
        """The pixel of a board point."""
        return self._camera.to_screen(x, y)

    def detail(self, kit: Kit) -> float:
        """Pixels per board unit at design size."""
        return self._camera.shot.scale / kit.metrics.window_scale

    def path(self, route_id: str) -> list[Point]:
        """A route in screen pixels."""
        scale = self._frame.scale
        path = self._frame.arrangement.paths.get(route_id, ())
        return [self._camera.to_screen(x / scale, y / scale) for x, y in path]

    def draw_items(self, surface: pygame.Surface, within: pygame.Rect) -> None:
        """Draw again what stands on the map in a part of the screen, above what was drawn there."""
        if self._camera.shot.scale != self._frame.scale:
            return
        for item in self._frame.arrangement.items:
            rect = self._on_screen(item.rect)
            margin = item.picture.margin
            if item.level > BOX_LEVEL and rect.colliderect(within):
                surface.blit(item.picture.surface, (rect.x - margin, rect.y - margin))

    def draw_ringed(self, surface: pygame.Surface, ids: Set[str], kit: Kit) -> None:
        """Draw the plates, counters and marks with these ids again, in the ring of a choice."""
        if self._camera.shot.scale != self._frame.scale:
            return
        for item in self._frame.arrangement.items:
            if item.is_name or item.level <= BOX_LEVEL or ids.isdisjoint((item.id, *item.members)):
                continue
            rect = self._on_screen(item.rect)
            kit.paint.chosen_ring(surface, rect, 6)
            margin = item.picture.margin
            surface.blit(item.picture.surface, (rect.x - margin, rect.y - margin))

    def on_path(self, route_id: str, share: float) -> Point | None:
        """The pixel a share of the way along a route."""
        path = self._frame.arrangement.paths.get(route_id)
        if path is None or len(path) < 2:
            return None
        scale = self._frame.scale
        (x, y), _ = point_at(path, share)
        return self._camera.to_screen(x / scale, y / scale)

    def _middle(self, route_id: str) -> Point | None:
        return self.on_path(route_id, 0.5)

    def _around(self, spot: Point | None) -> pygame.Rect | None:
        if spot is None:
            return None
        side = round(26 * self._pen)
        rect = pygame.Rect(0, 0, side, side)
        rect.center = round(spot[0]), round(spot[1])
        return rect

    def _on_screen(self, rect: pygame.Rect) -> pygame.Rect:
        scale = self._frame.scale
        if scale == self._camera.shot.scale:
            left, top = self._camera.world_offset()
            return rect.move(-left, -top)
        x, y = self._camera.to_screen(rect.centerx / scale, rect.centery / scale)
        moved = rect.copy()
        moved.center = round(x), round(y)
        return moved

    def _world(self, px: float, py: float) -> Point:
        bx, by = self._camera.to_board(px, py)
        return bx * self._frame.scale, by * self._frame.scale

    def _found(self, px: float, py: float) -> Iterator[Target]:
        x, y = self._world(px, py)
        items = [
            item
            for item in self._frame.arrangement.items
            if item.kind in _KIND_ORDER and item.rect.collidepoint(x, y)
        ]
        items.sort(key=lambda item: (item.is_name, _KIND_ORDER[item.kind]))
        for item in items:
            if item.kind != "node":
                yield item.kind, item.id
        route = self._route_at(x, y)
        if route is not None:
            yield "route", route
        area = self._area_at(px, py)
        if area is not None:
            yield "area", area

    def _route_at(self, x: float, y: float) -> str | None:
        reach = _ROUTE_REACH * self._pen
        nearest: tuple[float, str] | None = None
        for route_id, (left, top, right, bottom) in self._boxes.items():
            if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach):
                continue
            away = distance_to_line(x, y, self._frame.arrangement.paths[route_id])
            if away <= reach and (nearest is None or away < nearest[0]):
                nearest = away, route_id
        return nearest[1] if nearest is not None else None

    def _area_at(self, px: float, py: float) -> str | None:
        at = self._camera.to_board(px, py)
        smallest: tuple[float, str] | None = None
        for place in self._places.values():
            size = place.size_at(at)
            if size is not None and (smallest is None or size < smallest[0]):
                smallest = size, place.id
        return smallest[1] if smallest is not None else None


def lit_targets(scene: Scene) -> frozenset[Target]:
    """Everything that may be chosen now."""
    return frozenset(_lit(scene))


def _lit(scene: Scene) -> Iterator[Target]:
    for area in scene.areas:
        if area.lit:
            yield "area", area.id
    for route in scene.routes:
        if route.lit:
            yield "route", route.id
    for counter in scene.counters:
        if counter.lit:
            yield "counter", counter.id
    for pin in scene.pins:
        if pin.lit:
            yield "pin", pin.id


def west_to_east(targets: Iterable[Target], middles: Mapping[Target, Point]) -> tuple[Target, ...]:
    """Targets by where they are, from left to right; those without a place are left out."""
    placed = [target for target in targets if target in middles]
    return tuple(sorted(placed, key=lambda target: (*middles[target], target)))


def next_toward(current: Point, direction: Point, middles: Mapping[Target, Point]) -> Target | None:
    """The nearest target in a direction, aside counting double; None when there is none."""
    best: tuple[float, Target] | None = None
    for target, (x, y) in middles.items():
        dx, dy = x - current[0], y - current[1]
        ahead = dx * direction[0] + dy * direction[1]
        aside = abs(dx * direction[1]) + abs(dy * direction[0])
        if ahead <= 1 or aside > 2.2 * ahead:
            continue
        cost = ahead + 2 * aside
        if best is None or (cost, target) < best:
            best = cost, target
    return best[1] if best is not None else None
