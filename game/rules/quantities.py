"""The numbers that conditions name, and the conditions themselves, ready to be asked (RULES 10).

Every quantity of `game.content.quantities` has a reading of the same name here. A condition is
turned into one function when it is first asked for, its ids already looked up.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from game.content.campaign import Campaign
from game.content.conditions import AllHold, Comparison, Condition, read_condition
from game.content.quantities import QUANTITIES
from game.content.schema.words import TRACKS, AllOf, AnyOf
from game.model.ids import NO_REF, Ref, RouteIx, SeatIx
from game.model.state import ACTIVE, EXPOSED, PENDING, State
from game.rules.knowledge import knows_flow, seems_open, sees_piece
from game.rules.law import watchers
from game.rules.scores import (
    gov_score,
    launder_capacity,
    loss_rate,
    margin_of,
    reach,
    supply,
)
from game.rules.tables import TRACK_IX, Check, Tables

TRUTH = -1
"""The viewer who knows everything."""
ABSENT = -2
Number = int | Fraction
Reading = Callable[[Tables, State, int, int], Number]
"""A quantity in a position, as a viewer can know it, for the place of what its brackets name
(-1 where they name nothing)."""


def holds(
    tables: Tables,
    state: State,
    condition: str | AllOf | AnyOf | Condition,
    viewer: int = TRUTH,
    target: Ref = NO_REF,
) -> bool:
    """Whether a condition holds in a position, as far as a viewer can know.

    `target` is what the card or effect is aimed at that asks.
    """
    check = tables.checks.get(condition)
    if check is None:
        check = tables.checks[condition] = _make(tables, condition)
    return check(state, viewer, target)


def _make(tables: Tables, condition: str | AllOf | AnyOf | Condition) -> Check:
    if isinstance(condition, str | AllOf | AnyOf):
        condition = read_condition(condition)
    if isinstance(condition, Comparison):
        return _compare(tables, condition)
    parts = tuple(_compare(tables, part) for part in condition.parts)
    if isinstance(condition, AllHold):
        return lambda *asked: all(part(*asked) for part in parts)
    return lambda *asked: any(part(*asked) for part in parts)


def _compare(tables: Tables, line: Comparison) -> Check:
    test, place = line.test, _place(tables.campaign, line.quantity, line.argument)
    if place == ABSENT:
        return lambda state, viewer, target: test(0)
    if line.quantity == "ran_before":
        return lambda state, viewer, target: test(_ran_before(state, place, target))
    reading = READINGS[line.quantity]
    return lambda state, viewer, target: test(reading(tables, state, viewer, place))


def _place(campaign: Campaign, quantity: str, argument: str | None) -> int:
    """The place of what a quantity names; ABSENT for what the campaign does not have, which
    counts as 0."""
    kind = QUANTITIES[quantity].argument
    if kind is None or argument is None:
        return -1
    places = {
        "seat": campaign.seat_ix,
        "area": campaign.area_ix,
        "route": campaign.route_ix,
        "card": campaign.card_ix,
        "kind": campaign.kind_ix,
    }
    return places[kind].get(argument, ABSENT)


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


def _private(of: Callable[[Tables, State, SeatIx], int]) -> Reading:
    """What follows from hidden pieces or money is 0 for whom it is hidden from: partners share
    theirs, a Red seat keeps its own to itself."""

    def reading(tables: Tables, state: State, viewer: int, seat: int) -> int:
        own = viewer in (TRUTH, seat) or (tables.is_nadc(viewer) and tables.is_nadc(seat))
        return of(tables, state, SeatIx(seat)) if own else 0

    return reading


def _launder_gap(tables: Tables, state: State, seat: SeatIx) -> int:
    return supply(tables, state, seat) - launder_capacity(tables, state, seat)


def _margin(tables: Tables, state: State, seat: SeatIx) -> int:
    return margin_of(tables, state, seat).value


def _units(tables: Tables, state: State, viewer: int, seat: int) -> int:
    return sum(_counts(tables, state, viewer, piece) for piece in tables.seat_pieces[seat])


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


def _ran_before(state: State, card: int, target: Ref) -> int:
    """Whether a card was played last quarter: on this target, where there is one."""
    return int(any(one.card == card and target in (NO_REF, one.target) for one in state.ran_before))


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
    "supply": _private(supply),
    "launder_gap": _private(_launder_gap),
    "fronts": _pieces_of("front"),
    "labs": _pieces_of("lab"),
    "cells": _pieces_of("cell"),
    "reach": lambda tables, state, viewer, seat: reach(tables, state),
    "units": _units,
    "hand": lambda tables, state, viewer, seat: len(state.hands[seat]),
    "ready": lambda tables, state, viewer, seat: min(1, state.ready[seat]),
    "margin": _private(_margin),
    "gov": lambda tables, state, viewer, area: state.gov[area],
    "violence": lambda tables, state, viewer, area: state.violence[area],
    "gov_score": lambda tables, state, viewer, place: gov_score(tables, state),
    "heat": lambda tables, state, viewer, route: state.heat[route],
    "flow": _flow,
    "open": _open,
    "watchers": lambda tables, state, viewer, route: watchers(state, tables, RouteIx(route)),
    "pieces": _pieces,
    "exposed": _exposed,
    "loss_rate": lambda tables, state, viewer, seat: loss_rate(state, seat),
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
    "ran_before": lambda tables, state, viewer, card: _ran_before(state, card, NO_REF),
}
"""What every quantity is in a position."""
