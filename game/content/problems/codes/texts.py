"""N9: texts and their translations."""

from game.content.problems.codes.entry import Code, advice, warning

TEXTS: tuple[Code, ...] = (
    warning(
        "N901",
        "A text that is too long for its place",
        "The text is cut or set smaller where it is shown.",
    ),
    warning(
        "N902",
        "The name of a real person or group",
        "Campaigns are fictional: no real cartel, armed group or person appears in them. "
        "Places, countries and public bodies may.",
    ),
    advice(
        "N903",
        "Texts without a translation",
        "Where a translation is missing, the original is shown.",
    ),
    warning(
        "N904",
        "A translation of a text that has changed",
        "A translation belongs to the exact text that it translates; the campaign no longer has "
        "that text.",
    ),
)
