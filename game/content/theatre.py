"""The words of the theatre's map: the areas and nodes that a campaign may stand on.

The map itself is part of the program, not of a campaign; a campaign's area is one of these
areas, a group of them, a node, or a box beside the map.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.resources import assets_dir


@dataclass(frozen=True, slots=True)
class Theatre:
    """Every area with those that it touches, which are sea, and every node with its areas."""

    areas: Mapping[str, frozenset[str]]
    sea: frozenset[str]
    nodes: Mapping[str, tuple[str, ...]]

    def is_coast(self, area: str) -> bool:
        """Whether an area is land that touches the sea."""
        return area not in self.sea and not self.sea.isdisjoint(self.areas.get(area, ()))


def is_port_of_entry(node: str | None) -> bool:
    """Whether a node of the map is a port of entry."""
    return node is not None and node.startswith("poe-")


@lru_cache(maxsize=1)
def theatre() -> Theatre:
    """The shipped theatre, read once."""
    data = json.loads((assets_dir() / "map" / "neighbours.json").read_bytes())
    areas = {name: frozenset(others) for name, others in data["areas"].items()}
    nodes = {name: tuple(inside) for name, inside in data["nodes"].items()}
    return Theatre(areas, frozenset(data["sea"]), nodes)


@lru_cache(maxsize=1)
def map_names() -> Mapping[str, str]:
    """The English name of every area; the drawing is read for it, so only where names are shown."""
    data = json.loads((assets_dir() / "map" / "north_america.geojson").read_bytes())
    found = (feature["properties"] for feature in data["features"])
    return {one["id"]: one["name"]["en"] for one in found}
