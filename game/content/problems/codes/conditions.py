"""N3: one-line conditions."""

from game.content.problems.codes.entry import Code, advice, error, warning

CONDITIONS: tuple[Code, ...] = (
    error(
        "N301",
        "A condition that cannot be understood",
        "A condition has three parts in this order: a quantity, one of >= <= > < == !=, and a "
        "number. It does not calculate and has no `and` or `or`. Where one condition is asked for "
        "(`when`, `if`), several stand in a list below it: `all:` if every one must hold, `any:` "
        "if one is enough. `requires` is a list already, of which every item must hold.",
        wrong="when: harm >= 14 and quarter == 3\n",
        right="when:\n  all: [harm >= 14, quarter == 3]\n",
    ),
    error(
        "N302",
        "A quantity that does not exist",
        "Conditions know 47 quantities: tracks such as `harm`, sums such as `gov_score`, "
        "counts such as `fronts(cartel)`, and whether a card is in effect. `nadc reference "
        "quantities` lists them with what each counts and its range.",
        wrong="when: harms >= 14\n",
        right="when: harm >= 14\n",
    ),
    error(
        "N303",
        "The brackets of a quantity are wrong",
        "A quantity of the whole table stands alone: `harm`, `quarter`. One of something names it "
        "in round brackets by its id: `gov(mx-north)`, `cash(cartel)`, `active(nadc-charter)`.",
        wrong="when: gov <= -1\n",
        right="when: gov(mx-north) <= -1\n",
    ),
    warning(
        "N305",
        "A condition that can never hold",
        "Each quantity has a range: Harm goes from 0 to 20, governance from -2 to 2, the quarter "
        "up to the last one. Outside it nothing ever happens, and what hangs on the condition is "
        "lost without a sound. The hint shows the range in this campaign.",
        wrong="when: harm > 20\n",
        right="when: harm >= 16\n",
    ),
    advice(
        "N306",
        "A condition that always holds",
        "It reads as if something had to happen first, but nothing must. Take the condition away, "
        "or ask for a value that play can reach and miss.",
        wrong="when: harm >= 0\n",
        right="when: harm >= 14\n",
    ),
    warning(
        "N307",
        "Conditions that contradict one another",
        "Of a list under `all:` every condition must hold in the same moment, and these two leave "
        "no number for that. Perhaps `any:` is meant, or one of the signs is turned round.",
        wrong="all: [harm >= 14, harm <= 10]\n",
        right="any: [harm >= 14, harm <= 10]\n",
    ),
)
