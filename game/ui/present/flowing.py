"""FLOW as people watch it: one unit at a time, then what changed because of it.

The journal holds whole ways where the viewers may know them, and sightings where they may know no
more than that; units of which they know nothing only show in the sum at the end.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from game.model.events import (
    Event,
    FlowBegan,
    FlowSettled,
    GovChanged,
    HeatChanged,
    PhaseBegan,
    RouteOpened,
    TrackChanged,
    UnitFlowed,
    UnitSighted,
    ViolenceChanged,
)
from game.ui.present.scene import FlowShown
from game.ui.present.sight import Seen, Sight

Outcome = Literal["delivered", "seized", "unknown"]


@dataclass(frozen=True, slots=True)
class Roll:
    """The dice that fell for a unit on a watched route: to see, to stop, to hand over."""

    route: int
    detect: int
    endgame: int
    handover: int


@dataclass(frozen=True, slots=True)
class UnitRun:
    """One unit's way as the viewers know it; `number` counts from 1.

    `place` is its first event in the journal, so that a log line and a unit can point at another.
    """

    number: int
    place: int
    legs: tuple[int, ...]
    outcome: Outcome
    seized_at: int
    seen_at: tuple[int, ...]
    rolls: tuple[Roll, ...]

    def roll_at(self, route: int) -> Roll | None:
        """The dice that fell on a route."""
        return next((roll for roll in self.rolls if roll.route == route), None)


@dataclass(frozen=True, slots=True)
class Count:
    """How a FLOW went: units routed, delivered, seized, and sightings without a stop."""

    routed: int = 0
    delivered: int = 0
    seized: int = 0
    seen: int = 0

    def with_unit(self, run: UnitRun) -> "Count":
        """The count after one more unit."""
        return Count(
            self.routed,
            self.delivered + (run.outcome == "delivered"),
            self.seized + (run.outcome == "seized"),
            self.seen + len(run.seen_at),
        )

    @property
    def loss_percent(self) -> int:
        """Units seized of those routed, in percent, rounded down."""
        return 100 * self.seized // self.routed if self.routed else 0


@dataclass(frozen=True, slots=True)
class FlowStory:
    """A whole FLOW: its units in order, its sum, the sum before, and what came of it."""

    quarter: int
    runs: tuple[UnitRun, ...]
    settled: Count
    tolerance: int
    before: Count | None
    before_flow: dict[int, int]
    opened: tuple[RouteOpened, ...]
    aftermath: tuple[Seen, ...]

    def count_after(self, units: int) -> Count:
        """What the viewers have counted after so many units."""
        count = Count(routed=self.settled.routed)
        for run in self.runs[:units]:
            count = count.with_unit(run)
        return count

    @property
    def unseen(self) -> int:
        """Units of which the viewers know nothing but that they went."""
        return max(0, self.settled.routed - len(self.runs))

    def shown_after(self, units: int, *, with_openings: bool = False) -> FlowShown:
        """Widths on the board after so many units."""
        routes = frozenset(event.route for event in self.opened) if with_openings else frozenset()
        return FlowShown(
            _flow_of(self.runs[:units]), self.before_flow, routes, room=_flow_of(self.runs)
        )


def flow_story(sight: Sight) -> FlowStory | None:
    """The last FLOW as the viewers know it; None before the first."""
    flows = _flows(sight.events)
    if not flows:
        return None
    quarter, now = flows[-1]
    last = flows[-2][1] if len(flows) > 1 else None
    settled = _settled(now)
    return FlowStory(
        quarter=quarter,
        runs=tuple(_runs(now)),
        settled=settled[0],
        tolerance=settled[1],
        before=_settled(last)[0] if last is not None else None,
        before_flow=_flow_of(_runs(last)) if last is not None else {},
        opened=tuple(event for _, event in now if isinstance(event, RouteOpened)),
        aftermath=tuple(row for row in now if _is_aftermath(row[1])),
    )


def _flows(events: Sequence[Seen]) -> list[tuple[int, tuple[Seen, ...]]]:
    """Quarter and events of each FLOW, until the next phase begins."""
    found: list[tuple[int, list[Seen]]] = []
    quarter, is_open = 0, False
    for row in events:
        event = row[1]
        if isinstance(event, PhaseBegan):
            quarter, is_open = event.quarter, False
        elif isinstance(event, FlowBegan):
            found.append((quarter, []))
            is_open = True
        if is_open:
            found[-1][1].append(row)
    return [(number, tuple(rows)) for number, rows in found]


def _runs(rows: Iterable[Seen]) -> Iterator[UnitRun]:
    sighted: list[tuple[int, UnitSighted]] = []
    for place, event in rows:
        if isinstance(event, UnitSighted):
            if sighted and sighted[-1][1].number != event.number:
                yield _sighted(sighted)
                sighted = []
            sighted.append((place, event))
            continue
        if sighted:
            yield _sighted(sighted)
            sighted = []
        if isinstance(event, UnitFlowed):
            yield _whole(place, event)
    if sighted:
        yield _sighted(sighted)


def _whole(place: int, event: UnitFlowed) -> UnitRun:
    stop = event.path.index(event.seized_at) + 1 if event.seized_at in event.path else None
    return UnitRun(
        number=event.number + 1,
        place=place,
        legs=event.path[:stop],
        outcome="seized" if event.seized_at >= 0 else "delivered",
        seized_at=event.seized_at,
        seen_at=event.seen_at,
        rolls=tuple(Roll(*roll) for roll in event.rolls),
    )


def _sighted(rows: Sequence[tuple[int, UnitSighted]]) -> UnitRun:
    stopped = next((event.route for _, event in rows if event.seized), -1)
    return UnitRun(
        number=rows[0][1].number + 1,
        place=rows[0][0],
        legs=tuple(event.route for _, event in rows),
        outcome="seized" if stopped >= 0 else "unknown",
        seized_at=stopped,
        seen_at=tuple(event.route for _, event in rows if not event.seized),
        rolls=tuple(Roll(event.route, *event.rolls) for _, event in rows),
    )


def _settled(rows: Iterable[Seen]) -> tuple[Count, int]:
    routed = 0
    for _, event in rows:
        if isinstance(event, FlowBegan):
            routed = event.routed
        if isinstance(event, FlowSettled):
            sent, seized, seen, delivered, _ = event.counts
            return Count(sent, delivered, seized, seen), event.tolerance
    return Count(routed=routed), 0


def _flow_of(runs: Iterable[UnitRun]) -> dict[int, int]:
    flow: dict[int, int] = {}
    for run in runs:
        for leg in run.legs:
            flow[leg] = flow.get(leg, 0) + 1
    return flow


def _is_aftermath(event: Event) -> bool:
    return isinstance(event, TrackChanged | ViolenceChanged | GovChanged | HeatChanged)
