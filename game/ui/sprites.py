"""Pictures made once and kept while there is room for them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


class SpriteCache:
    """Keeps the most recently used pictures up to a number of bytes.

    Pictures are shared: whoever takes one out must not draw on it.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._held = 0
        self._sprites: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture under this key; `make` draws it when it is not held."""
        sprite = self._sprites.get(key)
        if sprite is not None:
            self._sprites.move_to_end(key)
            return sprite
        sprite = make()
        self._sprites[key] = sprite
        self._held += _bytes(sprite)
        while self._held > self._max_bytes and len(self._sprites) > 1:
            self._held -= _bytes(self._sprites.popitem(last=False)[1])
        return sprite

    @property
    def held_bytes(self) -> int:
        """How many bytes of pictures are held now."""
        return self._held

    def __len__(self) -> int:
        return len(self._sprites)

    def clear(self) -> None:
        """Forget every picture."""
        self._sprites.clear()
        self._held = 0


def _bytes(sprite: pygame.Surface) -> int:
    return sprite.get_width() * sprite.get_height() * sprite.get_bytesize()
