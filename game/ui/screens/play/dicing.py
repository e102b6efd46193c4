"""Dice on the table: Tests are shown one after another; any key lets them all fall."""

import pygame

from game.model.events import TestRolled
from game.narrate.sentences.dice import shown_needed
from game.ui.kit import Kit
from game.ui.present.sight import Sight
from game.ui.present.tracks import Tone
from game.ui.screens.play.overlays import DiceShow, draw_dice
from game.ui.screens.sitting import Sitting


class Dicing:
    """The Tests that wait to be shown, the first of them showing now."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._shows: list[DiceShow] = []
        self._places: list[int] = []
        self._is_hurried = False

    def __bool__(self) -> bool:
        return bool(self._shows)

    @property
    def untold(self) -> int | None:
        """The place in the journal of the first Test whose die has not fallen yet."""
        waiting = [show.has_fallen for show in self._shows]
        if all(waiting):
            return None
        return self._places[len(self._places) - len(waiting) + waiting.index(False)]

    def follow(self, place: int, *, still: bool) -> None:
        """Take the Tests rolled since a place in the journal, each with its line of the log.

        Nothing is shown to a seat behind its curtain.
        """
        self._is_hurried = False
        if self._sitting.is_covered:
            self._shows = []
            return
        sight = self._sitting.sight
        told = {at: line.in_rows for line in self._sitting.lines for at in line.events}
        tests = sight.campaign.rules.tests
        rolled = [row for row in sight.since(place) if isinstance(row[1], TestRolled)]
        self._places = [at for at, _ in rolled]
        self._shows = [
            DiceShow(
                event,
                told.get(at, ""),
                needed=shown_needed(tests, event),
                tone=tone_of(sight, event),
                still=still,
            )
            for at, event in rolled
            if isinstance(event, TestRolled)
        ]

    def advance(self, seconds: float) -> bool:
        """Let time pass; returns whether a die shows or has just gone."""
        if not self._shows:
            return False
        if not self._shows[0].advance(seconds):
            self._shows = [] if self._is_hurried else self._shows[1:]
        return True

    def skip(self) -> bool:
        """Let all dice fall; where they have fallen, let them go.

        Returns whether there was something to watch, so that a key has done its work with it; a
        key after that is free for its own use.
        """
        if not self._shows:
            return False
        is_watched = len(self._shows) > 1 or not self._shows[0].has_fallen
        if self._is_hurried or not is_watched:
            self._shows = []
            return False
        self._is_hurried = True
        for show in self._shows:
            show.fall()
        return True

    def draw(self, surface: pygame.Surface, kit: Kit, board: pygame.Rect) -> None:
        """Draw the die that shows; all of them, one below another, once a key let them fall."""
        top = board.y + kit.px(14)
        for show in self._shows if self._is_hurried else self._shows[:1]:
            top = draw_dice(surface, kit, show, board, top) + kit.px(8)


def tone_of(sight: Sight, event: TestRolled) -> Tone:
    """How a roll reads to the viewers: good or bad news where their own side rolled, else plain.

    A table at which both sides sit reads as the coalition does, as its tracks do.
    """
    seats = sight.campaign.seats
    viewers = [seat.side for ix, seat in enumerate(seats) if sight.mask >> ix & 1]
    own = "red" if viewers and all(side == "red" for side in viewers) else "nadc"
    if seats[event.seat].side != own:
        return "neutral"
    return "better" if event.success else "worse"
