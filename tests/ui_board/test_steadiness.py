"""The map stays where it is: region fitted, labels in place, whatever is lit or spoken of."""

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.ui.board.board import BoardWidget
from game.ui.board.land.shapes import join_boxes
from game.ui.board.scene import Scene
from tests.ui_board.conftest import SIZES, make_test_kit, map_rect
from tests.ui_board.demo import route_choice, strategic, tactical

MakeBoard = Callable[..., BoardWidget]
REGION = ("mx-northwest", "mx-north", "california-border", "desert-sector")
Places = dict[tuple[str, str, bool], tuple[int, int]]


def _places(board: BoardWidget) -> Places:
    frame = board._picture.frame
    assert frame is not None
    return {(i.kind, i.id, i.is_name): i.rect.center for i in frame.arrangement.items}


def _lower(board: BoardWidget, by: int) -> None:
    """Let the tray take some pixels more of the board's height."""
    kit = board._kit
    assert kit is not None
    board.layout(pygame.Rect(*board.rect.topleft, board.rect.width, board.rect.height - by), kit)


def _region_rect(board: BoardWidget) -> pygame.Rect:
    x0, y0, x1, y1 = join_boxes(board._ground.places[place].core for place in REGION)
    left, top = board._camera.to_screen(x0, y0)
    right, bottom = board._camera.to_screen(x1, y1)
    return pygame.Rect(round(left), round(top), round(right - left), round(bottom - top))


