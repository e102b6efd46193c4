"""Panels of the setup: text on paper, and an option with its controls."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.boxes import Flowing, Passage, TextBlock
from game.ui.widgets.widget import Widget

PAD = 20


class TextPanel(Widget):
    """Passages on a lifted panel."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._block = TextBlock(passages)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as the text."""
        wide = width or kit.px(740)
        return wide, self._block.measure(kit, wide - 2 * kit.px(PAD))[1] + 2 * kit.px(16)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the text."""
        super().layout(kit, rect)
        self._block.layout(kit, rect.inflate(-2 * kit.px(PAD), -2 * kit.px(16)))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw panel and text."""
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        self._block.draw(surface, kit)


class OptionPanel(Widget):
    """A choice with its name, a sentence on what it does, and its controls."""

    def __init__(self, title: str, text: str, controls: Sequence[Widget]) -> None:
        super().__init__()
        self._words = TextBlock([Passage(title, "heading"), Passage(text, "small")])
        self._flow = Flowing(controls, gap=14)

    def children(self) -> tuple[Widget, ...]:
        """The controls."""
        return (self._flow,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Words, and the controls below them."""
        wide = width or kit.px(740)
        inner = wide - 2 * kit.px(PAD)
        words, flow = self._words.measure(kit, inner)[1], self._flow.measure(kit, inner)[1]
        return wide, kit.px(14) + words + kit.px(10) + flow + kit.px(16)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place words and controls."""
        super().layout(kit, rect)
        x, inner = rect.x + kit.px(PAD), rect.width - 2 * kit.px(PAD)
        words = self._words.measure(kit, inner)[1]
        top = rect.y + kit.px(14)
        self._words.layout(kit, pygame.Rect(x, top, inner, words))
        top += words + kit.px(10)
        high = self._flow.measure(kit, inner)[1]
        self._flow.layout(kit, pygame.Rect(x, top, inner, high))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        self._words.draw(surface, kit)
        self._flow.draw(surface, kit)
