"""The inspector: what is under the pointer or has the focus, with a why for every number."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.model.ids import Ref
from game.ui.kit import Kit
from game.ui.present.inspection import Inspection, InspectorRow
from game.ui.present.subjects import Subject
from game.ui.theme import Colour
from game.ui.widgets.marks import (
    ChipLook,
    chip,
    chip_width,
    heat_bars,
    key_cap,
    ladder,
    pips,
    triangles,
)
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

PAD = 16
_LABEL = 92
_SYMBOL = 46


class RowView(Widget):
    """One row of the inspector; a number asks why, a thing is looked at."""

    def __init__(
        self,
        row: InspectorRow,
        on_why: Callable[[Subject], None],
        on_look: Callable[[Ref], None],
    ) -> None:
        super().__init__(group="inspector")
        self.row = row
        self.focusable = row.subject is not None or row.ref is not None
        self._on_why = on_why
        self._on_look = on_look
        if row.subject is not None:
            self.name = f"why-{row.subject.kind}-{row.subject.ix}-{row.subject.what}"

    def activate(self, form: "Form") -> None:
        """Ask why, or look at the thing."""
        if self.row.subject is not None:
            self._on_why(self.row.subject)
        elif self.row.ref is not None:
            self._on_look(self.row.ref)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as its wrapped words."""
        wide = width or kit.px(316)
        return wide, self._height(kit, wide)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the row."""
        rect = self.rect
        if self.focusable and (self.hovered or self.ring):
            back = rect.inflate(kit.px(12), 0)
            kit.paint.box(surface, back, kit.theme.sunken, 6)
        if self.ring:
            kit.paint.box(surface, rect.inflate(kit.px(12), 0), None, 6, kit.theme.focus, 2.4)
        drawers = {
            "rule": self._draw_rule,
            "head": self._draw_head,
            "note": self._draw_note,
            "thing": self._draw_thing,
            "told": self._draw_told,
        }
        drawers.get(self.row.kind, self._draw_value)(surface, kit)

    def _height(self, kit: Kit, width: int) -> int:
        row = self.row
        if row.kind == "rule":
            return kit.px(15)
        if row.kind == "head":
            return kit.px(28)
        if row.kind == "note":
            return kit.text.height(row.text, kit.body(14.5), width) + kit.px(8)
        if row.kind == "told":
            words = kit.text.height(row.text, kit.body(15), width)
            return kit.px(24) + words + (kit.px(22) if row.note else 0) + kit.px(10)
        if row.kind == "thing":
            room = self._words_room(kit, width)
            title = kit.text.height(row.label, kit.title(16), room)
            words = kit.text.height(row.text, kit.body(14.5), room)
            return max(kit.px(44), title + words + kit.px(9))
        room = width - self._label_width(kit) - self._scale_width(kit)
        return max(kit.px(27), kit.text.height(row.text, kit.title(15.5), room) + kit.px(7))

    def _draw_rule(self, surface: pygame.Surface, kit: Kit) -> None:
        at = (self.rect.x, self.rect.y + kit.px(7))
        kit.paint.rule(surface, at, self.rect.width, kit.theme.line)

    def _draw_head(self, surface: pygame.Surface, kit: Kit) -> None:
        at = (self.rect.x, self.rect.centery)
        kit.text.draw(surface, self.row.label, at, kit.title(16))

    def _draw_note(self, surface: pygame.Surface, kit: Kit) -> None:
        at = (self.rect.x, self.rect.y + kit.px(3))
        kit.text.rich(surface, self.row.text, at, self.rect.width, kit.body(14.5, kit.theme.ink2))

    def _draw_thing(self, surface: pygame.Surface, kit: Kit) -> None:
        row, theme = self.row, kit.theme
        indent = self._indent(kit)
        if row.marked:
            back = self.rect.inflate(kit.px(14), 0)
            kit.paint.box(surface, back, theme.wash, 6)
            bar = pygame.Rect(back.x, back.y, kit.px(4), back.height)
            kit.paint.box(surface, bar, theme.ink, 2)
        if row.seat:
            centre = (self.rect.x + kit.px(18), self.rect.y + kit.px(21))
            kit.glyphs.seat(surface, row.seat, centre, 14)
        if row.sign:
            colour = theme.better if row.sign == "check" else theme.ink2
            at = (self.rect.right - kit.px(12), self.rect.y + kit.px(21))
            kit.glyphs.draw(surface, row.sign, at, 16, colour)
        if row.symbol:
            centre = (self.rect.x + kit.px(18), self.rect.y + kit.px(21))
            kit.symbols.draw(surface, row.symbol, centre, kit.px(26))
            strip = pygame.Rect(self.rect.x + kit.px(2), self.rect.y + kit.px(36), kit.px(32), 0)
            strip.height = kit.px(3)
            kit.paint.box(surface, strip, theme.seat(row.style).colour, 1)
        x, y = self.rect.x + indent, self.rect.y + kit.px(2)
        room = self._words_room(kit, self.rect.width)
        if row.note:
            right = (self.rect.right, self.rect.y + kit.px(13))
            kit.text.draw(surface, row.note, right, kit.label(14, theme.ink2), "right")
        y = kit.text.rich(surface, row.label, (x, y), room, kit.title(16))
        kit.text.rich(surface, row.text, (x, y), room, kit.body(14.5, theme.ink2))

    def _words_room(self, kit: Kit, width: int) -> int:
        """The width of a thing's words: beside its symbol, its sign and its note."""
        row = self.row
        note = kit.text.width(row.note, kit.label(14)) + kit.px(10) if row.note else 0
        return width - self._indent(kit) - max(note, kit.px(28) if row.sign else 0)

    def _draw_told(self, surface: pygame.Surface, kit: Kit) -> None:
        row, theme = self.row, kit.theme
        at = (self.rect.x, self.rect.y + kit.px(13))
        kit.text.draw(surface, row.label, at, kit.title(14.5, theme.ink2))
        below = (self.rect.x, self.rect.y + kit.px(24))
        y = kit.text.rich(surface, row.text, below, self.rect.width, kit.body(15))
        if row.note:
            kit.text.draw(surface, row.note, (self.rect.x, y + kit.px(11)), kit.number(15))

    def _draw_value(self, surface: pygame.Surface, kit: Kit) -> None:
        row, theme = self.row, kit.theme
        middle = self.rect.y + kit.px(14)
        kit.text.draw(surface, row.label, (self.rect.x, middle), kit.label(15, theme.ink2))
        x = self.rect.x + self._label_width(kit)
        x += self._draw_scale(surface, kit, (x, middle))
        room = self.rect.right - x
        strong = kit.number(18) if row.kind == "pips" else kit.title(15.5)
        text = str(row.value) if row.kind == "pips" else row.text
        words = kit.text.wrap(text, strong, room)
        line = kit.text.line_height(strong)
        kit.text.draw_paragraph(surface, words, (x, middle - line // 2))
        taken = words.width if len(words.lines) == 1 else room
        if row.note and taken + kit.text.width(row.note, kit.label(14)) + kit.px(8) <= room:
            right = (self.rect.right, middle)
            kit.text.draw(surface, row.note, right, kit.label(14, theme.ink3), "right")
        if self.row.subject is not None and (self.hovered or self.ring):
            self._draw_why(surface, kit, middle)

    def _draw_why(self, surface: pygame.Surface, kit: Kit, middle: int) -> None:
        words = kit.tr.gettext("why?")
        style = kit.title(14, kit.theme.focus)
        width = kit.text.width(words, style) + kit.px(30)
        back = pygame.Rect(self.rect.right - width, middle - kit.px(11), width, kit.px(22))
        kit.paint.box(surface, back, kit.theme.sunken)
        x = back.x + kit.px(4)
        x += kit.text.draw(surface, words, (x, middle), style) + kit.px(5)
        key_cap(surface, kit, (x, middle), "W", kit.theme.ink3)

    def _draw_scale(self, surface: pygame.Surface, kit: Kit, at: tuple[int, int]) -> int:
        row = self.row
        if row.kind == "pips":
            pips(surface, kit, at, row.value, row.limit)
        elif row.kind == "heat":
            heat_bars(surface, kit, (at[0], at[1] + kit.px(7)), row.value, row.limit)
        elif row.kind == "ladder":
            ladder(surface, kit, at, row.value)
        elif row.kind == "violence":
            triangles(surface, kit, at, row.value, row.limit)
        return self._scale_width(kit)

    def _scale_width(self, kit: Kit) -> int:
        widths = {
            "pips": 5 * 22 + 8,
            "heat": 4 * 7 + 10,
            "ladder": 5 * 9 + 8,
            "violence": 3 * 13 + 8,
        }
        return kit.px(widths.get(self.row.kind, 0))

    def _label_width(self, kit: Kit) -> int:
        """The column of labels, or what a longer label needs."""
        return max(kit.px(_LABEL), kit.text.width(self.row.label, kit.label(15)) + kit.px(10))

    def _indent(self, kit: Kit) -> int:
        return kit.px(_SYMBOL) if self.row.symbol or self.row.seat else 0


def subject_at_hand(page: Widget) -> Subject | None:
    """The number of the row that has the focus or is under the pointer."""
    rows = [row for row in page.descendants() if isinstance(row, RowView) and row.row.subject]
    at_hand = sorted((row for row in rows if row.ring or row.hovered), key=lambda row: not row.ring)
    return at_hand[0].row.subject if at_hand else None


class InspectorPage(Widget):
    """A page of the inspector: its title and its rows, one below the other."""

    def __init__(
        self,
        page: Inspection,
        on_why: Callable[[Subject], None],
        on_look: Callable[[Ref], None],
    ) -> None:
        super().__init__(group="inspector")
        self.page = page
        self.rows = [RowView(row, on_why, on_look) for row in page.rows]

    def children(self) -> list[RowView]:
        """The rows."""
        return self.rows

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The heading and all rows."""
        wide = width or kit.px(348)
        inner = wide - 2 * kit.px(PAD)
        return wide, self._top(kit, inner) + sum(
            row.measure(kit, inner)[1] for row in self.rows
        ) + kit.px(12)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the rows."""
        super().layout(kit, rect)
        inner = rect.width - 2 * kit.px(PAD)
        y = rect.y + self._top(kit, inner)
        for row in self.rows:
            high = row.measure(kit, inner)[1]
            row.layout(kit, pygame.Rect(rect.x + kit.px(PAD), y, inner, high))
            y += high

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the heading and the rows."""
        left, top = self.rect.x + kit.px(PAD), self.rect.y + kit.px(12)
        inner = self.rect.width - 2 * kit.px(PAD)
        room = inner - self._chip_width(kit)
        y = kit.text.rich(surface, self.page.title, (left, top), room, kit.number(24))
        if self.page.chip:
            look = _lit_look(kit)
            at = (self.rect.right - kit.px(PAD) - chip_width(kit, self.page.chip, look), 0)
            chip(surface, kit, (at[0], top + kit.px(16)), self.page.chip, look)
        kit.text.rich(surface, self.page.subtitle, (left, y), inner, kit.body(15, kit.theme.ink2))
        for row in self.rows:
            row.draw(surface, kit)

    def _top(self, kit: Kit, inner: int) -> int:
        title = kit.text.height(self.page.title, kit.number(24), inner - self._chip_width(kit))
        return (
            kit.px(12)
            + title
            + kit.text.height(self.page.subtitle, kit.body(15), inner)
            + kit.px(8)
        )

    def _chip_width(self, kit: Kit) -> int:
        if not self.page.chip:
            return 0
        return chip_width(kit, self.page.chip, _lit_look(kit)) + kit.px(8)


def _lit_look(kit: Kit) -> ChipLook:
    theme = kit.theme
    fill: Colour = theme.wash
    return ChipLook(fill, theme.ink, theme.ink, size=14, height=25)
