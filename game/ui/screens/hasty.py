"""Keys pressed too early: those that were meant for what was there a moment before."""

import pygame

_ANSWERING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
"""The keys that use whatever has the focus."""
_TICK = 0.1


class Hasty:
    """Holds keys back for a moment after something new came up by itself."""

    def __init__(self, seconds: float = 0.0) -> None:
        self._left = seconds

    @property
    def is_on(self) -> bool:
        """Whether keys are held back now."""
        return self._left > 0

    def begin(self, seconds: float) -> None:
        """Hold keys back for so many seconds; a longer time that has begun goes on."""
        self._left = max(self._left, seconds)

    def end(self) -> None:
        """Hold nothing back any more."""
        self._left = 0.0

    def advance(self, seconds: float) -> float | None:
        """Let time pass; returns in how many seconds to look again, or None.

        It is called in short steps, so that a picture that takes long to draw does not use up
        the moment in which it can be read.
        """
        self._left = max(0.0, self._left - seconds)
        return min(self._left, _TICK) if self._left else None

    def holds(self, event: pygame.event.Event) -> bool:
        """Whether a key that uses whatever has the focus must do nothing."""
        return self.is_on and event.type == pygame.KEYDOWN and event.key in _ANSWERING
