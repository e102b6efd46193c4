"""Buttons and tiles: what a click, Enter or a key does at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.kit import Kit
from game.ui.text import Paragraph
from game.ui.theme import Colour, mix
from game.ui.widgets.form import Form
from game.ui.widgets.marks import key_cap, key_cap_width
from game.ui.widgets.shortcut import Shortcut
from game.ui.widgets.widget import MIN_TARGET, Widget

ButtonKind = Literal["normal", "primary", "dark", "gold", "seat", "link"]
BUSY_AFTER = 0.3
_BUSY_LAP = 1.2


@dataclass(frozen=True, slots=True)
class _Look:
    fill: Colour | None
    ink: Colour
    border: Colour | None


class Button(Widget):
    """A labelled button with perhaps a glyph, the key that does the same, and a second line.

    Kinds: normal (paper), primary (the one blue button of a panel), dark (on the chrome), gold
    (chosen or legal), seat (on a bar of colour `tint`), link (words alone). When it cannot be used
    it shows a lock; `show_reason` writes the reason into it as well.
    """

    focusable = True

    def __init__(
        self,
        label: str,
        on_use: Callable[[], None],
        *,
        kind: ButtonKind = "normal",
        key: str = "",
        glyph: str = "",
        detail: str = "",
        size: float = 17,
        tint: Colour | None = None,
        reason: str = "",
        show_reason: bool = False,
        tooltip: str = "",
        group: str = "",
    ) -> None:
        super().__init__(reason=reason, tooltip=tooltip, group=group)
        self.label = label
        self.on_use = on_use
        self.kind: ButtonKind = kind
        self.shortcut = Shortcut.of(key) if key else None
        self.glyph = glyph
        self.detail = detail
        self.size = size
        self.tint = tint
        self.show_reason = show_reason
        self._busy: float | None = None

    @property
    def busy(self) -> bool:
        """Whether what it started is still going on; it then shows a bar after 300 ms."""
        return self._busy is not None

    @busy.setter
    def busy(self, going_on: bool) -> None:
        if going_on != self.busy:
            self._busy = 0.0 if going_on else None

    def activate(self, form: Form) -> None:
        """Do what the button says, unless it is still busy with it."""
        if not self.busy:
            self.on_use()

    def tick(self, dt: float) -> float | None:
        """Move the busy bar."""
        if self._busy is None:
            return None
        self._busy += dt
        return max(0.0, BUSY_AFTER - self._busy)

    @property
    def shows_busy(self) -> bool:
        """Whether the busy bar is visible, so that the screen must be drawn again."""
        return self._busy is not None and self._busy >= BUSY_AFTER

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The size that holds its words on one line, or wrapped when `width` is less."""
        label, detail = self._words(kit, width)
        extras = self._glyph_width(kit) + self._key_width(kit)
        inner = max(label.width + extras, detail.width if detail is not None else 0)
        high = label.height + (detail.height if detail is not None else 0)
        least = kit.px(MIN_TARGET[1] if self.kind in ("seat", "link") else 40)
        wide = max(kit.px(MIN_TARGET[0]), inner + 2 * self._pad(kit))
        return (wide if width is None else min(wide, max(width, 1))), max(least, high + kit.px(12))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the button in its present state."""
        rect = self.rect.move(0, self._shift(kit))
        look = self._look(kit)
        if self.ring:
            kit.paint.focus_ring(surface, rect, 6)
        if self.lift > 0 and self.kind != "link":
            kit.paint.shadow(surface, rect, 6, 1)
        kit.paint.box(surface, rect, look.fill, 6, look.border, 1.2)
        self._draw_words(surface, kit, rect, look.ink)
        if self.shows_busy:
            self._draw_busy(surface, kit, rect, look.ink)

    def _draw_words(
        self, surface: pygame.Surface, kit: Kit, rect: pygame.Rect, ink: Colour
    ) -> None:
        label, detail = self._words(kit, rect.width, ink)
        glyph, key = self._glyph_width(kit), self._key_width(kit)
        high = label.height + (detail.height if detail is not None else 0)
        x = rect.x + (rect.width - label.width - glyph - key) // 2
        top = rect.centery - high // 2
        middle = top + label.height // 2
        if glyph:
            name = self.glyph if self.enabled else "lock"
            centre = (x + kit.px(self.size) // 2, middle)
            kit.glyphs.draw(surface, name, centre, self.size * 0.95, ink, self._back(kit))
        kit.text.draw_paragraph(surface, label, (x + glyph, top))
        if key and self.shortcut is not None:
            at = (x + glyph + label.width + kit.px(9), middle)
            key_cap(surface, kit, at, self.shortcut.label, ink, max(12, self.size - 5))
        if detail is not None:
            at_detail = (rect.centerx, top + label.height)
            kit.text.draw_paragraph(surface, detail, at_detail, "center")

    def _words(
        self, kit: Kit, width: int | None, ink: Colour | None = None
    ) -> tuple[Paragraph, Paragraph | None]:
        colour = self._look(kit).ink if ink is None else ink
        room = 100_000 if width is None else max(1, width - 2 * self._pad(kit))
        beside = self._glyph_width(kit) + self._key_width(kit)
        label = kit.text.wrap(self.label, kit.title(self.size, colour), max(1, room - beside))
        second = self.reason if self.show_reason and not self.enabled else self.detail
        if not second:
            return label, None
        return label, kit.text.wrap(second, kit.body(max(13, self.size - 4), colour), room)

    def _look(self, kit: Kit) -> _Look:
        theme = kit.theme
        if not self.enabled:
            return self._disabled_look(kit)
        pressed = self.pressed
        match self.kind:
            case "primary":
                fill = mix(theme.focus, theme.ink, 0.18) if pressed else theme.focus
                return _Look(fill, theme.white, None)
            case "dark":
                fill = theme.slate2 if pressed or not self.hovered else theme.slate3
                return _Look(fill, theme.on, theme.slate_edge)
            case "gold":
                return _Look(theme.wash if pressed else theme.gold, theme.ink, theme.ink)
            case "seat":
                tint = self.tint or theme.slate3
                return _Look(
                    mix(tint, (0, 0, 0), 0.42 if pressed else 0.28), theme.white, theme.white
                )
            case "link":
                return _Look(theme.sunken if self.hovered else None, theme.ink2, None)
        return _Look(theme.sunken if pressed else theme.paper, theme.ink, theme.edge)

    def _disabled_look(self, kit: Kit) -> _Look:
        theme = kit.theme
        if self.kind == "seat":
            tint = self.tint or theme.slate3
            return _Look(None, mix(tint, theme.white, 0.72), mix(tint, theme.white, 0.45))
        if self.kind == "dark":
            return _Look(None, theme.on2, theme.slate3)
        return _Look(theme.disabled, theme.ink3, theme.line)

    def _back(self, kit: Kit) -> Colour:
        fill = self._look(kit).fill
        return kit.theme.paper if fill is None else fill

    def _shift(self, kit: Kit) -> int:
        return kit.px(1) if self.pressed else -round(2 * self.lift * kit.metrics.scale)

    def _pad(self, kit: Kit) -> int:
        return kit.px(6 if self.kind == "link" else 12 if self.kind == "seat" else 16)

    def _glyph_width(self, kit: Kit) -> int:
        return kit.px(self.size + 8) if self.glyph or not self.enabled else 0

    def _key_width(self, kit: Kit) -> int:
        if self.shortcut is None:
            return 0
        return key_cap_width(kit, self.shortcut.label, max(12, self.size - 5)) + kit.px(9)

    def _draw_busy(self, surface: pygame.Surface, kit: Kit, rect: pygame.Rect, ink: Colour) -> None:
        lap = ((self._busy or 0.0) - BUSY_AFTER) % _BUSY_LAP / _BUSY_LAP
        inner = rect.inflate(-2 * kit.px(8), 0)
        part = inner.width // 3
        x = inner.x if kit.theme.reduced_motion else inner.x + round((inner.width - part) * lap)
        bar = pygame.Rect(x, rect.bottom - kit.px(6), part, kit.px(3))
        kit.paint.box(surface, bar, ink, 99)


class Tile(Widget):
    """A large button of two lines at the left, its key at the top right: a basic action.

    `chosen` rings it in gold. When it cannot be used the second line is a lock and the reason.
    Where it is too low for the second line, that ends in an ellipsis and the tooltip says it whole.
    """

    focusable = True

    def __init__(
        self,
        title: str,
        detail: str,
        on_use: Callable[[], None],
        *,
        key: str = "",
        glyph: str = "",
        chosen: bool = False,
        reason: str = "",
        tooltip: str = "",
        group: str = "",
    ) -> None:
        super().__init__(reason=reason, tooltip=tooltip, group=group)
        self.title = title
        self.detail = detail
        self.on_use = on_use
        self.glyph = glyph
        self.chosen = chosen
        self.is_cut = False
        self.shortcut = Shortcut.of(key) if key else None

    @property
    def hint(self) -> str:
        """The explanation alone, since the reason is written on the tile; or what was cut."""
        if self.is_cut:
            return self.reason or self.detail
        return self.tooltip

    def activate(self, form: Form) -> None:
        """Do what the tile says."""
        self.on_use()

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The size that holds title and detail, wrapped within `width`."""
        title, detail = self._words(kit, width)
        inner = max(title.width + self._beside(kit), detail.width + self._lock(kit))
        wide = inner + 2 * kit.px(14)
        high = title.height + detail.height + kit.px(12)
        return (wide if width is None else min(wide, width)), max(kit.px(60), high)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place, and see whether it holds the whole text."""
        super().layout(kit, rect)
        whole = self._words(kit, rect.width)[1]
        self.is_cut = len(self._words(kit, rect.width, rect.height)[1].lines) < len(whole.lines)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the tile in its present state."""
        sunk = kit.px(1) if self.pressed else -round(3 * self.lift * kit.metrics.scale)
        rect, fill = self.rect.move(0, sunk), self._fill(kit)
        if self.chosen:
            kit.paint.chosen_ring(surface, rect, 7)
        if self.ring:
            kit.paint.focus_ring(surface, rect, 7)
        kit.paint.shadow(surface, rect, 7, 2 if self.lift > 0 else 0)
        kit.paint.box(surface, rect, fill, 7)
        self._draw_words(surface, kit, rect, fill)

    def _fill(self, kit: Kit) -> Colour:
        if not self.enabled:
            return kit.theme.disabled
        if self.pressed:
            return kit.theme.sunken
        return kit.theme.wash if self.chosen else kit.theme.paper

    def _draw_words(
        self, surface: pygame.Surface, kit: Kit, rect: pygame.Rect, fill: Colour
    ) -> None:
        title, detail = self._words(kit, rect.width, rect.height)
        pad = kit.px(14)
        top = rect.centery - (title.height + detail.height + self._below(kit)) // 2
        x = rect.x + pad
        if self.glyph:
            self._draw_sign(surface, kit, (x + kit.px(9), top + title.line_height // 2), fill)
            x += kit.px(26)
        kit.text.draw_paragraph(surface, title, (x, top))
        if self.shortcut is not None:
            cap = key_cap_width(kit, self.shortcut.label)
            at = (rect.right - kit.px(10) - cap, top + title.line_height // 2)
            key_cap(surface, kit, at, self.shortcut.label, kit.theme.ink2)
        below = top + title.height
        left = rect.x + pad
        if not self.enabled:
            centre = (left + kit.px(7), below + detail.line_height // 2)
            kit.glyphs.draw(surface, "lock", centre, 14, kit.theme.ink, fill)
        kit.text.draw_paragraph(surface, detail, (left + self._lock(kit), below))

    def _draw_sign(
        self, surface: pygame.Surface, kit: Kit, at: tuple[int, int], fill: Colour
    ) -> None:
        kit.glyphs.draw(surface, self.glyph, at, 18, kit.theme.ink2, fill)

    def _words(
        self, kit: Kit, width: int | None, height: int | None = None
    ) -> tuple[Paragraph, Paragraph]:
        """Title and second line; with a height, as much of the second as that has room for."""
        theme = kit.theme
        room = 100_000 if width is None else max(1, width - 2 * kit.px(14))
        ink = theme.ink if self.enabled else theme.ink2
        title = kit.text.wrap(self.title, kit.title(19, ink), max(1, room - self._beside(kit)))
        style = kit.body(14.5, theme.ink2) if self.enabled else kit.title(14.5, theme.ink)
        words = self.detail if self.enabled else self.reason
        most = None
        if height is not None:
            left = height - title.height - self._below(kit) - kit.px(6)
            most = max(1, left // kit.text.line_height(style))
        if not words:
            return title, Paragraph((), style, 0, 0, kit.text.line_height(style))
        return title, kit.text.wrap(words, style, max(1, room - self._lock(kit)), most)

    def _below(self, kit: Kit) -> int:
        """The room that something else takes below the words."""
        return 0

    def _beside(self, kit: Kit) -> int:
        key = 0
        if self.shortcut is not None:
            key = key_cap_width(kit, self.shortcut.label) + kit.px(6)
        return key + (kit.px(26) if self.glyph else 0)

    def _lock(self, kit: Kit) -> int:
        return 0 if self.enabled else kit.px(19)
