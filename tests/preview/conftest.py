"""A window that nobody sees, folders of the test's own, and a campaign in them to be edited."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.resources import campaigns_dir


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's folders of this test alone, and no real display."""
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield tmp_path / "home"
    pygame.quit()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of First Light with its library."""
    for name in ("first-light", "library"):
        shutil.copytree(campaigns_dir() / name, tmp_path / name)
    return tmp_path / "first-light"
