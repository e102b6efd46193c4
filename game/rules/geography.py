"""Which areas of a campaign touch each other, from the map's own neighbours (RULES 2)."""

import json
from collections.abc import Sequence
from functools import cache

from game.content.schema.board import Area, Route
from game.resources import assets_dir


@cache
def _map() -> tuple[dict[str, frozenset[str]], frozenset[str], dict[str, frozenset[str]]]:
    """Neighbours of each map area, the sea areas, and the map areas each node belongs to."""
    data = json.loads((assets_dir() / "map" / "neighbours.json").read_text("utf-8"))
    areas = {name: frozenset(others) for name, others in data["areas"].items()}
    nodes = {name: frozenset(others) for name, others in data["nodes"].items()}
    return areas, frozenset(data["sea"]), nodes


def _ground(area: Area) -> frozenset[str]:
    """The map areas that an area stands on."""
    if area.node is not None:
        return _map()[2].get(area.node, frozenset())
    return frozenset(area.covers)


def neighbours(areas: Sequence[Area], routes: Sequence[Route]) -> tuple[tuple[int, ...], ...]:
    """For each area the places of its neighbours: joined by a route in any state, or touching."""
    around, _, _ = _map()
    place = {area.id: ix for ix, area in enumerate(areas)}
    found: list[set[int]] = [set() for _ in areas]
    for route in routes:
        a, b = place[route.from_], place[route.to]
        found[a].add(b)
        found[b].add(a)
    grounds = [_ground(area) for area in areas]
    for a, ground in enumerate(grounds):
        reach = ground.union(*(around.get(name, frozenset()) for name in ground))
        for b in range(a + 1, len(areas)):
            if reach & grounds[b]:
                found[a].add(b)
                found[b].add(a)
    return tuple(tuple(sorted(one - {ix})) for ix, one in enumerate(found))


def is_coastal(area: Area) -> bool:
    """Whether an area is land that touches the sea."""
    around, sea, _ = _map()
    ground = _ground(area)
    if area.kind == "sea" or ground & sea:
        return False
    return area.coastal or any(around.get(name, frozenset()) & sea for name in ground)
