"""N8: seats, moments, bots and objectives."""

from game.content.problems.codes.entry import Code, error, warning

SEATS: tuple[Code, ...] = (
    error(
        "N801",
        "An order that leaves out a seat",
        "`order` lists every seat once: the first one begins.",
    ),
    error(
        "N802",
        "A side that is missing",
        "A campaign needs at least one seat of the side nadc and one of the side red.",
    ),
    error(
        "N803",
        "Two values the wrong way round",
        "One of two values that belong together must not be larger than the other one: the "
        "shortest and the longest sitting, say.",
        wrong="minutes: [60, 45]\n",
        right="minutes: [45, 60]\n",
    ),
    error(
        "N804",
        "Consent that nobody, or more than one, can set",
        "The seat that sets Consent governs a country, and no other seat sets it for the same one.",
    ),
    error(
        "N805",
        "A quarter that never comes",
        "Something is to happen in a quarter after the last one.",
    ),
    error(
        "N806",
        "A guided step that nothing completes",
        "Each step says under `done` what completes it.",
        wrong="done: {}\n",
        right="done: {ok: true}\n",
    ),
    error(
        "N807",
        "A bot that cannot play the seat",
        "The bot named for a seat must have that seat among its `seats`, and a seat that a bot "
        "is to play must name one.",
    ),
    error(
        "N808",
        "A bot's line that lacks something",
        "Some verbs need a further key: `do: consent` needs a `level`.",
        wrong="- {do: consent, why: Give way.}\n",
        right="- {do: consent, level: 1, why: Give way.}\n",
    ),
    warning(
        "N809",
        "A bot's line that can never act",
        "No seat of the bot can do that, or a line above is always carried out first.",
    ),
    warning(
        "N810",
        "An objective that nothing measures",
        "Play should give evidence of each learning objective: by its `measure`, or by a card or "
        "an inject that names it under `objectives`.",
    ),
)
