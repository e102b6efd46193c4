"""N2: the words and values that an author writes, each by itself."""

from game.content.problems.codes.entry import Code, error

WORDS: tuple[Code, ...] = (
    error(
        "N201",
        "A key that is not known here",
        "Each kind of entry has its own keys, and the program knows no others, so that a "
        "misspelled one does not go unnoticed. If the spelling is right, look at the column: a "
        "key belongs to the entry whose keys begin in the same column, and two spaces too few or "
        "too many give it to the wrong one. `nadc reference KEY` says where a key may stand.",
        wrong="titel: Raid\n",
        right="title: Raid\n",
    ),
    error(
        "N202",
        "A key is missing",
        "Some keys have a default and may be left out; this one has none, because nobody could "
        "guess it: an id, a title, who plays it. `nadc reference` with the name of the entry "
        "lists which keys are needed.",
        wrong="- title: Raid\n",
        right="- id: raid\n  title: Raid\n",
    ),
    error(
        "N203",
        "The wrong kind of value",
        "A value is a text, a whole number, a decimal number, true or false, a list in square "
        "brackets or below dashes, or an entry with keys of its own. Quotes make a text of "
        'anything: `"3"` is no number. And yes, no, on and off are texts: write true or false.',
        wrong='hand: "3"\n',
        right="hand: 3\n",
    ),
    error(
        "N204",
        "A word that is not in the list",
        "The rules know only certain words here, each with a meaning of its own; the hint lists "
        "them, and `nadc reference` with one of the words says what it does. Capitals and "
        "plurals are other words.",
        wrong="kind: boarder\n",
        right="kind: border\n",
    ),
    error(
        "N205",
        "A number out of range",
        "The range is what the rulebook can play with: governance goes from -2 to 2, a die from "
        "1 to 6. If you want a stronger effect, give it more often, in more places or for longer.",
        wrong="pop: 9\n",
        right="pop: 4\n",
    ),
    error(
        "N206",
        "Not a kebab-case word",
        "Ids are made of small letters, digits and single hyphens. They are what files call "
        "things by; what people read stands under `name` or `title` and may have capitals, "
        "spaces and accents.",
        wrong="id: MX Northwest\n",
        right="id: mx-northwest\n",
    ),
    error(
        "N207",
        "A text that is too long or too short",
        "A text must hold something, and a short one must fit the button, plate or counter that "
        "it stands on. Longer stories belong under `summary`, `text`, `briefing` or `scenario`.",
        wrong='title: ""\n',
        right="title: Raid\n",
    ),
    error(
        "N208",
        "A list that is too long or too short",
        "Some lists need a first item (a campaign without seats cannot be played), some have a "
        "fixed length (the shortest and the longest sitting), and some have an upper limit, such "
        "as five answers to one event, because more cannot be read in the time.",
        wrong="seats: []\n",
        right="seats: [us]\n",
    ),
    error(
        "N209",
        "The word that says what this is, is missing",
        "An effect begins with `do:` and its verb; the verb decides which keys may follow. "
        "Without it nobody knows whether `by: 1` moves a track or a piece. `nadc reference "
        "effects` lists the 21 verbs.",
        wrong="- {track: harm, by: 1}\n",
        right="- {do: track, track: harm, by: 1}\n",
    ),
    error(
        "N210",
        "Keys that do not go together",
        "Each value would be right by itself. Decide for one of the two; a map of your own, say, "
        "or the library's.",
    ),
    error(
        "N211",
        "A campaign in another format",
        "`format` says for which program the files were written, so that an old campaign does "
        "not come to mean something new. `nadc upgrade FOLDER --diff` shows what it would "
        "rewrite. If the number is higher than this program knows, get the newer program.",
        wrong="format: 0\n",
        right="format: 1\n",
    ),
)
