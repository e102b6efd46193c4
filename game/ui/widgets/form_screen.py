"""A screen made of controls: the form is wired up, only the content is left to say."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Set

import pygame

from game.ui.app import App
from game.ui.screen import Screen
from game.ui.theme import Metrics
from game.ui.widgets.form import Form, Layer
from game.ui.widgets.popover import Dialog, Popover
from game.ui.widgets.widget import Widget


class FormScreen(Screen, ABC):
    """A screen whose controls are a form.

    A subclass makes its widgets in `build`, places them in `place`, and draws what lies behind
    them in `paint`. `rebuild` makes the widgets anew after a change; focus finds the control of
    the same name. Keys that no control wants reach `on_key`.
    """

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.form = Form(lambda: self.kit, self.refused)
        self._built = False

    @abstractmethod
    def build(self) -> Widget:
        """Make the widgets, usually a `Group`; called before `place`."""

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Lay the widgets out."""

    def paint(self, surface: pygame.Surface) -> None:
        """Draw what lies behind the widgets; plain ground unless overridden."""
        surface.fill(self.kit.theme.screen)

    def first_focus(self) -> Widget | None:
        """The control that has the focus at first; None for the first in order."""
        return None

    def refused(self, reason: str) -> None:
        """Told the reason whenever a control that cannot be used was tried."""

    def on_key(self, event: pygame.event.Event) -> bool:
        """React to a key that no control used; returns whether it was used."""
        return False

    def rebuild(self) -> None:
        """Make and place the widgets anew."""
        root = self.build()
        self._built = True
        self.place(self.kit.metrics, self.rect)
        self.form.set_content(root, None if self.form.focus is not None else self.first_focus())
        self.invalidate()

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Make the widgets once, and place them at every change of size."""
        if not self._built:
            self.rebuild()
        else:
            self.place(metrics, rect)
            self.form.replace_layers()

    def ask(self, dialog: Dialog, on_close: Callable[[], None] | None = None) -> None:
        """Open a dialog in the middle of the screen, and keep it there when the size changes."""
        self._show(dialog, lambda: dialog.place(self.kit, self.rect), on_close, modal=True)

    def show_beside(
        self,
        popover: Popover,
        anchor: Callable[[], pygame.Rect],
        on_close: Callable[[], None] | None = None,
    ) -> None:
        """Open a popover beside an anchor, which is asked for again when the size changes."""
        self._show(
            popover,
            lambda: popover.place(self.kit, anchor(), self.rect),
            on_close,
            modal=False,
        )

    def _show(
        self,
        root: Widget,
        place: Callable[[], None],
        on_close: Callable[[], None] | None,
        *,
        modal: bool,
    ) -> None:
        place()
        self.form.open(Layer(root, modal=modal, place=place, on_close=on_close))
        self.invalidate()

    def handle(self, event: pygame.event.Event) -> bool:
        """Pass the event to the controls, then to the screen's own keys."""
        if self.form.handle(event):
            return True
        return event.type == pygame.KEYDOWN and self.on_key(event)

    def update(self, dt: float) -> float | None:
        """Let time pass for the controls."""
        wake = self.form.update(dt)
        if self.form.dirty:
            self.invalidate()
        elif self.form.stale:
            self.touch_controls(self.form.stale)
        return wake

    def touch_controls(self, controls: Set[Widget]) -> None:
        """Some controls look different, and nothing else: draw everything unless overridden."""
        self.invalidate()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the ground and the controls."""
        self.paint(surface)
        self.form.draw(surface)
