"""Problems of a campaign's files as `nadc check` words them: place, sentence, line, caret, fix."""

from collections.abc import Sequence

import pygame

from game.content.loader import Report
from game.content.problems import Problem, Translator
from game.content.problems.render import as_text
from game.ui.help.pane import ReadingPane
from game.ui.kit import Kit
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

_ELLIPSIS = "…"
_SIZE = 15.5
_EDGE, _PAD, _SIGN = 4, 28, 32


def problem_texts(report: Report, problems: Sequence[Problem], tr: Translator) -> tuple[str, ...]:
    """Each problem as `nadc check` prints it."""
    return tuple(as_text(problem, report.locate, tr) for problem in problems)


class ProblemList(Widget):
    """Problems one below another, each with its line and a caret below the place in it."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self.texts = tuple(texts)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as they need at this width."""
        room = kit.px(880) if width is None else width
        column = Column(kit, None, 0, 0, room)
        self._write(column)
        return room, column.y

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Write the problems."""
        self._write(Column(kit, surface, self.rect.x, self.rect.y, self.rect.width))

    def _write(self, column: Column) -> None:
        for place, text in enumerate(self.texts):
            if place:
                column.gap(14)
            _write_problem(column, text)


def _write_problem(column: Column, text: str) -> None:
    kit = column.kit
    head, *rest = text.split("\n")
    column.text(head, kit.title(_SIZE))
    if len(rest) >= 2 and rest[1].endswith("^"):
        _write_source(column, rest[0], rest[1].index("^"))
        rest = rest[2:]
    for line in rest:
        column.gap(4)
        column.text(line.strip(), kit.body(_SIZE, kit.theme.ink2))


def _write_source(column: Column, line: str, caret: int) -> None:
    """The line of the file on a sunken ground, cut around the caret where it is too long."""
    kit, pad = column.kit, column.kit.px(10)
    style = kit.body(_SIZE)
    high = kit.text.line_height(style)
    column.gap(5)
    if column.surface is not None:
        box = pygame.Rect(column.left, column.y, column.width, 2 * high + pad)
        kit.paint.box(column.surface, box, kit.theme.sunken, 5, kit.theme.line, 1)
        line, caret = _fitted(kit, line, caret, column.width - 2 * pad)
        left, middle = column.left + pad, column.y + pad // 2 + high // 2
        kit.text.draw(column.surface, line, (left, middle), style)
        x = left + kit.text.width(line[:caret], style)
        mark = kit.number(_SIZE + 2, kit.theme.worse)
        kit.text.draw(column.surface, "^", (x, middle + high), mark)
    column.y += 2 * high + pad


def _fitted(kit: Kit, line: str, caret: int, room: int) -> tuple[str, int]:
    """As much of a line around the caret as finds room, and where the caret is in it."""
    style = kit.body(_SIZE)
    while kit.text.width(line, style) > room and len(line) > 2 * len(_ELLIPSIS) + 1:
        if len(line) - caret > caret:
            line = line.removesuffix(_ELLIPSIS)[:-4] + _ELLIPSIS
        else:
            cut = line.removeprefix(_ELLIPSIS)[4:]
            caret -= len(line) - len(cut) - len(_ELLIPSIS)
            line = _ELLIPSIS + cut
    return line, caret


class ProblemPanel(Widget):
    """What stands against the text as it was saved last; lies over the last good picture."""

    def __init__(self, title: str, texts: Sequence[str]) -> None:
        super().__init__()
        self.title = title
        self.list = ProblemList(texts)
        self.pane = ReadingPane(self.list, paper=False, always=False, most=2000)
        self.pane.name = "problems"

    def children(self) -> tuple[Widget, ...]:
        """The list, which scrolls where there are many."""
        return (self.pane,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The title and all problems; give it less height to make it scroll."""
        wide = kit.px(900) if width is None else width
        return wide, self._head(kit, wide) + self.pane.measure(kit, wide)[1]

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the list below the title."""
        super().layout(kit, rect)
        head = self._head(kit, rect.width)
        self.pane.layout(kit, pygame.Rect(rect.x, rect.y + head, rect.width, rect.height - head))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel, its title and the problems."""
        theme, rect = kit.theme, self.rect
        kit.paint.shadow(surface, rect, 0, 3)
        surface.fill(theme.paper, rect)
        surface.fill(theme.worse, pygame.Rect(rect.x, rect.y, rect.width, kit.px(_EDGE)))
        left, top = rect.x + kit.px(_PAD), rect.y + kit.px(_EDGE + 10)
        title = kit.text.wrap(self.title, kit.title(18), self._room(kit, rect.width))
        centre = (left + kit.px(11), top + title.line_height // 2)
        kit.glyphs.draw(surface, "warning", centre, 22, theme.ink, theme.gold)
        kit.text.draw_paragraph(surface, title, (left + kit.px(_SIGN), top))
        self.pane.draw(surface, kit)

    def _head(self, kit: Kit, width: int) -> int:
        high = kit.text.height(self.title, kit.title(18), self._room(kit, width))
        return high + kit.px(_EDGE + 10)

    def _room(self, kit: Kit, width: int) -> int:
        return max(1, width - kit.px(2 * _PAD + _SIGN))
