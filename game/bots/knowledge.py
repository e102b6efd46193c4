"""Conditions as a seat can judge them: what it cannot know makes a condition false (RULES 11, 15).

Every quantity is read from the view alone, as the lowest and the highest value that it can
have. A condition holds only when it holds for all values between the two.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from game.bots.sight import Sight
from game.content.conditions import AllHold, Comparison, Condition
from game.content.schema.words import TRACKS, Track
from game.rules.tables import TRACK_IX

Number = int | Fraction
Known = tuple[Number, Number] | None
"""Lowest and highest value, both included; None where the seat cannot know."""


Readings = Mapping[str, Callable[[Sight, int], Known]]


def surely(sight: Sight, condition: Condition | None) -> bool:
    """Whether a condition holds as far as the seat can know; none always does."""
    if condition is None:
        return True
    if isinstance(condition, Comparison):
        return _test(sight, condition)
    parts = (_test(sight, part) for part in condition.parts)
    return all(parts) if isinstance(condition, AllHold) else any(parts)


def _test(sight: Sight, line: Comparison) -> bool:
    known = quantity(sight, line.quantity, line.argument)
    if known is None:
        return False
    low, high = known
    if line.operator == "!=":
        return line.number < low or high < line.number
    return line.test(low) and line.test(high)


def quantity(sight: Sight, name: str, argument: str | None) -> Known:
    """What the seat knows of a named quantity; `argument` is the id in its brackets.

    A card that the campaign does not have is never active; of other missing things nothing is
    known.
    """
    if argument is None:
        return _OF_THE_TABLE[name](sight)
    readings, places = _with_argument(sight, name)
    place = places.get(argument)
    if place is not None:
        return readings[name](sight, place)
    return (0, 0) if name in _OF_CARDS else None


def _with_argument(sight: Sight, name: str) -> tuple[Readings, Mapping[str, int]]:
    campaign = sight.campaign
    if name in _OF_SEATS:
        return _OF_SEATS, campaign.seat_ix
    if name in _OF_AREAS:
        return _OF_AREAS, campaign.area_ix
    if name in _OF_ROUTES:
        return _OF_ROUTES, campaign.route_ix
    if name in _OF_KINDS:
        return _OF_KINDS, campaign.kind_ix
    return _OF_CARDS, campaign.card_ix


def is_known(name: str) -> bool:
    """Whether bots have a reading of this quantity."""
    return any(name in kind for kind in _READINGS)


def _exact(value: Number) -> Known:
    return value, value


def _unless_hidden(value: int) -> Known:
    """A view's number, where -1 stands for one that the viewers may not know."""
    return None if value < 0 else (value, value)


def _track(name: Track) -> Callable[[Sight], Known]:
    place = TRACK_IX[name]
    return lambda sight: _exact(sight.view.tracks[place])


def _tally(place: int) -> Callable[[Sight], Known]:
    return lambda sight: _unless_hidden(sight.view.tally[place])


_OF_THE_TABLE: Mapping[str, Callable[[Sight], Known]] = {
    **{name: _track(name) for name in TRACKS},
    "quarter": lambda sight: _exact(sight.view.quarter),
    "quarters_left": lambda sight: _exact(sight.campaign.frame.quarters - sight.view.quarter),
    "round": lambda sight: _exact(sight.view.round),
    "gov_score": lambda sight: _exact(sight.view.gov_score),
    "routed": _tally(0),
    "seized": _tally(1),
    "seen_not_stopped": _tally(2),
    "delivered": _tally(3),
    "undetected": _tally(4),
}


def _supply(sight: Sight, seat: int) -> Known:
    """Units a quarter: from the network's sources, and the seat's own pieces."""
    if seat != sight.seat:
        return None
    kinds = sight.campaign.kinds
    output = sum(units for _, units in sight.tables.sourced[seat])
    own = sum(kinds[one.kind].supply for one in sight.view.pieces if one.seat == seat)
    return _exact(output + own)


def _launder_gap(sight: Sight, seat: int) -> Known:
    supply = _supply(sight, seat)
    if supply is None:
        return None
    kinds = sight.campaign.kinds
    launder = sum(kinds[one.kind].launder for one in sight.view.pieces if one.seat == seat)
    return _exact(supply[0] - launder)


def _trait(trait: str) -> Callable[[Sight, int], Known]:
    def count(sight: Sight, seat: int) -> Known:
        return _exact(sight.count(trait, seat)) if sight.knows_pieces_of(seat) else None

    return count


def _units(sight: Sight, seat: int) -> Known:
    if not sight.knows_pieces_of(seat):
        return None
    return _exact(sum(one.seat == seat for one in sight.view.pieces))


def _reach(sight: Sight, seat: int) -> Known:
    limit = sight.campaign.rules.thresholds.reach_gov
    tables = sight.tables
    return _exact(
        sum(
            pop
            for pop, gov, governed in zip(tables.pop, sight.view.gov, tables.governed, strict=True)
            if governed and gov <= limit
        )
    )


