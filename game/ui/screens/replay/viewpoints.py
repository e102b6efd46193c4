"""Whose eyes a replay looks through: the table's, a seat's, or those that see everything."""

from dataclasses import dataclass

from game.model.ids import NO_SEAT, SeatIx, SeatMask
from game.narrate.words import Words
from game.play.replay import TRUTH, Replay

TABLE, ALL = "table", "truth"


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A viewpoint: its word, its name, the set of seats that look, and the one seat's look."""

    id: str
    name: str
    mask: SeatMask
    seat: SeatIx = NO_SEAT
    style: str = ""


def viewpoints(replay: Replay, words: Words) -> tuple[Viewpoint, ...]:
    """The table, every seat, and the truth."""
    seats = tuple(
        Viewpoint(spec.id, words.seat(ix), SeatMask(1 << ix), SeatIx(ix), spec.style)
        for ix, spec in enumerate(replay.campaign.seats)
    )
    table = Viewpoint(TABLE, words.say("Table"), replay.table())
    return (table, *seats, Viewpoint(ALL, words.say("Truth"), TRUTH))


def viewpoint_of(found: tuple[Viewpoint, ...], mask: SeatMask) -> Viewpoint:
    """The viewpoint of a set of seats; the table's for a set that has none."""
    if mask == TRUTH:
        return found[-1]
    return next((one for one in found if one.mask == mask), found[0])
