"""One-line conditions in plain words: `cohesion >= 6` is "Cohesion 6 or more"."""

from collections.abc import Callable, Mapping

from game.content.conditions import AllHold, Comparison, Condition, read_condition
from game.content.schema.words import TRACKS, AllOf, AnyOf
from game.narrate.language import mark
from game.narrate.words import TRACK_NAMES, Words, plain

QUANTITIES: Mapping[str, str] = {
    "quarter": mark("quarter"),
    "quarters_left": mark("quarters left"),
    "round": mark("tactical round"),
    "budget": mark("{name}'s Budget"),
    "capital": mark("{name}'s Capital"),
    "cash": mark("{name}'s Cash"),
    "bank": mark("{name}'s banked Cash"),
    "stash": mark("{name}'s stash"),
    "supply": mark("{name}'s supply"),
    "launder_gap": mark("{name}'s supply beyond what its Fronts launder"),
    "fronts": mark("{name}'s Fronts"),
    "labs": mark("{name}'s Labs"),
    "cells": mark("{name}'s Cells"),
    "reach": mark("{name}'s Reach"),
    "units": mark("{name}'s pieces on the map"),
    "hand": mark("cards in {name}'s hand"),
    "margin": mark("{name}'s margin"),
    "gov": mark("governance in {name}"),
    "violence": mark("violence in {name}"),
    "gov_score": mark("governance score"),
    "heat": mark("heat on {name}"),
    "flow": mark("last quarter's flow on {name}"),
    "watchers": mark("units watching {name}"),
    "pieces": mark("{name} on the map"),
    "exposed": mark("exposed {name}"),
    "loss_rate": mark("{name}'s losses"),
    "routed": mark("loads sent out last quarter"),
    "delivered": mark("loads delivered last quarter"),
    "seized": mark("loads seized last quarter"),
    "seen_not_stopped": mark("loads seen but not stopped last quarter"),
    "undetected": mark("loads delivered unseen last quarter"),
}
TRUTHS: Mapping[str, tuple[str, str]] = {
    "active": (mark("{name} in effect"), mark("{name} not in effect")),
    "pending": (mark("{name} about to start"), mark("{name} not about to start")),
    "played": (mark("{name} played before"), mark("{name} not played before")),
    "ran_before": (
        mark("{name} played there last quarter, too"),
        mark("{name} not played there last quarter"),
    ),
    "open": (mark("{name} in use"), mark("{name} not in use")),
    "ready": (mark("{name} holds a Ready marker"), mark("{name} holds no Ready marker")),
    "unlocked": (mark("{name} unlocked"), mark("{name} not unlocked")),
}
COMPARISONS: Mapping[str, str] = {
    ">=": mark("{what} {number} or more"),
    "<=": mark("{what} {number} or less"),
    ">": mark("{what} more than {number}"),
    "<": mark("{what} less than {number}"),
    "==": mark("{what} exactly {number}"),
    "!=": mark("{what} other than {number}"),
}


def condition_words(words: Words, written: str | AllOf | AnyOf) -> str:
    """A condition as a campaign's files hold it, in plain words."""
    return read_words(words, read_condition(written))


def read_words(words: Words, condition: Condition) -> str:
    """A condition in plain words."""
    if isinstance(condition, Comparison):
        return _comparison(words, condition)
    parts = [_comparison(words, part) for part in condition.parts]
    return words.all_of(parts) if isinstance(condition, AllHold) else words.any_of(parts)


def _comparison(words: Words, one: Comparison) -> str:
    truth = TRUTHS.get(one.quantity)
    if truth is not None:
        is_meant = one.test(1)
        return words.say(truth[0] if is_meant else truth[1], name=_name(words, one))
    share = one.quantity == "loss_rate"
    number = f"{round(one.number * 100)} %" if share else plain(int(one.number))
    return words.say(COMPARISONS[one.operator], what=_quantity(words, one), number=number)


def _quantity(words: Words, one: Comparison) -> str:
    if one.quantity in TRACKS:
        return words.say(TRACK_NAMES[one.quantity])
    return words.say(QUANTITIES[one.quantity], name=_name(words, one))


def _name(words: Words, one: Comparison) -> str:
    if one.argument is None:
        return ""
    campaign = words.campaign
    places: tuple[tuple[Mapping[str, int], Callable[[int], str]], ...] = (
        (campaign.seat_ix, words.seat),
        (campaign.area_ix, words.area),
        (campaign.route_ix, words.route),
        (campaign.card_ix, words.card),
        (campaign.kind_ix, words.kinds),
    )
    for ix, name in places:
        if one.argument in ix:
            return name(ix[one.argument])
    return one.argument
