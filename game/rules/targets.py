"""What a card may be aimed at, as its seat can know it (RULES 10)."""

from game.model.actions import Action, Verb
from game.model.ids import AreaIx, CardIx, PieceIx, SeatIx
from game.model.state import DORMANT, EXPOSED
from game.rules.cardfacts import CardFacts, Scope
from game.rules.knowledge import seems_open, sees_piece
from game.rules.pieces import gov_at_most, in_pool, red_places
from game.rules.resolution import best_endgame
from game.rules.table import Table

_LOWEST = -2


def aimed(table: Table, seat: SeatIx, card: CardIx, verb: Verb) -> list[Action]:
    """One action for each target of a card, or one without where it has none; in order."""
    facts = table.tables.cards[card]
    menu = table.tables.menu
    if facts.target is None:
        return [menu.plain(seat, verb, card)]
    firsts = _row(table, seat, facts, facts.target, verb)
    if facts.second is None:
        return firsts
    seconds = [one.target for one in _row(table, seat, facts, facts.second, verb)]
    return [
        Action(seat, verb, card, first.target, second)
        for first in firsts
        for second in seconds
        if second != first.target
    ]


def has_target(table: Table, seat: SeatIx, card: CardIx) -> bool:
    """Whether a card could be aimed at something now; one that needs no target always can."""
    facts = table.tables.cards[card]
    if facts.target is None:
        return True
    if facts.second is not None:
        return bool(aimed(table, seat, card, "play"))
    if facts.target.of == "area":
        return area_targets(table, seat, facts, facts.target) != 0
    if facts.target.of == "route":
        return bool(_route_targets(table, seat, facts.target))
    return any(
        _fits_piece(table, seat, facts, facts.target, piece) for piece in _other_side(table, seat)
    )


def _row(table: Table, seat: SeatIx, facts: CardFacts, scope: Scope, verb: Verb) -> list[Action]:
    """The card at each of its targets, in listed order."""
    menu = table.tables.menu
    if scope.of == "area":
        mask = area_targets(table, seat, facts, scope)
        row = menu.areas(seat, verb, facts.ix)
        return [row[area] for area in scope.places if mask >> area & 1]
    if scope.of == "route":
        row = menu.routes(seat, verb, facts.ix)
        return [row[route] for route in _route_targets(table, seat, scope)]
    row = menu.pieces(seat, verb, facts.ix)
    side = _other_side(table, seat)
    return [row[piece] for piece in side if _fits_piece(table, seat, facts, scope, piece)]


def area_targets(table: Table, seat: SeatIx, facts: CardFacts, scope: Scope) -> int:
    """The areas at which a card may be aimed now, as a set."""
    mask, spec = scope.mask, scope.area
    if spec is None:
        return 0
    if spec.gov_max is not None:
        mask &= gov_at_most(table, spec.gov_max)
    if spec.gov_min is not None and spec.gov_min > _LOWEST:
        mask &= ~gov_at_most(table, spec.gov_min - 1)
    if spec.own_unit:
        mask &= table.presence.held(seat)
    if table.tables.is_red(seat):
        mask &= _red_areas(table, seat, facts)
    return mask


def _red_areas(table: Table, seat: SeatIx, facts: CardFacts) -> int:
    """The areas where the pieces of a Red card could be placed."""
    mask = table.tables.area_mask
    for kind in facts.at_target:
        if in_pool(table.tables, table.state, seat, kind) is None:
            return 0
        mask &= red_places(table, kind, seat)
    return mask


def _route_targets(table: Table, seat: SeatIx, scope: Scope) -> list[int]:
    """The routes at which a card may be aimed now, in listed order."""
    tables, state, spec = table.tables, table.state, scope.route
    found = list(scope.places)
    if spec is not None and spec.dormant:
        if tables.is_red(seat):
            asleep = (r for r in tables.dormant_order if state.open[r] == DORMANT)
            found = [route for route in asleep if scope.mask >> route & 1]
        else:
            found = [route for route in found if not seems_open(tables, state, seat, route)]
    if spec is not None and spec.own_unit:
        own = {
            route
            for piece in tables.seat_pieces[seat]
            for route in (state.piece_watch[piece], state.piece_watch2[piece])
        }
        found = [route for route in found if route in own]
    return found


def _other_side(table: Table, seat: SeatIx) -> tuple[PieceIx, ...]:
    return table.tables.red_pieces if table.tables.is_nadc(seat) else table.tables.nadc_pieces


def _fits_piece(table: Table, seat: SeatIx, facts: CardFacts, scope: Scope, piece: PieceIx) -> bool:
    tables, state, spec = table.tables, table.state, scope.piece
    area = state.piece_area[piece]
    if spec is None or area < 0 or tables.piece_kind[piece] not in scope.places:
        return False
    if spec.exposed and tables.is_nadc(seat) and not state.piece_marks[piece] & EXPOSED:
        return False
    if not scope.mask >> area & 1 or not sees_piece(tables, state, seat, piece):
        return False
    return facts.spec.authority != "LE" or has_law(table, seat, AreaIx(area))


def has_law(table: Table, seat: SeatIx, area: AreaIx) -> bool:
    """Whether a seat has a law-enforcement unit with jurisdiction in an area."""
    return best_endgame(table.tables, table.state, seat, area)[1] >= 0
