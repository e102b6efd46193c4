"""The bar that offers to go on where the last sitting stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.narrate.language import Translator
from game.narrate.things.phases import PHASES
from game.play.form import Header
from game.ui.kit import Kit
from game.ui.screens.menu.entries import ago, seat_name, title_of
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.content.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of the bar; `label` is on the button that goes on."""

    heading: str
    title: str
    detail: str
    label: str


def saying(header: Header, campaign: Campaign | None, tr: Translator) -> Saying:
    """What is said of a sitting in which something waits; `campaign` is None while it has not been
    read.

    Of a finished one nothing is told but that its end is still to be seen.
    """
    when, name = ago(header.saved, tr), title_of(header, campaign, tr)
    if header.over:
        return Saying(
            tr.gettext("The end is still to be seen"),
            tr.gettext("{campaign}, finished").format(campaign=name),
            tr.gettext("Saved {ago}, nothing was lost.").format(ago=when),
            tr.gettext("See the ending"),
        )
    phase = tr.gettext(PHASES[header.phase].title) if header.phase in PHASES else ""
    title = tr.gettext("{campaign}, quarter {quarter}, {phase}").format(
        campaign=name, quarter=max(1, header.quarter), phase=phase
    )
    if header.awaits:
        # The table goes on with the first of several; more names would say less.
        seat = seat_name(header.awaits[0], campaign, tr)
        said = tr.gettext("Next to act: {seat}. Saved {ago}, nothing was lost.")
        detail = said.format(seat=seat, ago=when)
    else:
        detail = tr.gettext("Saved {ago}, nothing was lost.").format(ago=when)
    return Saying(tr.gettext("Resume at this decision"), title, detail, tr.gettext("Resume"))


class ResumeBar(Widget):
    """The sitting played last: where it stands, who is next, when it was saved."""

    def __init__(
        self,
        saying: Saying,
        on_resume: Callable[[], None],
        on_others: Callable[[], None],
        kit: Kit,
    ) -> None:
        super().__init__()
        self.heading = saying.heading
        self.title = saying.title
        self.detail = saying.detail
        resume = Button(saying.label, on_resume, kind="primary", key="R", size=19)
        resume.name = "resume"
        others = Button(kit.tr.gettext("Other saves"), on_others, size=18)
        self.buttons = Flowing([resume, others], gap=16)

    def children(self) -> tuple[Widget, ...]:
        """The buttons."""
        return (self.buttons,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The words, and the buttons beside or below them."""
        wide = width or kit.px(1520)
        words, beside = self._shares(kit, wide)
        high = self._words_height(kit, words)
        row = self.buttons.measure(kit, wide - 2 * kit.px(22))[1]
        inner = max(high, row) if beside else high + kit.px(12) + row
        return wide, max(kit.px(100), inner + 2 * kit.px(18))

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons."""
        super().layout(kit, rect)
        beside = self._shares(kit, rect.width)[1]
        wide, high = self.buttons.measure(kit, rect.width - 2 * kit.px(22))
        if beside:
            place = pygame.Rect(rect.right - kit.px(22) - wide, 0, wide, high)
            place.centery = rect.centery
        else:
            place = pygame.Rect(rect.x + kit.px(90), rect.bottom - kit.px(18) - high, wide, high)
        self.buttons.layout(kit, place)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel with its gold edge, the words and the buttons."""
        theme, rect = kit.theme, self.rect
        kit.paint.panel(surface, rect, radius=8, level=1)
        edge = pygame.Rect(rect.x, rect.y, kit.px(10), rect.height)
        kit.paint.box(surface, edge, theme.gold, 8, corners="left")
        words, beside = self._shares(kit, rect.width)
        high = self._words_height(kit, words)
        y = rect.centery - high // 2 if beside else rect.y + kit.px(18)
        centre = (rect.x + kit.px(52), y + high // 2)
        kit.glyphs.draw(surface, "clock", centre, 40, theme.ink)
        x = rect.x + kit.px(90)
        y = kit.text.rich(surface, self.heading, (x, y), words, kit.title(16, theme.ink2))
        y = kit.text.rich(surface, self.title, (x, y), words, kit.number(24))
        kit.text.rich(surface, self.detail, (x, y), words, kit.body(17, theme.ink2))
        self.buttons.draw(surface, kit)

    def _words_height(self, kit: Kit, width: int) -> int:
        high = kit.text.height(self.heading, kit.title(16), width)
        high += kit.text.height(self.title, kit.number(24), width)
        return high + kit.text.height(self.detail, kit.body(17), width)

    def _shares(self, kit: Kit, width: int) -> tuple[int, bool]:
        """The room of the words, and whether the buttons stand beside them."""
        buttons = self.buttons.measure(kit)[0]
        room = width - kit.px(90) - kit.px(22)
        beside = room - buttons - kit.px(20)
        return (beside, True) if beside >= kit.px(330) else (room, False)
