"""Sums over a position: governance, Reach, supply, and the margin of each seat (RULES 2, 8, 14)."""

from fractions import Fraction

import msgspec

from game.content.schema.campaign import Margin as MarginSpec
from game.model.ids import SeatIx
from game.model.state import State
from game.rules.tables import BORDER, COHESION, HARM, LEGITIMACY, SOVEREIGNTY, Tables

BANDS = ("failure", "setback", "stalemate", "success", "decisive")


class Margin(msgspec.Struct, frozen=True):
    """A seat's margin: success is +1 or better. `parts` are label codes and numbers that make
    the sum (or, for a network, the two of which the lower counts)."""

    seat: SeatIx
    value: int
    kind: str
    parts: tuple[tuple[str, int], ...]


def band_of(tables: Tables, margin: int) -> int:
    """The band of a margin: 0 failure to 4 decisive."""
    return sum(margin >= limit for limit in tables.campaign.rules.thresholds.bands)


def gov_score(tables: Tables, state: State) -> int:
    """Sum of population times governance over Mexico and Central America."""
    gov, pop = state.gov, tables.pop
    return sum(pop[ix] * gov[ix] for ix, one in enumerate(tables.governed) if one)


def reach(tables: Tables, state: State) -> int:
    """Population in areas at governance -1 or less."""
    limit = tables.campaign.rules.thresholds.reach_gov
    gov, pop = state.gov, tables.pop
    return sum(pop[ix] for ix, one in enumerate(tables.governed) if one and gov[ix] <= limit)


def count(tables: Tables, state: State, seat: int, trait: str) -> int:
    """How many pieces of a seat with a trait are on the map."""
    kinds = tables.trait_kinds.get(trait, frozenset())
    places, kind_of = state.piece_area, tables.piece_kind
    return sum(places[one] >= 0 and kind_of[one] in kinds for one in tables.seat_pieces[seat])


def is_dismantled(tables: Tables, state: State, seat: int) -> bool:
    """Whether a network has no cell, lab or front left (RULES 14)."""
    return not any(count(tables, state, seat, trait) for trait in ("cell", "lab", "front"))


def supply(tables: Tables, state: State, seat: int) -> int:
    """Units that a network can send out this quarter: sources, Labs, changes, unpaid upkeep."""
    total = sum(units for _, units in tables.sourced[seat]) + lab_supply(tables, state, seat)
    for mod in state.mods:
        if mod.what in ("supply", "source-output") and mod.seats >> seat & 1:
            total += mod.by
    return max(0, total - state.supply_cut[seat])


def loss_rate(state: State, seat: int) -> Fraction:
    """What part of its own units a network lost in the last FLOW."""
    sent = state.sent[seat]
    return Fraction(state.lost[seat], sent) if sent else Fraction(0)


def lab_supply(tables: Tables, state: State, seat: int) -> int:
    """Units that Labs add; a Lab counts from the quarter after it was placed."""
    total = 0
    for piece in tables.seat_pieces[seat]:
        units = tables.kinds[tables.piece_kind[piece]].supply
        if units and state.piece_area[piece] >= 0 and state.piece_since[piece] < state.quarter:
            total += units
    return total


def launder_capacity(tables: Tables, state: State, seat: int) -> int:
    """Dirty cash that a network can launder this quarter: its Fronts, and cards."""
    fronts = sum(
        tables.kind_of(piece).launder
        for piece in tables.seat_pieces[seat]
        if state.piece_area[piece] >= 0
    )
    mods = state.mods
    return fronts + sum(m.by for m in mods if m.what == "launder" and m.seats >> seat & 1)


def margin_of(tables: Tables, state: State, seat: SeatIx) -> Margin:
    """A seat's margin as it stands (RULES 14)."""
    spec = tables.seat(seat).margin
    parts = _PARTS[spec.kind](tables, state, seat, spec) if spec.kind in _PARTS else ()
    values = [number for _, number in parts]
    value = min(values) if spec.kind == "cartel" else sum(values)
    return Margin(seat, value, spec.kind, parts)


Parts = tuple[tuple[str, int], ...]


def _us(tables: Tables, state: State, seat: int, spec: MarginSpec) -> Parts:
    return (
        ("harm", spec.harm - state.tracks[HARM]),
        ("border", state.tracks[BORDER] - spec.border),
    )


def _mexico(tables: Tables, state: State, seat: int, spec: MarginSpec) -> Parts:
    return (
        ("governance", (gov_score(tables, state) - spec.gov) // spec.gov_step),
        ("sovereignty", state.tracks[SOVEREIGNTY] - spec.sovereignty),
    )


def _canada(tables: Tables, state: State, seat: int, spec: MarginSpec) -> Parts:
    near = ("us", "canada", "caribbean")
    kinds = tables.trait_kinds.get("front", frozenset())
    fronts = sum(
        tables.piece_kind[piece] in kinds
        and state.piece_area[piece] >= 0
        and tables.country[state.piece_area[piece]] in near
        for piece in tables.red_pieces
    )
    return (
        ("cohesion", state.tracks[COHESION] - spec.cohesion),
        ("legitimacy", state.tracks[LEGITIMACY] - spec.legitimacy),
        ("fronts", spec.fronts - fronts),
    )


def _cartel(tables: Tables, state: State, seat: int, spec: MarginSpec) -> Parts:
    return (
        ("bank", state.bank[seat] - spec.bank),
        ("reach", reach(tables, state) - spec.reach),
    )


_PARTS = {"us": _us, "mexico": _mexico, "canada": _canada, "cartel": _cartel}
