"""Composes a frame: arranges what stands on the map and inks routes, washes and stems."""

from collections.abc import Hashable, Iterator, Mapping

import pygame

from game.ui.board.land.ground import Ground
from game.ui.board.land.places import Place
from game.ui.board.layout.arranging import BOX_LEVEL, Arrangement, Arranger, Item, picture_gain
from game.ui.board.layout.spots import Setting, View
from game.ui.board.marks.ink import Ink, dots, gather, line, solid
from game.ui.board.marks.pictures import Studio
from game.ui.board.marks.routes import route_ink, trimmed
from game.ui.board.marks.washes import area_ink
from game.ui.board.picture.frames import Frame
from game.ui.board.scene import AreaMark, RouteMark, Scene
from game.ui.kit import Kit
from game.ui.sprites import SpriteCache
from game.ui.theme import Theme

_STEM_LEVEL = 90_000
_PLATE_GAP = 6.0


class Composer:
    """Fills frames with what a scene shows. Pictures and equal inks are used again."""

    def __init__(self, ground: Ground, cache: SpriteCache) -> None:
        self._ground = ground
        self._cache = cache

    def view(
        self, kit: Kit, scale: float, sight: pygame.Rect, covered: tuple[pygame.Rect, ...]
    ) -> View:
        """How a scene is seen at a scale; `sight` and `covered` are in world pixels."""
        detail = scale / kit.metrics.window_scale
        gain = picture_gain(detail, kit.metrics.scale)
        return View(scale, detail, sight, covered, Studio(kit.resized(gain), self._cache))

    def fill(
        self, frame: Frame, scene: Scene, view: View, kit: Kit, held: Mapping[Hashable, Ink]
    ) -> Iterator[None]:
        """Arrange and ink a scene; yields now and then so that the caller may pause.

        `held` are inks drawn before in the same theme.
        """
        ground = self._ground
        insets = ground.insets_of(scene)
        nodes = ground.geography.nodes
        setting = Setting(ground.places, ground.paths, nodes, ground.owners, ground.is_land, insets)
        arranger = Arranger(scene, setting, view, Studio(kit, self._cache))
        yield from arranger.steps()
        frame.arrangement = arranger.result
        inks: list[Ink] = []
        for area in scene.areas:
            inks.extend(_wash(area, ground.places, view, kit.theme))
            yield
        plates = [item.rect for item in frame.arrangement.items if _stops_routes(item)]
        for order, route in drawing_order(scene.routes):
            ink = _route(route, frame.arrangement, plates, order, view, kit.theme, held)
            if ink is not None:
                inks.append(ink)
            yield
        inks.extend(_stems(frame.arrangement, view, kit.theme))
        frame.inks = tuple(inks)


def drawing_order(routes: tuple[RouteMark, ...]) -> list[tuple[int, RouteMark]]:
    """Routes with their levels: dormant ones lowest, thick below thin, what is chosen on top.

    A route that becomes lit moves up without changing the levels of the others.
    """
    ranked = sorted(routes, key=lambda route: (not route.dormant, -route.flow))
    levels = [
        (rank + 1000 * (route.lit or route.opening) + 2000 * route.chosen, route)
        for rank, route in enumerate(ranked)
    ]
    return sorted(levels, key=lambda entry: entry[0])


def _stops_routes(item: Item) -> bool:
    """Whether routes end at the edge of an item, as they do at an area's plate."""
    return item.kind == "area" and not item.is_name and item.level > BOX_LEVEL


def _wash(area: AreaMark, places: Mapping[str, Place], view: View, theme: Theme) -> Iterator[Ink]:
    place = places.get(area.id)
    ink = area_ink(area, place, view.scale, view.pen, theme) if place is not None else None
    if ink is not None:
        yield ink


def _route(
    route: RouteMark,
    arrangement: Arrangement,
    plates: list[pygame.Rect],
    order: int,
    view: View,
    theme: Theme,
    held: Mapping[Hashable, Ink],
) -> Ink | None:
    path = arrangement.paths.get(route.id)
    if path is None:
        return None
    cut = trimmed(path, plates, _PLATE_GAP * view.pen)
    return route_ink(route, cut, order, view.detail, view.pen, theme, held)


def _stems(arrangement: Arrangement, view: View, theme: Theme) -> Iterator[Ink]:
    """Short lines from plates that had to stand aside to where they belong."""
    white = solid(theme.white)
    for item in arrangement.items:
        if item.stem is None:
            continue
        x, y = item.stem
        rect = item.rect
        near = (min(max(x, rect.left), rect.right), min(max(y, rect.top), rect.bottom))
        firm = 1.0 if _stops_routes(item) else 0.8
        ink = solid(theme.ink if _stops_routes(item) else theme.ink2)
        shapes = [
            *line([near, item.stem], white, _STEM_LEVEL, 4.0 * firm * view.pen),
            *line([near, item.stem], ink, _STEM_LEVEL + 1, max(1.4, 1.6 * firm * view.pen)),
            *dots([item.stem], white, _STEM_LEVEL, 10.0 * firm * view.pen),
            *dots([item.stem], ink, _STEM_LEVEL + 1, 7.0 * firm * view.pen),
        ]
        gathered = gather(("stem", item.stem, near, view.pen), shapes)
        if gathered is not None:
            yield gathered
