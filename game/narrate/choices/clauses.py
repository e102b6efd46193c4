"""What a seat does, in the third person and without a full stop: "Mexico raids the Cell"."""

from collections.abc import Mapping

from game.model.actions import Action
from game.model.ids import NO_CARD, NO_REF, ref_ix
from game.narrate.language import mark
from game.narrate.pen import Pen

CLAUSES: Mapping[str, str] = {
    "consent": mark("{seat} sets Consent"),
    "play": mark("{seat} proposes {card}"),
    "repeal": mark("{seat} repeals {card}"),
    "return": mark("{seat} cannot pay the upkeep of {target}"),
    "surveil": mark("{seat} surveils {target}"),
    "surge": mark("{seat} surges on {target}"),
    "raid": mark("{seat} raids {target}"),
    "case": mark("{seat} builds a case on {target}"),
    "bribe": mark("{seat} bribes officials in {target}"),
    "bribe-mole": mark("{seat} bribes its way into {target} to place a mole"),
    "intimidate": mark("{seat} intimidates {target}"),
    "relocate": mark("{seat} relocates {target} to {other}"),
    "hold": mark("{seat} holds and takes a **Ready** marker"),
    "swap": mark("{seat} changes a card that it cannot play"),
    "prosecute": mark("{seat} brings the Case to court"),
    "govern": mark("{seat} governs {target}"),
    "pass": mark("{seat} passes"),
}
"""Verbs whose choice is worth a clause of its own."""

PLANS: Mapping[str, str] = {
    "plan": mark("play {card}"),
    "plan-at": mark("play {card} at {target}"),
    "spread": mark("spread to {target}"),
    "surveil": mark("surveil {target}"),
    "bribe": mark("bribe officials in {target}"),
    "bribe-mole": mark("place a mole in {target}"),
    "intimidate": mark("intimidate {target}"),
    "relocate": mark("relocate {target} to {other}"),
    "play": mark("play {card}"),
    "play-at": mark("play {card} at {target}"),
    "hold": mark("hold"),
    "pass": mark("pass"),
}
"""What a seat means to do later, after "plans to"."""

TOLD_BY_EVENTS = (
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
    "plan",
    "spread",
    "pin",
    "prefer",
    "keep-shut",
    "seal",
    "order",
    "split",
    "bank",
    "answer",
    "done",
)
"""Verbs that need no clause, since the events that follow tell of them."""

_MOLE = 1


def clause(pen: Pen, action: Action) -> str | None:
    """A choice as a clause; None where the events that follow tell of it."""
    template = CLAUSES.get(_way(action))
    return None if template is None else _filled(pen, template, action)


def intention(pen: Pen, action: Action) -> str:
    """A choice that is still to come, as in "plans to" play a card or spread."""
    way = _way(action)
    if action.verb in ("plan", "play") and action.target != NO_REF:
        way = f"{action.verb}-at"
    return _filled(pen, PLANS[way], action)


def _way(action: Action) -> str:
    if action.verb == "bribe" and action.other != NO_REF and ref_ix(action.other) == _MOLE:
        return "bribe-mole"
    return action.verb


def _filled(pen: Pen, template: str, action: Action) -> str:
    return pen.say(
        template,
        seat=pen.seat(action.seat),
        card="" if action.card == NO_CARD else pen.card(action.card),
        target=pen.ref(action.target),
        other=pen.ref(action.other),
    )
