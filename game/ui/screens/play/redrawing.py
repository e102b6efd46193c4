"""Drawing the table anew: only the parts that are out of date, where nothing lies over them."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Literal

import pygame

from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.screens.play.screen import PlayScreen

Part = Literal["all", "map", "column", "page", "ribbon", "tracks", "prompt", "tray"]
"""What can be drawn anew by itself; the page is the column without its log."""

_CHROME: tuple[Part, ...] = ("tray", "tracks", "ribbon", "prompt", "column")
_LIFTED = 8


class Redrawing:
    """Keeps which parts are out of date."""

    def __init__(self, table: PlayScreen) -> None:
        self._table = table
        self._stale: set[Part] = {"all"}

    def touch(self, part: Part) -> None:
        """A part is out of date, or all."""
        self._stale.add(part)

    def touch_controls(self, controls: Set[Widget]) -> None:
        """Some controls look different: the parts that they are in are out of date."""
        parts = self._table.parts
        homes: dict[Widget, Part] = dict.fromkeys((parts.chain, parts.layer), "map")
        homes.update({getattr(parts, name): name for name in _CHROME})
        for control in controls:
            around = (control, *control.ancestors())
            self.touch(next((homes[one] for one in around if one in homes), "all"))

    def draw(self, surface: pygame.Surface) -> list[pygame.Rect] | None:
        """Draw what is out of date; returns where that is, None for everywhere."""
        table = self._table
        drawn: list[pygame.Rect] | None = None
        if self._is_whole:
            table.form.draw(surface)
            table.draw_over_map(surface)
        else:
            drawn = [*self._draw_chrome(surface), *self._draw_map(surface)]
        self._stale.clear()
        table.form.stale.clear()
        return drawn

    @property
    def _is_whole(self) -> bool:
        """Whether parts cannot be drawn by themselves: something lies over them, or all is new."""
        table, form = self._table, self._table.form
        over = form.dirty or form.has_layers or form.has_notes
        return over or "all" in self._stale or (table.places.is_drawer and bool(table.drawer))

    def _draw_chrome(self, surface: pygame.Surface) -> list[pygame.Rect]:
        kit, drawn = self._table.kit, []
        for name in _CHROME:
            part: Widget = getattr(self._table.parts, name)
            if name in self._stale and part.visible:
                part.draw(surface, kit)
                # What the pointer is over may be lifted beyond the edge of its part.
                drawn.append(part.rect.inflate(0, 2 * kit.px(_LIFTED)))
        column = self._table.parts.column
        if "page" in self._stale and "column" not in self._stale and column.visible:
            drawn.append(column.draw_page(surface, kit))
        return drawn

    def _draw_map(self, surface: pygame.Surface) -> list[pygame.Rect]:
        if "map" not in self._stale:
            return []
        table, clip = self._table, surface.get_clip()
        surface.set_clip(table.places.board)
        table.root.draw_map(surface, table.kit)
        table.draw_over_map(surface)
        surface.set_clip(clip)
        return [table.places.board]
