"""Step 2, who sits where."""

import pygame

from game.ui.app import App
from game.ui.screens.setup.checks import seat_checks
from game.ui.screens.setup.options import OptionsScreen
from game.ui.screens.setup.panels import Beside, Checks, Sample
from game.ui.screens.setup.plan import Plan
from game.ui.screens.setup.rows import AbsentRow, absent_styles, seat_row, white_row
from game.ui.screens.setup.steps import Foot, SetupStep
from game.ui.screens.setup.table import Row, SeatTable
from game.ui.theme import Metrics
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget

_WHITE = -1
"""White's place among the rows, for the sample."""


class SeatsScreen(SetupStep):
    """One row for each seat and one for White, a sample of the text, and the checks."""

    number = 2

    def __init__(self, app: App, plan: Plan) -> None:
        super().__init__(app, plan)
        people = plan.played_by("person")
        self._used: int = people[0] if people else 0
        self._sampled_at = app.text_size

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Make the sample anew when the screen's own text size changes."""
        super().layout(metrics, rect)
        if self._sampled_at != self.app.text_size:
            self._sampled_at = self.app.text_size
            self.rebuild()

    def subtitle(self) -> str:
        """What this step asks."""
        return self.words.say("Who sits where")

    def parts(self) -> list[Widget]:
        """Rows, sample, checks."""
        words, plan = self.words, self.plan
        rows = [self._row(seat) for seat in range(len(plan.seats))]
        rows.append(white_row(plan, words, self._white_changed))
        absent = absent_styles(plan)
        below = [AbsentRow(absent, words)] if absent else []
        sample = self._sample()
        self._checks = Checks(words.say("Before you start"), seat_checks(plan, words))
        return [SeatTable(words, rows, below), Beside(sample, self._checks)]

    def foot(self) -> Foot:
        """Back, the seats of the last time, and on to the options."""
        words = self.words
        has_last = bool(self.app.settings.seats_of(self.plan.campaign.id))
        reason = "" if has_last else words.say("This campaign has not been played here yet.")
        last = Button(words.say("Same seats as last time"), self._as_last, size=17, reason=reason)
        last.name = "last-time"
        on = Button(words.say("Options"), self._go_on, kind="primary", key="Enter", size=19)
        on.name = "on"
        said = words.say("Seats may change hands at any time, from the table's menu.")
        return Foot([self.back_button(), last], said, on)

    def _row(self, seat: int) -> Row:
        def changed(controls: bool) -> None:
            # A bot reads nothing: the sample stays with who was set before.
            if self.plan.seats[seat].player == "person":
                self._used = seat
            self._changed(controls)

        return seat_row(self.plan, seat, self.words, changed)

    def _white_changed(self, controls: bool) -> None:
        if self.plan.played_by("white"):
            self._used = _WHITE
        self._changed(controls)

    def _changed(self, controls: bool) -> None:
        """Make the rows anew where controls come or go; typed words change the checks alone."""
        if controls:
            self.rebuild()
            return
        self._checks.rows = tuple(seat_checks(self.plan, self.words))
        self.place(self.kit.metrics, self.rect)
        self.invalidate()

    def _sample(self) -> Sample:
        """The sample of whoever was set last."""
        words, plan, now = self.words, self.plan, self.app.text_size
        if self._used == _WHITE:
            return Sample(words.say("White"), plan.white.language, plan.white.text_size, now)
        seat = plan.seats[self._used]
        return Sample(words.seat(self._used), seat.language, seat.text_size, now)

    def _as_last(self) -> None:
        self.plan.as_last_time(self.app.settings)
        self.rebuild()

    def _go_on(self) -> None:
        self.app.push(OptionsScreen(self.app, self.plan))
