"""Lines: what narration hands to a screen: text, whose it is, and what it speaks of."""

from typing import Literal, NamedTuple

import msgspec

from game.model.ids import NO_SEAT, SeatIx

LinkKind = Literal["area", "route", "piece", "card", "track", "seat", "kind", "inject"]
LineKind = Literal["quarter", "headline", "action", "change", "flow", "private", "message", "end"]


class Link(NamedTuple):
    """Something that a sentence speaks of: its kind and its place in the campaign's tuple.

    Tracks are placed as in the schema's `TRACKS`.
    """

    kind: LinkKind
    ix: int


class Part(NamedTuple):
    """One sentence of a line: its event's place in the journal, and what it alone speaks of.

    What followed from the line's first event has `depth` 1, what stands beside it 0.
    """

    text: str
    event: int
    links: tuple[Link, ...] = ()
    depth: int = 0


class Line(msgspec.Struct, frozen=True):
    """One line of the log: sentences with **bold** words.

    `seat` gives the line its shape (`NO_SEAT`: the engine or White), `heading` names the phase,
    `events` are the places in the journal that it words, and `event` is the first of them.
    `parts` are its sentences one by one; `text` is all of them in a row.
    """

    text: str
    event: int
    events: tuple[int, ...]
    seat: SeatIx = NO_SEAT
    heading: str = ""
    links: tuple[Link, ...] = ()
    kind: LineKind = "change"
    quarter: int = 0
    phase: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def in_rows(self) -> str:
        """The text with a line feed between its sentences."""
        return "\n".join(part.text for part in self.parts) or self.text
