"""The map: every area has a place, a way leads from every source to a market."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.problems import Problem, report, say
from game.content.schema.board import Area, Route
from game.content.whole import Whole


def places(whole: Whole) -> Iterator[Problem]:
    """Areas without a place on the board, with several, or on ground that another one has."""
    taken: dict[str, Area] = {}
    for index, area in enumerate(whole.areas):
        ways = [key for key in ("covers", "node", "box") if getattr(area, key)]
        if not ways:
            says = say("The area `{id}` has no place on the board.", id=area.id)
            fix = say("Give it `covers` (map areas), `node` (a point of the map) or `box`.")
            yield report("N501", whole.at("areas", index), says, fix)
        elif len(ways) > 1:
            says = say("The area `{id}` has more than one place on the board.", id=area.id)
            fix = say("Keep only one of {keys}.", keys=", ".join(f"`{way}`" for way in ways))
            yield report("N501", whole.at("areas", index, ways[1]), says, fix)
        for place, covered in enumerate(area.covers):
            other = taken.setdefault(covered, area)
            if other is not area or covered in area.covers[:place]:
                says = say(
                    "`{covered}` already belongs to `{other}`.", covered=covered, other=other.id
                )
                fix = say("Take it out of one of the two areas.")
                yield report("N502", whole.at("areas", index, "covers", place), says, fix)


def ways(whole: Whole) -> Iterator[Problem]:
    """Routes from an area to itself, and sources from which no open way leads to a market."""
    for index, route in enumerate(whole.routes):
        if route.from_ == route.to:
            says = say("The route `{id}` ends where it begins.", id=route.id)
            fix = say("Write another area after `to:`, or leave the route out.")
            yield report("N503", whole.at("routes", index, "to"), says, fix)
        if route.backstop and route.dormant:
            says = say("The backstop `{id}` must be in use from the start.", id=route.id)
            fix = say("Remove `dormant: true`.")
            yield report("N505", whole.at("routes", index, "dormant"), says, fix)
    markets = {area.id for area in whole.areas if area.kind == "market"}
    sources = [area.id for area in whole.areas if area.kind == "source"]
    if not markets or not sources:
        says = say("The map needs at least one area of kind source and one of kind market.")
        fix = say("Write `kind: source` where loads begin and `kind: market` where they end.")
        yield report("N504", whole.at("areas", 0), says, fix)
        return
    open_routes = [route for route in whole.routes if not route.dormant]
    for index, area in enumerate(whole.areas):
        if area.kind == "source" and not (_reached(area.id, open_routes) & markets):
            says = say("No open way leads from the source `{id}` to a market.", id=area.id)
            fix = say("Add routes, or let one of the dormant ones be in use from the start.")
            yield report("N504", whole.at("areas", index), says, fix)


def _reached(start: str, routes: Iterable[Route]) -> set[str]:
    onward: dict[str, list[str]] = {}
    for route in routes:
        onward.setdefault(route.from_, []).append(route.to)
    reached, ahead = {start}, [start]
    while ahead:
        for area in onward.get(ahead.pop(), ()):
            if area not in reached:
                reached.add(area)
                ahead.append(area)
    return reached


def oddities(whole: Whole) -> Iterator[Problem]:
    """What a map may have but hardly means: lonely areas, values that count for nothing."""
    joined = {end for route in whole.routes for end in (route.from_, route.to)}
    for index, area in enumerate(whole.areas):
        if area.id not in joined:
            says = say("No route reaches the area `{id}`.", id=area.id)
            fix = say("Add a route, or leave the area out.")
            yield report("N506", whole.at("areas", index), says, fix)
        yield from _idle_values(whole, index, area)
    yield from _dead_ends(whole)
    yield from _missing_kinds(whole)


def _dead_ends(whole: Whole) -> Iterator[Problem]:
    """Areas that loads can come to and from which no way leads on, not even a dormant one."""
    markets = {area.id for area in whole.areas if area.kind == "market"}
    reached = (_reached(area.id, whole.routes) for area in whole.areas if area.kind == "source")
    # A source from which nothing leads to a market is told as such.
    passed = set[str]().union(*(areas for areas in reached if areas & markets))
    for index, area in enumerate(whole.areas):
        # A box beside the map may be an end, such as a bank.
        is_end = area.kind == "box"
        if is_end or area.id not in passed or _reached(area.id, whole.routes) & markets:
            continue
        says = say("Loads can come to `{id}`, but no way leads on to a market.", id=area.id)
        fix = say(
            "Add a route that begins there, or exchange `from` and `to` of one that ends there."
        )
        yield report("N514", whole.at("areas", index), says, fix)


def _idle_values(whole: Whole, index: int, area: Area) -> Iterator[Problem]:
    idle = []
    if area.gov and not whole.has_gov(area):
        idle.append(("gov", say("Only populated areas of Mexico and Central America have `gov`.")))
    if area.output and area.kind != "source":
        idle.append(("output", say("Only an area of kind source has an `output`.")))
    if area.network is not None and not _is_network(whole, area.network):
        says = say(
            "`{seat}` is no network: its margin is not of the kind cartel.", seat=area.network
        )
        idle.append(("network", says))
    if area.demand is not None and area.kind != "market":
        idle.append(("demand", say("Only an area of kind market has a `demand`.")))
    if area.kind == "source" and not area.output:
        says = say("The source `{id}` has no `output`, so nothing leaves it.", id=area.id)
        yield report("N507", whole.at("areas", index), says, say("Give it an `output`."))
    for key, says in idle:
        place = whole.draft.lines.at_key(whole.node("areas", index).deepest((key,)))
        yield report("N508", place, says, say("Remove the line: it has no effect."))


def _is_network(whole: Whole, seat: str) -> bool:
    return whole.seat[seat].side == "red" and whole.seat[seat].margin.kind == "cartel"


def _missing_kinds(whole: Whole) -> Iterator[Problem]:
    place = whole.at("routes", 0)
    if not any(route.backstop for route in whole.routes):
        says = say("No route is a backstop, so the flow can be shut off altogether.")
        fix = say("Mark one costly route `backstop: true`.")
        yield report("N509", place, says, fix)
    if not any(route.dormant for route in whole.routes):
        says = say("No route is dormant, so pressure has nowhere to push the flow.")
        fix = say("Mark some routes `dormant: true`.")
        yield report("N509", place, says, fix)
