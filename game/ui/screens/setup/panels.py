"""Panels of the setup: a sample of the text as a seat will read it, and the checks."""

from collections.abc import Sequence

import pygame

from game.narrate.choices.prompts import TURNS
from game.narrate.language import LANGUAGES, translator
from game.ui.kit import Kit
from game.ui.screens.setup.checks import Check
from game.ui.theme import Colour
from game.ui.widgets.widget import Group, Widget

_PAD = 20
_LEAD, _TEXT = 20, 17
"""Sizes of a prompt and of a sentence on the board."""
_SIGNS = {"good": "check", "note": "warning", "stop": "cross"}


class Sample(Widget):
    """A prompt in the language and size of the seat whose row was used last.

    `now` is the text size of the screen, in percent as `text_size`.
    """

    def __init__(self, seat: str, language: str, text_size: int, now: int) -> None:
        super().__init__()
        self._seat = seat
        self._language = language
        self._size = text_size
        self.gain = text_size / max(1, now)
        tr = translator(language)
        self._lead = tr.gettext(TURNS["tactical"][0])
        self._text = tr.gettext(TURNS["tactical"][1])

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as the sample is at that size."""
        wide = width or kit.px(740)
        inner = wide - 2 * kit.px(_PAD)
        high = kit.text.height(self._lead, kit.number(_LEAD * self.gain), inner)
        high += kit.text.height(self._text, kit.body(_TEXT * self.gain), inner)
        return wide, max(kit.px(126), kit.px(48) + high + kit.px(14))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel with the sample."""
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        x, inner = self.rect.x + kit.px(_PAD), self.rect.width - 2 * kit.px(_PAD)
        head = kit.tr.gettext("Sample for {seat}: {size} %, {language}").format(
            seat=self._seat,
            size=self._size,
            language=LANGUAGES.get(self._language, self._language),
        )
        at = (x, self.rect.y + kit.px(24))
        kit.text.draw(surface, head, at, kit.title(15.5, kit.theme.ink2))
        style = kit.number(_LEAD * self.gain)
        y = kit.text.rich(surface, self._lead, (x, self.rect.y + kit.px(42)), inner, style)
        kit.text.rich(surface, self._text, (x, y), inner, kit.body(_TEXT * self.gain))


class Checks(Widget):
    """What is well, what to know, and what stands in the way, before the sitting starts."""

    def __init__(self, title: str, rows: Sequence[Check]) -> None:
        super().__init__()
        self._title = title
        self.rows = tuple(rows)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All lines below one another."""
        wide = width or kit.px(760)
        return wide, kit.px(48) + sum(self._height(kit, row, wide) for row in self.rows)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        theme = kit.theme
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        x, y = self.rect.x + kit.px(_PAD), self.rect.y + kit.px(24)
        kit.text.draw(surface, self._title, (x, y), kit.title(15.5, theme.ink2))
        colours: dict[str, Colour] = {
            "good": theme.better,
            "note": theme.ink,
            "stop": theme.worse,
        }
        top = self.rect.y + kit.px(40)
        for row in self.rows:
            high = self._height(kit, row, self.rect.width)
            centre = (x + kit.px(13), top + kit.px(15))
            back = theme.gold if row.kind == "note" else theme.paper
            kit.glyphs.draw(surface, _SIGNS[row.kind], centre, 17, colours[row.kind], back)
            room = self.rect.width - kit.px(2 * _PAD + 36)
            at = (x + kit.px(38), top + kit.px(3))
            kit.text.rich(surface, row.text, at, room, kit.body(17))
            top += high

    def _height(self, kit: Kit, row: Check, width: int) -> int:
        return kit.text.height(row.text, kit.body(17), width - kit.px(2 * _PAD + 36)) + kit.px(8)


class Beside(Group):
    """Two panels side by side; one below the other where there is no room.

    `stretch` makes both as high as the higher one; `share` is the left one's part of the width.
    """

    def __init__(
        self,
        left: Widget,
        right: Widget,
        *,
        least: float = 460,
        stretch: bool = True,
        share: float = 0.5,
    ) -> None:
        super().__init__([left, right])
        self._least = least
        self._stretch = stretch
        self._share = share

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The higher one, or both."""
        wide = width or kit.px(1520)
        gap = kit.px(18)
        if not self._fits(kit, wide):
            highs = [one.measure(kit, wide)[1] for one in self.widgets]
            return wide, sum(highs) + gap
        sizes = zip(self.widgets, self._widths(kit, wide), strict=True)
        return wide, max(one.measure(kit, each)[1] for one, each in sizes)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place both."""
        super().layout(kit, rect)
        gap = kit.px(18)
        if self._fits(kit, rect.width):
            x = rect.x
            for widget, wide in zip(self.widgets, self._widths(kit, rect.width), strict=True):
                high = rect.height if self._stretch else widget.measure(kit, wide)[1]
                widget.layout(kit, pygame.Rect(x, rect.y, wide, high))
                x += wide + gap
            return
        y = rect.y
        for widget in self.widgets:
            high = widget.measure(kit, rect.width)[1]
            widget.layout(kit, pygame.Rect(rect.x, y, rect.width, high))
            y += high + gap

    def _widths(self, kit: Kit, width: int) -> tuple[int, int]:
        room = width - kit.px(18)
        left = round(room * self._share)
        return left, room - left

    def _fits(self, kit: Kit, width: int) -> bool:
        return width >= 2 * kit.px(self._least) + kit.px(18)
