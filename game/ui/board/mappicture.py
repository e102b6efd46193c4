"""Keeps the map's picture ready: the finished frame, the next one in the making, and a stand-in.

Nothing here waits. While the camera travels or the next frame is being made, the last picture is
shown moved and scaled; what it does not cover comes from a small overview of the whole theatre.
"""

import time
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.ui.board.arranging import Arrangement, Arranger, picture_gain
from game.ui.board.camera import Camera, Shot
from game.ui.board.frames import BaseTiles, Frame, TilePainter, cells_in
from game.ui.board.geography import Geography
from game.ui.board.ink import Ink, InkSheet, dots, gather, line, solid
from game.ui.board.layers import TILE, BaseMap
from game.ui.board.pathways import lay_paths
from game.ui.board.pictures import Studio
from game.ui.board.places import Place, place_areas
from game.ui.board.routes import route_ink, trimmed
from game.ui.board.scene import AreaMark, RouteMark, Scene
from game.ui.board.shapes import Box, Point
from game.ui.board.spots import Setting, View
from game.ui.board.terrain import Owners, Terrain
from game.ui.board.tints import LandTints, land_tints
from game.ui.board.washes import area_ink
from game.ui.kit import Kit
from game.ui.sprites import SpriteCache
from game.ui.theme import Theme

_PICTURE_BYTES = 12_000_000
_OVERVIEW_SCALE = 0.28
_FAR_PAN = 0.18
_STEM_LEVEL = 9_000
_PLATE_GAP = 6.0


class Ground:
    """What the scene stands on: where its areas are and how its routes run.

    Made anew only when the areas or the ends of routes change.
    """

    def __init__(self, geography: Geography) -> None:
        self.geography = geography
        self.places: dict[str, Place] = {}
        self.paths: dict[str, tuple[Point, ...]] = {}
        self.owners = Owners(geography.box, ())
        self._terrain: Terrain | None = None
        self._key: Hashable = None

    def settle(self, scene: Scene) -> bool:
        """Take over a scene's areas and routes; returns whether anything moved."""
        key = (
            tuple((a.id, a.kind, a.covers, a.node, a.box) for a in scene.areas),
            tuple(
                (r.id, r.from_id, r.to_id, r.mode, r.node, r.dormant, r.backstop)
                for r in scene.routes
            ),
        )
        if key == self._key:
            return False
        self._key = key
        if self._terrain is None:
            self._terrain = Terrain(self.geography)
        self.places = place_areas(scene.areas, self.geography)
        fills = [(p.id, p.region.fills) for p in self.places.values() if p.region is not None]
        self.owners = Owners(self.geography.box, fills)
        nodes = {node_id: node.at for node_id, node in self.geography.nodes.items()}
        self.paths = lay_paths(scene.routes, self.places, nodes, self._terrain)
        return True


@dataclass(slots=True)
class _Frozen:
    """The last picture, to be moved and scaled while the next one is made."""

    surface: pygame.Surface
    box: Box


