"""Questions of a tutorial: read the odds, name the route that will grow (RULES B1).

They never affect play, and only people are asked.
"""

from game.model.decisions import Decision
from game.model.events import ProbeAnswered, SeatMarked
from game.model.ids import RouteIx, SeatIx, SeatMask, ref_ix, route_ref
from game.rules.coverage import coverage
from game.rules.knowledge import finders, seems_open
from game.rules.table import Table

NO_GUESS = -1


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
    _, options = stop_chances(covers[route].detect, covers[route].endgame)
    table.ask(
        Decision("odds-probe", SeatMask(1 << seat), seat, target=route_ref(route), options=options)
    )


def _is_known_to_partners(table: Table, route: int) -> bool:
    """Whether the whole coalition knows that a route is in use: it hears the question."""
    return all(seems_open(table.tables, table.state, seat, route) for seat in table.tables.nadc)


def stop_chances(detect: int, endgame: int) -> tuple[int, tuple[int, ...]]:
    """The chance to see and stop a unit, in percent, and three answers to choose from: it, and
    two mistakes, such as reading D or E alone or adding where one must multiply."""
    right = round(100 * detect * endgame / 36)
    mistakes = (
        round(100 * detect / 6),
        round(100 * endgame / 6),
        round(100 * (detect + endgame) / 12),
        round(100 * (6 - detect) * endgame / 36),
        right // 2,
        (right + 100) // 2,
    )
    wrong: list[int] = []
    for one in mistakes:
        if one not in (right, *wrong) and len(wrong) < 2:
            wrong.append(one)
    return right, tuple(sorted((right, *wrong)))


def answer(table: Table, decision: Decision, action_target: int) -> None:
    """A seat answers; the odds are judged at once, the growth after FLOW."""
    option = decision.options[action_target]
    table.close()
    seat = decision.seat
    if decision.kind == "odds-probe":
        # the question does not carry the right answer, so that nobody can read it there
        route = ref_ix(decision.target)
        cover = coverage(table.tables, table.state, seat)[route]
        right, _ = stop_chances(cover.detect, cover.endgame)
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
