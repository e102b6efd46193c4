"""Areas and routes in sentences."""

from game.model.events import (
    GovChanged,
    HeatChanged,
    RouteClosed,
    RouteKnown,
    RouteOpened,
    RouteSurged,
    RouteWatched,
    ViolenceChanged,
)
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.things.areas import gov_word
from game.narrate.words import signed


@says(GovChanged)
def gov_changed(pen: Pen, event: GovChanged) -> str:
    """A step on the governance ladder."""
    values = {
        "area": pen.area(event.area),
        "word": gov_word(pen.words, event.after),
        "step": signed(event.after),
    }
    if event.after > event.before:
        return pen.say("Governance in {area} rises to **{word}** ({step}).", **values)
    return pen.say("Governance in {area} falls to **{word}** ({step}).", **values)


@says(ViolenceChanged)
def violence_changed(pen: Pen, event: ViolenceChanged) -> str:
    """Violence that rose or fell."""
    area = pen.area(event.area)
    if event.after > event.before:
        return pen.say("Violence in {area} rises to **{level}**.", area=area, level=event.after)
    return pen.say("Violence in {area} falls to **{level}**.", area=area, level=event.after)


@says(HeatChanged)
def heat_changed(pen: Pen, event: HeatChanged) -> str | None:
    """Heat on a route; half steps of cooling go without saying."""
    route = pen.route(event.route)
    if event.after == event.before:
        return None
    if event.after > event.before:
        return pen.say("Heat on {route} rises to **{level}**.", route=route, level=event.after)
    return pen.say("Heat on {route} falls to **{level}**.", route=route, level=event.after)


@says(RouteOpened)
def route_opened(pen: Pen, event: RouteOpened) -> str:
    """A dormant route that came into use."""
    route = pen.route(event.route)
    if event.seat < 0:
        return pen.say("{route} comes into use.", route=route)
    return pen.say("{seat} opens {route}.", seat=pen.seat(event.seat), route=route)


@says(RouteClosed)
def route_closed(pen: Pen, event: RouteClosed) -> str:
    """A route that fell out of use."""
    return pen.say("{route} falls out of use.", route=pen.route(event.route))


@says(RouteKnown)
def route_known(pen: Pen, event: RouteKnown) -> str:
    """A new route that the coalition found."""
    return pen.say("{route} is found to be in use.", route=pen.route(event.route))


@says(RouteWatched)
def route_watched(pen: Pen, event: RouteWatched) -> str:
    """A route whose true flow became known."""
    return pen.say("The true flow of {route} is known now.", route=pen.route(event.route))


@says(RouteSurged)
def route_surged(pen: Pen, event: RouteSurged) -> str:
    """A route with more chances this quarter."""
    return pen.say("{route} has **+1 D** and **+1 E** this quarter.", route=pen.route(event.route))
