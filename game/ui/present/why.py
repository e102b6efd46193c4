"""Why a number is what it is: the events that made it, and what led to each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from game.content.schema.words import TRACKS
from game.model.events import (
    ActionTaken,
    Event,
    GovChanged,
    HeatChanged,
    MoneyChanged,
    PieceDeployed,
    PieceExposed,
    PieceMoved,
    RotationSet,
    RouteClosed,
    RouteOpened,
    RouteSurged,
    TrackChanged,
    UnitFlowed,
    UnitSighted,
    ViolenceChanged,
    WatchChanged,
)
from game.ui.present.sight import Seen, Sight

SubjectKind = Literal["track", "money", "gov", "violence", "heat", "flow", "coverage", "piece"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A number on the screen: what kind, whose or where, and for money which amount."""

    kind: SubjectKind
    ix: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Reasoned:
    """One event that made a number, and the event or action that led to it."""

    place: int
    event: Event
    cause: Event | None
    change: tuple[int, int] | None
    """Before and after, where the event moved a number."""


def reasons_for(sight: Sight, subject: Subject) -> tuple[Reasoned, ...]:
    """The known events that made a number, newest first."""
    concerns = _TESTS[subject.kind]
    rows = [row for row in sight.events if concerns(sight, subject, row[1])]
    return tuple(_reasoned(sight, row) for row in reversed(rows))


def root_cause(sight: Sight, event: Event) -> Event | None:
    """The known action or event at the beginning of what led to an event; None for none."""
    found: Event | None = None
    cause = event.cause
    while cause >= 0:
        before = sight.event_by_place.get(cause)
        if before is None:
            break
        found = before
        if isinstance(before, ActionTaken):
            break
        cause = before.cause
    return found


def _reasoned(sight: Sight, row: Seen) -> Reasoned:
    place, event = row
    before, after = getattr(event, "before", None), getattr(event, "after", None)
    change = (before, after) if isinstance(before, int) and isinstance(after, int) else None
    return Reasoned(place, event, root_cause(sight, event), change)


def _track(sight: Sight, subject: Subject, event: Event) -> bool:
    return isinstance(event, TrackChanged) and TRACKS[event.track] == subject.what


def _money(sight: Sight, subject: Subject, event: Event) -> bool:
    return (
        isinstance(event, MoneyChanged) and event.seat == subject.ix and event.what == subject.what
    )


def _gov(sight: Sight, subject: Subject, event: Event) -> bool:
    return isinstance(event, GovChanged) and event.area == subject.ix


def _violence(sight: Sight, subject: Subject, event: Event) -> bool:
    return isinstance(event, ViolenceChanged) and event.area == subject.ix


def _heat(sight: Sight, subject: Subject, event: Event) -> bool:
    return isinstance(event, HeatChanged) and event.route == subject.ix


def _flow(sight: Sight, subject: Subject, event: Event) -> bool:
    if isinstance(event, UnitFlowed):
        return subject.ix == event.seized_at or subject.ix in event.seen_at
    return isinstance(event, RouteOpened | RouteClosed | UnitSighted) and event.route == subject.ix


def _coverage(sight: Sight, subject: Subject, event: Event) -> bool:
    if isinstance(event, RouteSurged):
        return event.route == subject.ix
    if isinstance(event, WatchChanged):
        return subject.ix in (event.route, event.second)
    return isinstance(event, RotationSet) and bool(event.routes >> subject.ix & 1)


def _piece(sight: Sight, subject: Subject, event: Event) -> bool:
    kinds = PieceDeployed | PieceMoved | PieceExposed | WatchChanged | RotationSet
    return isinstance(event, kinds) and event.piece == subject.ix


_TESTS: dict[SubjectKind, Callable[[Sight, Subject, Event], bool]] = {
    "track": _track,
    "money": _money,
    "gov": _gov,
    "violence": _violence,
    "heat": _heat,
    "flow": _flow,
    "coverage": _coverage,
    "piece": _piece,
}
