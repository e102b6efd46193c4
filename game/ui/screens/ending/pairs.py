"""Rows of two panels, the left one wider; one below another where there is no room for two."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.widget import Group, Widget

_LEFT_SHARE = 0.6
_TWO_FROM = 1040
_GAP = 18


class Pairs(Group):
    """Panels in pairs; both of a row are as high as the higher one. `last` are one or two more."""

    def __init__(self, rows: Sequence[tuple[Widget, Widget]], last: Sequence[Widget] = ()) -> None:
        super().__init__([*(widget for row in rows for widget in row), *last])
        self.rows: list[tuple[Widget, ...]] = [*rows, tuple(last)] if last else [*rows]

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All rows below one another."""
        wide = width or kit.px(1520)
        highs = [high for high, _ in self._lines(kit, wide)]
        return wide, sum(highs) + kit.px(_GAP) * max(0, len(highs) - 1) + kit.px(24)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the panels."""
        super().layout(kit, rect)
        y = rect.y
        for high, line in self._lines(kit, rect.width):
            x = rect.x
            for widget, wide in line:
                widget.layout(kit, pygame.Rect(x, y, wide, high))
                x += wide + kit.px(_GAP)
            y += high + kit.px(_GAP)

    def _lines(self, kit: Kit, width: int) -> list[tuple[int, list[tuple[Widget, int]]]]:
        if width < kit.px(_TWO_FROM):
            return [
                (widget.measure(kit, width)[1], [(widget, width)])
                for row in self.rows
                for widget in row
            ]
        left = round((width - kit.px(_GAP)) * _LEFT_SHARE)
        right = width - kit.px(_GAP) - left
        lines = []
        for row in self.rows:
            widths = (left, right) if len(row) == 2 else (width,)
            line = list(zip(row, widths, strict=True))
            lines.append((max(one.measure(kit, wide)[1] for one, wide in line), line))
        return lines
