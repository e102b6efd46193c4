"""What a card may be aimed at, as its seat can know it (RULES 10)."""

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
from game.rules.law import Reason
from game.rules.pieces import in_pool, may_place_red
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
    tables, state = table.tables, table.state
    found: list[Ref] = []
    is_red = tables.is_red(seat)
    if is_red and not _has_pieces(table, seat, card):
        return found
    for ix in range(len(table.campaign.areas)):
        area = AreaIx(ix)
        if not fits_area(table, seat, spec, area):
            continue
        if is_red and red_placement(table, seat, card, area) is not None:
            continue
        if spec.own_unit and not any(
            state.piece_area[piece] == area for piece in tables.seat_pieces[seat]
        ):
            continue
        found.append(area_ref(ix))
    return found


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


def _has_pieces(table: Table, seat: SeatIx, card: Card) -> bool:
    kinds = _placed(table, card)
    return all(in_pool(table.tables, table.state, seat, kind) is not None for kind in kinds)


def red_placement(table: Table, seat: SeatIx, card: Card, area: AreaIx) -> Reason | None:
    """Why the pieces of a Red card could not be placed in an area; None if they could."""
    for kind in _placed(table, card):
        reason = may_place_red(table, kind, seat, area)
        if reason is not None:
            return reason
    return None


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
