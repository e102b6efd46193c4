"""The board without its events: it shows a scene and says where things are."""

from collections.abc import Iterable, Sequence

import pygame

from game.ui.board.camera import Camera, Shot
from game.ui.board.hits import Finder, Target, lit_targets, west_to_east
from game.ui.board.land.geography import Geography
from game.ui.board.land.ground import Ground
from game.ui.board.land.shapes import Box, Point, join_boxes
from game.ui.board.legend import Legend
from game.ui.board.marks.livelayer import LiveLayer
from game.ui.board.picks import PickKind
from game.ui.board.picture.mappicture import MapPicture
from game.ui.board.scene import FlowToken, Scene
from game.ui.kit import Kit

_ENDS = 24.0
"""Room around a route for what stands at its ends, in board units."""


class BoardView:
    """Camera, picture and live marks of one board. All rects and points are window pixels."""

    def __init__(self, geography: Geography | None = None) -> None:
        self._ground = Ground(geography or Geography.load())
        self._camera = Camera(self._ground.geography.box)
        self._picture = MapPicture(self._ground)
        self._live = LiveLayer()
        self._scene = Scene()
        self._kit: Kit | None = None
        self._rect = pygame.Rect(0, 0, 0, 0)
        self._legend: Legend | None = None
        self._focus: Target | None = None
        self._hover: Target | None = None
        self._pointer: tuple[int, int] | None = None
        self._found: tuple[tuple[object, ...], Finder] | None = None
        self._framed: tuple[str, ...] = ()
        self._by_hand = False
        self._dirty = True

    @property
    def rect(self) -> pygame.Rect:
        """Where the board is."""
        return self._rect

    @property
    def is_dirty(self) -> bool:
        """Whether it should be drawn again."""
        return self._dirty

    @property
    def is_settled(self) -> bool:
        """Whether the sharp picture is on the screen and nothing moves."""
        return self._picture.is_settled and not self._camera.is_moving

    @property
    def held_bytes(self) -> int:
        """Bytes of pictures that the board holds."""
        return self._picture.held_bytes

    @property
    def scale(self) -> float:
        """Pixels per board unit."""
        return self._camera.shot.scale

    @property
    def focused(self) -> Target | None:
        """Kind and id of what has the keyboard's focus on the board."""
        return self._focus

    @property
    def hovered(self) -> Target | None:
        """Kind and id of what is under the pointer."""
        return self._hover

    def layout(
        self, rect: pygame.Rect, kit: Kit, inset: tuple[int, int, int, int] = (0, 0, 0, 0)
    ) -> None:
        """Place the board; `inset` is what panels cover of it (left, top, right, bottom).

        What the camera was told to show stays fitted in what is free, unless somebody has moved
        it by hand. It travels there, except where the window or the text has another size.
        """
        self._dirty = True
        if kit is self._kit and (rect, inset) == (self._rect, self._camera.inset):
            return
        same_size = self._kit is not None and self._kit.metrics == kit.metrics
        if same_size:
            self._travel()
        self._rect, self._kit = rect.copy(), kit
        view = (rect.left, rect.top, rect.width, rect.height)
        self._camera.set_view(*view, inset, steady=same_size)
        self._make_legend(inset)
        self._picture.set_kit(kit)
        self._live.set_kit(kit)
        self._frame_again(at_once=not same_size or self._picture.frame is None)

    def set_scene(self, scene: Scene) -> None:
        """Show another scene; the camera stays, except for the first."""
        if scene == self._scene:
            return
        self._scene = scene
        moved = self._ground.settle(scene)
        self._show()
        self._make_legend(self._camera.inset)
        if moved and self._rect.width:
            self._frame_again(at_once=True)
        if self._focus is not None and self.screen_rect(*self._focus) is None:
            self._focus = None

    def set_highlight(self, ids: Iterable[str]) -> None:
        """Make things stand out as long as somebody speaks of them, such as a line of the log
        under the pointer; their ids, of any kind. Costs no new picture and moves nothing."""
        wanted = frozenset(ids)
        if wanted != self._live.named:
            self._live.named = wanted
            self._dirty = True

    def set_tokens(self, tokens: Sequence[FlowToken]) -> None:
        """Show loads on their way; they are drawn in each frame without any other work."""
        self._live.tokens = tuple(tokens)
        self._dirty = True

    def lit_places(self) -> tuple[Target, ...]:
        """Kind and id of everything that may be chosen, west to east: the order of Tab."""
        return west_to_east(lit_targets(self._scene), self._middles(lit_targets(self._scene)))

    def focus(self, kind: PickKind | None, target_id: str = "") -> None:
        """Give something the focus ring, moving the view if it is out of sight; None takes it."""
        self._focus = (kind, target_id) if kind is not None else None
        self._live.close_fan()
        self._dirty = True
        rect = self.screen_rect(kind, target_id) if kind is not None else None
        if rect is not None and not self._rect.contains(rect):
            dx = _shift(rect.left, rect.right, self._rect.left, self._rect.right)
            dy = _shift(rect.top, rect.bottom, self._rect.top, self._rect.bottom)
            self._camera.pan(dx, dy)
            self._moved(at_rest=True)

    def let_go(self) -> None:
        """Forget what was pointed at and focused."""
        self._hover = self._focus = None
        self._live.close_fan()
        self._dirty = True

    def forget(self) -> None:
        """Forget whatever was pointed at or drawn, as where somebody else looks now: until the
        next picture is ready, only bare land is shown."""
        self.let_go()
        self._picture.forget()
        self._live.forget()

    def screen_rect(self, kind: PickKind, target_id: str) -> pygame.Rect | None:
        """Where something is; None when it is not on the board or nothing was drawn yet."""
        finder = self._finder()
        return finder.rect(kind, target_id) if finder is not None else None

    def screen_pos(self, kind: PickKind, target_id: str) -> tuple[int, int] | None:
        """The middle of something on the screen."""
        rect = self.screen_rect(kind, target_id)
        return rect.center if rect is not None else None

    def route_pos(self, route_id: str, share: float) -> tuple[int, int] | None:
        """A point on a route at a share 0 to 1 of its length, on the screen."""
        finder = self._finder()
        spot = finder.on_path(route_id, share) if finder is not None else None
        return (round(spot[0]), round(spot[1])) if spot is not None else None

    def lit_rects(self) -> list[pygame.Rect]:
        """Where everything is that may be chosen: what panels should leave free."""
        rects = [self.screen_rect(*place) for place in lit_targets(self._scene)]
        return [rect for rect in rects if rect is not None and rect.colliderect(self._rect)]

    def zoom(self, factor: float) -> None:
        """Zoom around the middle, above 1 nearer."""
        self._travel()
        self._let_loose()
        self._camera.zoom_by(factor, at_once=self._still)
        self._moved(at_rest=True)

    def fit(self, *, at_once: bool = False) -> None:
        """Show all areas of the scene."""
        self.zoom_to([area.id for area in self._scene.areas], at_once=at_once)

    def zoom_to(self, ids: Iterable[str], *, at_once: bool = False) -> None:
        """Show the areas with these ids, and keep them fitted in what is free of the board.

        Routes count by the way they are drawn, pieces by their areas.
        """
        framed = tuple(ids)
        shot = self._framing(framed)
        if shot is None:
            return
        self._framed, self._by_hand = framed, False
        self._travel()
        self._camera.go_to(shot, at_once=at_once or self._still)
        self._moved(at_rest=True)

    def show(self, ids: Sequence[str], wanted: Sequence[Target], *, at_once: bool = False) -> None:
        """Show areas as `zoom_to` does, together with the wanted things where most of those would
        be out of view. A view that somebody has chosen by hand stays, unless it hides most of
        what is wanted."""
        shot = self._camera.goal if self._by_hand else self._framing(ids)
        box = self._camera.view_box(shot)
        spots = [spot for spot in map(self._board_spot, wanted) if spot is not None]
        seen = sum(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in spots)
        if seen * 2 < len(spots):
            self.zoom_to((*ids, *(target[1] for target in wanted)), at_once=at_once)
        elif not self._by_hand:
            self.zoom_to(ids, at_once=at_once)

    def update(self, seconds: float) -> bool:
        """Let time pass; returns whether the camera is under way."""
        if self._camera.advance(seconds * 1000):
            self._dirty = True
            if not self._camera.is_moving:
                self._moved(at_rest=True)
        return self._camera.is_moving

    def idle(self, budget_ms: float) -> bool:
        """Work on the next picture for about this long; returns whether more is left."""
        frame = self._picture.frame
        more = self._picture.work(self._camera, budget_ms)
        if self._picture.frame is not frame:
            self._live.forget()
            self._dirty = True
        return more

    def finish(self) -> None:
        """End the camera's journey and all work at once, for pictures of the screen and tests."""
        self._camera.go_to(self._camera.goal, at_once=True)
        self._picture.moved(self._camera, at_rest=True)
        while self.idle(1000.0):
            pass

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the board."""
        kit = self._kit
        if kit is None:
            return
        clip = surface.get_clip()
        surface.set_clip(self._rect.clip(clip))
        self._picture.draw(surface, self._rect, self._camera)
        finder = self._finder()
        if finder is not None:
            self._live.draw(surface, self._rect, finder, self._hover, self._focus)
        if self._legend is not None:
            button = self._legend.button_at(self._pointer) if self._pointer else None
            self._legend.draw(surface, button)
        surface.set_clip(clip)
        self._dirty = False

    @property
    def _still(self) -> bool:
        return self._kit is not None and self._kit.theme.reduced_motion

    def _make_legend(self, inset: tuple[int, int, int, int]) -> None:
        if self._kit is None:
            return
        left, top, right, bottom = inset
        free = pygame.Rect(
            self._rect.left + left,
            self._rect.top + top,
            self._rect.width - left - right,
            self._rect.height - top - bottom,
        )
        self._legend = Legend(self._kit, free, self._scene)
        self._picture.set_covered(self._legend.rects)

    def _show(self) -> None:
        """Hand the scene to the picture and to what is drawn above it."""
        self._picture.set_scene(self._scene)
        self._live.set_scene(self._scene, self._ground.places)
        self._dirty = True

    def _finder(self) -> Finder | None:
        frame, kit = self._picture.frame, self._kit
        if frame is None or kit is None:
            return None
        key = (frame, self._scene, kit)
        if self._found is None or any(a is not b for a, b in zip(key, self._found[0], strict=True)):
            pen = kit.metrics.scale
            finder = Finder(frame, self._camera, self._scene, self._ground.places, pen)
            self._found = key, finder
        return self._found[1]

    def _middles(self, targets: Iterable[Target]) -> dict[Target, Point]:
        finder = self._finder()
        if finder is None:
            return {}
        rects = {target: finder.rect(*target) for target in targets}
        return {target: rect.center for target, rect in rects.items() if rect is not None}

    def _areas_of(self, ids: Iterable[str]) -> list[str]:
        ends = {route.id: (route.from_id, route.to_id) for route in self._scene.routes}
        homes = {counter.id: (counter.area_id,) for counter in self._scene.counters}
        found: dict[str, None] = {}
        for target_id in ids:
            for area_id in ends.get(target_id) or homes.get(target_id) or (target_id,):
                if area_id in self._ground.places:
                    found[area_id] = None
        return list(found)

    def _framing(self, ids: Iterable[str]) -> Shot | None:
        """The shot that shows areas, and routes as they run; None where nothing has a place."""
        paths = self._ground.paths
        boxes: list[Box] = []
        for target_id in ids:
            if target_id in paths:
                boxes.append(_box_around(paths[target_id]))
            else:
                boxes += [self._ground.places[i].core for i in self._areas_of((target_id,))]
        return self._camera.framing(join_boxes(boxes)) if boxes else None

    def _frame_again(self, *, at_once: bool) -> None:
        """Fit what was framed in what is free now: at first, all areas."""
        if self._by_hand and not self._framed:
            return
        shown = self._framed or tuple(area.id for area in self._scene.areas)
        shot = self._framing(shown)
        self._framed = shown
        if shot is not None and shot != self._camera.goal:
            self._camera.go_to(shot, at_once=at_once or self._still)
            self._moved(at_rest=True)

    def _let_loose(self) -> None:
        """The view is moved by hand: nothing is framed any more."""
        self._framed, self._by_hand = (), True

    def _board_spot(self, target: Target) -> Point | None:
        """Where something belongs, in board units, however it may be drawn."""
        kind, target_id = target
        if kind == "route":
            path = self._ground.paths.get(target_id, ())
            return path[len(path) // 2] if path else None
        areas = self._areas_of((target_id,))
        return self._ground.places[areas[0]].anchor if areas else None

    def _travel(self) -> None:
        self._picture.freeze(self._rect, self._camera)

    def _moved(self, *, at_rest: bool) -> None:
        self._picture.moved(self._camera, at_rest=at_rest)
        self._live.forget()
        self._dirty = True


def _box_around(path: Sequence[Point]) -> Box:
    """The box of a path, with room for the names and counters at its ends."""
    across, down = zip(*path, strict=True)
    left, top, right, bottom = min(across), min(down), max(across), max(down)
    return left - _ENDS, top - _ENDS, right + _ENDS, bottom + _ENDS


def _shift(low: int, high: int, view_low: int, view_high: int) -> float:
    """How far to move a stretch so that it comes well into view."""
    margin = (view_high - view_low) * 0.2
    if low < view_low:
        return view_low + margin - low
    return view_high - margin - high if high > view_high else 0.0
