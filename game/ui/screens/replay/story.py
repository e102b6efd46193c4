"""The story of a sitting: the whole log from its start, with what is past, now and still ahead."""

from collections.abc import Callable, Sequence

import pygame

from game.model.ids import NO_SEAT
from game.narrate.line import Line
from game.ui.kit import Kit
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Widget

_INDENT = 46
_EDGE = 14
_HEAD = 32
_TEXT = 15.5


class Story(Widget):
    """The lines, oldest first. Up, Down and a click go to what a line tells of; Enter shows its
    places on the map. `styles` are the looks of the seats."""

    focusable = True

    def __init__(
        self,
        styles: Sequence[str],
        on_jump: Callable[[int], None],
        on_use: Callable[[int], None],
        heading: Callable[[int, str], str],
    ) -> None:
        super().__init__(group="story")
        self.name = "story"
        self.lines: list[Line] = []
        self.now = range(0)
        self.mark = -1
        self._styles = tuple(styles)
        self._on_jump = on_jump
        self._on_use = on_use
        self._heading = heading
        self._tops: list[int] = [0]

    def show(self, lines: list[Line], now: range) -> None:
        """Show the log at another moment; the mark goes to the last line told by then."""
        self.lines, self.now = lines, now
        if self.mark not in now or not lines[self.mark].text:
            told = [at for at in range(now.stop) if lines[at].text]
            self.mark = told[-1] if told else -1

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All lines below one another."""
        wide = kit.px(346) if width is None else width
        self._place(kit, wide)
        return wide, self._tops[-1] + kit.px(12)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place; only what shows is drawn."""
        super().layout(kit, rect)
        self._place(kit, rect.width)

    def mark_rect(self) -> pygame.Rect:
        """Where the marked line is, and a little of what follows it."""
        if self.mark < 0:
            return pygame.Rect(self.rect.topleft, (self.rect.width, 1))
        row = self._row(self.mark)
        return row.inflate(0, row.height)

    def line_at(self, at: tuple[int, int]) -> int | None:
        """The line under a point, by its place."""
        if not self.rect.collidepoint(at):
            return None
        for place, line in enumerate(self.lines):
            if line.text and self._row(place).collidepoint(at):
                return place
        return None

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Go to the line above or below."""
        steps = {pygame.K_UP: -1, pygame.K_DOWN: 1}
        if event.key not in steps:
            return False
        place = self.mark + steps[event.key]
        while 0 <= place < len(self.lines) and not self.lines[place].text:
            place += steps[event.key]
        if 0 <= place < len(self.lines):
            self._go(place)
        return True

    def on_release(self, at: tuple[int, int], form: Form) -> None:
        """Go to the line that was clicked."""
        place = self.line_at(at)
        if place is not None:
            self._go(place)

    def activate(self, form: Form) -> None:
        """Show the places of the marked line on the map."""
        if self.mark >= 0:
            self._on_use(self.mark)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the lines that show."""
        clip = surface.get_clip()
        for place, line in enumerate(self.lines):
            row = self._row(place)
            if line.text and row.bottom >= clip.top and row.top <= clip.bottom:
                self._draw_line(surface, kit, place, row)

    def _go(self, place: int) -> None:
        self.mark = place
        self._on_jump(place)

    def _draw_line(self, surface: pygame.Surface, kit: Kit, place: int, row: pygame.Rect) -> None:
        theme, line = kit.theme, self.lines[place]
        ink = theme.ink if place < self.now.stop else theme.ink3
        if self._begins(place):
            at = (row.x + kit.px(_EDGE), row.y + kit.px(_HEAD) // 2 + kit.px(2))
            kit.text.draw(
                surface, self._heading(line.quarter, line.heading), at, kit.title(14.5, theme.ink2)
            )
            row = pygame.Rect(row.x, row.y + kit.px(_HEAD), row.width, row.height - kit.px(_HEAD))
        if place in self.now:
            self._draw_mark(surface, kit, row, strong=place == self.mark)
        middle = (row.x + kit.px(26), row.y + kit.px(16))
        if line.seat != NO_SEAT:
            kit.glyphs.seat(surface, self._styles[line.seat], middle, 10)
        else:
            glyph = "envelope" if line.kind == "headline" else "dot"
            kit.glyphs.draw(surface, glyph, middle, 13, ink)
        at = (row.x + kit.px(_INDENT), row.y + kit.px(5))
        kit.text.rich(surface, line.in_rows, at, self._room(kit), kit.body(_TEXT, ink))

    def _draw_mark(
        self, surface: pygame.Surface, kit: Kit, row: pygame.Rect, *, strong: bool
    ) -> None:
        theme = kit.theme
        back = row.inflate(-kit.px(10), 0)
        kit.paint.box(surface, back, theme.wash, 6)
        if strong:
            bar = pygame.Rect(back.x, back.y, kit.px(4), back.height)
            kit.paint.box(surface, bar, theme.ink, 2)
            if self.ring:
                kit.paint.box(surface, back, None, 6, theme.focus, 2.4)

    def _begins(self, place: int) -> bool:
        """Whether a line is the first of its phase."""
        line = self.lines[place]
        before = next((one for one in reversed(self.lines[:place]) if one.text), None)
        return before is None or (before.quarter, before.heading) != (line.quarter, line.heading)

    def _row(self, place: int) -> pygame.Rect:
        top, below = self._tops[place], self._tops[place + 1]
        return pygame.Rect(self.rect.x, self.rect.y + top, self.rect.width, below - top)

    def _room(self, kit: Kit, width: int | None = None) -> int:
        wide = self.rect.width if width is None else width
        return max(1, wide - kit.px(_INDENT + _EDGE))

    def _place(self, kit: Kit, width: int) -> None:
        room, style = self._room(kit, width), kit.body(_TEXT)
        self._tops = [kit.px(4)]
        before = (-1, "")
        for line in self.lines:
            high = 0
            if line.text:
                high = max(kit.px(32), kit.text.height(line.in_rows, style, room) + kit.px(10))
                heading = (line.quarter, line.heading)
                high += kit.px(_HEAD) if heading != before else 0
                before = heading
            self._tops.append(self._tops[-1] + high)
