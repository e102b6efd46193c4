"""Where land and water are, coarsely, for laying routes: one byte for each cell of the theatre."""

import pygame

from game.ui.board.geography import Geography
from game.ui.board.shapes import Point

_CELL = 16
_LAND = 1


class Terrain:
    """Answers whether a board point is land. Made from the map's rings in a few milliseconds."""

    def __init__(self, geography: Geography) -> None:
        self.world = geography.box
        self._columns = geography.width // _CELL + 1
        self._rows = geography.height // _CELL + 1
        mask = pygame.Surface((self._columns, self._rows), depth=8)
        for ground in geography.grounds:
            cells = [(x / _CELL, y / _CELL) for x, y in ground.ring]
            if len(cells) > 2:
                pygame.draw.polygon(mask, 0 if ground.is_water else _LAND, cells)
        self._cells = _rows_of(mask)

    def is_land(self, at: Point) -> bool:
        """Whether a board point lies on land; outside the theatre is water."""
        column, row = int(at[0]) // _CELL, int(at[1]) // _CELL
        if 0 <= column < self._columns and 0 <= row < self._rows:
            return self._cells[row * self._columns + column] == _LAND
        return False


def _rows_of(mask: pygame.Surface) -> bytes:
    """The bytes of an 8-bit surface without the padding at the end of its rows."""
    pitch, width = mask.get_pitch(), mask.get_width()
    raw = mask.get_buffer().raw
    return b"".join(raw[row * pitch : row * pitch + width] for row in range(mask.get_height()))
