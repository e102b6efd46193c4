"""N8: seats, moments, bots and objectives."""

from game.content.problems.codes.entry import Code, error, warning

SEATS: tuple[Code, ...] = (
    error(
        "N801",
        "An order that leaves out a seat",
        "`order` is who acts first in the first quarter; it moves on by one place each quarter. A "
        "seat that is not in it would never get a turn. Mix the sides, so that both react to one "
        "another.",
        wrong="order: [us, cartel]\n",
        right="order: [us, cartel, mexico]\n",
    ),
    error(
        "N802",
        "A side that is missing",
        "The game needs somebody who sends loads and somebody who wants to stop them: at least "
        "one seat with `side: red` and one with `side: nadc`. Either may be played by a bot "
        "(`player: bot`).",
    ),
    error(
        "N803",
        "Two values the wrong way round",
        "Two values that make a range must come smallest first: the shortest and the longest "
        "sitting, the lowest and the highest N, the limits between which a track neither rises "
        "nor falls.",
        wrong="minutes: [60, 45]\n",
        right="minutes: [45, 60]\n",
    ),
    error(
        "N804",
        "Consent that nobody, or more than one, can set",
        "Consent is what a country allows its partners on its own soil. So the seat that sets it "
        "governs a country (`country`), and each country has one voice.",
        wrong="sets_consent: true\ncountry: none\n",
        right="sets_consent: true\ncountry: mexico\n",
    ),
    error(
        "N805",
        "A quarter that never comes",
        "When a campaign is made shorter, reviews, guided steps and measures that belonged to "
        "later quarters stay behind. Move them forward or take them out.",
        wrong="quarters: 3\nreviews: [4]\n",
        right="quarters: 3\nreviews: [2]\n",
    ),
    error(
        "N806",
        "A guided step that nothing completes",
        "A step of the guide goes when its `done` has happened: a `verb` was carried out, a "
        "`card` played, something looked at (`look`), or a button pressed (`ok: true`). An empty "
        "`done` would keep the step on the table for ever.",
        wrong="done: {}\n",
        right="done: {ok: true}\n",
    ),
    error(
        "N807",
        "A bot that cannot play the seat",
        "Bots are written for certain seats, because each has other actions: a bot's `seats` "
        "must name the seat whose `bot` it is. A seat proposed for `player: bot` needs one.",
        wrong="bot: network  # of a bot with seats: [cartel]\nid: us\n",
        right="bot: coalition  # of a bot with seats: [us, mexico]\nid: us\n",
    ),
    error(
        "N808",
        "A bot's line that lacks something",
        "`do: consent` means to set Consent, so the line must say to which `level`: 0 nothing, 1 "
        "overflight and information, 2 advisers, 3 joint action. No other verb has a level.",
        wrong="- {do: consent, why: Give way.}\n",
        right="- {do: consent, level: 1, why: Give way.}\n",
    ),
    warning(
        "N809",
        "A bot's line that can never act",
        "A bot goes down its list and carries out the first line that is legal. So a line behind "
        "`hold`, which is always legal, is never reached; and a line with an action of the other "
        "side, a card that the seat does not hold, or a kind that is in no pool never can be.",
        wrong="- {do: hold, why: Wait.}\n- {do: raid, why: Strike.}\n",
        right="- {do: raid, why: Strike.}\n- {do: hold, why: Wait.}\n",
    ),
    warning(
        "N810",
        "An objective that nothing measures",
        "The review at the end shows, for each objective, what happened that gives evidence of "
        "it. Take one of the measures that the game counts (`nadc reference measure`), or name "
        "the objective under `objectives` of the cards and events in which it shows.",
        wrong="- {id: trust, text: Build trust., measure: none}\n",
        right="- {id: trust, text: Build trust., measure: growth-probe}\n",
    ),
    error(
        "N811",
        "A guided step that cannot be done",
        "A step of the guide waits for something that its `seats` can do in its `phase`: each "
        "phase and each side has its own actions (`nadc reference verb`), and a card must be on a "
        "pile of the seat. A strategic card is played (`play`) in STRATEGIC, an operational one "
        "deployed (`deploy`) in OPERATIONAL, a tactical one played in TACTICAL; Red plans (`plan`) "
        "its open cards in RED_PLAN.",
        wrong="phase: strategic\ndone: {verb: surveil}\n",
        right="phase: tactical\ndone: {verb: surveil}\n",
    ),
    error(
        "N812",
        "A key that this kind of margin does not know",
        "Each `kind` of margin is a sum of its own: us looks at `harm` and `border`, mexico at "
        "`gov`, `gov_step` and `sovereignty`, canada at `cohesion`, `legitimacy` and `fronts`, "
        "cartel at `bank` and `reach`. Another key would change nothing, and you would wonder why.",
        wrong="margin: {kind: us, gov: 7}\n",
        right="margin: {kind: us, harm: 7}\n",
    ),
)
