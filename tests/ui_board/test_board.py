"""The widget: picks, keys, focus, zoom, and what it may cost."""

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.ui.board.board import BoardWidget
from game.ui.board.picks import Pick
from game.ui.board.picture.frames import cells_in
from game.ui.board.scene import FlowToken
from tests.ui_board.conftest import make_test_kit, map_rect
from tests.ui_board.demo import flow, strategic, tactical

MakeBoard = Callable[..., BoardWidget]
MEGABYTE = 1_000_000


def _motion(at: tuple[int, int], rel: tuple[int, int] = (0, 0)) -> pygame.event.Event:
    return pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=rel, buttons=(0, 0, 0))


def _click(board: BoardWidget, at: tuple[int, int], button: int = 1) -> Pick | None:
    board.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button))
    return board.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=button))


def _key(board: BoardWidget, key: int, mod: int = 0) -> Pick | None:
    return board.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))


def _middle(board: BoardWidget, kind: str, target: str) -> tuple[int, int]:
    spot = board.screen_pos(kind, target)  # type: ignore[arg-type]
    assert spot is not None
    return spot


@pytest.fixture
def board(make_board: MakeBoard) -> BoardWidget:
    made = make_board(tactical())
    made.zoom_to(["mx-northwest", "mx-north", "california-border", "desert-sector"], at_once=True)
    made.finish()
    return made


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("area", "desert-sector"),
        ("area", "mx-north"),
        ("counter", "uas"),
        ("pin", "seized-nogales"),
        ("route", "santa-teresa"),
    ],
)
def test_a_click_picks_what_is_under_the_pointer(
    board: BoardWidget, kind: str, target: str
) -> None:
    board.set_scene(replace(tactical(), areas=strategic().areas))
    board.finish()
    assert _click(board, _middle(board, kind, target)) == Pick(kind, target, "click")  # type: ignore[arg-type]


def test_a_click_prefers_what_may_be_chosen(board: BoardWidget) -> None:
    spot = _middle(board, "counter", "police-2")
    assert board.handle(_motion(spot)) == Pick("counter", "police-2", "hover")
    assert _click(board, spot) == Pick("area", "mx-northwest", "click")
    assert _click(board, spot, 3) == Pick("counter", "police-2", "menu")


def test_the_other_button_asks_for_the_menu(board: BoardWidget) -> None:
    pick = _click(board, _middle(board, "area", "desert-sector"), 3)
    assert pick == Pick("area", "desert-sector", "menu")


def test_open_land_belongs_to_its_area_and_the_rest_to_nobody(board: BoardWidget) -> None:
    board.set_scene(replace(strategic(), routes=(), counters=()))
    board.finish()
    x, y = board._camera.to_screen(1500.0, 1380.0)
    assert _click(board, (round(x), round(y))) == Pick("area", "mx-north", "click")
    x, y = board._camera.to_screen(1700.0, 1100.0)
    assert _click(board, (round(x), round(y))) == Pick("ground", "", "click")


def test_hover_is_told_once(board: BoardWidget) -> None:
    spot = _middle(board, "area", "desert-sector")
    assert board.handle(_motion(spot)) == Pick("area", "desert-sector", "hover")
    assert board.handle(_motion(spot)) is None
    outside = (board.rect.right + 5, board.rect.top + 5)
    assert board.handle(_motion(outside)) == Pick("ground", "", "hover")


def test_events_elsewhere_are_left_alone(board: BoardWidget) -> None:
    outside = (board.rect.right + 5, board.rect.top + 5)
    assert _click(board, outside) is None
    assert _key(board, pygame.K_a) is None


def test_a_drag_pans_and_picks_nothing(board: BoardWidget) -> None:
    before = _middle(board, "area", "desert-sector")
    middle = board.rect.center
    board.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=middle, button=1))
    board.handle(_motion((middle[0] - 90, middle[1]), (-90, 0)))
    end = (middle[0] - 90, middle[1])
    pick = board.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1))
    assert pick is not None
    assert pick.act == "view"
    assert _middle(board, "area", "desert-sector")[0] == pytest.approx(before[0] - 90, abs=2)


def test_the_wheel_keeps_the_point_under_the_pointer(board: BoardWidget) -> None:
    spot = (board.rect.left + 300, board.rect.top + 200)
    board.handle(_motion(spot))
    before = board._camera.to_board(*spot)
    scale = board.scale
    board.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=2))
    assert board.scale > scale
    assert board._camera.to_board(*spot) == pytest.approx(before, abs=0.5)


def test_lit_places_go_west_to_east(board: BoardWidget) -> None:
    places = board.lit_places()
    assert {target for _, target in places} == {
        "pacific-littoral",
        "california-border",
        "desert-sector",
        "mx-northwest",
    }
    xs = [_middle(board, *place)[0] for place in places]
    assert xs == sorted(xs)


def test_arrows_walk_the_lit_places(board: BoardWidget) -> None:
    first = _key(board, pygame.K_RIGHT)
    assert first == Pick("area", board.lit_places()[0][1], "focus")
    board.focus("area", "california-border")
    assert _key(board, pygame.K_RIGHT) == Pick("area", "desert-sector", "focus")
    assert _key(board, pygame.K_RETURN) == Pick("area", "desert-sector", "click")
    assert _key(board, pygame.K_SPACE) == Pick("area", "desert-sector", "details")


def test_zoom_keys_and_fit(board: BoardWidget) -> None:
    scale = board.scale
    _key(board, pygame.K_PLUS)
    board.finish()
    assert board.scale > scale
    _key(board, pygame.K_f)
    board.finish()
    assert board.scale < scale


