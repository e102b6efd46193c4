"""The theatre's geography: map areas, coasts, borders, nodes, and the regions a campaign makes.

Everything is in board units. The shipped map is read once; a campaign's area that covers several
map areas becomes one `Region` whose inner borders are gone.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from game import resources
from game.ui.board.land.shapes import (
    Box,
    Point,
    Ring,
    box_of,
    distance_to_line,
    join_boxes,
    ring_area,
    ring_contains,
    thin,
)
from game.ui.board.scene import LandTint

MapKind = Literal["land", "sea", "overseas"]
_GREAT_LAKES = "sea-great-lakes"
_PREFIX_TINTS: dict[str, LandTint] = {
    "us-": "us",
    "mx-": "mexico",
    "ca-": "canada",
    "cam": "central-america",
    "car": "caribbean",
    "sa-": "south-america",
    "os-": "overseas",
}
_OUTLINE_PARTS = 24
_LATTICE = 12
_ENOUGH_ROOM = 0.6
_CENTRE_PULL = 0.3


@dataclass(frozen=True, slots=True)
class MapArea:
    """One area of the shipped map. `spots` are places inside it for things, the best first."""

    id: str
    tint: LandTint
    kind: MapKind
    outer: tuple[Ring, ...]
    holes: tuple[Ring, ...]
    box: Box
    spots: tuple[Point, ...]
    label: Point
    inset: str | None

    @property
    def is_water(self) -> bool:
        """Whether the area is open sea or the Great Lakes."""
        return self.kind == "sea"


@dataclass(frozen=True, slots=True)
class Chain:
    """A line of the map with the areas on its two sides, where they are known."""

    points: Ring
    box: Box
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """A filled ring of the base map: an area's land, unplayed land or enclosed water."""

    ring: Ring
    box: Box
    area_id: str | None
    is_water: bool
    inset: str | None


@dataclass(frozen=True, slots=True)
class Node:
    """A point of the map that routes may use: port of entry, seaport, city or headquarters."""

    id: str
    kind: str
    name: str
    at: Point


@dataclass(frozen=True, slots=True)
class Inset:
    """A framed part of the map at its own scale."""

    id: str
    title: str
    box: Box


@dataclass(frozen=True, slots=True)
class Region:
    """A campaign's area on the map: its outline, and places inside for what stands there.

    `outline` are closed rings without the borders inside; `fills` are the rings to paint, the
    smallest first, and `parts` their sizes and boxes. `anchor` is the middle of its widest part,
    `clearance` the distance from there to the outline.
    """

    outline: tuple[Ring, ...]
    fills: tuple[Ring, ...]
    parts: tuple[tuple[float, Box], ...]
    box: Box
    anchor: Point
    clearance: float
    spots: tuple[Point, ...]

    def contains(self, x: float, y: float) -> float | None:
        """The size of the smallest ring around a point, or None outside; the smallest wins."""
        for ring, (size, box) in zip(self.fills, self.parts, strict=True):
            inside_box = box[0] <= x <= box[2] and box[1] <= y <= box[3]
            if inside_box and ring_contains(ring, x, y):
                return size
        return None


