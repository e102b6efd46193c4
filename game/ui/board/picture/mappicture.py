"""Keeps the map's picture ready: the finished frame, the next one in the making, and a stand-in.

Nothing here waits. While the camera travels or the next frame is being made, the last picture is
shown moved and scaled; what it does not cover comes from a small overview of the whole theatre.
"""

import time
from collections.abc import Hashable, Iterable, Iterator, Sequence

import pygame

from game.ui.board.camera import Camera, Shot
from game.ui.board.land.ground import Ground
from game.ui.board.layout.arranging import Arrangement
from game.ui.board.marks.ink import Ink, InkSheet
from game.ui.board.picture.composing import Composer
from game.ui.board.picture.frames import BaseTiles, Cell, Frame, TilePainter, cells_in
from game.ui.board.picture.layers import TILE, BaseMap
from game.ui.board.picture.standins import StandIn
from game.ui.board.picture.tints import LandTints, land_tints
from game.ui.board.scene import Scene
from game.ui.kit import Kit
from game.ui.sprites import SpriteCache
from game.ui.theme import Theme

_PICTURE_BYTES = 12_000_000
_OVERVIEW_SCALE = 0.28
_OVERVIEW_PEN = 0.8
_FAR_PAN = 0.18
_MISSING_SECONDS = 0.004


