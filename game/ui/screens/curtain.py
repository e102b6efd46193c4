"""The curtain: an opaque screen between two seats, drawn before anything of the next one exists.

It is made from the campaign and the table's own knowledge alone.
"""

from collections.abc import Callable
from dataclasses import replace

import pygame

from game.model.ids import SeatIx
from game.narrate.things.phases import phase_on_ribbon, quarter_of
from game.ui.app import App
from game.ui.kit import Kit
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics, mix
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Group, Widget

_SHAPE = 92


class CurtainScreen(FormScreen):
    """Asks one seat to take the laptop; `on_reveal` is told when it has."""

    def __init__(
        self, app: App, sitting: Sitting, seat: SeatIx, on_reveal: Callable[[SeatIx], None]
    ) -> None:
        super().__init__(app)
        self._sitting = sitting
        self._seat = seat
        self._on_reveal = on_reveal
        self._explained = app.settings.curtain_explained

    @property
    def title(self) -> str:
        """The campaign's title alone."""
        return self._sitting.sight.words.text(self._sitting.session.campaign.title)

    def build(self) -> Widget:
        """One button, the reason for this screen, and what may be switched off."""
        tr = self.kit.tr
        name = self._sitting.sight.words.seat(self._seat)
        self._take = Button(
            tr.gettext("I am {seat}, show my board").format(seat=name),
            self._reveal,
            kind="primary",
            key="Enter",
            size=24,
        )
        self._take.name = "reveal"
        self._why = WhyThisScreen(self.kit)
        self._why.visible = not self._explained
        self._hide = Checkbox(
            tr.gettext("Hide this text next time"), self._explained, self._hide_text, dark=True
        )
        self._hide.name = "hide-text"
        self._off = Checkbox(
            tr.gettext("No curtain in this sitting"), False, self._switch_off, dark=True
        )
        self._off.name = "no-curtain"
        self._leave = Button(tr.gettext("Leave to the menu"), self._go, kind="dark", size=16)
        self._leave.name = "leave"
        return Group([self._take, self._why, self._hide, self._off, self._leave])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Everything in the middle, the small print at the bottom."""
        kit = self.kit
        wide, high = self._take.measure(kit, rect.width - kit.px(40))
        wide = max(wide, min(kit.px(520), rect.width - kit.px(40)))
        high = max(high, kit.px(72))
        self._top, self._name_y = self._heights(kit, rect)
        button = pygame.Rect(0, self._button_top(kit, rect), wide, high)
        button.centerx = rect.centerx
        self._take.layout(kit, button)
        width = min(kit.px(920), rect.width - kit.px(40))
        why = pygame.Rect(0, button.bottom + kit.px(62), width, self._why.measure(kit, width)[1])
        why.centerx = rect.centerx
        self._why.layout(kit, why)
        self._place_foot(kit, rect)

    def paint(self, surface: pygame.Surface) -> None:
        """The whole screen is covered first."""
        kit, theme = self.kit, self.kit.theme
        sight = self._sitting.sight
        rect = surface.get_rect()
        surface.fill(theme.slate)
        style = sight.campaign.seats[self._seat].style
        colour = theme.seat(style).colour
        band = kit.px(10)
        surface.fill(colour, pygame.Rect(0, 0, rect.width, band))
        surface.fill(colour, pygame.Rect(0, rect.bottom - band, rect.width, band))
        x = rect.centerx
        kit.text.draw(surface, self._moment(), (x, kit.px(52)), kit.label(20, theme.on2), "center")
        bright = mix(colour, theme.white, 0.14)
        centre = (x, self._top + kit.px(_SHAPE))
        kit.glyphs.seat(
            surface, style, centre, _SHAPE, border=theme.white, border_width=4, colour=bright
        )
        y = self._name_y
        words = kit.tr.gettext("Pass the laptop to")
        kit.text.draw(surface, words, (x, y), kit.body(32, theme.on2), "center")
        name = sight.words.seat(self._seat)
        kit.text.draw(surface, name, (x, y + kit.px(58)), kit.number(64, theme.on), "center")
        player = self._sitting.session.seat(self._seat).name
        if player:
            said = kit.tr.gettext("Player: {name}").format(name=player)
            at = (x, y + kit.px(114))
            kit.text.draw(surface, said, at, kit.label(24, theme.on2), "center")
        say = kit.tr.gettext("Everyone else: please look away until the board is covered again.")
        at = (x, self._take.rect.bottom + kit.px(32))
        style_on = kit.body(20, theme.on)
        room = rect.width - kit.px(40)
        kit.text.rich(surface, say, (x, at[1] - kit.px(12)), room, style_on, "center")

    def first_focus(self) -> Widget | None:
        """The one button."""
        return self._take

    def _moment(self) -> str:
        sight = self._sitting.sight
        words, view = sight.words, sight.view
        parts = (
            words.text(sight.campaign.title),
            quarter_of(words, max(1, view.quarter)),
            phase_on_ribbon(words, view.phase, view.round),
        )
        return "    ".join(parts)

    def _heights(self, kit: Kit, rect: pygame.Rect) -> tuple[int, int]:
        """The top of the shape, and the line above the name."""
        spare = max(0, rect.height - kit.px(940))
        top = kit.px(88) + spare // 4
        return top, top + kit.px(2 * _SHAPE + 66)

    def _button_top(self, kit: Kit, rect: pygame.Rect) -> int:
        player = self._sitting.session.seat(self._seat).name
        return self._name_y + kit.px(150 if player else 112)

    def _place_foot(self, kit: Kit, rect: pygame.Rect) -> None:
        y = rect.bottom - kit.px(26)
        parts: list[Widget] = [self._leave, self._off, self._hide]
        sizes = [part.measure(kit) for part in parts]
        gap = kit.px(48)
        x = rect.centerx - (sum(size[0] for size in sizes) + gap * (len(parts) - 1)) // 2
        for part, (wide, high) in zip(parts, sizes, strict=True):
            part.layout(kit, pygame.Rect(x, y - high, wide, high))
            x += wide + gap

    def _reveal(self) -> None:
        self._on_reveal(self._seat)
        self.app.pop("revealed")

    def _hide_text(self, on: bool) -> None:
        self.app.settings = replace(self.app.settings, curtain_explained=on)
        self._explained = on
        self._why.visible = not on

    def _switch_off(self, off: bool) -> None:
        self._sitting.session.set_curtains(not off)

    def _go(self) -> None:
        self.app.pop_to_root()


class WhyThisScreen(Widget):
    """Two lines that say what the curtain is for."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        tr = kit.tr
        self._head = tr.gettext("Why this screen")
        self._text = tr.gettext(
            "This seat has hidden pieces and secret plays. Nothing of its board is drawn until "
            "you confirm: no map, log, tooltip or undo list."
        )

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Head and text beside the eye."""
        wide = width or kit.px(920)
        text = kit.text.height(self._text, kit.body(18), wide - kit.px(124))
        return wide, text + kit.px(64)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        if not self.visible:
            return
        theme, rect = kit.theme, self.rect
        kit.paint.box(surface, rect, theme.slate2, 10)
        eye = (rect.x + kit.px(48), rect.centery)
        kit.glyphs.draw(surface, "eye", eye, 44, theme.on, theme.slate2)
        x = rect.x + kit.px(96)
        kit.text.draw(surface, self._head, (x, rect.y + kit.px(28)), kit.title(19, theme.on))
        at = (x, rect.y + kit.px(42))
        kit.text.rich(surface, self._text, at, rect.width - kit.px(124), kit.body(18, theme.on2))
