"""A pane for reading: long text that scrolls, from the keyboard as well."""

import pygame

from game.ui.kit import Kit
from game.ui.widgets.form import Form
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Widget

_LINE = 56
_PAGE = 0.85
MOST = 880
"""The width in which text reads well, in design pixels."""
_PAD = 28


class Sheet(Widget):
    """A page with margins, no wider than reads well; lengths in design pixels."""

    def __init__(self, inner: Widget, *, most: float = MOST, pad: float = _PAD) -> None:
        super().__init__()
        self.inner = inner
        self.most = most
        self.pad = pad

    def children(self) -> tuple[Widget, ...]:
        """The page."""
        return (self.inner,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As wide as it is given, as high as the page in its own width."""
        wide = kit.px(self.most + 2 * self.pad) if width is None else width
        high = self.inner.measure(kit, self._room(kit, wide))[1]
        return wide, high + 2 * kit.px(self.pad * 0.75)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the page within its margins."""
        super().layout(kit, rect)
        left, top = rect.x + kit.px(self.pad), rect.y + kit.px(self.pad * 0.75)
        room = self._room(kit, rect.width)
        high = self.inner.measure(kit, room)[1]
        self.inner.layout(kit, pygame.Rect(left, top, room, high))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the page."""
        self.inner.draw(surface, kit)

    def _room(self, kit: Kit, width: int) -> int:
        return max(1, min(kit.px(self.most), width - 2 * kit.px(self.pad)))


class ReadingPane(ScrollView):
    """Long text. It takes the focus as a whole; Up, Down, Page Up, Page Down, Home and End scroll.

    What is in it must take no focus of its own. `paper` draws paper below it; `always` False lets
    it take the focus only while there is more than fits.
    """

    focusable = True

    def __init__(
        self, page: Widget, *, paper: bool = True, always: bool = True, most: float = MOST
    ) -> None:
        super().__init__(Sheet(page, most=most))
        self.most = most
        self.paper = paper
        self.always = always

    def show(self, kit: Kit, page: Widget) -> None:
        """Show something else, from its top."""
        self.child = Sheet(page, most=self.most)
        self.offset = 0
        self.layout(kit, self.rect)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place, and the focus where it is needed to scroll."""
        super().layout(kit, rect)
        self.focusable = self.always or self.overflows

    def hit(self, at: tuple[int, int]) -> Widget | None:
        """The pane itself, so that a click gives it the focus."""
        return self if self.visible and self.rect.collidepoint(at) else None

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Scroll by a line, a page, or to an end."""
        page = round(self.rect.height * _PAGE)
        line = form.kit.px(_LINE)
        steps = {
            pygame.K_UP: -line,
            pygame.K_DOWN: line,
            pygame.K_PAGEUP: -page,
            pygame.K_PAGEDOWN: page,
            pygame.K_HOME: -self.furthest,
            pygame.K_END: self.furthest,
        }
        if event.key not in steps:
            return False
        self.scroll_to(self.offset + steps[event.key])
        return True

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw what shows of the text, ringed while it has the focus."""
        if self.ring:
            kit.paint.focus_ring(surface, self.rect, 8)
        if self.paper:
            kit.paint.panel(surface, self.rect, radius=8, level=0)
        super().draw(surface, kit)
