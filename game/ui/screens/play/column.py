"""The right column: the inspector above, what happened below; one at a time as a drawer."""

from collections.abc import Callable, Sequence
from typing import Literal

import pygame

from game.ui.kit import Kit
from game.ui.screens.play.log import LogList
from game.ui.widgets.button import Button
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Widget

Drawer = Literal["", "inspector", "log"]
_HEAD = 40
_SHARE = 0.56


class Column(Widget):
    """Inspector and log. `drawer` says which of them is open where only one finds room."""

    def __init__(
        self,
        page: Widget,
        log: LogList,
        quarter: str,
        *,
        drawer: Drawer = "",
        is_drawer: bool = False,
        on_close: Callable[[], None] | None = None,
        buttons: Sequence[Button] = (),
    ) -> None:
        super().__init__()
        self.page = ScrollView(page, group="inspector")
        self.log = ScrollView(log, group="log")
        self.log_list = log
        self.is_drawer = is_drawer
        self.drawer: Drawer = drawer
        self.visible = not is_drawer or bool(drawer)
        self._quarter = quarter
        self._buttons = list(buttons)
        self._close = None if on_close is None else Button("", on_close, kind="link", glyph="cross")
        self._split = 0

    def children(self) -> Sequence[Widget]:
        """What is open, in reading order."""
        found: list[Widget] = []
        if self._shows("inspector"):
            found += [self.page, *self._buttons]
        if self._shows("log"):
            found.append(self.log)
        if self.is_drawer and self._close is not None:
            found.append(self._close)
        return found

    def point_at(self, at: tuple[int, int] | None) -> bool:
        """Follow the pointer over the log; returns whether another row is under it."""
        is_over = at is not None and self.visible and self._shows("log")
        inside = is_over and at is not None and self.log.rect.collidepoint(at)
        return self.log_list.point_at(at if inside else None)

    def hold_log(self, kit: Kit, place: int | None) -> bool:
        """Tell nothing from a place in the journal on; returns whether that changes the log."""
        if not self.log_list.hold(place):
            return False
        self.layout(kit, self.rect)
        return True

    def show_page(self, kit: Kit, page: Widget) -> bool:
        """Show another page of the inspector; returns whether the log stays where it is."""
        split = self._split
        self.page = ScrollView(page, group="inspector")
        self.layout(kit, self.rect)
        return self._split == split

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Inspector as high as it needs within its share, the log in the rest."""
        super().layout(kit, rect)
        line = max(1, kit.px(1.5))
        inner = pygame.Rect(rect.x + line, rect.y, rect.width - line, rect.height)
        head = kit.px(_HEAD)
        wanted = self.page.child.measure(kit, inner.width - kit.px(10))[1]
        foot = self._foot(kit)
        if self.is_drawer:
            self._split = inner.bottom if self.drawer == "inspector" else inner.top
        else:
            most = round(inner.height * _SHARE)
            self._split = inner.top + min(most, max(wanted + foot, round(inner.height * 0.4)))
        if self._shows("inspector"):
            room = self._split - inner.top - foot
            self.page.layout(kit, pygame.Rect(inner.x, inner.y, inner.width, room))
            self._place_buttons(kit, inner, self._split - foot)
        if self._shows("log"):
            top = self._split + head
            place = pygame.Rect(inner.x, top, inner.width, max(1, inner.bottom - top))
            self.log.layout(kit, place)
        if self._close is not None:
            side = kit.px(34)
            at = pygame.Rect(rect.right - side - kit.px(6), rect.y + kit.px(4), side, side)
            self._close.layout(kit, at)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the paper and what is open."""
        theme, rect = kit.theme, self.rect
        if self.is_drawer:
            kit.paint.shadow(surface, rect, 0, 3)
        surface.fill(theme.paper, rect)
        surface.fill(theme.ink, pygame.Rect(rect.x, rect.y, max(1, kit.px(1.5)), rect.height))
        if self._shows("log"):
            self._draw_log_head(surface, kit)
        for widget in self.children():
            widget.draw(surface, kit)

    def draw_page(self, surface: pygame.Surface, kit: Kit) -> pygame.Rect:
        """Draw the inspector alone, above the log; returns its place."""
        rect = pygame.Rect(self.rect.topleft, (self.rect.width, self._split - self.rect.y))
        edge = max(1, kit.px(1.5))
        surface.fill(kit.theme.paper, rect)
        surface.fill(kit.theme.ink, pygame.Rect(rect.x, rect.y, edge, rect.height))
        for widget in (self.page, *self._buttons):
            widget.draw(surface, kit)
        return rect

    def _shows(self, part: Drawer) -> bool:
        return not self.is_drawer or self.drawer == part

    def _draw_log_head(self, surface: pygame.Surface, kit: Kit) -> None:
        theme, rect = kit.theme, self.rect
        top = self._split
        if not self.is_drawer:
            surface.fill(theme.ink, pygame.Rect(rect.x, top, rect.width, max(1, kit.px(1.5))))
        y = top + kit.px(21)
        left, right = rect.x + kit.px(17), rect.right - kit.px(44 if self.is_drawer else 16)
        kit.text.draw(surface, kit.tr.gettext("What happened"), (left, y), kit.title(17))
        kit.text.draw(surface, self._quarter, (right, y), kit.label(14, theme.ink3), "right")
        at = (left, top + kit.px(_HEAD) - 1)
        kit.paint.rule(surface, at, rect.width - kit.px(33), theme.line)

    def _foot(self, kit: Kit) -> int:
        return kit.px(52) if self._buttons else 0

    def _place_buttons(self, kit: Kit, inner: pygame.Rect, top: int) -> None:
        x = inner.x + kit.px(16)
        for button in self._buttons:
            wide, high = button.measure(kit)
            button.layout(kit, pygame.Rect(x, top + kit.px(4), wide, min(high, kit.px(40))))
            x += wide + kit.px(10)
