"""Lists to choose from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.text import Paragraph
from game.ui.widgets.form import Form
from game.ui.widgets.scroll import BAR, draw_bar
from game.ui.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the value it stands for, a title, a second line, words at the right, a mark."""

    value: str
    title: str
    detail: str = ""
    trailing: str = ""
    glyph: str = ""
    seat: str = ""
    reason: str = ""


class ListBox(Widget):
    """A list of rows of which one is marked. Up, Down, Page Up, Page Down, Home and End move
    the mark, Enter or a double click uses the row. Only the rows that show are drawn."""

    focusable = True

    def __init__(
        self,
        rows: Sequence[Row],
        chosen: str,
        on_choose: Callable[[str], None],
        *,
        on_use: Callable[[str], None] | None = None,
        empty: str = "",
        use_on_click: bool = False,
        group: str = "",
    ) -> None:
        super().__init__(group=group)
        self.rows = tuple(rows)
        self.chosen = chosen
        self.on_choose = on_choose
        self.on_use = on_use
        self.empty = empty
        self.use_on_click = use_on_click
        self.offset = 0
        self._tops: list[int] = [0]
        self._kit: Kit | None = None
        self._last_click = (-1, -10_000)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All rows; give it less height to make it scroll."""
        wide = kit.px(320) if width is None else width
        return wide, self._stack(kit, wide)[-1]

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place and keep the marked row in sight."""
        super().layout(kit, rect)
        self._kit = kit
        self._tops = self._stack(kit, rect.width)
        self._show(self._index())

    @property
    def visible_rows(self) -> tuple[int, int]:
        """The first and last row in sight, counted from 1; (0, 0) for an empty list."""
        shown = [i for i in range(len(self.rows)) if self._row_rect(i).colliderect(self.rect)]
        return (shown[0] + 1, shown[-1] + 1) if shown else (0, 0)

    def activate(self, form: Form) -> None:
        """Use the marked row."""
        index = self._index()
        if index < 0:
            return
        row = self.rows[index]
        if row.reason:
            form.say(row.reason, "lock", self._row_rect(index).midright)
        elif self.on_use is not None:
            self.on_use(row.value)

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Move the mark."""
        steps = {
            pygame.K_UP: -1,
            pygame.K_DOWN: 1,
            pygame.K_PAGEUP: -8,
            pygame.K_PAGEDOWN: 8,
            pygame.K_HOME: -len(self.rows),
            pygame.K_END: len(self.rows),
        }
        if event.key not in steps or not self.rows:
            return False
        index = self._index() + steps[event.key]
        self._mark(max(0, min(len(self.rows) - 1, index)))
        return True

    def on_wheel(self, amount: int, form: Form) -> bool:
        """Scroll by the wheel."""
        if self._kit is None or self._tops[-1] <= self.rect.height:
            return False
        self._scroll(self.offset - amount * self._kit.px(56))
        return True

    def on_press(self, at: tuple[int, int], form: Form) -> None:
        """Mark the row under the pointer."""
        index = self._row_at(at)
        if index is not None:
            self._mark(index)

    def on_release(self, at: tuple[int, int], form: Form) -> None:
        """Use the row on a double click, or on one where the list says so."""
        index = self._row_at(at)
        if index is None:
            return
        now = pygame.time.get_ticks()
        again = self._last_click[0] == index and now - self._last_click[1] < 450
        self._last_click = (index, now)
        if self.use_on_click or again:
            self.activate(form)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the rows in sight, or what would fill the list when it is empty."""
        if self.ring:
            kit.paint.focus_ring(surface, self.rect, 6)
        if not self.rows:
            style = kit.body(16, kit.theme.ink2)
            kit.text.rich(surface, self.empty, self.rect.topleft, self.rect.width, style)
            return
        before = surface.get_clip()
        surface.set_clip(self.rect.clip(before))
        for index in range(len(self.rows)):
            rect = self._row_rect(index)
            if rect.colliderect(self.rect):
                self._draw_row(surface, kit, index, rect)
        surface.set_clip(before)
        if self._tops[-1] > self.rect.height:
            draw_bar(surface, kit, self.rect, self.offset, self._tops[-1])

    def _draw_row(self, surface: pygame.Surface, kit: Kit, index: int, rect: pygame.Rect) -> None:
        row, theme, pad = self.rows[index], kit.theme, kit.px(12)
        on = row.value == self.chosen
        ink = theme.ink3 if row.reason else theme.ink
        if on:
            kit.paint.box(surface, rect, theme.wash, 6)
            bar = pygame.Rect(rect.x, rect.y, kit.px(4), rect.height)
            kit.paint.box(surface, bar, theme.ink, 2)
        elif index:
            kit.paint.rule(surface, (rect.x + pad, rect.y), rect.width - 2 * pad, theme.rule)
        x = rect.x + pad
        sign = "lock" if row.reason else row.glyph
        if row.seat:
            kit.glyphs.seat(surface, row.seat, (x + kit.px(13), rect.centery), 13)
        elif sign:
            kit.glyphs.draw(surface, sign, (x + kit.px(11), rect.centery), 18, ink)
        x += self._mark_width(kit, row)
        title, detail = self._words(kit, row, self.rect.width)
        top = rect.centery - (title.height + (detail.height if detail else 0)) // 2
        below = kit.text.draw_paragraph(surface, title, (x, top))
        if detail is not None:
            kit.text.draw_paragraph(surface, detail, (x, below))
        if row.trailing:
            at = (rect.right - pad, rect.centery)
            kit.text.draw(surface, row.trailing, at, kit.label(15), "right")

    def _words(self, kit: Kit, row: Row, width: int) -> tuple[Paragraph, Paragraph | None]:
        theme = kit.theme
        room = width - 2 * kit.px(12) - kit.px(BAR) - self._mark_width(kit, row)
        if row.trailing:
            room -= kit.text.width(row.trailing, kit.label(15)) + kit.px(12)
        ink = theme.ink3 if row.reason else theme.ink
        title = kit.text.wrap(row.title, kit.title(17, ink), max(1, room))
        below = row.reason or row.detail
        if not below:
            return title, None
        return title, kit.text.wrap(below, kit.body(14.5, theme.ink2), max(1, room))

    def _mark_width(self, kit: Kit, row: Row) -> int:
        return kit.px(36) if row.seat or row.glyph or row.reason else 0

    def _stack(self, kit: Kit, width: int) -> list[int]:
        tops = [0]
        for row in self.rows:
            title, detail = self._words(kit, row, width)
            high = title.height + (detail.height if detail is not None else 0)
            tops.append(tops[-1] + max(kit.px(40), high + kit.px(14)))
        if not self.rows:
            tops.append(kit.text.height(self.empty, kit.body(16), width))
        return tops

    def _row_rect(self, index: int) -> pygame.Rect:
        top = self.rect.y + self._tops[index] - self.offset
        bar = BAR if self._tops[-1] > self.rect.height else 0
        width = self.rect.width - (self._kit.px(bar) if self._kit is not None and bar else 0)
        return pygame.Rect(self.rect.x, top, width, self._tops[index + 1] - self._tops[index])

    def _row_at(self, at: tuple[int, int]) -> int | None:
        if not self.rect.collidepoint(at):
            return None
        for index in range(len(self.rows)):
            if self._row_rect(index).collidepoint(at):
                return index
        return None

    def _index(self) -> int:
        values = [row.value for row in self.rows]
        return values.index(self.chosen) if self.chosen in values else min(0, len(values) - 1)

    def _mark(self, index: int) -> None:
        value = self.rows[index].value
        if value != self.chosen:
            self.chosen = value
            self.on_choose(value)
        self._show(index)

    def _show(self, index: int) -> None:
        if not 0 <= index < len(self._tops) - 1:
            return
        offset = min(self.offset, self._tops[index])
        self._scroll(max(offset, self._tops[index + 1] - self.rect.height))

    def _scroll(self, offset: int) -> None:
        self.offset = max(0, min(offset, self._tops[-1] - self.rect.height))
