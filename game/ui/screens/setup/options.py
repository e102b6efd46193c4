"""Step 3, the options of a sitting: curtain, seed, the facilitator's PIN."""

from collections.abc import Sequence

from game.ui.app import App
from game.ui.screens.setup.brief import BriefScreen
from game.ui.screens.setup.checks import Check, option_checks, stop_of
from game.ui.screens.setup.pages import OptionPanel, TextPanel
from game.ui.screens.setup.panels import Beside, Checks
from game.ui.screens.setup.pin import PinField
from game.ui.screens.setup.plan import PIN_LIMIT, SEED_LIMIT, Plan, draw_seed
from game.ui.screens.setup.steps import Foot, SetupStep
from game.ui.widgets.boxes import Passage, Stacked
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox
from game.ui.widgets.field import TextField
from game.ui.widgets.widget import Widget


class OptionsScreen(SetupStep):
    """What may be set for one sitting, beside what the campaign has settled."""

    number = 3

    def __init__(self, app: App, plan: Plan) -> None:
        super().__init__(app, plan)
        self._pin_covered = True

    def subtitle(self) -> str:
        """What this step asks."""
        return self.words.say("Options of this sitting")

    def parts(self) -> list[Widget]:
        """The options at the left; what is settled, and the checks, at the right."""
        options = Stacked([self._curtain(), self._seed(), self._pin()], gap=12)
        settled = TextPanel(
            [
                Passage(self.words.say("Settled by the campaign"), "heading"),
                *(Passage(text, "bullet") for text in self._settled()),
            ]
        )
        self._checks = Checks(self.words.say("Before you start"), self._rows())
        return [Beside(options, Stacked([settled, self._checks], gap=12), stretch=False)]

    def foot(self) -> Foot:
        """Back, and on to the brief."""
        words = self.words
        on = Button(words.say("Brief"), self._go_on, kind="primary", key="Enter", size=19)
        on.name = "on"
        on.reason = stop_of(self._rows())
        return Foot([self.back_button()], words.say("Nothing of this changes the rules."), on)

    # -- the options -------------------------------------------------------------------------

    def _curtain(self) -> Widget:
        words, plan = self.words, self.plan
        box = Checkbox(words.say("Draw the curtain at hand-over"), plan.curtains, self._set_curtain)
        box.name = "curtain"
        said = words.say("A screen covers the board before a hidden seat decides.")
        if not any(plan.is_red(ix) for ix in plan.people):
            idle = words.say("No hidden seat is a person now, so it would not be drawn.")
            said = f"{said} {idle}"
        return OptionPanel(words.say("Curtain"), said, [box])

    def _seed(self) -> Widget:
        words = self.words
        self._seed_field = TextField(
            self.plan.seed,
            self._set_seed,
            placeholder=words.say("drawn at the start"),
            limit=max(SEED_LIMIT, len(self.plan.seed)),
        )
        self._seed_field.name = "seed"
        another = Button(words.say("Draw another"), self._draw_seed, size=16)
        another.name = "draw-seed"
        said = words.say(
            "The luck of the sitting: the same seed and the same choices give the same game. "
            "Empty it for one that nobody knows."
        )
        return OptionPanel(words.say("Seed"), said, [self._seed_field, another])

    def _pin(self) -> Widget:
        words, plan = self.words, self.plan
        nobody = words.say("There is no facilitator: choose Person in White's row first.")
        reason = "" if plan.white.present else nobody
        self._pin_field = PinField(
            plan.pin,
            self._set_pin,
            placeholder=words.say("no PIN"),
            limit=max(PIN_LIMIT, len(plan.pin)),
            reason=reason,
        )
        self._pin_field.covered = self._pin_covered
        self._pin_field.name = "pin"
        show = Checkbox(words.say("Show it"), not self._pin_covered, self._show_pin, reason=reason)
        show.name = "show-pin"
        said = reason or words.say(
            "White may look at hidden things in the replay before the sitting is over."
        )
        return OptionPanel(words.say("Facilitator's PIN"), said, [self._pin_field, show])

    def _settled(self) -> Sequence[str]:
        words, frame, rules = self.words, self.plan.campaign.frame, self.plan.campaign.rules
        short, long = frame.minutes
        length = words.many("{number} quarter", "{number} quarters", frame.quarters)
        turns = words.many(
            "{number} tactical turn for each seat in a quarter",
            "{number} tactical turns for each seat in a quarter",
            frame.rounds,
        )
        return (
            words.say("{length}, {short} to {long} minutes", length=length, short=short, long=long),
            turns,
            words.say("A choice may be taken back until dice fall or the turn passes on")
            if rules.undo
            else words.say("No choice may be taken back"),
            words.say("Seats may react out of turn")
            if rules.reactions
            else words.say("Nobody reacts out of turn"),
            words.say("Last quarter's flow is shown as it truly was")
            if rules.ghost
            else words.say("Last quarter's flow is shown as far as it was seen"),
        )

    # -- changes -----------------------------------------------------------------------------

    def _set_curtain(self, on: bool) -> None:
        self.plan.curtains = on
        self._look_again()

    def _set_seed(self, text: str) -> None:
        self.plan.seed = text.strip()
        self._look_again()

    def _draw_seed(self) -> None:
        self.plan.seed = str(draw_seed())
        self.rebuild()

    def _set_pin(self, text: str) -> None:
        self.plan.pin = text
        self._look_again()

    def _show_pin(self, shown: bool) -> None:
        self._pin_covered = self._pin_field.covered = not shown
        self.invalidate()

    def _rows(self) -> list[Check]:
        return option_checks(self.plan, self.words)

    def _look_again(self) -> None:
        """Bring the checks and the way on up to date while somebody types."""
        rows = self._rows()
        self._checks.rows = tuple(rows)
        self.way_on.reason = stop_of(rows)
        self.place(self.kit.metrics, self.rect)
        self.invalidate()

    def _go_on(self) -> None:
        self.app.push(BriefScreen(self.app, self.plan))
