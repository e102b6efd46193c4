"""The board as a widget: scene in, picture and picks out."""

import math

import pygame

from game.ui.board.boardview import BoardView
from game.ui.board.hits import Target, next_toward
from game.ui.board.land.geography import Geography
from game.ui.board.land.shapes import Point
from game.ui.board.picks import VIEW_CHANGED, Act, Pick

_DRAG_FROM = 5
_KEY_PAN = 0.14
_KEY_ZOOM = 1.35
_ARROWS: dict[int, Point] = {
    pygame.K_LEFT: (-1.0, 0.0),
    pygame.K_RIGHT: (1.0, 0.0),
    pygame.K_UP: (0.0, -1.0),
    pygame.K_DOWN: (0.0, 1.0),
}


class BoardWidget(BoardView):
    """The map board.

    Give it a kit and a rect with `layout`, a `Scene` with `set_scene`; forward events to `handle`,
    let time pass with `update`, spare moments with `idle`, and `draw` it when it is dirty.
    """

    def __init__(self, geography: Geography | None = None) -> None:
        super().__init__(geography)
        self._press: tuple[int, int, int] | None = None
        self._dragging = False

    def handle(self, event: pygame.event.Event) -> Pick | None:
        """React to an event; None when it is not for the board."""
        if event.type == pygame.MOUSEMOTION:
            return self._motion(event)
        if event.type == pygame.MOUSEBUTTONDOWN:
            return self._down(event)
        if event.type == pygame.MOUSEBUTTONUP:
            return self._up(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event)
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        return None

    def _motion(self, event: pygame.event.Event) -> Pick | None:
        if self._press is not None:
            return self._drag(event)
        inside = self._rect.collidepoint(event.pos)
        self._pointer = event.pos if inside else None
        over_legend = self._legend is not None and any(
            rect.collidepoint(event.pos) for rect in self._legend.rects
        )
        if over_legend:
            self._dirty = True
        target = None if not inside or over_legend else self._under(event.pos)
        if target == self._hover:
            return None
        self._hover = target
        self._dirty = True
        kind, target_id = target or ("ground", "")
        return Pick(kind, target_id, "hover")

    def _under(self, spot: tuple[int, int], *, lit_first: bool = False) -> Target | None:
        """What is under the pointer; pointing at a stack spreads it."""
        finder = self._finder()
        if finder is None:
            return None
        piece = self._live.fan_piece(spot)
        if piece is not None:
            return "counter", piece
        if self._live.fan_holds(spot):
            return self._hover
        self._live.close_fan()
        target = finder.at(*spot, lit_first=lit_first)
        item = finder.item_at(*spot)
        if item is not None and len(item.members) > 1:
            self._live.open_fan(item, finder, self._rect, self.scale)
            self._dirty = True
            return "counter", self._live.fan_piece(spot) or item.id
        return target

    def _drag(self, event: pygame.event.Event) -> Pick | None:
        if self._press is None:
            return None
        _, x, y = self._press
        far = math.hypot(event.pos[0] - x, event.pos[1] - y) > _DRAG_FROM
        if not self._dragging and not far:
            return None
        self._dragging = True
        self._let_loose()
        self._camera.pan(*event.rel)
        self._moved(at_rest=False)
        return VIEW_CHANGED

    def _down(self, event: pygame.event.Event) -> Pick | None:
        if event.button not in (1, 2, 3) or not self._rect.collidepoint(event.pos):
            return None
        self._press, self._dragging = (event.button, *event.pos), False
        return VIEW_CHANGED

    def _up(self, event: pygame.event.Event) -> Pick | None:
        press, self._press = self._press, None
        if press is None or press[0] != event.button:
            return None
        if self._dragging:
            self._dragging = False
            self._moved(at_rest=True)
            return VIEW_CHANGED
        button = self._legend.button_at(event.pos) if self._legend is not None else None
        if button is not None:
            return self._zoom_button(button)
        if event.button == 2:
            return VIEW_CHANGED
        chooses = event.button == 1
        kind, target_id = self._under(event.pos, lit_first=chooses) or ("ground", "")
        return Pick(kind, target_id, "click" if chooses else "menu")

    def _zoom_button(self, button: str) -> Pick:
        if button == "fit":
            self.fit()
            self._by_hand = True
        else:
            self.zoom(_KEY_ZOOM if button == "in" else 1 / _KEY_ZOOM)
        return VIEW_CHANGED

    def _wheel(self, event: pygame.event.Event) -> Pick | None:
        spot = self._pointer
        if spot is None or not event.y:
            return None
        self._live.close_fan()
        self._travel()
        self._let_loose()
        self._camera.zoom_at(*spot, float(event.y))
        self._moved(at_rest=True)
        return VIEW_CHANGED

    def _key(self, event: pygame.event.Event) -> Pick | None:
        with_control = bool(event.mod & pygame.KMOD_CTRL)
        if event.key in _ARROWS:
            if event.mod & pygame.KMOD_SHIFT:
                return self._point(_ARROWS[event.key])
            return self._arrow(_ARROWS[event.key], with_control)
        if with_control or event.mod & pygame.KMOD_ALT:
            return None
        if event.key in (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS):
            return self._zoom_button("in")
        if event.key in (pygame.K_MINUS, pygame.K_KP_MINUS):
            return self._zoom_button("out")
        if event.key == pygame.K_f:
            return self._zoom_button("fit")
        if event.key == pygame.K_ESCAPE and self._live.close_fan():
            self._dirty = True
            return VIEW_CHANGED
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return self._enter()
        if event.key == pygame.K_SPACE and self._focus is not None:
            return self._pick(self._focus, "details")
        return None

    def _arrow(self, direction: Point, panning: bool) -> Pick | None:
        """Arrows go from lit place to lit place; with Ctrl they move the view."""
        if panning:
            dx, dy = self._rect.width * _KEY_PAN, self._rect.height * _KEY_PAN
            self._let_loose()
            self._camera.pan(-direction[0] * dx, -direction[1] * dy)
            self._moved(at_rest=True)
            return VIEW_CHANGED
        places = self.lit_places()
        if not places:
            return None
        middles = self._middles(places)
        if self._focus is None or self.screen_pos(*self._focus) is None:
            target: Target | None = places[0]
        else:
            here = self.screen_pos(*self._focus) or (0, 0)
            target = next_toward(here, direction, middles)
        if target is None:
            return VIEW_CHANGED
        self.focus(*target)
        return self._pick(target, "focus")

    def _point(self, direction: Point) -> Pick | None:
        """Shift with arrows points at whatever stands next, as the pointer would."""
        self._live.close_fan()
        found = self._finder()
        standing = found.standing(self._rect) if found is not None else ()
        middles = self._middles(standing)
        here = self.screen_pos(*self._hover) if self._hover is not None else None
        target = next_toward(here or self._rect.center, direction, middles)
        if target is None:
            return VIEW_CHANGED
        self._hover, self._dirty = target, True
        return self._pick(target, "hover")

    def _enter(self) -> Pick | None:
        """Enter chooses what has the focus; on a stack it first spreads the pieces."""
        if self._focus is None:
            return None
        finder = self._finder()
        rect = self.screen_rect(*self._focus)
        item = finder.item_at(*rect.center) if finder is not None and rect is not None else None
        stacked = item is not None and self._focus[0] == "counter" and len(item.members) > 1
        if stacked and item is not None and finder is not None and not self._live.has_fan:
            self._live.open_fan(item, finder, self._rect, self.scale)
            self._dirty = True
            return VIEW_CHANGED
        return self._pick(self._focus, "click")

    @staticmethod
    def _pick(target: Target, act: Act) -> Pick:
        return Pick(target[0], target[1], act)
