"""What is drawn anew in part looks as if everything had been drawn."""

import pygame
import pytest
from screen_driver import MakeApp, settle, sitting_at, table, wait

from game.ui.app import App
from game.ui.screens.play.screen import PlayScreen


def _move(app: App, at: tuple[int, int]) -> None:
    make = pygame.event.Event
    app.turn([make(pygame.MOUSEMOTION, pos=at, rel=(3, 2), buttons=(0, 0, 0))], 1 / 60)


def _spots(screen: PlayScreen) -> list[tuple[int, int]]:
    """A way over the map, the tray, the column, the tracks and the ribbon, and back."""
    places = screen.places
    rooms = (places.board, places.tray, places.column, places.tracks, places.ribbon, places.prompt)
    found = [
        (room.x + room.width * step // 9, room.y + room.height * (step * 4 % 9) // 9)
        for room in rooms
        for step in range(1, 9)
    ]
    return [*found, *found[::-5]]


@pytest.mark.parametrize("phase", ["tactical", "strategic"])
def test_a_part_drawn_alone_looks_as_all_drawn(make_app: MakeApp, phase: str) -> None:
    app = make_app((1280, 720))
    screen = table(app, sitting_at(phase, 1, "us", "mexico"))
    settle(app)
    whole = pygame.Surface(screen.rect.size)
    in_part = 0
    for spot in _spots(screen):
        _move(app, spot)
        in_part += screen.changed is not None
        picture = app.window.surface.copy()
        screen.invalidate()
        screen.draw(app.window.surface)
        whole.blit(app.window.surface, (0, 0))
        seen = pygame.image.tobytes(picture, "RGB")
        assert seen == pygame.image.tobytes(whole, "RGB"), spot
    assert in_part > 20


def test_a_pointer_over_the_map_draws_the_map_and_the_page(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, "us", "mexico"))
    settle(app)
    places = screen.places
    seen: list[list[pygame.Rect]] = []
    for step in range(24):
        screen.changed = []
        _move(app, (places.board.x + 40 * step, places.board.centery))
        assert screen.changed is not None
        seen.append(screen.changed)
    assert all(not rect.colliderect(places.tray) for drawn in seen for rect in drawn)
    assert any(places.board in drawn for drawn in seen)


def test_a_pointer_over_a_tile_leaves_the_map_alone(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, "us", "mexico"))
    settle(app)
    tile = screen.parts.tray.tiles[0]
    _move(app, tile.rect.center)
    wait(app, 1, 1 / 60)
    assert screen.changed is not None
    assert screen.places.board not in screen.changed


def test_what_the_pointer_has_left_is_let_go(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, "us", "mexico"))
    settle(app)
    tracks, tile = screen.parts.tracks.tracks, screen.parts.tray.tiles[0]
    for widget in (*tracks, tile):
        _move(app, widget.rect.center)
        assert [one for one in (*tracks, tile) if one.hovered] == [widget]
    for step in range(12):
        _move(app, (screen.places.board.x + 60 * step, screen.places.board.centery))
    wait(app, 10, 1 / 60)
    assert not tile.hovered
    assert tile.lift == 0
