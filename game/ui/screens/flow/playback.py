"""Playing a FLOW: where its units are at a moment, at any speed, or one still after another."""

from dataclasses import dataclass

from game.ui.motion import FLOW_UNIT
from game.ui.present.flowing import FlowStory, UnitRun

SPEEDS = (1.0, 2.0, 4.0, 0.5)
_LEGS_A_UNIT = 2.0
_REST = 0.55
"""Seconds that a unit lies still where it was stopped, or seen, at speed 1."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the playback is: whole units done, and the unit under way with its leg and share."""

    done: int
    run: UnitRun | None
    leg: int = 0
    share: float = 0.0


class Playback:
    """Lets time pass over a story's units. With `stills` nothing moves but by steps."""

    def __init__(self, story: FlowStory, *, stills: bool) -> None:
        self.story = story
        self.stills = stills
        self.paused = stills
        self.speed = SPEEDS[0]
        self._unit = 0
        self._elapsed = 0.0

    @property
    def is_over(self) -> bool:
        """Whether every unit has gone its way."""
        return self._unit >= len(self.story.runs)

    @property
    def moment(self) -> Moment:
        """Where things are now."""
        if self.is_over:
            return Moment(len(self.story.runs), None)
        run = self.story.runs[self._unit]
        if self.stills:
            return Moment(self._unit, run, max(0, len(run.legs) - 1), 0.5)
        return self._under_way(run)

    @property
    def shown(self) -> tuple[UnitRun, ...]:
        """The units that have met their fate, oldest first; a unit under way is not yet there."""
        count = self._unit
        if not self.is_over and (self.stills or self._has_met(self.story.runs[self._unit])):
            count += 1
        return self.story.runs[:count]

    def advance(self, seconds: float) -> bool:
        """Let time pass; returns whether anything moved."""
        if self.paused or self.is_over:
            return False
        self._elapsed += seconds * self.speed
        while not self.is_over and self._elapsed >= self._length(self.story.runs[self._unit]):
            self._elapsed -= self._length(self.story.runs[self._unit])
            self._unit += 1
        return True

    def step(self) -> None:
        """Go on to the next unit."""
        self._unit = min(len(self.story.runs), self._unit + 1)
        self._elapsed = 0.0

    def back(self) -> None:
        """Go back by one unit."""
        self._unit = max(0, self._unit - 1)
        self._elapsed = 0.0

    def skip(self) -> None:
        """Let every unit arrive."""
        self._unit = len(self.story.runs)

    def next_speed(self) -> None:
        """The next of the speeds."""
        self.speed = SPEEDS[(SPEEDS.index(self.speed) + 1) % len(SPEEDS)]

    def _travel(self, run: UnitRun) -> float:
        return FLOW_UNIT * max(1.0, len(run.legs) / _LEGS_A_UNIT)

    def _length(self, run: UnitRun) -> float:
        rest = _REST if run.seen_at or run.outcome == "seized" else 0.0
        return self._travel(run) + rest

    def _has_met(self, run: UnitRun) -> bool:
        return self._elapsed >= self._travel(run) * 0.98

    def _under_way(self, run: UnitRun) -> Moment:
        legs = max(1, len(run.legs))
        far = min(0.999, self._elapsed / self._travel(run)) * self._reach(run, legs)
        leg = int(far)
        return Moment(self._unit, run, min(leg, legs - 1), min(1.0, far - leg))

    def _reach(self, run: UnitRun, legs: int) -> float:
        """How many legs the unit covers: to the middle of the one where it was stopped."""
        return legs - 0.5 if run.outcome == "seized" else float(legs)
