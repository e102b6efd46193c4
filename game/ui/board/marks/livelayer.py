"""Keeps what is drawn afresh in each frame, and the drawings of it that may be used again."""

from collections.abc import Hashable, Mapping, Sequence

import pygame

from game.ui.board.hits import Finder, Target
from game.ui.board.land.places import Place
from game.ui.board.land.shapes import Point
from game.ui.board.layout.arranging import Item
from game.ui.board.marks.ink import Shape
from game.ui.board.marks.live import (
    Fan,
    Overlay,
    draw_token,
    named_outline,
    named_route,
    outline_shapes,
    overlay,
    route_shapes,
    screen_rings,
    trail_shares,
    watch_shapes,
)
from game.ui.board.marks.pictures import Studio
from game.ui.board.marks.routes import line_width
from game.ui.board.scene import CounterMark, FlowToken, RouteMark, Scene
from game.ui.kit import Kit
from game.ui.sprites import SpriteCache

_FAN_BYTES = 4_000_000


class LiveLayer:
    """Hover and focus marks, what is spoken of, loads under way and a spread stack."""

    def __init__(self) -> None:
        self.tokens: tuple[FlowToken, ...] = ()
        self.named: frozenset[str] = frozenset()
        self._kit: Kit | None = None
        self._routes: dict[str, RouteMark] = {}
        self._counters: dict[str, CounterMark] = {}
        self._places: Mapping[str, Place] = {}
        self._fan: Fan | None = None
        self._overlay: Overlay | None = None
        self._overlay_key: Hashable = None
        self._gold: Overlay | None = None
        self._gold_key: Hashable = None
        self._cache = SpriteCache(_FAN_BYTES)

    def set_kit(self, kit: Kit) -> None:
        """Draw at another scale or in another theme."""
        self._kit = kit
        self.forget()

    def set_scene(self, scene: Scene, places: Mapping[str, Place]) -> None:
        """Take over the routes, pieces and areas of a scene."""
        self._routes = {route.id: route for route in scene.routes}
        self._counters = {counter.id: counter for counter in scene.counters}
        self._places = places
        self.forget()

    def forget(self) -> None:
        """The picture or the camera has changed: drop what was drawn for the old one."""
        self._overlay, self._overlay_key = None, None
        self._gold, self._gold_key = None, None
        self._fan = None

    @property
    def has_fan(self) -> bool:
        """Whether a stack is spread."""
        return self._fan is not None

    def open_fan(self, item: Item, finder: Finder, view: pygame.Rect, scale: float) -> None:
        """Spread a stack."""
        rect = finder.rect("counter", item.id)
        marks = [self._counters[i] for i in item.members if i in self._counters]
        if rect is None or self._kit is None or not marks:
            return
        self._fan = Fan(item, rect, marks, Studio(self._kit, self._cache), view)

    def close_fan(self) -> bool:
        """Put a spread stack together; returns whether there was one."""
        had, self._fan = self._fan is not None, None
        return had

    def fan_piece(self, spot: tuple[int, int]) -> str | None:
        """The piece of the spread stack under a pixel."""
        return self._fan.piece_at(spot) if self._fan is not None else None

    def fan_holds(self, spot: tuple[int, int]) -> bool:
        """Whether a pixel is on the tray of the spread stack."""
        return self._fan is not None and self._fan.rect.collidepoint(spot)

    def draw(
        self,
        surface: pygame.Surface,
        view: pygame.Rect,
        finder: Finder,
        hover: Target | None,
        focus: Target | None,
    ) -> None:
        """Draw everything that is not part of the finished picture."""
        kit = self._kit
        if kit is None:
            return
        self._draw_named(surface, view, finder, kit)
        self._draw_marks(surface, view, finder, hover or focus, kit)
        for token in self.tokens:
            self._draw_token(surface, finder, token, kit)
        if self._fan is not None:
            self._fan.draw(surface)
        if focus is not None:
            rect = self._piece_rect(focus) or finder.rect(*focus)
            if rect is not None and self._is_name(focus):
                # A name has no edge of its own: the ring must leave its letters free.
                rect = rect.inflate(kit.px(14), kit.px(8))
            if rect is not None:
                kit.paint.focus_ring(surface, rect, 7)

    def _is_name(self, target: Target) -> bool:
        place = self._places.get(target[1]) if target[0] == "area" else None
        return place is not None and place.region is not None and not place.is_plate

    def _piece_rect(self, target: Target) -> pygame.Rect | None:
        if self._fan is None or target[0] != "counter":
            return None
        return self._fan.piece_rect(target[1])

    def _draw_named(
        self, surface: pygame.Surface, view: pygame.Rect, finder: Finder, kit: Kit
    ) -> None:
        """Draw what is spoken of: gold around areas, routes and what stands on the map."""
        if not self.named:
            return
        key = (self.named, finder.stamp)
        if key != self._gold_key:
            self._gold_key = key
            shapes: list[Shape] = []
            for target_id in sorted(self.named):
                shapes.extend(self._named_shapes(target_id, finder, view, kit))
            self._gold = overlay(key, shapes, view)
        if self._gold is not None:
            blend = pygame.BLEND_PREMULTIPLIED
            surface.blit(self._gold.surface, self._gold.at, special_flags=blend)
            finder.draw_items(surface, self._gold.rect)
        finder.draw_ringed(surface, self.named, kit)

    def _named_shapes(
        self, target_id: str, finder: Finder, view: pygame.Rect, kit: Kit
    ) -> Sequence[Shape]:
        place = self._places.get(target_id)
        if place is not None and not place.is_plate:
            return named_outline(screen_rings(place, finder.to_screen, view), kit)
        route = self._routes.get(target_id)
        if route is None:
            return ()
        width = line_width(route, finder.detail(kit), kit.theme) * kit.metrics.scale
        return named_route(finder.path(target_id), width, kit)

    def _draw_marks(
        self,
        surface: pygame.Surface,
        view: pygame.Rect,
        finder: Finder,
        target: Target | None,
        kit: Kit,
    ) -> None:
        if target is None:
            return
        key = (target, finder.stamp)
        if key != self._overlay_key:
            self._overlay_key = key
            self._overlay = overlay(key, self._shapes(target, finder, view, kit), view)
        if self._overlay is not None:
            blend = pygame.BLEND_PREMULTIPLIED
            surface.blit(self._overlay.surface, self._overlay.at, special_flags=blend)
            if target[0] in ("area", "route"):
                finder.draw_items(surface, self._overlay.rect)
        edge = finder.edge(*target) if self._fan is None else None
        if edge is not None:
            grown = edge.inflate(2 * kit.px(3), 2 * kit.px(3))
            kit.paint.box(surface, grown, None, 8, kit.theme.white, 4)
            kit.paint.box(surface, grown, None, 8, kit.theme.ink, 2)

    def _shapes(
        self, target: Target, finder: Finder, view: pygame.Rect, kit: Kit
    ) -> Sequence[Shape]:
        kind, target_id = target
        if kind == "area" and target_id in self._places:
            place = self._places[target_id]
            if place.is_plate:
                return ()
            return outline_shapes(screen_rings(place, finder.to_screen, view), kit)
        if kind == "route" and target_id in self._routes:
            route = self._routes[target_id]
            width = line_width(route, finder.detail(kit), kit.theme) * kit.metrics.scale
            return route_shapes(finder.path(target_id), width, kit)
        if kind == "counter" and target_id in self._counters:
            return self._watched(target_id, finder, kit)
        return ()

    def _watched(self, counter_id: str, finder: Finder, kit: Kit) -> Sequence[Shape]:
        rect = finder.rect("counter", counter_id)
        if rect is None:
            return ()
        watched = self._counters[counter_id].watches
        plates = [finder.rect("route", route_id) for route_id in watched]
        return watch_shapes(rect, [plate for plate in plates if plate is not None], kit)

    def _draw_token(
        self, surface: pygame.Surface, finder: Finder, token: FlowToken, kit: Kit
    ) -> None:
        moves = token.kind == "unit" and not kit.theme.reduced_motion
        shares = trail_shares(token.share) if moves else [(255.0, token.share)]
        path: list[tuple[float, Point]] = []
        for alpha, share in shares:
            spot = finder.on_path(token.route_id, share)
            if spot is None:
                return
            path.append((alpha, spot))
        draw_token(surface, kit, token, path)
