"""Tables of the rulebook: as wide as their words want, or each row below another."""

from collections.abc import Sequence

from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.widgets.column import Column

_SIZE = 17
_GAP = 22
_EDGE = 8

Rows = Sequence[Sequence[str]]


def write_table(column: Column, rows: Rows) -> None:
    """Write a table whose first row is its heading.

    Where the longest words find no room beside each other, every cell goes on a line of its own
    with its heading before it.
    """
    if not rows:
        return
    widths = _widths(column.kit, rows, column.width - 2 * column.kit.px(_EDGE))
    if widths:
        _write_beside(column, rows, widths)
    else:
        _write_below(column, rows)


def _widths(kit: Kit, rows: Rows, room: int) -> list[int]:
    """The width of every column in pixels; none when they cannot stand beside each other."""
    count = max(len(row) for row in rows)
    cells = [[row[place] for row in rows if place < len(row)] for place in range(count)]
    least = [max(_longest_word(kit, cell) for cell in column) for column in cells]
    wanted = [max(_line(kit, cell) for cell in column) for column in cells]
    free = room - kit.px(_GAP) * (count - 1)
    if sum(least) > free:
        return []
    if sum(wanted) <= free:
        return wanted
    spare, missing = free - sum(least), sum(wanted) - sum(least)
    return [low + (want - low) * spare // missing for low, want in zip(least, wanted, strict=True)]


def _write_beside(column: Column, rows: Rows, widths: list[int]) -> None:
    kit = column.kit
    for place, row in enumerate(rows):
        style = kit.title(_SIZE, kit.theme.ink2) if place == 0 else kit.body(_SIZE)
        column.gap(6)
        _write_row(column, row, widths, style)
        column.gap(6)
        column.rule(kit.theme.ink3 if place == 0 else kit.theme.rule)


def _write_row(column: Column, row: Sequence[str], widths: list[int], style: TextStyle) -> None:
    kit, top, bottom = column.kit, column.y, column.y
    x = column.left + kit.px(_EDGE)
    for cell, width in zip(row, widths, strict=False):
        part = Column(kit, column.surface, x, top, width)
        part.text(cell, style)
        bottom = max(bottom, part.y)
        x += width + kit.px(_GAP)
    column.y = bottom


def _write_below(column: Column, rows: Rows) -> None:
    kit, head = column.kit, rows[0]
    for row in rows[1:]:
        for name, cell in zip(head, row, strict=False):
            column.text(name, kit.label(_SIZE - 1))
            column.text(cell, kit.body(_SIZE), indent=kit.px(_EDGE))
            column.gap(3)
        column.gap(4)
        column.rule()
        column.gap(8)


def _line(kit: Kit, text: str) -> int:
    """The width of a cell on one line; its bold words are as wide as the heading's face."""
    return kit.text.wrap(text, kit.body(_SIZE), 100_000).width + kit.px(1)


def _longest_word(kit: Kit, text: str) -> int:
    words = text.replace("\n", " ").split(" ")
    return max((_line(kit, word) for word in words if word), default=0)
