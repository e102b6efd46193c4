"""The line below the ribbon: what the room watches, in one sentence."""

import pygame

from game.ui.kit import Kit
from game.ui.screens.frame import margin
from game.ui.text import Paragraph
from game.ui.widgets.widget import Widget

HEIGHT = 64


class FlowHead(Widget):
    """A title and a sentence beside it, on the dark chrome."""

    def __init__(self, title: str, text: str, hints: str) -> None:
        super().__init__()
        self.title = title
        self.text = text
        self.hints = hints

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line where it fits."""
        wide = width or kit.metrics.width
        return wide, max(kit.px(HEIGHT), self._words(kit, wide).height + kit.px(20))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw title, sentence and, where there is room, the keys."""
        theme, rect = kit.theme, self.rect
        surface.fill(theme.slate2, rect)
        x = rect.x + margin(kit, rect) // 2
        style = kit.number(30, theme.on)
        x += kit.text.draw(surface, self.title, (x, rect.centery), style) + kit.px(18)
        words = self._words(kit, rect.width)
        kit.text.draw_paragraph(surface, words, (x, rect.centery - words.height // 2))
        hints = kit.label(15, theme.on2)
        right = rect.right - margin(kit, rect) // 2
        if x + words.width + kit.px(30) + kit.text.width(self.hints, hints) < right:
            kit.text.draw(surface, self.hints, (right, rect.centery), hints, "right")

    def _words(self, kit: Kit, width: int) -> Paragraph:
        rect = pygame.Rect(0, 0, width, 0)
        taken = margin(kit, rect) + kit.text.width(self.title, kit.number(30)) + kit.px(18)
        return kit.text.wrap(self.text, kit.body(21, kit.theme.on), max(kit.px(200), width - taken))
