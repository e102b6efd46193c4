"""Unlock chains: a card is of use only if there is a way to the point where it can be played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.conditions import AllHold, AnyHolds, Comparison, Condition, read_condition
from game.content.problems import Place, Problem, Sentence, report, say
from game.content.ranges import Range, Ranges, outcome
from game.content.schema.cards import Card
from game.content.schema.effects import UnlockEffect
from game.content.whole import Whole, effects_of_card, effects_of_inject

_OF_CARDS = ("active", "pending", "played")


def closed(whole: Whole) -> Iterator[Problem]:
    """Cards whose conditions, or the cards that unlock them, can never come about."""
    ranges = Ranges(whole)
    openers = _openers(whole)
    playable = _playable(whole, ranges, openers)
    for index, card in enumerate(whole.cards):
        if card.id in playable or not whole.holders[card.id]:
            continue
        for place, condition in enumerate(card.requires):
            if not _possible(read_condition(condition), ranges, playable, card.id):
                says = say("`{card}` can never be played: this never holds.", card=card.id)
                at = whole.at("cards", index, "requires", place)
                yield report("N602", at, says, _chain(whole, read_condition(condition), playable))
        if card.id in openers and not openers[card.id] & (playable | {_ALWAYS}):
            yield _locked(card, whole.at("cards", index, "id"), openers)


_ALWAYS = "an inject"


def _openers(whole: Whole) -> Mapping[str, set[str]]:
    """For each card that something unlocks: the cards that do, and a mark for injects."""
    openers: dict[str, set[str]] = {}
    for card in whole.cards:
        for _, effect in effects_of_card(card):
            if isinstance(effect, UnlockEffect):
                openers.setdefault(effect.card, set()).add(card.id)
    for inject in whole.injects:
        for _, effect in effects_of_inject(inject):
            if isinstance(effect, UnlockEffect):
                openers.setdefault(effect.card, set()).add(_ALWAYS)
    return openers


def _playable(whole: Whole, ranges: Ranges, openers: Mapping[str, set[str]]) -> set[str]:
    """The cards that can be played at some point, found by opening one after the other."""
    conditions = {card.id: [read_condition(c) for c in card.requires] for card in whole.cards}
    held = [card for card in whole.cards if whole.holders[card.id]]
    playable: set[str] = set()
    found = True
    while found:
        found = False
        for card in held:
            if card.id in playable:
                continue
            is_open = card.id not in openers or openers[card.id] & (playable | {_ALWAYS})
            if is_open and all(
                _possible(c, ranges, playable, card.id) for c in conditions[card.id]
            ):
                playable.add(card.id)
                found = True
    return playable


def _possible(condition: Condition, ranges: Ranges, playable: set[str], card: str) -> bool:
    """Whether a condition can hold before `card` was ever played."""
    match condition:
        case Comparison():
            found = ranges.of(condition)
            if condition.quantity in _OF_CARDS:
                reachable = condition.argument in playable and condition.argument != card
                found = Range(0, 1) if reachable else Range(0, 0)
            return outcome(condition, found) is not False
        case AllHold(parts):
            return all(_possible(part, ranges, playable, card) for part in parts)
        case AnyHolds(parts):
            return any(_possible(part, ranges, playable, card) for part in parts)


def _chain(whole: Whole, condition: Condition, playable: set[str]) -> Sentence | None:
    parts = (condition,) if isinstance(condition, Comparison) else condition.parts
    for part in parts:
        name = part.argument
        if part.quantity not in _OF_CARDS or name is None or name in playable:
            continue
        if name not in whole.card:
            return say("The card `{card}` is not in this campaign.", card=name)
        if not whole.holders[name]:
            return say("No seat holds the card `{card}`.", card=name)
        return say("The card `{card}` can never be played either.", card=name)
    return None


def _locked(card: Card, place: Place, openers: Mapping[str, set[str]]) -> Problem:
    says = say(
        "`{card}` can never be played: what unlocks it cannot be played itself.", card=card.id
    )
    names = ", ".join(sorted(openers[card.id]))
    return report("N602", place, says, say("It is unlocked by: {cards}.", cards=names))