def _all_lit(scene: Scene) -> Scene:
    return replace(
        scene,
        areas=tuple(replace(one, lit=True) for one in scene.areas),
        routes=tuple(replace(one, lit=True) for one in scene.routes),
        counters=tuple(replace(one, lit=True) for one in scene.counters),
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", [tactical, strategic, route_choice])
def test_what_may_be_chosen_moves_nothing(
    make_board: MakeBoard, size: tuple[int, int], make: Callable[[], Scene]
) -> None:
    board = make_board(make(), size)
    board.zoom_to(REGION, at_once=True)
    board.finish()
    before = _places(board)
    board.set_scene(_all_lit(make()))
    board.finish()
    after = _places(board)
    moved = {key for key, spot in before.items() if key[0] != "counter" and after[key] != spot}
    assert moved == set()
    counters = {spot for key, spot in before.items() if key[0] == "counter"}
    assert counters == {spot for key, spot in after.items() if key[0] == "counter"}
    assert {key[1] for key in after if key[0] == "route"} == {r.id for r in make().routes}


def test_a_layout_depends_on_what_is_shown_and_not_on_what_was(make_board: MakeBoard) -> None:
    fresh = make_board(tactical())
    used = make_board(strategic())
    used.set_scene(_all_lit(tactical()))
    used.finish()
    used.set_scene(tactical())
    used.fit(at_once=True)
    used.finish()
    assert _places(used) == _places(fresh)


def test_a_region_stays_fitted_when_the_tray_grows(make_board: MakeBoard) -> None:
    board = make_board(tactical())
    board.zoom_to(REGION, at_once=True)
    board.finish()
    scale = board.scale
    _lower(board, 150)
    assert board.scale == scale, "it travels there"
    assert not board.is_settled
    for _ in range(30):
        board.update(0.02)
    assert board.scale < scale
    assert board.rect.contains(_region_rect(board))
    _lower(board, -150)
    board.finish()
    assert board.scale == pytest.approx(scale)


def test_nothing_jumps_when_the_tray_grows(make_board: MakeBoard) -> None:
    board = make_board(tactical())
    board.zoom_to(REGION, at_once=True)
    board.finish()
    before = board.screen_pos("area", "desert-sector")
    _lower(board, 150)
    assert board.screen_pos("area", "desert-sector") == before


@pytest.mark.parametrize("by", ["wheel", "drag", "keys", "button"])
def test_a_view_chosen_by_hand_stays(make_board: MakeBoard, by: str) -> None:
    board = make_board(tactical())
    board.zoom_to(REGION, at_once=True)
    make = pygame.event.Event
    middle = board.rect.center
    if by == "wheel":
        board.handle(make(pygame.MOUSEMOTION, pos=middle, rel=(0, 0), buttons=(0, 0, 0)))
        board.handle(make(pygame.MOUSEWHEEL, x=0, y=2))
    elif by == "drag":
        board.handle(make(pygame.MOUSEBUTTONDOWN, pos=middle, button=1))
        there = (middle[0] + 60, middle[1] + 40)
        board.handle(make(pygame.MOUSEMOTION, pos=there, rel=(60, 40), buttons=(1, 0, 0)))
        board.handle(make(pygame.MOUSEBUTTONUP, pos=there, button=1))
    elif by == "keys":
        board.handle(make(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=pygame.KMOD_CTRL, unicode=""))
    else:
        board.handle(make(pygame.KEYDOWN, key=pygame.K_PLUS, mod=0, unicode="+"))
    board.finish()
    scale, spot = board.scale, board.screen_pos("area", "desert-sector")
    _lower(board, 120)
    board.finish()
    assert board.scale == scale
    assert board.screen_pos("area", "desert-sector") == spot
    board.show(REGION, [("area", "desert-sector")], at_once=True)
    assert board.scale == scale, "what is wanted is in sight"


def test_a_view_that_hides_what_may_be_chosen_is_given_up(make_board: MakeBoard) -> None:
    board = make_board(tactical())
    board.zoom_to(REGION, at_once=True)
    for _ in range(9):
        board.handle(
            pygame.event.Event(pygame.KEYDOWN, key=pygame.K_UP, mod=pygame.KMOD_CTRL, unicode="")
        )
    assert not board.rect.contains(_region_rect(board))
    board.show(REGION, [("area", place) for place in REGION], at_once=True)
    assert board.rect.contains(_region_rect(board))


def test_lit_places_far_off_are_shown_with_the_region(make_board: MakeBoard) -> None:
    board = make_board(strategic())
    far = [("area", "south-source"), ("area", "eastern-pacific")]
    board.show(REGION, far, at_once=True)  # type: ignore[arg-type]
    board.finish()
    assert all(
        board.rect.collidepoint(board._camera.to_screen(*board._ground.places[place].anchor))
        for place in ("south-source", "mx-north")
    )
    board.show(REGION, [], at_once=True)
    again = board.scale
    board.zoom_to(REGION, at_once=True)
    assert board.scale == again


def test_another_window_or_text_size_is_fitted_at_once(make_board: MakeBoard) -> None:
    board = make_board(tactical())
    board.zoom_to(REGION, at_once=True)
    kit = make_test_kit((1280, 720))
    board.layout(map_rect((1280, 720), kit), kit)
    assert not board._camera.is_moving
    assert board.rect.contains(_region_rect(board))


def test_what_is_spoken_of_costs_no_picture_and_moves_nothing(make_board: MakeBoard) -> None:
    board = make_board(strategic())
    surface = pygame.Surface((1600, 1000))
    board.draw(surface)
    plain, frame = surface.copy(), board._picture.frame
    counter = strategic().counters[0].id
    board.set_highlight({"mx-north", "desert-sector", "nogales", counter})
    assert board.is_settled
    assert board.is_dirty
    board.draw(surface)
    assert board._picture.frame is frame
    gold = make_test_kit((1600, 1000)).theme.gold
    for kind, place in (("area", "desert-sector"), ("counter", counter)):
        rect = board.screen_rect(kind, place)  # type: ignore[arg-type]
        assert rect is not None
        edge = (rect.centerx, rect.top - 3)
        assert surface.get_at(edge)[:3] == gold
        assert plain.get_at(edge)[:3] != gold
    board.set_highlight(())
    board.draw(surface)
    assert surface.get_view("2").raw == plain.get_view("2").raw
