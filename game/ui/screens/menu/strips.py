"""Strips of the map for the cards of the menu: where a campaign's loads cross a border.

They are drawn a slice at a time while nothing else happens; until then a card shows open sea. The
map is let go of once every strip is drawn.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.curves import arrow_head
from game.ui.paint import arrow, polyline

if TYPE_CHECKING:
    from game.content.campaign import Campaign
    from game.content.schema.board import Route
    from game.ui.board.land.geography import Geography
    from game.ui.board.land.shapes import Point
    from game.ui.board.scene import Scene
    from game.ui.kit import Kit

Size = tuple[int, int]
_LEAST_WIDTH = 900
"""Board units across a strip, at least."""
_AROUND = 1.25
_ARROW, _CASING = 7.0, 1.6
_SMOOTH = 2
_TO_KINDS = ("border", "market")


class MapStrips:
    """The strips that were drawn, and the one in the making."""

    def __init__(self) -> None:
        self._done: dict[str, tuple[object, pygame.Surface]] = {}
        self._geography: Geography | None = None
        self._work: Iterator[None] | None = None

    def get(self, campaign: Campaign, size: Size, kit: Kit) -> pygame.Surface | None:
        """The strip of a campaign, of a size in pixels, once it is drawn."""
        key, strip = self._done.get(campaign.id, (None, None))
        return strip if key == _key(campaign, size, kit) else None

    def work(self, wanted: Sequence[tuple[Campaign, Size]], kit: Kit, budget_ms: float) -> bool:
        """Go on drawing what is wanted and not there yet; True while more is left."""
        ends = time.perf_counter() + budget_ms / 1000
        while time.perf_counter() < ends:
            if self._work is None:
                missing = [one for one in wanted if self.get(*one, kit) is None]
                if not missing:
                    self._geography = None
                    return False
                self._work = self._make(*missing[0], kit)
            if next(self._work, self) is self:
                self._work = None
        return True

    def _make(self, campaign: Campaign, size: Size, kit: Kit) -> Iterator[None]:
        from game.ui.board.land.geography import Geography
        from game.ui.board.picture.layers import BaseMap
        from game.ui.board.picture.tints import land_tints

        yield
        geography = self._geography = self._geography or Geography.load()
        yield
        way = _way(campaign, geography)
        scale, origin = _framed(way, geography, size)
        tints = land_tints(_played(campaign, geography), geography, kit.theme)
        base = BaseMap(geography, tints, kit.theme, scale, kit.metrics.window_scale)
        yield from base.prepare()
        strip = pygame.Surface(size)
        yield from _tiles(strip, base, origin)
        if len(way) > 1:
            points = [(x * scale - origin[0], y * scale - origin[1]) for x, y in way]
            strip.blit(_arrow(size, points, kit), (0, 0))
        self._done[campaign.id] = (_key(campaign, size, kit), strip)


def _key(campaign: Campaign, size: Size, kit: Kit) -> object:
    theme = kit.theme
    return campaign.digest, size, theme.high_contrast, theme.projector


def _played(campaign: Campaign, geography: Geography) -> Scene:
    """The campaign's areas, which set what is played apart from what is not."""
    from game.ui.board.scene import AreaMark, Scene

    covers = ((a.id, tuple(c for c in a.covers if c in geography.areas)) for a in campaign.areas)
    return Scene(tuple(AreaMark(name, "", covers=held) for name, held in covers if held))


def _way(campaign: Campaign, geography: Geography) -> list[Point]:
    """A route into a border area or a market, from end to end; empty where none can be drawn."""
    into = {area.id: area.kind for area in campaign.areas}
    for kind in _TO_KINDS:
        for route in campaign.routes:
            if into[route.to] == kind and not route.dormant:
                points = _ends(campaign, route, geography)
                if points:
                    return points
    return []


def _ends(campaign: Campaign, route: Route, geography: Geography) -> list[Point]:
    start, end = (_spot(campaign, name, geography) for name in (route.from_, route.to))
    if start is None or end is None:
        return []
    node = geography.nodes.get(route.node or "")
    return [start, node.at, end] if node is not None else [start, end]


def _spot(campaign: Campaign, area_id: str, geography: Geography) -> Point | None:
    """Where an area's name would stand; None for one that is not on the map."""
    area = campaign.areas[campaign.area_ix[area_id]]
    if area.node in geography.nodes:
        return geography.nodes[area.node].at
    known = [geography.areas[one] for one in area.covers if one in geography.areas]
    return known[0].label if known else None


def _framed(way: Sequence[Point], geography: Geography, size: Size) -> tuple[float, Size]:
    """Pixels a board unit, and the world pixel at the strip's corner; the way is in its middle."""
    xs, ys = [x for x, _ in way], [y for _, y in way]
    if not way:
        xs, ys = [0.0, geography.width], [geography.height / 2]
    wide, high = (max(xs) - min(xs)) * _AROUND, (max(ys) - min(ys)) * _AROUND
    scale = size[0] / max(_LEAST_WIDTH, wide, high * size[0] / size[1])
    middle = (max(xs) + min(xs)) / 2 * scale, (max(ys) + min(ys)) / 2 * scale
    return scale, (round(middle[0] - size[0] / 2), round(middle[1] - size[1] / 2))


def _tiles(strip: pygame.Surface, base: object, origin: Size) -> Iterator[None]:
    from game.ui.board.picture.frames import cells_in
    from game.ui.board.picture.layers import TILE, BaseMap

    assert isinstance(base, BaseMap)
    tile = pygame.Surface((TILE, TILE))
    for column, row in cells_in(strip.get_rect().move(origin)):
        base.paint(tile, column, row)
        strip.blit(tile, (column * TILE - origin[0], row * TILE - origin[1]))
        yield


def _arrow(size: Size, points: Sequence[Point], kit: Kit) -> pygame.Surface:
    """The way as an arrow in the colour of flow, cased in white."""
    theme, pen = kit.theme, kit.metrics.window_scale * _SMOOTH
    large = pygame.Surface((size[0] * _SMOOTH, size[1] * _SMOOTH), pygame.SRCALPHA)
    large.fill((*theme.white, 0))
    way = [(x * _SMOOTH, y * _SMOOTH) for x, y in points]
    (x0, y0), (x1, y1) = way[-2:]
    head = arrow_head((x1, y1), math.atan2(y1 - y0, x1 - x0), _ARROW * pen * 1.6 + 2)
    neck = ((head[1][0] + head[2][0]) / 2, (head[1][1] + head[2][1]) / 2)
    polyline(large, [*way[:-1], neck], theme.white, (_ARROW + 2 * _CASING) * pen)
    polyline(large, [*head, head[0]], theme.white, 2 * _CASING * pen)
    arrow(large, way, theme.flow, _ARROW * pen)
    return pygame.transform.smoothscale(large, size)
