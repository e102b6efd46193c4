"""Rows of two panels, the left one wider; one below another where there is no room for two."""

from collections.abc import Sequence

from game.ui.kit import Kit
from game.ui.screens.rows import GAP, Row, Rows
from game.ui.widgets.widget import Widget

_LEFT_SHARE = 0.6
_TWO_FROM = 1040


class Pairs(Rows):
    """Panels in pairs; both of a row are as high as the higher one. `last` are one or two more."""

    def __init__(self, rows: Sequence[tuple[Widget, Widget]], last: Sequence[Widget] = ()) -> None:
        super().__init__([*(widget for row in rows for widget in row), *last])
        self.rows: list[tuple[Widget, ...]] = [*rows, tuple(last)] if last else [*rows]

    def rows_of(self, kit: Kit, width: int) -> list[Row]:
        """Pairs where there is room for two, else each panel in a row of its own."""
        if width < kit.px(_TWO_FROM):
            return [[(widget, width)] for row in self.rows for widget in row]
        left = round((width - kit.px(GAP)) * _LEFT_SHARE)
        right = width - kit.px(GAP) - left
        pairs = (left, right)
        return [
            list(zip(row, pairs if len(row) == 2 else (width,), strict=True)) for row in self.rows
        ]
