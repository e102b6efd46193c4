"""Actions: what a seat may do. A verb, a card and at most two targets (RULES 5, 7)."""

from typing import Literal, get_args

import msgspec

from game.model.ids import NO_CARD, NO_REF, CardIx, Ref, SeatIx

Verb = Literal[
    "consent",
    "play",
    "repeal",
    "agree",
    "refuse",
    "join",
    "decline",
    "withdraw",
    "deploy",
    "reinforce",
    "place",
    "watch",
    "rotate",
    "routes",
    "move",
    "return",
    "plan",
    "spread",
    "pin",
    "prefer",
    "keep-shut",
    "seal",
    "surveil",
    "surge",
    "raid",
    "case",
    "bribe",
    "intimidate",
    "relocate",
    "hold",
    "order",
    "swap",
    "prosecute",
    "govern",
    "split",
    "bank",
    "answer",
    "done",
    "pass",
]
VERBS: tuple[str, ...] = get_args(Verb)
VERB_RANK: dict[str, int] = {verb: rank for rank, verb in enumerate(VERBS)}


class Action(msgspec.Struct, frozen=True, gc=False):
    """One choice of one seat; cards and targets are places in the campaign's tuples."""

    seat: SeatIx
    verb: Verb
    card: CardIx = NO_CARD
    target: Ref = NO_REF
    other: Ref = NO_REF


def action_key(action: Action) -> tuple[int, int, int, int, int]:
    """The order in which legal actions are listed: seat, verb, card, targets."""
    return (action.seat, VERB_RANK[action.verb], action.card, action.target, action.other)
