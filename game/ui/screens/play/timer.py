"""The soft timer of a phase: it counts down, can be paused, and never takes a choice away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import Kit
from game.ui.motion import REDUCED_FADE
from game.ui.theme import Colour, mix
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

_PULSE = 1.2


class PhaseTimer:
    """Counts down for a phase, or for a turn within it, from what the campaign gives it.

    At zero its border pulses once: `pulse` is how strongly, from 1 down to 0.
    """

    def __init__(self, *, reduced: bool = False) -> None:
        self.left = 0.0
        self.paused = False
        self.pulse = 0.0
        self._fade = REDUCED_FADE if reduced else _PULSE
        self._given = 0
        self._key: tuple[object, ...] = ()

    def follow(self, seconds: int, *key: object) -> None:
        """Begin anew, with so many seconds, when another phase or turn begins; `key` says which."""
        if key != self._key:
            self._key = key
            self._given = seconds
            self.left = float(seconds)
            self.pulse = 0.0

    def advance(self, seconds: float) -> bool:
        """Let time pass; returns whether it looks different now."""
        if self.pulse > 0:
            self.pulse = max(0.0, self.pulse - seconds / self._fade)
            return True
        if self.paused or self.left <= 0:
            return False
        before = self.shown
        self.left = max(0.0, self.left - seconds)
        self.pulse = 0.0 if self.left else 1.0
        return self.shown != before

    @property
    def wake(self) -> float | None:
        """In how many seconds it will look different; None while it stands still."""
        if self.pulse > 0:
            return 0.0
        return None if self.paused or self.left <= 0 else self.left % 1 or 1.0

    @property
    def shown(self) -> int:
        """Whole seconds left, rounded up."""
        return -int(-self.left // 1)

    @property
    def is_over(self) -> bool:
        """Whether the time is up; nothing follows from it. Without a time it is never up."""
        return self._given > 0 and self.left <= 0

    @property
    def text(self) -> str:
        """Minutes and seconds; a dash where there is no time."""
        if not self._given:
            return "–"
        return f"{self.shown // 60}:{self.shown % 60:02d}"


class TimerButton(Widget):
    """The clock of the ribbon; use pauses it or lets it go on."""

    focusable = True

    def __init__(self, timer: PhaseTimer, on_toggle: Callable[[], None], tooltip: str) -> None:
        super().__init__(tooltip=tooltip)
        self.name = "timer"
        self.timer = timer
        self._on_toggle = on_toggle

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Clock, time and word."""
        word = kit.text.width(self._word(kit), kit.label(14))
        return kit.px(28) + kit.text.width("0:00", kit.number(18)) + word + kit.px(24), kit.px(30)

    def activate(self, form: "Form") -> None:
        """Pause or go on."""
        self._on_toggle()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw clock and time."""
        theme, y = kit.theme, self.rect.centery
        colour: Colour = theme.gold if self.timer.is_over else theme.on
        if self.hovered or self.ring:
            kit.paint.box(surface, self.rect, theme.slate3, 6)
        if self.ring:
            kit.paint.box(surface, self.rect, None, 6, theme.white, 2)
        if self.timer.pulse > 0:
            border = mix(theme.slate, theme.gold, self.timer.pulse)
            kit.paint.box(surface, self.rect, None, 6, border, 3)
        centre = (self.rect.x + kit.px(14), y)
        kit.glyphs.draw(surface, "clock", centre, 18, colour, theme.slate)
        x = self.rect.x + kit.px(30)
        x += kit.text.draw(surface, self.timer.text, (x, y), kit.number(18, colour)) + kit.px(8)
        kit.text.draw(surface, self._word(kit), (x, y), kit.label(14, theme.on2))

    def _word(self, kit: Kit) -> str:
        return kit.tr.gettext("go on") if self.timer.paused else kit.tr.gettext("pause")
