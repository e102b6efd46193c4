"""What every screen answers to the app.

A screen is pushed on the app's stack. The app lays it out, hands it events from the top of the
stack down to none other, lets time pass, and asks it to draw when it is dirty. Coordinates are
pixels of the window.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pygame

from game.ui.motion import Motion
from game.ui.theme import Metrics

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.kit import Kit


class Screen:
    """One full window of the game; subclasses fill in what they need.

    `dirty` says that the picture is out of date; `invalidate` sets it. `motion` holds the screen's
    movements: while any runs, the app draws every frame. `changed` are the parts of the window that
    the last `draw` has changed, None for all of it. `seat_letters` are those of the campaign that
    the screen shows, by seat style; where it shows none, those of the screen below hold.
    """

    def __init__(self, app: "App") -> None:
        self.app = app
        self.dirty = True
        self.motion = Motion(app.kit.theme.reduced_motion)
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.changed: list[pygame.Rect] | None = None
        self.seat_letters: Mapping[str, str] = {}

    @property
    def kit(self) -> "Kit":
        """The kit of this moment: theme, scale and language."""
        return self.app.kit

    @property
    def title(self) -> str:
        """The window's title; it must give nothing away that the screen hides."""
        return ""

    def invalidate(self) -> None:
        """Ask for a new picture."""
        self.dirty = True

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Place everything; called on push, on resize and when text size or theme change."""

    def handle(self, event: pygame.event.Event) -> bool:
        """React to an event; returns whether it was used."""
        return False

    def pass_time(self, seconds: float) -> None:
        """Told how much time has truly passed, before the events of a turn: clocks follow it."""

    def update(self, dt: float) -> float | None:
        """Let `dt` seconds pass: no more than the screen has asked to sleep, or a short step.

        Returns in how many seconds to be called again at the latest, or None to sleep until
        something happens. Running motion is advanced by the app and keeps it awake by itself.
        """
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole screen."""

    def idle(self, budget_ms: float) -> bool:
        """Do a slice of background work while nothing else happens; True while more is left."""
        return False

    def on_push(self) -> None:
        """Called when the screen has come to the top for the first time."""

    def on_return(self, result: object) -> None:
        """Called when the screen above it was popped, with what that screen handed back."""

    def on_pop(self) -> None:
        """Called when the screen leaves the stack for good."""

    def on_close(self) -> bool:
        """Asked when the window is about to close; False keeps it open."""
        return True
