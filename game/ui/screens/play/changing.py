"""What has just changed, on its way: tracks count, and counters glide to where they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.model.events import PieceMoved
from game.ui.motion import COUNTER
from game.ui.paint import polyline
from game.ui.present.scene import counter_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ui.screens.play.screen import PlayScreen
    from game.ui.screens.play.trackbar import TrackWidget

_WAY = 3
_LEAST_WAY = 12


class Changing:
    """Holds back what has changed until dice have been seen; then lets it travel.

    `_held` are the values that tracks showed before, `_left` the areas that counters left: they
    wait for the map to be drawn anew, `_moved` are under way.
    """

    def __init__(self, table: PlayScreen) -> None:
        self._table = table
        self._viewer = table.sitting.viewer
        self._held: dict[str, float] = {}
        self._left: dict[str, str] = {}
        self._moved: dict[str, str] = {}

    def note(self, place: int) -> None:
        """Keep what is shown, before the table is made anew from events since a place.

        Nothing of what one seat saw is kept for another.
        """
        table, sitting = self._table, self._table.sitting
        self._held, self._left, self._moved = {}, {}, {}
        is_same = sitting.viewer == self._viewer
        self._viewer = sitting.viewer
        if not is_same or sitting.is_covered:
            return
        self._held = {widget.name: widget.shown for widget in self._tracks()}
        areas = table.sitting.session.campaign.areas
        for _, event in sitting.sight.since(place):
            if isinstance(event, PieceMoved):
                self._left.setdefault(counter_id(event.piece), areas[event.before].id)

    def advance(self) -> None:
        """Let the tracks count as soon as no die is being watched."""
        table = self._table
        if table.dicing or not self._held:
            return
        for widget in self._tracks():
            before = self._held.get(widget.name, widget.cell.value)
            if round(before) != widget.cell.value:
                table.motion.travel(widget.name, before, widget.cell.value, COUNTER)
        self._held = {}

    def map_is_drawn(self) -> None:
        """Let counters go, now that the map knows where they stand."""
        if self._table.dicing or not self._left:
            return
        self._moved, self._left = self._left, {}
        for counter in self._moved:
            self._table.motion.travel(counter, 0.0, 1.0, COUNTER)
        self._table.touch("map")

    def show(self) -> None:
        """Let the tracks show where they are on their way, and the log nothing of dice that have
        not fallen yet."""
        table = self._table
        if table.parts.column.hold_log(table.kit, table.dicing.untold):
            table.touch("column")
        for widget in self._tracks():
            held = self._held.get(widget.name, widget.cell.value)
            widget.shown = self._table.motion.value(widget.name, held)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the way of each counter, and a frame that travels along it."""
        table, kit = self._table, self._table.kit
        for counter, area in self._moved.items():
            before = table.board.screen_pos("area", area)
            rect = table.board.screen_rect("counter", counter)
            if rect is None or before is None or not table.motion.has(counter):
                continue
            way = pygame.Vector2(rect.center) - pygame.Vector2(before)
            if way.length() < kit.px(_LEAST_WAY):
                continue
            now = pygame.Vector2(before) + way * table.motion.value(counter, 1.0)
            frame = pygame.Rect(rect)
            frame.center = (round(now.x), round(now.y))
            polyline(surface, [before, frame.center], kit.theme.ink, kit.px(_WAY))
            kit.paint.box(surface, frame, None, 4, kit.theme.ink, 2.4)

    def _tracks(self) -> Iterator[TrackWidget]:
        tracks = self._table.parts.tracks
        yield from (*tracks.tracks, *tracks.means)