def test_a_stack_spreads_under_the_pointer(make_board: MakeBoard) -> None:
    board = make_board(strategic())
    spot = _middle(board, "counter", "cutter-1")
    pick = board.handle(_motion(spot))
    assert pick is not None
    assert pick.kind == "counter"
    fan = board._live._fan
    assert fan is not None
    rect = fan.piece_rect("cutter-3")
    assert rect is not None
    assert _click(board, rect.center) == Pick("counter", "cutter-3", "click")


def test_enter_spreads_a_stack_before_it_chooses(make_board: MakeBoard) -> None:
    board = make_board(strategic())
    board.focus("counter", "cutter-1")
    pick = _key(board, pygame.K_RETURN)
    assert pick is not None
    assert pick.act == "view"
    assert _key(board, pygame.K_RETURN) == Pick("counter", "cutter-1", "click")


def test_lit_rects_are_where_the_lit_places_are(board: BoardWidget) -> None:
    rects = [board.screen_rect(*place) for place in board.lit_places()]
    found = board.lit_rects()
    assert found
    assert all(rect in rects for rect in found)


def test_focus_brings_its_place_into_view(board: BoardWidget) -> None:
    board.focus("area", "south-source")
    board.finish()
    rect = board.screen_rect("area", "south-source")
    assert rect is not None
    assert board.rect.colliderect(rect)


def test_zooming_shows_a_picture_at_once(board: BoardWidget) -> None:
    surface = pygame.Surface((1600, 1000))
    board.draw(surface)
    board.handle(_motion(board.rect.center))
    board.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1))
    assert not board.is_settled
    surface.fill((255, 0, 255))
    board.draw(surface)
    corners = [board.rect.inflate(-8, -8).topleft, board.rect.center]
    corners.append((board.rect.right - 5, board.rect.bottom - 5))
    assert all(surface.get_at(spot)[:3] != (255, 0, 255) for spot in corners)


def test_zooming_far_out_leaves_no_hole(board: BoardWidget) -> None:
    surface = pygame.Surface((1600, 1000))
    board.fit()
    for _ in range(6):
        board.update(0.05)
        surface.fill((255, 0, 255))
        board.draw(surface)
        for x in range(board.rect.left, board.rect.right, 97):
            for y in range(board.rect.top, board.rect.bottom, 83):
                assert surface.get_at((x, y))[:3] != (255, 0, 255)


def test_panning_leaves_no_hole(board: BoardWidget) -> None:
    surface = pygame.Surface((1600, 1000))
    for _ in range(12):
        _key(board, pygame.K_RIGHT, pygame.KMOD_CTRL)
        surface.fill((255, 0, 255))
        board.draw(surface)
        assert surface.get_at((board.rect.right - 4, board.rect.centery))[:3] != (255, 0, 255)


def test_a_small_change_repaints_little(board: BoardWidget) -> None:
    before = dict(board._picture.frame.tiles)  # type: ignore[union-attr]
    board.set_highlight(["uas"])
    board.finish()
    after = board._picture.frame.tiles  # type: ignore[union-attr]
    same = sum(tile is before.get(cell) for cell, tile in after.items())
    assert same >= len(after) * 0.6


def test_tokens_cost_no_new_picture(make_board: MakeBoard) -> None:
    board = make_board(flow())
    board.set_tokens([FlowToken("one", "source-run", 0.5)])
    assert board.is_dirty
    assert not board.idle(1.0)


def test_the_board_does_nothing_when_nothing_changes(board: BoardWidget) -> None:
    surface = pygame.Surface((1600, 1000))
    board.draw(surface)
    assert not board.is_dirty
    board.set_scene(tactical())
    assert not board.is_dirty
    assert not board.idle(1.0)


@pytest.mark.parametrize(
    ("size", "most"), [((1920, 1080), 60 * MEGABYTE), ((3840, 2160), 180 * MEGABYTE)]
)
def test_pictures_stay_within_their_budget(
    make_board: MakeBoard, size: tuple[int, int], most: int
) -> None:
    board = make_board(tactical(), size)
    for ids in (["mx-baja"], ["mx-north", "us-west"], ["south-source"]):
        board.zoom_to(ids, at_once=True)
        board.finish()
        assert board.held_bytes < most


def test_every_tile_in_view_is_painted_when_finished(board: BoardWidget) -> None:
    frame = board._picture.frame
    assert frame is not None
    assert all(cell in frame.tiles for cell in cells_in(board._picture._sight))


def test_reduced_motion_jumps(make_board: MakeBoard) -> None:
    board = make_board(tactical())
    kit = make_test_kit((1600, 1000))
    still = kit.at(kit.metrics, replace(kit.theme, reduced_motion=True), kit.tr)
    board.layout(map_rect((1600, 1000), kit), still)
    board.zoom_to(["mx-baja"])
    assert not board._camera.is_moving


def test_layers_change_the_land(board: BoardWidget) -> None:
    surface = pygame.Surface((1600, 1000))
    colours = set()
    for layer in ("country", "governance", "violence", "presence"):
        board.set_scene(replace(strategic(), layer=layer, routes=(), counters=()))  # type: ignore[arg-type]
        board.finish()
        board.draw(surface)
        x, y = board._camera.to_screen(1400.0, 1260.0)
        colours.add(tuple(surface.get_at((round(x), round(y)))[:3]))
    assert len(colours) == 4
