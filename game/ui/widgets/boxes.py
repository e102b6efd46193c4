"""Plain arrangements: one below another, one beside another, and blocks of text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pygame

from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Group, Widget


class Stacked(Group):
    """Widgets one below another, each as wide as the stack; lengths in design pixels."""

    def __init__(
        self, widgets: Sequence[Widget] = (), *, gap: float = 12, pad: float = 0, group: str = ""
    ) -> None:
        super().__init__(widgets, group=group)
        self.gap = gap
        self.pad = pad

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As wide as the widest, as high as all together."""
        pad = kit.px(self.pad)
        room = None if width is None else width - 2 * pad
        sizes = [widget.measure(kit, room) for widget in self._shown()]
        high = sum(size[1] for size in sizes) + kit.px(self.gap) * max(0, len(sizes) - 1)
        wide = max((size[0] for size in sizes), default=0) if width is None else width - 2 * pad
        return wide + 2 * pad, high + 2 * pad

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the widgets from the top."""
        super().layout(kit, rect)
        pad = kit.px(self.pad)
        y, width = rect.y + pad, rect.width - 2 * pad
        for widget in self._shown():
            high = widget.measure(kit, width)[1]
            widget.layout(kit, pygame.Rect(rect.x + pad, y, width, high))
            y += high + kit.px(self.gap)

    def _shown(self) -> list[Widget]:
        return [widget for widget in self.widgets if widget.visible]


class Flowing(Group):
    """Widgets one beside another, each in its own size, going on below where room ends.

    `stretch` lets the first widget of each row take what room is left.
    """

    def __init__(
        self,
        widgets: Sequence[Widget] = (),
        *,
        gap: float = 10,
        align: Literal["left", "right"] = "left",
        stretch: bool = False,
        group: str = "",
    ) -> None:
        super().__init__(widgets, group=group)
        self.gap = gap
        self.align = align
        self.stretch = stretch

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The size of the rows it makes at this width."""
        rows = self._rows(kit, 100_000 if width is None else width)
        gap = kit.px(self.gap)
        high = sum(max(size[1] for _, size in row) for row in rows) + gap * max(0, len(rows) - 1)
        wide = max((_row_width(row, gap) for row in rows), default=0)
        return wide, high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the widgets in rows, in the middle of each row's height."""
        super().layout(kit, rect)
        gap, y = kit.px(self.gap), rect.y
        for row in self._rows(kit, rect.width):
            high = max(size[1] for _, size in row)
            x = rect.x if self.align == "left" else rect.right - _row_width(row, gap)
            spare = rect.width - _row_width(row, gap) if self.stretch else 0
            for widget, size in row:
                top = y + (high - size[1]) // 2
                widget.layout(kit, pygame.Rect(x, top, size[0] + spare, size[1]))
                x += size[0] + spare + gap
                spare = 0
            y += high + gap

    def _rows(self, kit: Kit, width: int) -> list[list[tuple[Widget, tuple[int, int]]]]:
        rows: list[list[tuple[Widget, tuple[int, int]]]] = []
        gap, used = kit.px(self.gap), 0
        for widget in self.widgets:
            if not widget.visible:
                continue
            size = widget.measure(kit)
            if size[0] > width:
                size = widget.measure(kit, width)
            if not rows or used + gap + size[0] > width:
                rows.append([])
                used = -gap
            rows[-1].append((widget, size))
            used += gap + size[0]
        return rows


def _row_width(row: Sequence[tuple[Widget, tuple[int, int]]], gap: int) -> int:
    return sum(size[0] for _, size in row) + gap * (len(row) - 1)


Part = Literal["title", "heading", "body", "small", "bullet", "quote"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text and what part it plays; words between double asterisks are bold."""

    words: str
    part: Part = "body"


class TextBlock(Widget):
    """Passages one below another; takes no focus. `dark` is for the chrome."""

    def __init__(self, passages: Sequence[Passage], *, dark: bool = False) -> None:
        super().__init__()
        self.passages = tuple(passages)
        self.dark = dark

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as the text is at this width."""
        room = kit.px(560) if width is None else width
        column = Column(kit, None, 0, 0, room)
        self._write(column)
        return room, column.y

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Write the passages."""
        self._write(Column(kit, surface, self.rect.x, self.rect.y, self.rect.width))

    def _write(self, column: Column) -> None:
        kit = column.kit
        for index, passage in enumerate(self.passages):
            if index:
                column.gap(16 if passage.part in ("title", "heading") else 7)
            indent = kit.px(18) if passage.part == "bullet" else 0
            top = column.y
            style = self._style(kit, passage.part)
            column.text(passage.words, style, indent=indent)
            if indent and column.surface is not None:
                middle = (column.left + kit.px(6), top + kit.text.line_height(style) // 2)
                kit.glyphs.draw(column.surface, "dot", middle, 9, style.colour)

    def _style(self, kit: Kit, part: Part) -> TextStyle:
        theme = kit.theme
        ink, second = (theme.on, theme.on2) if self.dark else (theme.ink, theme.ink2)
        styles = {
            "title": kit.number(25, ink),
            "heading": kit.title(19, ink),
            "body": kit.body(17, ink),
            "small": kit.body(15, second),
            "bullet": kit.body(17, ink),
            "quote": replace(kit.body(17, second), face="italic"),
        }
        return styles[part]
