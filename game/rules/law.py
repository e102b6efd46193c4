"""Consent and legal authority: where a unit may stand, watch, see and stop (RULES 2, 4, 7)."""

import msgspec

from game.content.schema.units import PieceKind
from game.model.ids import AreaIx, PieceIx, RouteIx, SeatIx
from game.model.state import ALOFT, State
from game.rules.table import Table
from game.rules.tables import CONSENT, LEGITIMACY, OPEN_COUNTRIES, SOVEREIGNTY, Tables

ADVISORS = ("advisor", "forensic", "prosecutor")


class Reason(msgspec.Struct, frozen=True):
    """Why something is not possible: a code that is worded elsewhere, and its values."""

    code: str
    values: dict[str, int | str] = {}

    @property
    def is_legal_matter(self) -> bool:
        """Whether it is a matter of consent, which a campaign may let players ignore at a price."""
        return self.code.startswith("consent-")


def units_in(tables: Tables, state: State, area: int, side: tuple[PieceIx, ...]) -> list[PieceIx]:
    """The pieces of a side that stand in an area."""
    places = state.piece_area
    return [piece for piece in side if places[piece] == area]


def is_foreign(tables: Tables, seat: int, area: int) -> bool:
    """Whether an area lies in another coalition country than the seat's own."""
    host = tables.country[area]
    return host not in OPEN_COUNTRIES and host != tables.seat(seat).country


def consent_needed(kind: PieceKind) -> int:
    """The Consent level that a foreign unit of this kind needs in the host country."""
    traits = kind.traits
    if "aircraft" in traits or "satellite" in traits:
        return 1
    return 2 if any(trait in traits for trait in ADVISORS) else 3


def may_stand(table: Table, kind_ix: int, seat: SeatIx, area: AreaIx) -> Reason | None:
    """Why a unit of this kind and seat may not stand in an area; None if it may."""
    tables = table.tables
    if area not in tables.ground[kind_ix]:
        return Reason("wrong-ground", {"kind": tables.kinds[kind_ix].id})
    here = table.presence.nadc[area]
    if here:
        most = table.rules.limits.area_pieces
        if len(here) >= most:
            return Reason("area-full", {"most": most})
        kind = tables.kinds[kind_ix]
        if sum(tables.piece_kind[piece] == kind_ix for piece in here) >= kind.area_max:
            return Reason("kind-full", {"kind": kind.id, "most": kind.area_max})
    if not is_foreign(tables, seat, area):
        return None
    return _leave(tables, table.state, tables.kinds[kind_ix], area, here)


def unit_places(table: Table, kind: int, seat: SeatIx) -> tuple[AreaIx, ...]:
    """Every area where a unit of this kind and seat may be put down."""
    memo = table.presence.places
    found = memo.get((kind, seat))
    if found is None:
        found = tuple(
            area
            for area in table.tables.ground_list[kind]
            if allowed(table, may_stand(table, kind, seat, area))
        )
        memo[kind, seat] = found
    return found


def _leave(
    tables: Tables,
    state: State,
    kind: PieceKind,
    area: AreaIx,
    here: list[PieceIx],
) -> Reason | None:
    needed = consent_needed(kind)
    host = tables.country[area]
    if host != tables.consent_country:
        return None if needed < 3 else Reason("consent-none", {"country": host})
    level = state.tracks[CONSENT]
    if level < needed:
        return Reason("consent-level", {"needed": needed, "level": level, "country": host})
    return _presence(tables, area, here, needed)


def _presence(tables: Tables, area: AreaIx, here: list[PieceIx], needed: int) -> Reason | None:
    if needed < 2:
        return None
    limits = tables.campaign.rules.limits
    foreign = [piece for piece in here if is_foreign(tables, tables.piece_seat[piece], area)]
    if needed == 2:
        limit = tables.campaign.areas[area].presence_limit
        most = limits.consent_advisors if limit is None else limit
        count = sum(consent_needed(tables.kind_of(piece)) == 2 for piece in foreign)
    else:
        most = limits.consent_units
        count = sum(consent_needed(tables.kind_of(piece)) >= 2 for piece in foreign)
    return Reason("consent-presence", {"most": most}) if count >= most else None


