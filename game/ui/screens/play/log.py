"""What happened: the newest line first, a row for each event; a row lights what it speaks of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
import pygame

from game.model.ids import NO_SEAT
from game.narrate.line import Line, Part
from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

_INDENT = 48
_DEEPER = 16
_HEAD = 24
_ROW_GAP = 3
_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log with the look of its seat; empty for the engine."""

    line: Line
    style: str
    is_new_quarter: bool = False

    @property
    def rows(self) -> tuple[Part, ...]:
        """Its sentences, each a row of its own."""
        return self.line.parts or (Part(self.line.text, self.line.event, self.line.links),)

    def of_row(self, row: int) -> "LogEntry":
        """The entry as far as one row speaks of it; the first row speaks of all of it."""
        if row == 0:
            return self
        links = self.rows[row].links
        return replace(self, line=msgspec.structs.replace(self.line, links=links))


def entries_of(lines: Sequence[Line], styles: Sequence[str]) -> tuple[LogEntry, ...]:
    """The last lines, newest first; `styles` are the looks of the seats."""
    kept = [line for line in lines if line.text][-_MOST_LINES:]
    rows = []
    for place, line in enumerate(kept):
        before = kept[place - 1].quarter if place else 0
        style = styles[line.seat] if line.seat != NO_SEAT else ""
        rows.append(LogEntry(line, style, line.quarter != before))
    return tuple(reversed(rows))


