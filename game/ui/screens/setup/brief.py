"""Step 4, the brief: the story so far, the objectives, and what each seat is told."""

from functools import partial

from game.model.ids import NO_SEAT, SeatIx
from game.narrate.ending.aims import aim
from game.play.session import Session
from game.play.trouble import SaveError
from game.resources import saves_dir
from game.ui.app import App
from game.ui.screens.doors import open_table, open_trouble
from game.ui.screens.menu.grid import Grid
from game.ui.screens.setup.checks import bot_title
from game.ui.screens.setup.pages import TextPanel
from game.ui.screens.setup.panels import Beside
from game.ui.screens.setup.plan import Plan
from game.ui.screens.setup.seat_brief import SeatBrief
from game.ui.screens.setup.steps import Foot, SetupStep
from game.ui.widgets.boxes import Passage
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget


class BriefScreen(SetupStep):
    """What is read aloud before the first quarter; the last step before the table."""

    number = 4

    def __init__(self, app: App, plan: Plan) -> None:
        super().__init__(app, plan)
        self._shown = NO_SEAT

    def subtitle(self) -> str:
        """What this step is for."""
        return self.words.say("Read it aloud: the story so far, and what each seat wants")

    def parts(self) -> list[Widget]:
        """Story and objectives, then the briefing of every seat."""
        words, frame = self.words, self.plan.campaign.frame
        story = TextPanel(
            [Passage(words.say("The story so far"), "heading"), Passage(words.text(frame.scenario))]
        )
        aims = [Passage(words.say("What you will be able to do"), "heading")]
        aims += [Passage(words.text(one.text), "bullet") for one in frame.objectives]
        seats = [self._seat(ix) for ix in range(len(self.plan.seats))]
        return [Beside(story, TextPanel(aims), share=0.6), Grid(seats, gap=18)]

    def foot(self) -> Foot:
        """Back, and to the table."""
        words = self.words
        start = Button(
            words.say("Start the sitting"), self._start, kind="primary", key="Enter", size=19
        )
        start.name = "on"
        return Foot([self.back_button()], words.say("Every choice is saved as it is made."), start)

    # -- the seats ---------------------------------------------------------------------------

    def _seat(self, seat: int) -> SeatBrief:
        words, spec = self.words, self.plan.campaign.seats[seat]
        wants = words.say("Wants {wants}.", wants=words.text(spec.wants))
        passages = [Passage(f"**{wants}**")]
        button = None
        if not self._is_secret(seat):
            passages.append(Passage(words.text(spec.briefing)))
        elif not self.plan.seats[seat].is_person:
            passages.append(Passage(words.say("A bot plays it; the rest need not know its plans.")))
        elif self._shown == seat:
            passages.append(Passage(words.text(spec.briefing)))
            button = Button(words.say("Cover it again"), partial(self._uncover, NO_SEAT), size=16)
        else:
            passages.append(Passage(words.say("Only its player reads this. The rest look away.")))
            label = words.say("I play it: show it to me")
            button = Button(label, partial(self._uncover, SeatIx(seat)), glyph="eye", size=16)
        if button is not None:
            button.name = f"show-{spec.id}"
        passages.append(Passage(aim(words, seat), "small"))
        return SeatBrief(spec, words.text(spec.name), self._player(seat), passages, button)

    def _player(self, seat: int) -> str:
        words, setup = self.words, self.plan.setups()[seat]
        if setup.player == "white":
            return setup.name or words.say("White")
        if setup.is_person:
            return setup.name or words.say("A person")
        title = dict(self.plan.bots(seat)).get(setup.player, "")
        return words.say("Bot: {name}", name=bot_title(words, setup.player, title))

    def _is_secret(self, seat: int) -> bool:
        """Whether somebody in the room should not read what this seat is told."""
        plan = self.plan
        return plan.is_red(seat) and any(not plan.is_red(one) for one in plan.people)

    def _uncover(self, seat: SeatIx) -> None:
        self._shown = seat
        self.rebuild()

    # -- the start ---------------------------------------------------------------------------

    def _start(self) -> None:
        plan = self.plan
        self.app.settings = plan.remembered(self.app.settings)
        try:
            session = Session.start(
                plan.campaign, plan.setups(), plan.seed_number, saves_dir(), plan.pin
            )
        except SaveError as trouble:
            open_trouble(self.app, trouble)
            return
        if not plan.curtains:
            session.set_curtains(False)
        while len(self.app.screens) > 1 and isinstance(self.app.screen, SetupStep):
            self.app.pop()
        open_table(self.app, session)
