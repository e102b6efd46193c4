"""The replay and the window that follows: keys, PIN, following, and what never reaches a pixel."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pygame
import pytest
from more_driver import (
    PIN,
    SIZES,
    focus_of,
    pixels,
    play_on,
    press,
    settle,
    show,
    sitting,
    typed,
    window,
)

from game.resources import saves_dir
from game.ui.app import App
from game.ui.screen import Screen
from game.ui.screens.doors import open_replay_seen_by, open_show
from game.ui.screens.menu.trouble import TroubleScreen
from game.ui.screens.replay.screen import ReplayScreen
from game.ui.screens.replay.show import POLL_SECONDS, ShowScreen
from game.ui.screens.replay.timeline import Timeline

SHIFT, CTRL = pygame.KMOD_SHIFT, pygame.KMOD_CTRL


def test_keys_go_by_steps_turns_and_quarters(finished: Path) -> None:
    app = window()
    screen = ReplayScreen.opened(app, finished)
    show(app, screen)
    stage = screen.stage
    assert focus_of(app) == "timeline"
    press(app, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
    assert stage.place == 1
    press(app, pygame.K_RIGHT, mod=CTRL)
    assert stage.stop.quarter == 2
    press(app, pygame.K_LEFT, mod=CTRL)
    assert stage.place == 0
    press(app, pygame.K_RIGHT, mod=SHIFT)
    assert stage.place == stage.film.next_turn(0, 1)
    press(app, pygame.K_END)
    assert stage.is_last
    press(app, pygame.K_HOME)
    assert stage.place == 0
    press(app, pygame.K_PAGEDOWN)
    assert stage.place == stage.film.next_turn(0, 1)


def test_keys_work_where_the_buttons_cannot_print_them(finished: Path) -> None:
    app = window(1280, 720, 150)
    screen = ReplayScreen.opened(app, finished)
    show(app, screen)
    press(app, pygame.K_TAB, pygame.K_RIGHT)
    assert screen.stage.place == 1
    press(app, pygame.K_RIGHT, mod=CTRL)
    assert screen.stage.stop.quarter == 2
    press(app, pygame.K_l)
    assert screen.side.visible
    press(app, pygame.K_ESCAPE)
    assert not screen.side.visible


@pytest.mark.parametrize("size", [*SIZES, (1280, 720, 200), (1600, 1000, 200)])
def test_the_map_keeps_its_room(size: tuple[int, int, int], finished: Path) -> None:
    app = window(*size)
    screen = ReplayScreen.opened(app, finished)
    show(app, screen)
    assert screen.board.rect.height > 0.3 * screen.rect.height
    press(app, pygame.K_RIGHT, mod=CTRL)
    assert screen.stage.stop.quarter == 2


def test_it_runs_and_stops_at_the_end(finished: Path) -> None:
    app = window()
    screen = ReplayScreen.opened(app, finished)
    show(app, screen)
    press(app, pygame.K_p)
    for _ in range(30):
        app.turn([], 0.1)
    assert screen.stage.place == 1
    screen.go(len(screen.stage.film) - 2)
    for _ in range(60):
        app.turn([], 0.1)
    assert screen.stage.is_last
    assert not screen.running
    press(app, pygame.K_p)
    assert screen.stage.place == 0


def test_the_time_line_is_clicked_and_the_story_leads_to_its_lines(finished: Path) -> None:
    app = window()
    screen = ReplayScreen.opened(app, finished)
    show(app, screen)
    timeline = screen.transport.timeline
    assert isinstance(timeline, Timeline)
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=timeline.rect.center)
    app.turn([down], 0.01)
    assert abs(screen.stage.place - len(screen.stage.film) // 2) <= 2
    app.turn([pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=(5, 5))], 0.01)
    while focus_of(app) != "story":
        press(app, pygame.K_TAB)
    here = screen.stage.place
    press(app, pygame.K_UP, pygame.K_UP, pygame.K_UP)
    assert screen.stage.place < here
    assert focus_of(app) == "story"
    press(app, *[pygame.K_DOWN] * 6)
    assert screen.stage.place > here - 3


def test_it_opens_at_an_event(finished: Path) -> None:
    app = window()
    screen = ReplayScreen.opened(app, finished, event=100)
    stop = screen.stage.stop
    assert stop.first <= 100 < stop.last


def test_places_and_tracks_are_looked_at_by_keys(finished: Path) -> None:
    app = window()
    screen = ReplayScreen.opened(app, finished)
    show(app, screen)
    while not focus_of(app).startswith("track-cohesion"):
        press(app, pygame.K_TAB)
    assert screen.look.track == "cohesion"
    press(app, pygame.K_RETURN)
    assert screen.look.kind == "why"
    press(app, pygame.K_ESCAPE)
    assert screen.look.kind == "moment"


def test_the_pin_opens_every_viewpoint(unfinished: Path) -> None:
    app = window()
    screen = ReplayScreen.opened(app, unfinished)
    show(app, screen)
    for pin in ("1111", PIN):
        assert not screen.stage.is_free
        press(app, pygame.K_v)
        typed(app, pin)
        press(app, pygame.K_RETURN)
        assert not screen.form.has_layers
    assert screen.stage.is_free
    press(app, *[pygame.K_v] * 4)
    assert screen.stage.point.id == "truth"
    press(app, pygame.K_v)
    assert screen.stage.point.id == "table"


def test_without_a_pin_the_reason_is_told() -> None:
    session = sitting(saves_dir())
    play_on(session, 6)
    assert session.path is not None
    session.close()
    app = window()
    screen = ReplayScreen.opened(app, session.path)
    show(app, screen)
    more = next(one for one in screen.form.reachable() if one.name == "see-more")
    assert "no facilitator's PIN" in more.reason
    press(app, pygame.K_v)
    assert not screen.form.has_layers


def test_a_pin_on_the_command_line_shows_the_truth(unfinished: Path) -> None:
    app = window()
    screen = ReplayScreen.opened(app, unfinished, PIN)
    assert screen.stage.point.id == "truth"
    assert ReplayScreen.opened(app, unfinished, "1111").stage.point.id == "table"


def test_the_second_window_follows_and_never_holds_the_file() -> None:
    session = sitting(saves_dir(), cartel="random")
    play_on(session, 8)
    session.flush()
    assert session.path is not None
    app = window()
    screen = ShowScreen.following(app, session.path)
    show(app, screen)
    before = len(screen.stage.film)
    play_on(session, 30)
    session.flush()
    app.turn([], POLL_SECONDS + 0.1)
    assert len(screen.stage.film) > before
    for _ in range(200):
        app.turn([], 0.6)
    assert screen.stage.is_last
    play_on(session, 5)
    session.flush()
    session.close()


def test_the_second_window_follows_what_is_taken_back() -> None:
    session = sitting(saves_dir())
    play_on(session, 12)
    while session.undo_blocked() is not None:
        play_on(session, 1)
    session.flush()
    assert session.path is not None
    app = window()
    screen = ShowScreen.following(app, session.path)
    show(app, screen)
    while session.undo() is not None:
        pass
    session.flush()
    app.turn([], POLL_SECONDS + 0.1)
    assert screen.stage.replay.undone > 0
    session.close()


def test_a_file_that_went_away_leaves_the_last_picture(unfinished: Path) -> None:
    app = window()
    screen = ShowScreen.following(app, unfinished)
    show(app, screen)
    unfinished.unlink()
    app.turn([], POLL_SECONDS + 0.1)
    assert screen.trouble
    pixels(app)


def test_the_doors_tell_what_cannot_be_opened(tmp_path: Path) -> None:
    for door in (lambda app: open_show(app, tmp_path / "x.nadc"), _seen_by_all(tmp_path)):
        app = window()
        door(app)
        assert isinstance(app.screen, TroubleScreen)


def _seen_by_all(folder: Path) -> Callable[..., None]:
    return lambda app: open_replay_seen_by(app, folder / "x.nadc", 0)


# -- what is hidden never reaches a pixel ----------------------------------------------------


def _secretly(folder: Path, plans: Sequence[int], until: str) -> Path:
    """A sitting in which the network plans in secret and the coalition does the same things
    whatever that is, up to a phase; `plans` picks among the ways to spread, one for each play."""
    folder.mkdir()
    session = sitting(folder, seed=4, pin=PIN)
    game, left = session.game, list(plans)
    while game.state.phase != until:
        legal = game.legal_actions()
        spread = [one for one in legal if one.verb == "spread"]
        if game.state.phase == "red-plan" and left and spread:
            session.submit(spread[left.pop(0) % len(spread)])
            continue
        quiet = [one for one in legal if one.verb in ("done", "pass", "decline", "refuse")]
        session.submit(quiet[0] if quiet else legal[0])
    assert not left
    session.flush()
    path = session.path
    assert path is not None
    session.close()
    return path


def _pictures(make: Callable[..., Screen], path: Path) -> list[bytes]:
    app = window(1280, 720)
    screen = make(app, path)
    show(app, screen)
    settle(app)
    found = [pixels(app)]
    if isinstance(screen, ReplayScreen):
        found = []
        for place in range(len(screen.stage.film)):
            screen.go(place)
            settle(app)
            found.append(pixels(app))
    pygame.quit()
    return found


PLANS = {
    "another-number-of-plans": ((0,), (0, 1), "operational"),
    "another-place-carried-out": ((0,), (2,), "tactical"),
}


@pytest.mark.parametrize("secret", PLANS)
@pytest.mark.parametrize("make", [ReplayScreen.opened, ShowScreen.following])
def test_secrets_change_no_pixel(make: Callable[..., Screen], secret: str, tmp_path: Path) -> None:
    one, two, until = PLANS[secret]
    first = _pictures(make, _secretly(tmp_path / "one", one, until))
    assert first == _pictures(make, _secretly(tmp_path / "two", two, until))


@pytest.mark.parametrize("secret", PLANS)
def test_secrets_show_where_everything_may_be_seen(secret: str, tmp_path: Path) -> None:
    def truth(app: App, path: Path) -> Screen:
        return ReplayScreen.opened(app, path, PIN)

    one, two, until = PLANS[secret]
    first = _pictures(truth, _secretly(tmp_path / "one", one, until))
    assert first != _pictures(truth, _secretly(tmp_path / "two", two, until))