class MapPicture:
    """Draws the map with everything on it, and works on better pictures when there is time."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._cache = SpriteCache(_PICTURE_BYTES)
        self._painter = TilePainter(InkSheet())
        self._scene = Scene()
        self._kit: Kit | None = None
        self._base: BaseTiles | None = None
        self._frame: Frame | None = None
        self._sight = pygame.Rect(0, 0, 0, 0)
        self._frozen: _Frozen | None = None
        self._overview: tuple[Hashable, pygame.Surface] | None = None
        self._work: Iterator[None] | None = None
        self._covered: list[pygame.Rect] = []
        self._stale = True

    @property
    def frame(self) -> Frame | None:
        """The finished frame; None before the first is ready."""
        return self._frame

    @property
    def is_settled(self) -> bool:
        """Whether the picture on the screen is the sharp one and nothing is being made."""
        return self._work is None and not self._stale and self._frozen is None

    @property
    def held_bytes(self) -> int:
        """Bytes of pictures held now."""
        tiles = len(self._frame.tiles) if self._frame else 0
        base = self._base.count if self._base else 0
        frozen = _bytes(self._frozen.surface) if self._frozen else 0
        overview = _bytes(self._overview[1]) if self._overview else 0
        return (tiles + base) * TILE * TILE * 4 + frozen + overview + self._cache.held_bytes

    def set_scene(self, scene: Scene) -> None:
        """Show another scene."""
        self._scene = scene
        self._stale = True

    def set_kit(self, kit: Kit) -> None:
        """Draw at another scale, in another theme or language."""
        self._kit = kit
        self._stale = True

    def set_covered(self, rects: Sequence[pygame.Rect]) -> None:
        """What lies above the map in the window's corner; nothing should stand below it."""
        self._covered = list(rects)
        self._stale = True

    def moved(self, camera: Camera, *, at_rest: bool) -> None:
        """The camera has moved. Far pans are arranged anew once it is at rest."""
        if self._frame is None or camera.goal.scale != self._frame.scale:
            self._stale = True
            return
        sight = _world_sight(camera, camera.goal)
        far = abs(sight.x - self._sight.x) > _FAR_PAN * sight.width
        far = far or abs(sight.y - self._sight.y) > _FAR_PAN * sight.height
        if at_rest and far:
            self._stale = True

    def work(self, camera: Camera, budget_ms: float) -> bool:
        """Go on with the next picture for about this long; returns whether more is left."""
        ends = time.perf_counter() + budget_ms / 1000
        if self._stale and self._kit is not None:
            self._stale = False
            self._work = self._build(camera, self._kit)
        while self._work is not None:
            try:
                next(self._work)
            except StopIteration:
                self._work = None
            if time.perf_counter() >= ends:
                break
        return self._work is not None

    def draw(self, surface: pygame.Surface, view: pygame.Rect, camera: Camera) -> None:
        """Draw what there is, at once."""
        frame = self._frame
        if frame is not None and camera.shot.scale == frame.scale:
            self._frozen = None
            offset = camera.world_offset()
            if not frame.covers(view.move(offset)):
                self._draw_overview(surface, view, camera)
                self._paint_missing(frame, view.move(offset))
            frame.draw(surface, view, offset)
            return
        if self._frozen is None and frame is not None:
            self._frozen = self._freeze(view, camera, frame)
        self._draw_overview(surface, view, camera)
        if self._frozen is not None:
            _draw_scaled(surface, view, camera, self._frozen.surface, self._frozen.box)

    def freeze(self, view: pygame.Rect, camera: Camera) -> None:
        """Keep the picture as it is now, before the camera leaves this scale."""
        frame = self._frame
        if self._frozen is None and frame is not None and frame.scale == camera.shot.scale:
            self._frozen = self._freeze(view, camera, frame)

    def _freeze(self, view: pygame.Rect, camera: Camera, frame: Frame) -> _Frozen | None:
        if camera.shot.scale != frame.scale:
            return self._frozen
        surface = pygame.Surface(view.size)
        shifted = view.copy()
        shifted.topleft = (0, 0)
        x, y = camera.world_offset()
        frame.draw(surface, shifted, (x + view.left, y + view.top))
        return _Frozen(surface, camera.view_box())

    def _paint_missing(self, frame: Frame, world: pygame.Rect) -> None:
        """Paint a few tiles that a pan has brought into view; the rest waits for the next frame."""
        if self._base is None:
            return
        ends = time.perf_counter() + 0.004
        for cell in cells_in(world):
            if cell not in frame.tiles:
                self._painter.paint(frame, cell, self._base, None)
                if time.perf_counter() >= ends:
                    return

    def _draw_overview(self, surface: pygame.Surface, view: pygame.Rect, camera: Camera) -> None:
        theme = self._kit.theme if self._kit is not None else Theme()
        surface.fill(theme.sea, view)
        if self._overview is not None:
            box = self._ground.geography.box
            _draw_scaled(surface, view, camera, self._overview[1], box)

    def _build(self, camera: Camera, kit: Kit) -> Iterator[None]:
        """Make the next frame, put it in place, then what may be needed soon."""
        shot = camera.goal
        sight = _world_sight(camera, shot)
        tints = land_tints(self._scene, self._ground.geography, kit.theme)
        yield from self._ready_base(tints, kit, shot.scale)
        base = self._base
        assert base is not None
        offset = camera.world_offset(shot)
        covered = tuple(rect.move(offset) for rect in self._covered)
        view = _view(kit, shot.scale, _free_sight(camera, sight), covered, self._cache)
        frame = Frame(shot.scale, Arrangement(), ())
        yield from self._fill_frame(frame, view, kit)
        before = self._frame if self._frame and self._frame.scale == shot.scale else None
        for cell in _from_middle(sight):
            if self._painter.paint(frame, cell, base, before):
                yield
        self._frame, self._sight = frame, sight
        yield
        yield from self._make_overview(tints, kit)
        around = sight.inflate(2 * TILE, 2 * TILE)
        for cell in cells_in(around):
            if cell not in frame.tiles and self._painter.paint(frame, cell, base, before):
                yield
        self._prune(frame, around)

    def _ready_base(self, tints: LandTints, kit: Kit, scale: float) -> Iterator[None]:
        key = (tints, round(scale, 6), kit.metrics.window_scale, _theme_key(kit.theme))
        if self._base is not None and self._base.key == key:
            return
        base = BaseMap(self._ground.geography, tints, kit.theme, scale, kit.metrics.window_scale)
        yield from base.prepare()
        self._base = BaseTiles(key, base)

    def _fill_frame(self, frame: Frame, view: View, kit: Kit) -> Iterator[None]:
        """Arrange the scene and make the ink of its routes and washes."""
        names = Studio(kit, self._cache)
        ground = self._ground
        setting = Setting(ground.places, ground.paths, ground.geography.nodes, ground.owners)
        arranger = Arranger(self._scene, setting, view, names)
        yield from arranger.steps()
        frame.arrangement = arranger.result
        inks: list[Ink] = []
        for area in self._scene.areas:
            inks.extend(_wash(area, ground.places, view, kit.theme))
            yield
        plates = [
            item.rect for item in frame.arrangement.items if _stops_routes(item.kind, item.is_name)
        ]
        for order, route in enumerate(_drawing_order(self._scene.routes)):
            ink = _route(route, frame.arrangement, plates, order, view, kit.theme)
            if ink is not None:
                inks.append(ink)
            yield
        inks.extend(_stems(frame.arrangement, view, kit.theme))
        frame.inks = tuple(inks)

    def _make_overview(self, tints: LandTints, kit: Kit) -> Iterator[None]:
        """The whole theatre in small, for what no other picture covers."""
        key = (tints, _theme_key(kit.theme))
        if self._overview is not None and self._overview[0] == key:
            return
        geography = self._ground.geography
        size = (round(geography.width * _OVERVIEW_SCALE), round(geography.height * _OVERVIEW_SCALE))
        surface, tile = pygame.Surface(size), pygame.Surface((TILE, TILE))
        base = BaseMap(geography, tints, kit.theme, _OVERVIEW_SCALE, 0.8)
        yield from base.prepare()
        for cell in cells_in(surface.get_rect()):
            base.paint(tile, *cell)
            surface.blit(tile, (cell[0] * TILE, cell[1] * TILE))
            yield
        self._overview = (key, surface)

    def _prune(self, frame: Frame, around: pygame.Rect) -> None:
        wanted = set(cells_in(around))
        frame.tiles = {cell: tile for cell, tile in frame.tiles.items() if cell in wanted}
        if self._base is not None:
            self._base.keep_only(around)


