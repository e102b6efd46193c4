"""Where the parts of the table go: chrome on top, tray below, column at the right, map the rest."""

from dataclasses import dataclass, replace

import pygame

from game.ui.kit import Kit
from game.ui.screens.play import ribbon, trackbar

COLUMN = 348
COLUMN_COMPACT = 320
DRAWER = 372


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
    column = places.column
    if places.is_drawer:
        column = pygame.Rect(column.x, board.y, column.width, board.height)
    return replace(places, board=board, column=column), strip


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
    if is_drawer:
        column.height = board.height
    return Arrangement(strip, tracks, prompt, board, column, tray, is_drawer)
