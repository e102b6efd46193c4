"""Guided steps: what completes each can be done in its phase, and by its seats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.content.positions import Step
from game.content.problems import Problem, report, say
from game.content.problems.nearest import listed
from game.content.schema.campaign import SeatSpec
from game.content.schema.cards import Card
from game.content.schema.guide import GuideStep, StepDone
from game.content.walk import Path
from game.content.whole import Whole

_NADC, _RED = ("nadc",), ("red",)
_BOTH = (*_NADC, *_RED)
_WHEN: Mapping[str, Mapping[str, Sequence[str]]] = {
    "swap": {"situation": _BOTH},
    "plan": {"red-plan": _RED},
    "spread": {"red-plan": _RED},
    "pin": {"red-plan": _RED},
    "prefer": {"red-plan": _RED},
    "keep-shut": {"red-plan": _RED},
    "consent": {"strategic": _NADC},
    "repeal": {"strategic": _NADC},
    "play": {"strategic": _NADC, "tactical": _BOTH},
    "deploy": {"operational": _NADC},
    "reinforce": {"operational": _NADC},
    "rotate": {"operational": _NADC},
    "move": {"operational": _NADC},
    "surveil": {"tactical": _NADC},
    "surge": {"tactical": _NADC},
    "raid": {"tactical": _NADC},
    "case": {"tactical": _NADC},
    "bribe": {"tactical": _RED},
    "intimidate": {"tactical": _RED},
    "relocate": {"tactical": _RED},
    "hold": {"tactical": _BOTH},
    "order": {"tactical": _BOTH},
    "govern": {"assess": _NADC},
}
"""The phases and sides of actions that are chosen freely; answers to questions come anywhere."""


def steps(whole: Whole) -> Iterator[Problem]:
    """Steps that wait for what cannot be done in their phase, or not by their seats."""
    for index, step in enumerate(whole.frame.guide):
        for done, path in ways_of(step):
            yield from _impossible(whole, step, done, ("guide", index, *path))


def ways_of(step: GuideStep) -> Iterator[tuple[StepDone, Path]]:
    """What completes a step, each with its path within the step."""
    yield step.done, ("done",)
    if step.otherwise is not None:
        yield step.otherwise.done, ("otherwise", "done")


def _impossible(
    whole: Whole, step: GuideStep, done: StepDone, path: tuple[Step, ...]
) -> Iterator[Problem]:
    seats = [whole.seat[seat] for seat in step.seats] or list(whole.frame.seats)
    if done.verb is None:
        if done.card is not None:
            says = say("A `card` alone completes no step.")
            fix = say("Say what is done with it: add `verb: {verb}`.", verb="play")
            yield report("N811", whole.draft.frame_place(*path, "card"), says, fix)
        return
    if done.verb in _WHEN and not _may(done.verb, step.phase, seats):
        says = say(
            "`{verb}` cannot be done by {seats} in the phase {phase}.",
            verb=done.verb,
            seats=", ".join(f"`{seat.id}`" for seat in seats),
            phase=step.phase,
        )
        fix = say(
            "They can do there: {words}. `{verb}` belongs to: {phases}.",
            words=listed([verb for verb in _WHEN if _may(verb, step.phase, seats)]) or "-",
            verb=done.verb,
            phases=", ".join(_WHEN[done.verb]),
        )
        yield report("N811", whole.draft.frame_place(*path, "verb"), says, fix)
    elif done.card is not None:
        yield from _with_card(whole, step, done, seats, path)


def _may(verb: str, phase: str, seats: Sequence[SeatSpec]) -> bool:
    sides = _WHEN[verb].get(phase, ())
    return any(seat.side in sides for seat in seats)


def _with_card(
    whole: Whole,
    step: GuideStep,
    done: StepDone,
    seats: Sequence[SeatSpec],
    path: tuple[Step, ...],
) -> Iterator[Problem]:
    """A card that none of the seats holds, or that is used otherwise than the step says."""
    card = whole.card[done.card or ""]
    place = whole.draft.frame_place(*path, "card")
    holders = [seat for seat in seats if seat.id in whole.holders[card.id]]
    if not holders:
        held = dict.fromkeys(
            one for seat in seats for one in (*seat.cards, *seat.deck) if one in whole.card
        )
        says = say(
            "{seats} cannot come to hold the card `{card}`.",
            seats=", ".join(f"`{seat.id}`" for seat in seats),
            card=card.id,
        )
        yield report("N811", place, says, say("Cards there: {words}.", words=listed(held)))
        return
    uses = dict.fromkeys(_use(card, seat) for seat in holders)
    if done.verb in ("play", "deploy", "plan") and (done.verb, step.phase) not in uses:
        verb, phase = next(iter(uses))
        says = say(
            "The {level} card `{card}` cannot be used by `{verb}` in the phase {phase}.",
            level=card.level,
            card=card.id,
            verb=done.verb,
            phase=step.phase,
        )
        fix = say("Write `phase: {phase}` and `verb: {verb}`.", phase=phase, verb=verb)
        yield report("N811", place, says, fix)


def _use(card: Card, seat: SeatSpec) -> tuple[str, str]:
    """The verb and the phase in which a seat uses a card."""
    if card.level == "tactical":
        return "play", "tactical"
    if seat.side == "red":
        return "plan", "red-plan"
    return ("play", "strategic") if card.level == "strategic" else ("deploy", "operational")
