"""Guided steps: which prompt is shown now, and which are done (RULES B1).

Progress is worked out from the journal and from what the reader has acknowledged, so that it
needs no place of its own in a save and undo takes it back by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.content.campaign import Campaign
from game.content.schema.guide import GuideStep
from game.model.actions import Action
from game.model.events import ActionTaken, Event, PhaseBegan


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps done so far, by id, and the step to show now, if any."""

    done: frozenset[str]
    step: GuideStep | None


def progress(
    campaign: Campaign,
    journal: Iterable[Event],
    acknowledged: Collection[str],
    legal: Sequence[Action],
    shown: tuple[int, str] | None = None,
) -> Guide:
    """How far the guide is.

    `acknowledged` holds ids of steps read or clicked through; `legal` what the people to move
    may do, since a step that asks for what cannot be done is not shown. `shown` is the quarter
    and phase on the screen, where that lags behind the game, as in an animated FLOW.
    """
    steps = campaign.frame.guide
    done = {step.id for step in steps if step.id in acknowledged and _is_read(step)}
    quarter, phase = 0, "setup"
    for event in journal:
        if isinstance(event, PhaseBegan):
            quarter, phase = event.quarter, event.phase
        elif isinstance(event, ActionTaken):
            done.update(_completed(campaign, steps, quarter, phase, event.action))
    now = shown or (quarter, phase)
    left = (step for step in steps if (step.quarter, step.phase) == now and step.id not in done)
    open_steps = (step for step in left if _can_be_done(campaign, step, legal))
    return Guide(frozenset(done), next(open_steps, None))


def _is_read(step: GuideStep) -> bool:
    return step.done.ok or step.done.look is not None


def _completed(
    campaign: Campaign, steps: Sequence[GuideStep], quarter: int, phase: str, action: Action
) -> Iterator[str]:
    for step in steps:
        if (step.quarter, step.phase) == (quarter, phase) and _answers(campaign, step, action):
            yield step.id


def _answers(campaign: Campaign, step: GuideStep, action: Action) -> bool:
    if step.done.verb != action.verb:
        return False
    if step.seats and campaign.seats[action.seat].id not in step.seats:
        return False
    return step.done.card is None or (
        action.card >= 0 and campaign.cards[action.card].id == step.done.card
    )


def _can_be_done(campaign: Campaign, step: GuideStep, legal: Sequence[Action]) -> bool:
    if step.done.verb is not None:
        return any(_answers(campaign, step, action) for action in legal)
    return not step.seats or any(campaign.seats[one.seat].id in step.seats for one in legal)
