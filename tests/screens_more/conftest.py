"""A hidden window, folders of the test's own, and two sittings that were played before."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from more_driver import PIN, played

from game.resources import saves_dir


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's folders of this test alone, and no real display."""
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield tmp_path / "home"
    pygame.quit()


@pytest.fixture(scope="session")
def played_before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An unfinished and a finished sitting, played once for all tests."""
    folder = tmp_path_factory.mktemp("played")
    bots = {"us": "random", "mexico": "random", "cartel": "random"}
    first = played(folder, 45, seed=3, pin=PIN, cartel="random")
    return first, played(folder, 5000, seed=5, **bots)


@pytest.fixture
def unfinished(played_before: tuple[Path, Path]) -> Path:
    """A sitting in its second quarter, with a PIN; the network is played by the computer."""
    return Path(shutil.copy(played_before[0], saves_dir()))


@pytest.fixture
def finished(played_before: tuple[Path, Path]) -> Path:
    """A sitting that is over."""
    return Path(shutil.copy(played_before[1], saves_dir()))
