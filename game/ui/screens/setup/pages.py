"""A panel of text on paper, perhaps with a seat's colour along its edge."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.boxes import Passage, TextBlock
from game.ui.widgets.widget import Widget

_PAD = 20


class TextPanel(Widget):
    """Passages on a lifted panel."""

    def __init__(self, passages: Sequence[Passage], *, style: str = "") -> None:
        super().__init__()
        self._block = TextBlock(passages)
        self._style = style

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as the text."""
        wide = width or kit.px(740)
        return wide, self._block.measure(kit, wide - 2 * kit.px(_PAD))[1] + 2 * kit.px(16)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the text."""
        super().layout(kit, rect)
        self._block.layout(kit, rect.inflate(-2 * kit.px(_PAD), -2 * kit.px(16)))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw panel, edge and text."""
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        if self._style:
            edge = pygame.Rect(self.rect.x, self.rect.y, kit.px(8), self.rect.height)
            kit.paint.box(surface, edge, kit.theme.seat(self._style).colour, 8, corners="left")
        self._block.draw(surface, kit)