def _loss_rate(sight: Sight, seat: int) -> Known:
    """What part of its units a network lost in the last FLOW; that is public."""
    means = sight.view.means[seat]
    if means.lost < 0:
        return None
    return _exact(Fraction(means.lost, means.sent) if means.sent > 0 else 0)


def _margin(sight: Sight, seat: int) -> Known:
    """The margins that follow from public tracks, and the seat's own."""
    goal = sight.campaign.seats[seat].margin
    track = dict(zip(TRACKS, sight.view.tracks, strict=True))
    if goal.kind == "us":
        return _exact(goal.harm - track["harm"] + track["border"] - goal.border)
    if goal.kind == "mexico":
        governed = (sight.view.gov_score - goal.gov) // goal.gov_step
        return _exact(governed + track["sovereignty"] - goal.sovereignty)
    reach = _reach(sight, seat)
    if goal.kind == "cartel" and seat == sight.seat and reach is not None:
        return _exact(min(sight.own.bank - goal.bank, reach[0] - goal.reach))
    return None


_OF_SEATS: Readings = {
    "budget": lambda sight, seat: _unless_hidden(sight.view.means[seat].budget),
    "capital": lambda sight, seat: _unless_hidden(sight.view.means[seat].capital),
    "cash": lambda sight, seat: _unless_hidden(sight.view.means[seat].cash),
    "bank": lambda sight, seat: _unless_hidden(sight.view.means[seat].bank),
    "stash": lambda sight, seat: _unless_hidden(sight.view.means[seat].stash),
    "hand": lambda sight, seat: _unless_hidden(sight.view.means[seat].hand_size),
    "ready": lambda sight, seat: _unless_hidden(sight.view.means[seat].ready),
    "supply": _supply,
    "launder_gap": _launder_gap,
    "fronts": _trait("front"),
    "labs": _trait("lab"),
    "cells": _trait("cell"),
    "units": _units,
    "reach": _reach,
    "loss_rate": _loss_rate,
    "margin": _margin,
}

_OF_AREAS: Readings = {
    "gov": lambda sight, area: _exact(sight.view.gov[area]),
    "violence": lambda sight, area: _exact(sight.view.violence[area]),
}


def _flow(sight: Sight, route: int) -> Known:
    seen = sight.route(route)
    if seen.ghost >= 0:
        return _exact(seen.ghost)
    return None if seen.low < 0 else (seen.low, seen.high)


def _watchers(sight: Sight, route: int) -> Known:
    """Units on watch; those that rotate count as none here, and as one there, for their owners."""
    found = sight.watchers.get(route, ())
    if any(one.rotating and not one.watch for one in sight.view.pieces):
        return None
    fixed = sum(not one.rotating for one in found)
    return fixed, len(found)


_OF_ROUTES: Readings = {
    "heat": lambda sight, route: _exact(sight.route(route).heat),
    "flow": _flow,
    "open": lambda sight, route: _exact(int(sight.route(route).open)),
    "watchers": _watchers,
}


def _pieces(sight: Sight, kind: int) -> Known:
    if sight.campaign.kinds[kind].side == "red" and not sight.is_red:
        return None
    return _exact(sum(one.kind == kind for one in sight.view.pieces))


def _exposed(sight: Sight, kind: int) -> Known:
    return _exact(sum(one.kind == kind and one.exposed for one in sight.view.pieces))


_OF_KINDS: Readings = {
    "pieces": _pieces,
    "exposed": _exposed,
}


def _card_is(active: bool) -> Callable[[Sight, int], Known]:
    def test(sight: Sight, card: int) -> Known:
        return _exact(
            int(any(one.card == card and one.active == active for one in sight.view.cards))
        )

    return test


def _played(sight: Sight, card: int) -> Known:
    """Only a card now in force or on its way is known to have been played."""
    return _exact(1) if any(one.card == card for one in sight.view.cards) else None


def _unlocked(sight: Sight, card: int) -> Known:
    """Only while a card that unlocks it is in force is it known to be unlocked."""
    cards = sight.campaign.cards
    for one in sight.view.cards:
        effects = cards[one.card].effects if one.active else ()
        if any(effect.do == "unlock" and effect.card == cards[card].id for effect in effects):
            return _exact(1)
    return None


_OF_CARDS: Readings = {
    "active": _card_is(True),
    "pending": _card_is(False),
    "played": _played,
    "ran_before": lambda sight, card: None,
    "unlocked": _unlocked,
}

_READINGS: tuple[Mapping[str, object], ...] = (
    _OF_THE_TABLE,
    _OF_SEATS,
    _OF_AREAS,
    _OF_ROUTES,
    _OF_KINDS,
    _OF_CARDS,
)
