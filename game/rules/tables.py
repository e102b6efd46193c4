"""What never changes in a game: the campaign's words turned into numbers once, at its start."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from game.content.campaign import Campaign
from game.content.schema.campaign import SeatSpec
from game.content.schema.units import PieceKind
from game.content.schema.words import TRACKS
from game.model.ids import AreaIx, CardIx, KindIx, PieceIx, RouteIx, SeatIx, SeatMask
from game.rules.geography import is_coastal, neighbours

HARM, BORDER, COHESION, LEGITIMACY, FUSION, SOVEREIGNTY, RESILIENCE, CASES, CONSENT = range(9)
TRACK_MAX = (20, 10, 10, 10, 3, 10, 10, 20, 3)
GOVERNED_COUNTRIES = ("mexico", "central-america")
OPEN_COUNTRIES = ("sea", "none", "overseas", "south-america", "central-america", "caribbean")
"""Where any coalition unit may stand and act without leave."""
LAW = ("LE", "T14")
"""Titles that carry law-enforcement authority."""


@dataclass(frozen=True, eq=False)
class Tables:
    """Static numbers of a campaign; tuples are indexed by seat, area, route, piece or card."""

    campaign: Campaign
    order: tuple[SeatIx, ...]
    nadc: tuple[SeatIx, ...]
    red: tuple[SeatIx, ...]
    networks: tuple[SeatIx, ...]
    nadc_mask: SeatMask
    red_mask: SeatMask
    consent_seat: SeatIx
    consent_country: str
    governed: tuple[bool, ...]
    coastal: tuple[bool, ...]
    ground: tuple[frozenset[AreaIx], ...]
    ground_list: tuple[tuple[AreaIx, ...], ...]
    pop: tuple[int, ...]
    country: tuple[str, ...]
    area_kind: tuple[str, ...]
    near: tuple[tuple[AreaIx, ...], ...]
    watch_here: tuple[tuple[RouteIx, ...], ...]
    watchable: tuple[RouteIx, ...]
    route_from: tuple[AreaIx, ...]
    route_to: tuple[AreaIx, ...]
    route_cost: tuple[int, ...]
    route_cap: tuple[int, ...]
    route_mode: tuple[str, ...]
    backstop: tuple[bool, ...]
    is_watchable: tuple[bool, ...]
    exits: tuple[tuple[RouteIx, ...], ...]
    sources: tuple[AreaIx, ...]
    is_market: tuple[bool, ...]
    demand: tuple[int, ...]
    dormant_order: tuple[RouteIx, ...]
    kinds: tuple[PieceKind, ...]
    piece_kind: tuple[KindIx, ...]
    piece_seat: tuple[SeatIx, ...]
    pools: dict[tuple[int, int], tuple[PieceIx, ...]]
    seat_pieces: tuple[tuple[PieceIx, ...], ...]
    red_pieces: tuple[PieceIx, ...]
    nadc_pieces: tuple[PieceIx, ...]
    trait_kinds: dict[str, frozenset[int]]
    detect: tuple[int, ...]
    endgame: tuple[int, ...]
    strategic: tuple[tuple[CardIx, ...], ...]
    operational: tuple[tuple[CardIx, ...], ...]
    deck: tuple[tuple[CardIx, ...], ...]

    def seat(self, seat: int) -> SeatSpec:
        """The seat as the campaign describes it."""
        return self.campaign.seats[seat]

    def kind_of(self, piece: int) -> PieceKind:
        """The kind of a piece."""
        return self.kinds[self.piece_kind[piece]]

    def has_trait(self, piece: int, trait: str) -> bool:
        """Whether the rules treat a piece as this (cell, lab, front, mole, advisor ...)."""
        return self.piece_kind[piece] in self.trait_kinds.get(trait, ())

    def is_nadc(self, seat: int) -> bool:
        """Whether a seat is of the coalition."""
        return bool(self.nadc_mask >> seat & 1)

    def is_red(self, seat: int) -> bool:
        """Whether a seat is of the other side."""
        return bool(self.red_mask >> seat & 1)

    def is_law(self, piece: int) -> bool:
        """Whether a piece has law-enforcement authority."""
        return self.kind_of(piece).authority in LAW

    def initiative(self, quarter: int, turn: int = 1) -> tuple[SeatIx, ...]:
        """The seats in initiative order for a quarter and a tactical round (RULES 1)."""
        first = (quarter - 1 + turn - 1) % len(self.order)
        return self.order[first:] + self.order[:first]


_MADE: "WeakKeyDictionary[Campaign, Tables]" = WeakKeyDictionary()


def tables_for(campaign: Campaign) -> Tables:
    """The tables of a campaign, made once."""
    made = _MADE.get(campaign)
    if made is None:
        made = _MADE[campaign] = _make(campaign)
    return made


def _mask(seats: tuple[SeatIx, ...]) -> SeatMask:
    return SeatMask(sum(1 << seat for seat in seats))


def _make(campaign: Campaign) -> Tables:
    seats, areas, routes = campaign.seats, campaign.areas, campaign.routes
    every = [SeatIx(ix) for ix in range(len(seats))]
    nadc = tuple(ix for ix in every if seats[ix].side == "nadc")
    red = tuple(ix for ix in every if seats[ix].side == "red")
    consent = next((ix for ix in nadc if seats[ix].sets_consent), SeatIx(-1))
    route_from = tuple(AreaIx(campaign.area_ix[route.from_]) for route in routes)
    route_to = tuple(AreaIx(campaign.area_ix[route.to]) for route in routes)
    watchable = tuple(RouteIx(ix) for ix, route in enumerate(routes) if route.watchable)
    pieces = _pieces(campaign)
    return Tables(
        campaign=campaign,
        order=tuple(SeatIx(campaign.seat_ix[name]) for name in campaign.frame.order),
        nadc=nadc,
        red=red,
        networks=tuple(ix for ix in red if seats[ix].margin.kind == "cartel"),
        nadc_mask=_mask(nadc),
        red_mask=_mask(red),
        consent_seat=consent,
        consent_country=seats[consent].country if consent >= 0 else "",
        governed=tuple(one.pop >= 1 and one.country in GOVERNED_COUNTRIES for one in areas),
        coastal=tuple(is_coastal(area) for area in areas),
        ground=tuple(_ground(campaign, kind) for kind in campaign.kinds),
        ground_list=tuple(tuple(sorted(_ground(campaign, kind))) for kind in campaign.kinds),
        pop=tuple(area.pop for area in areas),
        country=tuple(area.country for area in areas),
        area_kind=tuple(area.kind for area in areas),
        near=tuple(tuple(AreaIx(b) for b in row) for row in neighbours(areas, routes)),
        watch_here=tuple(
            tuple(ix for ix in watchable if area in (route_from[ix], route_to[ix]))
            for area in range(len(areas))
        ),
        watchable=watchable,
        route_from=route_from,
        route_to=route_to,
        route_cost=tuple(route.cost for route in routes),
        route_cap=tuple(route.cap for route in routes),
        route_mode=tuple(route.mode for route in routes),
        backstop=tuple(route.backstop for route in routes),
        is_watchable=tuple(route.watchable for route in routes),
        exits=tuple(
            tuple(RouteIx(ix) for ix in range(len(routes)) if route_from[ix] == area)
            for area in range(len(areas))
        ),
        sources=tuple(AreaIx(ix) for ix, one in enumerate(areas) if one.output > 0),
        is_market=tuple(area.kind == "market" for area in areas),
        demand=tuple(999 if area.demand is None else area.demand for area in areas),
        dormant_order=_dormant(campaign),
        kinds=campaign.kinds,
        piece_kind=tuple(kind for kind, _ in pieces),
        piece_seat=tuple(seat for _, seat in pieces),
        pools=_pools(pieces),
        seat_pieces=tuple(
            tuple(PieceIx(ix) for ix, (_, owner) in enumerate(pieces) if owner == seat)
            for seat in every
        ),
        red_pieces=tuple(PieceIx(ix) for ix, (_, owner) in enumerate(pieces) if owner in red),
        nadc_pieces=tuple(PieceIx(ix) for ix, (_, owner) in enumerate(pieces) if owner in nadc),
        trait_kinds=_traits(campaign),
        detect=tuple(campaign.kinds[kind].detect for kind, _ in pieces),
        endgame=tuple(campaign.kinds[kind].endgame for kind, _ in pieces),
        strategic=tuple(_portfolio(campaign, seat, "strategic") for seat in seats),
        operational=tuple(_portfolio(campaign, seat, "operational") for seat in seats),
        deck=tuple(_deck(campaign, seat) for seat in seats),
    )


def _ground(campaign: Campaign, kind: PieceKind) -> frozenset[AreaIx]:
    """The areas whose nature allows a kind of piece, whatever the law says."""
    return frozenset(
        AreaIx(ix)
        for ix, area in enumerate(campaign.areas)
        if (not kind.kinds or area.kind in kind.kinds or (kind.coastal and is_coastal(area)))
        and (not kind.countries or area.country in kind.countries)
    )


def _pieces(campaign: Campaign) -> list[tuple[KindIx, SeatIx]]:
    return [
        (KindIx(campaign.kind_ix[pool.kind]), SeatIx(ix))
        for ix, seat in enumerate(campaign.seats)
        for pool in seat.pool
        for _ in range(pool.count)
    ]


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


def _dormant(campaign: Campaign) -> tuple[RouteIx, ...]:
    asleep = [RouteIx(ix) for ix, route in enumerate(campaign.routes) if route.dormant]
    return tuple(asleep[: campaign.rules.flow.dormant_routes])


def _portfolio(campaign: Campaign, seat: SeatSpec, level: str) -> tuple[CardIx, ...]:
    found = (campaign.card_ix[name] for name in seat.cards)
    return tuple(CardIx(ix) for ix in sorted(found) if campaign.cards[ix].level == level)


def _deck(campaign: Campaign, seat: SeatSpec) -> tuple[CardIx, ...]:
    found = (campaign.card_ix[name] for name in seat.deck)
    return tuple(CardIx(ix) for ix in found for _ in range(campaign.cards[ix].copies))


TRACK_IX: dict[str, int] = {name: ix for ix, name in enumerate(TRACKS)}
"""Place of each track by name."""
