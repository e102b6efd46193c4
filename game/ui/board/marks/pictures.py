"""Small pictures that stand on the map, each drawn once: the ground for plates, counters, names.

A picture has a body, which is what counts when things dodge each other, and a margin around it for
shadows, rings and badges.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.sprites import SpriteCache
from game.ui.theme import Colour

MARGIN = 14
"""Design pixels around a picture's body."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn thing: its surface, the margin around its body, and the key it is known by."""

    key: Hashable
    surface: pygame.Surface
    margin: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the body in pixels."""
        width, height = self.surface.get_size()
        return width - 2 * self.margin, height - 2 * self.margin


Draw = Callable[[pygame.Surface, pygame.Rect], None]


class Studio:
    """Makes pictures at one scale and keeps them.

    `kit` is at the size in which the pictures are drawn; a full map uses a smaller one.
    """

    def __init__(self, kit: Kit, cache: SpriteCache) -> None:
        self.kit = kit
        self._cache = cache
        # A translated word tells languages apart, since a translator has no name of its own.
        self._stamp = (
            round(kit.metrics.scale, 4),
            kit.theme.high_contrast,
            kit.theme.projector,
            kit.tr.gettext("Contested"),
        )

    def picture(self, key: Hashable, size: tuple[int, int], draw: Draw) -> Picture:
        """The picture of a key; `draw` gets a clear surface and the rect of the body."""
        margin = self.kit.px(MARGIN)
        stamp = (key, size, self._stamp)

        def make() -> pygame.Surface:
            surface = pygame.Surface((size[0] + 2 * margin, size[1] + 2 * margin), pygame.SRCALPHA)
            draw(surface, pygame.Rect((margin, margin), size))
            return surface

        return Picture(stamp, self._cache.get(stamp, make), margin)


def draw_heat(
    surface: pygame.Surface, kit: Kit, left: int, bottom: int, heat: int, empty: Colour
) -> None:
    """Draw the four bars of heat, `heat` of them filled."""
    for bar in range(4):
        height = kit.px(5 + bar * 3)
        colour = kit.theme.worse if bar < heat else empty
        rect = pygame.Rect(left + kit.px(bar * 7), bottom - height, kit.px(5), height)
        kit.paint.box(surface, rect, colour, 1)
