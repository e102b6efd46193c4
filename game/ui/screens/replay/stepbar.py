"""The bar under the tracks of a replay: whose turn it was and what came of it."""

import pygame

from game.ui.kit import Kit
from game.ui.text import Paragraph
from game.ui.theme import mix
from game.ui.widgets.widget import Widget

_SIZE = 18.5
_LINES = 2


class StepBar(Widget):
    """A seat and a sentence. Its height never changes from step to step, so that the map stays
    still; a sentence too long for it stands whole in the log."""

    def __init__(self, style: str, seat: str, text: str) -> None:
        super().__init__()
        self.style = style
        self.seat = seat
        self.text = text

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Two lines."""
        line = kit.text.line_height(kit.body(_SIZE))
        return (width or kit.metrics.width), _LINES * line + kit.px(12)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the bar in the seat's colour."""
        theme, rect = kit.theme, self.rect
        colour = theme.seat(self.style).colour
        surface.fill(colour, rect)
        kit.glyphs.seat(surface, self.style, (rect.x + kit.px(30), rect.centery), 14, inverted=True)
        x = rect.x + kit.px(56)
        name = kit.text.wrap(self.seat, kit.number(22, theme.white), rect.width // 3)
        kit.text.draw_paragraph(surface, name, (x, rect.centery - name.height // 2))
        x += name.width + kit.px(16)
        line = pygame.Rect(x, rect.centery - kit.px(16), max(1, kit.px(1.5)), kit.px(32))
        surface.fill(mix(colour, theme.white, 0.5), line)
        x += kit.px(16)
        words = self._words(kit, rect.right - kit.px(16) - x)
        kit.text.draw_paragraph(surface, words, (x, rect.centery - words.height // 2))

    def _words(self, kit: Kit, room: int) -> Paragraph:
        style = kit.body(_SIZE, kit.theme.white)
        return kit.text.wrap(self.text, style, max(1, room), max_lines=_LINES)
