"""The ending: verdict, margins, the course by quarter, what decided it, and what to talk about.

Roles are off: everything is told, hidden things included.
"""

from functools import partial

import pygame

from game.narrate.ending.decisive import Decisive, by_quarter, decisive
from game.narrate.ending.fork import fork_words
from game.narrate.ending.luck import luck_text
from game.narrate.ending.questions import questions
from game.narrate.ending.verdict import margins, verdict
from game.play.evidence import Evidence
from game.play.fork import ForkResult
from game.play.trouble import SaveError
from game.ui.app import App
from game.ui.present.lettering import letters_of
from game.ui.screens.doors import help_by_key, open_replay, open_trouble
from game.ui.screens.ending.course_plot import course_plot
from game.ui.screens.ending.export import export_sitting
from game.ui.screens.ending.pairs import Pairs
from game.ui.screens.ending.panels import EventRow, EventsPanel, MarginPanel, TalkPanel
from game.ui.screens.ending.plot import Plot, Series
from game.ui.screens.ending.shown import ObjectivesPanel
from game.ui.screens.frame import Head, lay_page, scroll_by_key
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget

_MOST_EVENTS = 5
_MOST_QUESTIONS = 5


class EndingScreen(FormScreen):
    """What a finished sitting comes to."""

    def __init__(self, app: App, sitting: Sitting) -> None:
        super().__init__(app)
        self._sitting = sitting
        session = sitting.session
        self._words = sitting.sight.words
        self.seat_letters = letters_of(session.campaign)
        self._journal = session.game.journal
        self._state = session.game.state
        self._rows = by_quarter(self._words, self._journal)
        self._decisive = decisive(self._words, self._journal, _MOST_EVENTS)
        self._evidence: tuple[Evidence, ...] = session.evidence()
        self._fork: ForkResult | None = session.fork()

    @property
    def title(self) -> str:
        """The campaign's title."""
        return self._words.text(self._words.campaign.title)

    def build(self) -> Widget:
        """The head with its buttons, and the panels in pairs."""
        words = self._words
        said = verdict(words, self._state)
        self._head = Head(
            said.title,
            said.text,
            self._buttons(),
            size=36,
            above=words.text(words.campaign.title),
        )
        rows: list[tuple[Widget, Widget]] = [
            (
                MarginPanel(words, margins(words, self._state)),
                course_plot(words, self.kit, self._rows),
            ),
            (self._events(), self._talk()),
        ]
        fork = self._fork_plot()
        shown = ObjectivesPanel(words, self._evidence)
        self._body = ScrollView(Pairs(rows, [one for one in (fork, shown) if one is not None]))
        return Group([self._head, self._body])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """The head on top, the panels scroll below it."""
        lay_page(self.kit, rect, self._head, self._body)

    def first_focus(self) -> Widget | None:
        """The button that goes on."""
        return self._finish

    def on_key(self, event: pygame.event.Event) -> bool:
        """Esc goes back to the table as it stood at the end; arrows and pages scroll."""
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        if help_by_key(self.app, event, "end", self._sitting.session.campaign):
            return True
        return scroll_by_key(self._body, event, self.form)

    def _buttons(self) -> list[Widget]:
        tr = self.kit.tr
        path = self._sitting.session.path
        unsaved = "" if path is not None else tr.gettext("This sitting is not saved.")
        rows = (
            ("board", tr.gettext("Last board"), self.app.pop, "Esc", ""),
            ("replay", tr.gettext("Replay"), partial(self._replay, None), "", unsaved),
            ("export", tr.gettext("Export"), self._export, "", unsaved),
        )
        buttons: list[Widget] = []
        for name, label, act, key, reason in rows:
            button = Button(label, act, kind="dark", key=key, size=18, reason=reason)
            button.name = name
            buttons.append(button)
        label = tr.gettext("Finish")
        self._finish = Button(label, self.app.pop_to_root, kind="primary", size=18)
        self._finish.name = "finish"
        return [*buttons, self._finish]

    def _events(self) -> EventsPanel:
        words, tr = self._words, self.kit.tr
        path = self._sitting.session.path
        reason = "" if path is not None else tr.gettext("This sitting is not saved.")
        rows = [EventRow(words, row, partial(self._replay, row), reason) for row in self._decisive]
        return EventsPanel(
            words.say("Decisive events"),
            words.say("choose one to open the board at that moment"),
            rows,
            luck_text(words, self._journal),
        )

    def _talk(self) -> TalkPanel:
        found = questions(self._words, self._state, self._journal, _MOST_QUESTIONS)
        return TalkPanel(self._words, found)

    def _fork_plot(self) -> Plot | None:
        fork, spec = self._fork, self._words.campaign.frame.fork
        if fork is None or spec is None:
            return None
        words, theme = self._words, self.kit.theme
        start = words.campaign.frame.start.harm
        series = (
            Series(
                (start, *fork.actual),
                words.say("As played: Harm {value}", value=fork.actual[-1]),
                theme.flow,
            ),
            Series(
                (start, *fork.forked),
                words.say("What if: Harm {value}", value=fork.forked[-1]),
                theme.seat("mexico").colour,
                "dash",
            ),
        )
        ticks = [
            words.say("start"),
            *(words.say("Q{quarter}", quarter=quarter) for quarter in fork.quarters),
        ]
        lines = self._rows, by_quarter(words, fork.game.journal)
        below = fork_words(words, spec.from_quarter, fork.units, *lines)
        title, note = words.text(spec.title), words.text(spec.text)
        return Plot(title, note, series, ticks, below=below, height=400)

    def _replay(self, row: Decisive | None) -> None:
        path = self._sitting.session.path
        if path is not None:
            open_replay(self.app, path, event=None if row is None else row.event)

    def _export(self) -> None:
        path, tr = self._sitting.session.path, self.kit.tr
        if path is None:
            return
        try:
            folder = export_sitting(path, tr, self._words.language)
        except SaveError as trouble:
            open_trouble(self.app, trouble)
            return
        except OSError as failure:
            self.form.say(str(failure), "warning")
            return
        self.form.say(tr.gettext("Written to {folder}").format(folder=folder), "check")
