"""N4: ids, by which one entry names another."""

from game.content.problems.codes.entry import Code, error, warning

IDS: tuple[Code, ...] = (
    error(
        "N401",
        "An id of something that does not exist",
        "Things are named by their `id`, letter for letter, not by the name that people read. "
        "Three causes are the most common: a letter is wrong; the thing was renamed here but not "
        "where others speak of it (search your files for the old word); or it is in the library "
        "and was not taken from it under `library:`. Kinds of piece come along by themselves.",
        wrong="watch: san-isidro\n",
        right="watch: san-ysidro\n",
    ),
    error(
        "N402",
        "The same id twice",
        "An id stands for one thing. Copied entries keep the old id until you change it: give the "
        "copy its own. Only an entry of yours with the id of a library entry is meant to be so: "
        "it takes that one's place. In `order`, `deck` and other lists name each thing once; how "
        "often a card is in a deck is said by its `copies`.",
        wrong="order: [us, cartel, us]\n",
        right="order: [us, cartel, mexico]\n",
    ),
    error(
        "N403",
        "Something that the library does not have",
        "Under `library:` stands what you take from the shelf that comes with the program; the "
        "folder library beside your campaigns goes before it, if there is one. Open its files and "
        "copy the id. Cards of your own are not listed there: they come from cards/.",
        wrong="library: {cards: [freeze-asset]}\n",
        right="library: {cards: [freeze-assets]}\n",
    ),
    warning(
        "N404",
        "A campaign that is not called like its folder",
        "Saved sittings and the menu go by the `id`, people by the folder. Where the two differ, "
        "somebody plays the wrong campaign one day. Rename the folder, or the `id`.",
    ),
)
