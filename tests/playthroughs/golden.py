"""Golden playthroughs: whole games as text, so that a change of the rules shows as a diff.

Write them anew with `python -m tests.playthroughs.golden`.
"""

import hashlib
import json
from pathlib import Path

from game.model.dice import below
from game.rules.engine import Game
from game.rules.notation import event_to_json, write_action
from game.rules.positions import state_to_json
from tests.rules.tabletop import first_light

FOLDER = Path(__file__).parent
SEEDS = {"first-light-random-1": (1, ()), "first-light-people-2": (2, ("us", "mexico", "cartel"))}
MOST_LISTED = 6


def digest(game: Game) -> str:
    """A short fingerprint of the position."""
    text = json.dumps(state_to_json(game.campaign, game.state), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def event_line(game: Game, event: object) -> str:
    data = event_to_json(game.campaign, event)  # type: ignore[arg-type]
    rest = {k: v for k, v in data.items() if k not in ("type", "cause", "seen")}
    return f"    {data['type']} {json.dumps(rest, sort_keys=True)}"


def playthrough(seed: int, persons: tuple[str, ...]) -> str:
    """One game at random, with the choices, the action, the events and the position's digest."""
    game = Game.start(first_light(), persons, seed)
    lines = [f"start {digest(game)}"]
    turn = 0
    while not game.is_over:
        legal = game.legal_actions()
        action = legal[below(len(legal), seed, turn)]
        names = [write_action(game.campaign, one) for one in legal[:MOST_LISTED]]
        more = f" and {len(legal) - MOST_LISTED} more" if len(legal) > MOST_LISTED else ""
        lines.append(f"Q{game.state.quarter} {game.state.phase}: {', '.join(names)}{more}")
        lines.append(f"> {write_action(game.campaign, action)}")
        lines += [event_line(game, event) for event in game.apply(action)[1:]]
        lines.append(f"  = {digest(game)}")
        turn += 1
    lines += [f"{game.campaign.seats[m.seat].id} {m.value}" for m in game.margins()]
    return "\n".join(lines) + "\n"


def main() -> None:
    for name, (seed, persons) in SEEDS.items():
        (FOLDER / f"{name}.txt").write_text(playthrough(seed, persons), "utf-8")


if __name__ == "__main__":
    main()
