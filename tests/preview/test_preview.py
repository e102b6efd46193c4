"""The preview follows every save, shows mistakes over the last good picture, and never closes."""

import shutil
from pathlib import Path

import pygame
import pytest
from click.testing import CliRunner
from preview_driver import Longer, click, edit, press, preview, rest, wait_for, window

from game.cli import main
from game.ui.screens.preview.headrow import TABS
from game.ui.screens.preview.pages import CardPage, TextPage
from game.ui.screens.preview.screen import PreviewScreen
from game.ui.widgets.card import Card
from game.ui.widgets.widget import Widget

OWN = Path("cards") / "own.yaml"


def _card(screen: PreviewScreen, name: str) -> Card:
    page = screen._pages
    assert isinstance(page, CardPage)
    return next(card for card in page.cards if card.name == name)


def _text(screen: PreviewScreen) -> str:
    page = screen._pages
    assert isinstance(page, TextPage)
    return " ".join(one.words for one in page.text.child.inner.passages)  # type: ignore[attr-defined]


def test_a_save_shows_and_the_reader_stays_where_they_are(folder: Path) -> None:
    app, screen = preview(folder)
    screen.open_tab("cards")
    page = screen._pages
    assert isinstance(page, CardPage)
    page.grid.scroll_to(400)
    edit(folder / OWN, "title: Forensic Team", "title: Forensic Laboratory")
    wait_for(app, lambda: "Laboratory" in _card(screen, "card-forensic-team").face.title)
    assert isinstance(screen._pages, CardPage)
    assert screen._pages.grid.offset == 400


def test_a_save_shows_within_half_a_second(folder: Path) -> None:
    app, screen = preview(folder)
    took = []
    for number in range(5):
        old, new = f"Baja{'o' * number}", f"Baja{'o' * (number + 1)}"
        before = screen.campaign
        edit(folder / "map.yaml", f"name: {old}\n", f"name: {new}\n")
        took.append(wait_for(app, lambda seen=before: screen.campaign is not seen))  # type: ignore[misc]
    assert min(took) < 0.5


def test_a_mistake_shows_as_check_prints_it_over_the_last_good_picture(folder: Path) -> None:
    app, screen = preview(folder)
    campaign = screen.campaign
    edit(folder / OWN, "level: strategic", "level: strategik")
    wait_for(app, lambda: bool(screen.errors))
    printed = CliRunner().invoke(main, ["check", str(folder)]).output
    assert all(error in printed for error in screen.errors)
    assert "own.yaml:8:12" in screen.errors[0]
    assert screen.errors[0].count("\n") == 3
    assert screen.panel is not None
    assert screen.panel.list.texts == screen.errors
    assert screen.campaign is campaign
    assert app.screen is screen
    for tab in TABS:
        screen.open_tab(tab)
        assert screen.panel.rect.height > 0
        app.turn([], 0.0)
    edit(folder / OWN, "level: strategik", "level: strategic")
    wait_for(app, lambda: not screen.errors)
    assert screen.panel is None
    assert screen.campaign is not campaign


def test_a_file_that_cannot_be_read_is_told_alone_and_counted_once(folder: Path) -> None:
    app, screen = preview(folder)
    edit(folder / "bots.yaml", "bots:", "bots: [")
    wait_for(app, lambda: bool(screen.errors))
    assert len(screen.errors) == 1 and "N106" in screen.errors[0]
    assert screen.panel is not None and "1 mistake." in screen.panel.title
    follow = "More checks follow when the files can be read."
    assert screen.panel.list.texts == (*screen.errors, follow)
    assert follow in CliRunner().invoke(main, ["check", str(folder)]).output


def test_a_campaign_that_was_never_whole_shows_its_mistakes_and_then_itself(folder: Path) -> None:
    edit(folder / "map.yaml", "areas:", "areas: [")
    app, screen = preview(folder)
    assert screen.campaign is None
    assert screen.errors
    for tab in TABS:
        screen.open_tab(tab)
        app.turn([], 0.0)
    edit(folder / "map.yaml", "areas: [", "areas:")
    wait_for(app, lambda: screen.campaign is not None)
    rest(app)
    assert screen.map.board.lit_places() == ()
    assert screen.panel is None


