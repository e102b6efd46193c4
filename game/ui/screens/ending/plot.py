"""A plot by quarter: a few lines with their names at their ends, no legend to look up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.curves import Point
from game.ui.kit import Kit
from game.ui.paint import dashed, polyline
from game.ui.theme import Colour
from game.ui.widgets.widget import Widget

Pattern = Literal["solid", "dash", "dot"]
_STEP = 4
_LABEL_GAP = 22


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its values from a tick on, its name at the end, its look."""

    values: tuple[int, ...]
    label: str
    colour: Colour
    pattern: Pattern = "solid"
    first: int = 0


class Plot(Widget):
    """A panel with a title, a sentence under it, lines over the quarters, and what they show."""

    def __init__(
        self,
        title: str,
        note: str,
        series: Sequence[Series],
        ticks: Sequence[str],
        *,
        marks: Sequence[tuple[int, str]] = (),
        below: str = "",
        height: float = 430,
    ) -> None:
        super().__init__()
        self.title = title
        self.note = note
        self.series = tuple(series)
        self.ticks = tuple(ticks)
        self.marks = tuple(marks)
        self.below = below
        self._height = height

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """A fixed height; the width it is given."""
        wide = width or kit.px(600)
        head = self._head_height(kit, wide)
        return wide, max(kit.px(self._height), head + kit.px(240)) + self._foot_height(kit, wide)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel, the grid, the lines and their names."""
        theme, rect = kit.theme, self.rect
        kit.paint.panel(surface, rect, radius=10, level=1)
        at = (rect.x + kit.px(20), rect.y + kit.px(14))
        room = rect.width - kit.px(40)
        y = kit.text.rich(surface, self.title, at, room, kit.number(22))
        kit.text.rich(surface, self.note, (at[0], y), room, kit.body(16, theme.ink2))
        names = max(kit.text.width(one.label, kit.title(16)) for one in self.series)
        top = rect.y + self._head_height(kit, rect.width) + kit.px(30)
        left = rect.x + kit.px(52)
        foot = self._foot_height(kit, rect.width)
        plot = pygame.Rect(left, top, rect.right - kit.px(34) - names - left, 0)
        plot.height = rect.bottom - kit.px(46) - foot - top
        if self.below:
            at = (rect.x + kit.px(20), rect.bottom - foot)
            kit.text.rich(surface, self.below, at, room, kit.body(16, theme.ink))
        most = self._most()
        self._draw_grid(surface, kit, plot, most)
        ends = []
        for one in self.series:
            points = self._points(one, plot, most)
            _draw_line(surface, kit, points, one)
            ends.append((points[-1], one))
        self._draw_names(surface, kit, ends, plot)

    def _head_height(self, kit: Kit, width: int) -> int:
        room = width - kit.px(40)
        title = kit.text.height(self.title, kit.number(22), room)
        return kit.px(14) + title + kit.text.height(self.note, kit.body(16), room)

    def _foot_height(self, kit: Kit, width: int) -> int:
        if not self.below:
            return 0
        return kit.text.height(self.below, kit.body(16), width - kit.px(40)) + kit.px(16)

    def _most(self) -> int:
        highest = max((value for one in self.series for value in one.values), default=1)
        return max(_STEP, -(-(highest + 1) // _STEP) * _STEP)

    def _points(self, one: Series, plot: pygame.Rect, most: int) -> list[Point]:
        steps = max(1, len(self.ticks) - 1)
        return [
            (plot.x + plot.width * at / steps, plot.bottom - plot.height * value / most)
            for at, value in enumerate(one.values, start=one.first)
        ]

    def _draw_grid(self, surface: pygame.Surface, kit: Kit, plot: pygame.Rect, most: int) -> None:
        theme = kit.theme
        style = kit.label(15)
        for value in range(0, most + 1, _STEP):
            y = plot.bottom - round(plot.height * value / most)
            kit.paint.rule(surface, (plot.x, y), plot.width, theme.rule, width=1.2)
            kit.text.draw(surface, str(value), (plot.x - kit.px(12), y), style, "right")
        steps = max(1, len(self.ticks) - 1)
        for at, tick in enumerate(self.ticks):
            x = plot.x + plot.width * at / steps
            kit.text.draw(surface, tick, (x, plot.bottom + kit.px(20)), style, "center")
        for at, word in self.marks:
            x = plot.x + round(plot.width * at / steps)
            kit.paint.rule(surface, (x, plot.y), plot.height, theme.line, vertical=True, width=2)
            kit.text.draw(surface, word, (x, plot.y - kit.px(12)), kit.label(14), "center")

    def _draw_names(
        self,
        surface: pygame.Surface,
        kit: Kit,
        ends: Sequence[tuple[Point, Series]],
        plot: pygame.Rect,
    ) -> None:
        """Names at the ends, pushed apart where lines end close together."""
        gap = kit.px(_LABEL_GAP)
        rows = sorted(ends, key=lambda row: row[0][1])
        last = float(plot.y - gap)
        places = []
        for point, _ in rows:
            last = max(point[1], last + gap)
            places.append(last)
        over = max(0.0, places[-1] - plot.bottom) if places else 0.0
        for (_, one), y in zip(rows, places, strict=True):
            at = (plot.right + kit.px(14), y - over)
            kit.text.draw(surface, one.label, at, kit.title(16, one.colour))


def _draw_line(surface: pygame.Surface, kit: Kit, points: list[Point], one: Series) -> None:
    """A line in its pattern, with a mark at each quarter; a solid one has a paper edge, while
    through the gaps of others shows what they lie on."""
    theme, pen = kit.theme, kit.metrics.scale
    frame = _frame(points, kit.px(9))

    def paint(big: pygame.Surface, k: float) -> None:
        line = [((x - frame.x) * k, (y - frame.y) * k) for x, y in points]
        width = 3.2 * pen * k
        if one.pattern == "solid":
            polyline(big, line, theme.paper, 2 * width)
            polyline(big, line, one.colour, width)
        else:
            on, off = (10, 6) if one.pattern == "dash" else (2.5, 6)
            dashed(big, line, one.colour, width, (on * pen * k, off * pen * k))
        for x, y in line:
            _draw_mark(big, one, (x, y), 5 * pen * k, theme.paper)

    key = ("plot", tuple(one.values), one.colour, one.pattern, frame.size, tuple(points))
    surface.blit(kit.paint.sprite(key, frame.size, paint, theme.paper, 2), frame)


def _draw_mark(big: pygame.Surface, one: Series, at: Point, radius: float, edge: Colour) -> None:
    x, y = at
    if one.pattern == "solid":
        pygame.draw.circle(big, edge, at, radius * 1.3)
        pygame.draw.circle(big, one.colour, at, radius)
    elif one.pattern == "dash":
        side = radius * 1.8
        pygame.draw.rect(big, one.colour, (x - side / 2, y - side / 2, side, side))
    else:
        corners = [
            (x, y - radius * 1.2),
            (x + radius * 1.2, y + radius),
            (x - radius * 1.2, y + radius),
        ]
        pygame.draw.polygon(big, one.colour, corners)


def _frame(points: Sequence[Point], margin: int) -> pygame.Rect:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    left, top = int(min(xs)) - margin, int(min(ys)) - margin
    return pygame.Rect(left, top, int(max(xs)) + margin - left, int(max(ys)) + margin - top)
