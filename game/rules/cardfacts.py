"""What a card is, in numbers, made once for a campaign (RULES 6, 10)."""

from dataclasses import dataclass
from typing import Literal

import msgspec

from game.content.campaign import Campaign
from game.content.schema.cards import AreaTarget, Card, PieceTarget, RouteTarget, Target
from game.content.schema.effects import DeployEffect
from game.content.theatre import is_port_of_entry
from game.model.ids import NO_SEAT, CardIx, SeatIx
from game.rules.board import Board, mask_of

ABSENT = SeatIx(-2)
"""A seat that the campaign does not have."""
_PUBLIC = (
    "track",
    "budget",
    "capital",
    "area_gov",
    "area_violence",
    "route_close",
    "case",
    "message",
    "remove",
)
"""Effects that show themselves by what they do."""


class Price(msgspec.Struct, frozen=True, gc=False):
    """What each paying seat gives; Cases come from the coalition's pool."""

    budget: int = 0
    capital: int = 0
    cash: int = 0
    cases: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """What may be chosen as a target, as far as that never changes in a game."""

    of: Literal["area", "route", "piece"]
    places: tuple[int, ...] = ()
    """Areas or routes of the right kind; kinds of piece."""
    mask: int = 0
    """The same as a set; of a piece the areas where it may stand."""
    area: AreaTarget | None = None
    route: RouteTarget | None = None
    piece: PieceTarget | None = None


@dataclass(frozen=True, slots=True, eq=False)
class CardFacts:
    """A card in numbers."""

    ix: CardIx
    spec: Card
    price: Price
    join: Price | None
    """What each joining seat pays, where others may join."""
    joiners: tuple[SeatIx, ...]
    partners: tuple[SeatIx, ...]
    """The seats in play that must agree."""
    target: Scope | None
    second: Scope | None
    puts_down: tuple[tuple[int, SeatIx], ...]
    """Kinds of piece that it deploys, and from whose pool: NO_SEAT for the acting seat."""
    at_target: tuple[int, ...]
    """Those that come to its target area."""
    delay: int
    """Quarters before it takes effect."""
    is_public: bool
    """Whether a Red tactical card shows itself by what it does."""


def make_facts(campaign: Campaign, board: Board) -> tuple[CardFacts, ...]:
    """Every card of a campaign in numbers."""
    return tuple(_facts(campaign, board, CardIx(ix)) for ix in range(len(campaign.cards)))


def _facts(campaign: Campaign, board: Board, ix: CardIx) -> CardFacts:
    card = campaign.cards[ix]
    deploys = [effect for effect in card.effects if isinstance(effect, DeployEffect)]
    effects = (*card.on_play, *card.effects, *card.on_fail)
    return CardFacts(
        ix=ix,
        spec=card,
        price=_price(card),
        join=None
        if card.join is None
        else Price(budget=card.join.budget, capital=card.join.capital),
        joiners=() if card.join is None else _seats(campaign, card.join.seats),
        partners=_seats(campaign, card.consent),
        target=_scope(campaign, board, card.target),
        second=_scope(campaign, board, card.second),
        puts_down=tuple(
            (campaign.kind_ix[one.unit], seat_of(campaign, one.seat)) for one in deploys
        ),
        at_target=tuple(
            campaign.kind_ix[one.unit] for one in deploys if one.where.pick == "target"
        ),
        delay=_delay(card),
        is_public=any(effect.do in _PUBLIC for effect in effects),
    )


def seat_of(campaign: Campaign, name: str | None) -> SeatIx:
    """A seat by its id: NO_SEAT where none is named, ABSENT for one that is not in play."""
    return NO_SEAT if name is None else SeatIx(campaign.seat_ix.get(name, ABSENT))


def _seats(campaign: Campaign, names: tuple[str, ...]) -> tuple[SeatIx, ...]:
    """The seats of a list that are in play."""
    return tuple(SeatIx(campaign.seat_ix[name]) for name in names if name in campaign.seat_ix)


def _delay(card: Card) -> int:
    """Quarters before a card takes effect: 1 for strategic ones that do not say (RULES 6)."""
    if card.delay is not None:
        return card.delay
    return 1 if card.level == "strategic" else 0


def _price(card: Card) -> Price:
    cost = card.cost
    return Price(cost.budget, cost.capital, cost.cash, cost.cases)


def _scope(campaign: Campaign, board: Board, target: Target | None) -> Scope | None:
    if target is None:
        return None
    if target.area is not None:
        areas = tuple(a for a in board.every_area if _fits_area(board, target.area, a))
        return Scope("area", areas, mask_of(areas), area=target.area)
    if target.route is not None:
        routes = range(len(campaign.routes))
        fitting = tuple(r for r in routes if _fits_route(campaign, board, target.route, r))
        return Scope("route", fitting, mask_of(fitting), route=target.route)
    spec = target.piece or PieceTarget()
    kinds = tuple(
        ix for ix, kind in enumerate(campaign.kinds) if not spec.kinds or kind.id in spec.kinds
    )
    where = mask_of(
        a for a in board.every_area if not spec.countries or board.country[a] in spec.countries
    )
    return Scope("piece", kinds, where, piece=spec)


def _fits_area(board: Board, spec: AreaTarget, area: int) -> bool:
    if spec.kinds and board.area_kind[area] not in spec.kinds:
        return False
    if spec.countries and board.country[area] not in spec.countries:
        return False
    if spec.coastal and not (board.coastal[area] or board.area_kind[area] == "sea"):
        return False
    return board.governed[area] or not spec.governed


def _fits_route(campaign: Campaign, board: Board, spec: RouteTarget, route: int) -> bool:
    if spec.modes and board.route_mode[route] not in spec.modes:
        return False
    if spec.watchable and not board.is_watchable[route] and not spec.dormant:
        return False
    if spec.port_of_entry and not is_port_of_entry(campaign.routes[route].node):
        return False
    ends = board.route_from[route], board.route_to[route]
    return not spec.crosses_border or board.country[ends[0]] != board.country[ends[1]]
