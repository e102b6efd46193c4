"""The window: opened once, resized, switched to full screen; pygame's start and end."""

import os
import sys
from collections.abc import Sequence

import pygame

from game.resources import assets_dir
from game.ui.assets import window_icon


class NoDisplay(Exception):
    """No window can be opened here; the message is the display's own."""


def start_pygame() -> None:
    """Start the display and the fonts, and nothing else: no sound, no joystick.

    Raises `NoDisplay` where there is no screen to open a window on.
    """
    _tell_windows_about_scaling()
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    if sys.platform == "linux":
        # Without it every picture goes through OpenGL, which machines without a graphics card
        # emulate: opening the window and each flip are then ten to a hundred times as slow.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    try:
        pygame.display.init()
    except pygame.error as problem:
        raise NoDisplay(str(problem)) from problem
    pygame.font.init()


def stop_pygame() -> None:
    """Close the window and let go of everything."""
    pygame.quit()


class Window:
    """The one window of the game, resizable, or the whole screen.

    A size that was chosen for another desktop is made to fit this one when `fit` says so.
    """

    def __init__(
        self, size: tuple[int, int], *, full_screen: bool, title: str, fit: bool = True
    ) -> None:
        self._windowed = _fitting(size) if fit else size
        self._full_screen = full_screen
        self._title = title
        pygame.display.set_caption(title)
        pygame.display.set_icon(window_icon(assets_dir()))
        self.surface = self._open()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.surface.get_size()

    @property
    def windowed_size(self) -> tuple[int, int]:
        """The size to open with the next time when not in full screen."""
        return self._windowed

    @property
    def full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._full_screen

    def name(self, title: str) -> None:
        """Set the window's title."""
        if title != self._title:
            self._title = title
            pygame.display.set_caption(title)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to the window as it was."""
        self._full_screen = not self._full_screen
        self.surface = self._open()

    def resized(self) -> None:
        """Take up the size the user has given the window."""
        surface = pygame.display.get_surface()
        if surface is not None:
            self.surface = surface
        if not self._full_screen:
            self._windowed = self.surface.get_size()

    def show(self, parts: Sequence[pygame.Rect] | None = None) -> None:
        """Put what was drawn on the screen: some parts of it, or all."""
        if parts is None:
            pygame.display.flip()
        else:
            pygame.display.update(list(parts))

    def _open(self) -> pygame.Surface:
        if self._full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        surface = pygame.display.set_mode(self._windowed, pygame.RESIZABLE)
        if surface.get_size() != self._windowed:
            # On leaving full screen the display may hand out the old surface once more.
            surface = pygame.display.set_mode(self._windowed, pygame.RESIZABLE)
        return surface


def _fitting(wanted: tuple[int, int]) -> tuple[int, int]:
    """The wanted size, or the largest that leaves room for the desktop's own bars."""
    sizes = pygame.display.get_desktop_sizes()
    if not sizes:
        return wanted
    width, height = sizes[0]
    return min(wanted[0], max(640, width)), min(wanted[1], max(480, height - 60))


def _tell_windows_about_scaling() -> None:
    """Ask Windows for real pixels; without it the window is drawn small and blown up."""
    if sys.platform != "win32":
        return
    import ctypes

    try:
        ctypes.windll.shcore.SetProcessDpiAwareness(2)
    except (AttributeError, OSError):
        ctypes.windll.user32.SetProcessDPIAware()
