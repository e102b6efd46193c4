"""Nothing on the map lies on anything else, at any size and zoom."""

import itertools
from collections.abc import Callable

import pytest

from game.ui.board.board import BoardWidget
from game.ui.board.layout.arranging import Item
from game.ui.board.scene import Scene
from tests.ui_board.conftest import SIZES
from tests.ui_board.demo import SCENES, strategic, tactical

BORDER = ("mx-northwest", "mx-baja", "california-border", "desert-sector", "mx-north")
MakeBoard = Callable[..., BoardWidget]


def _items_in_view(board: BoardWidget) -> list[Item]:
    frame = board._picture.frame
    assert frame is not None
    sight = board._picture._sight
    items = [item for item in frame.arrangement.items if item.level > 1]
    return [item for item in items if sight.contains(item.rect)]


def _meet(first: Item, second: Item) -> bool:
    return bool(first.rect.inflate(-2, -2).colliderect(second.rect))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", sorted(SCENES))
@pytest.mark.parametrize("near", [False, True])
def test_nothing_collides(
    make_board: MakeBoard, name: str, size: tuple[int, int], near: bool
) -> None:
    board = make_board(SCENES[name](), size)
    if near:
        board.zoom_to(BORDER, at_once=True)
        board.finish()
    items = _items_in_view(board)
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


def test_sea_names_give_way_first(make_board: MakeBoard) -> None:
    crowd = tuple(counter for number in range(14) for counter in _renamed(strategic(), f"{number}"))
    scene = Scene(strategic().areas, strategic().routes, crowd)
    board = make_board(scene, (1280, 720))
    frame = board._picture.frame
    assert frame is not None
    shown = {item.id for item in frame.arrangement.items if item.is_name}
    assert {"mx-northwest", "mx-north", "mx-central"} <= shown


def _renamed(scene: Scene, suffix: str):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return (
        replace(c, id=f"{c.id}-{suffix}", footer=f"D{suffix}")
        for c in scene.counters
        if c.area_id == "eastern-pacific"
    )


def test_what_is_only_lit_or_chosen_moves_nothing(make_board: MakeBoard) -> None:
    from dataclasses import replace

    board = make_board(tactical())
    before = {(i.kind, i.id, i.is_name): i.rect.center for i in _items_in_view(board)}
    quiet = replace(
        tactical(), areas=tuple(replace(a, lit=False, chosen=False) for a in tactical().areas)
    )
    board.set_scene(quiet)
    board.finish()
    after = {(i.kind, i.id, i.is_name): i.rect.center for i in _items_in_view(board)}
    assert after == before
