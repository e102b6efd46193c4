"""Nothing on the map lies on anything else, at any size and zoom."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.ui.board.board import BoardWidget
from game.ui.board.camera import Camera
from game.ui.board.land.geography import Geography
from game.ui.board.land.ground import Ground
from game.ui.board.land.shapes import join_boxes
from game.ui.board.layout.arranging import BOX_LEVEL, Arrangement, Item
from game.ui.board.picture.composing import Composer
from game.ui.board.picture.frames import Frame
from game.ui.board.scene import Scene
from game.ui.sprites import SpriteCache
from tests.ui_board.conftest import SIZES, make_test_kit, map_rect
from tests.ui_board.demo import SCENES, strategic, tactical

BORDER = ("mx-northwest", "mx-baja", "california-border", "desert-sector", "mx-north")
MakeBoard = Callable[..., BoardWidget]


def _items_in_view(board: BoardWidget) -> list[Item]:
    frame = board._picture.frame
    assert frame is not None
    return _in_sight(frame.arrangement.items, board._picture._sight)


def _in_sight(items: list[Item], sight: pygame.Rect) -> list[Item]:
    return [item for item in items if item.level > BOX_LEVEL and sight.contains(item.rect)]


def _arranged(
    ground: Ground, scene: Scene, size: tuple[int, int], near: bool
) -> tuple[list[Item], pygame.Rect]:
    """What stands on the map and what is in sight, without painting anything."""
    kit = make_test_kit(size)
    rect = map_rect(size, kit)
    camera = Camera(ground.geography.box)
    camera.set_view(*rect)
    places = [ground.places[area_id] for area_id in (BORDER if near else ground.places)]
    camera.go_to(camera.framing(join_boxes(place.core for place in places)), at_once=True)
    scale = camera.shot.scale
    sight = rect.move(camera.world_offset())
    composer = Composer(ground, SpriteCache(8_000_000))
    frame = Frame(scale, Arrangement(), ())
    for _ in composer.fill(frame, scene, composer.view(kit, scale, sight, ()), kit, {}):
        pass
    return frame.arrangement.items, sight


def _meet(first: Item, second: Item) -> bool:
    return bool(first.rect.inflate(-2, -2).colliderect(second.rect))


@pytest.fixture(scope="module")
def ground(geography: Geography) -> Ground:
    settled = Ground(geography)
    settled.settle(strategic())
    return settled


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", sorted(SCENES))
@pytest.mark.parametrize("near", [False, True])
def test_nothing_collides(ground: Ground, name: str, size: tuple[int, int], near: bool) -> None:
    items = _in_sight(*_arranged(ground, SCENES[name](), size, near))
    assert len(items) > 8
    clashes = [
        (first.kind, first.id, second.kind, second.id)
        for first, second in itertools.combinations(items, 2)
        if _meet(first, second)
    ]
    assert clashes == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_under_the_legend(make_board: MakeBoard, size: tuple[int, int]) -> None:
    board = make_board(tactical(), size)
    board.zoom_to(BORDER, at_once=True)
    board.finish()
    legend = board._legend
    assert legend is not None
    for item in _items_in_view(board):
        if item.kind in ("area", "counter", "route"):
            rect = board.screen_rect(item.kind, item.id)
            assert rect is not None
            assert all(not rect.colliderect(covered) for covered in legend.rects), item.id


def test_every_land_area_has_its_name(make_board: MakeBoard) -> None:
    board = make_board(strategic())
    frame = board._picture.frame
    assert frame is not None
    named = {item.id for item in frame.arrangement.items if item.kind == "area"}
    assert named >= {area.id for area in strategic().areas} - {"eastern-pacific"}


def test_sea_names_give_way_first(ground: Ground) -> None:
    crowd = tuple(
        replace(counter, id=f"{counter.id}-{number}", footer=f"D{number}")
        for number in range(14)
        for counter in strategic().counters
        if counter.area_id == "eastern-pacific"
    )
    scene = replace(strategic(), counters=crowd)
    items, _ = _arranged(ground, scene, (1280, 720), True)
    shown = {item.id for item in items if item.is_name}
    assert {"mx-northwest", "mx-north", "mx-central"} <= shown
    taken = [item.rect for item in items if not item.is_name and item.level > BOX_LEVEL]
    for item in items:
        if item.id == "eastern-pacific" and item.is_name:
            assert item.rect.inflate(-2, -2).collidelist(taken) < 0


def test_what_is_only_lit_or_chosen_moves_nothing(make_board: MakeBoard) -> None:
    board = make_board(tactical())
    before = {(i.kind, i.id, i.is_name): i.rect.center for i in _items_in_view(board)}
    quiet = replace(
        tactical(), areas=tuple(replace(a, lit=False, chosen=False) for a in tactical().areas)
    )
    board.set_scene(quiet)
    board.finish()
    after = {(i.kind, i.id, i.is_name): i.rect.center for i in _items_in_view(board)}
    assert after == before


@pytest.mark.parametrize("size", SIZES)
def test_plates_of_watched_routes_never_give_way(ground: Ground, size: tuple[int, int]) -> None:
    scene = tactical()
    watched = {r.id for r in scene.routes if r.coverage and r.watchable and not r.dormant}
    items, _ = _arranged(ground, scene, size, near=False)
    assert watched
    assert watched <= {item.id for item in items if item.kind == "route"}


@pytest.mark.parametrize("size", SIZES)
def test_pieces_stand_on_no_land_of_others(ground: Ground, size: tuple[int, int]) -> None:
    scene = strategic()
    marks = {mark.id: mark for mark in scene.counters}
    items, _ = _arranged(ground, scene, size, near=False)
    scale = _scale(size, ground)
    for item in items:
        place = ground.places[marks[item.id].area_id] if item.kind == "counter" else None
        if place is None or place.region is None or place.is_plate:
            continue
        at = (item.rect.centerx / scale, item.rect.centery / scale)
        assert ground.owners.at(*at) == place.id or not ground.is_land(at), item.id


def _scale(size: tuple[int, int], ground: Ground) -> float:
    """The scale at which `_arranged` shows the whole region."""
    kit = make_test_kit(size)
    camera = Camera(ground.geography.box)
    camera.set_view(*map_rect(size, kit))
    cores = join_boxes(place.core for place in ground.places.values())
    camera.go_to(camera.framing(cores), at_once=True)
    return camera.shot.scale
