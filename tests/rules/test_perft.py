"""The number of action sequences is the one that was counted before."""

import pytest
import yaml

from tests.rules.perft import FILE, PHASES, count, divide, position

KNOWN = yaml.safe_load(FILE.read_text("utf-8"))


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("name", sorted(KNOWN))
def test_perft(name: str, phase: str):
    game = position(name, phase)
    for depth, known in enumerate(KNOWN[name][phase], 1):
        found = count(game, game.state.snapshot(), depth)
        assert found == known, f"{phase} at depth {depth}: {divide(game, depth)}"
