"""Standing changes of the rules in words, from an effect or from the position (RULES 10)."""

from collections.abc import Mapping

from game.content.schema.effects import ModifierEffect
from game.model.state import Mod
from game.narrate.language import Plural, mark, mark_many
from game.narrate.words import Words, signed

TEST_WORDS: Mapping[str, str] = {
    "surveil": mark("Surveil"),
    "raid": mark("Raid"),
    "case": mark("Build case"),
    "govern": mark("Govern"),
    "bribe": mark("Bribe"),
    "intimidate": mark("Intimidate"),
    "le": mark("law-enforcement Tests"),
    "any": mark("every Test"),
}
CHANGES: Mapping[str, str] = {
    "supply": mark("supply **{number}** a quarter"),
    "source-output": mark("output of the sources **{number}** a quarter"),
    "launder": mark("laundering **{number}**"),
    "gov-floor": mark("governance there does not fall below **{level}**"),
    "handover": mark("one more try to stop what was seen, by a partner across the border"),
    "income": mark("income **{number}** a quarter"),
    "upkeep": mark("upkeep of the network **{number}**"),
    "show-rotating": mark("Red sees which routes Rotating units may watch"),
    "locate": mark("every Surveil **{number}**"),
}
COUNTS: Mapping[str, Plural] = {
    "free-govern": mark_many(
        "**{number}** Govern without cost", "**{number}** Governs without cost"
    ),
    "fewer-plays": mark_many(
        "Red carries out **{number} play** fewer", "Red carries out **{number} plays** fewer"
    ),
}
LASTS: Mapping[str, str] = {
    "card": mark("{change}, while the card lasts"),
    "quarter": mark("{change}, this quarter"),
    "game": mark("{change}, to the end of the game"),
}


def modifier_effect(words: Words, effect: ModifierEffect) -> str:
    """A standing change as a card announces it."""
    seat = ""
    if effect.seat is not None and effect.seat in words.campaign.seat_ix:
        seat = words.seat(words.campaign.seat_ix[effect.seat])
    change = _change(words, effect.what, effect.by, effect.test)
    if seat:
        change = words.say("{seat}: {change}", seat=seat, change=change)
    return change if effect.lasts == "card" else words.say(LASTS[effect.lasts], change=change)


def standing_modifier(words: Words, mod: Mod) -> str:
    """A standing change of the position; empty where it has no words of its own."""
    if mod.what == "route":
        return _route(words, mod)
    change = _change(words, mod.what, mod.by, mod.test)
    return words.say(LASTS[mod.lasts], change=change) if change else ""


def route_change(words: Words, detect: int, endgame: int, cost: int) -> str:
    """A change of a route's D, E and cost: "D **+1** and E **+1**"."""
    parts = []
    if detect:
        parts.append(words.say("D **{number}**", number=signed(detect)))
    if endgame:
        parts.append(words.say("E **{number}**", number=signed(endgame)))
    if cost:
        parts.append(words.say("cost to the network **{number}**", number=signed(cost)))
    return words.all_of(parts)


def _route(words: Words, mod: Mod) -> str:
    change = route_change(words, mod.detect, mod.endgame, mod.cost)
    if not change:
        return ""
    if mod.route >= 0:
        route = words.route(mod.route)
        change = words.say("{change} on **{route}**", change=change, route=route)
    return words.say(LASTS[mod.lasts], change=change)


def _change(words: Words, what: str, by: int, test: str) -> str:
    if what == "test":
        name = words.say(TEST_WORDS[test])
        return words.say("{test} **{number}**", test=name, number=signed(by))
    if what in COUNTS:
        return words.many(*COUNTS[what], by)
    template = CHANGES.get(what)
    return words.say(template, number=signed(by), level=signed(by)) if template else ""
