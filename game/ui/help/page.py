"""A page of the rulebook: paragraphs, lists, tables, worked examples and notes."""

from collections.abc import Sequence

import pygame

from game.narrate.rulebook import Block
from game.ui.help.table import write_table
from game.ui.kit import Kit
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

_SIZE = 18.5
_PAD = 16


class PageView(Widget):
    """A title and blocks, one below the other; takes no focus."""

    def __init__(self, title: str, blocks: Sequence[Block], *, head: float = 30) -> None:
        super().__init__()
        self.title = title
        self.blocks = tuple(blocks)
        self.head = head

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as the page is at this width."""
        room = kit.px(760) if width is None else width
        column = Column(kit, None, 0, 0, room)
        self._write(column)
        return room, column.y + kit.px(20)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Write the page."""
        self._write(Column(kit, surface, self.rect.x, self.rect.y, self.rect.width))

    def _write(self, column: Column) -> None:
        if self.title:
            column.text(self.title, column.kit.number(self.head))
            column.gap(12)
        for place, block in enumerate(self.blocks):
            if place:
                column.gap(14)
            _WRITERS[block.kind](column, block)


def _text(column: Column, block: Block) -> None:
    column.text(block.text, column.kit.body(_SIZE))


def _points(column: Column, block: Block) -> None:
    kit = column.kit
    style = kit.body(_SIZE)
    for place, point in enumerate(block.points):
        if place:
            column.gap(7)
        top = column.y
        column.text(point, style, indent=kit.px(22))
        if column.surface is not None:
            middle = (column.left + kit.px(8), top + kit.text.line_height(style) // 2)
            kit.glyphs.draw(column.surface, "dot", middle, 9, kit.theme.ink2)


def _rows(column: Column, block: Block) -> None:
    write_table(column, block.rows)


def _example(column: Column, block: Block) -> None:
    """A worked example in a frame."""
    kit, pad, surface = column.kit, column.kit.px(_PAD), column.surface
    left, top, width = column.left + pad, column.y + pad, column.width - 2 * pad
    plan = Column(kit, None, left, top, width)
    _example_lines(plan, block)
    bottom = plan.y + pad
    if surface is not None:
        frame = pygame.Rect(column.left, column.y, column.width, bottom - column.y)
        kit.paint.box(surface, frame, kit.theme.paper, 8, kit.theme.line, 1.2)
        _example_lines(Column(kit, surface, left, top, width), block)
    column.y = bottom


def _example_lines(column: Column, block: Block) -> None:
    kit = column.kit
    heading = kit.tr.gettext("Example: {title}").format(title=block.text)
    column.text(heading, kit.title(_SIZE))
    for line in block.points:
        column.gap(5)
        column.text(line, kit.body(_SIZE - 0.5))


def _note(column: Column, block: Block) -> None:
    kit, top = column.kit, column.y
    column.text(block.text, kit.body(_SIZE - 1, kit.theme.ink2), indent=kit.px(18))
    if column.surface is not None:
        bar = pygame.Rect(column.left, top, kit.px(4), column.y - top)
        kit.paint.box(column.surface, bar, kit.theme.gold, 2, kit.theme.ink, 1)


_WRITERS = {
    "text": _text,
    "points": _points,
    "rows": _rows,
    "example": _example,
    "note": _note,
}
