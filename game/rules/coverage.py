"""Coverage: D and E of every watchable route (RULES 7, 8.2)."""

import msgspec

from game.model.ids import AreaIx, PieceIx, RouteIx, SeatIx
from game.model.state import State
from game.rules.knowledge import sees_piece
from game.rules.law import has_jurisdiction
from game.rules.tables import Tables

TRUTH = SeatIx(-1)


class Cover(msgspec.Struct, gc=False):
    """D and E of a route; `lawful` says whether somebody there may stop flow, `unknown` whether
    a hidden mole could lower D."""

    detect: int = 0
    endgame: int = 0
    lawful: bool = False
    unknown: bool = False


def coverage(tables: Tables, state: State, viewer: SeatIx = TRUTH) -> list[Cover]:
    """D and E of every route, as a seat can know them or (by default) in truth."""
    units = _watching(tables, state)
    moles = _moles(tables, state, viewer)
    rules = tables.campaign.rules
    mods = [mod for mod in state.mods if mod.what == "route"]
    found = []
    for route in range(len(tables.route_from)):
        if not tables.is_watchable[route]:
            found.append(Cover())
            continue
        extra = [(mod.detect, mod.endgame) for mod in mods if mod.route == route]
        if state.surged[route]:
            extra.append((rules.tests.surge, rules.tests.surge))
        here = units.get(route, [])
        end = tables.route_to[route]
        if not here and not extra and state.gov[end] < rules.flow.gov_cover_from:
            found.append(Cover())
            continue
        found.append(_cover(tables, state, RouteIx(route), here, extra, moles))
        found[-1].unknown = viewer >= 0 and tables.is_nadc(viewer)
    return found


def _watching(tables: Tables, state: State) -> dict[int, list[PieceIx]]:
    units: dict[int, list[PieceIx]] = {}
    for piece in tables.nadc_pieces:
        for route in (state.piece_watch[piece], state.piece_watch2[piece]):
            if route >= 0:
                units.setdefault(route, []).append(piece)
    return units


def _moles(tables: Tables, state: State, viewer: SeatIx) -> set[int]:
    """Areas with a mole that the viewer knows of."""
    kinds = tables.trait_kinds.get("mole", frozenset())
    return {
        state.piece_area[piece]
        for piece in tables.red_pieces
        if tables.piece_kind[piece] in kinds
        and state.piece_area[piece] >= 0
        and (viewer < 0 or sees_piece(tables, state, viewer, piece))
    }


def _cover(
    tables: Tables,
    state: State,
    route: RouteIx,
    units: list[PieceIx],
    extra: list[tuple[int, int]],
    moles: set[int],
) -> Cover:
    start, end = tables.route_from[route], tables.route_to[route]
    detect = sum(tables.detect[piece] for piece in units) + sum(d for d, _ in extra)
    endgame, lawful = _endgame(tables, state, route, units)
    endgame += sum(e for _, e in extra)
    flow = tables.campaign.rules.flow
    if tables.governed[end] and state.gov[end] >= flow.gov_cover_from:
        detect += flow.gov_cover
        endgame += flow.gov_cover
    if start in moles or end in moles:
        detect += flow.mole_cover
    most = flow.detect_max
    detect = max(0, min(most, detect))
    return Cover(detect, max(0, min(most, endgame)) if lawful else 0, lawful)


def _endgame(
    tables: Tables, state: State, route: RouteIx, units: list[PieceIx]
) -> tuple[int, bool]:
    """E of the units there, and whether any of them may lawfully stop flow (RULES 7)."""
    limits = tables.campaign.rules.limits
    own = combined = support = 0
    lawful = False
    for piece in units:
        if not tables.law[piece]:
            support += max(tables.kind_of(piece).support_endgame, tables.endgame[piece])
            continue
        how = _law_on(tables, state, route, piece)
        lawful = lawful or how > 0
        if how == 2:
            own += tables.endgame[piece]
        elif how == 1:
            combined += tables.endgame[piece]
    if not lawful:
        return 0, False
    support = min(limits.support_endgame, support)
    return own + min(limits.combined_endgame, combined) + support, True


def _law_on(tables: Tables, state: State, route: RouteIx, piece: PieceIx) -> int:
    """2 if a unit has jurisdiction of its own on a route, 1 beside a host unit, else 0."""
    seat = tables.piece_seat[piece]
    ends: tuple[AreaIx, AreaIx] = (tables.route_from[route], tables.route_to[route])
    if any(tables.home_mask[seat] >> end & 1 for end in ends):
        return 2
    return 1 if any(has_jurisdiction(tables, state, piece, end) for end in ends) else 0
