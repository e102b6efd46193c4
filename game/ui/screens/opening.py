"""What the window shows while a sitting is being opened: one sentence, at once."""

from collections.abc import Callable

import pygame

from game.ui.app import App
from game.ui.screen import Screen


class OpeningScreen(Screen):
    """Says what is being opened, then lets `open_it` do so in its place."""

    def __init__(self, app: App, text: str, open_it: Callable[[], None]) -> None:
        super().__init__(app)
        self._text = text
        self._open_it = open_it
        self._drawn = False

    def draw(self, surface: pygame.Surface) -> None:
        """The sentence in the middle."""
        kit = self.kit
        surface.fill(kit.theme.slate)
        room = surface.get_width() - 2 * kit.px(40)
        style = kit.title(26, kit.theme.on)
        top = (surface.get_height() - kit.text.height(self._text, style, room)) // 2
        kit.text.rich(surface, self._text, (surface.get_width() // 2, top), room, style, "center")
        self._drawn = True

    def idle(self, budget_ms: float) -> bool:
        """Open it, once the sentence can be read."""
        if self._drawn:
            self.app.pop()
            self._open_it()
        return not self._drawn
