"""What a card may be aimed at, as its seat can know it (RULES 10)."""

from collections.abc import Iterable

from game.content.schema.cards import AreaTarget, Card, PieceTarget, RouteTarget, Target
from game.model.ids import (
    AreaIx,
    Ref,
    RouteIx,
    SeatIx,
    area_ref,
    piece_ref,
    route_ref,
)
from game.model.state import DORMANT, EXPOSED
from game.rules.knowledge import seems_open, sees_piece
from game.rules.pieces import in_pool, red_places
from game.rules.resolution import best_endgame
from game.rules.table import Table


def targets(table: Table, seat: SeatIx, card: Card, target: Target | None) -> list[Ref]:
    """Every legal target, in listed order; empty when nothing fits."""
    if target is None:
        return []
    if target.area is not None:
        return _areas(table, seat, card, target.area)
    if target.route is not None:
        return _routes(table, seat, target.route)
    return _pieces(table, seat, card, target.piece or PieceTarget())


def _areas(table: Table, seat: SeatIx, card: Card, spec: AreaTarget) -> list[Ref]:
    state = table.state
    areas: Iterable[AreaIx] = map(AreaIx, range(len(table.campaign.areas)))
    if table.tables.is_red(seat):
        areas = _red_areas(table, seat, card)
    own = {state.piece_area[piece] for piece in table.tables.seat_pieces[seat]}
    return [
        area_ref(area)
        for area in areas
        if fits_area(table, seat, spec, area) and (not spec.own_unit or area in own)
    ]


def fits_area(table: Table, seat: SeatIx, spec: AreaTarget, area: AreaIx) -> bool:
    """Whether an area is of the kind that a card asks for."""
    tables = table.tables
    if spec.kinds and tables.area_kind[area] not in spec.kinds:
        return False
    if spec.countries and tables.country[area] not in spec.countries:
        return False
    if spec.coastal and not (tables.coastal[area] or tables.area_kind[area] == "sea"):
        return False
    if spec.governed and not tables.governed[area]:
        return False
    gov = table.state.gov[area] if tables.governed[area] else 0
    if spec.gov_max is not None and gov > spec.gov_max:
        return False
    return spec.gov_min is None or gov >= spec.gov_min


def _placed(table: Table, card: Card) -> list[int]:
    """The kinds of piece that a Red card places at its target."""
    return [
        table.campaign.kind_ix[effect.unit]
        for effect in card.effects
        if effect.do == "deploy" and effect.where.pick == "target"
    ]


def _red_areas(table: Table, seat: SeatIx, card: Card) -> list[AreaIx]:
    """The areas where the pieces of a Red card could be placed."""
    kinds = _placed(table, card)
    if any(in_pool(table.tables, table.state, seat, kind) is None for kind in kinds):
        return []
    if not kinds:
        return list(map(AreaIx, range(len(table.campaign.areas))))
    first = red_places(table, kinds[0], seat)
    return [a for a in first if all(a in red_places(table, kind, seat) for kind in kinds[1:])]


def _routes(table: Table, seat: SeatIx, spec: RouteTarget) -> list[Ref]:
    return [
        route_ref(ix)
        for ix in range(len(table.campaign.routes))
        if _fits_route(table, seat, spec, RouteIx(ix))
    ]


def _fits_route(table: Table, seat: SeatIx, spec: RouteTarget, route: RouteIx) -> bool:
    tables, state = table.tables, table.state
    if spec.modes and tables.route_mode[route] not in spec.modes:
        return False
    if spec.watchable and not tables.is_watchable[route] and not spec.dormant:
        return False
    node = table.campaign.routes[route].node
    if spec.port_of_entry and not (node is not None and node.startswith("poe-")):
        return False
    if spec.dormant and not _is_dormant(table, seat, route):
        return False
    if spec.crosses_border:
        ends = tables.route_from[route], tables.route_to[route]
        if tables.country[ends[0]] == tables.country[ends[1]]:
            return False
    return not spec.own_unit or any(
        route in (state.piece_watch[piece], state.piece_watch2[piece])
        for piece in tables.seat_pieces[seat]
    )


def _is_dormant(table: Table, seat: SeatIx, route: RouteIx) -> bool:
    if table.tables.is_red(seat):
        return route in table.tables.dormant_order and table.state.open[route] == DORMANT
    return not seems_open(table.tables, table.state, seat, route)


def _pieces(table: Table, seat: SeatIx, card: Card, spec: PieceTarget) -> list[Ref]:
    tables, state = table.tables, table.state
    side = tables.red_pieces if tables.is_nadc(seat) else tables.nadc_pieces
    found = []
    for piece in side:
        area = state.piece_area[piece]
        if area < 0 or (spec.kinds and tables.kind_of(piece).id not in spec.kinds):
            continue
        if not sees_piece(tables, state, seat, piece):
            continue
        if spec.exposed and tables.is_nadc(seat) and not state.piece_marks[piece] & EXPOSED:
            continue
        if spec.countries and tables.country[area] not in spec.countries:
            continue
        if card.authority == "LE" and not has_law(table, seat, AreaIx(area)):
            continue
        found.append(piece_ref(piece))
    return found


def has_law(table: Table, seat: SeatIx, area: AreaIx) -> bool:
    """Whether a seat has a law-enforcement unit with jurisdiction in an area."""
    return best_endgame(table.tables, table.state, seat, area)[1] >= 0
