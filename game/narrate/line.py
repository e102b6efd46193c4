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


class Line(msgspec.Struct, frozen=True):
    """One line of the log: sentences with **bold** words.

    `seat` gives the line its shape (`NO_SEAT`: the engine or White), `heading` names the phase,
    `events` are the places in the journal that it words, and `event` is the first of them.
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
