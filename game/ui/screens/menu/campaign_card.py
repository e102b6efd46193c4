"""The card of a campaign: a piece of its map, what it trains, who sits at it, and Start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.content.problems import Problem
from game.ui.kit import Kit
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.column import Column
from game.ui.widgets.marks import ChipLook, chip, chip_width
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.content.campaign import Campaign
    from game.narrate.words import Words

MAP_HEIGHT = 106
_PAD = 20
_MOST_PROBLEMS = 4


class CampaignCard(Widget):
    """A campaign that can be played. `strip` is a picture of its map, made when there is time."""

    def __init__(
        self,
        campaign: Campaign,
        words: Words,
        on_start: Callable[[], None],
        on_cards: Callable[[], None],
        *,
        is_first: bool,
    ) -> None:
        super().__init__()
        self.name = f"campaign-{campaign.id}"
        self.campaign = campaign
        self.words = words
        self.strip: pygame.Surface | None = None
        start = Button(
            words.say("Start here") if is_first else words.say("Start"),
            on_start,
            kind="primary" if is_first else "normal",
            size=17,
        )
        start.name = f"start-{campaign.id}"
        cards = Button(words.say("Cards"), on_cards, size=16)
        cards.name = f"cards-{campaign.id}"
        self.buttons = Flowing([cards, start], gap=10, align="right")

    def children(self) -> tuple[Widget, ...]:
        """The buttons."""
        return (self.buttons,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as its objectives need."""
        wide = width or kit.px(494)
        column = Column(kit, None, 0, 0, wide - 2 * kit.px(_PAD))
        self._write(column)
        foot = self.buttons.measure(kit, wide - 2 * kit.px(_PAD))[1]
        return wide, kit.px(MAP_HEIGHT) + column.y + foot + kit.px(44)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the buttons at the foot."""
        super().layout(kit, rect)
        pad = kit.px(_PAD)
        seats = kit.px(38) * len(self.campaign.seats)
        room = rect.width - 2 * pad - seats
        high = self.buttons.measure(kit, room)[1]
        place = pygame.Rect(rect.x + pad + seats, rect.bottom - kit.px(12) - high, room, high)
        self.buttons.layout(kit, place)

    def map_size(self, kit: Kit) -> tuple[int, int]:
        """Width and height of its strip of map, in pixels."""
        return self.rect.width, kit.px(MAP_HEIGHT)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the card."""
        theme, rect = kit.theme, self.rect
        kit.paint.panel(surface, rect, radius=8, level=1)
        self._draw_map(surface, kit)
        top = rect.y + kit.px(MAP_HEIGHT) + kit.px(12)
        pad = kit.px(_PAD)
        self._write(Column(kit, surface, rect.x + pad, top, rect.width - 2 * pad))
        line = self.buttons.rect.y - kit.px(11)
        kit.paint.rule(surface, (rect.x + pad, line), rect.width - 2 * pad, theme.line)
        x = rect.x + pad + kit.px(16)
        for seat in self.campaign.seats:
            kit.glyphs.seat(surface, seat.style, (x, self.buttons.rect.centery), 12)
            x += kit.px(38)
        self.buttons.draw(surface, kit)

    def _draw_map(self, surface: pygame.Surface, kit: Kit) -> None:
        theme = kit.theme
        place = pygame.Rect(self.rect.topleft, self.map_size(kit))
        if self.strip is not None and self.strip.get_size() == place.size:
            surface.blit(self.strip, place)
        else:
            kit.paint.box(surface, place, theme.sea, 8, corners="top")
        line = max(1, kit.px(1.5))
        surface.fill(theme.ink, pygame.Rect(place.x, place.bottom - line, place.width, line))
        dark = ChipLook(theme.slate, theme.on, size=14.5, height=27)
        number = str(self.campaign.frame.number)
        box = pygame.Rect(place.x + kit.px(12), place.y + kit.px(12), kit.px(30), kit.px(27))
        kit.paint.box(surface, box, theme.slate, 5)
        kit.text.draw(surface, number, box.center, kit.number(16, theme.on), "center")
        tag = self.words.text(self.campaign.frame.tag)
        x = place.right - kit.px(12) - chip_width(kit, tag, dark)
        chip(surface, kit, (x, box.centery), tag, dark)

    def _write(self, column: Column) -> None:
        kit, frame, words = column.kit, self.campaign.frame, self.words
        length = words.many(
            "{short}–{long} min, {number} quarter",
            "{short}–{long} min, {number} quarters",
            frame.quarters,
            short=frame.minutes[0],
            long=frame.minutes[1],
        )
        style = kit.title(16, kit.theme.ink2)
        wide = kit.text.width(length, style) + kit.px(28)
        title = words.text(frame.title)
        beside = kit.text.width(title, kit.number(26)) + wide + kit.px(12) <= column.width
        top = column.y
        column.text(title, kit.number(26))
        row = top if beside else column.y
        if column.surface is not None:
            middle = row + kit.text.line_height(kit.number(26) if beside else style) // 2
            x = column.right - wide if beside else column.left
            kit.glyphs.draw(column.surface, "clock", (x + kit.px(9), middle), 17, kit.theme.ink2)
            kit.text.draw(column.surface, length, (x + kit.px(24), middle), style)
        if not beside:
            column.y += kit.text.line_height(style)
        column.gap(4)
        for objective in frame.objectives:
            self._bullet(column, words.text(objective.text))
        column.gap(10)

    def _bullet(self, column: Column, text: str) -> None:
        kit = column.kit
        style = kit.body(16)
        top = column.y
        column.text(text, style, indent=kit.px(18))
        if column.surface is not None:
            middle = top + kit.text.line_height(style) // 2
            centre = (column.left + kit.px(5), middle)
            kit.glyphs.draw(column.surface, "dot", centre, 8, kit.theme.ink)
        column.gap(2)


