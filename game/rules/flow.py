"""FLOW: routing, seizure, displacement (RULES 8)."""

from fractions import Fraction

from game.model.dice import die_of, extend_each, mix, stream
from game.model.events import (
    EstimatesMade,
    FlowBegan,
    FlowOrdersCleared,
    FlowSettled,
    HeatChanged,
    RouteClosed,
    UnitDrawn,
    UnitFlowed,
    UnitSighted,
)
from game.model.ids import ALL_SEATS, NO_ROUTE, AreaIx, RouteIx, SeatIx, SeatMask
from game.model.state import DORMANT, OPENED
from game.rules import pieces, roads
from game.rules.board import mask_of
from game.rules.cards import react
from game.rules.coverage import Cover, coverage
from game.rules.effects import change_gov, change_violence, open_route
from game.rules.knowledge import knows_route
from game.rules.money import launder
from game.rules.scores import loss_rate
from game.rules.table import Table
from game.rules.tables import BORDER, HARM

_ROTATE = stream("rotate")
_DETECT, _STOP, _AGAIN = stream("detect"), stream("stop"), stream("hand-over")
_ESTIMATE = stream("estimate")


def run(table: Table) -> None:
    """The whole of FLOW, steps 1 to 8."""
    table.cause = -1
    _draw_rotating(table)
    covers = coverage(table.tables, table.state)
    units = roads.units(table)
    table.cause = table.emit(FlowBegan(len(units)))
    _send(table, units, covers)
    _heat(table)
    _estimate(table)
    _deliver(table)
    for seat in table.tables.networks:
        launder(table, seat)
    if table.state.tally[1]:
        react(table, "on_seizure", table.tables.nadc[0])
    _adapt(table)
    _forget_orders(table)
    _spill_over(table)


def _draw_rotating(table: Table) -> None:
    """Each Rotating unit picks one of its routes at random now (step 2)."""
    state = table.state
    for piece in table.tables.nadc_pieces:
        routes = state.piece_rotation[piece]
        if routes and state.piece_area[piece] >= 0:
            choice = [ix for ix in range(routes.bit_length()) if routes >> ix & 1]
            route = choice[table.below(len(choice), _ROTATE, piece)]
            table.emit(UnitDrawn(piece, RouteIx(route), seen=table.tables.nadc_mask))


# --- steps 2 and 3: coverage and rolls


def _send(table: Table, units: list[tuple[SeatIx, AreaIx]], covers: list[Cover]) -> None:
    ways, luck = roads.Roads(table), _luck(table)
    pins = [[RouteIx(route) for route in row] for row in table.state.pins]
    again = _handovers(table)
    for number, (seat, start) in enumerate(units):
        path = _pinned(table, ways, start, pins[seat]) or ways.to_market(start)
        if not path:
            continue
        ways.take(path)
        _roll_unit(table, number, seat, path, covers, again, luck)


def _pinned(table: Table, ways: roads.Roads, start: AreaIx, pins: list[RouteIx]) -> list[RouteIx]:
    """A unit's way through the first pinned route that it can reach; empty where there is none."""
    for pin in pins:
        path = roads.way_through(table, ways, start, pin)
        if path:
            pins.remove(pin)
            return path
    return []


Luck = tuple[int, int, int]
"""What the dice for seeing, stopping and stopping after a hand-over are drawn from."""


def _luck(table: Table) -> Luck:
    return table.luck(_DETECT), table.luck(_STOP), table.luck(_AGAIN)


def _handovers(table: Table) -> dict[int, int]:
    """Routes on which a partner rolls once more, and its best E (K11)."""
    tables, state = table.tables, table.state
    found: dict[int, int] = {}
    for mod in state.mods:
        if mod.what != "handover" or mod.route < 0:
            continue
        ends = (tables.route_from[mod.route], tables.route_to[mod.route])
        best = max(
            (
                tables.endgame[piece]
                for piece in tables.nadc_pieces
                if state.piece_area[piece] in ends
                and tables.piece_seat[piece] != mod.owner
                and tables.is_law(piece)
            ),
            default=0,
        )
        found[mod.route] = max(found.get(mod.route, 0), best)
    return found


