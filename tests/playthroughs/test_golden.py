"""The golden playthroughs are still played the same."""

import pytest

from tests.playthroughs.golden import FOLDER, SEEDS, playthrough


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_golden_game_is_played_the_same(name: str):
    seed, persons = SEEDS[name]
    kept = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert playthrough(seed, persons).splitlines() == kept.splitlines()
