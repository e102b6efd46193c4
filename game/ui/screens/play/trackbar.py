"""The bar of tracks: each a value, what changed this quarter, and a bar with its thresholds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import Kit
from game.ui.present.tracks import TrackCell
from game.ui.text import signed
from game.ui.theme import Colour
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

HEIGHT = 64
_MEANS_WIDTH = 174
_LEAST_MEANS = 156
_LEAST_WIDTH = 126
_BAR_LIMIT = 12


class TrackWidget(Widget):
    """One track: focus or pointer shows it in the inspector, use asks why it is so."""

    focusable = True

    def __init__(
        self, cell: TrackCell, on_look: Callable[[], None], on_why: Callable[[], None]
    ) -> None:
        super().__init__(group="tracks")
        self.name = f"track-{cell.id}"
        self.cell = cell
        self.shown: float = cell.value
        self.lit = False
        self.short = False
        self._on_look = on_look
        self._on_why = on_why

    def on_focus(self, form: "Form") -> None:
        """Show the track in the inspector."""
        self._on_look()

    def activate(self, form: "Form") -> None:
        """Ask why."""
        self._on_why()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw name, value, change and bar, on the dark chrome."""
        theme, rect = kit.theme, self.rect
        if self.hovered:
            kit.paint.box(surface, rect, theme.slate3)
        if self.short:
            self._draw_short(surface, kit)
            return
        pad = kit.px(16)
        self._draw_heading(surface, kit, pad)
        x = self._draw_value(surface, kit, pad)
        self._draw_change(surface, kit, x)
        if self.cell.has_bar:
            self._draw_bar(surface, kit, pad)
        self._draw_rings(surface, kit)

    def _draw_rings(self, surface: pygame.Surface, kit: Kit) -> None:
        theme, rect = kit.theme, self.rect
        if self.lit:
            kit.paint.box(surface, rect.inflate(-kit.px(6), -kit.px(6)), None, 6, theme.gold, 2.4)
        if self.ring:
            kit.paint.box(surface, rect.inflate(-kit.px(4), -kit.px(4)), None, 6, theme.focus, 3)
            kit.paint.box(surface, rect.inflate(-kit.px(10), -kit.px(10)), None, 4, theme.white, 2)

    def _draw_short(self, surface: pygame.Surface, kit: Kit) -> None:
        """Name, value and change in one line, where the whole bar has no room."""
        cell, theme = self.cell, kit.theme
        y, x = self.rect.centery, self.rect.x + kit.px(12)
        value = kit.text.width(str(round(self.shown)), kit.number(20)) + kit.px(8)
        change = signed(cell.change) if cell.change else ""
        beside = kit.text.width(change, kit.number(15)) + kit.px(20) if change else 0
        room = self.rect.width - kit.px(18) - value - beside
        style = kit.label(14, theme.on2)
        name = kit.text.shorten(cell.name, style, room)
        x += kit.text.draw(surface, name, (x, y), style) + kit.px(7)
        style = kit.number(20, theme.on)
        x += kit.text.draw(surface, str(round(self.shown)), (x, y), style) + kit.px(8)
        if change:
            colour = self._tone(kit)
            glyph = "triangle-up" if cell.change > 0 else "triangle-down"
            kit.glyphs.draw(surface, glyph, (x + kit.px(6), y), 12, colour, theme.slate2)
            kit.text.draw(surface, change, (x + kit.px(15), y), kit.number(15, colour))
        self._draw_rings(surface, kit)

    def _draw_heading(self, surface: pygame.Surface, kit: Kit, pad: int) -> None:
        y = self.rect.y + kit.px(16)
        words = kit.label(15, kit.theme.on2)
        taken = kit.text.draw(surface, self.cell.name, (self.rect.x + pad, y), words)
        note = kit.label(13, kit.theme.on2)
        room = self.rect.width - taken - pad * 2
        if self.cell.note and kit.text.width(self.cell.note, note) < room:
            right = (self.rect.right - kit.px(14), y)
            kit.text.draw(surface, self.cell.note, right, note, "right")

    def _draw_value(self, surface: pygame.Surface, kit: Kit, pad: int) -> int:
        cell, theme = self.cell, kit.theme
        x, y = self.rect.x + pad, self.rect.y + kit.px(41)
        if cell.sign:
            kit.glyphs.draw(surface, cell.sign, (x + kit.px(13), y + 1), 24, theme.on, theme.slate)
            x += kit.px(32)
        x += kit.text.draw(surface, str(round(self.shown)), (x, y), kit.number(30, theme.on))
        if cell.most:
            limit = kit.tr.gettext("/{most}").format(most=cell.most)
            low = (x + kit.px(6), y + kit.px(6))
            x = low[0] + kit.text.draw(surface, limit, low, kit.label(15, theme.on2))
        return x + kit.px(10)

    def _draw_change(self, surface: pygame.Surface, kit: Kit, x: int) -> None:
        cell, theme = self.cell, kit.theme
        y = self.rect.y + kit.px(41)
        if not cell.change:
            if kit.metrics.compact:
                return
            words = kit.tr.gettext("no change")
            style = kit.label(13, theme.on2)
            if not cell.sign and x + kit.text.width(words, style) <= self.rect.right - kit.px(6):
                kit.text.draw(surface, words, (x, y + kit.px(2)), style)
            return
        colour = self._tone(kit)
        glyph = "triangle-up" if cell.change > 0 else "triangle-down"
        kit.glyphs.draw(surface, glyph, (x + kit.px(7), y), 14, colour, theme.slate2)
        x += kit.px(18)
        x += kit.text.draw(surface, signed(cell.change), (x, y), kit.number(18, colour))
        word = {"better": kit.tr.gettext("better"), "worse": kit.tr.gettext("worse")}
        style = kit.label(13, colour)
        text = word.get(cell.tone, "")
        x += kit.px(5)
        if not cell.sign and x + kit.text.width(text, style) <= self.rect.right - kit.px(4):
            kit.text.draw(surface, text, (x, y + kit.px(1)), style)

    def _tone(self, kit: Kit) -> Colour:
        tones = {"better": kit.theme.better_dark, "worse": kit.theme.worse_dark}
        return tones.get(self.cell.tone, kit.theme.on)

    def _draw_bar(self, surface: pygame.Surface, kit: Kit, pad: int) -> None:
        cell, theme = self.cell, kit.theme
        left, width = self.rect.x + pad, self.rect.width - 2 * pad
        y, height = self.rect.y + kit.px(56), kit.px(4)
        gap = kit.px(2.5) if cell.most <= _BAR_LIMIT else 1
        for step in range(cell.most):
            x0 = left + round(step * width / cell.most)
            x1 = left + round((step + 1) * width / cell.most) - gap
            colour = theme.on if step < self.shown else theme.slate3
            kit.paint.box(surface, pygame.Rect(x0, y, max(1, x1 - x0), height), colour, 1)
        if kit.metrics.compact:
            return
        for mark in cell.thresholds:
            colour = theme.better_dark if mark.meaning == "good" else theme.worse_dark
            x = left + round(mark.at * width / cell.most) - kit.px(2)
            surface.fill(colour, pygame.Rect(x, y - kit.px(3), kit.px(2), kit.px(9)))


