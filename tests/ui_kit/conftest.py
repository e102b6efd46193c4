"""A kit at any window size and text size, without a window."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from kit_sheet import MakeKit

from game import resources
from game.ui.kit import Kit, make_kit
from game.ui.theme import Metrics, make_theme


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders of this test alone."""
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[pygame.Surface]:
    """A started display of the design's size."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode((1600, 1000))
    pygame.quit()


@pytest.fixture
def kit_at(display: pygame.Surface) -> MakeKit:
    """A kit for a window and a text size in percent."""

    def make(
        width: int = 1600, height: int = 1000, text: int = 100, *, contrast: bool = False
    ) -> Kit:
        theme = make_theme(high_contrast=contrast)
        metrics = Metrics(width, height, text / 100)
        return make_kit(theme, metrics, gettext.NullTranslations(), resources.assets_dir())

    return make


@pytest.fixture
def kit(kit_at: MakeKit) -> Kit:
    """The kit of the design: 1600x1000 at 100 % text."""
    return kit_at()
