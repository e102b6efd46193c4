"""The time line of a sitting: its quarters side by side, its FLOWs, and where the viewer stands."""

from collections.abc import Callable

import pygame

from game.ui.kit import Kit
from game.ui.screens.replay.film import Film
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Widget

_HEIGHT = 62
_BAND = 24
_EDGE = 12
_FLOW = "flow"


class Timeline(Widget):
    """A slider over the stops. Left and Right go by one, Page Up and Page Down by a turn, Home and
    End to the ends; it can be clicked and dragged."""

    focusable = True

    def __init__(self, film: Film, place: int, on_jump: Callable[[int], None]) -> None:
        super().__init__()
        self.name = "timeline"
        self.film = film
        self.place = place
        self._on_jump = on_jump
        self._ends = (0, 1)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line of names above the band."""
        return (kit.px(900) if width is None else width), kit.px(_HEIGHT)

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Go by a step or a turn."""
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_SHIFT | pygame.KMOD_ALT):
            return False
        film, here = self.film, self.place
        match event.key:
            case pygame.K_LEFT:
                self._go(here - 1)
            case pygame.K_RIGHT:
                self._go(here + 1)
            case pygame.K_PAGEUP:
                self._go(film.next_turn(here, -1))
            case pygame.K_PAGEDOWN:
                self._go(film.next_turn(here, 1))
            case _:
                return False
        return True

    def on_press(self, at: tuple[int, int], form: Form) -> None:
        """Go to where the band was pressed."""
        self._go(self._stop_at(at[0]))

    def on_drag(self, at: tuple[int, int], form: Form) -> None:
        """Follow the pointer."""
        self._go(self._stop_at(at[0]))

    def on_release(self, at: tuple[int, int], form: Form) -> None:
        """Nothing more: pressing has gone there."""

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the quarters with their names, the FLOWs, and the handle."""
        theme, band = kit.theme, self._band(kit)
        if self.ring:
            kit.paint.focus_ring(surface, band.inflate(kit.px(8), kit.px(6)), 6)
        kit.paint.box(surface, band, theme.sunken, 6, theme.ink3, 1.2)
        done = pygame.Rect(band.x, band.y, self._x(self.place) - band.x, band.height)
        if done.width > kit.px(6):
            kit.paint.box(surface, done, theme.line, 6, corners="left")
        for quarter, first, _ in self.film.quarters():
            self._draw_quarter(surface, kit, band, quarter, first)
        for place, stop in enumerate(self.film.stops):
            if stop.phase == _FLOW:
                kit.glyphs.draw(surface, "load", (self._x(place), band.centery), 13, theme.flow)
        self._draw_handle(surface, kit, band)
        said = kit.tr.gettext("Step {place} of {count}").format(
            place=self.place + 1, count=len(self.film)
        )
        at = (band.right, band.y - kit.px(17))
        kit.text.draw(surface, said, at, kit.title(15), "right")

    def _draw_quarter(
        self, surface: pygame.Surface, kit: Kit, band: pygame.Rect, quarter: int, first: int
    ) -> None:
        theme = kit.theme
        x = self._x(first)
        if first:
            line = (x, band.y - kit.px(22))
            kit.paint.rule(surface, line, band.height + kit.px(22), theme.ink3, vertical=True)
        said = kit.tr.gettext("Quarter {quarter}").format(quarter=max(1, quarter))
        style = kit.label(14, theme.ink2)
        room = self._span(first)
        if first == self._last_start():
            room -= kit.px(130)
        if kit.text.width(said, style) > room:
            said = str(max(1, quarter))
        at = (x + (kit.px(7) if first else 0), band.y - kit.px(17))
        kit.text.draw(surface, said, at, style)

    def _draw_handle(self, surface: pygame.Surface, kit: Kit, band: pygame.Rect) -> None:
        theme = kit.theme
        handle = pygame.Rect(0, 0, kit.px(14), band.height + kit.px(10))
        handle.center = (self._x(self.place), band.centery)
        kit.paint.box(surface, handle, theme.gold, 5, theme.ink, 1.6)

    def _last_start(self) -> int:
        return max(start for _, start, _ in self.film.quarters())

    def _span(self, first: int) -> int:
        last = next(end for _, start, end in self.film.quarters() if start == first)
        return self._x(last - 1) - self._x(first)

    def _band(self, kit: Kit) -> pygame.Rect:
        high, edge = kit.px(_BAND), kit.px(_EDGE)
        return pygame.Rect(
            self.rect.x + edge,
            self.rect.bottom - high - kit.px(6),
            self.rect.width - 2 * edge,
            high,
        )

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place."""
        super().layout(kit, rect)
        self._ends = (rect.x + kit.px(_EDGE + 8), rect.right - kit.px(_EDGE + 8))

    def _x(self, place: int) -> int:
        left, right = self._ends
        return left + round((right - left) * place / max(1, len(self.film) - 1))

    def _stop_at(self, x: int) -> int:
        left, right = self._ends
        share = (x - left) / max(1, right - left)
        return round(share * (len(self.film) - 1))

    def _go(self, place: int) -> None:
        place = max(0, min(len(self.film) - 1, place))
        if place != self.place:
            self._on_jump(place)
