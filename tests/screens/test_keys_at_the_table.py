"""Keys and time at the table: what a key does while something else is open, and the timer."""

import pygame
import pytest
from screen_driver import MakeApp, press, settle, sitting_at, table, wait, watch_flow

from game.ui.widgets.shortcut import Shortcut, is_sign

PEOPLE = ("us", "mexico")


def test_the_timer_follows_the_clock_though_the_loop_sleeps(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE))
    screen.timer.paused = False
    left = screen.timer.left
    assert left > 20
    for _ in range(10):
        app.turn((), 0.1, 1.0)
    assert screen.timer.left == pytest.approx(left - 10)


def test_the_loop_tells_how_long_it_slept(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE))
    told: list[float] = []

    def pass_time(seconds: float) -> None:
        told.append(seconds)
        if len(told) > 1:
            app.quit()

    def sleep(wake: float | None) -> list[pygame.event.Event]:
        pygame.time.wait(300)
        return []

    monkeypatch.setattr(screen, "pass_time", pass_time)
    monkeypatch.setattr(app, "_events", sleep)
    monkeypatch.setattr("game.ui.app.stop_pygame", lambda: None)
    app.run()
    assert max(told) >= 0.29


def test_what_a_screen_waits_for_comes_after_one_sleep_of_that_length(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE))
    wait(app, 12)
    screen.form.say("A note for a while.")
    toast = screen.form._toasts[-1]
    toast.left, asked = 0.6, []

    def sleep(wake: float | None) -> list[pygame.event.Event]:
        asked.append(wake)
        pygame.time.wait(round(1000 * min(wake or 0.0, 1.0)))
        if len(asked) > 8 or (wake and wake > 0.4):
            app.quit()
        return []

    monkeypatch.setattr(app, "_events", sleep)
    monkeypatch.setattr("game.ui.app.stop_pygame", lambda: None)
    app.run()
    assert toast.left < 0.1, asked


def test_another_tile_closes_what_asks_about_the_one_before(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE))
    wait(app, 12)
    for key in range(pygame.K_1, pygame.K_9 + 1):
        press(app, key)
        if screen.asking.is_open:
            break
    assert screen.asking.is_open, "no tile asks before it acts"
    before, length = screen.picker.narrowing.slot, len(screen.sitting.session.game.journal)
    tray = screen._tray()
    other = next(
        tile for tile in tray.tiles if tile.key and not tile.reason and tile.slot != before
    )
    screen.choose_slot(other.slot)
    assert screen.picker.narrowing.slot == other.slot
    asked = screen.picker.narrowing.action
    assert screen.asking.is_open == (asked is not None)
    assert len(screen.sitting.session.game.journal) == length


def test_escape_opens_the_menu_though_a_card_has_the_focus(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("operational", 1, *PEOPLE))
    wait(app, 12)
    settle(app)
    tray = [one for one in screen.parts.tray.descendants() if one.focusable]
    screen.form.give_focus(tray[-1])
    assert screen.pointing.look.kind == "card"
    press(app, pygame.K_ESCAPE)
    assert screen.asking.is_open and screen.form.has_layers


@pytest.mark.parametrize(("size", "text"), [((1600, 1000), 100), ((1280, 720), 150)])
def test_the_maps_layer_changes_by_key_with_and_without_its_button(
    make_app: MakeApp, size: tuple[int, int], text: int
) -> None:
    app = make_app(size, text)
    screen = table(app, sitting_at("tactical", 1, *PEOPLE, text=text))
    wait(app, 12)
    assert screen.parts.layer.visible == (text == 100)
    press(app, pygame.K_y)
    assert screen.layer == "governance"
    assert screen.form.has_notes == (text != 100)


@pytest.mark.parametrize("plain", ["?", "/", "ß", ","])
def test_a_question_mark_is_known_where_keys_tell_their_plain_sign(plain: str) -> None:
    typed = pygame.event.Event(
        pygame.KEYDOWN, key=pygame.K_SLASH, mod=pygame.KMOD_LSHIFT, unicode=plain, scancode=0
    )
    assert is_sign(typed, "?") and Shortcut.of("?").matches(typed)


def test_a_plain_stroke_is_no_question_mark(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE))
    wait(app, 12)
    key = {"key": pygame.K_SLASH, "unicode": "/", "scancode": 0}
    app.turn([pygame.event.Event(pygame.KEYDOWN, mod=0, **key)], 0.05)
    assert not screen.asking.is_open
    app.turn([pygame.event.Event(pygame.KEYDOWN, mod=pygame.KMOD_LSHIFT, **key)], 0.05)
    assert screen.asking.is_open


def test_a_key_meant_for_the_page_before_skips_no_flow(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("strategic", 2, *PEOPLE, seed=5))
    film = watch_flow(app, screen)
    for key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_2, pygame.K_a, pygame.K_ESCAPE):
        press(app, key)
    assert app.screen is film
    assert not film.playback.is_over and not film.playback.paused
    wait(app, 9, 0.05)
    press(app, pygame.K_RETURN)
    assert film.playback.is_over


def test_a_key_of_the_flow_itself_works_at_once(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("strategic", 2, *PEOPLE, seed=5))
    film = watch_flow(app, screen)
    press(app, pygame.K_s)
    assert film.playback.is_over and app.screen is film
    press(app, pygame.K_RETURN)
    assert app.screen is not film


def test_a_second_enter_does_nothing_to_the_seat_that_comes_next(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("strategic", 1, *PEOPLE))
    wait(app, 12)
    session, before = screen.sitting.session, screen.sitting.deciders
    press(app, pygame.K_e)
    for _ in range(60):
        if screen.sitting.deciders not in (before, ()):
            break
        wait(app)
    assert app.screen is screen and screen.sitting.deciders not in (before, ())
    enter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)
    assert screen.asking.is_early(enter)
    length, focus = len(session.game.journal), screen.form.focus
    for _ in range(8):
        press(app, pygame.K_RETURN)
    assert len(session.game.journal) == length and not screen.form.has_layers
    assert screen.form.focus is focus
    wait(app, 4)
    assert not screen.asking.is_early(enter)


def test_the_tenth_tile_has_a_key_as_well(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("operational", 1, *PEOPLE))
    wait(app, 12)
    tiles = screen._tray().tiles
    assert len(tiles) >= 10, "the portfolio lies after the actions"
    assert tiles[9].key == "0"
    before = screen.picker.narrowing.slot
    key = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_0, mod=0, unicode="0", scancode=0)
    app.turn([key], 0.05)
    said = screen.picker.narrowing.slot != before or screen.form.has_notes
    assert said or screen.asking.is_open


def test_a_refusal_goes_sooner_than_a_note(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE))
    wait(app, 12)
    assert screen.sitting.undo_reason()
    press(app, pygame.K_z, pygame.KMOD_CTRL)
    assert screen.form.has_notes
    wait(app, 1, 2.6)
    assert not screen.form.has_notes
    screen.form.say("A note.")
    wait(app, 1, 2.6)
    assert screen.form.has_notes
