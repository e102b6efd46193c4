"""The first screen: resume, the campaigns, and the way to everything else."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.narrate.language import translator
from game.play.shelf import Saved, Shelf
from game.resources import saves_dir
from game.ui.app import App
from game.ui.screens.doors import (
    open_cards,
    open_credits,
    open_help,
    open_saved,
    open_saves,
    open_settings,
    open_setup,
)
from game.ui.screens.frame import Footer, Head, margin
from game.ui.screens.menu.campaign_card import BrokenCard, CampaignCard, ReadingCard
from game.ui.screens.menu.entries import CampaignEntry, Campaigns
from game.ui.screens.menu.grid import Grid
from game.ui.screens.menu.heading import Heading
from game.ui.screens.menu.leavings import Leavings
from game.ui.screens.menu.resume_bar import ResumeBar, saying
from game.ui.screens.menu.strips import MapStrips
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Stacked
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget

if TYPE_CHECKING:
    from game.content.campaign import Campaign


class MenuScreen(FormScreen):
    """The menu. `extra` are campaign folders outside the shipped ones."""

    def __init__(self, app: App, extra: tuple[Path, ...] = ()) -> None:
        super().__init__(app)
        self.campaigns = Campaigns(extra)
        self.shelf = Shelf(saves_dir())
        self.latest: Saved | None = self.shelf.latest()
        self._strips = MapStrips()
        self._cards: list[CampaignCard] = []
        self._is_touched = False
        self._leavings = Leavings()

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Coalition Shield")

    def build(self) -> Widget:
        """The head, the scrolled middle, and the footer."""
        tr = self.kit.tr
        self.head = Head(
            tr.gettext("Coalition Shield"),
            tr.gettext("A training wargame on trafficking, extremism and partners who must agree."),
            self._head_buttons(),
            size=40,
        )
        self.body = ScrollView(Stacked(self._body(), gap=18))
        hints = (
            ("Tab", tr.gettext("next")),
            ("Enter", tr.gettext("choose")),
            ("F1", tr.gettext("help")),
            ("Ctrl +", tr.gettext("bigger text")),
        )
        text = tr.gettext("Every campaign is a folder of plain text files that you can change.")
        self.footer = Footer(text, hints)
        return Group([self.body, self.head, self.footer])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Head on top, footer at the bottom, the rest scrolls between them."""
        kit = self.kit
        high = self.head.measure(kit, rect.width)[1]
        low = self.footer.measure(kit, rect.width)[1]
        side = margin(kit, rect)
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        self.footer.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        top = high + kit.px(16)
        room = pygame.Rect(side, top, rect.width - 2 * side + kit.px(10), rect.height - top - low)
        self.body.layout(kit, room)

    def paint(self, surface: pygame.Surface) -> None:
        """Plain ground."""
        surface.fill(self.kit.theme.screen)

    def first_focus(self) -> Widget | None:
        """Resume where there is something to resume, else Start of the beginners' campaign."""
        named = {widget.name: widget for widget in self.body.descendants()}
        starts = [widget for name, widget in named.items() if name.startswith("start-")]
        return named.get("resume") or next(iter(starts), None)

    def handle(self, event: pygame.event.Event) -> bool:
        """As every form; from the first key or click on the focus is the user's."""
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._is_touched = True
        return super().handle(event)

    def idle(self, budget_ms: float) -> bool:
        """Read one campaign that has not been read, then show it; draw the maps after the last."""
        self._leavings.clear()
        if all(entry.is_read for entry in self.campaigns):
            return self._draw_maps(budget_ms)
        self.campaigns.read_next()
        self.rebuild()
        if not self._is_touched:
            self.form.give_focus(self.first_focus() or self.form.focus)
        return True

    def on_key(self, event: pygame.event.Event) -> bool:
        """Help on F1."""
        if event.key == pygame.K_F1:
            open_help(self.app)
            return True
        return False

    def on_return(self, result: object) -> None:
        """Look for saves again: something may have been played or deleted.

        Whatever the last seat read, the menu speaks the user's own language.
        """
        self._leavings.come()
        self.app.present(translator=translator(self.app.settings.language))
        self.latest = self.shelf.latest()
        self.rebuild()

    def _head_buttons(self) -> list[Widget]:
        tr = self.kit.tr
        rows = (
            ("saves", tr.gettext("Saves"), partial(open_saves, self.app)),
            ("help", tr.gettext("Help"), partial(open_help, self.app)),
            ("settings", tr.gettext("Settings"), partial(open_settings, self.app)),
            ("credits", tr.gettext("Credits"), partial(open_credits, self.app)),
            ("quit", tr.gettext("Quit"), self.app.quit),
        )
        buttons: list[Widget] = []
        for name, label, act in rows:
            button = Button(label, act, kind="dark", size=18)
            button.name = name
            buttons.append(button)
        return buttons

    def _body(self) -> list[Widget]:
        tr = self.kit.tr
        parts: list[Widget] = []
        if self.latest is not None and self.latest.header is not None:
            parts.append(self._resume_bar(self.latest))
        start = tr.gettext("Start with First Light if the group is new.")
        parts.append(Heading(tr.gettext("Campaigns"), start))
        self._cards.clear()
        parts.append(Grid([self._card(entry) for entry in self.campaigns]))
        return parts

    def _resume_bar(self, saved: Saved) -> ResumeBar:
        header = saved.header
        assert header is not None
        said = saying(header, self._campaign(header.campaign), self.kit.tr)
        resume = partial(open_saved, self.app, saved.path)
        return ResumeBar(said, resume, partial(open_saves, self.app), self.kit)

    def _campaign(self, name: str) -> Campaign | None:
        read = (entry.campaign for entry in self.campaigns if entry.campaign is not None)
        return next((campaign for campaign in read if campaign.id == name), None)

    def _card(self, entry: CampaignEntry) -> Widget:
        campaign = entry.campaign
        if campaign is None:
            name = entry.folder.name
            return BrokenCard(name, entry.problems) if entry.problems else ReadingCard(name)
        from game.narrate.words import Words

        words = Words(campaign, self.kit.tr, self.app.settings.language)
        card = CampaignCard(
            campaign,
            words,
            partial(open_setup, self.app, campaign),
            partial(open_cards, self.app, campaign),
            is_first=campaign.frame.number == 1,
        )
        self._cards.append(card)
        return card

    def _draw_maps(self, budget_ms: float) -> bool:
        wanted = [(card.campaign, card.map_size(self.kit)) for card in self._cards]
        more = self._strips.work(wanted, self.kit, budget_ms)
        for card in self._cards:
            strip = self._strips.get(card.campaign, card.map_size(self.kit), self.kit)
            if strip is not card.strip:
                card.strip = strip
                self.invalidate()
        return more
