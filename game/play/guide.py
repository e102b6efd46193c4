"""Guided steps: which prompt is shown now, and which are done (RULES B1).

Progress is worked out from the journal and from what the reader has acknowledged, so that it
needs no place of its own in a save and undo takes it back by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.content.campaign import Campaign
from game.content.schema.guide import GuideStep, Light, StepDone
from game.content.schema.words import PHASES
from game.model.actions import Action
from game.model.events import (
    ActionTaken,
    DecisionAsked,
    DecisionChanged,
    DecisionClosed,
    Event,
    PhaseBegan,
    StepBegan,
)
from game.rules.strategic import CONSENT_STEP

Moment = tuple[int, int]
"""A quarter, and the place of a phase in it."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Where the guide is: the steps done so far, by id, and what to show now, if anything.

    `then` is told before the text while the step's action asks a question of its own. A step that
    `is_missed` was not done in its phase; only that is told. `coming` is the next step where none
    is shown.
    """

    done: frozenset[str]
    step: GuideStep | None = None
    title: str = ""
    text: str = ""
    then: str = ""
    ends: StepDone = field(default_factory=StepDone)
    light: Light = field(default_factory=Light)
    is_missed: bool = False
    coming: GuideStep | None = None


def progress(
    campaign: Campaign,
    journal: Iterable[Event],
    acknowledged: Collection[str],
    legal: Sequence[Action],
    shown: tuple[int, str] | None = None,
    people: Collection[str] | None = None,
) -> Guide:
    """How far the guide is.

    `acknowledged` holds ids of steps read, clicked through or passed over; `legal` what the people
    to move may do, since a step that asks for what cannot be done is not shown. `shown` is the
    quarter and phase on the screen, where that lags behind the game, as in an animated FLOW.
    `people` are the seats that people play, None for all: a step for others is never shown.
    """
    steps = campaign.frame.guide
    reading = _Reading(campaign, steps)
    for place, event in enumerate(journal):
        reading.read(place, event)
    closed = {step.id for step in steps if step.id in acknowledged}
    read = {step.id for step in steps if step.id in closed and _is_read(step.done)}
    done = frozenset(read | reading.done)
    now = _moment(*shown) if shown is not None else reading.now
    asked = reading.asked
    if asked is not None and shown is None:
        said = (text for kind, text in asked.then.items() if kind == reading.questions[-1])
        return _shown(asked, done, then=next(said, ""))
    left = [
        step
        for step in steps
        if step.id not in done and step.id not in closed and _has_person(step, people)
    ]
    question = reading.questions[-1] if reading.questions else ""
    return _choose(left, now, _Choices(campaign, legal, question), done)


@dataclass(slots=True)
class _Reading:
    """What the journal tells: the moment, open questions, and the steps that were done.

    `began` is the step whose action came last, and `began_at` its place in the journal: what that
    action asks is a part of the step.
    """

    campaign: Campaign
    steps: Sequence[GuideStep]
    now: Moment = (0, 0)
    done: set[str] = field(default_factory=set)
    questions: list[str] = field(default_factory=list)
    began: GuideStep | None = None
    began_at: int = -1
    _depth: int = 1
    _sets_consent: bool = False

    @property
    def asked(self) -> GuideStep | None:
        """The step whose action asks something now."""
        return self.began if len(self.questions) >= self._depth else None

    def read(self, place: int, event: Event) -> None:
        """Take in the next event."""
        if isinstance(event, PhaseBegan):
            self.now = _moment(event.quarter, event.phase)
            self.questions.clear()
            self.began = None
        elif isinstance(event, StepBegan):
            is_strategic = PHASES[self.now[1]] == "strategic"
            self._sets_consent = is_strategic and event.step == CONSENT_STEP
        elif isinstance(event, ActionTaken):
            self._act(place, event.action)
        else:
            self._ask(event)

    def _ask(self, event: Event) -> None:
        if isinstance(event, DecisionAsked):
            if event.cause < self.began_at:
                self.began = None
            self.questions.append(event.decision.kind)
        elif isinstance(event, DecisionChanged):
            self.questions[-1:] = [event.decision.kind]
        elif isinstance(event, DecisionClosed):
            del self.questions[-1:]

    def _act(self, place: int, action: Action) -> None:
        if self.asked is not None:
            return
        self.began = None
        for step in self.steps:
            is_due = _moment(step.quarter, step.phase) <= self.now and step.id not in self.done
            if is_due and PHASES[self.now[1]] == step.phase and self._is_for(step, action):
                self.done.add(step.id)
                self.began, self.began_at = step, place
                self._depth = max(1, len(self.questions))

    def _is_for(self, step: GuideStep, action: Action) -> bool:
        """Whether an action does what a step asks for; to keep Consent is to set it."""
        if self.questions and step.done.question == self.questions[-1]:
            return True
        if self._sets_consent and action.verb == "pass":
            action = Action(action.seat, "consent", action.card, action.target, action.other)
        return any(_answers(self.campaign, step, done, action) for done in _ways(step))


def _has_person(step: GuideStep, people: Collection[str] | None) -> bool:
    return people is None or not step.seats or any(seat in people for seat in step.seats)


def _moment(quarter: int, phase: str) -> Moment:
    return quarter, PHASES.index(phase)


def _ways(step: GuideStep) -> Iterator[StepDone]:
    yield step.done
    if step.otherwise is not None:
        yield step.otherwise.done


def _is_read(done: StepDone) -> bool:
    return done.ok or done.look is not None


def _answers(campaign: Campaign, step: GuideStep, done: StepDone, action: Action) -> bool:
    if done.verb is None or done.verb != action.verb:
        return False
    if step.seats and campaign.seats[action.seat].id not in step.seats:
        return False
    return done.card is None or (action.card >= 0 and campaign.cards[action.card].id == done.card)


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the people to move may do, and the question they are asked; empty for none."""

    campaign: Campaign
    legal: Sequence[Action]
    question: str

    def allow(self, step: GuideStep, done: StepDone) -> bool:
        """Whether a step can be done one way."""
        if done.question is not None:
            return done.question == self.question
        if done.verb is not None:
            return any(_answers(self.campaign, step, done, action) for action in self.legal)
        seats = self.campaign.seats
        return not step.seats or any(seats[one.seat].id in step.seats for one in self.legal)


