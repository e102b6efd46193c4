"""Consent and legal authority: where a unit may stand, watch, see and stop (RULES 2, 4, 7)."""

import msgspec

from game.model.events import FlagSet
from game.model.ids import NO_PIECE, AreaIx, PieceIx, RouteIx, SeatIx
from game.model.state import ALOFT, State
from game.rules.table import Table
from game.rules.tables import CONSENT, LEGITIMACY, SOVEREIGNTY, Tables

UNLAWFUL = 2
"""Flag: somebody acted against the law this quarter."""


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
    return bool(tables.foreign_mask[seat] >> area & 1)


def is_strict(table: Table) -> bool:
    """Whether illegal plays are refused, and not only punished (RULES 7)."""
    return table.rules.legal == "strict"


def unit_places(table: Table, kind: int, seat: SeatIx) -> int:
    """The areas where a unit of this kind and seat may be put down, as a set."""
    tables, presence = table.tables, table.presence
    room = ~presence.full(red=False) & ~presence.full_of(kind)
    if not is_strict(table):
        return tables.ground[kind] & room
    level = table.state.tracks[CONSENT]
    return tables.stand[kind, seat][level] & room & ~_no_more_guests(table, kind, seat)


def _no_more_guests(table: Table, kind: int, seat: SeatIx) -> int:
    """Areas of the host country with as many foreign units as Consent lets in."""
    tables, need = table.tables, table.tables.consent_need[kind]
    if need < 2 or table.state.tracks[CONSENT] < need:
        return 0
    hosts = tables.host_mask & tables.foreign_mask[seat]
    return table.presence.guests_full(need) & hosts if hosts else 0


def may_stand(table: Table, kind_ix: int, seat: SeatIx, area: AreaIx) -> Reason | None:
    """Why a unit of this kind and seat may not stand in an area; None if it may."""
    tables, presence, bit = table.tables, table.presence, 1 << area
    kind = tables.kinds[kind_ix]
    if not tables.ground[kind_ix] & bit:
        return Reason("wrong-ground", {"kind": kind.id})
    if presence.full(red=False) & bit:
        return Reason("area-full", {"most": table.rules.limits.area_pieces})
    if presence.full_of(kind_ix) & bit:
        return Reason("kind-full", {"kind": kind.id, "most": kind.area_max})
    level = table.state.tracks[CONSENT]
    if not tables.stand[kind_ix, seat][level] & bit:
        return _no_leave(tables, level, kind_ix, area)
    if _no_more_guests(table, kind_ix, seat) & bit:
        return _guests(table, kind_ix, area)
    return None


def _no_leave(tables: Tables, level: int, kind: int, area: AreaIx) -> Reason:
    needed, host = tables.consent_need[kind], tables.country[area]
    if not tables.host_mask >> area & 1:
        return Reason("consent-none", {"country": host})
    return Reason("consent-level", {"needed": needed, "level": level, "country": host})


def _guests(table: Table, kind: int, area: AreaIx) -> Reason:
    limits = table.rules.limits
    if table.tables.consent_need[kind] > 2:
        return Reason("consent-presence", {"most": limits.consent_units})
    limit = table.campaign.areas[area].presence_limit
    return Reason("consent-presence", {"most": limits.consent_advisors if limit is None else limit})


def over_consent(tables: Tables, state: State) -> list[PieceIx]:
    """Units in the host country beyond what its Consent level now allows (RULES 4)."""
    level = state.tracks[CONSENT]
    gone = []
    for piece in tables.nadc_pieces:
        area = state.piece_area[piece]
        if area < 0 or not tables.host_mask >> area & 1:
            continue
        needed = tables.consent_need[tables.piece_kind[piece]]
        if is_foreign(tables, tables.piece_seat[piece], area) and level < needed:
            gone.append(piece)
    return gone


def over_flights(tables: Tables, state: State) -> list[PieceIx]:
    """Satellites that watch routes over which Consent now forbids them to fly (RULES 4)."""
    return [
        piece
        for piece in tables.nadc_pieces
        if state.piece_area[piece] == ALOFT
        and any(
            route >= 0 and _overflight(tables, state, tables.piece_seat[piece], RouteIx(route))
            for route in (state.piece_watch[piece], state.piece_watch2[piece])
        )
    ]


