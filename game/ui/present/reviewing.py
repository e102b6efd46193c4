"""REVIEW: the margins as they stood when it began, for everybody to see (RULES 5, 14)."""

from collections.abc import Sequence

from game.model.events import Event, PhaseBegan
from game.model.ids import SeatMask
from game.model.state import State
from game.narrate.ending.verdict import MarginText, margins
from game.narrate.words import Words
from game.rules.setup import first_state


def review_margins(words: Words, journal: Sequence[Event], viewers: SeatMask) -> list[MarginText]:
    """Every seat's margin at the last REVIEW; what is behind it only where the viewers know it."""
    last = max(place for place, event in enumerate(journal) if _is_review(event))
    state = _state_at(words, journal, last)
    rows = []
    for row in margins(words, state):
        is_hidden = words.campaign.seats[row.seat].side == "red" and viewers != 1 << row.seat
        rows.append(row._replace(sum=row.wants) if is_hidden else row)
    return rows


def _is_review(event: Event) -> bool:
    return isinstance(event, PhaseBegan) and event.phase == "review"


def _state_at(words: Words, journal: Sequence[Event], place: int) -> State:
    state = first_state(words.tables, (), 0)
    for event in journal[: place + 1]:
        event.apply(state)
    return state
