"""A small campaign and views of it, made by hand, for bots to look at."""

from collections.abc import Sequence
from typing import Any

from game.bots.player import BotContext
from game.bots.sight import Sight
from game.content.campaign import Campaign
from game.content.schema.board import Area, Route
from game.content.schema.bots import Bot
from game.content.schema.campaign import CampaignFile
from game.content.schema.cards import Card
from game.content.schema.units import PieceKind
from game.model.ids import SeatIx, SeatMask
from game.model.view import PieceView, RouteView, SeatView, View
from game.rules.tables import tables_for

AREAS = (
    {"id": "source", "kind": "source", "country": "south-america", "output": 6},
    {"id": "port", "kind": "home", "country": "mexico", "pop": 2, "gov": -1},
    {"id": "capital", "kind": "home", "country": "mexico", "pop": 4, "gov": 0},
    {"id": "border", "kind": "border", "country": "us"},
    {"id": "market", "kind": "market", "country": "us"},
)
ROUTES = (
    {"id": "landing", "from": "source", "to": "port", "mode": "sea", "cap": 4, "cost": 1},
    {"id": "road", "from": "port", "to": "border", "mode": "land", "cap": 3, "cost": 2},
    {"id": "trail", "from": "port", "to": "border", "mode": "land", "cap": 2, "cost": 3},
    {"id": "bypass", "from": "capital", "to": "border", "mode": "land", "cap": 2, "cost": 1},
    {
        "id": "street",
        "from": "border",
        "to": "market",
        "mode": "land",
        "cap": 9,
        "cost": 0,
        "watchable": False,
    },
    {"id": "lane", "from": "port", "to": "capital", "mode": "land", "cap": 4, "cost": 1},
)
KINDS = (
    {"id": "team", "side": "nadc", "detect": 1, "endgame": 2, "authority": "LE"},
    {"id": "drone", "side": "nadc", "detect": 2},
    {"id": "lab", "side": "red", "supply": 2, "traits": ["lab"]},
    {"id": "front", "side": "red", "launder": 3, "traits": ["front"]},
    {"id": "mole", "side": "red", "traits": ["mole"]},
)
SEATS = (
    {"id": "us", "side": "nadc", "style": "us", "country": "us", "margin": {"kind": "us"}},
    {
        "id": "mexico",
        "side": "nadc",
        "style": "mexico",
        "country": "mexico",
        "margin": {"kind": "mexico"},
        "sets_consent": True,
    },
    {
        "id": "cartel",
        "side": "red",
        "style": "cartel",
        "margin": {"kind": "cartel", "bank": 5, "reach": 3},
        "pool": [{"kind": "lab", "count": 2}, {"kind": "front", "count": 2}],
    },
)
CARDS = (
    {
        "id": "pact",
        "level": "strategic",
        "seats": ["us", "mexico"],
        "effects": [
            {"do": "track", "track": "cohesion", "by": 1},
            {"do": "unlock", "card": "patrol"},
        ],
    },
    {
        "id": "patrol",
        "level": "operational",
        "seats": ["us"],
        "cost": {"budget": 2},
        "effects": [{"do": "deploy", "unit": "drone"}],
    },
    {"id": "more-fronts", "level": "operational", "seats": ["cartel"]},
    {"id": "seize", "level": "tactical", "seats": ["us"]},
)
POOLS = {
    "us": [{"kind": "team", "count": 2}, {"kind": "drone", "count": 1}],
    "mexico": [{"kind": "team", "count": 2}],
}


def _frame() -> CampaignFile:
    seats = [
        {
            "name": one["id"],
            "short": one["id"][:2],
            "wants": "something",
            "briefing": "a briefing",
            "pool": POOLS.get(one["id"], ()),
            **one,
        }
        for one in SEATS
    ]
    return CampaignFile.model_validate(
        {
            "format": 1,
            "id": "small",
            "title": "Small",
            "tag": "test",
            "summary": "A small one.",
            "minutes": [1, 2],
            "quarters": 4,
            "order": ["us", "cartel", "mexico"],
            "seats": seats,
            "objectives": [{"id": "learn", "text": "Learn."}],
            "scenario": "Once upon a time.",
        }
    )


