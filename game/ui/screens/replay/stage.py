"""Where a replay stands: the film, whose eyes look, the stop, and what is told there."""

from collections.abc import Iterable

from game.model.events import Event
from game.model.ids import NO_SEAT, Ref, SeatIx, SeatMask, area_ref, piece_ref, route_ref
from game.narrate.choices.actions import action_label
from game.narrate.language import Translator
from game.narrate.line import Line
from game.narrate.things.phases import phase_title, phase_what
from game.play.pin import opens
from game.play.replay import TRUTH, Replay
from game.ui.present.sight import Sight
from game.ui.screens.replay.film import Film, Stop
from game.ui.screens.replay.viewpoints import TABLE, viewpoint_of, viewpoints
from game.ui.screens.wording import words_of

_MOST_PLACES = 12


class Stage:
    """A sitting at one stop. `event` is a place in the journal to begin at.

    `is_free` says whether every viewpoint may be taken: in a finished sitting, or for whoever has
    given the facilitator's PIN.
    """

    def __init__(
        self, replay: Replay, viewers: SeatMask, translator: Translator, event: int | None = None
    ) -> None:
        self.replay = replay
        self.is_free = replay.header.over or viewers == TRUTH
        self._viewers = viewers
        self.words = words_of(replay.campaign, translator)
        self.points = viewpoints(replay, self.words)
        self.point = viewpoint_of(self.points, viewers)
        self.film = Film(replay, viewers, self.words)
        self.place = 0 if event is None else self.film.stop_of(event)
        self._look()

    @property
    def stop(self) -> Stop:
        """The stop."""
        return self.film.stops[self.place]

    @property
    def seat(self) -> SeatIx:
        """The one seat through whose eyes one looks; NO_SEAT for the table and for the truth."""
        return self.point.seat

    @property
    def is_secret(self) -> bool:
        """Whether more shows than everybody in a sitting under way may know."""
        return not self.replay.header.over and self.point.id != TABLE

    @property
    def is_last(self) -> bool:
        """Whether this is the last stop."""
        return self.place == len(self.film) - 1

    def go(self, place: int) -> bool:
        """Go to a stop; returns whether that is another one."""
        place = max(0, min(len(self.film) - 1, place))
        if place == self.place:
            return False
        self.place = place
        self._look()
        return True

    def step(self, by: int) -> bool:
        """One stop on or back."""
        return self.go(self.place + by)

    def turn(self, by: int) -> bool:
        """One turn on or back."""
        return self.go(self.film.next_turn(self.place, by))

    def quarter(self, by: int) -> bool:
        """One quarter on or back."""
        return self.go(self.film.next_quarter(self.place, by))

    def look_as(self, point: str) -> bool:
        """Take another viewpoint, at the same moment; returns whether that is allowed."""
        found = next((one for one in self.points if one.id == point), None)
        if found is None or not (self.is_free or found.id == TABLE):
            return False
        self._viewers = found.mask
        self.point = found
        self._film_anew()
        return True

    def unlock(self, pin: str) -> bool:
        """Give the facilitator's PIN; returns whether it is right."""
        if opens(pin, self.replay.header.pin):
            self.is_free = True
        return self.is_free

    def retell(self, translator: Translator) -> None:
        """Tell everything in another language, at the same moment."""
        self.words = words_of(self.replay.campaign, translator)
        self.points = viewpoints(self.replay, self.words)
        self.point = next(one for one in self.points if one.id == self.point.id)
        self._film_anew()

    def follow(self, replay: Replay) -> None:
        """Take up a later reading of the same sitting, at its end."""
        self.replay = replay
        self.points = viewpoints(replay, self.words)
        self.point = next(one for one in self.points if one.id == self.point.id)
        self._viewers = self.point.mask
        self.film = Film(replay, self._viewers, self.words)
        self.place = min(self.place, len(self.film) - 1)
        self._look()

    def journal(self) -> list[Event]:
        """All events up to this stop, those that the viewers may not know of included."""
        return self.film.journal(self.place)

    def headline(self) -> tuple[str, str, str]:
        """The look of the seat that chose, its name, and a sentence; a phase where none did."""
        words, stop = self.words, self.stop
        told = [line for line in self._lines_now() if line.text]
        # A FLOW is summed up at its end, everything else is named at its beginning.
        plain = told[-1 if stop.phase == "flow" else 0] if told else None
        by_seat = (line for line in told if line.seat == stop.seat != NO_SEAT)
        chosen = next(by_seat, plain)
        text = chosen.text if chosen is not None else ""
        if stop.seat == NO_SEAT:
            said = text or phase_what(words, stop.phase)
            return "white", phase_title(words, stop.phase), said
        if not text:
            action = self.film.action(self.place)
            text = action_label(words, action, self.sight.view) if action is not None else ""
        return self.sight.campaign.seats[stop.seat].style, words.seat(stop.seat), text

    def refs_now(self) -> tuple[Ref, ...]:
        """What the lines of this stop speak of; none where they speak of too much."""
        refs = self.refs_of(self._lines_now())
        return refs if len(refs) <= _MOST_PLACES else ()

    def refs_of(self, lines: Iterable[Line]) -> tuple[Ref, ...]:
        """The places and pieces that lines speak of and that the viewers know."""
        makers = {"area": area_ref, "route": route_ref, "piece": piece_ref}
        found: dict[Ref, None] = {}
        for line in lines:
            for link in line.links:
                if link.kind == "piece" and link.ix not in self.sight.pieces:
                    continue
                if link.kind in makers:
                    found[makers[link.kind](link.ix)] = None
        return tuple(found)

    def _lines_now(self) -> list[Line]:
        return [self.lines[at] for at in self.now]

    def _film_anew(self) -> None:
        event = self.stop.last - 1
        self.film = Film(self.replay, self._viewers, self.words)
        self.place = self.film.stop_of(event)
        self._look()

    def _look(self) -> None:
        self.sight: Sight = self.film.sight(self.place)
        self.lines, self.now = self.film.lines(self.place)
