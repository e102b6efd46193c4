"""The ribbon along the top: campaign, quarter, the phases of the quarter, and the timer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import Kit
from game.ui.paint import polyline
from game.ui.present.phases import PhaseStep
from game.ui.theme import Colour
from game.ui.widgets.marks import key_cap, key_cap_width
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

HEIGHT = 34
_GAP = 5
_WORD = 15


class PhaseRow(Widget):
    """The phases as a chain of arrows; those that find no room show as dots."""

    def __init__(self, steps: Sequence[PhaseStep]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._widths: list[int] = []

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Give each phase its width: all names, else those beside the present one, else dots."""
        super().layout(kit, rect)
        for reach in (len(self._steps), 2, 1, 0):
            self._widths = self._reaching(kit, reach)
            if self._total(kit, self._widths) <= rect.width:
                return
        alone = self._named_width(kit, self._steps[self._now()]) if self._has_now() else 0
        self._widths = [alone if place == self._now() else 0 for place, _ in enumerate(self._steps)]

    def least(self, kit: Kit) -> int:
        """The width at which the present phase has its name and the others a dot."""
        return self._total(kit, self._reaching(kit, 0))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the chain."""
        x = self.rect.x
        for step, width in zip(self._steps, self._widths, strict=True):
            if width == 0:
                continue
            rect = pygame.Rect(x, self.rect.y, width, self.rect.height)
            self._draw_step(surface, kit, step, rect)
            x += width + kit.px(_GAP)

    def _now(self) -> int:
        states = [step.state for step in self._steps]
        return states.index("now") if "now" in states else len(states)

    def _has_now(self) -> bool:
        return self._now() < len(self._steps)

    def _reaching(self, kit: Kit, reach: int) -> list[int]:
        """Widths with names for the phases this near to the present one, dots for the others."""
        return [
            self._named_width(kit, step) if self._is_near(place, reach) else kit.px(26)
            for place, step in enumerate(self._steps)
        ]

    def _total(self, kit: Kit, widths: Sequence[int]) -> int:
        return sum(widths) + kit.px(_GAP) * max(0, len(widths) - 1)

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
    """A small sign or letters on the chrome that does something at once.

    `word` and `key` stand beside the sign; `short` leaves the word away where room is scarce.
    `is_on` marks what is open.
    """

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
        word: str = "",
        key: str = "",
        is_on: bool = False,
    ) -> None:
        super().__init__(tooltip=tooltip)
        self.name = name
        self.short = False
        self._glyph = glyph
        self._letters = letters
        self._size = size
        self._word = word
        self._key = key
        self._is_on = is_on
        self._on_use = on_use

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """A square, or as wide as its letters, word and key."""
        letters = kit.text.width(self._letters, kit.number(self._size)) if self._letters else 0
        wide = max(kit.px(32), letters + kit.px(16))
        if self._key:
            wide += self._word_width(kit) + key_cap_width(kit, self._key) + kit.px(8)
        return wide, kit.px(30)

    def activate(self, form: "Form") -> None:
        """Do it."""
        self._on_use()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the sign, and what stands beside it."""
        theme, rect = kit.theme, self.rect
        back = theme.slate3 if self.hovered or self.ring or self._is_on else theme.slate
        if back is not theme.slate:
            kit.paint.box(surface, rect, back, 6)
        if self.ring:
            kit.paint.box(surface, rect, None, 6, theme.white, 2)
        sign = pygame.Rect(rect.x, rect.y, kit.px(32) if self._key else rect.width, rect.height)
        if self._glyph:
            kit.glyphs.draw(surface, self._glyph, sign.center, self._size, theme.on2, back)
        else:
            style = kit.number(self._size, theme.on2)
            kit.text.draw(surface, self._letters, sign.center, style, "center")
        if self._key:
            if not self.short:
                style = kit.label(_WORD, theme.on2)
                kit.text.draw(surface, self._word, (sign.right, rect.centery), style)
            x = sign.right + self._word_width(kit)
            key_cap(surface, kit, (x, rect.centery), self._key, theme.on2)

    def _word_width(self, kit: Kit) -> int:
        if self.short or not self._word:
            return 0
        return kit.text.width(self._word, kit.label(_WORD)) + kit.px(7)


class Ribbon(Widget):
    """The whole strip; words of buttons give way first, then names, then the phases."""

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
        self._title_room = self._words_width(kit)
        needed = self._title_room + kit.px(12) + self._phases.least(kit)
        for short in (False, True):
            right = self._place_right(kit, rect, short=short)
            if right - x >= needed:
                break
        else:
            self._title_room = 0
        left = x + self._title_room
        place = pygame.Rect(left, rect.y, right - kit.px(12) - left, rect.height)
        self._phases.layout(kit, place)

    def _place_right(self, kit: Kit, rect: pygame.Rect, *, short: bool) -> int:
        """Place the buttons at the right; returns where they begin."""
        right = rect.right - kit.px(10)
        for widget in reversed(self._right):
            if isinstance(widget, IconButton):
                widget.short = short
            wide, high = widget.measure(kit)
            right -= wide
            widget.layout(kit, pygame.Rect(right, rect.centery - high // 2, wide, high))
            right -= kit.px(4)
        return right

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
