"""Who knows of what: pieces, routes, flows, and whose finds are shared (RULES 11)."""

from game.model.ids import PieceIx, SeatIx, SeatMask
from game.model.state import OPENED, RAIDED, State, raided_by
from game.rules.tables import FUSION, Tables


def shares(tables: Tables, state: State) -> bool:
    """Whether partners share what they find (RULES 4)."""
    return state.tracks[FUSION] >= tables.campaign.rules.thresholds.share_fusion


def sees_piece(tables: Tables, state: State, seat: int, piece: int) -> bool:
    """Whether a seat knows of a piece that is on the map."""
    owner = tables.piece_seat[piece]
    if tables.nadc_seat[owner] or owner == seat:
        return True
    known = state.piece_known[piece]
    if not known:
        return False
    if tables.nadc_seat[seat] and shares(tables, state):
        return bool(known & tables.nadc_mask)
    return bool(known >> seat & 1)


def knows_raid(tables: Tables, state: State, seat: SeatIx, piece: int) -> bool:
    """Whether a coalition seat raided a piece this quarter, or shares in a partner's raid."""
    marks = state.piece_marks[piece]
    if shares(tables, state):
        return bool(marks & RAIDED)
    return bool(marks & raided_by(seat))


def knows_route(tables: Tables, state: State, seat: int, route: int) -> bool:
    """Whether a seat knows whether a route is in use."""
    if state.open[route] != OPENED or not tables.nadc_seat[seat]:
        return True
    if state.tracks[FUSION] >= tables.campaign.rules.thresholds.flow_fusion:
        return True
    known = state.route_known[route]
    if shares(tables, state):
        return bool(known & tables.nadc_mask)
    return bool(known >> seat & 1)


def seems_open(tables: Tables, state: State, seat: int, route: int) -> bool:
    """Whether a route is in use as far as a seat knows."""
    return bool(state.open[route]) and knows_route(tables, state, seat, route)


def knows_flow(tables: Tables, state: State, seat: int, route: int) -> bool:
    """Whether a seat knows a route's true flow of last quarter."""
    if tables.campaign.rules.ghost or not tables.nadc_seat[seat]:
        return True
    known = state.true_known[route]
    return bool(known & tables.nadc_mask if shares(tables, state) else known >> seat & 1)


def knows_rotation(tables: Tables, state: State, seat: int, piece: int) -> bool:
    """Whether a seat knows among which routes a unit rotates: partners do, and Red where a card
    tells, or a mole of the first Rotating unit in its area (RULES 9, 11)."""
    if tables.nadc_seat[seat]:
        return True
    area = state.piece_area[piece]
    for mod in state.mods:
        if mod.what == "show-rotating" and mod.seats >> seat & 1:
            if mod.areas == -1:
                return True
            if area >= 0 and mod.areas >> area & 1:
                return piece == first_rotating(tables, state, area)
    return False


def first_rotating(tables: Tables, state: State, area: int) -> int:
    """The first listed unit in an area that rotates; -1 for none."""
    for piece in tables.nadc_pieces:
        if state.piece_rotation[piece] and state.piece_area[piece] == area:
            return piece
    return -1


def finders(tables: Tables, state: State, seat: SeatIx) -> SeatMask:
    """The seats that learn what a coalition seat finds: all partners where they share."""
    return tables.nadc_mask if shares(tables, state) else SeatMask(1 << seat)


def owner_and(tables: Tables, piece: PieceIx, seats: SeatMask) -> SeatMask:
    """These seats and the owner of a piece."""
    return SeatMask(seats | 1 << tables.piece_seat[piece])
