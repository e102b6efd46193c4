"""Choices among a few: segmented rows, check boxes, text sizes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.theme import TEXT_SIZES, Colour
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value it stands for, its words, perhaps a seat mark or glyph instead, and
    the reason when it cannot be chosen."""

    value: str
    label: str
    glyph: str = ""
    seat: str = ""
    reason: str = ""


class Segmented(Widget):
    """A row of options of which one is chosen; Left and Right move the choice.

    `checks` draws a check before the chosen word, so that it does not rest on colour alone.
    """

    focusable = True

    def __init__(
        self,
        options: Sequence[Option],
        chosen: str,
        on_choose: Callable[[str], None],
        *,
        checks: bool = True,
        size: float = 16,
        reason: str = "",
        tooltip: str = "",
        group: str = "",
    ) -> None:
        super().__init__(reason=reason, tooltip=tooltip, group=group)
        self.options = tuple(options)
        self.chosen = chosen
        self.on_choose = on_choose
        self.checks = checks
        self.size = size

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Equal segments as wide as the widest word needs; they never wrap."""
        return self._segment_width(kit) * len(self.options), kit.px(40)

    def activate(self, form: Form) -> None:
        """Go on to the next option that can be chosen."""
        self._step(1, form, around=True)

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Move the choice with Left and Right."""
        if not self.enabled or event.key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        return self._step(1 if event.key == pygame.K_RIGHT else -1, form, around=False)

    def on_release(self, at: tuple[int, int], form: Form) -> None:
        """Choose what was clicked."""
        if not self.rect.collidepoint(at):
            return
        if not self.enabled:
            form.use(self)
            return
        index = min(
            len(self.options) - 1,
            (at[0] - self.rect.x) * len(self.options) // max(1, self.rect.width),
        )
        self._choose(self.options[index], form)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the row with its chosen segment filled."""
        theme = kit.theme
        if self.ring:
            kit.paint.focus_ring(surface, self.rect, 7)
        paper = theme.paper if self.enabled else theme.disabled
        line = theme.ink if self.enabled else theme.ink3
        kit.paint.box(surface, self.rect, paper, 7, line, 1.4)
        for index, option in enumerate(self.options):
            self._draw_segment(surface, kit, index, option, line)
        kit.paint.box(surface, self.rect, None, 7, line, 1.4)

    def _draw_segment(
        self, surface: pygame.Surface, kit: Kit, index: int, option: Option, line: Colour
    ) -> None:
        rect = self._segment(index)
        on = option.value == self.chosen
        last = len(self.options) - 1
        if on:
            sides = {0: "left", last: "right"}.get(index, "none") if last else "all"
            kit.paint.box(surface, rect, line, 7 if sides != "none" else 0, corners=sides)
        elif index and self.options[index - 1].value != self.chosen:
            top = (rect.x, rect.y + kit.px(8))
            kit.paint.rule(surface, top, rect.height - 2 * kit.px(8), vertical=True)
        ink, back = (kit.theme.white, line) if on else (kit.theme.ink, kit.theme.paper)
        if option.reason and not on:
            ink = kit.theme.ink3
        self._draw_words(surface, kit, rect, option, (ink, back), on)

    def _draw_words(
        self,
        surface: pygame.Surface,
        kit: Kit,
        rect: pygame.Rect,
        option: Option,
        colours: tuple[Colour, Colour],
        on: bool,
    ) -> None:
        ink, back = colours
        if option.seat and not option.label:
            border = kit.theme.white if on else None
            kit.glyphs.seat(surface, option.seat, rect.center, 12, border=border)
            return
        sign = "lock" if option.reason else "check" if on and self.checks else option.glyph
        wide = kit.text.width(option.label, kit.title(self.size, ink))
        extra = kit.px(self.size + 6) if sign else 0
        x = rect.centerx - (wide + extra) // 2
        if sign:
            centre = (x + kit.px(self.size * 0.45), rect.centery)
            kit.glyphs.draw(surface, sign, centre, self.size * 0.85, ink, back)
        kit.text.draw(surface, option.label, (x + extra, rect.centery), kit.title(self.size, ink))

    def _segment(self, index: int) -> pygame.Rect:
        count = len(self.options)
        left = self.rect.x + self.rect.width * index // count
        right = self.rect.x + self.rect.width * (index + 1) // count
        return pygame.Rect(left, self.rect.y, right - left, self.rect.height)

    def _segment_width(self, kit: Kit) -> int:
        words = max(kit.text.width(option.label, kit.title(self.size)) for option in self.options)
        sign = kit.px(self.size + 6) if self._has_signs() else 0
        return max(kit.px(40), words + sign + 2 * kit.px(12))

    def _has_signs(self) -> bool:
        return self.checks or any(option.glyph or option.reason for option in self.options)

    def _step(self, step: int, form: Form, *, around: bool) -> bool:
        values = [option.value for option in self.options]
        index = values.index(self.chosen) if self.chosen in values else 0
        for _ in self.options:
            index += step
            if not around and not 0 <= index < len(values):
                return True
            option = self.options[index % len(values)]
            if not option.reason:
                self._choose(option, form)
                return True
        return True

    def _choose(self, option: Option, form: Form) -> None:
        if option.reason:
            form.say(option.reason, "lock", self.rect.midtop)
        elif option.value != self.chosen:
            self.chosen = option.value
            self.on_choose(option.value)
        form.dirty = True


class TextSizeChoice(Segmented):
    """The choice of a text size in percent."""

    def __init__(
        self, percent: int, on_choose: Callable[[int], None], *, reason: str = "", group: str = ""
    ) -> None:
        options = [Option(str(size), f"{size}\u00a0%") for size in TEXT_SIZES]
        super().__init__(
            options,
            str(percent),
            lambda value: on_choose(int(value)),
            checks=False,
            size=15,
            reason=reason,
            group=group,
        )


class Checkbox(Widget):
    """A box with a check and words beside it; `dark` is for the chrome."""

    focusable = True

    def __init__(
        self,
        label: str,
        checked: bool,
        on_change: Callable[[bool], None],
        *,
        dark: bool = False,
        size: float = 17,
        reason: str = "",
        tooltip: str = "",
        group: str = "",
    ) -> None:
        super().__init__(reason=reason, tooltip=tooltip, group=group)
        self.label = label
        self.checked = checked
        self.on_change = on_change
        self.dark = dark
        self.size = size

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Box and words, the words wrapped within `width`."""
        room = 100_000 if width is None else max(1, width - self._indent(kit) - kit.px(6))
        words = kit.text.wrap(self.label, kit.body(self.size), room)
        wide = words.width + self._indent(kit) + kit.px(6)
        return wide, max(kit.px(32), words.height + kit.px(6))

    def activate(self, form: Form) -> None:
        """Set or clear the check."""
        self.checked = not self.checked
        self.on_change(self.checked)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw box and words."""
        theme = kit.theme
        ink = theme.on2 if self.dark else theme.ink
        if not self.enabled:
            ink = theme.ink3
        side = kit.px(20)
        box = pygame.Rect(self.rect.x + kit.px(4), self.rect.centery - side // 2, side, side)
        if self.ring:
            kit.paint.focus_ring(surface, self.rect, 6)
        fill = ink if self.checked else (None if self.dark else theme.paper)
        kit.paint.box(surface, box, fill, 4, ink, 1.6)
        if self.checked or not self.enabled:
            back = theme.slate if self.dark else theme.paper
            sign, colour = ("check", back) if self.enabled else ("lock", ink)
            kit.glyphs.draw(surface, sign, box.center, 14, colour, ink)
        words = kit.text.wrap(
            self.label,
            kit.body(self.size, ink),
            max(1, self.rect.width - self._indent(kit) - kit.px(6)),
        )
        top = self.rect.centery - words.height // 2
        kit.text.draw_paragraph(surface, words, (self.rect.x + self._indent(kit), top))

    def _indent(self, kit: Kit) -> int:
        return kit.px(4 + 20 + 10)
