"""The last chapters: margins, keys, glossary."""

from game.narrate.ending.verdict import band_word
from game.narrate.language import mark
from game.narrate.rulebook.blocks import Chapter, points, rows, text
from game.narrate.words import Words, signed

KEYS = (
    ("Tab", mark("to the next thing: prompt, lit places, actions, hand, column, tracks")),
    (mark("Arrows"), mark("to the next lit place in that direction")),
    ("1 … 9  0", mark("pick an action, a card or an answer")),
    ("Enter", mark("commit")),
    ("Esc", mark("back")),
    ("Space", mark("details of what is chosen")),
    ("H", mark("hold")),
    ("E", mark("end the turn: pass or done")),
    ("A  R", mark("agree, refuse")),
    ("Ctrl+Z", mark("take back")),
    ("Ctrl+Y", mark("do it again")),
    ("W", mark("why: the events that made a number")),
    ("B", mark("what happened since your last turn")),
    ("I", mark("inspector")),
    ("L", mark("log")),
    ("M", mark("map")),
    ("F", mark("fit the map into the window")),
    ("+  −", mark("zoom")),
    ("Ctrl +  Ctrl −", mark("size of text")),
    ("Y", mark("what the map shows: countries, governance, violence, presence")),
    ("P", mark("pause")),
    ("G  O", mark("guided step: hide or show it, done reading or skip it")),
    ("F11", mark("full screen")),
    ("F1", mark("this rulebook, at the present phase")),
    ("?", mark("list of keys")),
)
"""Every key of the board, and what it does."""

GLOSSARY = (
    (mark("Seat"), mark("a player's role.")),
    (mark("Side"), mark("the coalition (NADC), Red, or White, who leads the sitting.")),
    (mark("Area"), mark("a part of the map.")),
    (mark("Route"), mark("a way from one area to another, for loads.")),
    (mark("Load"), mark("one unit of flow. It is not a piece.")),
    (mark("Piece"), mark("anything that stands on the map.")),
    (mark("Unit"), mark("a piece of the coalition.")),
    (mark("D"), mark("chances in six to see a load.")),
    (mark("E"), mark("chances in six to stop a load that was seen.")),
    (mark("A unit's watch"), mark("the route on which a unit's D and E count.")),
    (mark("Rotating"), mark("watches one of several routes, drawn when the loads move.")),
    (mark("Dormant"), mark("not in use; the network may open it.")),
    (mark("Heat"), mark("attention that a route has drawn; it makes the route dearer.")),
    (mark("Budget, Capital"), mark("what partners pay with; Capital is political weight.")),
    (mark("Cash"), mark("what Red pays with.")),
    (mark("Event"), mark("news from outside. Some of it asks for an answer.")),
    (mark("Test"), mark("one die: N or less succeeds. You see N first.")),
    (mark("Hold, Ready marker"), mark("to do nothing now, for a better chance later.")),
    (mark("Exposed, hidden"), mark("in view of the coalition, or not.")),
    (mark("Dirty cash, stash"), mark("income not laundered yet, and where it waits.")),
    (mark("Bank"), mark("Cash put away for good; it counts at the end.")),
    (mark("Case"), mark("evidence that stands up in court.")),
    (mark("Host"), mark("the country in which an area lies.")),
    (mark("Consent"), mark("what the host lets its partners do.")),
    (mark("Reach"), mark("people who live where the network has the say.")),
    (mark("Margin"), mark("how far a seat is above or below its aim.")),
    (mark("Clean, complication"), mark("what a 1 and a 6 bring.")),
    (mark("Upkeep"), mark("what a unit or a network costs each quarter.")),
)
"""Words of the game, in the order in which they are met."""


def margins(words: Words) -> Chapter:
    """How each seat is graded, and the coalition."""
    at = words.campaign.rules.thresholds
    head = (words.say("Margin"), words.say("Result"))
    lines = [(_span(words, band), f"**{band_word(words, band)}**") for band in reversed(range(5))]
    return Chapter(
        "margins",
        words.say("Margins and grades"),
        (
            text(
                words.say(
                    "Each seat has a margin: how far it is from its own aim. **{success} or better "
                    "is success.** Equal margins are equal results.",
                    success=signed(at.bands[2]),
                )
            ),
            rows(head, *lines),
            points(
                words.say(
                    "The coalition's grade is the median of its partners, of two the weaker, and "
                    "at most one step above the weakest."
                ),
                words.say(
                    "**Floor:** Cohesion {cohesion} and Legitimacy {legitimacy} at least, Harm "
                    "{harm} at most. Else no partner does better than a setback.",
                    cohesion=at.floor_cohesion,
                    legitimacy=at.floor_legitimacy,
                    harm=at.floor_harm,
                ),
                words.say(
                    "**Early end:** Harm {harm} or Cohesion 0, and the coalition fails. No Cell, "
                    "Lab or Front left, and the network fails.",
                    harm=at.harm_end,
                ),
            ),
        ),
        "end",
    )


def _span(words: Words, band: int) -> str:
    floors = words.campaign.rules.thresholds.bands
    if band == 0:
        return words.say("{number} or less", number=signed(floors[0] - 1))
    floor = floors[band - 1]
    if band == len(floors):
        return words.say("{number} or more", number=signed(floor))
    return words.say("{low} to {high}", low=signed(floor), high=signed(floors[band] - 1))


def keys(words: Words) -> Chapter:
    """The whole game from the keyboard."""
    head = (words.say("Key"), words.say("What it does"))
    lines = [(f"**{words.say(key)}**", words.say(meaning)) for key, meaning in KEYS]
    return Chapter(
        "keys",
        words.say("Keys"),
        (
            text(words.say("Everything can be done with the mouse, and everything with keys.")),
            rows(head, *lines),
        ),
    )


def glossary(words: Words) -> Chapter:
    """The words of the game."""
    lines = [f"**{words.say(word)}**: {words.say(meaning)}" for word, meaning in GLOSSARY]
    return Chapter("glossary", words.say("Glossary"), (points(*lines),))
