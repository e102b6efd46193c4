"""REVIEW at the end of a quarter: margins for all to see, the course so far, and time to talk."""

import pygame

from game.narrate.ending.decisive import by_quarter
from game.narrate.things.phases import phase_title, quarter_of
from game.ui.app import App
from game.ui.present.breaks import Break
from game.ui.present.reviewing import review_margins
from game.ui.screens.doors import help_by_key
from game.ui.screens.ending.course_plot import course_plot
from game.ui.screens.ending.pairs import Pairs
from game.ui.screens.ending.panels import MarginPanel
from game.ui.screens.frame import Head, lay_page, scroll_by_key
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget


class ReviewScreen(FormScreen):
    """Margins on final targets; the next quarter begins when it is left."""

    def __init__(self, app: App, sitting: Sitting, stop: Break) -> None:
        super().__init__(app)
        sight = sitting.sight_at(stop.place)
        self._words = sight.words
        journal = sitting.session.game.journal[: stop.place]
        self._margins = review_margins(self._words, journal, sight.mask)
        self._rows = by_quarter(self._words, journal)

    @property
    def title(self) -> str:
        """The campaign's title alone."""
        return self._words.text(self._words.campaign.title)

    def build(self) -> Widget:
        """Head, margins, and the course so far."""
        words = self._words
        self._on = Button(
            words.say("Next quarter"), self.app.pop, kind="primary", key="Enter", size=18
        )
        self._on.name = "on"
        said = words.say("Margins on final targets. What would you do differently from here?")
        self._head = Head(
            phase_title(words, "review"),
            said,
            [self._on],
            size=34,
            above=quarter_of(words, self._rows[-1].quarter),
        )
        panels = (MarginPanel(words, self._margins), course_plot(words, self.kit, self._rows))
        self._body = ScrollView(Pairs([panels]))
        return Group([self._head, self._body])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The head on top, the panels below it."""
        lay_page(self.kit, rect, self._head, self._body)

    def first_focus(self) -> Widget | None:
        """The way on."""
        return self._on

    def on_key(self, event: pygame.event.Event) -> bool:
        """Esc goes on as well, since there is nothing to go back to; arrows and pages scroll."""
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        if help_by_key(self.app, event, "review", self._words.campaign):
            return True
        return scroll_by_key(self._body, event, self.form)
