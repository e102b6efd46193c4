"""Cards beside one another in as many columns as there is room for."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.widget import Group, Widget


class Grid(Group):
    """Widgets in columns at least `least` wide; each row is as high as its highest."""

    def __init__(self, widgets: Sequence[Widget], *, least: float = 400, gap: float = 20) -> None:
        super().__init__(widgets)
        self.least = least
        self.gap = gap

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The rows at this width."""
        wide = width or kit.px(1520)
        rows = self._rows(kit, wide)
        return wide, sum(high for high, _ in rows) + kit.px(self.gap) * max(0, len(rows) - 1)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the cards."""
        super().layout(kit, rect)
        gap, column = kit.px(self.gap), self._column(kit, rect.width)
        y = rect.y
        for high, row in self._rows(kit, rect.width):
            for place, widget in enumerate(row):
                x = rect.x + place * (column + gap)
                widget.layout(kit, pygame.Rect(x, y, column, high))
            y += high + gap

    def _count(self, kit: Kit, width: int) -> int:
        gap = kit.px(self.gap)
        return max(1, min(3, (width + gap) // (kit.px(self.least) + gap)))

    def _column(self, kit: Kit, width: int) -> int:
        count = self._count(kit, width)
        return (width - kit.px(self.gap) * (count - 1)) // count

    def _rows(self, kit: Kit, width: int) -> list[tuple[int, list[Widget]]]:
        count, column = self._count(kit, width), self._column(kit, width)
        rows = []
        for start in range(0, len(self.widgets), count):
            row = self.widgets[start : start + count]
            rows.append((max(widget.measure(kit, column)[1] for widget in row), row))
        return rows
