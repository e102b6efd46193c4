"""The guided step: a strip below the prompt that covers no place and never takes the focus."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import Kit
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

_PAD = 16
_TOP = 7
_EDGE = 8
_LEAST_WORDS = 360
HIDE_KEY = "G"
PASS_KEY = "O"


class GuideStrip(Widget):
    """Which step it is and its words, with buttons to pass it over and to hide it.

    `head` and `text` are rich; `others` are the words of the other steps: the strip is as high as
    the longest of them needs, so that the map keeps its size from step to step. In narrow windows,
    where the map needs the room, it is as high as its own words. A folded strip is one line high.
    """

    def __init__(
        self,
        kit: Kit,
        head: str,
        text: str,
        *,
        others: Sequence[str] = (),
        is_folded: bool = False,
        is_quiet: bool = False,
        pass_label: str = "",
        on_pass: Callable[[], None] | None = None,
        on_fold: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(group="guide")
        self.name = "guide"
        self._head, self._text = head, text
        self._others = tuple(others)
        self._is_folded = is_folded
        self._is_quiet = is_quiet
        self.buttons = Flowing(_buttons(kit, pass_label, on_pass, on_fold, is_folded), gap=8)
        longest = kit.tr.gettext("Skip this step")
        self._widest = Flowing(_buttons(kit, longest, _nothing, _nothing, is_folded), gap=8)

    def children(self) -> tuple[Widget, ...]:
        """Its buttons."""
        return (self.buttons,)

    def hit(self, at: tuple[int, int]) -> Widget | None:
        """A button, or the strip, so that a click on it does not go through to the map."""
        found = super().hit(at)
        return self if found is None and self.rect.collidepoint(at) else found

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as the longest step needs; one line where it is folded."""
        wide = width or kit.metrics.width
        room, buttons = self._room(kit, wide), self.buttons.measure(kit)[1]
        if self._is_folded or (self._is_quiet and kit.metrics.drawers):
            return wide, max(buttons, self._write(kit, None, (0, 0), room)) + kit.px(4)
        texts = (self._text,) if kit.metrics.drawers else (self._text, *self._others)
        words = max(self._write(kit, None, (0, 0), room, text) for text in texts)
        return wide, max(words, buttons) + 2 * kit.px(_TOP)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons at the right."""
        super().layout(kit, rect)
        wide, high = self.buttons.measure(kit)
        x = rect.right - kit.px(_PAD) - wide
        self.buttons.layout(kit, pygame.Rect(x, rect.centery - high // 2, wide, high))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the strip, its gold edge, the words and the buttons."""
        theme, rect = kit.theme, self.rect
        quiet = self._is_quiet or self._is_folded
        surface.fill(theme.sunken if quiet else theme.paper, rect)
        line = pygame.Rect(rect.x, rect.bottom - 1, rect.width, 1)
        surface.fill(theme.line, line)
        edge = pygame.Rect(rect.x, rect.y, kit.px(_EDGE), rect.height)
        surface.fill(theme.gold, edge)
        surface.fill(theme.ink, pygame.Rect(edge.right, rect.y, max(1, kit.px(1.4)), rect.height))
        room = self._room(kit, rect.width)
        high = self._write(kit, None, (0, 0), room)
        at = (rect.x + kit.px(_EDGE + _PAD), rect.y + max(0, rect.height - high) // 2)
        self._write(kit, surface, at, room)
        self.buttons.draw(surface, kit)

    def on_press(self, at: tuple[int, int], form: "Form") -> None:
        """Nothing: a click on the words does nothing."""

    def _room(self, kit: Kit, width: int) -> int:
        taken = self._widest.measure(kit)[0] + kit.px(_EDGE + 3 * _PAD)
        return max(kit.px(_LEAST_WORDS), width - taken)

    def _write(
        self,
        kit: Kit,
        surface: pygame.Surface | None,
        at: tuple[int, int],
        room: int,
        text: str | None = None,
    ) -> int:
        """Write the words, or only measure them; returns their height in pixels."""
        column = Column(kit, surface, at[0], at[1], room)
        quiet = self._is_quiet or self._is_folded
        column.text(self._head, kit.body(15.5, kit.theme.ink2 if quiet else kit.theme.ink))
        if not self._is_folded:
            column.text(self._text if text is None else text, kit.body(15.5))
        return column.y - at[1]


def _nothing() -> None:
    """What a button does that is only measured."""


def _buttons(
    kit: Kit,
    label: str,
    on_pass: Callable[[], None] | None,
    on_fold: Callable[[], None] | None,
    is_folded: bool,
) -> list[Button]:
    buttons: list[Button] = []
    if on_pass is not None and not is_folded:
        passing = Button(label, on_pass, key=PASS_KEY, size=15)
        passing.name = "guide-ok"
        buttons.append(passing)
    if on_fold is not None:
        word = kit.tr.gettext("Show") if is_folded else kit.tr.gettext("Hide")
        fold = Button(word, on_fold, kind="link", key=HIDE_KEY, size=15)
        fold.name = "guide-hide"
        buttons.append(fold)
    return buttons
