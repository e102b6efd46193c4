"""N3: one-line conditions."""

from game.content.problems.codes.entry import Code, advice, error, warning

CONDITIONS: tuple[Code, ...] = (
    error(
        "N301",
        "A condition that cannot be understood",
        "A condition compares one quantity with one number, in that order, as in `harm >= 14`. "
        "Several conditions are written as a list under `all:` or `any:`. There is no "
        "arithmetic.",
        wrong="when: harm >= 14 and quarter == 3\n",
        right="when:\n  all: [harm >= 14, quarter == 3]\n",
    ),
    error(
        "N302",
        "A quantity that does not exist",
        "The word before the comparison must be one of the known quantities.",
        wrong="when: harms >= 14\n",
        right="when: harm >= 14\n",
    ),
    error(
        "N303",
        "The brackets of a quantity are wrong",
        "Some quantities are of one thing, which stands in brackets: `gov(mx-north)`. Others, "
        "such as `harm`, have no brackets.",
        wrong="when: gov <= -1\n",
        right="when: gov(mx-north) <= -1\n",
    ),
    warning(
        "N305",
        "A condition that can never hold",
        "In this campaign the quantity never has such a value, so whatever depends on the "
        "condition never happens.",
        wrong="when: harm > 20\n",
        right="when: harm >= 16\n",
    ),
    advice(
        "N306",
        "A condition that always holds",
        "In this campaign the quantity always has such a value, so the condition changes nothing.",
        wrong="when: harm >= 0\n",
        right="when: harm >= 14\n",
    ),
    warning(
        "N307",
        "Conditions that contradict one another",
        "Each of these conditions can hold, but not all of them together.",
        wrong="all: [harm >= 14, harm <= 10]\n",
        right="any: [harm >= 14, harm <= 10]\n",
    ),
)
