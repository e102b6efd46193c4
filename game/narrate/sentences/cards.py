"""Cards and standing modifiers in sentences."""

from game.model.events import (
    CardActivated,
    CardDrawn,
    CardEnded,
    CardPending,
    CardPlayed,
    CardUnlocked,
    ModifierBegan,
)
from game.model.ids import NO_CARD, NO_REF
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.things.modifiers import standing_modifier


@says(CardPlayed, "action")
def card_played(pen: Pen, event: CardPlayed) -> str:
    """A card that was played and paid."""
    return pen.say("{sentence}.", sentence=spoken(pen, event))


def spoken(pen: Pen, event: CardPlayed) -> str:
    """A card that was played, as a clause without its full stop."""
    seat, card = pen.seat(event.seat), pen.card(event.card)
    if event.target == NO_REF:
        return pen.say("{seat} plays {card}", seat=seat, card=card)
    target = pen.ref(event.target)
    if event.second == NO_REF:
        return pen.say("{seat} plays {card} on {target}", seat=seat, card=card, target=target)
    return pen.say(
        "{seat} plays {card} on {target} and {second}",
        seat=seat,
        card=card,
        target=target,
        second=pen.ref(event.second),
    )


@says(CardPending)
def card_pending(pen: Pen, event: CardPending) -> str:
    """A strategic card that waits for its quarter."""
    card = pen.card(event.card)
    joined = event.joined & ~(1 << event.seat)
    if not joined:
        return pen.say("{card} starts in quarter {quarter}.", card=card, quarter=event.due)
    return pen.say(
        "{card} starts in quarter {quarter}, joined by {seats}.",
        card=card,
        quarter=event.due,
        seats=pen.seats(type(event.joined)(joined)),
    )


@says(CardActivated)
def card_activated(pen: Pen, event: CardActivated) -> str | None:
    """A strategic card that takes effect; operational ones do so when they are played."""
    if pen.words.campaign.cards[event.card].level != "strategic":
        return None
    card = pen.card(event.card)
    if event.until < 0:
        return pen.say("{card} takes effect and lasts until repealed.", card=card)
    if event.until <= pen.moment.quarter:
        return pen.say("{card} takes effect this quarter.", card=card)
    return pen.say(
        "{card} takes effect and lasts to quarter {quarter}.", card=card, quarter=event.until
    )


@says(CardEnded)
def card_ended(pen: Pen, event: CardEnded) -> str:
    """A card that went back to its portfolio."""
    card = pen.card(event.card)
    if pen.words.campaign.cards[event.card].level != "strategic":
        return pen.say("{card} can be played again.", card=card)
    if event.repealed:
        return pen.say("The effects of {card} stop.", card=card)
    return pen.say("{card} has run its course and goes back to its portfolio.", card=card)


@says(CardUnlocked)
def card_unlocked(pen: Pen, event: CardUnlocked) -> str:
    """A card that became playable."""
    return pen.say("{card} can now be played.", card=pen.card(event.card))


@says(CardDrawn, "private")
def card_drawn(pen: Pen, event: CardDrawn) -> str:
    """A card that came into a hand; only its owner reads this."""
    return pen.say("{seat} draws {card}.", seat=pen.seat(event.seat), card=pen.card(event.card))


@says(ModifierBegan)
def modifier_began(pen: Pen, event: ModifierBegan) -> str | None:
    """A standing change of the rules."""
    change = standing_modifier(pen.words, event.mod)
    if not change:
        return None
    if event.mod.route >= 0:
        pen.link("route", event.mod.route)
    if event.mod.card == NO_CARD:
        return pen.say("{sentence}.", sentence=change)
    return pen.say("{card}: {sentence}.", card=pen.card(event.mod.card), sentence=change)