class TrackBar(Widget):
    """The row of public tracks, and the deciding seat's own means at its right end."""

    def __init__(
        self,
        tracks: Sequence[TrackWidget],
        means: Sequence[TrackWidget],
        owner: str = "",
    ) -> None:
        super().__init__(group="tracks")
        self.tracks = list(tracks)
        self.means = list(means)
        self._owner = owner
        self.short = False

    def children(self) -> Sequence[Widget]:
        """Tracks, then means."""
        return [*self.tracks, *self.means]

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Divide the width: means take what they need, tracks share the rest.

        Where a track would be too narrow, all stand in two rows of short cells.
        """
        super().layout(kit, rect)
        cells = self.children()
        self.short = rect.width < kit.px(_LEAST_WIDTH) * len(cells)
        for cell in (*self.tracks, *self.means):
            cell.short = self.short
        if self.short:
            self._place_short(rect)
            return
        share = max(kit.px(_LEAST_MEANS), rect.width // max(1, len(self.children())))
        each = min(kit.px(_MEANS_WIDTH), share)
        right = rect.right - each * len(self.means)
        for place, widget in enumerate(self.means):
            box = pygame.Rect(right + place * each, rect.y, each, rect.height)
            widget.layout(kit, box)
        self._place_tracks(kit, pygame.Rect(rect.x, rect.y, right - rect.x, rect.height))

    def _place_short(self, rect: pygame.Rect) -> None:
        cells = self.children()
        columns = -(-len(cells) // 2)
        for place, widget in enumerate(cells):
            row, column = divmod(place, columns)
            left = rect.x + rect.width * column // columns
            right = rect.x + rect.width * (column + 1) // columns
            top = rect.y + rect.height * row // 2
            box = pygame.Rect(left, top, right - left, rect.height // 2)
            widget.rect = box

    def _place_tracks(self, kit: Kit, room: pygame.Rect) -> None:
        weights = [1.0 if one.cell.has_bar else 0.72 for one in self.tracks]
        total = sum(weights) or 1.0
        x = float(room.x)
        for widget, weight in zip(self.tracks, weights, strict=True):
            width = room.width * weight / total
            left, right = round(x), round(x + width)
            widget.layout(kit, pygame.Rect(left, room.y, right - left, room.height))
            x += width

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the chrome, the cells and the lines between them."""
        theme = kit.theme
        surface.fill(theme.slate2, self.rect)
        if self.means and not self.short:
            own = self.means[0].rect.union(self.means[-1].rect)
            surface.fill(theme.slate, own)
            if self._owner:
                at = (self.rect.right - kit.px(14), self.rect.y + kit.px(16))
                kit.text.draw(surface, self._owner, at, kit.label(13, theme.on2), "right")
        for widget in self.children():
            widget.draw(surface, kit)
        for widget in () if self.short else self.tracks[1:]:
            at = (widget.rect.x, self.rect.y + kit.px(10))
            height = self.rect.height - kit.px(20)
            kit.paint.rule(surface, at, height, theme.slate3, vertical=True)
