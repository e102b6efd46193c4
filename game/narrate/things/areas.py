"""Areas and routes in words: kind, country, governance, violence, mode (RULES 2)."""

from collections.abc import Mapping

from game.narrate.language import mark
from game.narrate.words import Words, signed

KINDS: Mapping[str, str] = {
    "source": mark("source"),
    "transit": mark("transit"),
    "home": mark("home area"),
    "border": mark("border sector"),
    "market": mark("market"),
    "sea": mark("open sea"),
    "box": mark("off the map"),
}
COUNTRIES: Mapping[str, str] = {
    "us": mark("United States"),
    "mexico": mark("Mexico"),
    "canada": mark("Canada"),
    "central-america": mark("Central America"),
    "caribbean": mark("Caribbean"),
    "south-america": mark("South America"),
    "overseas": mark("overseas"),
    "sea": mark("international waters"),
    "none": mark("no country"),
}
GOVERNANCE: Mapping[int, str] = {
    -2: mark("captured"),
    -1: mark("penetrated"),
    0: mark("contested"),
    1: mark("stable"),
    2: mark("resilient"),
}
GOVERNANCE_MEANS: Mapping[int, str] = {
    -2: mark("The network decides here."),
    -1: mark("The network has its people in offices and streets."),
    0: mark("Neither side can count on this place."),
    1: mark("Institutions work: routes into this area are better guarded."),
    2: mark("Institutions hold, even under pressure."),
}
VIOLENCE = (mark("calm"), mark("tense"), mark("violent"), mark("out of hand"))
MODES: Mapping[str, str] = {
    "land": mark("by land"),
    "sea": mark("by sea"),
    "air": mark("by air"),
    "cyber": mark("through networks"),
    "finance": mark("through banks"),
}


def area_line(words: Words, area: int) -> str:
    """An area's kind and country: "border sector, United States"."""
    spec = words.campaign.areas[area]
    kind = words.say(KINDS[spec.kind])
    if spec.country in ("none", "sea"):
        return kind
    return words.say("{kind}, {country}", kind=kind, country=country_word(words, spec.country))


def country_word(words: Words, country: str) -> str:
    """A country's name."""
    return words.say(COUNTRIES[country])


def gov_word(words: Words, step: int) -> str:
    """A step of the governance ladder in a word."""
    return words.say(GOVERNANCE[step])


def gov_line(words: Words, step: int) -> str:
    """A step of the ladder with its number: "penetrated, −1"."""
    return words.say("{word}, {step}", word=gov_word(words, step), step=signed(step))


def gov_means(words: Words, step: int) -> str:
    """What a step of the ladder means."""
    return words.say(GOVERNANCE_MEANS[step])


def violence_word(words: Words, level: int) -> str:
    """A level of violence in a word."""
    return words.say(VIOLENCE[level])


def mode_word(words: Words, mode: str) -> str:
    """How a route runs: "by land"."""
    return words.say(MODES[mode])


def route_line(words: Words, route: int) -> str:
    """Where a route runs and how: "Northwest to Baja, by land"."""
    spec = words.campaign.routes[route]
    ix = words.campaign.area_ix
    return words.say(
        "{start} to {end}, {mode}",
        start=words.area(ix[spec.from_]),
        end=words.area(ix[spec.to]),
        mode=mode_word(words, spec.mode),
    )


def route_traits(words: Words, route: int) -> tuple[str, ...]:
    """What is special about a route, in short sentences."""
    spec = words.campaign.routes[route]
    found = [
        words.many(
            "Carries {number} load before it is crowded.",
            "Carries {number} loads before it is crowded.",
            spec.cap,
        )
    ]
    if spec.backstop:
        found = [words.say("Many small loads: it never closes and never fills.")]
    if not spec.watchable:
        found.append(words.say("Nobody can watch it."))
    return tuple(found)
