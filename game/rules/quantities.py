"""The numbers that conditions name, and the conditions themselves, ready to be asked (RULES 10).

Every quantity of `game.content.quantities` has a reading of the same name here. A condition is
turned into one function when it is first asked for, its ids already looked up.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from game.content.campaign import Campaign
from game.content.conditions import AllHold, Comparison, Condition, read_condition
from game.content.quantities import QUANTITIES, ArgumentKind
from game.content.schema.words import TRACKS, AllOf, AnyOf
from game.model.ids import RouteIx, SeatIx
from game.model.state import ACTIVE, EXPOSED, PENDING, State
from game.rules.knowledge import knows_flow, seems_open, sees_piece
from game.rules.law import watchers
from game.rules.scores import gov_score, launder_capacity, margin_of, reach, supply
from game.rules.tables import TRACK_IX, Check, Tables

TRUTH = -1
"""The viewer who knows everything."""
Number = int | Fraction
Reading = Callable[[Tables, State, int, int], Number]
"""A quantity in a position, as a viewer can know it, for the place of what its brackets name
(-1 where they name nothing)."""


def holds(
    tables: Tables, state: State, condition: str | AllOf | AnyOf | Condition, viewer: int = TRUTH
) -> bool:
    """Whether a condition holds in a position, as far as a viewer can know."""
    check = tables.checks.get(condition)
    if check is None:
        check = tables.checks[condition] = _make(tables, condition)
    return check(state, viewer)


def _make(tables: Tables, condition: str | AllOf | AnyOf | Condition) -> Check:
    if isinstance(condition, str | AllOf | AnyOf):
        condition = read_condition(condition)
    if isinstance(condition, Comparison):
        return _compare(tables, condition)
    parts = tuple(_compare(tables, part) for part in condition.parts)
    if isinstance(condition, AllHold):
        return lambda state, viewer: all(part(state, viewer) for part in parts)
    return lambda state, viewer: any(part(state, viewer) for part in parts)


def _compare(tables: Tables, line: Comparison) -> Check:
    reading, test = READINGS[line.quantity], line.test
    place = _place(tables.campaign, QUANTITIES[line.quantity].argument, line.argument)
    return lambda state, viewer: test(reading(tables, state, viewer, place))


def _place(campaign: Campaign, kind: ArgumentKind | None, argument: str | None) -> int:
    """The place of what a quantity names."""
    if kind is None or argument is None:
        return -1
    places = {
        "seat": campaign.seat_ix,
        "area": campaign.area_ix,
        "route": campaign.route_ix,
        "card": campaign.card_ix,
        "kind": campaign.kind_ix,
    }
    return places[kind][argument]


def value(tables: Tables, state: State, name: str, argument: str | None = None) -> Number:
    """A quantity's true value by name and argument; raises KeyError for what does not exist."""
    place = _place(tables.campaign, QUANTITIES[name].argument, argument)
    return READINGS[name](tables, state, TRUTH, place)


# --- readings


def _track(ix: int) -> Reading:
    return lambda tables, state, viewer, place: state.tracks[ix]


def _tally(ix: int) -> Reading:
    return lambda tables, state, viewer, place: state.tally[ix]


def _quarters_left(tables: Tables, state: State, viewer: int, place: int) -> int:
    return tables.campaign.frame.quarters - state.quarter


def _money(name: str) -> Reading:
    """Private money is 0 for a viewer whose it is not."""

    def reading(tables: Tables, state: State, viewer: int, seat: int) -> int:
        amounts: list[int] = getattr(state, name)
        return amounts[seat] if viewer in (TRUTH, seat) else 0

    return reading


def _pieces_of(trait: str) -> Reading:
    def reading(tables: Tables, state: State, viewer: int, seat: int) -> int:
        kinds = tables.trait_kinds.get(trait, frozenset())
        return sum(
            tables.piece_kind[piece] in kinds and _counts(tables, state, viewer, piece)
            for piece in tables.seat_pieces[seat]
        )

    return reading


