"""N0: what only games show, found by `nadc check --play`."""

from game.content.problems.codes.entry import Code, error, warning

PLAYED: tuple[Code, ...] = (
    warning(
        "N001",
        "A card that could never be played",
        "In none of the games could anybody play the card. The line shown is what stood against "
        "it most often: its cost, a condition, or a target that never came about.",
    ),
    error(
        "N002",
        "A dead end",
        "A game came to a position in which somebody had to choose and nothing could be chosen.",
    ),
    error(
        "N003",
        "A game without an end",
        "A game went on far longer than any sitting. Most often injects or cards bring one "
        "another into play again and again.",
    ),
    error(
        "N004",
        "A game that broke off",
        "The program itself failed in a game. This is a mistake of the program, which the "
        "campaign has only brought to light; please report it with the campaign and the seed.",
    ),
    warning(
        "N005",
        "A seat that cannot succeed",
        "Whoever played the seat, it next to never achieved its mandate. Make its target easier "
        "under `margin`, or give it more means.",
    ),
    warning(
        "N006",
        "A seat that cannot fail",
        "Whoever played the seat, it all but always achieved its mandate, even where its choices "
        "were drawn. Make its target harder under `margin`, or give it less.",
    ),
    warning(
        "N007",
        "A card that decides the game",
        "Where choices were drawn, the seat succeeded far more often in games in which it played "
        "the card. Make the card dearer or weaker, or give the others an answer to it.",
    ),
)
