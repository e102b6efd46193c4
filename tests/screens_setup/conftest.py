"""A window of the real app under the dummy driver, driven by keys and clicks alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from hands import Hands, MakeHands

from game.ui.run import make_app
from game.ui.screens.menu.screen import MenuScreen


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders of this test alone, and no window on anybody's screen."""
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    return tmp_path / "home"


@pytest.fixture
def hands_at() -> Iterator[MakeHands]:
    """Hands on a window of a size, text size in percent and language, with the menu open."""

    def make(size: tuple[int, int] = (1600, 1000), text: int = 100, language: str = "en") -> Hands:
        app = make_app(size, catch=False)
        app.settings = replace(app.settings, text_size=text, language=language)
        app.push(MenuScreen(app))
        return Hands(app)

    yield make
    pygame.quit()


@pytest.fixture
def hands(hands_at: MakeHands) -> Hands:
    """Hands on a window of the design's size."""
    return hands_at()