class LogList(Widget):
    """The lines. Pointing at a row lights its places on the map; a click, or Up and Down, keep
    those of a whole line lit."""

    focusable = True

    def __init__(
        self,
        entries: Sequence[LogEntry],
        marked: int,
        on_mark: Callable[[LogEntry | None], None],
        on_use: Callable[[LogEntry], None],
        empty: str,
    ) -> None:
        super().__init__(group="log")
        self.name = "log"
        self.entries = tuple(entries)
        self.marked = marked
        self.held: int | None = None
        """The place in the journal from which on nothing is told yet."""
        self._all, self._mark_of_all = self.entries, marked
        self.pointed: tuple[int, int] | None = None
        """Entry and row under the pointer."""
        self._on_mark = on_mark
        self._on_use = on_use
        self._empty = empty
        self._tops: list[int] = []
        self._height = 0
        self._placed: tuple[int, Kit] | None = None

    def hold(self, place: int | None) -> bool:
        """Tell nothing from a place in the journal on, such as what a die that still tumbles will
        show; everything again with None. Returns whether that changes what is told."""
        if place == self.held:
            return False
        if self.held is None:
            self._mark_of_all = self.marked
        self.held = place
        told = [one for one in self._all if place is None or max(one.line.events) < place]
        self.entries, self.pointed = tuple(told), None
        self.marked = self._mark_of_all if place is None else -1
        self._placed = None
        return True

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All lines below one another."""
        wide = width or kit.px(346)
        self._place(kit, wide)
        return wide, self._height

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place; only what shows is drawn."""
        super().layout(kit, rect)
        self._place(kit, rect.width)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the lines that show."""
        if not self.entries:
            at = (self.rect.x + kit.px(16), self.rect.y + kit.px(10))
            style = kit.body(15, kit.theme.ink2)
            kit.text.rich(surface, self._empty, at, self.rect.width - kit.px(32), style)
            return
        clip = surface.get_clip()
        for place in range(len(self.entries)):
            box = self._box(place)
            if box.bottom >= clip.top and box.top <= clip.bottom:
                self._draw_entry(surface, kit, place, box)

    def on_key(self, event: pygame.event.Event, form: "Form") -> bool:
        """Move the mark, or open the board at the line."""
        steps = {pygame.K_UP: -1, pygame.K_DOWN: 1}
        if event.key in steps and self.entries:
            self._mark(max(0, min(len(self.entries) - 1, self.marked + steps[event.key])))
            for above in self.ancestors():
                above.reveal(self._box(self.marked))
            return True
        return False

    def on_release(self, at: tuple[int, int], form: "Form") -> None:
        """Mark the line that was clicked; a second click on it takes the mark away."""
        place = self._under(at)
        if place is None:
            return
        self._mark(-1 if place == self.marked else place)
        form.dirty = True

    def activate(self, form: "Form") -> None:
        """Look at what the marked line speaks of."""
        if 0 <= self.marked < len(self.entries):
            self._on_use(self.entries[self.marked])

    def point_at(self, at: tuple[int, int] | None) -> bool:
        """Follow the pointer, None where it is elsewhere; returns whether that is another row."""
        found = None if at is None else self._row_under(at)
        if found == self.pointed:
            return False
        self.pointed = found
        return True

    @property
    def pointed_entry(self) -> LogEntry | None:
        """What the row under the pointer speaks of."""
        if self.pointed is None:
            return None
        entry, row = self.pointed
        return self.entries[entry].of_row(row)

    def _mark(self, place: int) -> None:
        self.marked = place
        self._on_mark(self.entries[place] if place >= 0 else None)

    def _under(self, at: tuple[int, int]) -> int | None:
        for place in range(len(self.entries)):
            if self._box(place).collidepoint(at):
                return place
        return None

    def _row_under(self, at: tuple[int, int]) -> tuple[int, int] | None:
        """Entry and row at a point; the heading counts as the first row."""
        place = self._under(at)
        if place is None or self._placed is None:
            return None
        box, found = self._box(place), 0
        for number, (_, top, _) in enumerate(self._rows_of(self._placed[1], place)):
            if at[1] >= box.y + top:
                found = number
        return place, found

    def _box(self, place: int) -> pygame.Rect:
        top = self.rect.y + self._tops[place]
        below = self._tops[place + 1] if place + 1 < len(self._tops) else self._height
        return pygame.Rect(self.rect.x, top, self.rect.width, below - self._tops[place])

    def _place(self, kit: Kit, width: int) -> None:
        if self._placed is not None and self._placed == (width, kit):
            return
        self._placed = (width, kit)
        self._tops = []
        y = 0
        for entry in self.entries:
            self._tops.append(y)
            y += self._entry_height(kit, entry, width)
        self._height = max(y, kit.px(60))

    def _entry_height(self, kit: Kit, entry: LogEntry, width: int) -> int:
        words = sum(self._row_height(kit, row, width) for row in entry.rows)
        return kit.px(_HEAD) + words + kit.px(9)

    def _row_height(self, kit: Kit, row: Part, width: int) -> int:
        room = width - kit.px(_INDENT + 14) - self._deeper(kit, row)
        return kit.text.height(row.text, _style(kit, row), room) + kit.px(_ROW_GAP)

    def _rows_of(self, kit: Kit, place: int) -> Iterator[tuple[Part, int, int]]:
        """The rows of an entry with their tops below its own top, and their heights."""
        y = kit.px(_HEAD)
        for row in self.entries[place].rows:
            high = self._row_height(kit, row, self.rect.width)
            yield row, y, high
            y += high

    @staticmethod
    def _deeper(kit: Kit, row: Part) -> int:
        return kit.px(_DEEPER) * row.depth

    def _draw_entry(self, surface: pygame.Surface, kit: Kit, place: int, box: pygame.Rect) -> None:
        theme, entry = kit.theme, self.entries[place]
        if place == self.marked:
            self._draw_mark(surface, kit, box)
        x, y = box.x + kit.px(27), box.y + kit.px(17)
        if entry.style:
            kit.glyphs.seat(surface, entry.style, (x, y), 10)
        else:
            glyph = "envelope" if entry.line.kind == "headline" else "dot"
            kit.glyphs.draw(surface, glyph, (x, y), 15, theme.ink2)
        left = box.x + kit.px(_INDENT)
        head = kit.title(14.5, theme.ink2)
        kit.text.draw(surface, entry.line.heading, (left, box.y + kit.px(13)), head)
        for number, (row, top, high) in enumerate(self._rows_of(kit, place)):
            rect = pygame.Rect(left, box.y + top, box.right - kit.px(14) - left, high)
            self._draw_row(surface, kit, row, rect, pointed=self.pointed == (place, number))

    def _draw_mark(self, surface: pygame.Surface, kit: Kit, box: pygame.Rect) -> None:
        back = box.inflate(-kit.px(12), -kit.px(4))
        kit.paint.box(surface, back, kit.theme.wash, 6)
        bar = pygame.Rect(back.x, back.y, kit.px(4), back.height)
        kit.paint.box(surface, bar, kit.theme.ink, 2)
        if self.ring:
            kit.paint.box(surface, back, None, 6, kit.theme.focus, 2.4)

    def _draw_row(
        self, surface: pygame.Surface, kit: Kit, row: Part, rect: pygame.Rect, *, pointed: bool
    ) -> None:
        theme, deeper = kit.theme, self._deeper(kit, row)
        if pointed:
            back = rect.inflate(kit.px(14), 0)
            kit.paint.box(surface, back, None, 4, theme.ink2, 1)
        if deeper:
            # A short hook says that this came of what stands above.
            middle = rect.y + kit.text.line_height(_style(kit, row)) // 2
            hook = pygame.Rect(rect.x + kit.px(3), rect.y, kit.px(1.5), middle - rect.y)
            surface.fill(theme.line, hook)
            foot = pygame.Rect(hook.x, middle, kit.px(8), kit.px(1.5))
            surface.fill(theme.line, foot)
        at = (rect.x + deeper, rect.y)
        kit.text.rich(surface, row.text, at, rect.width - deeper, _style(kit, row))


def _style(kit: Kit, row: Part) -> TextStyle:
    return kit.body(14.5, kit.theme.ink2) if row.depth else kit.body(15)
