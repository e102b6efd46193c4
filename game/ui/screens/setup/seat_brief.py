"""What one seat is told before the first quarter; a hidden seat's is covered until it asks."""

from collections.abc import Sequence

import pygame

from game.content.schema.campaign import SeatSpec
from game.ui.kit import Kit
from game.ui.screens.setup.pages import PAD
from game.ui.widgets.boxes import Passage, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget

_SHAPE = 20
_NAMED = 76


class SeatBrief(Widget):
    """A seat's panel: shape and name, who plays it, and the passages; `button` covers or shows."""

    def __init__(
        self,
        spec: SeatSpec,
        name: str,
        player: str,
        passages: Sequence[Passage],
        button: Button | None = None,
    ) -> None:
        super().__init__()
        self._style = spec.style
        self._name = name
        self._player = player
        self._block = TextBlock(passages)
        self.button = button

    def children(self) -> Sequence[Widget]:
        """The button, where there is one."""
        return () if self.button is None else (self.button,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Name, passages and button below one another."""
        wide = width or kit.px(494)
        inner = wide - 2 * kit.px(PAD)
        high = self._head(kit, wide) + self._block.measure(kit, inner)[1] + kit.px(16)
        if self.button is not None:
            high += self.button.measure(kit, inner)[1] + kit.px(12)
        return wide, high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place passages and button."""
        super().layout(kit, rect)
        x, inner = rect.x + kit.px(PAD), rect.width - 2 * kit.px(PAD)
        top, high = rect.y + self._head(kit, rect.width), self._block.measure(kit, inner)[1]
        self._block.layout(kit, pygame.Rect(x, top, inner, high))
        if self.button is not None:
            size = self.button.measure(kit, inner)
            self.button.layout(kit, pygame.Rect((x, top + high + kit.px(12)), size))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        theme, rect = kit.theme, self.rect
        kit.paint.panel(surface, rect, radius=8, level=1)
        edge = pygame.Rect(rect.x, rect.y, kit.px(8), rect.height)
        kit.paint.box(surface, edge, theme.seat(self._style).colour, 8, corners="left")
        words = self._words_height(kit, rect.width)
        middle = rect.y + kit.px(16) + max(words, kit.px(2 * _SHAPE)) // 2
        kit.glyphs.seat(surface, self._style, (rect.x + kit.px(44), middle), _SHAPE)
        x, room = rect.x + kit.px(_NAMED), self._words_room(kit, rect.width)
        y = kit.text.rich(surface, self._name, (x, middle - words // 2), room, kit.title(21))
        kit.text.rich(surface, self._player, (x, y), room, kit.label(15.5, theme.ink2))
        self._block.draw(surface, kit)
        if self.button is not None:
            self.button.draw(surface, kit)

    def _head(self, kit: Kit, width: int) -> int:
        return kit.px(16) + max(self._words_height(kit, width), kit.px(2 * _SHAPE)) + kit.px(12)

    def _words_room(self, kit: Kit, width: int) -> int:
        return width - kit.px(_NAMED) - kit.px(PAD)

    def _words_height(self, kit: Kit, width: int) -> int:
        room = self._words_room(kit, width)
        high = kit.text.height(self._name, kit.title(21), room)
        return high + kit.text.height(self._player, kit.label(15.5), room)