def watch_choices(table: Table, piece: PieceIx) -> list[RouteIx]:
    """The routes that a unit could watch from where it stands, that of today included."""
    tables, state = table.tables, table.state
    area, kind = state.piece_area[piece], tables.piece_kind[piece]
    full = table.presence.watched_fully()
    now = (state.piece_watch[piece], state.piece_watch2[piece])
    if area != ALOFT:
        here = tables.watch_routes[kind][area]
        return [r for r in here if not full >> r & 1 or r in now] if full else list(here)
    return [
        route
        for route in tables.watchable
        if route in now or allowed(table, may_watch(table, piece, route))
    ]


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
    if table.presence.watched_fully() >> route & 1:
        return Reason("watch-full", {"most": table.rules.limits.watch})
    return None


def _overflight(tables: Tables, state: State, seat: SeatIx, route: RouteIx) -> Reason | None:
    """Satellites need leave for routes that lie wholly in the host country (RULES 4)."""
    hosts = tables.host_mask & tables.foreign_mask[seat]
    if hosts >> tables.route_from[route] & hosts >> tables.route_to[route] & 1:
        return _needs_information(tables, state)
    return None


def _needs_information(tables: Tables, state: State) -> Reason | None:
    """Overflight and information need Consent 1."""
    level = state.tracks[CONSENT]
    if level >= 1:
        return None
    return Reason("consent-level", {"needed": 1, "level": level, "country": tables.consent_country})


def watchers(state: State, tables: Tables, route: RouteIx) -> int:
    """How many units watch a route, Rotating ones not counted."""
    first, second = state.piece_watch, state.piece_watch2
    return sum(first[one] == route or second[one] == route for one in tables.nadc_pieces)


def may_surveil(tables: Tables, state: State, seat: SeatIx, area: AreaIx) -> Reason | None:
    """Why a seat may not Surveil in an area; None if it may (RULES 4, 7)."""
    if not (tables.host_mask & tables.foreign_mask[seat]) >> area & 1:
        return None
    return _needs_information(tables, state)


def jammer(tables: Tables, state: State, area: int) -> PieceIx:
    """An EW package in an area; -1 for none."""
    kinds = tables.trait_kinds.get("ew")
    if kinds is not None and area >= 0:
        for piece in tables.nadc_pieces:
            if tables.piece_kind[piece] in kinds and state.piece_area[piece] == area:
                return piece
    return NO_PIECE


def has_jurisdiction(tables: Tables, state: State, piece: PieceIx, area: AreaIx) -> bool:
    """Whether a unit with law-enforcement authority may act in an area: its own country, the sea,
    or at Consent 3 beside a unit of the host (RULES 7)."""
    if tables.home_mask[tables.piece_seat[piece]] >> area & 1:
        return True
    if not tables.host_mask >> area & 1 or state.tracks[CONSENT] < 3:
        return False
    return any(
        tables.law[other]
        and tables.seat(tables.piece_seat[other]).country == tables.consent_country
        for other in units_in(tables, state, area, tables.nadc_pieces)
    )


def allowed(table: Table, reason: Reason | None) -> bool:
    """Whether a reason lets an action pass: none, or a legal matter that costs (RULES 7)."""
    return reason is None or (reason.is_legal_matter and not is_strict(table))


def pay_penalty(table: Table, reason: Reason | None) -> bool:
    """The price of an illegal play where the campaign allows one (RULES 4, 7); whether it was
    illegal."""
    if reason is None or not reason.is_legal_matter:
        return False
    punish(table)
    return True


def punish(table: Table) -> None:
    """An illegal play costs Legitimacy and Sovereignty, and the review is told."""
    table.emit(FlagSet(UNLAWFUL, cause=table.cause))
    table.track(LEGITIMACY, table.rules.consent.penalty_legitimacy)
    table.track(SOVEREIGNTY, table.rules.consent.unilateral_sovereignty)


def is_lawful(table: Table, seat: SeatIx, area: AreaIx) -> bool:
    """Whether a seat has a law-enforcement unit with jurisdiction in an area (RULES 7)."""
    tables, state = table.tables, table.state
    return any(
        tables.law[piece] and has_jurisdiction(tables, state, piece, area)
        for piece in units_in(tables, state, area, tables.seat_pieces[seat])
    )
