"""The map data as the board reads it."""

import itertools

import pytest

from game.ui.board.land.geography import Geography
from game.ui.board.land.places import place_areas
from game.ui.board.land.shapes import ring_area, ring_contains
from tests.ui_board.demo import areas


def test_the_map_has_ground_coast_and_borders() -> None:
    geography = Geography.load()
    assert geography.grounds
    assert geography.coast
    assert geography.internal


def test_a_group_loses_its_inner_borders_and_keeps_its_size(geography: Geography) -> None:
    alone = [geography.region([area_id]) for area_id in ("mx-sonora", "mx-sinaloa-durango")]
    both = geography.region(["mx-sonora", "mx-sinaloa-durango"])
    total = sum(ring_area(ring) for region in alone for ring in region.outline)
    assert sum(ring_area(ring) for ring in both.outline) == pytest.approx(total)
    points = sum(len(ring) for ring in both.outline)
    assert points < sum(len(ring) for region in alone for ring in region.outline)


def test_the_outline_of_a_group_is_made_of_closed_rings(geography: Geography) -> None:
    everything = geography.region(
        area_id for area_id, area in geography.areas.items() if not area.is_water
    )
    assert all(len(ring) > 2 for ring in everything.outline)
    assert all(len(set(ring)) >= len(ring) - 2 for ring in everything.outline)


def test_every_spot_of_a_region_lies_inside_it(geography: Geography) -> None:
    for area in areas():
        region = geography.region(area.covers)
        assert region.anchor == region.spots[0]
        assert region.clearance > 5
        for spot in region.spots:
            assert any(ring_contains(ring, *spot) for ring in region.fills), (area.id, spot)


def test_every_area_of_the_map_can_be_a_region(geography: Geography) -> None:
    for area_id in geography.areas:
        region = geography.region([area_id])
        assert region.contains(*region.anchor) is not None, area_id


def test_areas_tile_the_board_so_that_a_point_has_one_owner(geography: Geography) -> None:
    places = place_areas(areas(), geography)
    for first, second in itertools.combinations(places.values(), 2):
        assert not second.contains(first.anchor)
        assert not first.contains(second.anchor)


def test_the_smallest_ring_wins_where_areas_lie_within_each_other(geography: Geography) -> None:
    cuba = geography.region(["car-cuba"])
    sea = geography.region(["sea-caribbean-west", "sea-florida-straits"])
    inside = cuba.contains(*cuba.anchor)
    around = sea.contains(*cuba.anchor)
    assert inside is not None
    assert around is None or around > inside


def test_an_unknown_map_area_is_an_error(geography: Geography) -> None:
    with pytest.raises(KeyError):
        geography.region(["mx-atlantis"])


def test_borders_know_the_areas_on_both_sides(geography: Geography) -> None:
    for chain in geography.internal:
        assert 1 <= len(chain.sides) <= 2
        assert all(side in geography.areas for side in chain.sides)
    pairs = {frozenset(chain.sides) for chain in geography.internal}
    assert frozenset({"mx-sonora", "mx-chihuahua"}) in pairs
