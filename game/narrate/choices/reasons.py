"""Why something is not possible, in one sentence (RULES 4 to 7)."""

from collections.abc import Callable, Mapping

from game.narrate.language import Plural, mark, mark_many
from game.narrate.things.areas import country_word
from game.narrate.things.conditions import condition_words
from game.narrate.things.phases import phase_title
from game.narrate.words import Words, plain, sentence_case
from game.rules.law import Reason

TEMPLATES: Mapping[str, str] = {
    # money
    "needs-budget": mark("Needs {needed} Budget, you have {has}."),
    "needs-capital": mark("Needs {needed} Capital, you have {has}."),
    "needs-cash": mark("Needs {needed} Cash, you have {has}."),
    "partner-needs-budget": mark("{seat} would have to pay {needed} Budget and has {has}."),
    "partner-needs-capital": mark("{seat} would have to pay {needed} Capital and has {has}."),
    "partner-needs-cash": mark("{seat} would have to pay {needed} Cash and has {has}."),
    # cards
    "card-refused": mark("A partner refused this card this quarter."),
    "card-active": mark("This card is already in effect."),
    "card-pending": mark("This card is already played: it starts in quarter {quarter}."),
    "card-too-late": mark("It would start after the last quarter."),
    "card-requires": mark("Needs {condition}."),
    "no-target": mark("Nothing fits this card now."),
    "can-be-played": mark("It can be played, so it stays."),
    "no-place": mark("There is no place where this unit may go now."),
    "pool-empty": mark("No {kind} is left in the pool."),
    # where units may be
    "wrong-ground": mark("{kind} cannot work in such an area."),
    "wrong-country": mark("{kind} cannot work in that country."),
    "wrong-mode": mark("{kind} cannot watch such a route."),
    "not-here": mark("The route does not start or end where the unit stands."),
    "gov-too-high": mark("Governance there must be {most} or less."),
    "needs-piece": mark("{kind} must be there first."),
    "out-of-reach": mark("None of your Cells is there or next door."),
    # law
    "consent-level": mark("Needs Consent {needed} in {country}, it is {level}."),
    "consent-none": mark("{country} has not opened its land to foreign units."),
    "no-jurisdiction": mark("Your unit may not act in {area}: that needs Consent 3."),
    # turns
    "game-over": mark("The game is over."),
    "wrong-phase": mark("That belongs to the phase {phase}; now it is {now}."),
    "not-your-turn": mark("It is another seat's turn."),
    "answer-first": mark("There is a question to answer first."),
    "not-legal": mark("This is not possible now."),
    # plans
    "kept-shut": mark("You have said that no others are opened."),
    # basic actions
    "not-watchable": mark("Nobody can watch that route."),
    "surged-already": mark("That route is surged already this quarter."),
    "needs-law-watch": mark("Needs a law-enforcement unit of yours that watches the route."),
    "nothing-exposed": mark("Nothing is exposed yet: Surveil first."),
    "no-law-unit": mark("Needs a law-enforcement unit of yours in {area}."),
    "no-evidence": mark("No evidence yet: a seizure, or a piece exposed or raided this quarter."),
    "has-ready": mark("You hold a Ready marker already."),
    "order-set": mark("Already set: you stand ready in this window."),
    "no-units-left": mark("No unit is left that could go anywhere now."),
    "watch-set": mark("This unit has its orders for this quarter."),
    "no-watch": mark("There is no other route that it could watch from there."),
    "no-move": mark("There is no area where it could go."),
    "governed-already": mark("You have paid for a Govern this quarter already."),
    "needs-funds": mark("Needs {needed} Budget from all partners, they have {has}."),
    "not-host": mark("Only areas of your own country, below resilient, once a quarter."),
    # taking back
    "undo-reloaded": mark("The campaign was read again; what came before stands."),
    "undo-nothing": mark("There is nothing to take back."),
    "undo-rolled": mark("A die was rolled or something hidden was shown: that stays."),
    "undo-turn": mark("The turn has passed to somebody else: that stays."),
    "undo-off": mark("This campaign is played without taking back."),
}
"""By the code of the reason."""

PLURALS: Mapping[str, tuple[Plural, str]] = {
    "needs-cases": (
        mark_many("Needs {needed} Case, you have {has}.", "Needs {needed} Cases, you have {has}."),
        "needed",
    ),
    "partner-needs-cases": (
        mark_many(
            "{seat} would need {needed} Case, there are {has}.",
            "{seat} would need {needed} Cases, there are {has}.",
        ),
        "needed",
    ),
    "card-out": (
        mark_many(
            "Its only copy is already on the map.", "All {copies} copies are already on the map."
        ),
        "copies",
    ),
    "no-deployment": (
        mark_many(
            "You have made your {most} deployment of this quarter.",
            "You have made your {most} deployments of this quarter.",
        ),
        "most",
    ),
    "pins-set": (
        mark_many("You have pinned your {most} load.", "You have pinned all {most} loads."),
        "most",
    ),
    "routes-named": (
        mark_many(
            "You have named {most} route; no other could be opened.",
            "You have named {most} routes; no more could be opened.",
        ),
        "most",
    ),
    "watch-full": (
        mark_many(
            "{most} unit already watches that route, no more may.",
            "{most} units already watch that route, no more may.",
        ),
        "most",
    ),
    "area-full": (
        mark_many(
            "{most} piece is already there, no more may stand in an area.",
            "{most} pieces are already there, no more may stand in an area.",
        ),
        "most",
    ),
    "kind-full": (
        mark_many(
            "{kind}: {most} is already there, no more may stand in an area.",
            "{kind}: {most} are already there, no more may stand in an area.",
        ),
        "most",
    ),
    "consent-presence": (
        mark_many(
            "{most} foreign unit is already there, no more is allowed.",
            "{most} foreign units are already there, no more are allowed.",
        ),
        "most",
    ),
}
"""Reasons that speak of a number of things: the templates, and which value is the number."""

UNKNOWN = mark("This is not possible now.")


def reason_text(words: Words, reason: Reason) -> str:
    """Why something is not possible, for a player."""
    values = _named(words, reason)
    plural = PLURALS.get(reason.code)
    if plural is not None:
        (one, many), key = plural
        return sentence_case(words.many(one, many, int(reason.values[key]), **values))
    return sentence_case(words.say(TEMPLATES.get(reason.code, UNKNOWN), **values))


def _named(words: Words, reason: Reason) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in reason.values.items():
        namer = _NAMES.get(key)
        if isinstance(value, int):
            values[key] = plain(value)
        else:
            values[key] = namer(words, value) if namer else value
    if reason.code == "card-requires":
        values["condition"] = _condition(words, reason)
    return values


def _condition(words: Words, reason: Reason) -> str:
    card = words.campaign.cards[words.campaign.card_ix[str(reason.values["card"])]]
    return condition_words(words, card.requires[int(reason.values["place"])])


def _kind(words: Words, name: str) -> str:
    ix = words.campaign.kind_ix.get(name)
    return name if ix is None else words.kind(ix)


_NAMES: dict[str, Callable[[Words, str], str]] = {
    "kind": _kind,
    "card": lambda words, name: words.card(words.campaign.card_ix[name]),
    "seat": lambda words, name: words.seat(words.campaign.seat_ix[name]),
    "area": lambda words, name: words.area(words.campaign.area_ix[name]),
    "route": lambda words, name: words.route(words.campaign.route_ix[name]),
    "country": country_word,
    "phase": phase_title,
    "now": phase_title,
}
