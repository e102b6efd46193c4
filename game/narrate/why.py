"""Why a number is what it is: the events that made it, newest first, each with what led to it."""

from collections.abc import Callable, Sequence

import msgspec

from game.model.events import (
    ActionTaken,
    Event,
    GovChanged,
    HeatChanged,
    MoneyChanged,
    RouteClosed,
    RouteKnown,
    RouteOpened,
    RouteSurged,
    RouteWatched,
    TrackChanged,
    UnitFlowed,
    UnitSighted,
    ViolenceChanged,
)
from game.model.ids import SeatMask
from game.narrate.line import Link
from game.narrate.moment import TRUTH, Moment
from game.narrate.sentences import sentence
from game.narrate.things.phases import phase_heading
from game.narrate.words import Words

Concerns = Callable[[Event], bool]


class Cause(msgspec.Struct, frozen=True):
    """One event that made a number: its sentence, and the sentences of what led to it.

    `causes` begin with the nearest cause; they end at the action or the event of the engine that
    began it all, or where the readers may not know more. `before` and `after` are None where the
    event moved no number.
    """

    event: int
    text: str
    causes: tuple[str, ...]
    quarter: int
    heading: str
    links: tuple[Link, ...]
    before: int | None = None
    after: int | None = None


def why_track(
    words: Words, journal: Sequence[Event], track: int, mask: SeatMask = TRUTH
) -> list[Cause]:
    """What moved a public track; empty while it stands at its start."""
    return why(words, journal, _moved(TrackChanged, "track", track), mask)


def why_gov(
    words: Words, journal: Sequence[Event], area: int, mask: SeatMask = TRUTH
) -> list[Cause]:
    """What moved an area on the governance ladder."""
    return why(words, journal, _moved(GovChanged, "area", area), mask)


def why_violence(
    words: Words, journal: Sequence[Event], area: int, mask: SeatMask = TRUTH
) -> list[Cause]:
    """What raised or lowered violence in an area."""
    return why(words, journal, _moved(ViolenceChanged, "area", area), mask)


def why_heat(
    words: Words, journal: Sequence[Event], route: int, mask: SeatMask = TRUTH
) -> list[Cause]:
    """What raised or lowered heat on a route."""
    return why(words, journal, _moved(HeatChanged, "route", route), mask)


def why_money(
    words: Words, journal: Sequence[Event], seat: int, what: str, mask: SeatMask = TRUTH
) -> list[Cause]:
    """What changed an amount of a seat: budget, capital, cash, bank or stash."""

    def concerns(event: Event) -> bool:
        return isinstance(event, MoneyChanged) and (event.seat, event.what) == (seat, what)

    return why(words, journal, concerns, mask)


def why_route(
    words: Words, journal: Sequence[Event], route: int, mask: SeatMask = TRUTH
) -> list[Cause]:
    """What happened on a route: opened, closed, found, surged, units seen and seized there."""

    def concerns(event: Event) -> bool:
        if isinstance(event, UnitFlowed):
            return event.seized_at == route or route in event.seen_at
        kinds = (RouteOpened, RouteClosed, RouteKnown, RouteWatched, RouteSurged, UnitSighted)
        return isinstance(event, kinds) and event.route == route

    return why(words, journal, concerns, mask)


def why_piece(
    words: Words, journal: Sequence[Event], piece: int, mask: SeatMask = TRUTH
) -> list[Cause]:
    """What happened to a piece: placed, moved, found, lost, told what to watch."""
    return why(words, journal, lambda event: getattr(event, "piece", None) == piece, mask)


def why(
    words: Words, journal: Sequence[Event], concerns: Concerns, mask: SeatMask = TRUTH
) -> list[Cause]:
    """The events that concern a number, as far as the readers may know, newest first."""
    moment = Moment.at_start(words.tables, mask)
    texts: dict[int, str] = {}
    found: list[Cause] = []
    for place, event in moment.follow(journal):
        said = sentence(words, event, moment)
        if said is None:
            continue
        texts[place] = said.text
        if concerns(event):
            heading = phase_heading(words, moment.phase, moment.round)
            found.append(
                Cause(
                    event=place,
                    text=said.text,
                    causes=_causes(journal, place, texts, moment),
                    quarter=moment.quarter,
                    heading=heading,
                    links=said.links,
                    before=getattr(event, "before", None),
                    after=getattr(event, "after", None),
                )
            )
    return found[::-1]


def _causes(
    journal: Sequence[Event], place: int, texts: dict[int, str], moment: Moment
) -> tuple[str, ...]:
    found: list[str] = []
    cause = journal[place].cause
    while cause >= 0 and moment.sees(journal[cause]):
        if cause in texts:
            found.append(texts[cause])
        if isinstance(journal[cause], ActionTaken):
            break
        cause = journal[cause].cause
    return tuple(found)


def _moved(kind: type[Event], field: str, ix: int) -> Concerns:
    return lambda event: isinstance(event, kind) and getattr(event, field) == ix
