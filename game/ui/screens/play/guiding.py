"""Guided steps on the table: which is shown, what it lights, and when it has been read."""

from collections.abc import Callable

from game.content.schema.guide import GuideStep, StepDone
from game.model.ids import NO_CARD
from game.narrate.things.phases import phase_title
from game.play.guide import Guide
from game.ui.kit import Kit
from game.ui.present.narrowing import Slot
from game.ui.screens.play.guidestrip import GuideStrip
from game.ui.screens.sitting import Sitting

_NOTHING = Guide(frozenset())


class Guiding:
    """Follows the sitting's guide; it never affects play.

    `shown` is the quarter and phase on the screen where that lags behind the game, as in FLOW.
    """

    def __init__(self, sitting: Sitting, shown: tuple[int, str] | None = None) -> None:
        self._sitting = sitting
        self._shown = shown
        self._guide = _NOTHING
        self._is_folded = False

    @property
    def step(self) -> GuideStep | None:
        """The step that is shown now; None where the reader has hidden the guide."""
        return None if self._is_folded else self._guide.step

    @property
    def ends(self) -> StepDone | None:
        """What completes the step that is shown."""
        return self._guide.ends if self.step is not None and not self._guide.is_missed else None

    @property
    def lit_ids(self) -> frozenset[str]:
        """Areas and routes that the step lights."""
        light = self._guide.light
        return frozenset((*light.areas, *light.routes)) if self.ends is not None else frozenset()

    @property
    def lit_tracks(self) -> frozenset[str]:
        """Tracks that the step lights."""
        return frozenset(self._guide.light.tracks) if self.ends is not None else frozenset()

    def lights(self, slot: Slot) -> bool:
        """Whether the step speaks of a tile: of its card, or of a basic action."""
        ends, (verb, card) = self.ends, slot
        if ends is None:
            return False
        if card == NO_CARD:
            return ends.verb == verb
        return self._sitting.session.campaign.cards[card].id in self._guide.light.cards

    def follow(self) -> None:
        """Look at the guide again. Nothing is shown to a seat that decides in private."""
        view, shown = self._sitting.sight.view, self._shown
        if shown is None and self._sitting.is_held:
            shown = (view.quarter, view.phase)
        guide = self._sitting.session.guide(shown)
        if self._sitting.is_covered:
            guide = _NOTHING
        elif self._shown is None and not self._sitting.deciders:
            guide = Guide(guide.done, coming=guide.coming or guide.step)
        self._guide = guide

    def read(self, done: bool) -> None:
        """The step was read or is passed over; else the strip is folded, or opened again."""
        if not done:
            self._is_folded = not self._is_folded
        elif self.step is not None:
            self._sitting.session.acknowledge(self.step.id)
            self.follow()

    def looked(self, thing: str) -> bool:
        """Something was looked at; returns whether the step asked for that."""
        ends, step = self.ends, self.step
        if step is None or ends is None or ends.look != thing:
            return False
        self._sitting.session.acknowledge(step.id)
        self.follow()
        return True

    @property
    def place(self) -> str:
        """Which step it is, of how many."""
        steps = self._sitting.session.campaign.frame.guide
        step = self._guide.step
        if step is None:
            return ""
        return self._sitting.sight.words.say(
            "Guided step {number} of {count}",
            number=[one.id for one in steps].index(step.id) + 1,
            count=len(steps),
        )

    def strip(self, kit: Kit, on_read: Callable[[bool], None]) -> GuideStrip | None:
        """The strip of the step, or of the next one to come; None where no more will come."""
        guide, words = self._guide, self._sitting.sight.words
        if guide.step is None:
            return self._coming(kit, on_read)
        title = f"**{words.text(guide.title)}**"
        head = words.say("{place}: {title}", place=self.place, title=title)
        if guide.is_missed:
            head = words.say("{place}, passed by: {title}", place=self.place, title=title)
        if guide.then:
            head = f"{head}. {words.text(guide.then)}"
        return GuideStrip(
            kit,
            head,
            words.text(guide.text),
            others=self._longest(),
            is_folded=self._is_folded,
            pass_label=self._pass_label(),
            on_pass=lambda: on_read(True),
            on_fold=lambda: on_read(False),
        )

    def _pass_label(self) -> str:
        words, ends = self._sitting.sight.words, self.ends
        is_act = ends is not None and not (ends.ok or ends.look)
        return words.say("Skip this step") if is_act else words.say("OK")

    def _coming(self, kit: Kit, on_read: Callable[[bool], None]) -> GuideStrip | None:
        step, sight = self._guide.coming, self._sitting.sight
        if step is None:
            return None
        values = {
            "title": f"**{sight.words.text(step.title)}**",
            "phase": phase_title(sight.words, step.phase),
            "quarter": step.quarter,
        }
        said = sight.words.say("Next guided step, in quarter {quarter}, {phase}: {title}", **values)
        others = self._longest()
        return GuideStrip(
            kit,
            said,
            "",
            others=others,
            is_folded=self._is_folded,
            is_quiet=True,
            pass_label=sight.words.say("OK"),
            on_fold=lambda: on_read(False),
        )

    def _longest(self) -> tuple[str, ...]:
        """The words of every step, for a strip that fits them all."""
        words = self._sitting.sight.words
        found = []
        for step in self._sitting.session.campaign.frame.guide:
            found.append(step.text)
            found += [step.otherwise.text] if step.otherwise is not None else []
            found += [step.missed] if step.missed is not None else []
        return tuple(words.text(one) for one in found)
