"""A shelf: widgets side by side that scrolls sideways and says how much of it shows."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Widget

_ARROW = 32


class Shelf(Widget):
    """Widgets of one height in a row, such as cards in a tray.

    When they do not all fit, the shelf turns pages: by the arrows in its head line, by wheel, and
    by itself to whatever takes the focus. `dark` is for the chrome.
    """

    def __init__(
        self,
        title: str,
        widgets: Sequence[Widget],
        *,
        note: str = "",
        gap: float = 14,
        dark: bool = True,
        empty: str = "",
        group: str = "",
    ) -> None:
        super().__init__(group=group)
        self.title = title
        self.note = note
        self.widgets = list(widgets)
        self.gap = gap
        self.dark = dark
        self.empty = empty
        self.first = 0
        self._kit: Kit | None = None

    def children(self) -> Sequence[Widget]:
        """The widgets, those out of sight included, since Tab reaches them."""
        return self.widgets

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Head line and the highest widget."""
        sizes = [widget.measure(kit) for widget in self.widgets]
        wide = sum(size[0] for size in sizes) + kit.px(self.gap) * max(0, len(sizes) - 1)
        high = max((size[1] for size in sizes), default=kit.px(60))
        return (wide if width is None else width), self._head(kit) + high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place and set out the widgets from the first that shows."""
        super().layout(kit, rect)
        self._kit = kit
        self._arrange(kit)

    @property
    def shown(self) -> tuple[int, int]:
        """The first and last widget in sight, counted from 1; (0, 0) when there are none."""
        places = [i for i, w in enumerate(self.widgets) if self._in_sight(w)]
        return (places[0] + 1, places[-1] + 1) if places else (0, 0)

    @property
    def overflows(self) -> bool:
        """Whether some widgets are out of sight."""
        return self.shown != (1, len(self.widgets)) and bool(self.widgets)

    def turn(self, step: int) -> None:
        """Go on or back by as many widgets as show."""
        first, last = self.shown
        page = max(1, last - first + 1)
        self.first = max(0, min(len(self.widgets) - 1, self.first + step * page))
        if self._kit is not None:
            self._arrange(self._kit)

    def reveal(self, rect: pygame.Rect) -> None:
        """Turn to the widget that has this place."""
        index = next((i for i, w in enumerate(self.widgets) if w.rect.contains(rect)), None)
        if index is None or self._kit is None or self._in_sight(self.widgets[index]):
            return
        if index < self.first:
            self.first = index
            self._arrange(self._kit)
        while not self._in_sight(self.widgets[index]) and self.first < index:
            self.first += 1
            self._arrange(self._kit)

    def hit(self, at: tuple[int, int]) -> Widget | None:
        """What shows under a point."""
        if not self.visible or not self.rect.collidepoint(at):
            return None
        for widget in self.widgets:
            found = widget.hit(at) if self._in_sight(widget) else None
            if found is not None:
                return found
        return self

    def on_press(self, at: tuple[int, int], form: Form) -> None:
        """Turn a page where an arrow was pressed."""
        for step, place in self._arrows():
            if place.collidepoint(at):
                self.turn(step)
                form.dirty = True

    def on_wheel(self, amount: int, form: Form) -> bool:
        """Move by one widget."""
        if not self.overflows or self._kit is None:
            return False
        self.first = max(0, min(len(self.widgets) - 1, self.first - amount))
        self._arrange(self._kit)
        return True

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the head line and the widgets in sight."""
        theme = kit.theme
        ink = theme.on2 if self.dark else theme.ink2
        middle = self.rect.y + self._head(kit) // 2 - kit.px(2)
        right = self.rect.right
        if self.overflows:
            right = self._draw_count(surface, kit, middle) - kit.px(16)
        style, small = kit.title(15, ink), kit.label(15, ink)
        room = right - self.rect.x - kit.text.width(self.note, small) - kit.px(16)
        if self.note and kit.text.width(self.title, style) <= room:
            kit.text.draw(surface, self.note, (right, middle), small, "right")
        title = kit.text.shorten(self.title, style, right - self.rect.x)
        kit.text.draw(surface, title, (self.rect.x, middle), style)
        if not self.widgets:
            at_empty = (self.rect.x, self.rect.y + self._head(kit))
            style = kit.body(16, ink)
            kit.text.rich(surface, self.empty, at_empty, self.rect.width, style)
        for widget in self.widgets:
            if self._in_sight(widget):
                widget.draw(surface, kit)

    def _draw_count(self, surface: pygame.Surface, kit: Kit, middle: int) -> int:
        theme = kit.theme
        ink = theme.on2 if self.dark else theme.ink2
        back = theme.slate2 if self.dark else theme.paper
        for step, place in self._arrows():
            name = "chevron-left" if step < 0 else "chevron-right"
            live = self.first > 0 if step < 0 else self.shown[1] < len(self.widgets)
            colour = ink if live else theme.slate_edge
            kit.glyphs.draw(surface, name, (place.centerx, middle), 14, colour, back)
        left = self._arrows()[0][1].left
        first, last = self.shown
        words = kit.tr.gettext("{first} to {last} of {count}").format(
            first=first, last=last, count=len(self.widgets)
        )
        width = kit.text.draw(surface, words, (left, middle), kit.label(15, ink), "right")
        return left - width

    def _arrows(self) -> list[tuple[int, pygame.Rect]]:
        if self._kit is None or not self.overflows:
            return []
        side, high = self._kit.px(_ARROW), self._head(self._kit)
        right = pygame.Rect(self.rect.right - side, self.rect.y, side, high)
        return [(-1, right.move(-side, 0)), (1, right)]

    def _head(self, kit: Kit) -> int:
        return max(kit.px(36), kit.metrics.line(15) + kit.px(8))

    def _in_sight(self, widget: Widget) -> bool:
        room = self.rect.inflate(2, 0)
        return widget.rect.left >= room.left and widget.rect.right <= room.right

    def _arrange(self, kit: Kit) -> None:
        gap, top = kit.px(self.gap), self.rect.y + self._head(kit)
        high = max(1, self.rect.height - self._head(kit))
        widths = [min(widget.measure(kit)[0], self.rect.width) for widget in self.widgets]
        self.first = min(self.first, _last_start(widths, gap, self.rect.width))
        x = self.rect.x - sum(widths[: self.first]) - gap * self.first
        for widget, wide in zip(self.widgets, widths, strict=True):
            widget.layout(kit, pygame.Rect(x, top, wide, high))
            x += wide + gap


def _last_start(widths: Sequence[int], gap: int, room: int) -> int:
    """The furthest a shelf may be turned without leaving room empty at its end."""
    used, start = 0, len(widths)
    for index in range(len(widths) - 1, -1, -1):
        used += widths[index] + (gap if used else 0)
        if used > room:
            break
        start = index
    return min(start, max(0, len(widths) - 1))
