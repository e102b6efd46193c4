"""Perft: how many sequences of actions lead from a position, to a depth.

`python -m tests.rules.perft` writes the counts of tests/perft.yaml anew.
"""

from pathlib import Path

import yaml

from game.content.loader import load_campaign
from game.model.state import State
from game.resources import campaigns_dir
from game.rules.engine import Game
from game.rules.notation import write_action

FILE = Path(__file__).parent.parent / "perft.yaml"
DEPTHS = (1, 2, 3)
PHASES = ("red-plan", "strategic", "operational", "tactical")


def count(game: Game, state: State, depth: int) -> int:
    """Sequences of `depth` actions from a position."""
    here = Game.resume(game.campaign, state, [])
    legal = here.legal_actions()
    if depth == 1 or not legal:
        return len(legal)
    return sum(count(game, after(game, state, action), depth - 1) for action in legal)


def after(game: Game, state: State, action) -> State:
    """The position after an action, on a copy."""
    branch = Game.resume(game.campaign, state.snapshot(), [])
    branch.apply(action)
    return branch.state


def divide(game: Game, depth: int) -> dict[str, int]:
    """The count below each action: where a failure is."""
    return {
        write_action(game.campaign, action): count(game, after(game, game.state, action), depth - 1)
        if depth > 1
        else 1
        for action in game.legal_actions()
    }


def position(name: str, phase: str) -> Game:
    """The first position of a phase, when everybody takes the last choice before it."""
    game = Game.start(load_campaign(campaigns_dir() / name), (), 1)
    while game.state.phase != phase:
        game.apply(game.legal_actions()[-1])
    return game


def counts(name: str) -> dict[str, list[int]]:
    """Counts to each depth for the first position of each phase."""
    found = {}
    for phase in PHASES:
        game = position(name, phase)
        found[phase] = [
            count(game, game.state.snapshot(), depth) for depth in DEPTHS[: _deep(phase)]
        ]
    return found


def _deep(phase: str) -> int:
    return 3 if phase == "strategic" else 2


def main() -> None:
    names = ["first-light"]
    FILE.write_text(yaml.safe_dump({name: counts(name) for name in names}), "utf-8")


if __name__ == "__main__":
    main()