def _choose(
    left: Sequence[GuideStep], now: Moment, choices: _Choices, done: frozenset[str]
) -> Guide:
    """The step of this very phase first, then one that waits since an earlier quarter, then what
    became of one whose phase has passed."""
    here = [step for step in left if _moment(step.quarter, step.phase) == now]
    waiting = [
        step for step in left if PHASES.index(step.phase) == now[1] and step.quarter < now[0]
    ]
    for step in (*here, *waiting):
        if choices.allow(step, step.done):
            return _shown(step, done)
        if step.otherwise is not None and choices.allow(step, step.otherwise.done):
            return _shown(step, done, instead=True)
    for step in left:
        has_passed = _moment(step.quarter, step.phase) < now
        if step.missed is not None and has_passed and choices.legal:
            return Guide(done, step, step.title, step.missed, is_missed=True)
    return Guide(done, coming=next((step for step in left if _is_coming(step, now)), None))


def _is_coming(step: GuideStep, now: Moment) -> bool:
    """Whether a step is still ahead; a question comes by itself within its phase."""
    moment = _moment(step.quarter, step.phase)
    return moment > now or (moment == now and step.done.question is not None)


def _shown(
    step: GuideStep, done: frozenset[str], then: str = "", *, instead: bool = False
) -> Guide:
    said = step.otherwise if instead and step.otherwise is not None else step
    return Guide(done - {step.id}, step, said.title, said.text, then, said.done, said.light)
