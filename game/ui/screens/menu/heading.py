"""A heading with a sentence beside it, or below it where there is no room."""

import pygame

from game.ui.kit import Kit
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

_GAP = 18


class Heading(Widget):
    """What a part of the screen is called, and one sentence about it."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.title = title
        self.text = text

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line, or as many as the sentence needs below the title."""
        column = Column(kit, None, 0, 0, width or kit.px(1520))
        self._write(column)
        return column.width, column.y

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Write both."""
        self._write(Column(kit, surface, self.rect.x, self.rect.y, self.rect.width))

    def _write(self, column: Column) -> None:
        kit, title = column.kit, column.kit.number(25)
        style = kit.body(17, kit.theme.ink2)
        indent = kit.text.width(self.title, title) + kit.px(_GAP)
        top = column.y
        column.text(self.title, title)
        if indent + kit.text.width(self.text, style) > column.width:
            column.text(self.text, style)
        elif column.surface is not None:
            at = (column.left + indent, top + kit.text.line_height(title) // 2)
            kit.text.draw(column.surface, self.text, at, style)
