"""The theatre's map as the rules and the checks need it: areas that touch, and nodes.

The map itself is part of the program, not of a campaign; a campaign's area is one of these
areas, a group of them, a node, or a box beside the map.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.resources import assets_dir


@dataclass(frozen=True, slots=True)
class MapArea:
    """One area of the theatre's map: its country, kind and the areas that it touches."""

    id: str
    country: str | None
    kind: str
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """One point of the theatre's map: a port of entry (`poe`), seaport, city or headquarters."""

    id: str
    type: str
    area: str


@dataclass(frozen=True, slots=True)
class Theatre:
    """Every area and node of the theatre by id."""

    areas: Mapping[str, MapArea]
    nodes: Mapping[str, MapNode]


@lru_cache(maxsize=1)
def theatre() -> Theatre:
    """The shipped theatre, read once."""
    return read_theatre(assets_dir() / "map" / "north_america.geojson")


def read_theatre(path: Path) -> Theatre:
    """The areas and nodes of a map file."""
    data = json.loads(path.read_bytes())
    areas = (feature["properties"] for feature in data["features"])
    return Theatre(
        {
            area["id"]: MapArea(
                area["id"], area["country"], area["kind"], tuple(sorted(area["neighbours"]))
            )
            for area in areas
        },
        {node["id"]: MapNode(node["id"], node["type"], node["area"]) for node in data["nodes"]},
    )