class Geography:
    """The shipped map, read and indexed."""

    def __init__(self, board: dict[str, Any], decor: dict[str, Any]) -> None:
        self.width: int = board["board"]["width"]
        self.height: int = board["board"]["height"]
        self.insets = tuple(_inset(entry) for entry in board["insets"])
        self.areas = {entry["id"]: _area(entry) for entry in board["features"]}
        self.nodes = {entry["id"]: _node(entry) for entry in board["nodes"]}
        self._backdrop = board["backdrop"]
        self._decor = decor

    @classmethod
    def load(cls, folder: Path | None = None) -> "Geography":
        """Read the map from a folder, by default the shipped one."""
        home = folder or resources.assets_dir() / "map"
        board = json.loads((home / "north_america.geojson").read_bytes())
        decor = json.loads((home / "north_america_decor.json").read_bytes())
        return cls(board, decor)

    @property
    def box(self) -> Box:
        """The whole theatre."""
        return 0.0, 0.0, float(self.width), float(self.height)

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """Every ring to fill, the largest first, so that what lies in a hole is painted later."""
        found = [*self._area_grounds(), *self._backdrop_grounds()]
        return tuple(sorted(found, key=lambda ground: -ring_area(ground.ring)))

    @cached_property
    def coast(self) -> tuple[Chain, ...]:
        """The coastlines."""
        return self._main_chains(self._decor["borders"]["coast"])

    @cached_property
    def international(self) -> tuple[Chain, ...]:
        """The borders between countries."""
        return self._main_chains(self._decor["borders"]["international"])

    @cached_property
    def internal(self) -> tuple[Chain, ...]:
        """The borders between map areas of one country, each with the two areas."""
        return tuple(self._sided(self._decor["borders"]["internal"]))

    @cached_property
    def sea_lines(self) -> tuple[Chain, ...]:
        """The limits between sea zones, each with the two zones."""
        return tuple(self._sided(self._decor["borders"]["sea"]))

    @cached_property
    def state_lines(self) -> tuple[Chain, ...]:
        """The borders of states and provinces inside map areas."""
        return self._main_chains(self._decor["admin1"])

    @cached_property
    def rivers(self) -> tuple[Chain, ...]:
        """The rivers."""
        return self._main_chains(self._decor["rivers"])

    @cached_property
    def lakes(self) -> tuple[Chain, ...]:
        """The lakes, as closed rings."""
        return self._main_chains([ring for ring in self._decor["lakes"] if len(ring) > 3])

    def region(self, area_ids: Iterable[str]) -> Region:
        """The region that some map areas make together; their shared borders are dropped.

        Raises KeyError for a map area that does not exist.
        """
        members = [self.areas[area_id] for area_id in area_ids]
        outline = tuple(_outline(members))
        fills = sorted((ring for area in members for ring in area.outer), key=ring_area)
        spots = _ranked_spots(members, outline)
        return Region(
            outline=outline,
            fills=tuple(fills),
            parts=tuple((ring_area(ring), box_of(ring)) for ring in fills),
            box=join_boxes(area.box for area in members),
            anchor=spots[0][1],
            clearance=spots[0][0],
            spots=tuple(spot for _, spot in spots),
        )

    def _area_grounds(self) -> Iterator[Ground]:
        for area in self.areas.values():
            if area.is_water and area.id != _GREAT_LAKES:
                continue
            for ring in area.outer:
                yield Ground(ring, box_of(ring), area.id, area.is_water, area.inset)

    def _backdrop_grounds(self) -> Iterator[Ground]:
        for entry in self._backdrop:
            for rings in _polygons(entry["geometry"]):
                ring = _ring(rings[0])
                water = entry["kind"] == "water"
                yield Ground(ring, box_of(ring), None, water, entry["inset"])

    def _main_chains(self, lines: Sequence[Sequence[Sequence[int]]]) -> tuple[Chain, ...]:
        """The lines of the main map, without those drawn inside an inset."""
        chains = (_chain(line) for line in lines)
        return tuple(chain for chain in chains if not self._in_inset(chain))

    def _in_inset(self, chain: Chain) -> bool:
        x, y = chain.points[len(chain.points) // 2]
        return any(
            inset.box[0] <= x <= inset.box[2] and inset.box[1] <= y <= inset.box[3]
            for inset in self.insets
        )

    def _sided(self, lines: Sequence[Sequence[Sequence[int]]]) -> Iterator[Chain]:
        for chain in self._main_chains(lines):
            run = [chain.points[0]]
            sides: tuple[str, ...] | None = None
            for a, b in zip(chain.points, chain.points[1:], strict=False):
                here = tuple(self._edge_owners.get(_edge(a, b), ()))
                if sides is not None and here != sides:
                    yield Chain(tuple(run), box_of(run), sides)
                    run = [a]
                sides = here
                run.append(b)
            yield Chain(tuple(run), box_of(run), sides or ())

    @cached_property
    def _edge_owners(self) -> dict[tuple[Point, Point], list[str]]:
        owners: dict[tuple[Point, Point], list[str]] = {}
        for area in self.areas.values():
            for ring in (*area.outer, *area.holes):
                before = ring[-1]
                for point in ring:
                    owners.setdefault(_edge(before, point), []).append(area.id)
                    before = point
        return owners


def _edge(a: Point, b: Point) -> tuple[Point, Point]:
    return (a, b) if a < b else (b, a)


def _ring(points: Sequence[Sequence[int]]) -> Ring:
    """A ring without its closing point, which the map data repeats."""
    ring = tuple((x, y) for x, y in points)
    return ring[:-1] if ring[0] == ring[-1] else ring


def _chain(points: Sequence[Sequence[int]]) -> Chain:
    line = tuple((float(x), float(y)) for x, y in points)
    return Chain(line, box_of(line))


def _polygons(geometry: dict[str, Any]) -> list[list[list[list[int]]]]:
    coordinates: list[Any] = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "Polygon" else coordinates


def _area(entry: dict[str, Any]) -> MapArea:
    words = entry["properties"]
    polygons = _polygons(entry["geometry"])
    x0, y0, x1, y1 = words["bbox"]
    spots = [tuple(words["anchor"]), *(tuple(slot) for slot in words["slots"])]
    return MapArea(
        id=entry["id"],
        tint=_PREFIX_TINTS.get(entry["id"][:3], "none"),
        kind=words["kind"],
        outer=tuple(_ring(rings[0]) for rings in polygons),
        holes=tuple(_ring(ring) for rings in polygons for ring in rings[1:]),
        box=(x0, y0, x1, y1),
        spots=tuple(dict.fromkeys(spots)),
        label=(words["label"]["x"], words["label"]["y"]),
        inset=words["inset"],
    )


def _node(entry: dict[str, Any]) -> Node:
    x, y = entry["xy"]
    return Node(entry["id"], entry["type"], entry["name"], (x, y))


def _inset(entry: dict[str, Any]) -> Inset:
    x0, y0, x1, y1 = entry["rect"]
    return Inset(entry["id"], entry["title"], (x0, y0, x1, y1))


def _outline(members: Sequence[MapArea]) -> Iterator[Ring]:
    """The closed rings around several areas: edges that two of them share are left out."""
    following: dict[Point, list[Point]] = {}
    seen: dict[tuple[Point, Point], int] = {}
    rings = [ring for area in members for ring in (*area.outer, *area.holes)]
    for ring in rings:
        for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
            edge = _edge(a, b)
            seen[edge] = seen.get(edge, 0) + 1
    for (a, b), count in seen.items():
        if count == 1:
            following.setdefault(a, []).append(b)
            following.setdefault(b, []).append(a)
    while following:
        yield _walk(following)


def _walk(following: dict[Point, list[Point]]) -> Ring:
    """Take one closed ring out of the edges that are left."""
    start = next(iter(following))
    ring = [start]
    here = start
    while True:
        after = following[here].pop()
        if not following[here]:
            del following[here]
        following[after].remove(here)
        if not following[after]:
            del following[after]
        if after == start:
            return tuple(ring)
        ring.append(after)
        here = after


def _ranked_spots(members: Sequence[MapArea], outline: Sequence[Ring]) -> list[tuple[float, Point]]:
    """Places inside a region with their distance to its outline, the best first.

    Best is near the middle of the whole, as long as there is enough room around.
    """
    centre = _centre(members)
    candidates = [spot for area in members for spot in (*area.spots, area.label)]
    if len(members) > 1:
        candidates.extend(_lattice(join_boxes(area.box for area in members)))
    step = math.sqrt(sum(ring_area(ring) for ring in outline)) / _OUTLINE_PARTS
    lines = [thin((*ring, ring[0]), step) for ring in outline if len(ring) > 2]
    rooms: dict[Point, float] = {}
    for spot in dict.fromkeys(candidates):
        if any(ring_contains(ring, *spot) for area in members for ring in area.outer):
            rooms[spot] = min(distance_to_line(*spot, line) for line in lines)
    enough = _ENOUGH_ROOM * max(rooms.values())

    def worth(spot: Point) -> float:
        away = math.hypot(spot[0] - centre[0], spot[1] - centre[1])
        return min(rooms[spot], enough) - _CENTRE_PULL * away

    return [(rooms[spot], spot) for spot in sorted(rooms, key=worth, reverse=True)]


def _centre(members: Sequence[MapArea]) -> Point:
    """The mean of the members' anchors, weighted by the size of their land or water."""
    weights = [max(ring_area(ring) for ring in area.outer) for area in members]
    total = sum(weights)
    return (
        sum(w * area.spots[0][0] for w, area in zip(weights, members, strict=True)) / total,
        sum(w * area.spots[0][1] for w, area in zip(weights, members, strict=True)) / total,
    )


def _lattice(box: Box) -> Iterator[Point]:
    """Evenly spread places in a box."""
    width, height = box[2] - box[0], box[3] - box[1]
    for row in range(1, _LATTICE):
        for column in range(1, _LATTICE):
            yield box[0] + width * column / _LATTICE, box[1] + height * row / _LATTICE
