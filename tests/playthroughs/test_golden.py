"""The golden playthroughs are still played the same."""

import re

import pytest

from game.rules.engine import Game
from tests.playthroughs.golden import FOLDER, MOST_LISTED, SEEDS, listed, playthrough
from tests.rules.tabletop import first_light


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_golden_game_is_played_the_same(name: str):
    seed, persons = SEEDS[name]
    kept = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert playthrough(seed, persons).splitlines() == kept.splitlines()


def test_every_step_holds_all_that_a_change_of_the_rules_could_change():
    """The moment, the worded prompt, the legal actions, the action, events, sentences, digest."""
    text = playthrough(*SEEDS["first-light-random-1"])
    steps = re.split(r"\n(?=Q\d )", text)[1:]
    assert len(steps) > 40
    for step in steps:
        assert re.match(r"Q\d [a-z-]+\n  \w+ is asked: \S", step)
        assert re.search(r"\n  \d+ legal [0-9a-f]{12}: \S", step)
        assert re.search(r"\n> \w+ [a-z-]+", step)
        assert re.search(r"\n    [A-Z]\w+ \{", step)
        assert re.search(r"\n  = [0-9a-f]{12}", step)
    for words in ("is asked: Choose one action.", "      **Quarter 2** of 4 begins.", "[End turn]"):
        assert words in text


def test_a_choice_beyond_the_first_few_changes_the_list():
    game = Game.start(first_light(), (), 1)
    legal = game.legal_actions()
    assert len(legal) > MOST_LISTED + 1
    assert listed(game, legal[:-1]).split(": ")[1] == listed(game, legal).split(": ")[1]
    assert listed(game, [*legal[:-2], legal[-1]]) != listed(game, legal[:-1])