def small_campaign(
    bots: Sequence[dict[str, Any]] = (), kinds: Sequence[dict[str, Any]] = KINDS
) -> Campaign:
    """The small campaign, with these bots and kinds of piece."""

    def named(entry: dict[str, Any]) -> dict[str, Any]:
        return {"name": entry["id"], **entry}

    pieces = [
        {
            "plural": one["id"],
            "symbol": "mark",
            "summary": "A piece.",
            "modes": ["land"] if one["side"] == "nadc" else [],
            **named(one),
        }
        for one in kinds
    ]
    cards = [{"title": one["id"], "summary": "A card.", **one} for one in CARDS]
    return Campaign(
        frame=_frame(),
        areas=tuple(Area.model_validate(named(one)) for one in AREAS),
        routes=tuple(Route.model_validate(named(one)) for one in ROUTES),
        kinds=tuple(PieceKind.model_validate(one) for one in pieces),
        cards=tuple(Card.model_validate(one) for one in cards),
        injects=(),
        bots=tuple(Bot.model_validate(one) for one in bots),
        digest="0" * 64,
    )


def route_view(route: int, **known: Any) -> RouteView:
    """A route, open and unguarded unless told otherwise."""
    plain: dict[str, Any] = {
        "route": route,
        "open": True,
        "opened": False,
        "low": -1,
        "high": -1,
        "ghost": -1,
        "before": -1,
        "heat": 0,
        "detect": 0,
        "endgame": 0,
        "lawful": False,
        "unknown": False,
        "seized": 0,
        "seen": 0,
        "surged": False,
    }
    return RouteView(**plain | known)


def seat_view(seat: int, **known: Any) -> SeatView:
    """A seat's means: nothing of its own, nothing known of others."""
    plain: dict[str, Any] = {
        "seat": seat,
        "budget": 5,
        "capital": 2,
        "cash": -1,
        "bank": -1,
        "stash": -1,
        "ready": 0,
        "deployments": 0,
        "moves": 0,
        "hand": (),
        "hand_size": 2,
        "plans": (),
        "planned": -1,
        "governed": False,
        "pins": (),
        "wakes": (),
        "sent": -1,
        "lost": -1,
    }
    return SeatView(**plain | known)


def piece_view(piece: int, kind: int, seat: int, area: int, **known: Any) -> PieceView:
    """A piece that watches nothing unless told otherwise."""
    plain: dict[str, Any] = {
        "watch": (),
        "rotating": False,
        "exposed": False,
        "kept": False,
        "set": False,
    }
    return PieceView(piece, kind, seat, area, **plain | known)


def small_view(seat: int, **known: Any) -> View:
    """What one seat of the small campaign sees; name what differs."""
    plain: dict[str, Any] = {
        "seats": SeatMask(1 << seat),
        "quarter": 2,
        "phase": "operational",
        "round": 0,
        "active": seat,
        "to_move": (seat,),
        "pending": None,
        "over": False,
        "tracks": (10, 5, 5, 7, 1, 6, 5, 0, 1),
        "gov": (0, -1, 0, 0, 0),
        "violence": (0, 1, 0, 0, 0),
        "gov_score": -2,
        "pieces": (),
        "routes": tuple(route_view(ix) for ix in range(len(ROUTES))),
        "means": tuple(seat_view(ix) for ix in range(len(SEATS))),
        "cards": (),
        "tally": (8, 2, 1, 6, 4),
        "governed_areas": (),
    }
    return View(**plain | known)


def plain_context(**known: Any) -> BotContext:
    """A context in which nothing is rolled."""
    return BotContext(**{"salt": 7, "moment": 11, "odds": lambda action: None} | known)


def small_sight(seat: int, campaign: Campaign | None = None, **known: Any) -> Sight:
    """What one seat of the small campaign sees, laid out for bots."""
    tables = tables_for(campaign or CAMPAIGN)
    return Sight(tables, SeatIx(seat), small_view(seat, **known))


CAMPAIGN = small_campaign()
US, MEXICO, CARTEL = (SeatIx(ix) for ix in range(3))
