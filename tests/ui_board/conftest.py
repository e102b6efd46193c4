"""A board in a hidden window, laid out as the game does it."""

import gettext
import os
from collections.abc import Callable, Iterator

import pygame
import pytest

from game import resources
from game.ui.board.board import BoardWidget
from game.ui.board.land.geography import Geography
from game.ui.board.scene import Scene
from game.ui.kit import Kit, make_kit
from game.ui.theme import Metrics, make_theme

SIZES = ((1280, 720), (1600, 1000), (1920, 1080))


def make_test_kit(size: tuple[int, int], text_size: float = 1.0) -> Kit:
    """A kit for a window of this size, in English."""
    metrics = Metrics(size[0], size[1], text_size)
    return make_kit(make_theme(), metrics, gettext.NullTranslations(), resources.assets_dir())


def map_rect(size: tuple[int, int], kit: Kit) -> pygame.Rect:
    """Where the map lies in a window: below the tracks, above the tray, left of the column."""
    top, tray, column = kit.px(144), kit.px(176), kit.px(348)
    return pygame.Rect(0, top, size[0] - column, size[1] - top - tray)


@pytest.fixture(scope="session", autouse=True)
def _display() -> Iterator[None]:
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    yield
    pygame.quit()


@pytest.fixture(scope="session")
def geography() -> Geography:
    return Geography.load()


@pytest.fixture
def make_board(geography: Geography) -> Callable[..., BoardWidget]:
    def make(scene: Scene, size: tuple[int, int] = (1600, 1000)) -> BoardWidget:
        kit = make_test_kit(size)
        board = BoardWidget(geography)
        board.set_scene(scene)
        board.layout(map_rect(size, kit), kit)
        board.finish()
        return board

    return make