class BrokenCard(Widget):
    """A campaign whose folder cannot be read: what is wrong, where, and how to mend it."""

    def __init__(self, folder: str, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.folder = folder
        self.problems = tuple(problems)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as the first problems need."""
        wide = width or kit.px(494)
        column = Column(kit, None, 0, 0, wide - 2 * kit.px(_PAD))
        self._write(column)
        return wide, column.y + 2 * kit.px(18)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel and the problems."""
        kit.paint.panel(surface, self.rect, radius=8, border=kit.theme.worse, level=1)
        pad = kit.px(_PAD)
        left, top = self.rect.x + pad, self.rect.y + kit.px(18)
        self._write(Column(kit, surface, left, top, self.rect.width - 2 * pad))

    def _write(self, column: Column) -> None:
        kit, tr = column.kit, column.kit.tr
        top = column.y
        column.text(self.folder, kit.number(24), indent=kit.px(32))
        if column.surface is not None:
            centre = (column.left + kit.px(12), top + kit.px(16))
            kit.glyphs.draw(column.surface, "warning", centre, 24, kit.theme.ink, kit.theme.gold)
        count = len(self.problems)
        said = tr.ngettext(
            "This campaign cannot be played: {number} problem.",
            "This campaign cannot be played: {number} problems.",
            count,
        )
        column.text(said.format(number=count), kit.title(16))
        for problem in self.problems[:_MOST_PROBLEMS]:
            column.gap(6)
            place = tr.gettext("{file}, line {line}").format(file=problem.file, line=problem.line)
            column.text(place if problem.line else problem.file, kit.label(14))
            column.text(problem.says.text(tr), kit.body(15))
            if problem.fix is not None:
                column.text(problem.fix.text(tr), kit.body(15, kit.theme.ink2))
        if count > _MOST_PROBLEMS:
            column.gap(6)
            more = tr.gettext("See all of them with: nadc check {folder}")
            column.text(more.format(folder=self.folder), kit.label(14))


class ReadingCard(Widget):
    """A campaign that is still being read."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The height of a usual card."""
        return width or kit.px(494), kit.px(306)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw an empty card that names what it waits for."""
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        place = pygame.Rect(self.rect.x, self.rect.y, self.rect.width, kit.px(MAP_HEIGHT))
        kit.paint.box(surface, place, kit.theme.sea, 8, corners="top")
        text = kit.tr.gettext("Reading {folder}").format(folder=self.folder)
        at = (self.rect.x + kit.px(_PAD), place.bottom + kit.px(30))
        kit.text.draw(surface, text, at, kit.body(16, kit.theme.ink2))
