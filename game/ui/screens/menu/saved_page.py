"""What is known of one saved sitting: where it stands, who sits where, or why it is unreadable."""

from dataclasses import dataclass

import pygame

from game.content.campaign import Campaign
from game.narrate.language import Translator
from game.narrate.things.phases import PHASES
from game.play.form import Header, SeatSetup
from game.play.shelf import Saved, local_time
from game.ui.kit import Kit
from game.ui.screens.menu.entries import ago, seat_name, title_of
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

_INDENT = 150


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat's look, its name, and who plays it."""

    style: str
    name: str
    player: str


def where(header: Header, tr: Translator, campaign: Campaign | None = None) -> str:
    """The campaign, and where in it a sitting stands."""
    title = title_of(header, campaign, tr)
    if header.over:
        return tr.gettext("{campaign}, finished").format(campaign=title)
    phase = tr.gettext(PHASES[header.phase].title) if header.phase in PHASES else header.phase
    return tr.gettext("{campaign}, quarter {quarter} of {quarters}, {phase}").format(
        campaign=title,
        quarter=max(1, header.quarter),
        quarters=header.quarters,
        phase=phase,
    )


def seat_lines(header: Header, campaign: Campaign | None, tr: Translator) -> list[SeatLine]:
    """Who sits where; names are taken from the ids while the campaign has not been read."""
    return [_seat_line(setup, campaign, tr) for setup in header.seats]


def _seat_line(setup: SeatSetup, campaign: Campaign | None, tr: Translator) -> SeatLine:
    style = ""
    if campaign is not None and setup.seat in campaign.seat_ix:
        style = campaign.seats[campaign.seat_ix[setup.seat]].style
    return SeatLine(style, seat_name(setup.seat, campaign, tr), _player(setup, campaign, tr))


def _player(setup: SeatSetup, campaign: Campaign | None, tr: Translator) -> str:
    if setup.name:
        return setup.name
    if setup.is_person:
        return tr.gettext("facilitator") if setup.player == "white" else tr.gettext("person")
    bots = campaign.bots if campaign is not None else ()
    named = next((bot.title for bot in bots if bot.id == setup.player), "")
    return tr.gettext("computer: {bot}").format(bot=named or setup.player.replace("-", " "))


class SavedPage(Widget):
    """The page of one sitting; `campaign` is None while it has not been read."""

    def __init__(self, saved: Saved | None, campaign: Campaign | None) -> None:
        super().__init__()
        self.saved = saved
        self.campaign = campaign

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as what is said of it."""
        wide = kit.px(560) if width is None else width
        column = Column(kit, None, 0, 0, wide)
        self._write(column)
        return wide, column.y

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Write the page."""
        self._write(Column(kit, surface, self.rect.x, self.rect.y, self.rect.width))

    def _write(self, column: Column) -> None:
        kit, saved = column.kit, self.saved
        if saved is None:
            return
        column.text(saved.name, kit.number(26))
        column.gap(8)
        if saved.trouble is None and saved.header is not None:
            self._write_header(column, saved.header)
        elif saved.trouble is not None:
            for sentence in (saved.trouble.what, saved.trouble.why, saved.trouble.now):
                column.text(sentence.text(kit.tr), kit.body(17))
                column.gap(8)

    def _write_header(self, column: Column, header: Header) -> None:
        kit, tr = column.kit, column.kit.tr
        column.text(where(header, tr, self.campaign), kit.title(18, kit.theme.ink2))
        column.gap(12)
        if header.awaits and not header.over:
            name = seat_name(header.awaits[0], self.campaign, tr)
            self._pair(column, tr.gettext("Next to act"), name)
        self._pair(column, tr.gettext("Saved"), ago(header.saved, tr))
        begun = local_time(header.started)
        if begun is not None:
            self._pair(column, tr.gettext("Begun"), f"{begun:%Y-%m-%d %H:%M}")
        column.gap(6)
        column.rule(kit.theme.line)
        column.gap(10)
        for line in seat_lines(header, self.campaign, tr):
            self._seat(column, line)

    def _pair(self, column: Column, word: str, value: str) -> None:
        kit = column.kit
        indent = max(kit.px(_INDENT), kit.text.width(word, kit.label(16)) + kit.px(14))
        column.pair(word, value, kit.label(16), kit.title(16.5), indent)
        column.gap(5)

    def _seat(self, column: Column, line: SeatLine) -> None:
        kit, top = column.kit, column.y
        indent = kit.px(38)
        said = kit.tr.gettext("{seat}: {who}").format(seat=f"**{line.name}**", who=line.player)
        column.text(said, kit.body(17), indent=indent)
        high = max(column.y - top, kit.px(30))
        if column.surface is not None and line.style:
            centre = (column.left + kit.px(14), top + kit.text.line_height(kit.body(17)) // 2)
            kit.glyphs.seat(column.surface, line.style, centre, 12)
        column.y = top + high + kit.px(4)
