"""Breaks: where the table stands still, since something must be watched before it goes on.

The engine plays FLOW, ASSESS and the beginning of the next quarter in one go. People do not: the
table shows nothing that follows a break before its own screen has been left (RULES 5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from game.model.events import Event, FlowBegan, FlowSettled, PhaseBegan
from game.play.briefing import is_choice
from game.ui.present.sight import Seen

BreakKind = Literal["flow", "assess", "review"]


@dataclass(frozen=True, slots=True)
class Break:
    """Before events from `place` on are shown, a screen tells of those from `place` to `end`.

    For a phase that is summed up, `place` and `end` are both where the phase has ended.
    """

    kind: BreakKind
    place: int
    end: int


def next_break(events: Sequence[Seen], length: int, past: int) -> Break | None:
    """The first break at a place in the journal from `past` on; `length` is the journal's."""
    return next((one for one in breaks(events, length) if one.place >= past), None)


def breaks(events: Sequence[Seen], length: int) -> Iterator[Break]:
    """Every break in events that the viewers know of, in order."""
    flow, phase, is_settled = -1, "", False
    for place, event in events:
        if isinstance(event, FlowBegan):
            flow, is_settled = place, False
        elif isinstance(event, FlowSettled):
            is_settled = True
        elif isinstance(event, PhaseBegan):
            if flow >= 0 and is_settled:
                yield Break("flow", flow, place)
            flow = -1
            yield from _summed_up(phase, place)
            phase = event.phase
    if flow >= 0 and is_settled:
        yield Break("flow", flow, length)


def _summed_up(phase: str, place: int) -> Iterator[Break]:
    if phase == "assess":
        yield Break("assess", place, place)
    elif phase == "review":
        yield Break("review", place, place)


def last_choice(journal: Sequence[Event]) -> int:
    """The place of the last choice: what follows it has perhaps not been watched by anybody."""
    return next((at for at in range(len(journal) - 1, -1, -1) if is_choice(journal[at])), 0)