class MapPicture:
    """Draws the map with everything on it, and works on better pictures when there is time."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._cache = SpriteCache(_PICTURE_BYTES)
        self._composer = Composer(ground, self._cache)
        self._painter = TilePainter(InkSheet())
        self._scene = Scene()
        self._kit: Kit | None = None
        self._base: BaseTiles | None = None
        self._frame: Frame | None = None
        self._sight = pygame.Rect(0, 0, 0, 0)
        self._frozen: StandIn | None = None
        self._overview: StandIn | None = None
        self._overview_key: Hashable = None
        self._work: Iterator[None] | None = None
        self._covered: list[pygame.Rect] = []
        self._inked_for: Hashable = None
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
        frozen = self._frozen.held_bytes if self._frozen else 0
        overview = self._overview.held_bytes if self._overview else 0
        return (tiles + base) * TILE * TILE * 4 + frozen + overview + self._cache.held_bytes

    def set_scene(self, scene: Scene) -> None:
        """Show another scene."""
        self._scene = scene
        self._stale = True

    def forget(self) -> None:
        """Drop every picture that shows more than bare land, until the next one is ready."""
        self._frame = self._frozen = self._work = None
        scene = self._scene
        if scene.layer != "country" or any(area.dimmed for area in scene.areas):
            self._overview = self._overview_key = None
        self._stale = True

    def set_kit(self, kit: Kit) -> None:
        """Draw at another scale, in another theme or language."""
        if kit is not self._kit:
            self._kit = kit
            self._stale = True

    def set_covered(self, rects: Sequence[pygame.Rect]) -> None:
        """What lies above the map in the window's corner; nothing should stand below it."""
        if rects != self._covered:
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
        if self._frozen is None:
            self._draw_overview(surface, view, camera)
            return
        for strip in self._frozen.uncovered(view, camera):
            self._draw_overview(surface, strip, camera)
        self._frozen.draw(surface, view, camera)

    def freeze(self, view: pygame.Rect, camera: Camera) -> None:
        """Keep the picture as it is now, before the camera leaves this scale."""
        frame = self._frame
        if self._frozen is None and frame is not None and frame.scale == camera.shot.scale:
            self._frozen = self._freeze(view, camera, frame)

    def _freeze(self, view: pygame.Rect, camera: Camera, frame: Frame) -> StandIn | None:
        if camera.shot.scale != frame.scale:
            return self._frozen
        surface = pygame.Surface(view.size)
        shifted = view.copy()
        shifted.topleft = (0, 0)
        x, y = camera.world_offset()
        frame.draw(surface, shifted, (x + view.left, y + view.top))
        return StandIn(surface, camera.view_box())

    def _paint_missing(self, frame: Frame, world: pygame.Rect) -> None:
        """Paint a few tiles that a pan has brought into view; the rest waits for the next frame."""
        if self._base is None:
            return
        ends = time.perf_counter() + _MISSING_SECONDS
        for cell in cells_in(world):
            if cell not in frame.tiles:
                self._painter.paint(frame, cell, self._base, None)
                if time.perf_counter() >= ends:
                    return

    def _draw_overview(self, surface: pygame.Surface, view: pygame.Rect, camera: Camera) -> None:
        theme = self._kit.theme if self._kit is not None else Theme()
        surface.fill(theme.sea, view)
        if self._overview is not None:
            self._overview.draw(surface, view, camera)

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
        view = self._composer.view(kit, shot.scale, _free_sight(camera, sight), covered)
        frame = Frame(shot.scale, Arrangement(), ())
        held = self._held_inks(kit.theme)
        yield from self._composer.fill(frame, self._scene, view, kit, held)
        before = self._frame if self._frame and self._frame.scale == shot.scale else None
        yield from self._paint(frame, _from_middle(sight), base, before)
        self._frame, self._sight = frame, sight
        yield
        yield from self._make_overview(tints, kit)
        around = sight.inflate(2 * TILE, 2 * TILE)
        yield from self._paint(frame, cells_in(around), base, before)
        self._prune(frame, around)

    def _paint(
        self, frame: Frame, cells: Iterable[Cell], base: BaseTiles, before: Frame | None
    ) -> Iterator[None]:
        for cell in cells:
            if cell in frame.tiles:
                continue
            if not base.has(cell):
                base.get(cell)
                yield
            if self._painter.paint(frame, cell, base, before):
                yield

    def _ready_base(self, tints: LandTints, kit: Kit, scale: float) -> Iterator[None]:
        key = (tints, round(scale, 6), kit.metrics.window_scale, _theme_key(kit.theme))
        if self._base is not None and self._base.key == key:
            return
        base = BaseMap(self._ground.geography, tints, kit.theme, scale, kit.metrics.window_scale)
        yield from base.prepare()
        self._base = BaseTiles(key, base)

    def _held_inks(self, theme: Theme) -> dict[Hashable, Ink]:
        """The ink of the frame on the screen, unless it was drawn in another theme."""
        same = self._frame is not None and self._inked_for == _theme_key(theme)
        self._inked_for = _theme_key(theme)
        return {ink.key: ink for ink in self._frame.inks} if same and self._frame else {}

    def _make_overview(self, tints: LandTints, kit: Kit) -> Iterator[None]:
        """The whole theatre in small, for what no other picture covers."""
        key = (tints, _theme_key(kit.theme))
        if self._overview is not None and self._overview_key == key:
            return
        geography = self._ground.geography
        size = (round(geography.width * _OVERVIEW_SCALE), round(geography.height * _OVERVIEW_SCALE))
        surface, tile = pygame.Surface(size), pygame.Surface((TILE, TILE))
        base = BaseMap(geography, tints, kit.theme, _OVERVIEW_SCALE, _OVERVIEW_PEN)
        yield from base.prepare()
        for cell in cells_in(surface.get_rect()):
            base.paint(tile, *cell)
            surface.blit(tile, (cell[0] * TILE, cell[1] * TILE))
            yield
        self._overview, self._overview_key = StandIn(surface, geography.box), key

    def _prune(self, frame: Frame, around: pygame.Rect) -> None:
        wanted = set(cells_in(around))
        frame.tiles = {cell: tile for cell, tile in frame.tiles.items() if cell in wanted}
        if self._base is not None:
            self._base.keep_only(around)


def _free_sight(camera: Camera, sight: pygame.Rect) -> pygame.Rect:
    """The part of the sight that no panel covers."""
    left, top, right, bottom = camera.inset
    width, height = sight.width - left - right, sight.height - top - bottom
    return pygame.Rect(sight.left + left, sight.top + top, max(1, width), max(1, height))


def _theme_key(theme: Theme) -> Hashable:
    return theme.high_contrast, theme.projector, theme.tints


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
