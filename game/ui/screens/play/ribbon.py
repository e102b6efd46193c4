"""The ribbon along the top: campaign, quarter, the phases of the quarter, and the timer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import Kit
from game.ui.paint import polyline
from game.ui.present.phases import PhaseStep
from game.ui.theme import Colour
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

HEIGHT = 34
_GAP = 5


class PhaseRow(Widget):
    """The phases as a chain of arrows; those that find no room show as dots."""

    def __init__(self, steps: Sequence[PhaseStep]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._widths: list[int] = []

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Give each phase its width: all names, else those beside the present one, else dots."""
        super().layout(kit, rect)
        named = [self._named_width(kit, step) for step in self._steps]
        dot = kit.px(26)
        for reach in (len(named), 2, 1, 0):
            widths = [
                width if self._is_near(place, reach) else dot for place, width in enumerate(named)
            ]
            if sum(widths) + kit.px(_GAP) * (len(widths) - 1) <= rect.width:
                break
        self._widths = widths if self._steps else []

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the chain."""
        x = self.rect.x
        for step, width in zip(self._steps, self._widths, strict=True):
            rect = pygame.Rect(x, self.rect.y, width, self.rect.height)
            if rect.right > self.rect.right + 1:
                break
            self._draw_step(surface, kit, step, rect)
            x += width + kit.px(_GAP)

    def _now(self) -> int:
        states = [step.state for step in self._steps]
        return states.index("now") if "now" in states else len(states)

    def _is_near(self, place: int, reach: int) -> bool:
        return abs(place - self._now()) <= reach

    def _named_width(self, kit: Kit, step: PhaseStep) -> int:
        if step.state == "now":
            return kit.text.width(step.name, kit.number(15)) + kit.px(36)
        check = kit.px(9) if step.state == "past" else 0
        return kit.text.width(step.name, kit.label(13.5)) + kit.px(28) + check

    def _draw_step(
        self, surface: pygame.Surface, kit: Kit, step: PhaseStep, rect: pygame.Rect
    ) -> None:
        theme = kit.theme
        named = rect.width > kit.px(26)
        if step.state == "now":
            _chevron(surface, kit, rect.inflate(0, -kit.px(4)), theme.gold)
            style = kit.number(15, theme.ink)
            kit.text.draw(surface, step.name, (rect.x + kit.px(20), rect.centery), style)
            return
        fill = theme.slate3 if step.state == "past" else theme.slate2
        _chevron(surface, kit, rect.inflate(0, -kit.px(10)), fill)
        style = kit.label(13.5, theme.on2)
        if not named:
            glyph = "check" if step.state == "past" else "dot"
            kit.glyphs.draw(surface, glyph, rect.center, 9, theme.on2, fill)
        elif step.state == "past":
            middle = (rect.x + kit.px(17), rect.centery)
            kit.glyphs.draw(surface, "check", middle, 9, theme.on2, fill)
            kit.text.draw(surface, step.name, (rect.x + kit.px(25), rect.centery), style)
        else:
            middle = (rect.centerx + kit.px(2), rect.centery)
            kit.text.draw(surface, step.name, middle, style, "center")


def _chevron(surface: pygame.Surface, kit: Kit, rect: pygame.Rect, fill: Colour) -> None:
    point = kit.px(9)
    size = rect.size

    def paint(big: pygame.Surface, k: float) -> None:
        width, height = size[0] * k, size[1] * k
        tip = point * k
        corners = [
            (0.0, 0.0),
            (width - tip, 0.0),
            (width, height / 2),
            (width - tip, height),
            (0.0, height),
            (tip, height / 2),
        ]
        pygame.draw.polygon(big, fill, corners)
        polyline(big, corners, fill, k * 0.6, closed=True)

    sprite = kit.paint.sprite(("chevron", fill, point), size, paint, fill)
    surface.blit(sprite, rect)


class IconButton(Widget):
    """A small sign or letters on the chrome that does something at once."""

    focusable = True

    def __init__(
        self,
        name: str,
        tooltip: str,
        on_use: Callable[[], None],
        *,
        glyph: str = "",
        letters: str = "",
        size: float = 19,
    ) -> None:
        super().__init__(tooltip=tooltip)
        self.name = name
        self._glyph = glyph
        self._letters = letters
        self._size = size
        self._on_use = on_use

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """A square, or as wide as its letters."""
        letters = kit.text.width(self._letters, kit.number(self._size)) if self._letters else 0
        return max(kit.px(32), letters + kit.px(16)), kit.px(30)

    def activate(self, form: "Form") -> None:
        """Do it."""
        self._on_use()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the sign."""
        theme = kit.theme
        if self.hovered or self.ring:
            kit.paint.box(surface, self.rect, theme.slate3, 6)
        if self.ring:
            kit.paint.box(surface, self.rect, None, 6, theme.white, 2)
        if self._glyph:
            kit.glyphs.draw(
                surface, self._glyph, self.rect.center, self._size, theme.on2, theme.slate
            )
        else:
            style = kit.number(self._size, theme.on2)
            kit.text.draw(surface, self._letters, self.rect.center, style, "center")


class Ribbon(Widget):
    """The whole strip; names give way before the phases do."""

    def __init__(
        self,
        title: str,
        quarter: str,
        phases: PhaseRow,
        left: Sequence[Widget],
        right: Sequence[Widget],
    ) -> None:
        super().__init__(group="ribbon")
        self._title = title
        self._quarter = quarter
        self._phases = phases
        self._left = list(left)
        self._right = list(right)
        self._title_room = 0

    def children(self) -> Sequence[Widget]:
        """The buttons at the left and at the right."""
        return [*self._left, *self._right]

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons, then the phases in what is left."""
        super().layout(kit, rect)
        x = rect.x + kit.px(8)
        for widget in self._left:
            wide, high = widget.measure(kit)
            widget.layout(kit, pygame.Rect(x, rect.centery - high // 2, wide, high))
            x += wide + kit.px(4)
        right = rect.right - kit.px(10)
        for widget in reversed(self._right):
            wide, high = widget.measure(kit)
            right -= wide
            widget.layout(kit, pygame.Rect(right, rect.centery - high // 2, wide, high))
            right -= kit.px(4)
        self._title_room = self._words_width(kit)
        if right - x - self._title_room < (right - x) // 3:
            self._title_room = 0
        left = x + self._title_room
        place = pygame.Rect(left, rect.y, right - kit.px(12) - left, rect.height)
        self._phases.layout(kit, place)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the strip."""
        theme = kit.theme
        surface.fill(theme.slate, self.rect)
        if self._title_room:
            x = self._phases.rect.x - self._title_room
            y = self.rect.centery
            x += kit.text.draw(surface, self._title, (x, y), kit.title(16, theme.on)) + kit.px(12)
            kit.text.draw(surface, self._quarter, (x, y), kit.label(16, theme.on2))
        self._phases.draw(surface, kit)
        for widget in self.children():
            widget.draw(surface, kit)

    def _words_width(self, kit: Kit) -> int:
        title = kit.text.width(self._title, kit.title(16))
        return title + kit.px(12) + kit.text.width(self._quarter, kit.label(16)) + kit.px(18)
