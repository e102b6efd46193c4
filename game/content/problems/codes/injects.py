"""N7: injects."""

from game.content.problems.codes.entry import Code, advice, error, warning

INJECTS: tuple[Code, ...] = (
    error(
        "N701",
        "An inject without one trigger",
        "Choose one of four. `at` for what comes whatever anybody does; `when` for what follows "
        "from play; `table` for a die that draws one of several other injects in each SITUATION; "
        "`manual: true` for what waits to be called: by you, by a table, or by the answer to "
        "another inject (`chain`).",
        wrong="trigger: {}\n",
        right="trigger: {at: {quarter: 2}}\n",
    ),
    warning(
        "N702",
        "An inject that never fires",
        "Its moment lies outside this campaign: a quarter after the last one, a Review that the "
        "campaign does not hold, or a number that a track never shows. Injects from the library "
        "were written for longer campaigns; leave out those that do not fit.",
        wrong="trigger: {at: {quarter: 9}}\n",
        right="trigger: {at: {quarter: 4}}\n",
    ),
    error(
        "N703",
        "An inject that brings itself into play",
        "An effect `do: inject` fires another one in the same moment. Where that leads in a "
        "circle and every inject of it may `repeat`, the game would never go on. Break the circle "
        "at one place: with `chain` an inject follows next quarter instead.",
        wrong="repeat: true\neffects: [{do: inject, inject: this-one}]\n",
        right="effects: [{do: inject, inject: another-one}]\n",
    ),
    error(
        "N704",
        "Options without one default",
        "The clock runs while a seat decides (`time_s`), and bots and absent players must be able "
        "to go on. So one option, and only one, says `default: true`. Take the one that happens "
        "if nobody does anything: silence, most often.",
        wrong="options:\n  - {label: Speak}\n  - {label: Stay silent}\n",
        right="options:\n  - {label: Speak}\n  - {label: Stay silent, default: true}\n",
    ),
    error(
        "N705",
        "An answer by a seat that is not asked",
        "`to` says who hears of the inject, `answered_by` who answers: whoever answers must have "
        "heard the question. Without `to` the whole room hears it.",
        wrong="to: [mexico]\nanswered_by: us\n",
        right="to: [mexico, us]\nanswered_by: us\n",
    ),
    warning(
        "N706",
        "An inject that never ends",
        "It may `repeat`, and what triggers it holds for ever, or its answers lead back to it. So "
        "it takes a decision of every quarter until people stop reading it. Once is enough for "
        "most events.",
        wrong="trigger: {when: quarter >= 1}\nrepeat: true\n",
        right="trigger: {when: harm >= 14}\n",
    ),
    advice(
        "N707",
        "An inject that is called and also comes by itself",
        "What a row of a table, the `chain` of an answer or `do: inject` brings into play should "
        "wait to be called. With a moment or a condition of its own it comes at that time as "
        "well; and as an inject fires once, the call later brings nothing.",
        wrong="trigger: {at: {quarter: 3}}  # and a row of a table\n",
        right="trigger: {manual: true}  # and a row of a table\n",
    ),
)
