"""Full cards in rows of one height; only those that show are drawn."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.widgets.card import Card
from game.ui.widgets.widget import Group, Widget

EDGE = 6
"""Room around the cards for the focus ring, in design pixels."""
_LEAST, _MOST, _GAP = 340, 430, 20


class CardGrid(Group):
    """As many columns as find room; arrows move among the cards by direction."""

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__(cards, group="cards")

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All rows at this width."""
        wide = kit.px(1500) if width is None else width
        rows = self._rows(kit, wide)
        gaps = kit.px(_GAP) * max(0, len(rows) - 1)
        return wide, sum(high for high, _ in rows) + gaps + 2 * kit.px(EDGE)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the cards."""
        super().layout(kit, rect)
        gap, column = kit.px(_GAP), self._column(kit, rect.width)
        y = rect.y + kit.px(EDGE)
        for high, row in self._rows(kit, rect.width):
            for place, card in enumerate(row):
                x = rect.x + kit.px(EDGE) + place * (column + gap)
                card.layout(kit, pygame.Rect(x, y, column, high))
            y += high + gap

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the cards in sight."""
        sight = surface.get_clip().inflate(0, 2 * kit.px(_GAP))
        for card in self.widgets:
            if card.rect.colliderect(sight):
                card.draw(surface, kit)

    def _count(self, kit: Kit, width: int) -> int:
        gap = kit.px(_GAP)
        return max(1, (width - kit.px(EDGE) + gap) // (kit.px(_LEAST) + gap))

    def _column(self, kit: Kit, width: int) -> int:
        count = self._count(kit, width)
        room = width - kit.px(EDGE) - kit.px(_GAP) * (count - 1)
        return min(kit.px(_MOST), room // count)

    def _rows(self, kit: Kit, width: int) -> list[tuple[int, list[Widget]]]:
        count, column = self._count(kit, width), self._column(kit, width)
        rows = []
        for start in range(0, len(self.widgets), count):
            row = self.widgets[start : start + count]
            rows.append((max(card.measure(kit, column)[1] for card in row), row))
        return rows
