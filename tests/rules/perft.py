"""Perft: how many sequences of actions lead from a position, to a depth.

Counted from the first position of each phase with a choice, and of each kind of question, that
random games come to. `python -m tests.rules.perft` writes the counts of tests/perft.yaml anew.
"""

from functools import cache
from pathlib import Path

import yaml

from game.content.loader import load_campaign
from game.model.dice import below
from game.model.state import State
from game.resources import campaigns_dir
from game.rules.decisions import DECISIONS
from game.rules.engine import Game
from game.rules.notation import write_action
from game.rules.phases import TURNS

FILE = Path(__file__).parent.parent / "perft.yaml"
CAMPAIGNS = ("first-light",)
PEOPLE = ("us", "mexico", "cartel")
MOST_GAMES = 1000
DEEPEST = 4
MOST = 400_000
"""Sequences that are still counted: a depth that would have more is left out."""
NEVER = {"situation", "reading"}
"""What First Light never asks: it changes no cards, and no card of it is read in two ways."""
WANTED = {*DECISIONS, *TURNS} - NEVER
_LONGEST = 2000


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


def moment(game: Game) -> str:
    """What is chosen now: a phase, and the kind of question where one is asked."""
    state = game.state
    return f"{state.phase}, {state.pending[-1].kind}" if state.pending else state.phase


@cache
def positions(name: str) -> dict[str, Game]:
    """The first position of each moment, by its name, in as many random games as that takes."""
    campaign = load_campaign(campaigns_dir() / name)
    found: dict[str, Game] = {}
    for seed in range(MOST_GAMES):
        if {at.rpartition(", ")[2] for at in found} >= WANTED:
            break
        game = Game.start(campaign, PEOPLE if seed % 2 else (), seed)
        for turn in range(_LONGEST):
            if game.is_over:
                break
            if moment(game) not in found:
                found[moment(game)] = Game.resume(campaign, game.state.snapshot(), [])
            legal = game.legal_actions()
            game.apply(legal[below(len(legal), seed, turn)])
    return found


def counts(game: Game) -> list[int]:
    """Counts to each depth that can be afforded; the first always."""
    found = [count(game, game.state.snapshot(), 1)]
    while len(found) < DEEPEST:
        wider = found[-1] / (found[-2] if len(found) > 1 else 1)
        if found[-1] * wider > MOST:
            break
        found.append(count(game, game.state.snapshot(), len(found) + 1))
    return found


def main() -> None:
    known = {
        name: {at: counts(game) for at, game in sorted(positions(name).items())}
        for name in CAMPAIGNS
    }
    FILE.write_text(yaml.safe_dump(known), "utf-8")


if __name__ == "__main__":
    main()
