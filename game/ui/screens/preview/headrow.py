"""Choices that stand in the dark head of the preview."""

import pygame

from game.ui.kit import Kit
from game.ui.widgets.choice import Segmented


class HeadChoice(Segmented):
    """A row of options on the dark chrome: an edge of light sets it off from the ground."""

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the row and its edge."""
        super().draw(surface, kit)
        edge = self.rect.inflate(kit.px(2), kit.px(2))
        kit.paint.box(surface, edge, None, 8, kit.theme.on2, 1.6)
