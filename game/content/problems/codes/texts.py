"""N9: texts and their translations."""

from game.content.problems.codes.entry import Code, advice, warning

TEXTS: tuple[Code, ...] = (
    warning(
        "N901",
        "A text that is too long for its place",
        "Cards, plates and buttons have a fixed size, also on a small screen and with large "
        "text. A text that is longer than fits is set smaller or cut, and what is cut is most "
        "often the number that matters. Say one thing and stop; the rest has room under "
        "`discuss`.",
    ),
    warning(
        "N902",
        "The name of a real person or group",
        "Trainees take what they play for what is true, and a real group or person has no say in "
        "it. So every network, gang and name is invented; places, countries and public bodies "
        "may be real, because they are only the stage.",
    ),
    advice(
        "N903",
        "Texts without a translation",
        "Each of them is shown in English until somebody translates it, so a half-translated "
        "sitting mixes two languages. `nadc translate FOLDER --list` lists them with the lines on "
        "which they stand in the campaign. A translation that is to wait says so at the end of "
        "the line `texts:`, and this is not told again.",
        wrong='texts:\n  - text: Harm\n    translation: ""\n',
        right="texts:  # nadc: ignore N903 because French comes in spring\n"
        '  - text: Harm\n    translation: ""\n',
    ),
    warning(
        "N904",
        "A translation of a text that has changed",
        "People see the English text again, because the translation may no longer say the same. "
        "`nadc translate FOLDER` finds by the place what the text has become, and notes the old "
        "text under `was`. Compare the two, correct the translation, remove the line `was`.",
        wrong="- text: low Harm, calm Border\n  was: low Harm\n  translation: poco Daño\n",
        right="- text: low Harm, calm Border\n  translation: poco Daño, Frontera en calma\n",
    ),
    warning(
        "N905",
        "A translation that lost its marks",
        "Two stars before and after a word make it bold in every language: the numbers of a card "
        "are found by them at a glance. What stands in braces is replaced by a number or a name "
        "when the text is shown. Translators often lose both.",
        wrong='- text: "Costs **1** Budget."\n  translation: "Cuesta 1 Presupuesto."\n',
        right='- text: "Costs **1** Budget."\n  translation: "Cuesta **1** Presupuesto."\n',
    ),
)
