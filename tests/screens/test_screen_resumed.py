"""A sitting looks the same before it is closed and after it is resumed."""

import pygame
import pytest
from screen_driver import MakeApp, first_light, press, settle, table, wait

from game.model.dice import below
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import saves_dir
from game.ui.app import App
from game.ui.screens.play.screen import PlayScreen

_MOST_TURNS = 160


def _sitting() -> Session:
    seats = [SeatSetup("us", "person", "Us"), SeatSetup("mexico", "person", "Mexico")]
    return Session.start(first_light(), seats, 5, saves_dir(), "")


def _at_rest(app: App, screen: PlayScreen) -> pygame.Surface:
    """The picture once dice, notes and journeys have ended, with the pointer nowhere."""
    _wait(app, screen, 12)
    screen.form.forget_notes()
    return settle(app).copy()


def _wait(app: App, screen: PlayScreen, turns: int) -> None:
    """Let time pass, with everything safe on the disk, so that bots go on at once."""
    for _ in range(turns):
        screen.sitting.session.flush()
        wait(app, 1, 0.5)


def _play_on(app: App, screen: PlayScreen, phase: str) -> None:
    """Decide by the table itself, so that it has a past, until the second quarter's phase."""
    session = screen.sitting.session
    for turn in range(_MOST_TURNS):
        _wait(app, screen, 6)
        while app.screen is not screen:
            press(app, pygame.K_s)
            press(app, pygame.K_RETURN)
            _wait(app, screen, 2)
        state = session.game.state
        asked = bool(screen.sitting.deciders) and not screen.form.has_layers
        if asked and (state.phase, state.quarter) == (phase, 2) and not state.pending:
            return
        press(app, pygame.K_1)
        press(app, pygame.K_ESCAPE)
        screen.asking.close()
        legal = [one for one in screen.sitting.legal if one.verb != "withdraw"]
        if legal:
            screen.commit(legal[below(len(legal), 4, turn)])
    raise AssertionError(f"{phase} never came")


@pytest.mark.parametrize("phase", ["strategic", "operational", "tactical"])
def test_the_table_looks_the_same_after_resuming(make_app: MakeApp, phase: str) -> None:
    app = make_app()
    session = _sitting()
    screen = table(app, session)
    _play_on(app, screen, phase)
    before = _at_rest(app, screen)
    watched = [route for route in screen.board._scene.routes if route.coverage]
    assert watched, "D and E of watched routes are on the map"
    path = session.path
    assert path is not None
    app.pop()
    again = make_app()
    resumed = table(again, Session.resume(path))
    while again.screen is not resumed:
        press(again, pygame.K_RETURN)
        wait(again, 2, 0.5)
    after = _at_rest(again, resumed)
    assert resumed.board._scene == screen.board._scene
    for part in ("board", "tracks", "tray"):
        rect = getattr(resumed.places, part)
        assert rect == getattr(screen.places, part)
        seen, want = after.subsurface(rect), before.subsurface(rect)
        assert pygame.image.tobytes(seen, "RGB") == pygame.image.tobytes(want, "RGB"), part