def test_a_folder_that_vanishes_and_comes_back(folder: Path, tmp_path: Path) -> None:
    app, screen = preview(folder)
    shutil.move(folder, tmp_path / "elsewhere")
    wait_for(app, lambda: bool(screen.errors))
    assert screen.campaign is not None
    shutil.move(tmp_path / "elsewhere", folder)
    wait_for(app, lambda: not screen.errors)


def test_a_file_that_is_still_being_written_is_waited_for(folder: Path) -> None:
    app, screen = preview(folder)
    path = folder / OWN
    whole = path.read_text(encoding="utf-8").replace("Forensic Team", "Forensic Office")
    seen: list[bool] = []

    def is_shown() -> bool:
        seen.append(bool(screen.errors))
        return screen.campaign is not None and any(
            card.title == "Forensic Office" for card in screen.campaign.cards
        )

    path.write_text("", encoding="utf-8")
    app.turn([], 0.05)
    path.write_text(whole[: len(whole) // 2], encoding="utf-8")
    app.turn([], 0.05)
    path.write_text(whole, encoding="utf-8")
    wait_for(app, is_shown)
    assert not any(seen)


def test_a_place_that_is_looked_at_stays_in_the_inspector(folder: Path) -> None:
    app, screen = preview(folder)
    rest(app)
    at = screen.map.board.screen_pos("area", "mx-baja")
    assert at is not None
    click(app, at)
    assert _inspected(screen) == "Baja"
    edit(
        folder / "map.yaml",
        "areas:\n",
        "areas:\n  - {id: new-sea, name: New sea, kind: sea, "
        "country: sea, covers: [sea-gulf-of-mexico-west]}\n",
    )
    edit(folder / "map.yaml", "name: Baja\n", "name: Lower California\n")
    wait_for(app, lambda: bool(screen.errors) or _inspected(screen) == "Lower California")
    assert not screen.errors
    edit(folder / "map.yaml", "name: Lower California\n", "name: Baja\n")
    wait_for(app, lambda: _inspected(screen) == "Baja")


def _inspected(screen: PreviewScreen) -> str:
    return str(screen.map._page.child.page.title)  # type: ignore[attr-defined]


def test_a_card_that_is_open_follows_saves(folder: Path) -> None:
    app, screen = preview(folder)
    screen.open_tab("cards")
    screen._open_card("card-forensic-team")
    edit(folder / OWN, "title: Forensic Team", "title: Forensic Bureau")
    wait_for(app, lambda: screen._fresh > 0)
    titles = [layer.root.title for layer in screen.form._layers[1:]]  # type: ignore[attr-defined]
    assert titles == ["Forensic Bureau"]
    press(app, pygame.K_ESCAPE)
    assert not screen.form.has_layers
    assert screen.place_now.detail == ""


def test_texts_show_in_the_language_that_was_chosen(folder: Path) -> None:
    shutil.rmtree(folder / "locale", ignore_errors=True)
    app, screen = preview(folder)
    screen.open_tab("seats")
    press(app, pygame.K_l)
    assert screen.language == "es"
    assert "low Harm" in screen.form.root.widgets[0].list.rows[1].detail  # type: ignore[attr-defined]
    (folder / "locale").mkdir()
    text = "texts:\n  - text: low Harm and a sound Border\n    translation: poco daño\n"
    (folder / "locale" / "es.yaml").write_text(text, encoding="utf-8")
    wait_for(app, lambda: screen._fresh > 0)
    page = screen._pages
    assert isinstance(page, TextPage)
    assert "poco daño" in page.list.rows[1].detail
    screen._fresh = 0.0
    assert any(sign.isdigit() for sign in screen._subtitle())
    press(app, pygame.K_l, pygame.K_l)
    assert screen.language == "en"


def test_every_page_can_be_reached_by_key_and_read(folder: Path) -> None:
    app, screen = preview(folder)
    for key, tab in zip(range(pygame.K_1, pygame.K_6), TABS, strict=True):
        press(app, key)
        assert screen.place_now.tab == tab
    assert "Start with what counts" in _text(screen)
    screen.open_tab("seats")
    press(app, pygame.K_TAB, pygame.K_TAB, pygame.K_TAB)
    assert screen.form.focus is not None
    assert screen.form.focus.name == "chapters"
    press(app, pygame.K_DOWN)
    assert "You have money, aircraft and lawyers" in _text(screen)
    edit(folder / "campaign.yaml", "You have money, aircraft", "You have ships, aircraft")
    wait_for(app, lambda: "You have ships" in _text(screen))


def test_the_map_can_be_walked_with_the_keyboard(folder: Path) -> None:
    app, screen = preview(folder)
    rest(app)
    press(app, pygame.K_TAB, pygame.K_TAB, pygame.K_TAB)
    focus = screen.form.focus
    assert focus is not None
    assert focus.name.startswith("place-area-")
    assert _inspected(screen) != "First Light"
    press(app, pygame.K_y)
    assert screen.map.layer == "governance"
    press(app, pygame.K_f)
    assert app.screen is screen


def test_an_inject_tells_its_author_when_it_comes(folder: Path) -> None:
    app, screen = preview(folder)
    screen.open_tab("injects")
    assert [card.name for card in screen._pages.cards] == [  # type: ignore[attr-defined]
        "inject-hard-question",
        "inject-photographs",
    ]
    notes = " ".join(one.words for one in screen._shown()[0].notes)
    assert "Quarter 2" in notes
    assert "pays a little for trust" in notes
    app.turn([], 0.0)


def test_remarks_are_counted_and_listed(folder: Path) -> None:
    app, screen = preview(folder)
    edit(folder / OWN, '"Courts, budgets', '"MS-13. Courts, budgets')
    wait_for(app, lambda: bool(screen.warnings))
    assert not screen.errors
    press(app, pygame.K_w)
    assert screen.form.has_layers
    press(app, pygame.K_ESCAPE)
    assert not screen.form.has_layers
    assert app.screen is screen


def test_escape_closes_nothing_and_close_does(folder: Path) -> None:
    app, screen = preview(folder)
    press(app, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert app.screen is screen
    press(app, pygame.K_q, mod=pygame.KMOD_CTRL)
    assert app.screen is None


SIZES = ((1280, 720, 100), (1600, 1000, 100), (1920, 1080, 100), (1280, 720, 150), (1024, 768, 200))


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_everything_has_room_at_every_size_and_in_long_languages(
    folder: Path, width: int, height: int, text: int
) -> None:
    app, screen = preview(folder, window(width, height, text))
    for translator in (app.kit.tr, Longer()):
        app.present(translator=translator)
        for broken in (False, True):
            if broken:
                edit(folder / OWN, "level: strategic", "level: strategik")
                wait_for(app, lambda: bool(screen.errors))
            for tab in TABS:
                screen.open_tab(tab)
                app.turn([], 0.0)
                _check_room(screen)
        edit(folder / OWN, "level: strategik", "level: strategic")
        wait_for(app, lambda: not screen.errors)


def _check_room(screen: PreviewScreen) -> None:
    """Head, page and footer share the window; no control reaches out of it, none is squeezed."""
    window_rect, kit = screen.rect, screen.kit
    head, foot = screen.head.rect, screen.footer.rect
    assert head.bottom <= foot.top
    assert screen._pages.rect.height > kit.px(60)
    for control in _controls(screen.head):
        assert head.contains(control.rect), control.name
    for control in screen.form.reachable():
        if not control.name.startswith(("card-", "inject-", "place-")):
            assert window_rect.contains(control.rect), control.name
            wide, _ = control.measure(kit, control.rect.width)
            assert wide <= control.rect.width + 1, control.name


def _controls(root: Widget) -> list[Widget]:
    return [one for one in root.descendants() if one.focusable]


def test_the_command_opens_only_what_is_there(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("game.ui.run.run_preview", opened.append)
    result = CliRunner().invoke(main, ["preview", "no-such-campaign"])
    assert result.exit_code == 2
    assert "no-such-campaign" in result.output
    assert CliRunner().invoke(main, ["preview", str(folder)]).exit_code == 0
    assert opened == [folder]
    said = CliRunner().invoke(main, ["preview", "--help"]).output
    assert "nadc preview my-campaign" in said
