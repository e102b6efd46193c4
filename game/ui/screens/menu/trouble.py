"""A calm page for what cannot be done: what, why, and what now."""

from collections.abc import Callable

import pygame

from game.play.trouble import SaveError
from game.ui.app import App
from game.ui.screens.frame import Head, margin
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Passage, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Group, Widget


class TroubleScreen(FormScreen):
    """Tells what a saved sitting's trouble is; `retry` tries once more before going back."""

    def __init__(
        self, app: App, trouble: SaveError, retry: Callable[[], None] | None = None
    ) -> None:
        super().__init__(app)
        self.trouble = trouble
        self._retry = retry

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Coalition Shield")

    def build(self) -> Widget:
        """The words and one way back."""
        tr, trouble = self.kit.tr, self.trouble
        self.head = Head(tr.gettext("This did not work"))
        passages = [
            Passage(trouble.what.text(tr), "title"),
            Passage(trouble.why.text(tr)),
            Passage(trouble.now.text(tr)),
        ]
        self.words = TextBlock(passages)
        label = tr.gettext("Back") if self._retry is None else tr.gettext("Try again")
        self.back = Button(label, self._leave, kind="primary", key="Esc", size=18)
        return Group([self.head, self.words, self.back])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The words in a readable width, the button below them."""
        kit = self.kit
        side = margin(kit, rect)
        high = self.head.measure(kit, rect.width)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        width = min(kit.px(820), rect.width - 2 * side)
        words = self.words.measure(kit, width)[1]
        top = high + kit.px(40)
        self.words.layout(kit, pygame.Rect(side, top, width, words))
        self.back.layout(kit, pygame.Rect((side, top + words + kit.px(30)), self.back.measure(kit)))

    def _leave(self) -> None:
        if self._retry is not None:
            self._retry()
        self.app.pop()
