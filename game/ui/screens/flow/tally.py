"""The tally of a FLOW: delivered, seized and seen, and how near the network is to its tolerance."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.present.flowing import Count, FlowStory
from game.ui.widgets.column import Column
from game.ui.widgets.marks import progress
from game.ui.widgets.widget import Widget

WIDTH = 308
_PAD = 18
_MOST_SHOWN = 60


class Tally(Widget):
    """Counts up as units arrive; at the end it says what came of it."""

    def __init__(self, story: FlowStory, tolerance: int) -> None:
        super().__init__()
        self.story = story
        self.count = Count(routed=story.settled.routed)
        self.units = 0
        self.notes: tuple[str, ...] = ()
        self._tolerance = tolerance

    def show(self, units: int, notes: Sequence[str]) -> None:
        """Show the count after so many units; once all are through, the settled sum."""
        over = units >= len(self.story.runs)
        # loads that nobody saw are counted once all are through
        self.units = self.story.settled.routed if over else units
        self.count = self.story.settled if over else self.story.count_after(units)
        self.notes = tuple(notes)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as its rows and notes."""
        wide = width or kit.px(WIDTH)
        column = Column(kit, None, 0, 0, wide - 2 * kit.px(_PAD))
        self._write(column)
        return wide, column.y + 2 * kit.px(16)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        kit.paint.panel(surface, self.rect, radius=10, level=3)
        pad = kit.px(_PAD)
        left, top = self.rect.x + pad, self.rect.y + kit.px(16)
        self._write(Column(kit, surface, left, top, self.rect.width - 2 * pad))

    def _write(self, column: Column) -> None:
        kit, tr, theme = column.kit, column.kit.tr, column.kit.theme
        total = self.story.settled.routed
        self._line(
            column,
            tr.gettext("This quarter"),
            tr.gettext("load {number} of {count}").format(number=self.units, count=total),
        )
        column.gap(6)
        if column.surface is not None:
            bar = pygame.Rect(column.left, column.y, column.width, kit.px(6))
            progress(column.surface, kit, bar, self.units / max(1, total), theme.ink)
        column.gap(18)
        now, before = self.count, self.story.before
        rows = (
            ("load", tr.gettext("Delivered"), "delivered"),
            ("seized", tr.gettext("Seized"), "seized"),
            ("seen", tr.gettext("Seen, not stopped"), "seen"),
        )
        for glyph, name, what in rows:
            last = getattr(before, what) if before is not None else None
            self._row(column, glyph, name, getattr(now, what), last)
        self._losses(column)
        if self.notes:
            column.gap(10)
            column.rule()
            column.gap(8)
            for note in self.notes:
                column.text(note, kit.body(16, theme.ink2))
                column.gap(3)

    def _line(self, column: Column, left: str, right: str) -> None:
        kit = column.kit
        if column.surface is not None:
            y = column.y + kit.px(12)
            kit.text.draw(column.surface, left, (column.left, y), kit.title(20))
            kit.text.draw(column.surface, right, (column.right, y), kit.label(16), "right")
        column.gap(26)

    def _row(self, column: Column, glyph: str, name: str, value: int, last: int | None) -> None:
        kit, theme = column.kit, column.kit.theme
        before = ""
        if last is not None:
            before = kit.tr.gettext("Q{quarter}: {value}").format(
                quarter=self.story.quarter - 1, value=last
            )
        note = kit.text.width(before, kit.label(15)) + kit.px(8) if before else 0
        room = column.width - kit.px(44) - kit.px(46) - note
        words = kit.text.wrap(name, kit.title(18), max(kit.px(60), room))
        high = max(kit.px(46), words.height + kit.px(10))
        if column.surface is not None:
            middle = column.y + high // 2
            colours = {"load": theme.flow, "seized": theme.ink, "seen": theme.seat("veo").colour}
            centre = (column.left + kit.px(16), middle)
            kit.glyphs.draw(column.surface, glyph, centre, 28, colours[glyph], theme.paper)
            at = (column.left + kit.px(44), middle - words.height // 2)
            kit.text.draw_paragraph(column.surface, words, at)
            right = column.right - note - (kit.px(10) if before else 0)
            style = kit.number(30)
            kit.text.draw(column.surface, str(value), (right, middle), style, "right")
            if before:
                at_note = (column.right, middle + kit.px(2))
                kit.text.draw(column.surface, before, at_note, kit.label(15), "right")
        column.y += high

    def _losses(self, column: Column) -> None:
        kit, tr, theme = column.kit, column.kit.tr, column.kit.theme
        column.gap(8)
        column.rule()
        column.gap(10)
        percent = self.count.loss_percent
        share = tr.gettext("{seized} of {routed} loads").format(
            seized=self.count.seized, routed=self.count.routed
        )
        if column.surface is not None:
            y = column.y + kit.px(12)
            taken = kit.text.draw(
                column.surface, tr.gettext("Losses"), (column.left, y), kit.title(17)
            )
            at = (column.left + taken + kit.px(12), y + 1)
            kit.text.draw(column.surface, share, at, kit.label(15))
            large = tr.gettext("{percent} %").format(percent=percent)
            kit.text.draw(column.surface, large, (column.right, y), kit.number(24), "right")
        column.gap(30)
        if column.surface is not None:
            bar = pygame.Rect(column.left, column.y, column.width, kit.px(16))
            kit.paint.box(column.surface, bar, theme.rule, 4)
            done = bar.copy()
            done.width = round(bar.width * min(1.0, percent / _MOST_SHOWN))
            if done.width > kit.px(6):
                kit.paint.box(column.surface, done, theme.flow, 4)
            x = bar.x + round(bar.width * self._tolerance / _MOST_SHOWN)
            mark = pygame.Rect(x - kit.px(1.5), bar.y - kit.px(5), kit.px(3), kit.px(26))
            column.surface.fill(theme.ink, mark)
            words = tr.gettext("tolerance {percent} %").format(percent=self._tolerance)
            at_mark = (x, bar.bottom + kit.px(18))
            kit.text.draw(column.surface, words, at_mark, kit.label(14), "center")
        column.gap(46)
