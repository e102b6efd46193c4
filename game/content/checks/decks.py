"""Portfolios and decks: every card lies on the right pile, and no pile is too small."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.problems import Problem, report, say
from game.content.whole import Whole


def holdings(whole: Whole) -> Iterator[Problem]:
    """Cards on the wrong pile, or on the pile of a seat that may not play them."""
    for place, seat in enumerate(whole.frame.seats):
        for key in ("cards", "deck"):
            for index, name in enumerate(getattr(seat, key)):
                card = whole.card[name]
                at = whole.draft.frame_place("seats", place, key, index)
                if (card.level == "tactical") != (key == "deck"):
                    says = (
                        say("`{card}` is tactical: it belongs in `deck`.", card=name)
                        if key == "cards"
                        else say("`{card}` is not tactical: it belongs in `cards`.", card=name)
                    )
                    pile = "deck" if key == "cards" else "cards"
                    fix = say("Move it to `{pile}` of `{seat}`.", pile=pile, seat=seat.id)
                    yield report("N604", at, says, fix)
                if seat.id not in card.seats:
                    says = say("`{seat}` may not play `{card}`.", seat=seat.id, card=name)
                    fix = say("Add it to the card's `seats`, or leave the card out here.")
                    yield report("N604", at, says, fix)


def sizes(whole: Whole) -> Iterator[Problem]:
    """Decks with fewer cards than a hand holds."""
    hand = whole.frame.rules.limits.hand
    for place, seat in enumerate(whole.frame.seats):
        count = sum(whole.card[name].copies for name in seat.deck)
        if seat.side != "white" and count < hand:
            says = say(
                "The deck of `{seat}` is smaller than a hand: {count} of {hand} cards.",
                seat=seat.id,
                count=count,
                hand=hand,
            )
            fix = say("Add cards to the deck, or make `hand` smaller under `rules: limits:`.")
            yield report("N603", whole.draft.frame_place("seats", place, "deck"), says, fix)


def undrawn(whole: Whole) -> Iterator[Problem]:
    """Decks of which nobody ever draws a card."""
    if whole.frame.rules.limits.hand:
        return
    for place, seat in enumerate(whole.frame.seats):
        if seat.deck:
            says = say("Nobody draws the deck of `{seat}`: a hand holds 0 cards.", seat=seat.id)
            fix = say("Write `hand: 2` under `rules: limits:`.")
            yield report("N613", whole.draft.frame_place("seats", place, "deck"), says, fix)


def unused(whole: Whole) -> Iterator[Problem]:
    """Cards that no seat can ever hold."""
    for index, card in enumerate(whole.cards):
        if whole.holders[card.id]:
            continue
        says = say("No seat holds the card `{card}`.", card=card.id)
        fix = say("Add it to the `cards` or `deck` of a seat in campaign.yaml, or leave it out.")
        place = whole.taken("cards", index) or whole.at("cards", index, "id")
        yield report("N605", place, says, fix)
