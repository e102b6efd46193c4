"""The shipped pictures: unit and piece symbols by id, the window's icon.

Symbols follow MIL-STD-2525 and are drawn ahead of time into ``assets/symbols``; an index beside
them says which id is which file. They are loaded when first asked for.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.ui.sprites import SpriteCache

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Symbol:
    """One entry of the symbol index: its file, whose it is, and the symbol's standard code."""

    id: str
    file: str
    side: str
    sidc: str


class Symbols:
    """Gives the picture of a symbol id at any height."""

    def __init__(self, folder: Path, sprites: SpriteCache) -> None:
        self._folder = folder
        self._sprites = sprites
        self._index = read_index(folder)
        self._originals: dict[str, pygame.Surface] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every symbol id, sorted."""
        return tuple(sorted(self._index))

    def __contains__(self, symbol: str) -> bool:
        return symbol in self._index

    def surface(self, symbol: str, height: int) -> pygame.Surface:
        """The symbol at a height in pixels; an id without a picture shows as unknown."""
        known = symbol if symbol in self._index else UNKNOWN
        return self._sprites.get(
            ("symbol", known, height), lambda: self._scaled(self._original(known), height)
        )

    def draw(
        self,
        surface: pygame.Surface,
        symbol: str,
        centre: tuple[float, float],
        height: int,
    ) -> pygame.Rect:
        """Draw a symbol around a point; returns the place it takes."""
        image = self.surface(symbol, height)
        x = round(centre[0] - image.get_width() / 2)
        y = round(centre[1] - image.get_height() / 2)
        return surface.blit(image, (x, y))

    def _original(self, symbol: str) -> pygame.Surface:
        held = self._originals.get(symbol)
        if held is None:
            path = self._folder / self._index[symbol].file
            held = self._originals[symbol] = pygame.image.load(str(path)).convert_alpha()
        return held

    @staticmethod
    def _scaled(image: pygame.Surface, height: int) -> pygame.Surface:
        width = max(1, round(image.get_width() * height / image.get_height()))
        return pygame.transform.smoothscale(image, (width, height))


def read_index(folder: Path) -> Mapping[str, Symbol]:
    """The symbols listed in a folder's ``index.json``, by id."""
    rows = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return {name: Symbol(name, row["file"], row["side"], row["sidc"]) for name, row in rows.items()}


def window_icon(assets: Path) -> pygame.Surface:
    """The picture for the window's title bar."""
    return pygame.image.load(str(assets / "icon.png"))
