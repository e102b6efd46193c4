"""Questions of a tutorial: read the odds, name the route that will grow (RULES B1).

They never affect play, and only people are asked.
"""

from game.model.decisions import Decision
from game.model.events import ProbeAnswered, SeatMarked
from game.model.ids import RouteIx, SeatIx, SeatMask, ref_ix, route_ref
from game.rules.coverage import coverage
from game.rules.knowledge import seems_open
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
    if table.state.quarter < 2:
        return
    routes = table.tables.watchable
    table.ask(
        Decision("growth-probe", SeatMask(1 << seat), seat, options=tuple(routes)),
        seen=table.private(seat),
    )


def _ask_odds(table: Table, seat: SeatIx) -> None:
    """The chance that one guarded route stops a unit, among three."""
    covers = coverage(table.tables, table.state, seat)
    guarded = [
        ix
        for ix, cover in enumerate(covers)
        if cover.detect and cover.endgame and seems_open(table.tables, table.state, seat, ix)
    ]
    if not guarded:
        return
    route = guarded[(table.state.quarter + seat) % len(guarded)]
    right, options = stop_chances(covers[route].detect, covers[route].endgame)
    target = route_ref(route)
    table.ask(
        Decision(
            "odds-probe", SeatMask(1 << seat), seat, target=target, value=right, options=options
        )
    )


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
        detail = (ref_ix(decision.target), decision.value, option)
        table.emit(
            ProbeAnswered(seat, "odds", option, option == decision.value, detail, cause=table.cause)
        )
        return
    seen = table.private(seat)
    table.emit(SeatMarked(seat, "guesses", option, cause=table.cause, seen=seen))


def judge_growth(table: Table) -> None:
    """After FLOW: whoever named a route that grew most was right."""
    state = table.state
    if all(guess == NO_GUESS for guess in state.guesses):
        return
    growth = [
        now - before if watchable else 0
        for now, before, watchable in zip(
            state.flow, state.flow_before, table.tables.is_watchable, strict=True
        )
    ]
    most = max(growth)
    for ix, guess in enumerate(state.guesses):
        if guess == NO_GUESS:
            continue
        seat = SeatIx(ix)
        right = most > 0 and growth[guess] == most
        best = tuple(RouteIx(route) for route, one in enumerate(growth) if one == most and one > 0)
        best = best if table.rules.ghost else ()
        table.emit(ProbeAnswered(seat, "growth", guess, right, best, cause=table.cause))
        table.emit(SeatMarked(seat, "guesses", NO_GUESS, cause=table.cause))
