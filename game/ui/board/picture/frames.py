"""Frames: finished pictures of a scene at one scale, made of tiles, built a slice at a time.

While a frame is being built the old one stays on the screen, moved and scaled. Tiles that look the
same in both are shared, so a small change of the scene repaints only what it touches.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

import pygame

from game.ui.board.layout.arranging import Arrangement, Item
from game.ui.board.marks.ink import Ink, InkSheet, shapes_within
from game.ui.board.picture.layers import TILE, BaseMap

Cell = tuple[int, int]
Looks = tuple[Hashable, ...]


@dataclass(slots=True)
class Frame:
    """A picture of a scene at one scale; world pixels are board units times `scale`."""

    scale: float
    arrangement: Arrangement
    inks: tuple[Ink, ...]
    tiles: dict[Cell, pygame.Surface] = field(default_factory=dict)
    looks: dict[Cell, Looks] = field(default_factory=dict)

    def draw(self, surface: pygame.Surface, view: pygame.Rect, offset: tuple[int, int]) -> bool:
        """Draw the part in a view; `offset` is the world pixel at the surface's origin.

        Returns whether every tile was there.
        """
        complete = True
        for cell in cells_in(view.move(offset)):
            tile = self.tiles.get(cell)
            if tile is None:
                complete = False
                continue
            surface.blit(tile, (cell[0] * TILE - offset[0], cell[1] * TILE - offset[1]))
        return complete

    def covers(self, world: pygame.Rect) -> bool:
        """Whether every tile of a world rect is there."""
        return all(cell in self.tiles for cell in cells_in(world))


def cells_in(world: pygame.Rect) -> Iterator[Cell]:
    """The cells of the grid of tiles that a world rect touches, row by row."""
    for row in range(world.top // TILE, (world.bottom - 1) // TILE + 1):
        for column in range(world.left // TILE, (world.right - 1) // TILE + 1):
            yield column, row


class BaseTiles:
    """Tiles of the base map, kept for one scale at a time."""

    def __init__(self, key: Hashable, base: BaseMap) -> None:
        self.key = key
        self._base = base
        self._tiles: dict[Cell, pygame.Surface] = {}

    def get(self, cell: Cell) -> pygame.Surface:
        """The base tile of a cell, painted when it is not held."""
        tile = self._tiles.get(cell)
        if tile is None:
            tile = self._tiles[cell] = pygame.Surface((TILE, TILE))
            self._base.paint(tile, *cell)
        return tile

    def has(self, cell: Cell) -> bool:
        """Whether the tile is held."""
        return cell in self._tiles

    def keep_only(self, world: pygame.Rect) -> None:
        """Forget tiles outside a world rect."""
        wanted = set(cells_in(world))
        self._tiles = {cell: tile for cell, tile in self._tiles.items() if cell in wanted}

    @property
    def count(self) -> int:
        """How many tiles are held."""
        return len(self._tiles)


class TilePainter:
    """Paints a frame's tiles: base map, ink, then the pictures that stand on it."""

    def __init__(self, sheet: InkSheet) -> None:
        self._sheet = sheet

    def paint(self, frame: Frame, cell: Cell, base: BaseTiles, before: Frame | None) -> bool:
        """Make a tile of a frame; returns whether it had to be painted.

        A tile that looks as in the frame before is taken from there.
        """
        world = pygame.Rect(cell[0] * TILE, cell[1] * TILE, TILE, TILE)
        inks, items = _touching(frame, world)
        looks: Looks = (
            base.key,
            *(ink.key for ink in inks),
            *((item.picture.key, item.rect.topleft, item.stem) for item in items),
        )
        frame.looks[cell] = looks
        if before is not None and before.looks.get(cell) == looks:
            frame.tiles[cell] = before.tiles[cell]
            return False
        if not inks and not items:
            frame.tiles[cell] = base.get(cell)
            return True
        tile = base.get(cell).copy()
        box = (world.left - 1.0, world.top - 1.0, world.right + 1.0, world.bottom + 1.0)
        shapes = shapes_within(inks, box)
        if shapes:
            self._sheet.draw(tile, world.topleft, shapes)
        for item in items:
            place = item.rect.move(
                -world.left - item.picture.margin, -world.top - item.picture.margin
            )
            tile.blit(item.picture.surface, place)
        frame.tiles[cell] = tile
        return True


def _touching(frame: Frame, world: pygame.Rect) -> tuple[list[Ink], list[Item]]:
    left, top, right, bottom = world.left, world.top, world.right, world.bottom
    inks = [
        ink
        for ink in frame.inks
        if ink.box[0] <= right and ink.box[2] >= left and ink.box[1] <= bottom and ink.box[3] >= top
    ]
    items = [
        item
        for item in frame.arrangement.items
        if world.colliderect(item.rect.inflate(2 * item.picture.margin, 2 * item.picture.margin))
    ]
    return inks, items
