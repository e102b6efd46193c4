"""Guided steps on the table: which is shown, what it lights, and when it has been read."""

from collections.abc import Callable

from game.content.schema.guide import GuideStep
from game.model.ids import NO_CARD
from game.ui.kit import Kit
from game.ui.present.narrowing import Slot
from game.ui.screens.play.overlays import GuideCallout
from game.ui.screens.sitting import Sitting
from game.ui.widgets.button import Button


class Guiding:
    """Follows the sitting's guide; it never affects play.

    `shown` is the quarter and phase on the screen where that lags behind the game, as in FLOW.
    """

    def __init__(self, sitting: Sitting, shown: tuple[int, str] | None = None) -> None:
        self._sitting = sitting
        self._shown = shown
        self._step: GuideStep | None = None
        self._hidden: frozenset[str] = frozenset()

    @property
    def step(self) -> GuideStep | None:
        """The step that is shown now."""
        step = self._step
        return None if step is None or step.id in self._hidden else step

    @property
    def lit_ids(self) -> frozenset[str]:
        """Areas and routes that the step lights."""
        light = self.step.light if self.step is not None else None
        return frozenset((*light.areas, *light.routes)) if light is not None else frozenset()

    @property
    def lit_tracks(self) -> frozenset[str]:
        """Tracks that the step lights."""
        return frozenset(self.step.light.tracks) if self.step is not None else frozenset()

    def lights(self, slot: Slot) -> bool:
        """Whether the step speaks of a tile: of its card, or of a basic action."""
        step, (verb, card) = self.step, slot
        if step is None:
            return False
        if card == NO_CARD:
            return step.done.verb == verb
        return self._sitting.session.campaign.cards[card].id in step.light.cards

    def follow(self) -> None:
        """Look at the guide again. Nothing is shown to a seat that decides in private."""
        session = self._sitting.session
        covered = self._sitting.is_covered
        waiting = self._shown is None and not self._sitting.deciders
        self._step = None if covered or waiting else session.guide(self._shown).step

    def read(self, done: bool) -> None:
        """The step was read, or is to be hidden."""
        step = self.step
        if step is None:
            return
        if done:
            self._sitting.session.acknowledge(step.id)
            self.follow()
        else:
            self._hidden |= {step.id}

    def looked(self, thing: str) -> bool:
        """Something was looked at; returns whether the step asked for that."""
        step = self.step
        if step is None or step.done.look != thing:
            return False
        self._sitting.session.acknowledge(step.id)
        self.follow()
        return True

    @property
    def place(self) -> str:
        """Which step it is, of how many."""
        step = self.step
        steps = self._sitting.session.campaign.frame.guide
        if step is None:
            return ""
        return self._sitting.sight.words.say(
            "Guided step {number} of {count}",
            number=[one.id for one in steps].index(step.id) + 1,
            count=len(steps),
        )

    def line(self, kit: Kit, on_open: Callable[[], None]) -> Button | None:
        """One line that opens the step, where the callout would cover the map."""
        step = self.step
        if step is None:
            return None
        words = self._sitting.sight.words
        label = words.say("{place}: {title}", place=self.place, title=words.text(step.title))
        button = Button(label, on_open, kind="gold", key="G", size=15)
        button.name = "guide"
        return button

    def callout(self, kit: Kit, on_read: Callable[[bool], None]) -> GuideCallout | None:
        """The callout of the step; None when there is nothing to say."""
        step = self.step
        if step is None:
            return None
        words, place = self._sitting.sight.words, self.place
        return GuideCallout(
            step,
            words.text(step.title),
            words.text(step.text),
            place,
            lambda: on_read(True),
            lambda: on_read(False),
            kit,
        )
