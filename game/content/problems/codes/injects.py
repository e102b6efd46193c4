"""N7: injects."""

from game.content.problems.codes.entry import Code, error, warning

INJECTS: tuple[Code, ...] = (
    error(
        "N701",
        "An inject without one trigger",
        "A trigger is exactly one of: `at` a fixed moment, `when` a condition holds, a `table` "
        "from which one row is drawn, or `manual: true`.",
        wrong="trigger: {}\n",
        right="trigger: {at: {quarter: 2}}\n",
    ),
    warning(
        "N702",
        "An inject that never fires",
        "Its moment does not exist in this campaign, or its condition can never hold.",
        wrong="trigger: {at: {quarter: 9}}\n",
        right="trigger: {at: {quarter: 4}}\n",
    ),
    error(
        "N703",
        "An inject that brings itself into play",
        "By its effects the inject comes back in the same moment, again and again.",
    ),
    error(
        "N704",
        "Options without one default",
        "When nobody answers in time, the option marked `default: true` is taken. Exactly one "
        "option must be marked.",
    ),
    error(
        "N705",
        "An answer by a seat that is not asked",
        "The seat under `answered_by` must be among those that the inject reaches.",
    ),
    warning(
        "N706",
        "An inject that never ends",
        "It repeats, and what triggers it never stops.",
    ),
)
