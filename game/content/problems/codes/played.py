"""N0: what only games show, found by `nadc check --play`."""

from game.content.problems.codes.entry import Code, advice, error, warning

PLAYED: tuple[Code, ...] = (
    warning(
        "N001",
        "A card that could never be played",
        "Bots and dice tried for many games, so people will fail as well. The line shown is what "
        "stood in the way most often. A cost: lower it, or raise the `income`. A condition: look "
        "whether any other card brings it about early enough. A target: what it asks for never "
        "came about, or was never seen; let it ask for less. Nothing left in the pool: raise the "
        "count, or place one piece less at the start.",
    ),
    error(
        "N002",
        "A dead end",
        "Somebody had to choose and there was nothing to choose from. Please report it with the "
        "campaign and the seed: whatever a campaign says, the rules should always leave a way.",
    ),
    error(
        "N003",
        "A game without an end",
        "A game went on far longer than any sitting. Look for injects and cards that bring one "
        "another into play in a circle, for `repeat: true`, and for effects that give the means "
        "for playing the same card again.",
    ),
    error(
        "N004",
        "A game that broke off",
        "The program itself failed in a game. Your campaign has only brought the mistake to "
        "light; please report it with the campaign and the seed, by which the game can be played "
        "again exactly.",
    ),
    warning(
        "N005",
        "A seat that cannot succeed",
        "Whoever sits there learns only that it was hopeless. The message says how its bots fared "
        "and how drawn choices did: if both fail, the target under `margin` is out of reach; if "
        "only the bots do, their lines miss what the seat needs. Move the target by one or two, "
        "then play again.",
    ),
    warning(
        "N006",
        "A seat that cannot fail",
        "If even drawn choices succeed, what a trainee decides makes no difference. Make the "
        "target under `margin` harder by one or two, give the seat less `income`, or the other "
        "side an answer, then play again.",
    ),
    warning(
        "N007",
        "A card that decides the game",
        "Where all choices were drawn, the seat succeeded far more often in games in which it had "
        "played this card. Everybody will find that out by the second sitting, and play nothing "
        "else. Make it dearer, slower (`delay`) or weaker, or give the others an answer to it.",
    ),
    advice(
        "N008",
        "A card that no bot plays",
        "Bots play only what their lines say, and those of the library name only library cards. "
        "So nothing that these games show holds for a sitting in which people do play the card. "
        "Write a bot for the seat (`nadc new bot`), or a line for the card into the one it has, "
        "above what the bot can always do.",
        wrong="tactical:\n  - {do: hold, why: Wait.}\n",
        right="tactical:\n  - {do: play, card: night-watch, why: Look once more.}\n"
        "  - {do: hold, why: Wait.}\n",
    ),
    advice(
        "N009",
        "A seat that its own bot loses, or wins, nearly always",
        "Counted are the games in which every seat was played by the bot that it names; bots stand "
        "in wherever people are missing, so this is what a sitting will be like. Fewer successes "
        "than 20 in 100 dishearten, more than 80 teach nothing. Move the target under `margin` by "
        "one or two towards the middle, then play again; look at the other seats' shares, too. "
        "Where the share is near 20 or 80 %, play more games before you believe it.",
        wrong="margin: {kind: us, harm: 2}\n",
        right="margin: {kind: us, harm: 8}\n",
    ),
)
