"""Questions of a tutorial: read the odds, name the route that will grow (RULES B1).

They never affect play, and only people are asked.
"""

from game.model.decisions import Decision
from game.model.dice import stream
from game.model.events import ProbeAnswered, SeatMarked
from game.model.ids import RouteIx, SeatIx, SeatMask, ref_ix, route_ref
from game.rules.coverage import coverage
from game.rules.knowledge import finders, seems_open
from game.rules.table import Table

NO_GUESS = -1
_DIE = 6
_PAIRS = _DIE * _DIE
"""How many ways two dice can fall."""
_PLACES = stream("odds-probe")
"""What the die is drawn from that says where the right answer stands."""


def ask(table: Table) -> None:
    """Ask every person, before FLOW; the first in order is asked first."""
    wanted = {
        objective.measure
        for objective in table.campaign.frame.objectives
        if objective.from_quarter <= table.state.quarter
    }
    order = table.tables.initiative(table.state.quarter)
    for seat in reversed(order):
        if not table.state.persons >> seat & 1:
            continue
        if "growth-probe" in wanted:
            _ask_growth(table, seat)
        if "odds-probe" in wanted and table.tables.is_nadc(seat):
            _ask_odds(table, seat)


def _ask_growth(table: Table, seat: SeatIx) -> None:
    routes = _known(table, seat)
    if table.state.quarter < 2 or len(routes) < 2:
        return
    table.ask(
        Decision("growth-probe", SeatMask(1 << seat), seat, options=routes),
        seen=table.private(seat),
    )


def _known(table: Table, seat: SeatIx) -> tuple[RouteIx, ...]:
    """The watchable routes that are in use as far as a seat knows."""
    tables, state = table.tables, table.state
    return tuple(route for route in tables.watchable if seems_open(tables, state, seat, route))


def _ask_odds(table: Table, seat: SeatIx) -> None:
    """The chance that one guarded route stops a unit, among three."""
    covers = coverage(table.tables, table.state, seat)
    guarded = [
        ix
        for ix, cover in enumerate(covers)
        if cover.detect and cover.endgame and _is_known_to_partners(table, ix)
    ]
    if not guarded:
        return
    route = guarded[(table.state.quarter + seat) % len(guarded)]
    luck = table.below(_PAIRS, _PLACES, seat, route)
    options = stop_chances(covers[route].detect, covers[route].endgame, luck)
    table.ask(
        Decision("odds-probe", SeatMask(1 << seat), seat, target=route_ref(route), options=options)
    )


def _is_known_to_partners(table: Table, route: int) -> bool:
    """Whether the whole coalition knows that a route is in use: it hears the question."""
    return all(seems_open(table.tables, table.state, seat, route) for seat in table.tables.nadc)


def stop_chance(detect: int, endgame: int) -> int:
    """The chance to see and stop a load, in percent: both dice must say so (RULES 8)."""
    return round(100 * detect * endgame / _PAIRS)


def stop_chances(detect: int, endgame: int, luck: int) -> tuple[int, ...]:
    """Three different answers to choose from, in percent, the lowest first: the right one and two
    that a usual mistake comes to. `luck`, 0 or more, says which of the three is right."""
    right = stop_chance(detect, endgame)
    below, above = _too_low(detect, endgame), _too_high(detect, endgame)
    places = [place for place in range(3) if place <= len(below) and 2 - place <= len(above)]
    place = places[luck % len(places)]
    return tuple(sorted((right, *below[:place], *above[: 2 - place])))


def _too_high(detect: int, endgame: int) -> list[int]:
    """What comes of reading D or E alone, of adding them, or of one step too many."""
    more, further = min(_DIE, detect + 1), min(_DIE, endgame + 1)
    mistakes = (
        round(100 * detect / _DIE),
        round(100 * endgame / _DIE),
        round(100 * (detect + endgame) / (2 * _DIE)),
        stop_chance(more, endgame),
        stop_chance(detect, further),
        stop_chance(more, further),
    )
    right = stop_chance(detect, endgame)
    return list(dict.fromkeys(one for one in mistakes if one > right))


def _too_low(detect: int, endgame: int) -> list[int]:
    """What comes of one step too few, or of D times E taken for percent; no chance comes last."""
    mistakes = (
        stop_chance(detect - 1, endgame),
        stop_chance(detect, endgame - 1),
        detect * endgame,
        stop_chance(detect - 1, endgame - 1),
    )
    right = stop_chance(detect, endgame)
    return sorted(dict.fromkeys(one for one in mistakes if one < right), key=lambda one: one == 0)


def answer(table: Table, decision: Decision, action_target: int) -> None:
    """A seat answers; the odds are judged at once, the growth after FLOW."""
    option = decision.options[action_target]
    table.close()
    seat = decision.seat
    if decision.kind == "odds-probe":
        # the question does not carry the right answer, so that nobody can read it there
        route = ref_ix(decision.target)
        cover = coverage(table.tables, table.state, seat)[route]
        right = stop_chance(cover.detect, cover.endgame)
        detail = (route, right, option)
        table.emit(ProbeAnswered(seat, "odds", option, option == right, detail, cause=table.cause))
        return
    seen = table.private(seat)
    table.emit(SeatMarked(seat, "guesses", option, cause=table.cause, seen=seen))


def _who_knows_routes(table: Table, seat: SeatIx) -> SeatMask:
    """The seats that may read which routes a seat knows of."""
    tables = table.tables
    if tables.is_red(seat):
        return table.private(seat)
    return SeatMask(tables.red_mask | finders(tables, table.state, seat))


Named = dict[SeatIx, tuple[RouteIx, ...]]
"""The routes among which a seat has named one."""


def named(table: Table) -> Named:
    """Before FLOW: what each seat that has named a route could choose from."""
    every = map(SeatIx, range(len(table.state.guesses)))
    return {seat: _known(table, seat) for seat in every if table.state.guesses[seat] != NO_GUESS}


def judge_growth(table: Table, named: Named) -> None:
    """After FLOW: whoever named a route that grew most, of those it knew, was right."""
    state = table.state
    for seat, routes in named.items():
        guess = RouteIx(state.guesses[seat])
        growth = {route: state.flow[route] - state.flow_before[route] for route in routes}
        most = max(growth.values(), default=0)
        best = tuple(route for route in routes if most > 0 and growth[route] == most)
        shown = best if table.rules.ghost else ()
        seen = _who_knows_routes(table, seat)
        right = guess in best
        table.emit(ProbeAnswered(seat, "growth", guess, right, shown, cause=table.cause, seen=seen))
        table.emit(SeatMarked(seat, "guesses", NO_GUESS, cause=table.cause))
