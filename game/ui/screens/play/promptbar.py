"""The bar in the seat's colour: whose turn it is, what to do in one sentence, and its buttons."""

from collections.abc import Sequence

import pygame

from game.narrate.choices.prompts import Prompt
from game.ui.kit import Kit
from game.ui.text import Paragraph, TextStyle
from game.ui.theme import mix
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget

HEIGHT = 46
_SENTENCE, _LONG_SENTENCE = 19.5, 17
_MOST_LINES = 2


class PromptBar(Widget):
    """Seat, lead and sentence; grows by a line where the sentence needs one."""

    def __init__(
        self,
        style: str,
        seat: str,
        prompt: Prompt,
        buttons: Sequence[Button],
        player: str = "",
        more: str = "",
    ) -> None:
        super().__init__(group="prompt")
        self.style = style
        self.seat = seat
        self.player = player
        self.prompt = prompt
        self.more = more
        """What is said besides, where that needs no line of its own."""
        self.buttons = Flowing(list(buttons), gap=10, align="right", group="prompt")

    def children(self) -> tuple[Widget, ...]:
        """The buttons."""
        return (self.buttons,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line where it fits, more where it does not."""
        wide = width or kit.metrics.width
        room, buttons = self._shares(kit, wide)
        words = self._sentence(kit, room).height
        row = self.buttons.measure(kit, buttons)[1] if self.buttons.widgets else 0
        stacked = buttons >= wide - 2 * kit.px(14)
        inner = words + row + kit.px(6) if stacked else max(words, row)
        return wide, max(kit.px(HEIGHT), inner + kit.px(12))

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons at the right, or below."""
        super().layout(kit, rect)
        _, width = self._shares(kit, rect.width)
        high = self.buttons.measure(kit, width)[1] if self.buttons.widgets else 0
        stacked = width >= rect.width - 2 * kit.px(14)
        y = rect.bottom - kit.px(6) - high if stacked else rect.centery - high // 2
        self.buttons.layout(kit, pygame.Rect(rect.right - kit.px(14) - width, y, width, high))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the bar."""
        theme, rect = kit.theme, self.rect
        colour = theme.seat(self.style).colour
        surface.fill(colour, rect)
        room, width = self._shares(kit, rect.width)
        words = self._sentence(kit, room)
        stacked = width >= rect.width - 2 * kit.px(14)
        middle = rect.y + kit.px(6) + words.height // 2 if stacked else rect.centery
        kit.glyphs.seat(surface, self.style, (rect.x + kit.px(30), middle), 14, inverted=True)
        x = rect.x + kit.px(56)
        x += kit.text.draw(surface, self.seat, (x, middle), self._name(kit)) + kit.px(16)
        line = pygame.Rect(x, middle - kit.px(13), max(1, kit.px(1.5)), kit.px(26))
        surface.fill(mix(colour, theme.white, 0.5), line)
        at = (x + kit.px(16), middle - words.height // 2)
        kit.text.draw_paragraph(surface, words, at)
        self.buttons.draw(surface, kit)

    def _name(self, kit: Kit) -> TextStyle:
        return kit.number(23, kit.theme.white)

    def _sentence(self, kit: Kit, room: int) -> Paragraph:
        text = self.prompt.text
        if self.prompt.lead:
            text = f"**{self.prompt.lead}** {text}"
        style = kit.body(_SENTENCE, kit.theme.white)
        whole = kit.text.wrap(f"{text} {self.more}".rstrip(), style, room)
        if len(whole.lines) == 1:
            return whole
        words = kit.text.wrap(text, style, room)
        if len(words.lines) <= _MOST_LINES:
            return words
        # Large text in a small window: the map needs the third line more.
        return kit.text.wrap(text, kit.body(_LONG_SENTENCE, kit.theme.white), room)

    def _shares(self, kit: Kit, width: int) -> tuple[int, int]:
        """The room of the sentence and of the buttons; both wide where one stands below."""
        left = kit.px(56 + 16 + 16) + kit.text.width(self.seat, self._name(kit))
        whole = width - left - kit.px(14)
        if not self.buttons.widgets:
            return whole, 0
        buttons = self.buttons.measure(kit)[0]
        room = whole - buttons - kit.px(18)
        if room < kit.px(300) and room < whole // 2:
            return whole, width - 2 * kit.px(14)
        return room, buttons
