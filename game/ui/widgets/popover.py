"""Popovers and dialogs: panels above the screen, beside what they speak of or in the middle."""

from collections.abc import Sequence
from typing import Literal

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
_Side = Literal["", "left", "right", "top", "bottom"]
"""The side of a panel at which its tip is."""


class Popover(Widget):
    """A panel beside an anchor: content that scrolls when it must, and buttons at its foot.

    `place` chooses the side with room, so that the anchor itself stays in sight, and as much as
    can be of what else matters. Open it with `Form.open(Layer(popover, modal=False))`.
    """

    def __init__(self, content: Widget, buttons: Sequence[Button], *, width: float = 308) -> None:
        super().__init__()
        self.content = ScrollView(content)
        self.foot = Flowing(buttons, gap=12, stretch=True)
        self.width = width
        self._side: _Side = ""
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

    def place(
        self,
        kit: Kit,
        anchor: pygame.Rect,
        bounds: pygame.Rect,
        avoid: Sequence[pygame.Rect] = (),
        *,
        pointing: bool = True,
    ) -> None:
        """Lay the panel out beside an anchor, within bounds, `pointing` at the anchor or not.

        Of the sides that leave the anchor free it takes the one that hides least of `avoid`.
        """
        wide, high = self.measure(kit, min(kit.px(self.width), bounds.width - 2 * kit.px(8)))
        size = (wide, min(high, bounds.height - 2 * kit.px(8)))
        reach = kit.px(_POINTER[0]) + kit.px(6)
        room = bounds.inflate(-2 * kit.px(8), -2 * kit.px(8))
        places = [(side, rect.clamp(room)) for side, rect in _beside(anchor, size, reach)]
        self._side, rect = min(places, key=lambda one: _hidden(one[1], anchor, avoid))
        if rect.colliderect(anchor) or not pointing:
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
        """Draw the tip at the middle of the anchor, as far as the panel's edge reaches."""
        side, inside, corner = self._side, kit.px(2), kit.px(26)
        deep, wide = kit.px(_POINTER[0]) + inside, kit.px(_POINTER[1])
        size = (deep, wide) if side in ("left", "right") else (wide, deep)
        paper, ink, line = kit.theme.paper, kit.theme.ink, 1.6 * kit.metrics.scale
        sprite = kit.paint.sprite(
            ("pointer", side, paper, ink),
            size,
            lambda big, k: _pointer(big, side, paper, ink, line * k),
            ink,
        )
        tip = pygame.Rect((0, 0), size)
        if size[0] == deep:
            y = max(self.rect.y + corner, min(self._tip[1], self.rect.bottom - corner))
            tip.midleft = (self.rect.right - inside, y)
            if side == "left":
                tip.midright = (self.rect.left + inside, y)
        else:
            x = max(self.rect.x + corner, min(self._tip[0], self.rect.right - corner))
            tip.midtop = (x, self.rect.bottom - inside)
            if side == "top":
                tip.midbottom = (x, self.rect.top + inside)
        surface.blit(sprite, tip)


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


def _beside(
    anchor: pygame.Rect, size: tuple[int, int], reach: int
) -> tuple[tuple[_Side, pygame.Rect], ...]:
    """Places around an anchor, each with the side of the panel that points at it."""
    before, after, above, below = (pygame.Rect((0, 0), size) for _ in range(4))
    before.midright = (anchor.left - reach, anchor.centery)
    after.midleft = (anchor.right + reach, anchor.centery)
    above.midbottom = (anchor.centerx, anchor.top - reach)
    below.midtop = (anchor.centerx, anchor.bottom + reach)
    return ("right", before), ("left", after), ("top", below), ("bottom", above)


def _hidden(place: pygame.Rect, anchor: pygame.Rect, avoid: Sequence[pygame.Rect]) -> float:
    """How many pixels a panel would hide; to lie on the anchor is worst."""
    hidden = 1e9 * place.colliderect(anchor)
    for index in place.collidelistall(list(avoid)):
        shared = place.clip(avoid[index])
        hidden += shared.width * shared.height
    return hidden


def _pointer(big: pygame.Surface, side: _Side, fill: Colour, line: Colour, width: float) -> None:
    """Draw a tip whose foot lies in the panel's edge, open toward the panel."""
    wide, high = big.get_size()
    corners: dict[_Side, list[Point]] = {
        "right": [(0.0, width), (wide - width, high / 2), (0.0, high - width)],
        "left": [(wide, width), (width, high / 2), (wide, high - width)],
        "top": [(width, high), (wide / 2, width), (wide - width, high)],
        "bottom": [(width, 0.0), (wide / 2, high - width), (wide - width, 0.0)],
    }
    pygame.draw.polygon(big, fill, corners[side])
    polyline(big, corners[side], line, width)
