"""Areas and routes in numbers, made once for a campaign (RULES 2)."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.campaign import Campaign
from game.model.ids import AreaIx, RouteIx
from game.rules.geography import is_coastal, neighbours

GOVERNED_COUNTRIES = ("mexico", "central-america")
NO_LIMIT = 999


def mask_of(places: Iterable[int]) -> int:
    """A set of places (areas, say) as one number: bit `1 << place`."""
    mask = 0
    for place in places:
        mask |= 1 << place
    return mask


@dataclass(frozen=True, eq=False, kw_only=True)
class Board:
    """Numbers of areas and routes; tuples are indexed by area or route, `*_mask` are sets of
    areas (bit `1 << area`)."""

    every_area: tuple[AreaIx, ...]
    area_mask: int
    """Every area."""
    governed: tuple[bool, ...]
    governed_mask: int
    coastal: tuple[bool, ...]
    pop: tuple[int, ...]
    country: tuple[str, ...]
    area_kind: tuple[str, ...]
    near: tuple[tuple[AreaIx, ...], ...]
    near_mask: tuple[int, ...]
    """An area and its neighbours."""
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


def make_board(campaign: Campaign) -> Board:
    """The board of a campaign in numbers."""
    areas, routes = campaign.areas, campaign.routes
    route_from = tuple(AreaIx(campaign.area_ix[route.from_]) for route in routes)
    route_to = tuple(AreaIx(campaign.area_ix[route.to]) for route in routes)
    watchable = tuple(RouteIx(ix) for ix, route in enumerate(routes) if route.watchable)
    governed = tuple(one.pop >= 1 and one.country in GOVERNED_COUNTRIES for one in areas)
    near = tuple(tuple(AreaIx(b) for b in row) for row in neighbours(areas, routes))
    every = tuple(AreaIx(ix) for ix in range(len(areas)))
    return Board(
        every_area=every,
        area_mask=mask_of(every),
        governed=governed,
        governed_mask=mask_of(ix for ix, one in enumerate(governed) if one),
        coastal=tuple(is_coastal(area) for area in areas),
        pop=tuple(area.pop for area in areas),
        country=tuple(area.country for area in areas),
        area_kind=tuple(area.kind for area in areas),
        near=near,
        near_mask=tuple(mask_of(row) | 1 << ix for ix, row in enumerate(near)),
        watch_here=_by_area(every, watchable, route_from, route_to),
        watchable=watchable,
        route_from=route_from,
        route_to=route_to,
        route_cost=tuple(route.cost for route in routes),
        route_cap=tuple(route.cap for route in routes),
        route_mode=tuple(route.mode for route in routes),
        backstop=tuple(route.backstop for route in routes),
        is_watchable=tuple(route.watchable for route in routes),
        exits=_by_area(every, map(RouteIx, range(len(routes))), route_from),
        sources=tuple(AreaIx(ix) for ix, one in enumerate(areas) if one.output > 0),
        is_market=tuple(area.kind == "market" for area in areas),
        demand=tuple(NO_LIMIT if area.demand is None else area.demand for area in areas),
        dormant_order=_dormant(campaign),
    )


def _by_area(
    areas: tuple[AreaIx, ...], routes: Iterable[RouteIx], *ends: tuple[AreaIx, ...]
) -> tuple[tuple[RouteIx, ...], ...]:
    """The routes that have an area at one of these ends."""
    listed = tuple(routes)
    return tuple(
        tuple(route for route in listed if any(end[route] == area for end in ends))
        for area in areas
    )


def _dormant(campaign: Campaign) -> tuple[RouteIx, ...]:
    asleep = [RouteIx(ix) for ix, route in enumerate(campaign.routes) if route.dormant]
    return tuple(asleep[: campaign.rules.flow.dormant_routes])
