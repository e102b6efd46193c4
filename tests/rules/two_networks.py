"""A tiny campaign with two networks, each in its own valley, and one coalition seat."""

from functools import cache
from typing import Any

from game.content.campaign import Campaign
from game.content.schema.board import Area, Route
from game.content.schema.campaign import CampaignFile
from game.content.schema.units import PieceKind

_AREAS = (
    {"id": "lowland", "kind": "source", "country": "south-america", "output": 3},
    {"id": "hills", "kind": "home", "country": "mexico", "pop": 2, "gov": -1},
    {"id": "coast", "kind": "home", "country": "mexico", "pop": 2, "gov": -1},
    {"id": "city", "kind": "market", "country": "us"},
)
_ROUTES = (
    {"id": "bus", "from": "lowland", "to": "city", "cost": 9, "watchable": False, "backstop": True},
    {"id": "pass", "from": "hills", "to": "city", "cost": 1},
    {"id": "wharf", "from": "coast", "to": "city", "cost": 1},
    {"id": "gully", "from": "hills", "to": "city", "cost": 4, "dormant": True},
    {"id": "goat-track", "from": "hills", "to": "city", "cost": 2, "dormant": True},
    {"id": "cove", "from": "coast", "to": "city", "cost": 3, "dormant": True},
)
_KINDS = (
    {"id": "team", "side": "nadc", "detect": 5, "endgame": 5, "authority": "LE"},
    {"id": "cell", "side": "red", "traits": ["cell"], "area_max": 2},
    {"id": "lab", "side": "red", "supply": 2, "traits": ["lab"]},
    {"id": "front", "side": "red", "launder": 3, "traits": ["front"]},
    {"id": "gunmen", "side": "red", "traits": ["gunmen"], "needs": "cell"},
)
_US = {"id": "us", "side": "nadc", "style": "us", "country": "us", "margin": {"kind": "us"}}
_RED_POOL = [{"kind": kind, "count": 3} for kind in ("cell", "lab", "front", "gunmen")]


def _network(name: str) -> dict[str, Any]:
    margin = {"kind": "cartel", "bank": 5, "reach": 3}
    return {"id": name, "side": "red", "style": "cartel", "margin": margin, "cash": 6}


def _pieces(seat: str, area: str) -> list[dict[str, Any]]:
    counts = {"lab": 2, "front": 1, "cell": 1}
    return [{"seat": seat, "kind": k, "area": area, "count": n} for k, n in counts.items()]


@cache
def two_networks(
    source_of: str | None = None, pins: int = 3, upkeep_base: int = 3, upkeep_routes: int = 5
) -> Campaign:
    """Sierra sits in the hills and costa on the coast; the source of the lowland supplies both,
    or the one that is named."""
    seats = [
        {"name": one["id"], "short": one["id"][:2], "wants": "x", "briefing": "x", **one}
        for one in (
            {**_US, "pool": [{"kind": "team", "count": 3}], "income": 3},
            {**_network("sierra"), "pool": _RED_POOL},
            {**_network("costa"), "pool": _RED_POOL},
        )
    ]
    frame = CampaignFile.model_validate(
        {
            "format": 1,
            "id": "two-networks",
            "title": "Two networks",
            "tag": "test",
            "summary": "Two networks.",
            "minutes": [1, 2],
            "quarters": 3,
            "rounds": 1,
            "order": ["us", "sierra", "costa"],
            "seats": seats,
            "placements": [*_pieces("sierra", "hills"), *_pieces("costa", "coast")],
            "objectives": [{"id": "learn", "text": "Learn."}],
            "scenario": "Once upon a time.",
            "rules": {
                "flow": {"pins": pins},
                "money": {"upkeep_base": upkeep_base, "upkeep_routes": upkeep_routes},
            },
        }
    )
    areas = [{**one, "network": source_of} if one["kind"] == "source" else one for one in _AREAS]
    return Campaign(
        frame=frame,
        areas=tuple(Area.model_validate({"name": one["id"], **one}) for one in areas),
        routes=tuple(
            Route.model_validate({"name": one["id"], "mode": "land", "cap": 9, **one})
            for one in _ROUTES
        ),
        kinds=tuple(
            PieceKind.model_validate(
                {
                    "name": one["id"],
                    "plural": one["id"],
                    "symbol": "mark",
                    "summary": "A piece.",
                    "modes": ["land"] if one["side"] == "nadc" else [],
                    **one,
                }
            )
            for one in _KINDS
        ),
        cards=(),
        injects=(),
        bots=(),
        digest="0" * 64,
    )
