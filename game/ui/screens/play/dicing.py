"""Dice on the table: Tests are shown one after another; any key skips."""

import pygame

from game.model.events import TestRolled
from game.ui.kit import Kit
from game.ui.screens.play.overlays import DiceShow, draw_dice
from game.ui.screens.sitting import Sitting


class Dicing:
    """The Tests that wait to be shown, the first of them showing now."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._shows: list[DiceShow] = []

    def __bool__(self) -> bool:
        return bool(self._shows)

    def follow(self, place: int, *, still: bool) -> None:
        """Take the Tests rolled since a place in the journal, each with its line of the log.

        Nothing is shown to a seat behind its curtain.
        """
        if self._sitting.session.needs_curtain() is not None:
            self._shows = []
            return
        told = {at: line.text for line in self._sitting.lines for at in line.events}
        self._shows = [
            DiceShow(event, told.get(at, ""), still=still)
            for at, event in self._sitting.sight.since(place)
            if isinstance(event, TestRolled)
        ]

    def advance(self, seconds: float) -> bool:
        """Let time pass; returns whether a die shows or has just gone."""
        if not self._shows:
            return False
        if not self._shows[0].advance(seconds):
            self._shows.pop(0)
        return True

    def skip(self) -> bool:
        """Let the die fall, or the next one show; returns whether there was one."""
        if not self._shows:
            return False
        if not self._shows[0].skip():
            self._shows.pop(0)
        return True

    def draw(self, surface: pygame.Surface, kit: Kit, board: pygame.Rect) -> None:
        """Draw the die that shows."""
        if self._shows:
            draw_dice(surface, kit, self._shows[0], board)
