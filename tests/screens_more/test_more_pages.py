"""Help, cards, settings and credits from the keyboard."""

from pathlib import Path

import pygame
import pytest
from more_driver import first_light, focus_of, key, press, show, window

from game.resources import settings_path
from game.ui.app import App
from game.ui.help import HelpScreen
from game.ui.screens.cards.screen import CardsScreen
from game.ui.screens.menu.credits import CreditsScreen, blocks_of
from game.ui.screens.menu.settings import SettingsScreen
from game.ui.settings import SettingsFile


@pytest.mark.parametrize("phase", ["situation", "strategic", "tactical", "flow", "assess"])
def test_help_opens_at_the_chapter_of_the_phase(phase: str) -> None:
    app = window()
    screen = HelpScreen(app, phase, first_light())
    show(app, screen)
    assert screen.chapter == phase
    assert focus_of(app) == "text"


def test_help_opens_at_a_chapter_by_its_name_and_without_one_at_the_first() -> None:
    app = window()
    assert HelpScreen(app, "cards", first_light()).chapter == "cards"
    assert HelpScreen(app).chapter == "what"


def test_chapters_and_text_are_walked_by_keys() -> None:
    app = window(1280, 720, 150)
    screen = HelpScreen(app, "", first_light())
    show(app, screen)
    assert focus_of(app) == "chapters"
    press(app, pygame.K_END)
    assert screen.chapter == "glossary"
    press(app, pygame.K_RETURN)
    assert focus_of(app) == "text"
    press(app, pygame.K_PAGEDOWN)
    there = screen.text.offset
    press(app, pygame.K_UP, pygame.K_END)
    assert 0 < there <= screen.text.offset == screen.text.furthest
    press(app, pygame.K_HOME)
    assert screen.text.offset == 0


def test_a_question_mark_shows_the_keys_and_f1_the_rules() -> None:
    app = window()
    screen = HelpScreen(app, "tactical", first_light())
    show(app, screen)
    app.turn([key(0, 0, "?")], 0.01)
    assert screen.section == "keys"
    press(app, pygame.K_F1)
    assert (screen.section, screen.chapter) == ("rules", "tactical")


def test_cards_are_chosen_by_level_and_seat() -> None:
    app = window()
    screen = CardsScreen(app, first_light())
    show(app, screen)
    campaign = first_light()
    assert len(screen.shown) == len(campaign.cards)
    press(app, pygame.K_TAB, pygame.K_TAB)
    while focus_of(app) != "level":
        press(app, pygame.K_TAB)
    press(app, pygame.K_RIGHT)
    assert screen.level == "strategic"
    assert {card.level for card in screen.shown} == {"strategic"}
    assert focus_of(app) == "level"
    press(app, pygame.K_TAB, pygame.K_RIGHT)
    assert screen.seat == "us"
    assert all("us" in card.seats for card in screen.shown)


def test_injects_show_only_on_their_own_page() -> None:
    app = window()
    screen = CardsScreen(app, first_light())
    show(app, screen)
    assert all(card.level != "inject" for card in screen.shown)
    screen.level = "inject"
    assert len(screen.shown) == len(first_light().injects)


def test_a_card_opens_whole_and_its_neighbours_follow() -> None:
    app = window()
    screen = CardsScreen(app, first_light())
    show(app, screen)
    press(app, pygame.K_RIGHT, pygame.K_RETURN)
    assert screen.form.has_layers
    press(app, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
    press(app, pygame.K_ESCAPE)
    assert not screen.form.has_layers
    assert focus_of(app) == screen.shown[2].id
    press(app, pygame.K_END)
    assert focus_of(app) == screen.shown[-1].id
    assert screen.grid.rect.colliderect(screen.cards[-1].rect)


def _check(app: App, name: str) -> None:
    while focus_of(app) != name:
        press(app, pygame.K_TAB)
    press(app, pygame.K_SPACE)


def test_settings_count_at_once_and_are_kept() -> None:
    app = window()
    show(app, SettingsScreen(app))
    for name in ("high_contrast", "projector", "reduced_motion", "curtain", "curtain_explained"):
        before = getattr(app.settings, name)
        _check(app, name)
        assert getattr(app.settings, name) is not before
        assert focus_of(app) == name
    assert app.kit.theme.high_contrast
    assert app.kit.theme.projector
    assert SettingsFile(settings_path()).read() == app.settings


def test_the_text_size_counts_wherever_it_is_changed() -> None:
    app = window()
    screen = SettingsScreen(app)
    show(app, screen)
    while focus_of(app) != "text-size":
        press(app, pygame.K_TAB)
    press(app, pygame.K_RIGHT)
    assert app.settings.text_size == 125
    press(app, pygame.K_PLUS, mod=pygame.KMOD_CTRL)
    sizes = [one for one in screen.form.reachable() if one.name == "text-size"]
    assert app.settings.text_size == 150
    assert [getattr(one, "chosen", "") for one in sizes] == ["150"]


def test_the_language_is_kept_and_the_defaults_come_back() -> None:
    app = window()
    screen = SettingsScreen(app)
    show(app, screen)
    press(app, pygame.K_RIGHT)
    assert app.settings.language == "es"
    screen.change(high_contrast=True)
    screen.reset()
    assert (app.settings.language, app.settings.high_contrast) == ("en", False)


def test_credits_show_the_list_and_the_map_s_lines() -> None:
    app = window()
    screen = CreditsScreen(app)
    show(app, screen)
    page = screen.page.child
    said = repr([getattr(one, "blocks", "") for one in page.children()])
    assert "Natural Earth" in said
    assert "IBMPlexSansCondensed-*.ttf" in said
    assert "milsymbol" in said


def test_markdown_becomes_blocks() -> None:
    text = (
        "# Title\n\nA *small* [word](there).\n\n| a | b |\n|---|---|\n| `x*` | y |\n\n- one\n- two"
    )
    kinds = [(block.kind, block.text, block.points, block.rows) for block in blocks_of(text)]
    assert kinds == [
        ("text", "**Title**", (), ()),
        ("text", "A small word.", (), ()),
        ("rows", "", (), (("a", "b"), ("x*", "y"))),
        ("points", "", ("one", "two"), ()),
    ]
    assert blocks_of("") == ()


def test_settings_survive_a_folder_that_cannot_be_written(own_folder: Path) -> None:
    app = window()
    show(app, SettingsScreen(app))
    settings_path().unlink(missing_ok=True)
    settings_path().mkdir()
    _check(app, "projector")
    assert app.settings.projector
