"""The ribbon: the phases of the quarter, which are behind and which is now."""

from dataclasses import dataclass
from typing import Literal

from game.narrate.things.phases import phase_on_ribbon, phase_title
from game.ui.present.sight import Sight

PhaseState = Literal["past", "now", "ahead"]

_QUARTER = (
    "situation",
    "red-plan",
    "strategic",
    "operational",
    "red-reveal",
    "tactical",
    "flow",
    "assess",
    "review",
)
_AFTER_ALL = ("end", "hot-wash")


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One step of the ribbon."""

    id: str
    name: str
    state: PhaseState


def phase_steps(sight: Sight, shown: str = "") -> tuple[PhaseStep, ...]:
    """The phases of this quarter in order; REVIEW only where the quarter has one.

    `shown` is the phase to point at, where a screen looks at another one than the present.
    """
    view = sight.view
    reviews = sight.campaign.frame.reviews
    names = [name for name in _QUARTER if name != "review" or view.quarter in reviews]
    phase = shown or view.phase
    now = names.index(phase) if phase in names else len(names) if phase in _AFTER_ALL else -1
    return tuple(
        PhaseStep(name, _label(sight, name, is_now=ix == now), _state(ix, now))
        for ix, name in enumerate(names)
    )


def _label(sight: Sight, phase: str, *, is_now: bool) -> str:
    if not is_now:
        return phase_title(sight.words, phase).upper()
    title = phase_title(sight.words, phase)
    whole = phase_on_ribbon(sight.words, phase, sight.view.round)
    return whole.replace(title, title.upper(), 1)


def _state(ix: int, now: int) -> PhaseState:
    if ix == now:
        return "now"
    return "past" if ix < now else "ahead"
