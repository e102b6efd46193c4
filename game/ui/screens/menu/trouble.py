"""A calm page for what cannot be done: what, why, and what now."""

from collections.abc import Callable

import pygame

from game.play.trouble import SaveError
from game.ui.app import App
from game.ui.screens.frame import Head, margin
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Flowing, Passage, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Group, Widget


class TroubleScreen(FormScreen):
    """Tells what a saved sitting's trouble is, and leads back.

    With `retry`, which raises SaveError where it fails again, that is tried before going back, as
    often as people like; `leave` is then the way out for those who give up. `watch` opens a
    sitting that another window plays.
    """

    def __init__(
        self,
        app: App,
        trouble: SaveError,
        retry: Callable[[], None] | None = None,
        leave: Callable[[], None] | None = None,
        watch: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(app)
        self.trouble = trouble
        self._retry = retry
        self._leave = leave
        self._watch = watch

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Coalition Shield")

    def build(self) -> Widget:
        """The words, the way back, and the way out."""
        tr, trouble = self.kit.tr, self.trouble
        self.head = Head(tr.gettext("This did not work"))
        passages = [
            Passage(trouble.what.text(tr), "title"),
            Passage(trouble.why.text(tr)),
            Passage(trouble.now.text(tr)),
        ]
        label = tr.gettext("Back") if self._retry is None else tr.gettext("Try again")
        buttons = [_button("back", label, self._go_back, "Esc")]
        if self._leave is not None:
            passages.append(
                Passage(tr.gettext("Who leaves gives up what could not be saved."), "small")
            )
            buttons.append(_button("leave", tr.gettext("Leave to the menu"), self._leave))
        if self._watch is not None:
            buttons.insert(0, _button("watch", tr.gettext("Watch it"), self._watch, "W"))
        buttons[0].kind = "primary"
        self.words = TextBlock(passages)
        self.row = Flowing(buttons, gap=16)
        return Group([self.head, self.words, self.row])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The words in a readable width, the buttons below them."""
        kit = self.kit
        side = margin(kit, rect)
        high = self.head.measure(kit, rect.width)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        width = min(kit.px(820), rect.width - 2 * side)
        words = self.words.measure(kit, width)[1]
        top = high + kit.px(40)
        self.words.layout(kit, pygame.Rect(side, top, width, words))
        top += words + kit.px(30)
        row = self.row.measure(kit, width)[1]
        self.row.layout(kit, pygame.Rect(side, top, width, row))

    def _go_back(self) -> None:
        try:
            if self._retry is not None:
                self._retry()
        except SaveError as again:
            self.trouble = again
            self.rebuild()
            self.form.say(self.kit.tr.gettext("It did not work this time either."), "warning")
            return
        self.app.pop()


def _button(name: str, label: str, act: Callable[[], None], key: str = "") -> Button:
    button = Button(label, act, key=key, size=18)
    button.name = name
    return button
