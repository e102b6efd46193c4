"""Step 4, the brief: the story so far, the objectives, and what each seat is told."""

from game.play.session import Session
from game.play.trouble import SaveError
from game.resources import saves_dir
from game.ui.app import App
from game.ui.screens.doors import open_table, open_trouble
from game.ui.screens.setup.pages import TextPanel
from game.ui.screens.setup.panels import Beside
from game.ui.screens.setup.plan import Plan
from game.ui.screens.setup.steps import Foot, SetupStep
from game.ui.widgets.boxes import Passage
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Option, Segmented
from game.ui.widgets.widget import Widget


class BriefScreen(SetupStep):
    """What is read aloud before the first quarter; the last step before the table."""

    number = 4

    def __init__(self, app: App, plan: Plan) -> None:
        super().__init__(app, plan)
        self._seat = 0

    def subtitle(self) -> str:
        """What this step is for."""
        return self.words.say("Read it aloud: the story so far, and what each seat wants")

    def parts(self) -> list[Widget]:
        """Story and objectives, then the briefing of one seat at a time."""
        words, frame = self.words, self.plan.campaign.frame
        story = TextPanel(
            [Passage(words.say("The story so far"), "heading"), Passage(words.text(frame.scenario))]
        )
        aims = [Passage(words.say("Learning objectives"), "heading")]
        aims += [Passage(words.text(one.text), "bullet") for one in frame.objectives]
        seats = [
            Option(str(ix), words.text(seat.name))
            for ix, seat in enumerate(self.plan.campaign.seats)
        ]
        choice = Segmented(seats, str(self._seat), self._choose, checks=False)
        choice.name = "seat"
        return [Beside(story, TextPanel(aims)), choice, self._briefing()]

    def foot(self) -> Foot:
        """Back, and to the table."""
        words = self.words
        start = Button(
            words.say("Start the sitting"), self._start, kind="primary", key="Enter", size=19
        )
        start.name = "on"
        said = words.say("Every choice is saved as it is made.")
        return Foot([self.back_button()], said, start)

    def _briefing(self) -> TextPanel:
        words, spec = self.words, self.plan.campaign.seats[self._seat]
        passages = [
            Passage(words.text(spec.name), "heading"),
            Passage(words.say("Wants {wants}.", wants=words.text(spec.wants)), "small"),
        ]
        hidden = spec.side == "red" and self._others_play()
        if hidden:
            said = words.say("Its briefing waits behind the curtain, for its player alone.")
            passages.append(Passage(said))
        else:
            passages.append(Passage(words.text(spec.briefing)))
        return TextPanel(passages, style=spec.style)

    def _others_play(self) -> bool:
        """Whether somebody in the room should not read what a hidden seat is told."""
        seats = self.plan.campaign.seats
        return any(
            one.is_person and seats[ix].side != "red" for ix, one in enumerate(self.plan.seats)
        )

    def _choose(self, seat: str) -> None:
        self._seat = int(seat)
        self.rebuild()

    def _start(self) -> None:
        plan = self.plan
        self.app.settings = plan.remembered(self.app.settings)
        try:
            session = Session.start(
                plan.campaign, plan.seats, plan.seed_number, saves_dir(), plan.pin
            )
        except SaveError as trouble:
            open_trouble(self.app, trouble)
            return
        if not plan.curtains:
            session.set_curtains(False)
        while len(self.app.screens) > 1 and isinstance(self.app.screen, SetupStep):
            self.app.pop()
        open_table(self.app, session)
