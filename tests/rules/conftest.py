"""Loaded dice: what a test needs to fall."""

import pytest


@pytest.fixture
def dice(monkeypatch: pytest.MonkeyPatch):
    """Call it with a number: from then on every Test and every plain die shows it."""

    def load(number: int) -> None:
        monkeypatch.setattr("game.rules.table.die", lambda *_: number)

    return load


@pytest.fixture
def flow_dice(monkeypatch: pytest.MonkeyPatch):
    """Call it with a number: from then on every die of FLOW shows it."""

    def load(number: int) -> None:
        monkeypatch.setattr("game.rules.flow.die_of", lambda *_: number)

    return load