def _roll_unit(
    table: Table,
    number: int,
    seat: SeatIx,
    path: list[RouteIx],
    covers: list[Cover],
    again: dict[int, int],
    luck: Luck,
) -> None:
    """Roll D, then E, for one unit along its way; the rest is skipped once it is stopped."""
    rolls: list[tuple[int, int, int, int]] = []
    seen_at: list[RouteIx] = []
    seized_at = RouteIx(-1)
    detect, halt, once_more = luck
    for route in path:
        cover = covers[route]
        if cover.detect <= 0:
            continue
        found = die_of(detect, number, route)
        if found > cover.detect:
            rolls.append((route, found, 0, 0))
            continue
        stop = die_of(halt, number, route) if cover.endgame else 0
        second = 0
        if not 0 < stop <= cover.endgame and again.get(route, 0):
            second = die_of(once_more, number, route)
        rolls.append((route, found, stop, second))
        if 0 < stop <= cover.endgame or 0 < second <= again.get(route, 0):
            seized_at = route
            break
        seen_at.append(route)
    _write(table, number, seat, path, rolls, seized_at, seen_at)


def _write(
    table: Table,
    number: int,
    seat: SeatIx,
    path: list[RouteIx],
    rolls: list[tuple[int, int, int, int]],
    seized_at: RouteIx,
    seen_at: list[RouteIx],
) -> None:
    tables = table.tables
    for route in seen_at if seized_at < 0 else [*seen_at, seized_at]:
        pieces.know_route(table, route, tables.nadc_mask)
    shown = table.rules.ghost and all(
        knows_route(tables, table.state, viewer, route) for route in path for viewer in tables.nadc
    )
    seen = ALL_SEATS if shown else tables.red_mask
    table.emit(
        UnitFlowed(
            seat,
            tuple(path),
            tuple(rolls),
            seized_at,
            tuple(seen_at),
            number,
            cause=table.cause,
            seen=seen,
        )
    )
    if shown:
        return
    for place, found, stop, second in rolls:
        route = RouteIx(place)
        if route in seen_at or route == seized_at:
            sighted = UnitSighted(
                number,
                route,
                (found, stop, second),
                route == seized_at,
                cause=table.cause,
                seen=tables.nadc_mask,
            )
            table.emit(sighted)


# --- steps 4 to 8


