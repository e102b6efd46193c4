"""A whole First Light from the keyboard alone, through the real loop of the app."""

from random import Random

import pygame
import pytest
from screen_driver import MakeApp, new_sitting, press, table, wait

from game.ui.app import App
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.private import PrivateScreen

MOST_KEYS = 4000
_LAYERS = ((0.78, pygame.K_RETURN), (0.9, pygame.K_ESCAPE), (1.0, pygame.K_TAB))


@pytest.mark.parametrize(
    ("people", "size", "text"),
    [(("us", "mexico"), (1280, 720), 100), (("us", "mexico", "cartel"), (1600, 1000), 200)],
)
def test_a_sitting_is_played_to_its_end_without_a_mouse(
    make_app: MakeApp, people: tuple[str, ...], size: tuple[int, int], text: int
) -> None:
    app = make_app(size)
    session = new_sitting(*people, seed=11, text=text)
    player = table(app, session)
    luck = Random(4)
    for _ in range(MOST_KEYS):
        if isinstance(app.screen, EndingScreen):
            break
        if app.screen is player and player.sitting.deciders and not player.dicing:
            assert player.form.focus is not None, "the focus must never go to nothing"
        go_on(app, luck)
    assert isinstance(app.screen, EndingScreen)
    assert session.game.is_over


def go_on(app: App, luck: Random) -> None:
    """Press what somebody might press now."""
    screen = app.screen
    if isinstance(screen, CurtainScreen | PrivateScreen):
        press(app, pygame.K_RETURN)
    elif isinstance(screen, FlowScreen):
        press(app, pygame.K_s)
        press(app, pygame.K_RETURN)
    elif not isinstance(screen, PlayScreen):
        press(app, pygame.K_ESCAPE)
    elif screen.dicing:
        press(app, pygame.K_SPACE)
    elif screen.form.has_layers:
        share = luck.random()
        press(app, next(key for limit, key in _LAYERS if share < limit))
    elif screen.sitting.deciders:
        _decide(app, luck)
    else:
        wait(app, 1, 0.8)


def _decide(app: App, luck: Random) -> None:
    share = luck.random()
    if share < 0.55:
        press(app, pygame.K_1 + luck.randrange(9))
    elif share < 0.85:
        for _ in range(luck.randrange(1, 6)):
            press(app, pygame.K_TAB)
        press(app, pygame.K_RETURN)
    elif share < 0.92:
        press(app, pygame.K_e)
    elif share < 0.97:
        press(app, luck.choice((pygame.K_LEFT, pygame.K_UP, pygame.K_w, pygame.K_y, pygame.K_b)))
    else:
        press(app, pygame.K_z, pygame.KMOD_CTRL)
