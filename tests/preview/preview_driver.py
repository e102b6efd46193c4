"""Drives the preview: opens it, edits files as an editor does, and waits for what comes of it."""

import gettext
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui.app import App
from game.ui.screens.preview.screen import PreviewScreen

LONGEST = 10.0


class Longer(gettext.NullTranslations):
    """Every sentence 40 % longer, as translations are."""

    def gettext(self, message: str) -> str:
        return message + "~" * (len(message) * 2 // 5)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def window(width: int = 1600, height: int = 1000, text: int = 100) -> App:
    """A window of a size, with a text size in percent."""
    app = App(size=(width, height), catch=False)
    app.settings = replace(app.settings, text_size=text)
    return app


def preview(folder: Path, app: App | None = None) -> tuple[App, PreviewScreen]:
    """The preview of a folder, once it has been read for the first time."""
    app = app or window()
    screen = PreviewScreen(app, folder)
    app.push(screen)
    wait_for(app, lambda: screen.report is not None)
    return app, screen


def wait_for(app: App, happens: Callable[[], bool]) -> float:
    """Let real time pass until something happens and is drawn; returns the seconds it took."""
    begin = last = time.perf_counter()
    while True:
        now = time.perf_counter()
        wake = app.turn([], now - last)
        last = now
        if happens() and app.screen is not None and not app.screen.dirty:
            return time.perf_counter() - begin
        assert now - begin < LONGEST, "it never happened"
        time.sleep(min(0.02, 0.02 if wake is None else wake))


def rest(app: App) -> None:
    """Let the map finish its picture, and draw once more."""
    screen = app.screen
    assert screen is not None
    for _ in range(400):
        app.turn([], 0.05)
        if not screen.idle(50.0):
            break
    screen.invalidate()
    app.turn([], 0.0)


def press(app: App, *codes: int, mod: int = 0) -> None:
    """Press keys one after the other."""
    for code in codes:
        typed = chr(code) if 32 <= code < 127 and not mod else ""
        event = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=typed, scancode=0)
        app.turn([event], 0.01)


def click(app: App, at: tuple[int, int]) -> None:
    """Point somewhere and click there."""
    make = pygame.event.Event
    app.turn([make(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0))], 0.01)
    app.turn([make(pygame.MOUSEBUTTONDOWN, pos=at, button=1)], 0.01)
    app.turn([make(pygame.MOUSEBUTTONUP, pos=at, button=1)], 0.01)


def edit(path: Path, old: str, new: str) -> None:
    """Replace a piece of a file's text, as an editor saves it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
