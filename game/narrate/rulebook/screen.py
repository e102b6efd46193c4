"""The chapters about the screen: its four places, the tracks, and what seats pay with."""

from game.content.schema.words import TRACKS
from game.narrate.rulebook.blocks import Block, Chapter, points, rows, text
from game.narrate.things.tracks import track_text
from game.narrate.words import Words

_CYBER_ONLY = "resilience"


def the_screen(words: Words) -> Chapter:
    """What stands where, and what it answers."""
    blocks = [
        text(words.say("Four places of the screen answer four questions.")),
        points(
            words.say("**Top: how are we doing?** The phases of the quarter, and the tracks."),
            words.say("**Map: where?** What has a gold edge can be chosen now."),
            words.say(
                "**Right: why?** What you point at, and what happened. W, or a click on a number, "
                "tells what made it. In a narrow window I and L open these two."
            ),
            words.say(
                "**Bottom: what can I do?** Actions and cards. What is grey tells what it lacks."
            ),
        ),
        text(
            words.say(
                "The bar in a seat's colour says whose turn it is and what to do. Where a chance "
                "counts, you see it before you commit, and you can still go back."
            )
        ),
        points(*_helps(words)),
    ]
    return Chapter("screen", words.say("The screen"), tuple(blocks))


def _helps(words: Words) -> list[str]:
    frame = words.campaign.frame
    found = [
        words.say(
            "**The timer** is soft: at zero its edge shows, and nothing is taken from you. P "
            "pauses it."
        )
    ]
    if words.campaign.rules.undo:
        found.append(
            words.say(
                "**Undo** takes your last choice back, until dice are rolled, something hidden "
                "shows or the turn passes on."
            )
        )
    if frame.guide:
        found.append(
            words.say(
                "**Guided steps** stand in the strip with the gold edge. G hides and shows it; O "
                "says that you have read it, or skips the step. They never change the game."
            )
        )
    return found


def tracks(words: Words) -> Chapter:
    """Every public number, what it tells and where it matters; then what seats pay with."""
    head = (words.say("Track"), words.say("What it tells"), words.say("Where it matters"))
    has_cyber = "cyber" in words.campaign.frame.modules
    shown = [ix for ix, name in enumerate(TRACKS) if name != _CYBER_ONLY or has_cyber]
    return Chapter(
        "tracks",
        words.say("Tracks, Budget and Capital"),
        (
            text(words.say("The numbers at the top are public. Everybody moves them.")),
            rows(head, *(_track(words, ix) for ix in shown)),
            _means(words),
        ),
    )


def _track(words: Words, track: int) -> tuple[str, str, str]:
    said = track_text(words, track)
    matters = " ".join(f"**{at.value}**: {at.text}" for at in said.thresholds)
    direction = f" ({said.direction})" if said.direction else ""
    return f"**{said.name}**{direction}", said.meaning, matters


def _means(words: Words) -> Block:
    money = words.campaign.rules.money
    return points(
        words.say(
            "**Budget** pays for cards, units and Govern. Each partner receives its income once a "
            "quarter; at most {kept} unspent is kept for the next.",
            kept=money.budget_kept,
        ),
        words.say(
            "**Govern** is paid last, when the quarter ends, and costs {cost} Budget: save for it.",
            cost=money.govern_budget,
        ),
        words.say(
            "**Capital** is political weight. Strategic cards cost some; a partner has at most "
            "{most}.",
            most=money.capital_max,
        ),
        words.say("**Cash** is what the network pays with; its Fronts make it from what arrives."),
    )
