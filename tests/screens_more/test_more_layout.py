"""Every screen opens at every size, with room for all of its controls, in longer languages too."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from more_driver import SIZES, Longer, faults, first_light, settle, show, walked, window

from game.play.replay import Replay
from game.ui.app import App
from game.ui.help import HelpScreen
from game.ui.screens.cards.screen import CardsScreen
from game.ui.screens.menu.credits import CreditsScreen
from game.ui.screens.menu.saves import SavesScreen
from game.ui.screens.menu.settings import SettingsScreen
from game.ui.screens.replay.screen import ReplayScreen
from game.ui.screens.replay.show import ShowScreen
from game.ui.widgets.form_screen import FormScreen

Make = Callable[[App, Path], FormScreen]
SCREENS: dict[str, Make] = {
    "help": lambda app, path: HelpScreen(app, "tactical", first_light()),
    "keys": lambda app, path: HelpScreen(app, section="keys"),
    "cards": lambda app, path: CardsScreen(app, first_light()),
    "credits": lambda app, path: CreditsScreen(app),
    "saves": lambda app, path: SavesScreen(app),
    "settings": lambda app, path: SettingsScreen(app),
    "replay": lambda app, path: ReplayScreen.opened(app, path),
}


@pytest.mark.parametrize("name", SCREENS)
def test_controls_have_room_at_every_size(name: str, unfinished: Path) -> None:
    for width, height, text in SIZES:
        app = window(width, height, text)
        screen = SCREENS[name](app, unfinished)
        show(app, screen)
        assert faults(screen) == [], (width, height, text)
        pygame.quit()


@pytest.mark.parametrize("name", SCREENS)
def test_controls_have_room_in_longer_languages(name: str, unfinished: Path) -> None:
    for width, height, text in ((1280, 720, 100), (1600, 1000, 150)):
        app = window(width, height, text)
        app.present(translator=Longer())
        screen = SCREENS[name](app, unfinished)
        app.push(screen)
        app.present(translator=Longer())
        screen.rebuild()
        app.turn([], 0.0)
        assert faults(screen) == [], (width, height, text)
        pygame.quit()


@pytest.mark.parametrize("name", SCREENS)
def test_tab_reaches_every_control(name: str, unfinished: Path) -> None:
    app = window()
    screen = SCREENS[name](app, unfinished)
    show(app, screen)
    names = {widget.name for widget in screen.form.reachable()}
    assert {widget.name for widget in walked(app)} == names


@pytest.mark.parametrize("name", SCREENS)
def test_escape_leaves(name: str, unfinished: Path) -> None:
    app = window()
    show(app, CreditsScreen(app))
    show(app, SCREENS[name](app, unfinished))
    app.turn([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="")], 0.01)
    assert len(app.screens) == 1


@pytest.mark.parametrize("size", SIZES)
def test_the_second_window_draws_at_every_size(
    size: tuple[int, int, int], unfinished: Path
) -> None:
    app = window(*size)
    screen = ShowScreen(app, Replay.open(unfinished))
    show(app, screen)
    settle(app)
    assert screen.board.rect.height > screen.rect.height * 0.4
    assert screen.latest.rect.bottom == screen.rect.bottom
