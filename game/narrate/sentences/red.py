"""Plans, sealed turns and reactions in sentences."""

from game.model.events import (
    PlayDropped,
    PlayPlanned,
    PlaySignalled,
    Reacted,
    ReactionOrdered,
    RedActed,
    SealOpened,
    TurnSealed,
    UnitPinned,
    WakePreferred,
)
from game.model.ids import NO_CARD, NO_ROUTE
from game.model.state import Order
from game.narrate.choices.clauses import intention
from game.narrate.choices.windows import window_name
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says


@says(PlayPlanned, "private")
def play_planned(pen: Pen, event: PlayPlanned) -> str:
    """A play that a Red seat chose; only that seat reads this."""
    play = intention(pen, event.action)
    return pen.say("{seat} plans to {play}.", seat=pen.seat(event.seat), play=play)


@says(PlaySignalled, "headline")
def play_signalled(pen: Pen, event: PlaySignalled) -> str:
    """A play that the coalition got wind of."""
    seat, play = pen.seat(event.seat), intention(pen, event.action)
    return pen.say("**Intelligence**: {seat} means to {play}.", seat=seat, play=play)


@says(PlayDropped, "private")
def play_dropped(pen: Pen, event: PlayDropped) -> str:
    """A play that could not be carried out."""
    play = intention(pen, event.action)
    return pen.say("{seat} drops its plan to {play}.", seat=pen.seat(event.seat), play=play)


@says(RedActed)
def red_acted(pen: Pen, event: RedActed) -> str:
    """How many plays a Red seat carried out; which ones stays hidden."""
    seat = pen.seat(event.seat)
    if not event.plays:
        return pen.say("{seat} carries out no play.", seat=seat)
    return pen.many(
        "{seat} carries out **{number} play**.",
        "{seat} carries out **{number} plays**.",
        event.plays,
        seat=seat,
    )


@says(UnitPinned, "private")
def unit_pinned(pen: Pen, event: UnitPinned) -> str:
    """A unit of flow that must use a route."""
    route = pen.route(event.route)
    return pen.say("{seat} pins one load to {route}.", seat=pen.seat(event.seat), route=route)


@says(WakePreferred, "private")
def wake_preferred(pen: Pen, event: WakePreferred) -> str:
    """A dormant route that a network would open first, or that it opens no others."""
    seat = pen.seat(event.seat)
    if event.route == NO_ROUTE:
        return pen.say("{seat} opens no other route, whatever it loses.", seat=seat)
    return pen.say(
        "{seat} names {route} to open, should it lose too much.",
        seat=seat,
        route=pen.route(event.route),
    )


@says(TurnSealed, "private")
def turn_sealed(pen: Pen, event: TurnSealed) -> str:
    """A tactical turn decided beforehand."""
    seat, order = pen.seat(event.seat), intention(pen, event.sealed.order)
    if event.sealed.fallback is None:
        return pen.say("{seat} seals a turn: {order}.", seat=seat, order=order)
    fallback = intention(pen, event.sealed.fallback)
    return pen.say(
        "{seat} seals a turn: {order}, or else {fallback}.",
        seat=seat,
        order=order,
        fallback=fallback,
    )


@says(SealOpened)
def seal_opened(pen: Pen, event: SealOpened) -> str:
    """A sealed order that is now carried out."""
    return pen.say("{seat} opens a sealed order.", seat=pen.seat(event.seat))


@says(ReactionOrdered, "private")
def reaction_ordered(pen: Pen, event: ReactionOrdered) -> str:
    """A standing reaction; only its owner reads this."""
    seat, order = pen.seat(event.seat), event.order
    if order.card != NO_CARD:
        window = window_name(pen.words, order.window)
        card = pen.card(order.card)
        return pen.say(
            "{seat} stands ready with {card}, {window}.", seat=seat, card=card, window=window
        )
    if order.helps:
        return pen.say("{seat} stands ready to make a partner's Test easier.", seat=seat)
    return pen.say("{seat} stands ready to make an opponent's Test harder.", seat=seat)


@says(Reacted, "action")
def reacted(pen: Pen, event: Reacted) -> str:
    """A reaction that was carried out."""
    seat, reaction = pen.seat(event.seat), _reaction(pen, event.order)
    if event.by > 0:
        return pen.say(
            "{seat} reacts with {reaction}: one more chance in six.", seat=seat, reaction=reaction
        )
    if event.by < 0:
        return pen.say(
            "{seat} reacts with {reaction}: one chance in six less.", seat=seat, reaction=reaction
        )
    return pen.say("{seat} reacts with {reaction}.", seat=seat, reaction=reaction)


def _reaction(pen: Pen, order: Order) -> str:
    return pen.say("**Respond**") if order.card == NO_CARD else pen.card(order.card)
