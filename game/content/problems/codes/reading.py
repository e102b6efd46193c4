"""N1: reading the files, before any word in them is looked at."""

from game.content.problems.codes.entry import Code, advice, error, warning

READING: tuple[Code, ...] = (
    error(
        "N101",
        "A file or folder is missing or cannot be read",
        "A campaign is a folder with `campaign.yaml` and `map.yaml` in it. The program looked for "
        "a file there and did not find it, or the computer would not let it be read.",
    ),
    error(
        "N102",
        "A file is too large",
        "No file of a campaign may be larger than 4 MB, and a campaign may not be larger than "
        "16 MB in all. A real campaign is a hundred times smaller, so this is most likely "
        "a file that got here by mistake.",
    ),
    error(
        "N103",
        "A file is not UTF-8 text",
        "Campaign files are plain text saved as UTF-8. Editors offer this under "
        '"Save with encoding". Word processor documents and pictures are not text.',
    ),
    error(
        "N104",
        "An invisible control character",
        "The file holds a character that is not shown on screen and that could make the text "
        "read differently from how it looks. Such characters come along when text is pasted from "
        "another program. Delete it and type the place again.",
    ),
    error(
        "N105",
        "A tab instead of spaces",
        "YAML files are laid out with spaces; tabs look the same but mean something else. Set "
        "your editor to insert spaces when you press Tab.",
        wrong="cost:\n\tbudget: 2\n",
        right="cost:\n  budget: 2\n",
    ),
    error(
        "N106",
        "The layout of the file cannot be understood",
        "YAML is written as `key: value`, one to a line, and what belongs to something stands "
        "further to the right. Most often a quotation mark or a bracket is not closed, a text "
        "with a colon in it is not quoted, or lines do not begin in the same column.",
        wrong="title: Meeting: day one\n",
        right='title: "Meeting: day one"\n',
    ),
    error(
        "N107",
        "An anchor or alias (& or *)",
        "At the start of a value, `&` and `*` mean something special in YAML that campaigns do "
        "not use. Where they are part of a text, put the text in quotes.",
        wrong="text: *Urgent*\n",
        right='text: "*Urgent*"\n',
    ),
    error(
        "N108",
        "A tag (!)",
        "At the start of a value, `!` means something special in YAML that campaigns do not use. "
        "Where it is part of a text, put the text in quotes.",
        wrong="text: !Attention\n",
        right='text: "!Attention"\n',
    ),
    error(
        "N109",
        "A merge key (<<)",
        "The key `<<` copies entries from elsewhere in other programs. Campaigns do not use it: "
        "write the entries out.",
        wrong="<<: {budget: 2}\n",
        right="budget: 2\n",
    ),
    error(
        "N110",
        "Too many things inside one another",
        "Lists and entries may stand inside one another up to 40 levels. No campaign needs more "
        "than ten, so this is most likely a missing bracket or a damaged file.",
    ),
    error(
        "N111",
        "More than one document in a file",
        "A line of `---` starts a second document and `%` at the start of a line gives an order "
        "to the YAML reader. A campaign file is one document without such orders.",
        wrong="id: a\n---\nid: b\n",
        right="id: a\n",
    ),
    error(
        "N112",
        "The same key twice",
        "Within one entry each key may stand only once; otherwise nobody could say which of the "
        "two counts.",
        wrong="title: Raid\ntitle: Search\n",
        right="title: Raid\n",
    ),
    error(
        "N113",
        "A key that is not a word",
        "What stands before the colon must be one word, not a list or an entry. Most often "
        "a text that begins with `{` or `[` is not quoted.",
        wrong="{a: 1}: b\n",
        right="a: 1\n",
    ),
    error(
        "N114",
        "A link, or a path that leaves the folder",
        "Nothing outside the campaign's folder and its library is read. Links (shortcuts) are "
        "not followed: put the file itself in the folder.",
    ),
    error(
        "N115",
        "Too many files or too many entries",
        "A campaign may have at most 400 files and 250,000 values in all. This keeps a damaged "
        "or hostile folder from blocking the computer.",
    ),
    error(
        "N116",
        "The file is empty",
        "The file is there but holds nothing but comments. Fill it in or delete it.",
    ),
    advice(
        "N117",
        "A file that is not read",
        "The folder holds a file whose name the program does not know, so nothing in it has any "
        "effect. Most often the name is misspelled or ends in `.yml` instead of `.yaml`.",
    ),
    error(
        "N118",
        "More problems than are shown",
        "The file has so many problems that only the first are listed. Mend those and check "
        "again; often one mistake is the cause of many.",
    ),
    error(
        "N120",
        "A `nadc:` comment that cannot be understood",
        "A comment that begins with `nadc:` is an order to `nadc check`. The only one is "
        "`# nadc: ignore`, followed by codes and a reason.",
        wrong="hand: 1  # nadc: skip\n",
        right="hand: 1  # nadc: ignore N603 because this seat has only one kind of card\n",
    ),
    error(
        "N121",
        "A finding is silenced without a reason",
        "Whoever reads the file next must be able to see why the finding does not matter here.",
        wrong="hand: 1  # nadc: ignore N603\n",
        right="hand: 1  # nadc: ignore N603 because this seat has only one kind of card\n",
    ),
    warning(
        "N122",
        "An error cannot be silenced",
        "Only warnings and advice can be silenced with `# nadc: ignore`. An error means that the "
        "campaign cannot be played.",
    ),
    advice(
        "N123",
        "A comment that silences nothing",
        "The line no longer has the finding that the comment silences. Remove the comment, so "
        "that it does not hide a new mistake.",
    ),
)
