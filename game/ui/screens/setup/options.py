"""Step 3, the options of a sitting: curtain, seed, the facilitator's PIN."""

from collections.abc import Callable

import pygame

from game.ui.kit import Kit
from game.ui.screens.setup.brief import BriefScreen
from game.ui.screens.setup.panels import Checks
from game.ui.screens.setup.steps import Foot, SetupStep
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox
from game.ui.widgets.field import TextField
from game.ui.widgets.widget import Widget

_PAD = 20


class OptionPanel(Widget):
    """A choice with its name, a sentence on what it does, and its control."""

    def __init__(self, title: str, text: str, control: Widget | None = None) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self.control = control

    def children(self) -> list[Widget]:
        """The control."""
        return [] if self.control is None else [self.control]

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Words and control below one another."""
        wide = width or kit.px(900)
        return wide, self._top(kit, wide) + self._control_height(kit, wide) + kit.px(16)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the control."""
        super().layout(kit, rect)
        if self.control is None:
            return
        wide = min(kit.px(520), rect.width - 2 * kit.px(_PAD))
        top = rect.y + self._top(kit, rect.width)
        high = self._control_height(kit, rect.width)
        self.control.layout(kit, pygame.Rect(rect.x + kit.px(_PAD), top, wide, high))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        x, inner = self.rect.x + kit.px(_PAD), self.rect.width - 2 * kit.px(_PAD)
        y = kit.text.rich(surface, self._title, (x, self.rect.y + kit.px(14)), inner, kit.title(20))
        kit.text.rich(surface, self._text, (x, y + kit.px(2)), inner, kit.body(16, kit.theme.ink2))
        if self.control is not None:
            self.control.draw(surface, kit)

    def _top(self, kit: Kit, width: int) -> int:
        inner = width - 2 * kit.px(_PAD)
        words = kit.text.height(self._title, kit.title(20), inner)
        words += kit.text.height(self._text, kit.body(16), inner)
        return kit.px(14) + words + kit.px(10)

    def _control_height(self, kit: Kit, width: int) -> int:
        if self.control is None:
            return 0
        return self.control.measure(kit, min(kit.px(520), width - 2 * kit.px(_PAD)))[1]


class OptionsScreen(SetupStep):
    """What may be set for one sitting."""

    number = 3

    def subtitle(self) -> str:
        """What this step asks."""
        return self.words.say("Options of this sitting")

    def parts(self) -> list[Widget]:
        """One panel for each option, then what the campaign has settled, then the checks."""
        words, plan = self.words, self.plan
        curtain = Checkbox(words.say("Draw the curtain at hand-over"), plan.curtains, self._curtain)
        curtain.name = "curtain"
        return [
            OptionPanel(
                words.say("Curtain"),
                words.say("An opaque screen hides the board before a hidden seat decides."),
                curtain,
            ),
            OptionPanel(
                words.say("Seed"),
                words.say(
                    "Groups that play with the same seed meet the same luck. Empty: a new one."
                ),
                self._field("seed", plan.seed, words.say("a whole number"), self._seed),
            ),
            OptionPanel(
                words.say("Facilitator's PIN"),
                words.say("Whoever knows it may look at the whole truth of an unfinished sitting."),
                self._field("pin", plan.pin, words.say("no PIN"), self._pin),
            ),
            OptionPanel(words.say("Settled by the campaign"), self._settled()),
            Checks(words.say("Before you start"), plan.checks(words)),
        ]

    def foot(self) -> Foot:
        """Back, and on to the brief."""
        words = self.words
        stops = [one.text for one in self.plan.checks(words) if one.kind == "stop"]
        on = Button(
            words.say("Brief"),
            self._go_on,
            kind="primary",
            key="Enter",
            size=19,
            reason=stops[0] if stops else "",
        )
        on.name = "on"
        return Foot([self.back_button()], "", on)

    def _field(
        self, name: str, text: str, placeholder: str, on_change: Callable[[str], None]
    ) -> TextField:
        field = TextField(text, on_change, placeholder=placeholder, limit=12, on_submit=self._go_on)
        field.name = name
        return field

    def _settled(self) -> str:
        words, rules, frame = self.words, self.plan.campaign.rules, self.plan.campaign.frame
        reactions = words.say("on") if rules.reactions else words.say("off")
        undo = words.say("on") if rules.undo else words.say("off")
        return words.say(
            "{quarters} quarters, {rounds} tactical turn(s) each. Reactions {reactions}, undo "
            "{undo}.",
            quarters=frame.quarters,
            rounds=frame.rounds,
            reactions=reactions,
            undo=undo,
        )

    def _curtain(self, on: bool) -> None:
        self.plan.curtains = on
        self.rebuild()

    def _seed(self, text: str) -> None:
        had = bool([one for one in self.plan.checks(self.words) if one.kind == "stop"])
        self.plan.seed = text.strip()
        has = bool([one for one in self.plan.checks(self.words) if one.kind == "stop"])
        if had != has:
            self.rebuild()

    def _pin(self, text: str) -> None:
        self.plan.pin = text

    def _go_on(self) -> None:
        if any(one.kind == "stop" for one in self.plan.checks(self.words)):
            return
        self.app.push(BriefScreen(self.app, self.plan))