def over_consent(tables: Tables, state: State) -> list[PieceIx]:
    """Units in the host country beyond what its Consent level now allows (RULES 4)."""
    level = state.tracks[CONSENT]
    gone = []
    for piece in tables.nadc_pieces:
        area = state.piece_area[piece]
        if area < 0 or tables.country[area] != tables.consent_country:
            continue
        needed = consent_needed(tables.kind_of(piece))
        if is_foreign(tables, tables.piece_seat[piece], area) and level < needed:
            gone.append(piece)
    return gone


def may_watch(table: Table, piece: PieceIx, route: RouteIx) -> Reason | None:
    """Why a unit may not watch a route; None if it may. The route's state does not matter."""
    tables, state = table.tables, table.state
    kind = tables.kind_of(piece)
    if tables.route_mode[route] not in kind.modes:
        return Reason("wrong-mode", {"kind": kind.id})
    area = state.piece_area[piece]
    if area == ALOFT:
        reason = _overflight(tables, state, tables.piece_seat[piece], route)
        if reason is not None:
            return reason
    elif area not in (tables.route_from[route], tables.route_to[route]):
        return Reason("not-here", {})
    most = table.rules.limits.watch
    return Reason("watch-full", {"most": most}) if table.presence.watchers[route] >= most else None


def _overflight(tables: Tables, state: State, seat: SeatIx, route: RouteIx) -> Reason | None:
    ends = (tables.route_from[route], tables.route_to[route])
    host = tables.consent_country
    if all(tables.country[end] == host and is_foreign(tables, seat, end) for end in ends):
        level = state.tracks[CONSENT]
        if level < 1:
            return Reason("consent-level", {"needed": 1, "level": level, "country": host})
    return None


def watchers(state: State, tables: Tables, route: RouteIx) -> int:
    """How many units watch a route, Rotating ones not counted."""
    first, second = state.piece_watch, state.piece_watch2
    return sum(first[one] == route or second[one] == route for one in tables.nadc_pieces)


def may_surveil(tables: Tables, state: State, seat: SeatIx, area: AreaIx) -> Reason | None:
    """Why a seat may not Surveil in an area; None if it may (RULES 4, 7)."""
    if not is_foreign(tables, seat, area) or tables.country[area] != tables.consent_country:
        return None
    level = state.tracks[CONSENT]
    if level >= 1:
        return None
    host = tables.consent_country
    return Reason("consent-level", {"needed": 1, "level": level, "country": host})


def has_jurisdiction(tables: Tables, state: State, piece: PieceIx, area: AreaIx) -> bool:
    """Whether a unit with law-enforcement authority may act in an area (RULES 7)."""
    seat = tables.piece_seat[piece]
    if not is_foreign(tables, seat, area):
        return True
    if tables.country[area] != tables.consent_country or state.tracks[CONSENT] < 3:
        return False
    return any(
        tables.is_law(other)
        and tables.seat(tables.piece_seat[other]).country == tables.consent_country
        for other in units_in(tables, state, area, tables.nadc_pieces)
    )


def allowed(table: Table, reason: Reason | None) -> bool:
    """Whether a reason lets an action pass: none, or a legal matter that costs (RULES 7)."""
    if reason is None:
        return True
    return table.rules.legal == "penalty" and reason.is_legal_matter


def pay_penalty(table: Table, reason: Reason | None) -> None:
    """The price of an illegal play where the campaign allows one (RULES 4, 7)."""
    if reason is not None and reason.is_legal_matter:
        table.track(LEGITIMACY, table.rules.consent.penalty_legitimacy)
        table.track(SOVEREIGNTY, table.rules.consent.unilateral_sovereignty)
