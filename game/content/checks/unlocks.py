"""Unlock chains: a card is of use only if there is a way to the point where it can be played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.conditions import AllHold, AnyHolds, Comparison, Condition, read_condition
from game.content.problems import Problem, Sentence, report, say
from game.content.ranges import Range, Ranges, outcome
from game.content.schema.effects import UnlockEffect
from game.content.whole import Whole, effects_of_card, effects_of_inject

_OF_CARDS = ("active", "pending", "played")


def closed(whole: Whole) -> Iterator[Problem]:
    """Cards whose conditions can never come about, and that nothing else unlocks."""
    ranges = Ranges(whole)
    playable = _playable(whole, ranges)
    for index, card in enumerate(whole.cards):
        if card.id in playable or not whole.holders[card.id]:
            continue
        for place, condition in enumerate(card.requires):
            if not _possible(read_condition(condition), ranges, playable, card.id):
                says = say(
                    "`{card}` can never be played, because what it requires never holds: {needed}.",
                    card=card.id,
                    needed=_written(read_condition(condition)),
                )
                at = whole.taken("cards", index) or whole.at("cards", index, "requires", place)
                yield report("N602", at, says, _chain(whole, read_condition(condition), playable))


_AN_INJECT = ""


def _openers(whole: Whole) -> Mapping[str, set[str]]:
    """For each card that something unlocks: the cards that do, and an empty word for injects."""
    openers: dict[str, set[str]] = {card.id: set() for card in whole.cards}
    for card in whole.cards:
        for _, effect in effects_of_card(card):
            if isinstance(effect, UnlockEffect) and effect.card in openers:
                openers[effect.card].add(card.id)
    for inject in whole.injects:
        for _, effect in effects_of_inject(inject):
            if isinstance(effect, UnlockEffect) and effect.card in openers:
                openers[effect.card].add(_AN_INJECT)
    return openers


def _playable(whole: Whole, ranges: Ranges) -> set[str]:
    """The cards that can be played at some point, found by opening one after the other.

    A card opens when its conditions can hold, or when what unlocks it can be played.
    """
    openers = _openers(whole)
    conditions = {card.id: [read_condition(c) for c in card.requires] for card in whole.cards}
    closed = [card.id for card in whole.cards if whole.holders[card.id]]
    playable: set[str] = set()
    count = -1
    while count < len(playable):
        count = len(playable)
        for name in closed:
            if openers[name] & (playable | {_AN_INJECT}) or all(
                _possible(condition, ranges, playable, name) for condition in conditions[name]
            ):
                playable.add(name)
        closed = [name for name in closed if name not in playable]
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


def _written(condition: Condition) -> str:
    """A condition as it would stand in a file."""
    if isinstance(condition, Comparison):
        return str(condition)
    return f"{condition.word}: [{', '.join(str(part) for part in condition.parts)}]"


def _chain(whole: Whole, condition: Condition, playable: set[str]) -> Sentence | None:
    parts = (condition,) if isinstance(condition, Comparison) else condition.parts
    for part in parts:
        name = part.argument
        if part.quantity not in _OF_CARDS or name is None or name in playable:
            continue
        if name not in whole.card:
            return say(
                "It needs the card `{card}`, which is not in this campaign: take that one from the "
                "library as well, or write it, and put it on a pile; or leave this one out.",
                card=name,
            )
        if not whole.holders[name]:
            return say("It needs the card `{card}`, which lies on no pile.", card=name)
        return say("It needs the card `{card}`, which can never be played either.", card=name)
    return None
