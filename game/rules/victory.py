"""The ending: margins, bands, the coalition's grade and floor (RULES 14)."""

import msgspec

from game.model.ids import SeatIx
from game.model.state import State
from game.rules.scores import BANDS, Margin, band_of, is_dismantled, margin_of
from game.rules.tables import COHESION, HARM, LEGITIMACY, Tables

NADC_FAILED, RED_FAILED = 1, 2
_SETBACK = 1


class Outcome(msgspec.Struct, frozen=True):
    """How a seat ended: its margin, its band (0 failure to 4 decisive), and what capped it."""

    margin: Margin
    band: int
    capped: str = ""

    @property
    def word(self) -> str:
        """The band's word."""
        return BANDS[self.band]

    @property
    def succeeded(self) -> bool:
        """Whether the seat achieved its mandate: margin +1 or better, and not capped."""
        return self.band >= 3


def floor_holds(tables: Tables, state: State) -> bool:
    """Whether the coalition floor held."""
    limits = tables.campaign.rules.thresholds
    tracks = state.tracks
    return (
        tracks[COHESION] >= limits.floor_cohesion
        and tracks[LEGITIMACY] >= limits.floor_legitimacy
        and tracks[HARM] <= limits.floor_harm
    )


def outcomes(tables: Tables, state: State) -> tuple[Outcome, ...]:
    """Every playing seat's outcome as the position stands, in listed order."""
    floor = floor_holds(tables, state)
    found = []
    for ix in range(len(tables.campaign.seats)):
        seat = SeatIx(ix)
        if tables.seat(seat).margin.kind == "none":
            continue
        found.append(_outcome(tables, state, seat, floor))
    return tuple(found)


def _outcome(tables: Tables, state: State, seat: SeatIx, floor: bool) -> Outcome:
    margin = margin_of(tables, state, seat)
    band = band_of(tables, margin.value)
    if tables.is_nadc(seat):
        if state.sudden & NADC_FAILED:
            return Outcome(margin, 0, "sudden")
        if not floor and band > _SETBACK:
            return Outcome(margin, _SETBACK, "floor")
    elif state.over and seat in tables.networks and is_dismantled(tables, state, seat):
        return Outcome(margin, 0, "sudden")
    return Outcome(margin, band)


def grade(tables: Tables, state: State) -> int:
    """The coalition's band: the median of its seats' (the lower of two), never more than one
    above the worst partner."""
    bands = sorted(
        outcome.band for outcome in outcomes(tables, state) if tables.is_nadc(outcome.margin.seat)
    )
    if not bands:
        return 0
    return min(bands[(len(bands) - 1) // 2], bands[0] + 1)
