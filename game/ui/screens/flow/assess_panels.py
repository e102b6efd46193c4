"""Panels of the quarter's sum: each track with its reasons, and what else came of it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import pygame

from game.narrate.words import Words, signed
from game.ui.kit import Kit
from game.ui.paint import arrow
from game.ui.present.assessing import QuarterSum, Told, TrackSum
from game.ui.screens.rows import GAP, Row, Rows
from game.ui.theme import Colour
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

_PAD = 20
_COLUMNS_FROM = 940
_SHARES = (0.27, 0.36, 0.37)
_TWO_SHARES = (0.5, 0.5)


class _Panel(Widget, ABC):
    """A sheet of paper with a heading; `_write` fills it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as what is written."""
        wide = width or kit.px(420)
        column = Column(kit, None, 0, 0, wide - 2 * kit.px(_PAD))
        self._fill(column)
        return wide, column.y + 2 * kit.px(16)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the sheet."""
        kit.paint.panel(surface, self.rect, radius=10, level=1)
        pad = kit.px(_PAD)
        left, top = self.rect.x + pad, self.rect.y + kit.px(16)
        self._fill(Column(kit, surface, left, top, self.rect.width - 2 * pad))

    def _fill(self, column: Column) -> None:
        column.text(self.title, column.kit.number(22))
        column.gap(8)
        self._write(column)

    @abstractmethod
    def _write(self, column: Column) -> None:
        """Write what stands below the heading."""


class TracksPanel(_Panel):
    """Every track that moved: from, to, better or worse, and each step with its reason."""

    def __init__(self, words: Words, found: QuarterSum) -> None:
        super().__init__(words.say("What moved, and why"))
        self._words = words
        self._found = found

    def _write(self, column: Column) -> None:
        kit, found = column.kit, self._found
        for place, row in enumerate(found.tracks):
            if place:
                column.gap(8)
                column.rule()
                column.gap(8)
            self._head(column, row)
            for reason in row.reasons:
                column.text(reason, kit.body(15.5, kit.theme.ink2))
        if found.still:
            column.gap(12 if found.tracks else 0)
            names = self._words.all_of(list(found.still))
            said = self._words.say("No change: {tracks}.", tracks=names)
            column.text(said, kit.body(15.5, kit.theme.ink2))

    def _head(self, column: Column, row: TrackSum) -> None:
        kit, theme = column.kit, column.kit.theme
        tones: dict[str, Colour] = {"better": theme.better, "worse": theme.worse}
        colour = tones.get(row.tone, theme.ink)
        high = kit.px(34)
        if column.surface is not None:
            y = column.y + high // 2
            kit.text.draw(column.surface, row.name, (column.left, y), kit.title(19))
            self._change(column.surface, kit, row, (column.right, y), colour)
        column.y += high

    def _change(
        self,
        surface: pygame.Surface,
        kit: Kit,
        row: TrackSum,
        right: tuple[int, int],
        colour: Colour,
    ) -> None:
        """From the right edge: the word, the step with its arrow, and both values."""
        x, y = right
        if row.tone != "neutral":
            better = row.tone == "better"
            word = self._words.say("better") if better else self._words.say("worse")
            x -= kit.text.draw(surface, word, (x, y + 1), kit.label(15, colour), "right")
            x -= kit.px(8)
        if row.after != row.before:
            step = signed(row.after - row.before)
            x -= kit.text.draw(surface, step, (x, y), kit.number(19, colour), "right") + kit.px(12)
            glyph = "triangle-up" if row.after > row.before else "triangle-down"
            kit.glyphs.draw(surface, glyph, (x, y), 14, colour, kit.theme.paper)
            x -= kit.px(22)
        x -= kit.text.draw(surface, str(row.after), (x, y), kit.number(26), "right") + kit.px(8)
        start = (x - kit.px(24), y)
        arrow(surface, (start, (x, y)), kit.theme.ink2, kit.px(2))
        style = kit.number(19, kit.theme.ink2)
        kit.text.draw(surface, str(row.before), (start[0] - kit.px(8), y), style, "right")


class ToldPanel(_Panel):
    """What else came of the quarter, a row for each sentence."""

    def __init__(self, words: Words, told: Sequence[Told]) -> None:
        super().__init__(words.say("What else came of it"))
        self._words = words
        self._told = tuple(told)

    def _write(self, column: Column) -> None:
        kit = column.kit
        if not self._told:
            said = self._words.say("Nothing: no upkeep was owed, and nobody governed.")
            column.text(said, kit.body(15.5, kit.theme.ink2))
        for row in self._told:
            self._row(column, row)

    def _row(self, column: Column, row: Told) -> None:
        kit, theme = column.kit, column.kit.theme
        indent = kit.px(30) + kit.px(16) * row.depth
        style = kit.body(15, theme.ink2) if row.depth else kit.body(15.5)
        if column.surface is not None and not row.depth:
            middle = (column.left + kit.px(11), column.y + kit.text.line_height(style) // 2)
            if row.style:
                kit.glyphs.seat(column.surface, row.style, middle, 9)
            else:
                kit.glyphs.draw(column.surface, "dot", middle, 13, theme.ink2)
        column.text(row.text, style, indent=indent)
        column.gap(5)


class Sheets(Rows):
    """Panels beside one another; below one another where it is narrow."""

    def rows_of(self, kit: Kit, width: int) -> list[Row]:
        """One row of all, each with its share, or one row for each."""
        if width < kit.px(_COLUMNS_FROM):
            return [[(one, width)] for one in self.widgets]
        shares = _SHARES if len(self.widgets) == len(_SHARES) else _TWO_SHARES
        room = width - kit.px(GAP) * (len(shares) - 1)
        return [[(one, round(room * s)) for one, s in zip(self.widgets, shares, strict=True)]]
