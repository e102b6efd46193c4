"""Golden playthroughs: whole games as text, so that a change of the rules shows as a diff.

Each step holds the moment, what each seat is asked in words, the legal actions (how many, their
digest and the first few), the action, every event with its sentence, and the position's digest.
Write them anew with `python -m tests.playthroughs.golden`.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.model.actions import Action
from game.model.dice import below
from game.model.ids import SeatMask
from game.narrate.choices.prompts import prompt
from game.narrate.language import translator
from game.narrate.log import Log
from game.narrate.words import Words
from game.rules.engine import Game
from game.rules.notation import event_to_json, write_action
from game.rules.positions import state_to_json
from tests.rules.tabletop import first_light

FOLDER = Path(__file__).parent
SEEDS = {"first-light-random-1": (1, ()), "first-light-people-2": (2, ("us", "mexico", "cartel"))}
MOST_LISTED = 6


def digest(game: Game) -> str:
    """A short fingerprint of the position."""
    return _short(json.dumps(state_to_json(game.campaign, game.state), sort_keys=True))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def asked(game: Game, words: Words) -> Iterator[str]:
    """What each seat to move reads, with the buttons beside it."""
    for seat in game.to_move:
        view = game.view_for(SeatMask(1 << seat))
        said = prompt(words, view, seat, game.legal_actions(seat))
        buttons = "".join(f" [{button.label}]" for button in said.buttons)
        name = game.campaign.seats[seat].id
        yield f"  {name} is asked: {said.lead} {said.text}{buttons}"


def listed(game: Game, legal: Sequence[Action]) -> str:
    """The legal actions: how many, the digest of all, and the first few."""
    names = [write_action(game.campaign, one) for one in legal]
    more = ", ..." if len(names) > MOST_LISTED else ""
    return f"  {len(names)} legal {_short(chr(10).join(names))}: " + (
        ", ".join(names[:MOST_LISTED]) + more
    )


def happened(game: Game, log: Log, begin: int) -> Iterator[str]:
    """Every event from a place in the journal on, each with its sentence where it has one."""
    log.update(game.journal)
    said = {part.event: part.text for line in log.lines for part in line.parts}
    for place in range(begin, len(game.journal)):
        data = event_to_json(game.campaign, game.journal[place])
        rest = {k: v for k, v in data.items() if k not in ("type", "cause", "seen")}
        yield f"    {data['type']} {json.dumps(rest, sort_keys=True)}"
        if place in said:
            yield f"      {said[place]}"


def playthrough(seed: int, persons: tuple[str, ...]) -> str:
    """One game at random, step by step; the margins at the end."""
    game = Game.start(first_light(), persons, seed)
    words = Words(game.campaign, translator("en"), "en")
    log = Log(words, SeatMask(0))
    lines = [f"start {digest(game)}", *happened(game, log, 0)]
    turn = 0
    while not game.is_over:
        legal = game.legal_actions()
        action = legal[below(len(legal), seed, turn)]
        lines.append(f"Q{game.state.quarter} {game.state.phase}")
        lines += [*asked(game, words), listed(game, legal)]
        lines.append(f"> {write_action(game.campaign, action)}")
        begin = len(game.journal)
        game.apply(action)
        lines += [*happened(game, log, begin), f"  = {digest(game)}"]
        turn += 1
    lines += [f"{game.campaign.seats[m.seat].id} {m.value}" for m in game.margins()]
    return "\n".join(lines) + "\n"


def main() -> None:
    for name, (seed, persons) in SEEDS.items():
        (FOLDER / f"{name}.txt").write_text(playthrough(seed, persons), "utf-8")


if __name__ == "__main__":
    main()
