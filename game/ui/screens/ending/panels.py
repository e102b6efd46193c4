"""Panels of the ending: margins on one scale, what decided them, what to talk about."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from game.narrate.ending.decisive import Decisive
from game.narrate.ending.questions import Question
from game.narrate.ending.verdict import MarginText, band_word, swing_words
from game.narrate.words import Words
from game.ui.kit import Kit
from game.ui.paint import fill_in
from game.ui.text import Align, TextStyle, signed
from game.ui.theme import Colour, rgb
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

_PAD = 20
_LEAST, _MOST = -8.0, 8.0
"""The scale reaches at least this far; it grows where a margin lies further out."""
_AIR = 3.6
"""Room beyond the outermost margin, for its number."""
_LEAST_NAME = 12
_BANDS: tuple[Colour, ...] = (
    rgb("D9A58F"),
    rgb("EBD0C3"),
    rgb("E9E6DC"),
    rgb("CFE3E3"),
    rgb("9CCACB"),
)


class MarginPanel(Widget):
    """Every seat's margin on one scale of bands, with the sum behind it."""

    def __init__(self, words: Words, rows: Sequence[MarginText]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self._words = words
        self._styles = [words.campaign.seats[row.seat].style for row in rows]
        values = [row.value for row in rows]
        self._least = min(_LEAST, min(values, default=0) - _AIR)
        self._most = max(_MOST, max(values, default=0) + _AIR)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """A heading, the bands' names, a row for each seat, and the scale."""
        wide = width or kit.px(900)
        row = self._row_height(kit, wide)
        return wide, max(kit.px(300), kit.px(128) + row * len(self.rows))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        rect, words = self.rect, self._words
        kit.paint.panel(surface, rect, radius=10, level=1)
        x, y = rect.x + kit.px(_PAD), rect.y + kit.px(28)
        title = words.say("Who achieved their mandate")
        x += kit.text.draw(surface, title, (x, y), kit.number(22)) + kit.px(12)
        note = words.say("margin, with the sum behind it")
        style = kit.body(16, kit.theme.ink2)
        if x + kit.text.width(note, style) < rect.right - kit.px(_PAD):
            kit.text.draw(surface, note, (x, y + 1), style)
        scale = self._scale(kit)
        self._draw_bands(surface, kit, scale)
        top = scale.y + kit.px(40)
        high = self._row_height(kit, rect.width)
        for place, row in enumerate(self.rows):
            middle = top + place * high + high // 2
            self._draw_row(surface, kit, row, self._styles[place], scale, middle)

    def _scale(self, kit: Kit) -> pygame.Rect:
        rect = self.rect
        names = self._names_width(kit, rect.width)
        left = rect.x + kit.px(_PAD) + names + kit.px(10)
        top = rect.y + kit.px(56)
        return pygame.Rect(
            left, top, rect.right - kit.px(_PAD) - left, rect.bottom - kit.px(20) - top
        )

    def _names_width(self, kit: Kit, width: int) -> int:
        return min(kit.px(300), round(width * 0.36))

    def _row_height(self, kit: Kit, width: int) -> int:
        room = self._names_width(kit, width) - kit.px(58)
        highest = max(
            kit.text.height(row.name, kit.title(20), room)
            + kit.text.height(_below(row), kit.label(14.5), room)
            for row in self.rows
        )
        return max(kit.px(74), highest + kit.px(18))

    def _draw_bands(self, surface: pygame.Surface, kit: Kit, scale: pygame.Rect) -> None:
        floors = self._words.campaign.rules.thresholds.bands
        edges = (self._least, *(floor - 0.5 for floor in floors), self._most)
        style = self._band_style(kit, scale, edges)
        for band, colour in enumerate(_BANDS):
            left, right = self._x(scale, edges[band]), self._x(scale, edges[band + 1])
            fill_in(surface, colour, pygame.Rect(left, scale.y, right - left, scale.height))
            word = band_word(self._words, band)
            middle = ((left + right) // 2, scale.y + kit.px(16))
            kit.text.draw(surface, word, middle, style, "center")
        for floor in (*floors, 0):
            at = (self._x(scale, floor), scale.bottom - kit.px(12))
            kit.text.draw(surface, signed(floor), at, kit.label(15, rgb("3C4A57")), "center")
        zero = self._x(scale, 0)
        line = pygame.Rect(zero - kit.px(1.5), scale.y + kit.px(32), kit.px(3), 0)
        line.height = scale.height - kit.px(58)
        fill_in(surface, kit.theme.ink, line)

    def _band_style(self, kit: Kit, scale: pygame.Rect, edges: Sequence[float]) -> TextStyle:
        """One size for the names of all bands: the largest at which each fits its own."""
        size = 16.0
        rooms = [
            (band_word(self._words, band), self._x(scale, after) - self._x(scale, before))
            for band, (before, after) in enumerate(pairwise(edges))
        ]
        while size > _LEAST_NAME and any(
            kit.text.width(word, kit.title(size)) > room - kit.px(6) for word, room in rooms
        ):
            size -= 0.5
        return kit.title(size, rgb("15202B"))

    def _draw_row(
        self,
        surface: pygame.Surface,
        kit: Kit,
        row: MarginText,
        style: str,
        scale: pygame.Rect,
        middle: int,
    ) -> None:
        theme = kit.theme
        left = self.rect.x + kit.px(_PAD)
        kit.glyphs.seat(surface, style, (left + kit.px(22), middle), 19)
        room = self._names_width(kit, self.rect.width) - kit.px(58)
        x = left + kit.px(54)
        name = kit.text.wrap(row.name, kit.title(20), room)
        below = kit.text.wrap(_below(row), kit.label(14.5), room)
        top = middle - (name.height + below.height) // 2
        top = kit.text.draw_paragraph(surface, name, (x, top))
        kit.text.draw_paragraph(surface, below, (x, top))
        kit.paint.rule(surface, (scale.x, middle), scale.width, rgb("8D949A"))
        zero, end = self._x(scale, 0), self._x(scale, row.value)
        colour = theme.seat(style).colour
        bar = pygame.Rect(min(zero, end), middle - kit.px(8), abs(end - zero), kit.px(16))
        fill_in(surface, colour, bar)
        kit.glyphs.seat(
            surface, style, (end, middle), 13, border=theme.white, border_width=2, letters=False
        )
        self._draw_value(surface, kit, row.value, end, middle)

    def _draw_value(
        self, surface: pygame.Surface, kit: Kit, value: int, end: int, middle: int
    ) -> None:
        number = kit.number(26, rgb("15202B"))
        right = value >= 0
        x = end + kit.px(24) if right else end - kit.px(24)
        side: Align = "left" if right else "right"
        kit.text.draw(surface, signed(value), (x, middle), number, side)

    def _x(self, scale: pygame.Rect, value: float) -> int:
        return scale.x + round((value - self._least) / (self._most - self._least) * scale.width)


def _below(row: MarginText) -> str:
    """The sum, broken between its terms and never within one, and what capped it."""
    terms = re.sub(r"\([^)]*\)", lambda found: found[0].replace(" ", "\u00a0"), row.sum)
    terms = re.sub(r" ([–−]) ", "\u00a0\\1\u00a0", terms)
    return f"{terms} {row.capped}".strip()


class EventRow(Widget):
    """One decisive event: use opens the board at that moment."""

    focusable = True

    def __init__(
        self, words: Words, row: Decisive, on_open: Callable[[], None], reason: str
    ) -> None:
        super().__init__(reason=reason, group="events")
        self.name = f"event-{row.event}"
        self.row = row
        self._words = words
        self._on_open = on_open
        self._swing = ", ".join(swing_words(words, seat, by) for seat, by in row.swings)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as its words."""
        wide = width or kit.px(860)
        room = self._room(kit, wide)
        high = kit.text.height(self.row.text, kit.title(17.5), room)
        high += kit.text.height(self.row.detail, kit.body(15.5), room)
        return wide, max(kit.px(58), high + kit.px(16))

    def activate(self, form: "Form") -> None:
        """Open the board at that moment."""
        self._on_open()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw quarter, seat, what happened, and whom it moved by how much."""
        theme, rect = kit.theme, self.rect
        if self.hovered or self.ring:
            back = rect.inflate(kit.px(16), -kit.px(2))
            kit.paint.box(surface, back, theme.sunken, 8)
        if self.ring:
            kit.paint.box(surface, rect.inflate(kit.px(16), -kit.px(2)), None, 8, theme.focus, 2.6)
        quarter = self._words.say("Q{quarter}", quarter=self.row.quarter)
        kit.text.draw(surface, quarter, (rect.x + kit.px(4), rect.centery), kit.number(20))
        style = self._style()
        if style:
            kit.glyphs.seat(surface, style, (rect.x + kit.px(64), rect.centery), 13)
        x, room = rect.x + kit.px(92), self._room(kit, rect.width)
        head = kit.text.wrap(self.row.text, kit.title(17.5), room)
        more = kit.text.wrap(self.row.detail, kit.body(15.5, theme.ink2), room)
        has_more = bool(self.row.detail)
        top = rect.centery - (head.height + (more.height if has_more else 0)) // 2
        top = kit.text.draw_paragraph(surface, head, (x, top))
        if has_more:
            kit.text.draw_paragraph(surface, more, (x, top))
        swing = kit.text.wrap(self._swing, kit.number(17), kit.px(150))
        at = (rect.right - kit.px(34), rect.centery - swing.height // 2)
        kit.text.draw_paragraph(surface, swing, at, "right")
        sign = "chevron-right" if self.enabled else "lock"
        kit.glyphs.draw(surface, sign, (rect.right - kit.px(12), rect.centery), 16, theme.ink)

    def _room(self, kit: Kit, width: int) -> int:
        return max(kit.px(120), width - kit.px(92) - kit.px(150) - kit.px(46))

    def _style(self) -> str:
        seat = self.row.seat
        return self._words.campaign.seats[seat].style if seat >= 0 else ""


class EventsPanel(Widget):
    """The decisive events, and one line on luck."""

    def __init__(self, title: str, note: str, rows: Sequence[EventRow], luck: str) -> None:
        super().__init__(group="events")
        self.rows = list(rows)
        self._title = title
        self._note = note
        self._luck = luck

    def children(self) -> Sequence[Widget]:
        """The events."""
        return self.rows

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All rows and the line on luck."""
        wide = width or kit.px(900)
        inner = wide - 2 * kit.px(_PAD)
        high = sum(row.measure(kit, inner)[1] for row in self.rows)
        return wide, kit.px(56) + high + kit.px(10) + self._luck_height(kit, inner) + kit.px(16)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the rows."""
        super().layout(kit, rect)
        inner = rect.width - 2 * kit.px(_PAD)
        y = rect.y + kit.px(52)
        for row in self.rows:
            high = row.measure(kit, inner)[1]
            row.layout(kit, pygame.Rect(rect.x + kit.px(_PAD), y, inner, high))
            y += high

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        theme, rect = kit.theme, self.rect
        kit.paint.panel(surface, rect, radius=10, level=1)
        x, y = rect.x + kit.px(_PAD), rect.y + kit.px(28)
        x += kit.text.draw(surface, self._title, (x, y), kit.number(22)) + kit.px(12)
        style = kit.body(16, theme.ink2)
        if x + kit.text.width(self._note, style) < rect.right - kit.px(_PAD):
            kit.text.draw(surface, self._note, (x, y + 1), style)
        for place, row in enumerate(self.rows):
            if place:
                at = (row.rect.x, row.rect.y)
                kit.paint.rule(surface, at, row.rect.width, theme.rule)
            row.draw(surface, kit)
        inner = rect.width - 2 * kit.px(_PAD)
        top = rect.bottom - kit.px(14) - self._luck_height(kit, inner)
        left = rect.x + kit.px(_PAD)
        kit.paint.rule(surface, (left, top), inner, theme.line)
        column = Column(kit, surface, left, top + kit.px(10), inner)
        column.text(self._luck_words(kit), kit.body(16, theme.ink2))

    def _luck_words(self, kit: Kit) -> str:
        return kit.tr.gettext("**Luck** {text}").format(text=self._luck)

    def _luck_height(self, kit: Kit, inner: int) -> int:
        return kit.px(12) + kit.text.height(self._luck_words(kit), kit.body(16), inner)


class TalkPanel(Widget):
    """The questions for the hot wash, numbered."""

    def __init__(self, words: Words, rows: Sequence[Question]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self._words = words

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All questions below one another."""
        wide = width or kit.px(600)
        return wide, kit.px(60) + sum(self._height(kit, row, wide) for row in self.rows)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        theme, rect = kit.theme, self.rect
        kit.paint.panel(surface, rect, radius=10, level=1)
        x, y = rect.x + kit.px(_PAD), rect.y + kit.px(28)
        title = self._words.say("Talk about it")
        x += kit.text.draw(surface, title, (x, y), kit.number(22)) + kit.px(12)
        note = self._words.say("raised by what happened here")
        style = kit.body(16, theme.ink2)
        if x + kit.text.width(note, style) < rect.right - kit.px(_PAD):
            kit.text.draw(surface, note, (x, y + 1), style)
        top = rect.y + kit.px(52)
        for place, row in enumerate(self.rows):
            self._draw_row(surface, kit, place + 1, row, top)
            top += self._height(kit, row, rect.width)

    def _draw_row(
        self, surface: pygame.Surface, kit: Kit, number: int, row: Question, top: int
    ) -> None:
        theme = kit.theme
        centre = (self.rect.x + kit.px(38), top + kit.px(16))
        kit.paint.box(surface, _square(centre, kit.px(14)), theme.ink, 99)
        kit.text.draw(surface, str(number), centre, kit.number(16, theme.white), "center")
        left = self.rect.x + kit.px(66)
        room = self.rect.width - kit.px(86)
        y = kit.text.rich(surface, row.text, (left, top + kit.px(2)), room, kit.body(17))
        if row.raised_by:
            kit.text.rich(surface, row.raised_by, (left, y), room, kit.label(14, theme.ink3))

    def _height(self, kit: Kit, row: Question, width: int) -> int:
        room = width - kit.px(86)
        high = kit.text.height(row.text, kit.body(17), room)
        high += kit.text.height(row.raised_by, kit.label(14), room)
        return max(kit.px(38), high + kit.px(14))


def _square(centre: tuple[int, int], radius: int) -> pygame.Rect:
    return pygame.Rect(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
