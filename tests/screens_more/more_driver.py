"""Drives a window without a display: keys, clicks, and sittings that were played before."""

import gettext
from dataclasses import replace
from functools import cache
from pathlib import Path

import pygame

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.model.dice import below
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir
from game.ui.app import App
from game.ui.screen import Screen
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Widget

SIZES = (
    (1280, 720, 100),
    (1600, 1000, 100),
    (1920, 1080, 100),
    (1280, 720, 150),
    (1600, 1000, 150),
    (1024, 768, 200),
)
PIN = "2468"


class Longer(gettext.NullTranslations):
    """Every sentence 40 % longer, as translations are."""

    def gettext(self, message: str) -> str:
        return message + "~" * (len(message) * 2 // 5)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def first_light() -> Campaign:
    """The tutorial campaign, read once."""
    return load_campaign(campaigns_dir() / "first-light")


def sitting(folder: Path | None, seed: int = 1, pin: str = "", **players: str) -> Session:
    """A new sitting; seats are persons unless said otherwise."""
    chosen = {"us": "person", "mexico": "person", "cartel": "person", **players}
    seats = [SeatSetup(seat, player) for seat, player in chosen.items()]
    return Session.start(first_light(), seats, seed, folder, pin)


def play_on(session: Session, decisions: int) -> None:
    """Let persons decide by a small luck of their own and bots play, at most so often."""
    for _ in range(decisions):
        if session.game.is_over:
            return
        if session.step_bot() is None:
            legal = [one for one in session.game.legal_actions() if one.verb != "withdraw"]
            session.submit(legal[below(len(legal), 7, len(session.game.journal))])


def played(folder: Path, decisions: int, seed: int = 1, pin: str = "", **players: str) -> Path:
    """The file of a sitting that was played so far and closed."""
    session = sitting(folder, seed, pin, **players)
    play_on(session, decisions)
    path = session.path
    assert path is not None
    session.close()
    return path


def window(width: int = 1600, height: int = 1000, text: int = 100) -> App:
    """A window of a size, with a text size in percent."""
    app = App(size=(width, height), catch=False)
    app.settings = replace(app.settings, text_size=text)
    return app


def show(app: App, screen: Screen) -> None:
    """Put a screen on top and draw it once."""
    app.push(screen)
    app.turn([], 0.0)


def settle(app: App) -> None:
    """Let everything that moves or is prepared come to rest."""
    for _ in range(400):
        app.turn([], 0.05)
        assert app.screen is not None
        if not app.screen.idle(50.0):
            break
    for _ in range(4):
        app.turn([], 0.05)


def key(code: int, mod: int = 0, typed: str = "") -> pygame.event.Event:
    """A key that goes down."""
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=typed, scancode=0)


def press(app: App, *codes: int, mod: int = 0) -> None:
    """Press keys one after the other."""
    for code in codes:
        app.turn([key(code, mod)], 0.01)


def typed(app: App, text: str) -> None:
    """Type text into the field that has the focus."""
    app.turn([pygame.event.Event(pygame.TEXTINPUT, text=text)], 0.01)


def click(app: App, at: tuple[int, int]) -> None:
    """Click with the mouse."""
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.turn([pygame.event.Event(kind, button=1, pos=at)], 0.01)


def pixels(app: App) -> bytes:
    """The picture of the window, drawn anew."""
    assert app.screen is not None
    app.screen.invalidate()
    app.turn([], 0.0)
    return pygame.image.tobytes(app.window.surface, "RGB")


def focus_of(app: App) -> str:
    """The name of the control that has the focus."""
    assert isinstance(app.screen, FormScreen)
    focus = app.screen.form.focus
    return "" if focus is None else focus.name


def walked(app: App) -> list[Widget]:
    """The controls that Tab goes through, once around."""
    assert isinstance(app.screen, FormScreen)
    found: list[Widget] = []
    for _ in range(400):
        press(app, pygame.K_TAB)
        focus = app.screen.form.focus
        assert focus is not None
        if focus in found:
            return found
        found.append(focus)
    raise AssertionError("Tab never comes around")


def controls(root: Widget) -> list[Widget]:
    """Every control that takes focus, visible ones only."""
    return [widget for widget in root.descendants() if widget.focusable]


def scrolled(widget: Widget) -> bool:
    """Whether a control lies in a view that scrolls, and so may be out of sight."""
    return any(isinstance(above, ScrollView) for above in widget.ancestors())


def faults(screen: FormScreen) -> list[str]:
    """Controls that leave the window or lie on each other."""
    bounds = screen.rect
    plain = [one for one in controls(screen.form.root) if not scrolled(one) and one.rect.width]
    found = [
        f"{name_of(one)} leaves the window: {one.rect}"
        for one in plain
        if not bounds.contains(one.rect)
    ]
    for place, one in enumerate(plain):
        for other in plain[place + 1 :]:
            related = one in other.ancestors() or other in one.ancestors()
            if not related and one.rect.colliderect(other.rect):
                found.append(f"{name_of(one)} lies on {name_of(other)}")
    return found


def name_of(widget: Widget) -> str:
    """What a control is called in a failure."""
    return widget.name or type(widget).__name__
