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
from game.ui.screens.doors import help_by_key
from game.ui.screens.sitting import Sitting
from game.ui.text import TextStyle
from game.ui.theme import Metrics, mix
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Group, Widget

_SHAPE, _LEAST_SHAPE = 92, 36
_WHO = ("pass", "name")
"""Lines that the next one belongs to."""


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
        self._foot = Flowing([self._leave, self._off, self._hide], gap=44)
        return Group([self._take, self._why, self._foot])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """One thing below the other; what is left over goes into the gaps between them.

        Where room is short the shape shrinks first, then the explanation goes.
        """
        kit = self.kit
        self._why.visible = not self._explained
        foot = self._place_foot(kit, rect)
        room = foot - rect.y - kit.px(10)
        self._radius = _SHAPE
        while self._total(kit, rect) > room and self._radius > _LEAST_SHAPE:
            self._radius -= 8
        if self._total(kit, rect) > room:
            self._why.visible = False
        parts = self._parts(kit, rect)
        spare = room - sum(high for _, high in parts)
        # The lines that say who is meant belong together.
        shares = [0.15 if name in _WHO else 1.0 for name, _ in parts[:-1]]
        unit = max(kit.px(8), min(kit.px(52), round(spare / max(1.0, sum(shares) + 1))))
        gaps = [max(kit.px(4), round(unit * share)) for share in shares]
        used = sum(high for _, high in parts) + sum(gaps)
        y = rect.y + kit.px(10) + max(0, (room - used) // 2)
        self._tops = {}
        for (name, high), gap in zip(parts, (*gaps, 0), strict=True):
            self._tops[name] = y
            y += high + gap
        self._place_button(kit, rect)
        width = min(kit.px(920), rect.width - kit.px(40))
        if self._why.visible:
            high = self._why.measure(kit, width)[1]
            why = pygame.Rect(0, self._tops["why"], width, high)
            why.centerx = rect.centerx
            self._why.layout(kit, why)

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
        x, tops, room = rect.centerx, self._tops, rect.width - kit.px(40)
        on2 = theme.on2
        kit.text.rich(
            surface, self._moment(), (x, tops["moment"]), room, kit.label(20, on2), "center"
        )
        bright = mix(colour, theme.white, 0.14)
        centre = (x, tops["shape"] + kit.px(self._radius * 1.16))
        kit.glyphs.seat(
            surface, style, centre, self._radius, border=theme.white, border_width=4, colour=bright
        )
        for name, text, look in self._words(kit):
            kit.text.rich(surface, text, (x, tops[name]), room, look, "center")

    def first_focus(self) -> Widget | None:
        """The one button."""
        return self._take

    def on_key(self, event: pygame.event.Event) -> bool:
        """F1 opens the rulebook at its beginning: nothing of the next seat, nor of its phase."""
        return help_by_key(self.app, event, "", self._sitting.session.campaign)

    def _moment(self) -> str:
        sight = self._sitting.sight
        words, view = sight.words, sight.view
        parts = (
            words.text(sight.campaign.title),
            quarter_of(words, max(1, view.quarter)),
            phase_on_ribbon(words, view.phase, view.round),
        )
        return "  ·  ".join(parts)

    def _words(self, kit: Kit) -> list[tuple[str, str, TextStyle]]:
        """The lines in the middle: a name for each, its words, its look."""
        tr, theme = kit.tr, kit.theme
        player = self._sitting.session.seat(self._seat).name
        rows = [
            ("pass", tr.gettext("Pass the laptop to"), kit.body(32, theme.on2)),
            ("name", self._sitting.sight.words.seat(self._seat), kit.number(64, theme.on)),
        ]
        if player:
            said = tr.gettext("Player: {name}").format(name=player)
            rows.append(("player", said, kit.label(24, theme.on2)))
        away = tr.gettext(
            "Everyone else: please look away until the screen says that everybody may look again."
        )
        return [*rows, ("away", away, kit.body(20, theme.on))]

    def _parts(self, kit: Kit, rect: pygame.Rect) -> list[tuple[str, int]]:
        """Everything from the top down, with its height in pixels."""
        room = rect.width - kit.px(40)
        high = {name: kit.text.height(text, look, room) for name, text, look in self._words(kit)}
        moment = kit.text.height(self._moment(), kit.label(20), room)
        parts = [("moment", moment), ("shape", kit.px(self._radius * 2.32))]
        parts += [(name, high[name]) for name in ("pass", "name", "player") if name in high]
        parts += [("button", self._button_size(kit, rect)[1]), ("away", high["away"])]
        if self._why.visible:
            width = min(kit.px(920), room)
            parts.append(("why", self._why.measure(kit, width)[1]))
        return parts

    def _total(self, kit: Kit, rect: pygame.Rect) -> int:
        parts = self._parts(kit, rect)
        return sum(high for _, high in parts) + kit.px(8) * (len(parts) - 1)

    def _button_size(self, kit: Kit, rect: pygame.Rect) -> tuple[int, int]:
        wide, high = self._take.measure(kit, rect.width - kit.px(40))
        return max(wide, min(kit.px(520), rect.width - kit.px(40))), max(high, kit.px(64))

    def _place_button(self, kit: Kit, rect: pygame.Rect) -> None:
        button = pygame.Rect((0, self._tops["button"]), self._button_size(kit, rect))
        button.centerx = rect.centerx
        self._take.layout(kit, button)

    def _place_foot(self, kit: Kit, rect: pygame.Rect) -> int:
        """Place the small print at the bottom; returns its top."""
        width = rect.width - kit.px(40)
        wide, high = self._foot.measure(kit, width)
        place = pygame.Rect(0, rect.bottom - kit.px(26) - high, wide, high)
        place.centerx = rect.centerx
        self._foot.layout(kit, place)
        return place.top - kit.px(12)

    def _reveal(self) -> None:
        self._on_reveal(self._seat)
        self.app.pop("revealed")

    def _hide_text(self, on: bool) -> None:
        self.app.settings = replace(self.app.settings, curtain_explained=on)
        self._explained = on
        self.rebuild()

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
