"""Where the parts of the table go: chrome on top, tray below, column at the right, map the rest."""

from dataclasses import dataclass, replace

import pygame

from game.ui.kit import Kit
from game.ui.screens.play import ribbon, trackbar

COLUMN = 348
COLUMN_COMPACT = 320
DRAWER = 372
_LOWEST_DRAWER = 0.75


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Rects in pixels. In narrow windows `column` lies over the map, as a drawer."""

    ribbon: pygame.Rect
    tracks: pygame.Rect
    prompt: pygame.Rect
    board: pygame.Rect
    column: pygame.Rect
    tray: pygame.Rect
    is_drawer: bool


def make_room(places: Arrangement, high: int) -> tuple[Arrangement, pygame.Rect]:
    """The same with a strip of that height cut off the map's top, and the strip's place."""
    strip = pygame.Rect(places.board.topleft, (places.board.width, high))
    board = pygame.Rect(strip.bottomleft, (strip.width, places.board.height - high))
    room = replace(places, board=board)
    column = _drawer(room) if places.is_drawer else places.column
    return replace(room, column=column), strip


def arrange(kit: Kit, rect: pygame.Rect, prompt_height: int, tray_height: int) -> Arrangement:
    """Divide the window; heights in pixels."""
    strip = pygame.Rect(rect.x, rect.y, rect.width, kit.px(ribbon.HEIGHT))
    tracks = pygame.Rect(rect.x, strip.bottom, rect.width, kit.px(trackbar.HEIGHT))
    prompt = pygame.Rect(rect.x, tracks.bottom, rect.width, prompt_height)
    below = rect.bottom - prompt.bottom
    is_drawer = kit.metrics.drawers
    wide = min(kit.px(DRAWER), rect.width)
    if not is_drawer:
        wide = kit.px(COLUMN_COMPACT if kit.metrics.compact else COLUMN)
    column = pygame.Rect(rect.right - wide, prompt.bottom, wide, below)
    left = rect.width if is_drawer else rect.width - wide
    tray = pygame.Rect(rect.x, rect.bottom - tray_height, left, tray_height)
    board = pygame.Rect(rect.x, prompt.bottom, left, below - tray_height)
    places = Arrangement(strip, tracks, prompt, board, column, tray, is_drawer)
    return replace(places, column=_drawer(places)) if is_drawer else places


def _drawer(places: Arrangement) -> pygame.Rect:
    """Over the map's right side; where the map is too low to read in, over the tray as well.

    Prompt and tracks stay in sight in any case.
    """
    column, board = places.column, places.board
    if board.height >= column.width * _LOWEST_DRAWER:
        return pygame.Rect(column.x, board.y, column.width, board.height)
    top = places.prompt.bottom
    return pygame.Rect(column.x, top, column.width, places.tray.bottom - top)
