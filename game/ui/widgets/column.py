"""Writing downward: each piece below the last, drawn, or only measured."""

import pygame

from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.theme import Colour


class Column:
    """A column of text and marks from a top edge downward.

    Without a surface nothing is drawn and only `y` moves, so that one description both measures
    and draws, and nothing can be clipped by a measure that disagrees.
    """

    def __init__(
        self, kit: Kit, surface: pygame.Surface | None, left: int, top: int, width: int
    ) -> None:
        self.kit = kit
        self.surface = surface
        self.left = left
        self.y = top
        self.width = width

    @property
    def right(self) -> int:
        """The right edge."""
        return self.left + self.width

    def gap(self, design: float) -> None:
        """Leave room."""
        self.y += self.kit.px(design)

    def text(
        self,
        words: str,
        style: TextStyle,
        *,
        indent: int = 0,
        width: int | None = None,
        max_lines: int | None = None,
    ) -> None:
        """A wrapped paragraph; `indent` and `width` in pixels. `max_lines` ends it in an
        ellipsis, where the whole can be read elsewhere."""
        if not words:
            return
        room = (self.width if width is None else width) - indent
        paragraph = self.kit.text.wrap(words, style, max(1, room), max_lines)
        if self.surface is not None:
            at = (self.left + indent, self.y)
            self.kit.text.draw_paragraph(self.surface, paragraph, at)
        self.y += paragraph.height

    def rule(self, colour: Colour | None = None) -> None:
        """A hair line across."""
        if self.surface is not None:
            self.kit.paint.rule(self.surface, (self.left, self.y), self.width, colour)
        self.y += self.kit.px(1)

    def pair(self, word: str, value: str, name: TextStyle, style: TextStyle, indent: int) -> None:
        """A name at the left and its value beside it, wrapped from `indent` pixels on."""
        top = self.y
        self.text(value, style, indent=indent)
        line = self.kit.text.line_height(style)
        if self.surface is not None:
            middle = top + line / 2
            self.kit.text.draw(self.surface, word, (self.left, middle), name)
        self.y = max(self.y, top + line)
