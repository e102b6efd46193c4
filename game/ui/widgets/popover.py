"""Popovers and dialogs: panels above the screen, beside what they speak of or in the middle."""

from collections.abc import Sequence

import pygame

from game.ui.curves import Point
from game.ui.kit import Kit
from game.ui.paint import polyline
from game.ui.theme import Colour
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Widget

_POINTER = (14, 28)


class Popover(Widget):
    """A panel beside an anchor: content that scrolls when it must, and buttons at its foot.

    `place` chooses the side with room, so that the anchor itself stays in sight. Open it with
    `Form.open(Layer(popover, modal=False))`.
    """

    def __init__(self, content: Widget, buttons: Sequence[Button], *, width: float = 308) -> None:
        super().__init__()
        self.content = ScrollView(content)
        self.foot = Flowing(buttons, gap=12, stretch=True)
        self.width = width
        self._side = ""
        self._tip = (0, 0)

    def children(self) -> Sequence[Widget]:
        """The buttons first, since the decision has the focus; then the content."""
        return (self.foot, self.content)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The whole panel."""
        wide = kit.px(self.width) if width is None else width
        inner = wide - 2 * kit.px(16)
        foot = self.foot.measure(kit, inner)[1]
        gap = kit.px(14) if self.foot.widgets else 0
        return wide, self._content_height(kit, inner) + gap + foot + 2 * kit.px(15)

    def place(self, kit: Kit, anchor: pygame.Rect, bounds: pygame.Rect) -> None:
        """Lay the panel out beside an anchor, within bounds, pointing at the anchor."""
        wide, high = self.measure(kit, min(kit.px(self.width), bounds.width - 2 * kit.px(8)))
        rect = pygame.Rect(0, 0, wide, min(high, bounds.height - 2 * kit.px(8)))
        reach = kit.px(_POINTER[0]) + kit.px(6)
        rect.midright = (anchor.left - reach, anchor.centery)
        self._side = "right"
        if rect.left < bounds.left:
            rect.midleft = (anchor.right + reach, anchor.centery)
            self._side = "left"
        if rect.right > bounds.right:
            rect.midtop = (anchor.centerx, anchor.bottom + reach)
            self._side = ""
        rect.clamp_ip(bounds.inflate(-2 * kit.px(8), -2 * kit.px(8)))
        if rect.colliderect(anchor):
            self._side = ""
        self._tip = anchor.center
        self.layout(kit, rect)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons at the foot and the content above."""
        super().layout(kit, rect)
        inner = rect.inflate(-2 * kit.px(16), -2 * kit.px(15))
        foot = self.foot.measure(kit, inner.width)[1]
        gap = kit.px(14) if self.foot.widgets else 0
        self.foot.layout(kit, pygame.Rect(inner.x, inner.bottom - foot, inner.width, foot))
        bar = kit.px(10)
        self.content.layout(
            kit, pygame.Rect(inner.x, inner.y, inner.width + bar, inner.height - foot - gap)
        )

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel, its pointer, and what is in it."""
        theme = kit.theme
        kit.paint.panel(surface, self.rect, theme.paper, 10, theme.ink, 1.6, level=3)
        if self._side:
            self._draw_pointer(surface, kit)
        self.content.draw(surface, kit)
        self.foot.draw(surface, kit)

    def _content_height(self, kit: Kit, inner: int) -> int:
        return self.content.child.measure(kit, inner)[1]

    def _draw_pointer(self, surface: pygame.Surface, kit: Kit) -> None:
        size = (kit.px(_POINTER[0]) + kit.px(2), kit.px(_POINTER[1]))
        sprite = kit.paint.sprite(
            ("pointer", self._side, kit.theme.paper, kit.theme.ink),
            size,
            lambda big, k: _pointer(
                big, self._side, kit.theme.paper, kit.theme.ink, 1.6 * kit.metrics.scale * k
            ),
            kit.theme.ink,
        )
        y = max(self.rect.y + kit.px(16), min(self._tip[1], self.rect.bottom - kit.px(16)))
        x = self.rect.right if self._side == "right" else self.rect.left
        inside = kit.px(2)
        left = x - inside if self._side == "right" else x + inside - size[0]
        surface.blit(sprite, (left, y - size[1] // 2))


class Dialog(Widget):
    """A panel in the middle that holds everything else back: a title bar, content, buttons.

    `tint` colours the title bar, `note` is a word at its right. Open it with
    `Form.open(Layer(dialog))` after `place`.
    """

    def __init__(
        self,
        title: str,
        content: Widget,
        buttons: Sequence[Button],
        *,
        note: str = "",
        tint: Colour | None = None,
        width: float = 600,
    ) -> None:
        super().__init__()
        self.title = title
        self.note = note
        self.tint = tint
        self.width = width
        self.content = ScrollView(content)
        self.foot = Flowing(buttons, gap=12, align="right")

    def children(self) -> Sequence[Widget]:
        """The content, then the buttons."""
        return (self.content, self.foot)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The whole panel."""
        wide = kit.px(self.width) if width is None else width
        inner = wide - 2 * kit.px(22)
        body = self.content.child.measure(kit, inner)[1]
        foot = self.foot.measure(kit, inner)[1]
        return wide, self._head(kit, wide) + body + foot + 3 * kit.px(18)

    def place(self, kit: Kit, bounds: pygame.Rect) -> None:
        """Lay the dialog out in the middle of the bounds."""
        wide, high = self.measure(kit, min(kit.px(self.width), bounds.width - 2 * kit.px(16)))
        rect = pygame.Rect(0, 0, wide, min(high, bounds.height - 2 * kit.px(16)))
        rect.center = bounds.center
        self.layout(kit, rect)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place content and buttons below the title bar."""
        super().layout(kit, rect)
        pad, side = kit.px(18), kit.px(22)
        inner = rect.width - 2 * side
        foot = self.foot.measure(kit, inner)[1]
        top = rect.y + self._head(kit, rect.width) + pad
        bottom = rect.bottom - pad - foot
        self.foot.layout(kit, pygame.Rect(rect.x + side, bottom, inner, foot))
        bar = kit.px(10)
        self.content.layout(kit, pygame.Rect(rect.x + side, top, inner + bar, bottom - pad - top))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the dialog and what is in it."""
        theme = kit.theme
        tint = theme.slate if self.tint is None else self.tint
        kit.paint.panel(surface, self.rect, theme.paper, 12, theme.ink, 1.8, level=3)
        head = self._head(kit, self.rect.width)
        bar = pygame.Rect(self.rect.x, self.rect.y, self.rect.width, head)
        kit.paint.box(surface, bar, tint, 12, corners="top")
        side = kit.px(22)
        note = kit.text.wrap(self.note, kit.label(17, theme.white), self.rect.width // 2)
        room = self.rect.width - 2 * side - (note.width + side if self.note else 0)
        title = kit.text.wrap(self.title, kit.title(22, theme.white), max(1, room))
        at = (self.rect.x + side, bar.centery - title.height // 2)
        kit.text.draw_paragraph(surface, title, at)
        right = (self.rect.right - side, bar.centery - note.height // 2)
        kit.text.draw_paragraph(surface, note, right, "right")
        self.content.draw(surface, kit)
        self.foot.draw(surface, kit)

    def _head(self, kit: Kit, width: int) -> int:
        side = kit.px(22)
        note = kit.text.wrap(self.note, kit.label(17), width // 2)
        room = width - 2 * side - (note.width + side if self.note else 0)
        title = kit.text.wrap(self.title, kit.title(22), max(1, room))
        return max(kit.px(54), max(title.height, note.height) + kit.px(20))


def _pointer(big: pygame.Surface, side: str, fill: Colour, line: Colour, width: float) -> None:
    wide, high = big.get_size()
    base, tip = (0.0, wide - width) if side == "right" else (float(wide), width)
    corners: list[Point] = [(base, width), (tip, high / 2), (base, high - width)]
    pygame.draw.polygon(big, fill, corners)
    polyline(big, corners, line, width)
