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
        "In YAML a word that begins with & gives a value a name, and * brings it back elsewhere. "
        "Campaigns have no use for that: whoever reads a file should see every value where it "
        "counts. Most often a text begins with a star for emphasis; quotes make a text of it, "
        "and two stars make bold.",
        wrong="text: *Urgent*\n",
        right='text: "*Urgent*"\n',
    ),
    error(
        "N108",
        "A tag (!)",
        "In YAML a word that begins with ! says of what sort a value is, and in other programs "
        "it can even start one. Here it never does, so a text that begins with an exclamation "
        "mark stands in quotes.",
        wrong="text: !Attention\n",
        right='text: "!Attention"\n',
    ),
    error(
        "N109",
        "A merge key (<<)",
        "The key `<<` copies the keys of another entry in some programs. Here each entry says "
        "everything itself, so that it can be read, changed and translated alone: write the keys "
        "out.",
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
        "A second `title` does not replace the first: nobody could say which of the two counts, "
        "and a change to the wrong one would have no effect. Often a line of a copied entry was "
        "left behind, or the dash is missing that begins the next entry.",
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
        "The file is there but holds nothing that is read: only comments, or nothing. A file "
        "that is not needed may simply be deleted; one that is begun takes its key first, such "
        "as `cards:`, and below it a dash for each entry.",
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
        "Only so many problems of one kind are listed, because nobody reads thousands. They most "
        "likely have one cause: mend the first ones, then check again.",
    ),
    error(
        "N120",
        "A `nadc:` comment that cannot be understood",
        "A comment that begins with `nadc:` is an order to `nadc check`. There is only one "
        "order, `# nadc: ignore`, followed by one or more codes, the word `because`, and your "
        "reason.",
        wrong="hand: 1  # nadc: skip\n",
        right="hand: 1  # nadc: ignore N603 because this seat has only one kind of card\n",
    ),
    error(
        "N121",
        "A finding is silenced without a reason",
        "In a year somebody else reads this line, perhaps you. Write after `because` why the "
        "finding does not matter here; that is also what shows whether it still holds.",
        wrong="hand: 1  # nadc: ignore N603\n",
        right="hand: 1  # nadc: ignore N603 because this seat has only one kind of card\n",
    ),
    warning(
        "N122",
        "An error cannot be silenced",
        "A warning says that something is most likely not meant; you may know better. An error "
        "says that the campaign cannot be played: there is nothing to know better. Remove the "
        "comment and mend what it was to hide.",
    ),
    advice(
        "N123",
        "A comment that silences nothing",
        "What the comment was to silence is not reported here any more: it was mended, or the "
        "line has moved away from its comment. An idle comment would hide the next mistake on "
        "its line.",
    ),
)
