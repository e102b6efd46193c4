"""N2: the words and values that an author writes, each by itself."""

from game.content.problems.codes.entry import Code, error

WORDS: tuple[Code, ...] = (
    error(
        "N201",
        "A key that is not known here",
        "Each entry has a fixed set of keys. A key that is not among them has no effect, so it "
        "is an error: most often it is misspelled, or it stands too far to the left or right "
        "and so belongs to the wrong entry.",
        wrong="titel: Raid\n",
        right="title: Raid\n",
    ),
    error(
        "N202",
        "A key is missing",
        "This entry cannot do without that key.",
        wrong="- title: Raid\n",
        right="- id: raid\n  title: Raid\n",
    ),
    error(
        "N203",
        "The wrong kind of value",
        "Each key takes one kind of value: a text, a whole number, a decimal number, true or "
        "false, a list, or an entry with keys of its own. A number in quotes is a text. "
        "Words such as yes, no, on and off are texts, too: write true or false.",
        wrong='hand: "3"\n',
        right="hand: 3\n",
    ),
    error(
        "N204",
        "A word that is not in the list",
        "This key takes one word of a fixed list.",
        wrong="kind: boarder\n",
        right="kind: border\n",
    ),
    error(
        "N205",
        "A number out of range",
        "The number is smaller or larger than the rules allow here.",
        wrong="pop: 9\n",
        right="pop: 4\n",
    ),
    error(
        "N206",
        "Not a kebab-case word",
        "Ids are made of small letters, digits and single hyphens, so that they are easy to type "
        "and to find: `mx-northwest`, not `MX Northwest`.",
        wrong="id: MX Northwest\n",
        right="id: mx-northwest\n",
    ),
    error(
        "N207",
        "A text that is too long or too short",
        "The text does not fit where it will be shown, or is empty.",
        wrong='title: ""\n',
        right="title: Raid\n",
    ),
    error(
        "N208",
        "A list that is too long or too short",
        "The list has more or fewer items than the rules allow here.",
        wrong="seats: []\n",
        right="seats: [us]\n",
    ),
    error(
        "N209",
        "The word that says what this is, is missing",
        "Some entries come in several kinds and begin with the word that says which: an effect "
        "begins with `do:` and one of the verbs.",
        wrong="- {track: harm, by: 1}\n",
        right="- {do: track, track: harm, by: 1}\n",
    ),
    error(
        "N210",
        "Keys that do not go together",
        "Each value is allowed by itself, but not together with what stands beside it.",
    ),
    error(
        "N211",
        "A campaign in another format",
        "Each campaign names the format that it was written for. This one was written for "
        "a program of another age; `nadc upgrade` rewrites older ones.",
        wrong="format: 0\n",
        right="format: 1\n",
    ),
)
