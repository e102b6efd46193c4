"""Sight: all that the people in front of the screen may know at one moment.

Screens are made from a sight and from nothing else of the game, so that what is not in it cannot
reach a pixel, a tooltip or a window title.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from game.content.campaign import Campaign
from game.content.schema.words import TRACKS
from game.model.events import Event, FlowBegan, PhaseBegan
from game.model.ids import ALL_SEATS, SeatMask
from game.model.view import PieceView, RouteView, SeatView, View
from game.narrate.language import Translator
from game.narrate.words import Words

Seen = tuple[int, Event]
"""An event and its place in the journal."""

GOVERNED_COUNTRIES = ("mexico", "central-america")


def redacted(journal: list[Event], mask: SeatMask) -> tuple[Seen, ...]:
    """The events that every seat of a set may know of, with their places; mask 0 sees all."""
    return tuple((ix, event) for ix, event in enumerate(journal) if event.seen & mask == mask)


@dataclass(frozen=True, eq=False)
class Sight:
    """A campaign, what the viewers know of the position, and the events that they may know of.

    `words` names things in the reader's language.
    """

    campaign: Campaign
    view: View
    events: tuple[Seen, ...] = field(repr=False)
    words: Words = field(repr=False)

    @property
    def tr(self) -> Translator:
        """The interface's words in the reader's language."""
        return self.words.translator

    @property
    def mask(self) -> SeatMask:
        """The seats that look together."""
        return self.view.seats

    @property
    def is_open(self) -> bool:
        """Whether several seats look, or any seat of the coalition: nothing of Red is shown."""
        return self.mask == ALL_SEATS

    def is_alone(self, seat: int) -> bool:
        """Whether nobody but a seat looks, or White does."""
        return self.mask == 0 or (seat >= 0 and self.mask == 1 << seat)

    def hides_hand(self, seat: int) -> bool:
        """Whether somebody looks who may not know the cards that a seat holds."""
        means = self.means[seat]
        return bool(means.hand_size) and not means.hand

    @cached_property
    def pieces(self) -> dict[int, PieceView]:
        """Known pieces by their place."""
        return {piece.piece: piece for piece in self.view.pieces}

    @cached_property
    def routes(self) -> dict[int, RouteView]:
        """Routes by their place."""
        return {route.route: route for route in self.view.routes}

    @cached_property
    def means(self) -> dict[int, SeatView]:
        """Means of the seats by their place."""
        return {seat.seat: seat for seat in self.view.means}

    @cached_property
    def event_by_place(self) -> dict[int, Event]:
        """The known events by their place in the journal."""
        return dict(self.events)

    @cached_property
    def quarter_events(self) -> tuple[Seen, ...]:
        """The known events since this quarter began."""
        return self.since(self._start_of_quarter())

    @cached_property
    def fresh_events(self) -> tuple[Seen, ...]:
        """The known events of this quarter; until its FLOW also those since the last one began,
        so that what FLOW and ASSESS changed is not forgotten with the quarter."""
        last, begins = self.last_flow, self._start_of_quarter()
        return last if last and last[0][0] < begins else self.quarter_events

    @cached_property
    def last_flow(self) -> tuple[Seen, ...]:
        """The known events since the last FLOW began; empty before the first."""
        for place in range(len(self.events) - 1, -1, -1):
            if isinstance(self.events[place][1], FlowBegan):
                return self.events[place:]
        return ()

    def since(self, place: int) -> tuple[Seen, ...]:
        """The known events from a place in the journal on."""
        return tuple(row for row in self.events if row[0] >= place)

    def area_pieces(self, area: int) -> Iterator[PieceView]:
        """The known pieces that stand in an area."""
        return (piece for piece in self.view.pieces if piece.area == area)

    def track(self, name: str) -> int:
        """The value of a track by its word."""
        return self.view.tracks[TRACKS.index(name)]

    def has_gov(self, area: int) -> bool:
        """Whether an area has a governance ladder (RULES 2)."""
        spec = self.campaign.areas[area]
        return spec.pop >= 1 and spec.country in GOVERNED_COUNTRIES

    def _start_of_quarter(self) -> int:
        for place, event in reversed(self.events):
            if isinstance(event, PhaseBegan) and event.phase in ("situation", "setup"):
                return place
        return 0
