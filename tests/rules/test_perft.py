"""The number of action sequences is the one that was counted before."""

import pytest
import yaml

from tests.rules.perft import CAMPAIGNS, DEEPEST, FILE, WANTED, count, counts, divide, positions

KNOWN = yaml.safe_load(FILE.read_text("utf-8"))


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_perft_counts_from_every_moment(name: str):
    assert sorted(KNOWN[name]) == sorted(positions(name))
    asked = {at.rpartition(", ")[2] for at in KNOWN[name]}
    assert asked >= WANTED
    assert any(len(found) == DEEPEST for found in KNOWN[name].values())


@pytest.mark.parametrize(
    ("name", "at"), [(name, at) for name in sorted(KNOWN) for at in sorted(KNOWN[name])]
)
def test_perft(name: str, at: str):
    game = positions(name)[at]
    for depth, known in enumerate(KNOWN[name][at], 1):
        found = count(game, game.state.snapshot(), depth)
        assert found == known, below_each(name, at, depth)


def below_each(name: str, at: str, depth: int) -> str:
    """Where the difference is: the count below each action."""
    rows = divide(positions(name)[at], depth).items()
    told = "\n".join(f"{number:>8}  {action}" for action, number in rows)
    return f"{at} of {name} at depth {depth}, below each action:\n{told}"


def test_the_counts_below_each_action_add_up():
    game = positions("first-light")["strategic"]
    for depth, known in enumerate(counts(game), 1):
        assert sum(divide(game, depth).values()) == known
    assert "mexico consent" in below_each("first-light", "strategic", 2)
