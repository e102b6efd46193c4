"""A sitting as a row of stops, as far as its viewers may know of it.

A step of which the viewers know nothing is no stop: it leaves no gap, so that nothing can be
counted that is hidden. A step in which phases pass is several stops, so that FLOW can be looked at
by itself.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.model.actions import Action
from game.model.events import Event, FlowSettled, PhaseBegan
from game.model.ids import NO_SEAT, SeatIx, SeatMask
from game.narrate.line import Line
from game.narrate.log import Log
from game.narrate.words import Words
from game.play.briefing import is_choice, is_known
from game.play.record import Step, fold
from game.play.replay import Replay
from game.rules.engine import Game
from game.ui.present.sight import Sight, redacted

Moment = tuple[int, str, int]
"""Quarter, phase and round."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: after the first `upto` events of a step.

    `first` to `last` are its events' places in the journal, `seat` who chose, if the viewers know
    and anybody did.
    """

    step: int
    upto: int
    first: int
    last: int
    moment: Moment
    seat: SeatIx

    @property
    def quarter(self) -> int:
        """The quarter; 0 before the first."""
        return self.moment[0]

    @property
    def phase(self) -> str:
        """The phase's word."""
        return self.moment[1]


class Film:
    """The stops of a sitting for some viewers (0 for the truth), with what each one shows."""

    def __init__(self, replay: Replay, viewers: SeatMask, words: Words) -> None:
        self.replay = replay
        self.viewers = viewers
        self.words = words
        self.stops = tuple(_stops(replay.steps, viewers))
        self._ends = [stop.last for stop in self.stops]
        self._journal = [event for step in replay.steps for event in step.events]
        self._whole = self._log(len(self._journal))

    def __len__(self) -> int:
        return len(self.stops)

    def sight(self, place: int) -> Sight:
        """What the viewers know at a stop."""
        game = self._game(self.stops[place])
        events = redacted(game.journal, self.viewers)
        return Sight(game.campaign, game.view_for(self.viewers), events, self.words)

    def stop_of(self, event: int) -> int:
        """The stop at which an event, by its place in the journal, has happened."""
        return min(len(self.stops) - 1, bisect_right(self._ends, event))

    def stop_of_line(self, place: int) -> int:
        """The stop at which all that a line of the whole log tells has happened."""
        return self.stop_of(max(self._whole[place].events))

    def lines(self, place: int) -> tuple[list[Line], range]:
        """The whole log as it can be told at a stop, and which lines tell of the stop itself.

        Lines up to now end where they end now; those after it are told whole. Their places are
        the same at every stop.
        """
        stop = self.stops[place]
        told = self._log(stop.last)
        first = len(told)
        while first > 0 and max(told[first - 1].events) >= stop.first:
            first -= 1
        return [*told, *self._whole[len(told) :]], range(first, len(told))

    def action(self, place: int) -> Action | None:
        """What was chosen at a stop, where the viewers may know of it."""
        stop = self.stops[place]
        return self.replay.steps[stop.step].action if stop.seat != NO_SEAT else None

    def journal(self, place: int) -> list[Event]:
        """All events up to a stop."""
        return self._journal[: self.stops[place].last]

    def has_flow(self, place: int) -> bool:
        """Whether loads move at a stop."""
        stop = self.stops[place]
        events = self._journal[stop.first : stop.last]
        return any(isinstance(event, FlowSettled) for event in events)

    def next_turn(self, place: int, step: int) -> int:
        """The next stop (`step` 1) or the one before (-1) in another turn."""
        return self._other(place, step, lambda stop: (stop.moment, stop.seat))

    def next_quarter(self, place: int, step: int) -> int:
        """The next stop (`step` 1) or the one before (-1) in another quarter."""
        return self._other(place, step, lambda stop: stop.quarter)

    def quarters(self) -> Iterator[tuple[int, int, int]]:
        """Each quarter with its first stop and the one after its last."""
        start = 0
        for place in range(1, len(self.stops) + 1):
            if place == len(self.stops) or (self.stops[place].quarter != self.stops[start].quarter):
                yield self.stops[start].quarter, start, place
                start = place

    def _log(self, last: int) -> list[Line]:
        log = Log(self.words, self.viewers)
        log.update(self._journal[:last])
        return log.lines

    def _other(self, place: int, step: int, key: Callable[[Stop], object]) -> int:
        """On: the first stop of what comes next. Back: the first of this, or of what was before."""
        here = key(self.stops[place])
        if step > 0:
            later = range(place + 1, len(self.stops))
            return next((at for at in later if key(self.stops[at]) != here), len(self.stops) - 1)
        start = self._start(place, key)
        return self._start(start - 1, key) if start == place and start > 0 else start

    def _start(self, place: int, key: Callable[[Stop], object]) -> int:
        """The first of the stops around a place that are alike."""
        here = key(self.stops[place])
        while place > 0 and key(self.stops[place - 1]) == here:
            place -= 1
        return place

    def _game(self, stop: Stop) -> Game:
        step = self.replay.steps[stop.step]
        if stop.upto == len(step.events):
            return self.replay.game_at(stop.step)
        game = self.replay.game_at(stop.step - 1)
        events = step.events[: stop.upto]
        fold(game.state, events)
        return Game.resume(game.campaign, game.state, [*game.journal, *events])


def _stops(steps: Sequence[Step], viewers: SeatMask) -> Iterator[Stop]:
    place, moment = 0, (0, "setup", 0)
    for number, step in enumerate(steps):
        for begin, end in _portions(number, step):
            events = step.events[begin:end]
            for event in events:
                if isinstance(event, PhaseBegan):
                    moment = (event.quarter, event.phase, event.round)
            if number == 0 or any(is_known(event, viewers) for event in events):
                seat = _chooser(events, viewers)
                yield Stop(number, end, place + begin, place + end, moment, seat)
        place += len(step.events)


def _portions(number: int, step: Step) -> Iterator[tuple[int, int]]:
    """A step's events in portions that end where a phase begins; the set-up stays whole, since
    nothing is known of the position within it."""
    begin = 0
    if number > 0:
        for place, event in enumerate(step.events):
            if isinstance(event, PhaseBegan) and place > begin:
                yield begin, place
                begin = place
    if begin < len(step.events) or not step.events:
        yield begin, len(step.events)


def _chooser(events: Sequence[Event], viewers: SeatMask) -> SeatIx:
    """Who chose, where the viewers may know of it."""
    for event in events:
        if is_choice(event) and is_known(event, viewers):
            return event.action.seat
    return NO_SEAT
