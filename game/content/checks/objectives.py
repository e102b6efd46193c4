"""Learning objectives: each is measured by play, or by something on the table that serves it."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.problems import Problem, report, say
from game.content.whole import Whole


def unmeasured(whole: Whole) -> Iterator[Problem]:
    """Objectives that nothing measures and no card or inject serves."""
    served = {name for card in whole.cards for name in card.objectives}
    served |= {name for inject in whole.injects for name in inject.objectives}
    for index, objective in enumerate(whole.frame.objectives):
        if objective.measure == "none" and objective.id not in served:
            says = say("Nothing in play gives evidence of `{id}`.", id=objective.id)
            fix = say("Give it a `measure`, or name it under `objectives` of a card or inject.")
            yield report("N810", whole.draft.frame_place("objectives", index), says, fix)