def _view(
    kit: Kit,
    scale: float,
    sight: pygame.Rect,
    covered: tuple[pygame.Rect, ...],
    cache: SpriteCache,
) -> View:
    detail = scale / kit.metrics.window_scale
    studio = Studio(kit.resized(picture_gain(detail)), cache)
    return View(scale, detail, sight, covered, studio)


def _free_sight(camera: Camera, sight: pygame.Rect) -> pygame.Rect:
    """The part of the sight that no panel covers."""
    left, top, right, bottom = camera.inset
    width, height = sight.width - left - right, sight.height - top - bottom
    return pygame.Rect(sight.left + left, sight.top + top, max(1, width), max(1, height))


def _theme_key(theme: Theme) -> Hashable:
    return theme.high_contrast, theme.projector, theme.tints


def _drawing_order(routes: tuple[RouteMark, ...]) -> list[RouteMark]:
    """Dormant routes lowest, what is lit or chosen on top; thick lines below thin ones."""
    return sorted(
        routes,
        key=lambda route: (
            route.chosen,
            route.lit or route.opening,
            not route.dormant,
            -route.flow,
        ),
    )


def _stops_routes(kind: str, is_name: bool) -> bool:
    return kind == "area" and not is_name


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
) -> Ink | None:
    path = arrangement.paths.get(route.id)
    if path is None:
        return None
    cut = trimmed(path, plates, _PLATE_GAP * view.pen)
    return route_ink(route, cut, order, view.detail, view.pen, theme)


