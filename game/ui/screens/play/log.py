"""What happened: the newest line first; a line lights what it speaks of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.model.ids import NO_SEAT
from game.narrate.line import Line
from game.ui.kit import Kit
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

_INDENT = 48
_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log with the look of its seat; empty for the engine."""

    line: Line
    style: str
    is_new_quarter: bool = False


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
    """The lines; Up and Down move a mark, which lights the places of its line."""

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
        self._on_mark = on_mark
        self._on_use = on_use
        self._empty = empty
        self._tops: list[int] = []
        self._height = 0
        self._placed: tuple[int, Kit] | None = None

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
            rect = self._row(place)
            if rect.bottom >= clip.top and rect.top <= clip.bottom:
                self._draw_row(surface, kit, place, rect)

    def on_key(self, event: pygame.event.Event, form: "Form") -> bool:
        """Move the mark, or open the board at the line."""
        steps = {pygame.K_UP: -1, pygame.K_DOWN: 1}
        if event.key in steps and self.entries:
            self._mark(max(0, min(len(self.entries) - 1, self.marked + steps[event.key])))
            for above in self.ancestors():
                above.reveal(self._row(self.marked))
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

    def hovered_entry(self, at: tuple[int, int]) -> LogEntry | None:
        """The line under the pointer."""
        place = self._under(at)
        return None if place is None else self.entries[place]

    def _mark(self, place: int) -> None:
        self.marked = place
        self._on_mark(self.entries[place] if place >= 0 else None)

    def _under(self, at: tuple[int, int]) -> int | None:
        for place in range(len(self.entries)):
            if self._row(place).collidepoint(at):
                return place
        return None

    def _row(self, place: int) -> pygame.Rect:
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
        words = kit.text.height(entry.line.text, kit.body(15), width - kit.px(_INDENT + 14))
        return kit.px(24) + words + kit.px(9)

    def _draw_row(self, surface: pygame.Surface, kit: Kit, place: int, rect: pygame.Rect) -> None:
        theme, entry = kit.theme, self.entries[place]
        if place == self.marked:
            back = rect.inflate(-kit.px(12), -kit.px(4))
            kit.paint.box(surface, back, theme.wash, 6)
            bar = pygame.Rect(back.x, back.y, kit.px(4), back.height)
            kit.paint.box(surface, bar, theme.ink, 2)
            if self.ring:
                kit.paint.box(surface, back, None, 6, theme.focus, 2.4)
        x, y = rect.x + kit.px(27), rect.y + kit.px(17)
        if entry.style:
            kit.glyphs.seat(surface, entry.style, (x, y), 10)
        else:
            glyph = "envelope" if entry.line.kind == "headline" else "dot"
            kit.glyphs.draw(surface, glyph, (x, y), 15, theme.ink2)
        left = rect.x + kit.px(_INDENT)
        head = kit.title(14.5, theme.ink2)
        kit.text.draw(surface, entry.line.heading, (left, rect.y + kit.px(13)), head)
        width = rect.width - kit.px(_INDENT + 14)
        kit.text.rich(surface, entry.line.text, (left, rect.y + kit.px(24)), width, kit.body(15))
