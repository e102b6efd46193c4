"""N4: ids, by which one entry names another."""

from game.content.problems.codes.entry import Code, error, warning

IDS: tuple[Code, ...] = (
    error(
        "N401",
        "An id of something that does not exist",
        "The word names something else in the campaign, but there is no such thing. Most often "
        "it is misspelled, or the thing is in the library and was not taken from it.",
        wrong="watch: san-isidro\n",
        right="watch: san-ysidro\n",
    ),
    error(
        "N402",
        "The same id twice",
        "Two entries of the same kind have the same id, or a list names something twice. Nobody "
        "could say which of the two is meant.",
        wrong="order: [us, cartel, us]\n",
        right="order: [us, cartel, mexico]\n",
    ),
    error(
        "N403",
        "Something that the library does not have",
        "Under `library:` a campaign names what it takes from the library beside it. There is "
        "nothing of that name there.",
        wrong="library: {cards: [freeze-asset]}\n",
        right="library: {cards: [freeze-assets]}\n",
    ),
    warning(
        "N404",
        "A campaign that is not called like its folder",
        "The `id` in campaign.yaml and the name of the folder should be the same, so that the "
        "campaign is found by its name.",
    ),
)
