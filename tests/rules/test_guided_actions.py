"""What authors may let a guided step wait for is what the rules know, in the same phases."""

from typing import get_args

from game.content.checks.guide import _WHEN
from game.content.schema.guide import StepVerb
from game.model.actions import VERBS
from game.rules.reasons import _PHASE_OF

ALSO_AN_ANSWER = {"watch"}
"""Asked after a deployment or a move as well, so it is not held to a phase."""
NO_STEP = {"withdraw", "seal"}
"""Actions that no guided step waits for."""


def test_every_action_but_a_few_may_complete_a_step():
    assert set(VERBS) - set(get_args(StepVerb)) == NO_STEP
    assert set(get_args(StepVerb)) <= set(VERBS)


def test_steps_are_held_to_the_phases_of_the_rules():
    for verb, phase in _PHASE_OF.items():
        if verb in get_args(StepVerb) and verb not in ALSO_AN_ANSWER:
            assert phase in _WHEN[verb], verb
