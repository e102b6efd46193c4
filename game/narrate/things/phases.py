"""Phases: their titles and what happens in each (RULES 5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.narrate.language import mark

if TYPE_CHECKING:
    from game.narrate.words import Words


class PhaseText(NamedTuple):
    """A phase's title and one sentence on what happens in it."""

    title: str
    what: str


PHASES: Mapping[str, PhaseText] = {
    "setup": PhaseText(mark("Set-up"), mark("Pieces are placed and tactical decks are shuffled.")),
    "brief": PhaseText(
        mark("Brief"), mark("The story so far, the objectives, and what each seat wants.")
    ),
    "situation": PhaseText(
        mark("Situation"),
        mark("Cards start and end, money comes in, hands are filled, news arrives."),
    ),
    "red-plan": PhaseText(
        mark("Red plan"), mark("Each Red seat secretly chooses the plays that it hopes to make.")
    ),
    "strategic": PhaseText(
        mark("Strategic"),
        mark("Consent is set; each coalition seat may play or repeal one strategic card."),
    ),
    "operational": PhaseText(
        mark("Operational"), mark("Coalition seats deploy and move units and set their watches.")
    ),
    "red-reveal": PhaseText(
        mark("Red reveal"), mark("Each Red seat pays for its plays and carries them out.")
    ),
    "tactical": PhaseText(
        mark("Tactical"), mark("Each seat in turn takes one action, plays one card, or holds.")
    ),
    "flow": PhaseText(
        mark("Flow"), mark("The network moves its loads. Pressure pushes them to other routes.")
    ),
    "assess": PhaseText(
        mark("Assess"),
        mark("Upkeep is paid, areas are governed, tracks settle, Red banks its Cash."),
    ),
    "review": PhaseText(mark("Review"), mark("Margins are shown, and the table talks.")),
    "end": PhaseText(mark("End"), mark("Margins are counted and graded.")),
    "hot-wash": PhaseText(
        mark("Hot wash"), mark("Roles off: what happened, why, and what it teaches.")
    ),
}
"""By the phase's word, in the order of play."""


def phase_title(words: Words, phase: str) -> str:
    """A phase's title, such as "Red plan"."""
    return words.say(PHASES[phase].title)


def phase_what(words: Words, phase: str) -> str:
    """One sentence on what happens in a phase."""
    return words.say(PHASES[phase].what)


def phase_heading(words: Words, phase: str, turn: int = 0) -> str:
    """The phase over a line of the log: "Tactical 2" where there are several rounds."""
    title = phase_title(words, phase)
    if phase == "tactical" and turn and words.campaign.frame.rounds > 1:
        return words.say("{phase} {round}", phase=title, round=turn)
    return title


def phase_on_ribbon(words: Words, phase: str, turn: int = 0) -> str:
    """The phase on the ribbon: "Tactical 1 of 2" where there are several rounds."""
    title = phase_title(words, phase)
    rounds = words.campaign.frame.rounds
    if phase == "tactical" and turn and rounds > 1:
        return words.say("{phase} {round} of {rounds}", phase=title, round=turn, rounds=rounds)
    return title


def quarter_of(words: Words, quarter: int) -> str:
    """Which quarter it is: "Quarter 2 of 6"."""
    quarters = words.campaign.frame.quarters
    return words.say("Quarter {quarter} of {quarters}", quarter=quarter, quarters=quarters)
