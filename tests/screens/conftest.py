"""The app without a window, in folders of this test alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from screen_driver import MakeApp

from game.ui.app import App


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders of this test alone."""
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def make_app(monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeApp]:
    """An app of a size and a text size in percent; failures are raised."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    made: list[App] = []

    def make(size: tuple[int, int] = (1600, 1000), text: int = 100) -> App:
        app = App(size=size, catch=False)
        app.settings = replace(app.settings, text_size=text)
        made.append(app)
        return app

    yield make
    for app in made:
        while app.screen is not None:
            app.pop()
    pygame.quit()
