"""ASSESS when it is over: what the quarter came to and why, on one page, before the next one."""

import pygame

from game.narrate.things.phases import phase_title, quarter_of
from game.ui.app import App
from game.ui.present.assessing import follows, headline, quarter_sum
from game.ui.present.breaks import Break
from game.ui.present.phases import phase_steps
from game.ui.screens.doors import help_by_key
from game.ui.screens.flow.assess_panels import Sheets, ToldPanel, TracksPanel
from game.ui.screens.flow.tally import Tally
from game.ui.screens.frame import Head, lay_page, scroll_by_key
from game.ui.screens.play.ribbon import HEIGHT as RIBBON
from game.ui.screens.play.ribbon import PhaseRow, Ribbon
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget


class AssessScreen(FormScreen):
    """The quarter's sum; the table goes on when it is left."""

    def __init__(self, app: App, sitting: Sitting, stop: Break) -> None:
        super().__init__(app)
        journal = sitting.session.game.journal
        self._sight = sitting.sight_at(stop.place)
        self._sum = quarter_sum(self._sight, journal[: stop.place])
        self._next = follows(journal, stop.place)

    @property
    def title(self) -> str:
        """The campaign's title alone."""
        return self._sight.words.text(self._sight.campaign.title)

    def build(self) -> Widget:
        """Ribbon, head with the way on, and the panels."""
        words, found = self._sight.words, self._sum
        self._ribbon = Ribbon(
            self.title,
            quarter_of(words, found.quarter),
            PhaseRow(phase_steps(self._sight, "assess")),
            [],
            [],
        )
        self._on = Button(self._way_on(), self.app.pop, kind="primary", key="Enter", size=18)
        self._on.name = "on"
        self._head = Head(
            phase_title(words, "assess"),
            headline(self._sight, found),
            [self._on],
            size=30,
        )
        panels: list[Widget] = [TracksPanel(words, found), ToldPanel(words, found.told)]
        if found.story is not None:
            tally = Tally(found.story, found.story.tolerance)
            tally.show(len(found.story.runs), found.moves)
            panels.insert(0, tally)
        self._body = ScrollView(Sheets(panels))
        return Group([self._head, self._body, self._ribbon])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The head below the ribbon, the panels below it."""
        kit = self.kit
        self._ribbon.layout(kit, pygame.Rect(0, 0, rect.width, kit.px(RIBBON)))
        lay_page(kit, rect, self._head, self._body, kit.px(RIBBON))

    def first_focus(self) -> Widget | None:
        """The way on."""
        return self._on

    def on_key(self, event: pygame.event.Event) -> bool:
        """Esc goes on as well, since there is nothing to go back to; arrows and pages scroll."""
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        if help_by_key(self.app, event, "assess", self._sight.campaign):
            return True
        return scroll_by_key(self._body, event, self.form)

    def _way_on(self) -> str:
        words = self._sight.words
        if self._next == "review":
            return words.say("To the review")
        return words.say("Next quarter") if self._next == "situation" else words.say("To the end")