def _counts(tables: Tables, state: State, viewer: int, piece: int) -> bool:
    """Whether a piece is on the map and the viewer knows of it."""
    if state.piece_area[piece] < 0:
        return False
    return viewer == TRUTH or sees_piece(tables, state, viewer, piece)


def _loss_rate(tables: Tables, state: State, viewer: int, seat: int) -> Number:
    routed = state.tally[0]
    return Fraction(state.lost[seat], routed) if routed else 0


def _supply(tables: Tables, state: State, viewer: int, seat: int) -> int:
    return supply(tables, state, seat)


def _launder_gap(tables: Tables, state: State, viewer: int, seat: int) -> int:
    return supply(tables, state, seat) - launder_capacity(tables, state, seat)


def _margin(tables: Tables, state: State, viewer: int, seat: int) -> int:
    return margin_of(tables, state, SeatIx(seat)).value


def _units(tables: Tables, state: State, viewer: int, seat: int) -> int:
    return sum(state.piece_area[piece] >= 0 for piece in tables.seat_pieces[seat])


def _flow(tables: Tables, state: State, viewer: int, route: int) -> int:
    if viewer != TRUTH and not knows_flow(tables, state, viewer, route):
        return 0
    return state.flow[route]


def _open(tables: Tables, state: State, viewer: int, route: int) -> int:
    if viewer == TRUTH:
        return int(state.open[route] > 0)
    return int(seems_open(tables, state, viewer, route))


def _pieces(tables: Tables, state: State, viewer: int, kind: int) -> int:
    return sum(_counts(tables, state, viewer, piece) for piece in tables.kind_pieces[kind])


def _exposed(tables: Tables, state: State, viewer: int, kind: int) -> int:
    return sum(
        bool(state.piece_marks[piece] & EXPOSED) and _counts(tables, state, viewer, piece)
        for piece in tables.kind_pieces[kind]
    )


READINGS: Mapping[str, Reading] = {
    **{name: _track(TRACK_IX[name]) for name in TRACKS},
    "quarter": lambda tables, state, viewer, place: state.quarter,
    "quarters_left": _quarters_left,
    "round": lambda tables, state, viewer, place: state.round,
    "budget": lambda tables, state, viewer, seat: state.budget[seat],
    "capital": lambda tables, state, viewer, seat: state.capital[seat],
    "cash": _money("cash"),
    "bank": _money("bank"),
    "stash": _money("stash"),
    "supply": _supply,
    "launder_gap": _launder_gap,
    "fronts": _pieces_of("front"),
    "labs": _pieces_of("lab"),
    "cells": _pieces_of("cell"),
    "reach": lambda tables, state, viewer, seat: reach(tables, state),
    "units": _units,
    "hand": lambda tables, state, viewer, seat: len(state.hands[seat]),
    "ready": lambda tables, state, viewer, seat: state.ready[seat],
    "margin": _margin,
    "gov": lambda tables, state, viewer, area: state.gov[area],
    "violence": lambda tables, state, viewer, area: state.violence[area],
    "gov_score": lambda tables, state, viewer, place: gov_score(tables, state),
    "heat": lambda tables, state, viewer, route: state.heat[route],
    "flow": _flow,
    "open": _open,
    "watchers": lambda tables, state, viewer, route: watchers(state, tables, RouteIx(route)),
    "pieces": _pieces,
    "exposed": _exposed,
    "loss_rate": _loss_rate,
    **{
        name: _tally(ix)
        for ix, name in enumerate(
            ("routed", "seized", "seen_not_stopped", "delivered", "undetected")
        )
    },
    "active": lambda tables, state, viewer, card: int(state.card_state[card] == ACTIVE),
    "pending": lambda tables, state, viewer, card: int(state.card_state[card] == PENDING),
    "unlocked": lambda tables, state, viewer, card: state.unlocked >> card & 1,
    "played": lambda tables, state, viewer, card: int(state.played[card] > 0),
}
"""What every quantity is in a position."""
