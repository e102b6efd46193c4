"""Panels in rows: those of a row stand beside one another, all as high as the highest."""

from abc import ABC, abstractmethod

import pygame

from game.ui.kit import Kit
from game.ui.widgets.widget import Group, Widget

GAP = 18
"""Between panels, in design pixels."""
_FOOT = 24

Row = list[tuple[Widget, int]]
"""Panels from the left, each with its width."""


class Rows(Group, ABC):
    """Rows of panels one below another; which stand beside one another depends on the room."""

    @abstractmethod
    def rows_of(self, kit: Kit, width: int) -> list[Row]:
        """The rows in a place of this width."""

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All rows below one another."""
        wide = width or kit.px(1520)
        highs = [_height(kit, row) for row in self.rows_of(kit, wide)]
        return wide, sum(highs) + kit.px(GAP) * max(0, len(highs) - 1) + kit.px(_FOOT)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the panels."""
        super().layout(kit, rect)
        y = rect.y
        for row in self.rows_of(kit, rect.width):
            x, high = rect.x, _height(kit, row)
            for widget, wide in row:
                widget.layout(kit, pygame.Rect(x, y, wide, high))
                x += wide + kit.px(GAP)
            y += high + kit.px(GAP)


def _height(kit: Kit, row: Row) -> int:
    return max(widget.measure(kit, wide)[1] for widget, wide in row)
