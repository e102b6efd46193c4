"""Hands on the keyboard and the mouse of a running app."""

from collections.abc import Callable

import pygame

from game.ui.app import App
from game.ui.screen import Screen
from game.ui.screens.setup.plan import Plan
from game.ui.screens.setup.steps import SetupStep
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Widget

_KEYS = {
    "Enter": pygame.K_RETURN,
    "Esc": pygame.K_ESCAPE,
    "Tab": pygame.K_TAB,
    "Space": pygame.K_SPACE,
    "Left": pygame.K_LEFT,
    "Right": pygame.K_RIGHT,
    "Down": pygame.K_DOWN,
    "PageDown": pygame.K_PAGEDOWN,
    "F1": pygame.K_F1,
}
_MOST_TABS = 60


class Hands:
    """Presses keys and clicks as people do, letting the app's loop turn in between."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.settle()

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        assert self.app.screen is not None
        return self.app.screen

    @property
    def form_screen(self) -> FormScreen:
        """The screen on top, which is made of controls."""
        assert isinstance(self.screen, FormScreen)
        return self.screen

    @property
    def plan(self) -> Plan:
        """What is being set up."""
        assert isinstance(self.screen, SetupStep)
        return self.screen.plan

    @property
    def focus(self) -> str:
        """The name of the control that has the focus."""
        focus = self.form_screen.form.focus
        return focus.name if focus is not None else ""

    def settle(self, seconds: float = 1.0) -> None:
        """Let time pass and idle work be done."""
        for _ in range(round(seconds / 0.05)):
            self.app.turn(pygame.event.get(), 0.05)
        while self.screen.idle(6.0):
            pass
        self.app.turn([], 0.05)

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for name in keys:
            shifted = name.startswith("Shift+")
            key = _KEYS[name.removeprefix("Shift+")]
            mod = pygame.KMOD_SHIFT if shifted else 0
            self._send(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)
            self._send(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0)

    def write(self, text: str) -> None:
        """Type text, as the keyboard or an input method sends it."""
        for letter in text:
            self._send(pygame.KEYDOWN, key=0, mod=0, unicode=letter, scancode=0)
            self._send(pygame.TEXTINPUT, text=letter)

    def tab_to(self, name: str) -> None:
        """Go to a control with Tab alone."""
        for _ in range(_MOST_TABS):
            if self.focus == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab never reaches {name}; it ends at {self.focus}")

    def widget(self, name: str) -> Widget:
        """The control of a name."""
        named = {one.name: one for one in self.form_screen.form.reachable()}
        return named[name]

    def click(self, name: str, part: tuple[int, int] = (0, 1)) -> None:
        """Click a control; `part` names one of its segments: which, of how many."""
        rect = self.widget(name).rect
        at = (rect.x + rect.width * (2 * part[0] + 1) // (2 * part[1]), rect.centery)
        self._send(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self._send(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        self._send(pygame.MOUSEBUTTONUP, pos=at, button=1)

    def _send(self, kind: int, **values: object) -> None:
        self.app.turn([pygame.event.Event(kind, values)], 0.05)


MakeHands = Callable[..., Hands]
"""Makes hands on a window of a size, a text size and a language."""
