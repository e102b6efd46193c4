"""How routes run: apart, on their own ground, and always in the same place."""

import itertools
import math
from dataclasses import replace

import pytest

from game.ui.board.land.geography import Geography
from game.ui.board.land.ground import Ground
from game.ui.board.land.shapes import Point
from game.ui.board.land.terrain import Terrain
from game.ui.board.scene import BoxPlace, RouteMark, Scene
from tests.ui_board.demo import areas, routes, strategic


@pytest.fixture(scope="module")
def ground(geography: Geography) -> Ground:
    settled = Ground(geography)
    settled.settle(strategic())
    return settled


def _furthest_apart(first: tuple[Point, ...], second: tuple[Point, ...]) -> float:
    """How far the middle of one path is from the other path."""
    x, y = first[len(first) // 2]
    return min(math.hypot(x - a, y - b) for a, b in second)


def test_every_route_has_a_path(ground: Ground) -> None:
    assert set(ground.paths) == {route.id for route in routes()}
    assert all(len(path) > 4 for path in ground.paths.values())


def test_routes_between_the_same_areas_fan_apart(ground: Ground) -> None:
    for first, second in itertools.combinations(routes(), 2):
        if (first.from_id, first.to_id) == (second.from_id, second.to_id):
            apart = _furthest_apart(ground.paths[first.id], ground.paths[second.id])
            assert apart > 18, (first.id, second.id)


def test_paths_start_and_end_in_their_areas(ground: Ground) -> None:
    for route in routes():
        path = ground.paths[route.id]
        for spot, area_id in ((path[0], route.from_id), (path[-1], route.to_id)):
            place = ground.places[area_id]
            near = math.hypot(spot[0] - place.anchor[0], spot[1] - place.anchor[1])
            assert place.contains(spot) or near < 260, (route.id, area_id)


def test_sea_routes_keep_to_the_sea(ground: Ground, geography: Geography) -> None:
    terrain = Terrain(geography)
    for route in routes():
        if route.mode == "sea":
            path = ground.paths[route.id]
            ashore = sum(terrain.is_land(spot) for spot in path) / len(path)
            assert ashore < 0.2, route.id


def test_a_road_goes_around_the_gulf(ground: Ground, geography: Geography) -> None:
    terrain = Terrain(geography)
    path = ground.paths["northwest-baja"]
    assert sum(not terrain.is_land(spot) for spot in path) / len(path) < 0.25


def test_a_route_uses_its_port_of_entry(ground: Ground, geography: Geography) -> None:
    node = geography.nodes["poe-nogales"].at
    path = ground.paths["nogales"]
    assert min(math.dist(spot, node) for spot in path) < 24


def test_paths_stay_where_they_are_when_flow_changes_and_routes_open(geography: Geography) -> None:
    settled = Ground(geography)
    settled.settle(strategic())
    before = dict(settled.paths)
    opened = tuple(replace(route, dormant=False, known=3, heat=2) for route in routes())
    assert not settled.settle(Scene(areas(), opened))
    assert settled.paths == before


def test_paths_are_the_same_every_time(ground: Ground, geography: Geography) -> None:
    again = Ground(geography)
    again.settle(strategic())
    assert again.paths == ground.paths


def test_nodes_and_boxes_can_be_areas(geography: Geography) -> None:
    crossing = replace(areas()[8], id="crossing", covers=(), node="poe-san-ysidro")
    cyberspace = replace(
        areas()[0], id="cyberspace", covers=(), kind="box", box=BoxPlace(500.0, 1500.0)
    )
    joined = (
        RouteMark("a", "crossing", "cyberspace", "cyber"),
        RouteMark("b", "cyberspace", "mx-north", "finance"),
    )
    settled = Ground(geography)
    settled.settle(Scene((crossing, cyberspace, *areas()), joined))
    assert set(settled.paths) == {"a", "b"}
    assert settled.places["crossing"].is_plate
    assert settled.places["cyberspace"].contains((500.0, 1500.0))


def test_a_route_to_nowhere_is_left_out(geography: Geography) -> None:
    settled = Ground(geography)
    settled.settle(Scene(areas(), (RouteMark("lost", "mx-north", "atlantis"),)))
    assert settled.paths == {}
