"""N6: cards, portfolios and decks."""

from game.content.problems.codes.entry import Code, error, warning

CARDS: tuple[Code, ...] = (
    error(
        "N601",
        "A cost that nobody can pay",
        "None of the seats that may play the card can ever have that much, or it asks a Red "
        "seat for Budget, or another seat for Cash.",
        wrong="seats: [cartel]\ncost: {budget: 2}\n",
        right="seats: [cartel]\ncost: {cash: 2}\n",
    ),
    warning(
        "N602",
        "A card that can never be played",
        "Its conditions, or the cards that unlock it, can never come about in this campaign: "
        "most often a card that it needs is not in the campaign, or each of two cards needs the "
        "other one first.",
    ),
    warning(
        "N603",
        "A deck that is too small",
        "A hand is drawn from the deck; with fewer cards than a hand holds, the same cards are "
        "seen every quarter.",
    ),
    error(
        "N604",
        "A card on the wrong pile",
        "Strategic and operational cards belong under a seat's `cards`, tactical ones in its "
        "`deck`, and each only with a seat that the card names under `seats`.",
    ),
    warning(
        "N605",
        "A card that no seat holds",
        "The card is in no seat's `cards` or `deck`, and no effect hands it out.",
    ),
    error(
        "N606",
        "A target that is not one thing",
        "A card is aimed at an area, a route or a piece. For two things there is `second`.",
        wrong="target: {area: {}, route: {}}\n",
        right="target: {area: {}}\n",
    ),
    warning(
        "N607",
        "A target that nothing fits",
        "No area, route or piece of this campaign is allowed as the card's target.",
    ),
    warning(
        "N608",
        "A line of a card that has no effect",
        "The line counts only together with something that the card does not have.",
    ),
    warning(
        "N609",
        "An effect without a target",
        "The effect acts on the target of its card, but the card is aimed at nothing. Give the "
        "card a `target`, or say in the effect where it acts.",
    ),
    error(
        "N611",
        "A piece that no pool has",
        "The effect puts a piece on the map that none of the seats concerned has in its `pool`.",
    ),
)
