"""Coarse maps of the theatre, one byte for each cell: land and water, and whose area it is."""

from collections.abc import Iterable, Sequence

import pygame

from game.ui.board.land.geography import Geography
from game.ui.board.land.shapes import Box, Point, Ring, ring_area

_CELL = 16
_LAND = 1


class _Raster:
    """Painted rings that can be asked about a point."""

    def __init__(self, world: Box) -> None:
        self._columns = int(world[2]) // _CELL + 1
        self._rows = int(world[3]) // _CELL + 1
        self._mask = pygame.Surface((self._columns, self._rows), depth=8)
        self._cells = b""

    def paint(self, rings: Iterable[tuple[Sequence[Point], int]]) -> None:
        for ring, value in rings:
            cells = [(x / _CELL, y / _CELL) for x, y in ring]
            if len(cells) > 2:
                pygame.draw.polygon(self._mask, value, cells)
        self._cells = _rows_of(self._mask)

    def at(self, x: float, y: float) -> int:
        column, row = int(x) // _CELL, int(y) // _CELL
        if 0 <= column < self._columns and 0 <= row < self._rows:
            return self._cells[row * self._columns + column]
        return 0


class Terrain:
    """Answers whether a board point is land. Made from the map's rings in a few milliseconds."""

    def __init__(self, geography: Geography) -> None:
        self.world = geography.box
        self._raster = _Raster(self.world)
        self._raster.paint(
            (ground.ring, 0 if ground.is_water else _LAND) for ground in geography.grounds
        )

    def is_land(self, at: Point) -> bool:
        """Whether a board point lies on land; outside the theatre is water."""
        return self._raster.at(*at) == _LAND


class Owners:
    """Answers whose area a board point lies in, by the areas' places in a list.

    Only the first 254 areas are known; a board has far fewer.
    """

    def __init__(self, world: Box, fills: Sequence[tuple[str, Sequence[Ring]]]) -> None:
        self._ids = ["", *(area_id for area_id, _ in fills)][:255]
        self._raster = _Raster(world)
        rings = [
            (ring, number)
            for number, (_, area_rings) in enumerate(fills[:254], start=1)
            for ring in area_rings
        ]
        rings.sort(key=lambda entry: -ring_area(entry[0]))
        self._raster.paint(rings)

    def at(self, x: float, y: float) -> str:
        """The id of the area at a board point, or an empty word."""
        return self._ids[self._raster.at(x, y)]


def _rows_of(mask: pygame.Surface) -> bytes:
    """The bytes of an 8-bit surface without the padding at the end of its rows."""
    pitch, width = mask.get_pitch(), mask.get_width()
    raw = mask.get_buffer().raw
    return b"".join(raw[row * pitch : row * pitch + width] for row in range(mask.get_height()))