def _stems(arrangement: Arrangement, view: View, theme: Theme) -> Iterator[Ink]:
    """Short lines from plates that had to stand aside to where they belong."""
    ink, white = solid(theme.ink), solid(theme.white)
    for item in arrangement.items:
        if item.stem is None:
            continue
        x, y = item.stem
        rect = item.rect
        near = (min(max(x, rect.left), rect.right), min(max(y, rect.top), rect.bottom))
        firm = 1.0 if _stops_routes(item.kind, item.is_name) else 0.62
        shapes = [
            *line([near, item.stem], white, _STEM_LEVEL, 4.0 * firm * view.pen),
            *line([near, item.stem], ink, _STEM_LEVEL + 1, 1.6 * firm * view.pen),
            *dots([item.stem], white, _STEM_LEVEL, 10.0 * firm * view.pen),
            *dots([item.stem], ink, _STEM_LEVEL + 1, 7.0 * firm * view.pen),
        ]
        gathered = gather(("stem", item.stem, near, view.pen), shapes)
        if gathered is not None:
            yield gathered


def _world_sight(camera: Camera, shot: Shot) -> pygame.Rect:
    """The view in world pixels at a shot."""
    x0, y0, x1, y1 = camera.view_box(shot)
    scale = shot.scale
    left, top = round(x0 * scale), round(y0 * scale)
    return pygame.Rect(
        left - 1, top - 1, round((x1 - x0) * scale) + 2, round((y1 - y0) * scale) + 2
    )


def _from_middle(world: pygame.Rect) -> list[tuple[int, int]]:
    """The cells of a world rect, the middle ones first."""
    cx, cy = world.centerx / TILE - 0.5, world.centery / TILE - 0.5
    return sorted(cells_in(world), key=lambda cell: (cell[0] - cx) ** 2 + (cell[1] - cy) ** 2)


def _draw_scaled(
    surface: pygame.Surface,
    view: pygame.Rect,
    camera: Camera,
    picture: pygame.Surface,
    box: Box,
) -> None:
    """Draw a picture of a box of the theatre where the camera now sees that box."""
    left, top = camera.to_screen(box[0], box[1])
    right, bottom = camera.to_screen(box[2], box[3])
    width, height = picture.get_size()
    across, down = (right - left) / width, (bottom - top) / height
    x0 = max(0, int((view.left - left) / across))
    y0 = max(0, int((view.top - top) / down))
    x1 = min(width, int((view.right - left) / across) + 2)
    y1 = min(height, int((view.bottom - top) / down) + 2)
    if x1 <= x0 or y1 <= y0:
        return
    part = picture.subsurface((x0, y0, x1 - x0, y1 - y0))
    size = (max(1, round((x1 - x0) * across)), max(1, round((y1 - y0) * down)))
    clip = surface.get_clip()
    surface.set_clip(view.clip(clip))
    surface.blit(
        pygame.transform.scale(part, size), (round(left + x0 * across), round(top + y0 * down))
    )
    surface.set_clip(clip)


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