def _heat(table: Table) -> None:
    """Heat +1 on a route with a seizure, one step less otherwise (step 4)."""
    flow, state = table.rules.flow, table.state
    for ix, before in enumerate(state.heat):
        route = RouteIx(ix)
        if state.seized[ix]:
            after, cooling = min(flow.heat_max, before + flow.heat_step), 0
        elif before:
            halves = state.cooling[ix] + flow.heat_decay_halves
            after, cooling = max(0, before - halves // 2), halves % 2
        else:
            continue
        if (after, cooling) != (before, state.cooling[ix]):
            table.emit(HeatChanged(route, before, after, cooling, cause=table.cause))


def _estimate(table: Table) -> None:
    """Analysts' errors, drawn once a quarter (RULES 11)."""
    state = table.state
    drawn = extend_each(mix(table.luck(_ESTIMATE)), len(state.flow))
    errors = tuple(one % 9973 for one in drawn)
    table.emit(EstimatesMade(errors, cause=table.cause, seen=SeatMask(0)))


def harm_of(table: Table, delivered: int) -> int:
    """The change of Harm that so many deliveries make (step 5)."""
    flow = table.rules.flow
    change = round(Fraction(delivered - flow.neutral_delivery, flow.harm_divisor))
    return max(flow.harm_least, min(flow.harm_most, change))


def _deliver(table: Table) -> None:
    """Harm and Border from what was delivered (step 5)."""
    state, flow = table.state, table.rules.flow
    routed, seized, seen, delivered, undetected = state.tally
    loss = max((int(100 * loss_rate(state, seat)) for seat in table.tables.networks), default=0)
    counts = (routed, seized, seen, delivered, undetected)
    event = FlowSettled(counts, loss, flow.loss_tolerance, cause=table.cause)
    table.cause = table.emit(event)
    table.track(HARM, harm_of(table, delivered))
    if undetected >= flow.undetected_bad:
        table.track(BORDER, -flow.border_step)
    elif undetected <= flow.undetected_good:
        table.track(BORDER, flow.border_step)


def _adapt(table: Table) -> None:
    """Each network opens routes when it loses too much, and lets idle ones sleep (step 7)."""
    for seat in table.tables.networks:
        most = may_open(table, 100 * loss_rate(table.state, seat))
        if most:
            _open_routes(table, seat, most)
        else:
            _let_sleep(table, seat)


def may_open(table: Table, loss: Fraction | int) -> int:
    """How many dormant routes a network may open at a loss rate in percent; 0 below tolerance."""
    flow = table.rules.flow
    excess = loss - flow.loss_tolerance
    return 1 + int(excess / flow.open_step) if excess >= 0 else 0


def _open_routes(table: Table, seat: SeatIx, most: int) -> None:
    price = table.rules.flow.open_cost
    for route in _in_order(table, seat)[:most]:
        if table.state.cash[seat] < price:
            return
        table.money(seat, "cash", -price)
        open_route(table, route, seat)


def _in_order(table: Table, seat: SeatIx) -> list[RouteIx]:
    """The dormant routes that a network would open: those it named, then the cheapest, unless it
    said that it opens no others."""
    tables, state = table.tables, table.state
    named = state.wakes[seat]
    asleep = [route for route in tables.dormant_order if state.open[route] == DORMANT]
    first = [RouteIx(route) for route in named if route in asleep]
    if NO_ROUTE in named:
        return first
    rest = [route for route in asleep if route not in first]
    rest.sort(key=lambda route: (tables.route_cost[route] + state.heat[route], route))
    return first + rest


def _forget_orders(table: Table) -> None:
    """What Red seats said for this FLOW is done with."""
    for seat in table.tables.networks:
        if table.state.pins[seat] or table.state.wakes[seat]:
            seen = table.private(seat)
            table.emit(FlowOrdersCleared(seat, cause=table.cause, seen=seen))


def _let_sleep(table: Table, seat: SeatIx) -> None:
    """One route opened in play, by the network itself or by no network, that carried next to
    nothing turns dormant, hottest first."""
    state, networks = table.state, table.tables.networks
    idle = [
        ix
        for ix, how in enumerate(state.open)
        if how == OPENED
        and ix not in state.opened_now
        and state.flow[ix] <= table.rules.flow.idle_flow
        and (state.opener[ix] == seat or state.opener[ix] not in networks)
    ]
    if idle:
        route = RouteIx(max(idle, key=lambda ix: (state.heat[ix], -ix)))
        table.emit(RouteClosed(route, cause=table.cause, seen=table.tables.red_mask))


def _spill_over(table: Table) -> None:
    """Where a route newly opened starts, violence may rise (step 8)."""
    tables, state = table.tables, table.state
    starts: dict[AreaIx, list[RouteIx]] = {}
    for place in state.opened_now:
        route = RouteIx(place)
        starts.setdefault(tables.route_from[route], []).append(route)
    for area, routes in starts.items():
        if not tables.governed[area]:
            continue
        needed = table.rules.flow.spillover - state.gov[area]
        seen = _knowing(table, routes)
        if table.happens("spillover", needed, area, seen=seen, key=(routes[0],)):
            if state.violence[area] >= 3:
                change_gov(table, area, -1)
            else:
                change_violence(table, area, 1)


def _knowing(table: Table, routes: list[RouteIx]) -> SeatMask:
    """The seats that may know that one of these routes is in use."""
    tables, state = table.tables, table.state
    known = mask_of(
        seat
        for seat in tables.nadc
        if any(knows_route(tables, state, seat, route) for route in routes)
    )
    return ALL_SEATS if known == tables.nadc_mask else SeatMask(tables.red_mask | known)
