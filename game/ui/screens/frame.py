"""The frame of the screens beside the table: a dark head with buttons, a footer of keys."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.form import Form
from game.ui.widgets.marks import key_cap, key_cap_width
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Widget

MARGIN = 40
"""Distance of content from the window's edge, in design pixels; less in narrow windows."""
KeyHint = tuple[str, str]
"""A key and what it does."""


def margin(kit: Kit, rect: pygame.Rect) -> int:
    """Distance of content from the edge: a 25th of the width at most."""
    return min(kit.px(MARGIN), max(12, rect.width // 30))


def scroll_by_key(view: ScrollView, event: pygame.event.Event, form: Form) -> bool:
    """Scroll a page whose controls stand outside it; returns whether the key did."""
    steps = {pygame.K_UP: 1, pygame.K_DOWN: -1}
    if event.key in steps:
        return view.on_wheel(steps[event.key], form)
    return view.on_key(event, form)


class Head(Widget):
    """The dark band on top: a title, a line below it, and buttons at the right."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        buttons: Sequence[Widget] = (),
        *,
        size: float = 30,
        above: str = "",
    ) -> None:
        super().__init__()
        self.title = title
        self.subtitle = subtitle
        self.above = above
        self.size = size
        self.row = Flowing(list(buttons), gap=12, align="right")

    def children(self) -> tuple[Widget, ...]:
        """The buttons."""
        return (self.row,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as its words and its rows of buttons."""
        wide = width or kit.metrics.width
        side = margin(kit, pygame.Rect(0, 0, wide, 0))
        words, buttons = self._shares(kit, wide - 2 * side)
        texts = self._text_height(kit, words)
        row = self.row.measure(kit, buttons)[1] if self.row.widgets else 0
        high = max(texts, row) if words < wide - 2 * side else texts + row + kit.px(10)
        return wide, high + 2 * kit.px(18)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons beside the words, or below them where there is no room."""
        super().layout(kit, rect)
        side = margin(kit, rect)
        inner = rect.width - 2 * side
        words, buttons = self._shares(kit, inner)
        high = self.row.measure(kit, buttons)[1] if self.row.widgets else 0
        y = rect.centery - high // 2 if words < inner else rect.bottom - kit.px(14) - high
        self.row.layout(kit, pygame.Rect(rect.right - side - buttons, y, buttons, high))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the band, the words and the buttons."""
        surface.fill(kit.theme.slate, self.rect)
        side = margin(kit, self.rect)
        words, _ = self._shares(kit, self.rect.width - 2 * side)
        x = self.rect.x + side
        below = words >= self.rect.width - 2 * side and self.row.widgets
        height = self._text_height(kit, words)
        y = self.rect.y + kit.px(18) if below else self.rect.centery - height // 2
        if self.above:
            y = kit.text.rich(surface, self.above, (x, y), words, kit.label(20, kit.theme.on2))
        y = kit.text.rich(surface, self.title, (x, y), words, kit.number(self.size, kit.theme.on))
        if self.subtitle:
            style = kit.body(19, kit.theme.on2)
            kit.text.rich(surface, self.subtitle, (x, y), words, style)
        self.row.draw(surface, kit)

    def _text_height(self, kit: Kit, width: int) -> int:
        high = kit.text.height(self.title, kit.number(self.size), width)
        high += kit.text.height(self.subtitle, kit.body(19), width)
        return high + kit.text.height(self.above, kit.label(20), width)

    def _shares(self, kit: Kit, inner: int) -> tuple[int, int]:
        """Widths of words and buttons; both whole where they stand below one another."""
        if not self.row.widgets:
            return inner, 0
        wanted = self.row.measure(kit, None)[0]
        longest = max(
            kit.text.width(self.title, kit.number(self.size)),
            min(kit.text.width(self.subtitle, kit.body(19)), kit.px(420)),
        )
        if wanted + longest + kit.px(24) > inner:
            return inner, inner
        return inner - wanted - kit.px(24), wanted


def lay_page(kit: Kit, rect: pygame.Rect, head: Head, body: ScrollView, top: int = 0) -> None:
    """A head as high as it needs from `top` on, and what scrolls in the rest below it."""
    high = head.measure(kit, rect.width)[1]
    head.layout(kit, pygame.Rect(0, top, rect.width, high))
    side, below = margin(kit, rect), top + high + kit.px(18)
    room = pygame.Rect(side, below, rect.width - 2 * side + kit.px(10), rect.bottom - below)
    body.layout(kit, room)


class Footer(Widget):
    """A line at the bottom: a sentence at the left and keys with what they do at the right."""

    def __init__(self, text: str, hints: Sequence[KeyHint]) -> None:
        super().__init__()
        self.text = text
        self.hints = tuple(hints)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line."""
        return width or kit.metrics.width, kit.px(44)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw what finds room: the keys first, then the sentence."""
        side, theme = margin(kit, self.rect), kit.theme
        right = self.rect.right - side
        words = kit.label(14.5, theme.ink2)
        for key, text in reversed(self.hints):
            taken = kit.text.width(text, words) + key_cap_width(kit, key) + kit.px(24)
            if right - taken < self.rect.x + side:
                break
            x = right - kit.text.width(text, words)
            kit.text.draw(surface, text, (x, self.rect.centery), words)
            x -= key_cap_width(kit, key) + kit.px(7)
            key_cap(surface, kit, (x, self.rect.centery), key, theme.ink2)
            right -= taken
        style = kit.body(15.5, theme.ink2)
        if self.text and kit.text.width(self.text, style) < right - self.rect.x - side:
            at = (self.rect.x + side, self.rect.centery)
            kit.text.draw(surface, self.text, at, style)
