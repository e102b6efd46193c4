"""A field that shows one choice and opens a list of them."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.choice import Option
from game.ui.widgets.form import Form, Layer
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.widget import Widget


class Select(Widget):
    """A field that shows one choice and opens a list of them."""

    focusable = True

    def __init__(
        self,
        options: Sequence[Option],
        chosen: str,
        on_choose: Callable[[str], None],
        *,
        size: float = 18,
        reason: str = "",
        tooltip: str = "",
        group: str = "",
    ) -> None:
        super().__init__(reason=reason, tooltip=tooltip, group=group)
        self.options = tuple(options)
        self.chosen = chosen
        self.on_choose = on_choose
        self.size = size

    @property
    def label(self) -> str:
        """The words of the present choice."""
        return next((o.label for o in self.options if o.value == self.chosen), "")

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As wide as the longest choice, or the width given; wraps when that is less."""
        style = kit.body(self.size)
        widest = max((kit.text.width(o.label, style) for o in self.options), default=0)
        wide = widest + kit.px(12 + 14 + 12 + 12)
        if width is not None:
            wide = min(wide, width)
        room = max(1, wide - kit.px(50))
        high = max((kit.text.height(o.label, style, room) for o in self.options), default=0)
        return wide, max(kit.px(40), high + kit.px(12))

    def activate(self, form: Form) -> None:
        """Open the list below the field, or above where there is no room."""
        rows = [Row(o.value, o.label, glyph=o.glyph, reason=o.reason) for o in self.options]
        panel = _DropDown(rows, self.chosen, lambda value: self._take(value, form))
        kit = form.kit
        high = panel.list.measure(kit, self.rect.width)[1] + 2 * kit.px(6)
        bounds = pygame.display.get_surface().get_rect()
        high = min(high, kit.px(360), bounds.height - 2 * kit.px(8))
        place = pygame.Rect(self.rect.x, self.rect.bottom + kit.px(4), self.rect.width, high)
        if place.bottom > bounds.bottom and self.rect.top - kit.px(4) - high >= 0:
            place.bottom = self.rect.top - kit.px(4)
        panel.layout(kit, place.clamp(bounds))
        form.open(Layer(panel, modal=True, light=True, veil=False))

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Down opens the list as Enter does."""
        if event.key != pygame.K_DOWN or not self.enabled:
            return False
        self.activate(form)
        return True

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the field with its choice and a mark that it opens."""
        theme = kit.theme
        if self.ring:
            kit.paint.focus_ring(surface, self.rect, 6)
        fill = theme.paper if self.enabled else theme.disabled
        ink = theme.ink if self.enabled else theme.ink3
        kit.paint.box(
            surface, self.rect, theme.sunken if self.pressed else fill, 6, theme.ink3, 1.3
        )
        room = max(1, self.rect.width - kit.px(50))
        words = kit.text.wrap(self.label, kit.body(self.size, ink), room)
        top = self.rect.centery - words.height // 2
        kit.text.draw_paragraph(surface, words, (self.rect.x + kit.px(12), top))
        sign = "triangle-down" if self.enabled else "lock"
        at = (self.rect.right - kit.px(20), self.rect.centery)
        kit.glyphs.draw(surface, sign, at, 13, ink, fill)

    def _take(self, value: str, form: Form) -> None:
        form.close()
        if value != self.chosen:
            self.chosen = value
            self.on_choose(value)


class _DropDown(Widget):
    """The open list of a select field."""

    def __init__(self, rows: Sequence[Row], chosen: str, on_take: Callable[[str], None]) -> None:
        super().__init__()
        self.list = ListBox(rows, chosen, lambda value: None, on_use=on_take, use_on_click=True)

    def children(self) -> tuple[Widget, ...]:
        return (self.list,)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        super().layout(kit, rect)
        self.list.layout(kit, rect.inflate(-2 * kit.px(6), -2 * kit.px(6)))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        kit.paint.panel(surface, self.rect, radius=8, border=kit.theme.ink, level=3)
        self.list.draw(surface, kit)
