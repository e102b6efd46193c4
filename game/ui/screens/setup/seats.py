"""Step 2, who sits where."""

from game.ui.app import App
from game.ui.screens.setup.options import OptionsScreen
from game.ui.screens.setup.panels import Beside, Checks, Sample
from game.ui.screens.setup.plan import Plan
from game.ui.screens.setup.rows import Headings, SeatRow
from game.ui.screens.setup.steps import Foot, SetupStep
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget


class SeatsScreen(SetupStep):
    """One row for each seat, a sample of the text, and the checks."""

    number = 2

    def __init__(self, app: App, plan: Plan) -> None:
        super().__init__(app, plan)
        self._used = 0

    def subtitle(self) -> str:
        """What this step asks."""
        return self.words.say("Who sits where")

    def parts(self) -> list[Widget]:
        """Rows, sample, checks."""
        seats = range(len(self.plan.seats))
        rows: list[Widget] = [self._row(seat) for seat in seats]
        seat = self.plan.seats[self._used]
        sample = Sample(seat.language, seat.text_size, self.app.text_size)
        title = self.words.say("Before you start")
        checks = Checks(title, self.plan.checks(self.words))
        return [Headings(self.words), *rows, Beside(sample, checks)]

    def foot(self) -> Foot:
        """Back, the seats of the last time, and on to the options."""
        words = self.words
        has_last = bool(self.app.settings.seats_of(self.plan.campaign.id))
        reason = "" if has_last else words.say("This campaign has not been played here yet.")
        last = Button(words.say("Same seats as last time"), self._as_last, size=17, reason=reason)
        last.name = "last-time"
        on = Button(words.say("Options"), self._go_on, kind="primary", key="Enter", size=19)
        on.name = "on"
        said = words.say("Seats may change hands between quarters.")
        return Foot([self.back_button(), last], said, on)

    def _row(self, seat: int) -> SeatRow:
        def changed() -> None:
            self._used = seat
            self.rebuild()

        return SeatRow(self.plan, seat, self.words, changed)

    def _as_last(self) -> None:
        self.plan.as_last_time(self.app.settings)
        self.rebuild()

    def _go_on(self) -> None:
        self.app.push(OptionsScreen(self.app, self.plan))
