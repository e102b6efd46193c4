"""Small windows and large text: panels become drawers with their keys in sight, tiles keep their
texts, and nothing ever lies over the prompt or the tracks."""

import pygame
import pytest
from ink import Line, inked, overlapping
from screen_driver import MakeApp, press, settle, sitting_at, table

from game.ui.screens.play.screen import PlayScreen

NARROW = [(1280, 720, 150), (1024, 768, 150), (1280, 720, 200), (1024, 768, 100)]
DRAWERS = {pygame.K_i: "inspector", pygame.K_l: "log"}


def opened(make_app: MakeApp, size: tuple[int, int, int], language: str = "en") -> PlayScreen:
    session = sitting_at("tactical", 1, "us", "mexico", text=size[2])
    for setup in session.seats[:2]:
        session.change_seat(
            type(setup)(setup.seat, setup.player, setup.name, language, setup.text_size)
        )
    app = make_app(size[:2])
    screen = table(app, session)
    settle(app)
    return screen


def written(screen: PlayScreen) -> list[Line]:
    surface = screen.app.window.surface
    screen.invalidate()
    with inked(surface) as lines:
        screen.draw(surface)
    return lines


def within(lines: list[Line], rect: pygame.Rect) -> list[Line]:
    return [line for line in lines if rect.colliderect(line.rect)]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", NARROW, ids=str)
def test_prompt_and_tracks_can_always_be_read(
    make_app: MakeApp, size: tuple[int, int, int], language: str
) -> None:
    screen = opened(make_app, size, language)
    for key in (None, *DRAWERS):
        if key is not None:
            press(screen.app, key)
        lines, places = written(screen), screen.places
        for rect in (places.ribbon, places.tracks, places.prompt):
            found = within(lines, rect)
            assert [one.text for one in found if not rect.contains(one.rect)] == []
            assert overlapping(found) == []
        said = "".join(one.text for one in within(lines, places.prompt)).replace(" ", "")
        prompt = screen.sitting.prompt
        assert f"{prompt.lead}{prompt.text}".replace(" ", "").replace("**", "") in said
        names = {one.text for one in within(lines, places.tracks)}
        cells = [*screen.parts.tracks.tracks, *screen.parts.tracks.means]
        assert {str(cell.cell.value) for cell in cells} <= names
        assert {cell.cell.name for cell in cells} <= names


@pytest.mark.parametrize("size", NARROW, ids=str)
def test_drawers_open_by_key_and_show_their_key(
    make_app: MakeApp, size: tuple[int, int, int]
) -> None:
    screen = opened(make_app, size)
    assert screen.places.is_drawer
    for key, name in DRAWERS.items():
        signs = {line.text for line in within(written(screen), screen.places.ribbon)}
        assert chr(key).upper() in signs
        press(screen.app, key)
        assert (screen.drawer, screen.parts.column.visible) == (name, True)
        column, places = screen.parts.column.rect, screen.places
        assert not any(column.colliderect(one) for one in (places.prompt, places.tracks))
        assert column.height > column.width * 0.7, "a drawer has room for some lines"
        assert within(written(screen), column), "a drawer shows something"
        press(screen.app, pygame.K_ESCAPE)
        assert screen.drawer == ""


@pytest.mark.parametrize("size", NARROW, ids=str)
def test_tiles_say_what_they_do(make_app: MakeApp, size: tuple[int, int, int]) -> None:
    screen = opened(make_app, size)
    shelf = screen.parts.tray.shelf
    assert shelf is not None
    first, last = shelf.shown
    lines = written(screen)
    for tile in shelf.widgets[first - 1 : last]:
        said = " ".join(one.text for one in within(lines, tile.rect))
        text = (tile.reason or tile.detail).replace("**", "")
        assert text.split()[0] in said, tile.name
        assert tile.shortcut is not None and tile.shortcut.label in said, tile.name


def test_a_locked_tile_takes_the_focus_and_says_why(make_app: MakeApp) -> None:
    screen = opened(make_app, (1280, 720, 100))
    locked = [one for one in screen.parts.tray.descendants() if one.focusable and not one.enabled]
    assert locked
    reachable = screen.form.reachable()
    for tile in locked:
        assert tile in reachable
        before = len(screen.sitting.session.game.journal)
        screen.form.give_focus(tile)
        press(screen.app, pygame.K_RETURN)
        assert len(screen.sitting.session.game.journal) == before
        assert screen.form.has_notes
        lines = within(written(screen), tile.rect)
        assert tile.reason.split()[0] in " ".join(one.text for one in lines)


def test_a_tooltip_of_the_tray_covers_none_of_its_tiles(make_app: MakeApp) -> None:
    screen = opened(make_app, (1280, 720, 100))
    for tile in screen.parts.tray.tiles:
        hint = tile.hint_rect
        tray = screen.places.tray
        assert (hint.top, hint.bottom) == (tray.top, tray.bottom)


def test_hold_and_end_turn_are_told_apart_where_there_is_room(make_app: MakeApp) -> None:
    said = "End turn does nothing."
    wide = opened(make_app, (1600, 1000, 100))
    assert said in "".join(one.text for one in within(written(wide), wide.places.prompt))
    for screen in (wide, opened(make_app, (1280, 720, 200))):
        hints = {one.name: one.hint for one in screen.form.reachable()}
        assert "+1" in hints["verb-hold"]
        assert hints["verb-pass"]


def test_a_long_prompt_keeps_to_two_lines(make_app: MakeApp) -> None:
    screen = opened(make_app, (1600, 1000, 200))
    assert screen.places.prompt.height <= screen.kit.px(46 + 34)
