"""The list of saved sittings from the keyboard: rename, export, delete, and what is damaged."""

from pathlib import Path

import pygame
from more_driver import focus_of, play_on, played, press, show, sitting, typed, window

from game.play.shelf import Shelf
from game.resources import saves_dir
from game.ui.screens.menu.saves import SavesScreen
from game.ui.screens.menu.trouble import TroubleScreen
from game.ui.screens.replay.screen import ReplayScreen
from game.ui.widgets.button import Button


def _button(screen: SavesScreen, name: str) -> Button:
    found = next(one for one in screen.buttons.widgets if one.name == name)
    assert isinstance(found, Button)
    return found


def test_an_empty_list_says_what_would_fill_it() -> None:
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    assert screen.marked is None
    assert "every choice is saved" in screen.list.empty
    press(app, pygame.K_DOWN, pygame.K_RETURN, pygame.K_DELETE)


def test_the_newest_sitting_is_marked_first_and_keys_move_the_mark() -> None:
    first = played(saves_dir(), 5)
    second = played(saves_dir(), 9, seed=2)
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    assert focus_of(app) == "sittings"
    assert screen.chosen == str(second)
    press(app, pygame.K_DOWN)
    assert screen.chosen == str(first)


def test_a_sitting_is_renamed(unfinished: Path) -> None:
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    press(app, pygame.K_n)
    assert focus_of(app) == "new-name"
    press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
    typed(app, "Morning group")
    press(app, pygame.K_RETURN)
    assert [one.name for one in Shelf(saves_dir()).sittings()] == ["Morning group"]
    assert not screen.form.has_layers


def test_a_name_without_letters_is_refused(unfinished: Path) -> None:
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    before = Shelf(saves_dir()).names()
    press(app, pygame.K_n)
    press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
    typed(app, "  ")
    press(app, pygame.K_RETURN)
    assert screen.form.has_layers
    assert Shelf(saves_dir()).names() == before


def test_a_sitting_is_copied_and_never_over_a_file(unfinished: Path, tmp_path: Path) -> None:
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    target = tmp_path / "out" / "copy.nadc"
    target.parent.mkdir()
    for _ in range(2):
        press(app, pygame.K_x)
        press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
        typed(app, str(target))
        press(app, pygame.K_RETURN)
        assert target.is_file()
    assert screen.form.has_layers
    press(app, pygame.K_RETURN)
    assert not screen.form.has_layers


def test_deleting_asks_and_enter_keeps(unfinished: Path) -> None:
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    press(app, pygame.K_DELETE, pygame.K_RETURN)
    assert unfinished.is_file()
    press(app, pygame.K_DELETE, pygame.K_TAB, pygame.K_RETURN)
    assert not unfinished.is_file()
    assert screen.sittings == []


def test_a_sitting_in_use_is_not_deleted() -> None:
    session = sitting(saves_dir())
    play_on(session, 3)
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    press(app, pygame.K_DELETE, pygame.K_TAB, pygame.K_RETURN)
    assert screen.form.has_layers
    assert session.path is not None
    assert session.path.is_file()
    session.close()


def test_a_damaged_file_is_shown_with_the_reason_and_can_be_deleted() -> None:
    broken = saves_dir() / "broken.nadc"
    broken.write_bytes(b"no sitting at all" * 50)
    app = window()
    screen = SavesScreen(app)
    show(app, screen)
    assert screen.marked is not None
    assert screen.marked.trouble is not None
    assert "is not a saved sitting" in screen.list.rows[0].detail
    for name in ("resume", "replay", "rename", "export"):
        assert not _button(screen, name).enabled
    press(app, pygame.K_RETURN, pygame.K_p)
    assert app.screen is screen
    press(app, pygame.K_DELETE, pygame.K_TAB, pygame.K_RETURN)
    assert not broken.exists()


def test_a_sitting_opens_for_replay(unfinished: Path) -> None:
    app = window()
    show(app, SavesScreen(app))
    press(app, pygame.K_p)
    assert isinstance(app.screen, ReplayScreen)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, SavesScreen)


def test_a_file_that_went_away_is_told(unfinished: Path) -> None:
    app = window()
    show(app, SavesScreen(app))
    unfinished.unlink()
    press(app, pygame.K_p)
    assert isinstance(app.screen, TroubleScreen)
