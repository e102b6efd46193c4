"""What one seat alone may read of its own turn, before it hands the laptop on."""

import pygame

from game.model.ids import SeatIx
from game.narrate.line import Line
from game.ui.app import App
from game.ui.screens.doors import help_by_key
from game.ui.screens.frame import Head, margin
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Passage, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget


class PrivateScreen(FormScreen):
    """The lines of a turn that only its seat may read; one button covers them for good."""

    def __init__(self, app: App, sitting: Sitting, seat: SeatIx, lines: list[Line]) -> None:
        super().__init__(app)
        self._sitting = sitting
        self._seat = seat
        self._lines = lines

    @property
    def title(self) -> str:
        """The campaign's title alone."""
        return self._sitting.sight.words.text(self._sitting.session.campaign.title)

    def build(self) -> Widget:
        """The lines and the button."""
        tr = self.kit.tr
        seat = self._sitting.sight.words.seat(self._seat)
        self._head = Head(seat, tr.gettext("Your turn is done. Only you may read this."))
        self._text = ScrollView(TextBlock([Passage(line.in_rows) for line in self._lines]))
        self._done = Button(
            tr.gettext("Done, cover the screen"), self.app.pop, kind="primary", key="Enter", size=20
        )
        self._done.name = "done"
        return Group([self._done, self._head, self._text])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The lines in a readable width, the button below them."""
        kit = self.kit
        side = margin(kit, rect)
        high = self._head.measure(kit, rect.width)[1]
        self._head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        width = min(kit.px(900), rect.width - 2 * side)
        wide, low = self._done.measure(kit)
        room = rect.height - high - low - kit.px(90)
        wanted = min(room, self._text.measure(kit, width)[1])
        top = high + kit.px(36)
        self._text.layout(kit, pygame.Rect(side, top, width, wanted))
        self._done.layout(kit, pygame.Rect(side, top + wanted + kit.px(28), wide, low))

    def on_key(self, event: pygame.event.Event) -> bool:
        """F1 opens the rulebook at the phase of the turn."""
        phase = self._lines[-1].phase
        return help_by_key(self.app, event, phase, self._sitting.session.campaign)

    def paint(self, surface: pygame.Surface) -> None:
        """Plain ground with the seat's colour along the top."""
        surface.fill(self.kit.theme.screen)

    def draw(self, surface: pygame.Surface) -> None:
        """The page, then a band in the seat's colour."""
        super().draw(surface)
        style = self._sitting.session.campaign.seats[self._seat].style
        band = pygame.Rect(0, 0, surface.get_width(), self.kit.px(8))
        surface.fill(self.kit.theme.seat(style).colour, band)
