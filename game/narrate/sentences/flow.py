"""FLOW in sentences: what was seized or seen is told; what passed unseen is only counted."""

from game.model.events import (
    FlowBegan,
    FlowSettled,
    Laundered,
    PlaysCut,
    SupplyCut,
    UnitDrawn,
    UnitFlowed,
    UnitSighted,
)
from game.model.ids import NO_ROUTE
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says


@says(UnitDrawn)
def unit_drawn(pen: Pen, event: UnitDrawn) -> str:
    """Which route a Rotating unit watches this time."""
    piece, route = pen.piece_there(event.piece), pen.route(event.route)
    return pen.say("{piece}, Rotating, watches {route} this time.", piece=piece, route=route)


@says(FlowBegan, "flow")
def flow_began(pen: Pen, event: FlowBegan) -> str:
    """How much sets out."""
    return pen.many("**{number} load** sets out.", "**{number} loads** set out.", event.routed)


@says(UnitFlowed, "flow")
def unit_flowed(pen: Pen, event: UnitFlowed) -> str | None:
    """A unit that somebody detected, and what became of it."""
    seen = tuple(dict.fromkeys(event.seen_at))
    if event.seized_at == NO_ROUTE:
        if not seen:
            return None
        return pen.say("A load is seen on {routes}, but not stopped.", routes=pen.routes(seen))
    detect, endgame, handover = next(
        (tuple(rolls[1:]) for rolls in event.rolls if rolls[0] == event.seized_at), (0, 0, 0)
    )
    seized = _seized(pen, event.seized_at, detect, endgame, handover)
    if not seen:
        return seized
    before = pen.say("Before that it was seen on {routes}.", routes=pen.routes(seen))
    return f"{seized} {before}"


@says(UnitSighted, "flow")
def unit_sighted(pen: Pen, event: UnitSighted) -> str | None:
    """The same as the coalition knows it; told once where the whole way is known."""
    if event.number in pen.moment.followed:
        return None
    if event.seized:
        return _seized(pen, event.route, *event.rolls)
    return pen.say("A load is seen on {routes}, but not stopped.", routes=pen.route(event.route))


def _seized(pen: Pen, route: int, detect: int, endgame: int, handover: int) -> str:
    values = {"route": pen.route(route), "detect": detect, "endgame": handover or endgame}
    if handover:
        return pen.say(
            "A load is **seized** on {route}: detected on a {detect}, "
            "stopped after hand-over on a {endgame}.",
            **values,
        )
    return pen.say(
        "A load is **seized** on {route}: detected on a {detect}, stopped on a {endgame}.",
        **values,
    )


@says(FlowSettled, "flow")
def flow_settled(pen: Pen, event: FlowSettled) -> str:
    """The quarter's flow in numbers."""
    routed, seized, seen, delivered, _ = event.counts
    arrived = pen.many(
        "**{delivered}** of {number} load arrived, **{seized}** seized.",
        "**{delivered}** of {number} loads arrived, **{seized}** seized.",
        routed,
        delivered=delivered,
        seized=seized,
    )
    missed = pen.many(
        "**{number}** time a load was seen and not stopped.",
        "**{number}** times a load was seen and not stopped.",
        seen,
    )
    losses = pen.say(
        "The network lost {loss} % of them; from {tolerance} % on it opens other routes.",
        loss=event.loss,
        tolerance=event.tolerance,
    )
    return f"{arrived} {missed} {losses}" if seen else f"{arrived} {losses}"


@says(Laundered, "private")
def laundered(pen: Pen, event: Laundered) -> str:
    """The network's money of the quarter; only it reads this."""
    return pen.say(
        "{seat} takes in **{income}** dirty cash and launders **{cleaned}**. Upkeep is {upkeep}.",
        seat=pen.seat(event.seat),
        income=event.income,
        cleaned=event.cleaned,
        upkeep=event.upkeep,
    )


@says(SupplyCut)
def supply_cut(pen: Pen, event: SupplyCut) -> str | None:
    """Upkeep that could not be paid."""
    if not event.by:
        return None
    return pen.many(
        "{seat} cannot pay all its upkeep: **{number} load** less sets out next quarter.",
        "{seat} cannot pay all its upkeep: **{number} loads** less set out next quarter.",
        event.by,
        seat=pen.seat(event.seat),
    )


@says(PlaysCut)
def plays_cut(pen: Pen, event: PlaysCut) -> str | None:
    """A network that can do less next time."""
    if not event.value:
        return None
    return pen.many(
        "{seat} will carry out **{number} play** fewer in its next reveal.",
        "{seat} will carry out **{number} plays** fewer in its next reveal.",
        event.value,
        seat=pen.seat(event.seat),
    )
