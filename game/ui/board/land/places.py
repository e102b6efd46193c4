"""Where the areas of a scene lie: on map areas, at a node, or in a box of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.ui.board.land.geography import Geography, Region
from game.ui.board.land.shapes import Box, Point
from game.ui.board.scene import AreaMark

_NODE_REACH = 12.0
_CORE = 260.0


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one area in board units.

    `anchor` is where its name, counters and routes gather; `reach` how far around the anchor is
    still inside. `region` is None for nodes and boxes, which have only their `box`.
    """

    id: str
    anchor: Point
    reach: float
    box: Box
    region: Region | None
    is_plate: bool
    is_water: bool

    def contains(self, at: Point) -> bool:
        """Whether a board point lies inside the area."""
        return self.size_at(at) is not None

    def size_at(self, at: Point) -> float | None:
        """The size of the part of the area around a board point; None outside.

        Where areas lie within each other the smallest is meant.
        """
        if self.region is not None:
            return self.region.contains(*at)
        left, top, right, bottom = self.box
        inside = left <= at[0] <= right and top <= at[1] <= bottom
        return (right - left) * (bottom - top) if inside else None

    @property
    def core(self) -> Box:
        """The part that a full view should show: vast areas count by their middle only."""
        x, y = self.anchor
        box = self.box
        return (
            max(box[0], x - _CORE),
            max(box[1], y - _CORE),
            min(box[2], x + _CORE),
            min(box[3], y + _CORE),
        )


def place_areas(areas: Iterable[AreaMark], geography: Geography) -> dict[str, Place]:
    """The place of each area by its id; areas that name nothing on the map are left out."""
    found = (_place(area, geography) for area in areas)
    return {place.id: place for place in found if place is not None}


def _place(area: AreaMark, geography: Geography) -> Place | None:
    if area.box is not None:
        return _box_place(area)
    if area.node is not None and area.node in geography.nodes:
        x, y = geography.nodes[area.node].at
        box = (x - _NODE_REACH, y - _NODE_REACH, x + _NODE_REACH, y + _NODE_REACH)
        return Place(area.id, (x, y), _NODE_REACH, box, None, True, False)
    covers = [area_id for area_id in area.covers if area_id in geography.areas]
    if not covers:
        return None
    region = geography.region(covers)
    water = all(geography.areas[area_id].is_water for area_id in covers)
    return Place(area.id, region.anchor, region.clearance, region.box, region, area.is_plate, water)


def _box_place(area: AreaMark) -> Place | None:
    spot = area.box
    if spot is None:
        return None
    half_width, half_height = spot.width / 2, spot.height / 2
    box = (spot.x - half_width, spot.y - half_height, spot.x + half_width, spot.y + half_height)
    return Place(area.id, (spot.x, spot.y), min(half_width, half_height), box, None, False, False)
