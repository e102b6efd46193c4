"""Pieces in numbers, made once for a campaign: pools, and where the law lets them stand
(RULES 2, 3, 4)."""

from dataclasses import dataclass

from game.content.campaign import Campaign
from game.content.schema.units import PieceKind, Pool
from game.model.ids import KindIx, PieceIx, RouteIx, SeatIx
from game.rules.board import Board, mask_of

OPEN_COUNTRIES = ("sea", "none", "overseas", "south-america", "central-america", "caribbean")
"""Where any coalition unit may stand and act without leave."""
LAW = ("LE", "T14")
"""Titles that carry law-enforcement authority."""
ADVISORS = ("advisor", "forensic", "prosecutor")
LEVELS = range(4)
"""Levels of Consent."""

Masks = tuple[int, int, int, int]
"""A set of areas for each level of Consent."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Forces:
    """Numbers of kinds and pieces; tuples are indexed by kind, piece or seat, masks are sets of
    areas."""

    kinds: tuple[PieceKind, ...]
    ground: tuple[int, ...]
    """By kind: the areas whose nature allows it, whatever the law says."""
    consent_need: tuple[int, ...]
    """By kind: the Consent level that a foreign unit needs."""
    host_mask: int
    """The areas of the country whose seat sets Consent."""
    home_mask: tuple[int, ...]
    """By seat: areas in its own country, at sea, and in no country at all."""
    foreign_mask: tuple[int, ...]
    """By seat: areas in another coalition country than its own."""
    stand: dict[tuple[int, int], Masks]
    """By kind and seat: where the host lets a unit stand at each level of Consent."""
    watch_routes: tuple[tuple[tuple[RouteIx, ...], ...], ...]
    """By kind and area: the routes that a unit there could watch."""
    piece_kind: tuple[KindIx, ...]
    piece_seat: tuple[SeatIx, ...]
    pools: dict[tuple[int, int], tuple[PieceIx, ...]]
    seat_pieces: tuple[tuple[PieceIx, ...], ...]
    kind_pieces: tuple[tuple[PieceIx, ...], ...]
    red_pieces: tuple[PieceIx, ...]
    nadc_pieces: tuple[PieceIx, ...]
    trait_kinds: dict[str, frozenset[int]]
    law: tuple[bool, ...]
    """By piece: whether it has law-enforcement authority."""
    detect: tuple[int, ...]
    endgame: tuple[int, ...]
    reinforced_by: tuple[tuple[int, ...], ...]
    """By seat: the kinds of team and vessel that Reinforce may put down."""


def make_forces(campaign: Campaign, board: Board) -> Forces:
    """The pieces of a campaign in numbers."""
    seats, kinds = campaign.seats, campaign.kinds
    pieces = _pieces(campaign)
    ground = tuple(_ground(board, kind) for kind in kinds)
    host = next((one.country for one in seats if one.sets_consent), "")
    host_mask = mask_of(ix for ix, one in enumerate(board.country) if one == host)
    foreign = tuple(_foreign(board, seat.country) for seat in seats)
    need = tuple(_consent_need(kind) for kind in kinds)
    sides = [seats[seat].side for _, seat in pieces]
    return Forces(
        kinds=kinds,
        ground=ground,
        consent_need=need,
        host_mask=host_mask,
        home_mask=tuple(_at_home(board, seat.country) for seat in seats),
        foreign_mask=foreign,
        stand={
            (kind, seat): _stand(ground[kind], foreign[seat], host_mask, need[kind])
            for kind in range(len(kinds))
            for seat in range(len(seats))
        },
        watch_routes=tuple(_watch_routes(board, kind) for kind in kinds),
        piece_kind=tuple(kind for kind, _ in pieces),
        piece_seat=tuple(seat for _, seat in pieces),
        pools=_pools(pieces),
        seat_pieces=tuple(
            tuple(PieceIx(ix) for ix, (_, owner) in enumerate(pieces) if owner == seat)
            for seat in range(len(seats))
        ),
        kind_pieces=tuple(
            tuple(PieceIx(ix) for ix, (one, _) in enumerate(pieces) if one == kind)
            for kind in range(len(kinds))
        ),
        red_pieces=tuple(PieceIx(ix) for ix, side in enumerate(sides) if side == "red"),
        nadc_pieces=tuple(PieceIx(ix) for ix, side in enumerate(sides) if side == "nadc"),
        trait_kinds=_traits(campaign),
        law=tuple(kinds[kind].authority in LAW for kind, _ in pieces),
        detect=tuple(kinds[kind].detect for kind, _ in pieces),
        endgame=tuple(kinds[kind].endgame for kind, _ in pieces),
        reinforced_by=tuple(_reinforced_by(campaign, seat.pool) for seat in seats),
    )


def _consent_need(kind: PieceKind) -> int:
    """The Consent level that a foreign unit of this kind needs in the host country (RULES 4)."""
    traits = kind.traits
    if "aircraft" in traits or "satellite" in traits:
        return 1
    return 2 if any(trait in traits for trait in ADVISORS) else 3


def _foreign(board: Board, country: str) -> int:
    return mask_of(
        ix
        for ix, host in enumerate(board.country)
        if host not in OPEN_COUNTRIES and host != country
    )


def _at_home(board: Board, country: str) -> int:
    return mask_of(ix for ix, host in enumerate(board.country) if host in (country, "sea", "none"))


def _stand(ground: int, foreign: int, host: int, need: int) -> Masks:
    """Where a unit may stand at each level of Consent; countries whose seat sets no Consent let
    in what needs no more than advisors do."""
    own = ground & ~foreign
    elsewhere = ground & foreign & ~host if need < 3 else 0
    allowed = ground & foreign & host
    none, low, some, full = (
        own | elsewhere | (allowed if level >= need else 0) for level in LEVELS
    )
    return none, low, some, full


def _watch_routes(board: Board, kind: PieceKind) -> tuple[tuple[RouteIx, ...], ...]:
    if not kind.watches:
        return tuple(() for _ in board.every_area)
    return tuple(
        tuple(route for route in here if board.route_mode[route] in kind.modes)
        for here in board.watch_here
    )


def _ground(board: Board, kind: PieceKind) -> int:
    """The areas whose nature allows a kind of piece, whatever the law says."""
    return mask_of(
        area
        for area in board.every_area
        if (
            not kind.kinds
            or board.area_kind[area] in kind.kinds
            or (kind.coastal and board.coastal[area])
        )
        and (not kind.countries or board.country[area] in kind.countries)
    )


def _pieces(campaign: Campaign) -> list[tuple[KindIx, SeatIx]]:
    return [
        (KindIx(campaign.kind_ix[pool.kind]), SeatIx(ix))
        for ix, seat in enumerate(campaign.seats)
        for pool in seat.pool
        for _ in range(pool.count)
    ]


def _reinforced_by(campaign: Campaign, pool: tuple[Pool, ...]) -> tuple[int, ...]:
    owned = sorted({campaign.kind_ix[one.kind] for one in pool})
    kinds = campaign.kinds
    return tuple(k for k in owned if kinds[k].authority in LAW and _is_team_or_vessel(kinds[k]))


def _is_team_or_vessel(kind: PieceKind) -> bool:
    """Whether Reinforce may put a unit down: what stops loads on land or at sea (RULES 6)."""
    return kind.endgame > 0 and ("land" in kind.modes or "sea" in kind.modes)


def _pools(pieces: list[tuple[KindIx, SeatIx]]) -> dict[tuple[int, int], tuple[PieceIx, ...]]:
    pools: dict[tuple[int, int], tuple[PieceIx, ...]] = {}
    for ix, (kind, seat) in enumerate(pieces):
        pools[seat, kind] = (*pools.get((seat, kind), ()), PieceIx(ix))
    return pools


def _traits(campaign: Campaign) -> dict[str, frozenset[int]]:
    names = {trait for kind in campaign.kinds for trait in kind.traits}
    return {
        name: frozenset(ix for ix, kind in enumerate(campaign.kinds) if name in kind.traits)
        for name in sorted(names)
    }
